/** When each broker was last heard of, and how far it has read the metadata log. Volatile: starts empty. */
interface Session {
  readonly lastContactMs: number;
  readonly metadataOffset: number;
  /** Whether this controller has heard of the broker itself, or only expects to. */
  readonly heard: boolean;
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
    this.#sessions.set(brokerId, { lastContactMs: now, metadataOffset, heard: true });
  }

  /** Gives a broker time to make itself heard, in whatever incarnation. */
  expect(brokerId: number, now: number): void {
    this.#sessions.set(brokerId, { lastContactMs: now, metadataOffset: -1, heard: false });
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

  /** Whether a broker lives as far as can be told, so that no other process may take its id. */
  isValid(brokerId: number, now: number): boolean {
    const session = this.#sessions.get(brokerId);
    return session !== undefined && session.heard && now < session.lastContactMs + this.#timeoutMs;
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
