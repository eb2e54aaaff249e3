import { uuidFromBytes } from '@millrace/protocol';
import {
  type CoordinatorRecord,
  DEFAULT_GROUP_CONFIG,
  type Decision,
  decodeCoordinatorRecord,
  type EncodedRecord,
  encodeCoordinatorRecord,
  type GroupConfig,
  type GroupContext,
  GroupCoordinator,
} from '../src/index.js';

/** Does what a broker does around the coordinator: a log, a clock, deadlines in order, answers by token. All commits at once. */
export class Driver {
  readonly config: GroupConfig;
  readonly log: EncodedRecord[] = [];
  readonly answers = new Map<unknown, unknown>();
  readonly deadlines = new Map<string, number>();
  now = 1_000_000;
  coordinator: GroupCoordinator;
  /** What the last decision wrote. */
  written: CoordinatorRecord[] = [];
  #tokens = 0;
  #uuids = 0;

  constructor(config: Partial<GroupConfig> = {}) {
    this.config = { ...DEFAULT_GROUP_CONFIG, ...config };
    this.coordinator = this.newCoordinator();
  }

  newCoordinator(): GroupCoordinator {
    return new GroupCoordinator(this.config);
  }

  /** Decides, applies, and gives the token under which the answer is or will be found. */
  ask(decide: (coordinator: GroupCoordinator, context: GroupContext) => Decision, context: Partial<GroupContext> = {}): number {
    const token = ++this.#tokens;
    const full = {
      clientId: 'client',
      clientHost: '/127.0.0.1',
      apiVersion: 9,
      now: this.now,
      random: () => this.#uuid(),
      token,
      ...context,
    };
    this.apply(decide(this.coordinator, full));
    return token;
  }

  /** The body of an answer that must be there. */
  answer<T>(token: number): T {
    if (!this.answers.has(token)) throw new Error(`request ${token} is not answered`);
    return this.answers.get(token) as T;
  }

  apply(decision: Decision): void {
    this.written = decision.records;
    for (const record of decision.records) this.append(record);
    for (const event of decision.events) this.coordinator.advance(event, this.now);
    for (const { id, atMs } of decision.deadlines) {
      if (atMs === null) this.deadlines.delete(id);
      else this.deadlines.set(id, atMs);
    }
    for (const { token, body } of decision.responses) {
      if (this.answers.has(token)) throw new Error(`request ${String(token)} is answered twice`);
      this.answers.set(token, body);
    }
  }

  append(record: CoordinatorRecord, producerId = -1): void {
    const encoded = encodeCoordinatorRecord(record);
    const offset = this.log.push(encoded) - 1;
    this.coordinator.replay(decodeCoordinatorRecord(encoded.key, encoded.value), {
      offset,
      producerId,
      producerEpoch: producerId === -1 ? -1 : 0,
    });
  }

  /** Lets time pass, with every deadline at its time. */
  pass(ms: number): void {
    const end = this.now + ms;
    for (;;) {
      const next = [...this.deadlines].filter(([, at]) => at <= end).toSorted((a, b) => a[1] - b[1])[0];
      if (next === undefined) break;
      this.deadlines.delete(next[0]);
      this.now = Math.max(this.now, next[1]);
      this.apply(this.coordinator.deadline(next[0], this.now));
    }
    this.now = end;
  }

  /** The partition moves: a new coordinator knows only the log. */
  failOver(): void {
    this.apply(this.coordinator.onUnloaded());
    this.deadlines.clear();
    this.coordinator = this.newCoordinator();
    this.log.forEach(({ key, value }, offset) => {
      this.coordinator.replay(decodeCoordinatorRecord(key, value), { offset, producerId: -1, producerEpoch: -1 });
    });
    this.apply(this.coordinator.onLoaded(this.now));
  }

  #uuid(): string {
    const value = new Uint8Array(16);
    new DataView(value.buffer).setUint32(12, ++this.#uuids);
    return uuidFromBytes(value);
  }
}
