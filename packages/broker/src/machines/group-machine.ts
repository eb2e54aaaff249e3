/**
 * Drives the group coordinator of one partition of `__consumer_offsets`: appends what it decides, replays that, applies
 * its events, keeps its deadlines, and answers when the high watermark has passed the state an answer was made from.
 * When the log fails, the coordinator is thrown away and made anew from the log.
 */
import {
  appendErrorCode,
  type CoordinatorRecord,
  decodeCoordinatorRecord,
  type Decision,
  encodeCoordinatorRecord,
  type GroupConfig,
  type GroupContext,
  GroupCoordinator,
} from '@millrace/coordinator';
import type { Platform, Timer } from '@millrace/platform';
import { ErrorCode, ProtocolError, RecordBatchBuilder } from '@millrace/protocol';
import type { Partition } from '../replication/partition.js';
import { readBatches } from './log-records.js';

/** Records of one batch where a decision may be cut. */
const PART_RECORDS = 1000;
/** A deadline whose records were refused comes again after this. */
const RETRY_MS = 1000;

/** Who waits for an answer; every token that the coordinator is given is one of these. */
export interface Asker {
  answer(body: unknown): void;
  /** The coordinator cannot answer: the handler makes its own body of the error. */
  fail(errorCode: number): void;
}

export interface GroupMachineOptions {
  config: GroupConfig;
  /** offsets.commit.timeout.ms: how long an append may take until it is committed. */
  commitTimeoutMs: number;
  /** offsets.topic.compression.codec: of the batches that the coordinator writes. */
  codec: number;
}

export class GroupMachine {
  readonly #platform: Platform;
  readonly #partition: Partition;
  readonly #config: GroupConfig;
  readonly #options: GroupMachineOptions;
  #core: GroupCoordinator;
  #state: 'loading' | 'active' | 'closed' = 'loading';
  readonly #timers = new Map<string, Timer>();
  readonly #askers = new Set<Asker>();

  constructor(platform: Platform, partition: Partition, options: GroupMachineOptions) {
    this.#platform = platform;
    this.#partition = partition;
    this.#config = options.config;
    this.#options = options;
    this.#core = new GroupCoordinator(options.config);
  }

  get isActive(): boolean {
    return this.#state === 'active';
  }

  /** Replays the log. Until then every request is answered COORDINATOR_LOAD_IN_PROGRESS. */
  async load(): Promise<void> {
    const core = new GroupCoordinator(this.#config);
    let records = 0;
    for await (const batch of readBatches(this.#platform.timers, this.#partition.log)) {
      if (this.#state === 'closed') return;
      const { producerId, producerEpoch } = batch;
      for (let record = batch.nextRecord(); record !== undefined; record = batch.nextRecord()) {
        records++;
        if (batch.isControl) core.replayMarker(producerId, isCommit(record.key));
        else if (record.key !== null) core.replay(decodeCoordinatorRecord(record.key, record.value), { offset: record.offset, producerId, producerEpoch });
      }
    }
    this.#core = core;
    this.#state = 'active';
    if (records > 0) this.#platform.logger.info(`loaded ${records} records of ${this.#partition.name}`);
    this.#apply(core.onLoaded(this.#platform.clock.now()), null);
  }

  /** Lets the coordinator decide on a request and sees that `asker` gets its answer. */
  ask(asker: Asker, decide: (core: GroupCoordinator, context: Pick<GroupContext, 'now' | 'random' | 'token'>) => Decision): void {
    if (this.#state !== 'active') {
      asker.fail(this.#state === 'loading' ? ErrorCode.COORDINATOR_LOAD_IN_PROGRESS : ErrorCode.NOT_COORDINATOR);
      return;
    }
    this.#askers.add(asker);
    const context = { now: this.#platform.clock.now(), random: () => this.#platform.random.uuid(), token: asker };
    this.#apply(decide(this.#core, context), asker);
  }

  /** A decision that nobody asked for: an expiry, a deleted topic. False: its records were refused, and nothing happened. */
  decide(decide: (core: GroupCoordinator, now: number) => Decision): boolean {
    return this.#state !== 'active' || this.#apply(decide(this.#core, this.#platform.clock.now()), null);
  }

  /** The partition goes elsewhere or the node stops: whoever waits is told so. */
  close(): void {
    this.#state = 'closed';
    this.#failAll(ErrorCode.NOT_COORDINATOR);
  }

  #apply(decision: Decision, asker: Asker | null): boolean {
    if (decision.records.length > 0) {
      const errorCode = asker === null ? this.#appendInParts(decision.records) : this.#append(decision.records);
      if (errorCode !== ErrorCode.NONE) {
        if (asker !== null) this.#finish(asker, (waiting) => waiting.fail(appendErrorCode(errorCode)));
        return false;
      }
    }
    const now = this.#platform.clock.now();
    for (const event of decision.events) this.#core.advance(event, now);
    for (const { id, atMs } of decision.deadlines) this.#setDeadline(id, atMs, now);
    if (decision.responses.length === 0) return true;
    this.#failIfLate(decision);
    this.#partition.whenCommitted(this.#partition.log.logEndOffset, (errorCode) => {
      for (const { token, body } of decision.responses) {
        this.#finish(token as Asker, (waiting) => (errorCode === ErrorCode.NONE ? waiting.answer(body) : waiting.fail(appendErrorCode(errorCode))));
      }
      if (errorCode !== ErrorCode.NONE) this.#startOver();
    });
    return true;
  }

  // Records that are committed later than that stay; only who asked for them is told that they may not.
  #failIfLate(decision: Decision): void {
    const { log } = this.#partition;
    if (decision.records.length === 0 || log.highWatermark >= log.logEndOffset) return;
    const tooLate = () => {
      for (const { token } of decision.responses) this.#finish(token as Asker, (waiting) => waiting.fail(appendErrorCode(ErrorCode.REQUEST_TIMED_OUT)));
    };
    const timer = this.#platform.timers.schedule(this.#options.commitTimeoutMs, tooLate, { keepAlive: false });
    this.#partition.whenCommitted(log.logEndOffset, () => timer.cancel());
  }

  // What nobody asked for (expired offsets, those of a deleted topic) may be more than one batch holds, and need not be whole.
  #appendInParts(records: readonly CoordinatorRecord[]): number {
    for (let at = 0; at < records.length; at += PART_RECORDS) {
      const errorCode = this.#append(records.slice(at, at + PART_RECORDS));
      if (errorCode !== ErrorCode.NONE) return errorCode;
    }
    return ErrorCode.NONE;
  }

  #append(records: readonly CoordinatorRecord[]): number {
    const now = this.#platform.clock.now();
    let batch: Uint8Array;
    try {
      batch = this.#encode(records, now);
    } catch (error) {
      // A name of a request may be longer than a record can hold; in a deadline nobody else would catch that.
      if (!(error instanceof ProtocolError)) throw error;
      this.#platform.logger.error(`${this.#partition.name} cannot hold a record`, { reason: error.message });
      return ErrorCode.UNKNOWN_SERVER_ERROR;
    }
    const appended = this.#partition.append(batch, 'coordinator', now);
    if (appended.errorCode !== ErrorCode.NONE) {
      this.#platform.logger.error(`${this.#partition.name} refused an append: error ${appended.errorCode}`, { reason: appended.errorMessage });
      return appended.errorCode;
    }
    records.forEach((record, index) =>
      this.#core.replay(record, { offset: appended.baseOffset + index, producerId: -1, producerEpoch: -1 }),
    );
    return ErrorCode.NONE;
  }

  #encode(records: readonly CoordinatorRecord[], now: number): Uint8Array {
    const builder = new RecordBatchBuilder({ codec: this.#options.codec });
    for (const record of records) {
      const { key, value } = encodeCoordinatorRecord(record);
      builder.append(now, key, value);
    }
    return builder.build();
  }

  #setDeadline(id: string, atMs: number | null, now: number): void {
    this.#timers.get(id)?.cancel();
    this.#timers.delete(id);
    if (atMs === null) return;
    const due = () => {
      this.#timers.delete(id);
      if (!this.decide((core, at) => core.deadline(id, at))) this.#setDeadline(id, this.#platform.clock.now() + RETRY_MS, this.#platform.clock.now());
    };
    this.#timers.set(id, this.#platform.timers.schedule(Math.max(0, atMs - now), due, { keepAlive: false }));
  }

  // What was replayed may not be in the log: forget it all and read the log again.
  #startOver(): void {
    if (this.#state !== 'active') return;
    this.#state = 'loading';
    this.#failAll(ErrorCode.NOT_COORDINATOR);
    this.load().catch((error: unknown) => {
      this.#platform.logger.error(`${this.#partition.name} cannot be loaded again`, { error: String(error) });
      this.close();
    });
  }

  #failAll(errorCode: number): void {
    for (const timer of this.#timers.values()) timer.cancel();
    this.#timers.clear();
    for (const asker of [...this.#askers]) this.#finish(asker, (waiting) => waiting.fail(errorCode));
  }

  #finish(asker: Asker, run: (asker: Asker) => void): void {
    if (this.#askers.delete(asker)) run(asker);
  }
}

// A control record's key: int16 version, int16 type; type 1 is COMMIT.
function isCommit(key: Uint8Array | null): boolean {
  return key !== null && key[3] === 1;
}
