/** When each broker was last heard of, and how far it has read the metadata log. Volatile: starts empty. */
interface Session {
  readonly lastContactMs: number;
  readonly metadataOffset: number;
}

export class BrokerSessions {
  readonly #timeoutMs: number;
  readonly #sessions = new Map<number, Session>();
  /** By broker on its way out: the offset that all active brokers must have read before it goes. */
  readonly #shutdowns = new Map<number, number>();

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  contact(brokerId: number, now: number, metadataOffset: number): void {
    this.#sessions.set(brokerId, { lastContactMs: now, metadataOffset });
  }

  beginShutdown(brokerId: number, offset: number): void {
    if (!this.#shutdowns.has(brokerId)) this.#shutdowns.set(brokerId, offset);
  }

  end(brokerId: number): void {
    this.#sessions.delete(brokerId);
    this.#shutdowns.delete(brokerId);
  }

  clear(): void {
    this.#sessions.clear();
    this.#shutdowns.clear();
  }

  isValid(brokerId: number, now: number): boolean {
    const session = this.#sessions.get(brokerId);
    return session !== undefined && now < session.lastContactMs + this.#timeoutMs;
  }

  /** When the session of a broker ends unless it is heard of; Infinity without a session. */
  expiry(brokerId: number): number {
    const session = this.#sessions.get(brokerId);
    return session === undefined ? Infinity : session.lastContactMs + this.#timeoutMs;
  }

  /** How far a broker has read; -1 when it was not heard of. */
  metadataOffset(brokerId: number): number {
    return this.#sessions.get(brokerId)?.metadataOffset ?? -1;
  }

  shutdownOffset(brokerId: number): number {
    return this.#shutdowns.get(brokerId) ?? Infinity;
  }
}
