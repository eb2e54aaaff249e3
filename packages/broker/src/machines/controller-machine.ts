/**
 * Drives the quorum and the controller of this node: appends what is decided to the metadata log, syncs it, and when
 * the high watermark has passed, commits it, publishes the image and answers.
 */
import { Controller, type Decision, type DecisionContext } from '@millrace/controller';
import {
  decodeMetadataRecord,
  encodeMetadataRecord,
  type MetadataImage,
  MetadataLoader,
  type MetadataRecord,
} from '@millrace/metadata';
import type { Platform, Timer } from '@millrace/platform';
import { ErrorCode, KafkaError, RecordBatchBuilder, type RecordReader } from '@millrace/protocol';
import type { CreateTopicsRequest, CreateTopicsResponse } from '@millrace/protocol/messages/create-topics';
import type { DescribeQuorumRequest, DescribeQuorumResponse } from '@millrace/protocol/messages/describe-quorum';
import {
  controlRecordBytes,
  controlRecordFrom,
  describeQuorum,
  Raft,
  type RaftEffect,
  type RaftEvent,
  type SnapshotId,
  type Voter,
  type VoterSet,
  votersFromRecord,
} from '@millrace/raft';
import type { Log } from '@millrace/storage';
import { CommitWaiters } from './commit-waiters.js';
import type { ControllerMachineOptions } from './controller-machine-options.js';
import { readBatches } from './log-records.js';
import { goOnAt } from './metadata-log.js';
import { MetadataSnapshots } from './metadata-snapshots.js';
import type { MetadataStore } from './metadata-store.js';

interface CommittedBatch {
  records: MetadataRecord[];
  baseOffset: number;
  lastOffset: number;
  epoch: number;
}

export class ControllerMachine {
  readonly #platform: Platform;
  readonly #options: ControllerMachineOptions;
  readonly #log: Log;
  readonly #store: MetadataStore;
  readonly #loader = new MetadataLoader();
  readonly #queue: RaftEvent[] = [];
  readonly #pending: CommittedBatch[] = [];
  readonly #waiters = new CommitWaiters((error) => this.#fail('an update of the metadata cannot be carried out', error));
  #raft: Raft | null = null;
  #controller: Controller;
  #voters: VoterSet = [];
  #kraftVersion = 0;
  #bootstrap: MetadataRecord[] = [];
  #epoch = -1;
  #highWatermark = -1;
  #leading = false;
  #activated = false;
  #stepping = false;
  #flushing = false;
  #closed = false;
  #timer: Timer | null = null;
  #sessionTimer: Timer | null = null;
  readonly #snapshots: MetadataSnapshots;
  #lastRecordMs = 0;
  #whenActive: (() => void)[] = [];

  constructor(platform: Platform, log: Log, store: MetadataStore, options: ControllerMachineOptions) {
    this.#platform = platform;
    this.#options = options;
    this.#log = log;
    this.#store = store;
    this.#snapshots = new MetadataSnapshots(platform, store, options);
    this.#controller = new Controller({ ...options.controller, kraftVersion: 0 });
  }

  /** The last published image. */
  get image(): MetadataImage {
    return this.#loader.image;
  }

  /** -1 when there is none. */
  get leaderId(): number {
    return this.#leading ? this.#options.nodeId : -1;
  }

  get epoch(): number {
    return this.#epoch;
  }

  get kraftVersion(): number {
    return this.#kraftVersion;
  }

  get voters(): VoterSet {
    return this.#voters;
  }

  /** Reads snapshot and log, joins the quorum; resolves when this node leads and its image is up to date. */
  async start(): Promise<void> {
    await this.#load();
    const { nodeId, directoryId, clusterId, timeouts } = this.#options;
    this.#raft = new Raft({
      node: { id: nodeId, directoryId },
      clusterId,
      voters: this.#voters,
      kraftVersion: this.#kraftVersion,
      quorumState: this.#store.readQuorumState(),
      log: {
        logStartOffset: this.#log.logStartOffset,
        logEndOffset: this.#log.logEndOffset,
        epochs: this.#log.leaderEpochs.entries,
        snapshots: this.#store.snapshots().filter((id) => id.endOffset > 0),
      },
      timeouts,
      random: this.#platform.random,
    });
    const active = new Promise<void>((resolve) => this.#whenActive.push(resolve));
    this.#step({ type: 'start' });
    await active;
  }

  /**
   * Decides on a request. Never throws; rejects with KafkaError NOT_CONTROLLER when this node does not lead or ceases to, and
   * with whatever the decision throws or the log refuses.
   */
  decide<R>(decide: (controller: Controller, context: DecisionContext) => Decision<R>): Promise<R> {
    if (!this.#activated) return Promise.reject(new KafkaError(ErrorCode.NOT_CONTROLLER));
    return this.#apply(() => decide(this.#controller, this.#context()));
  }

  createTopics(request: CreateTopicsRequest): Promise<CreateTopicsResponse> {
    return this.decide((controller, context) => controller.createTopics(request, context));
  }

  describeQuorum(request: DescribeQuorumRequest, version: number): DescribeQuorumResponse {
    const { clock } = this.#platform;
    const now = clock.monotonic();
    return describeQuorum(this.#raft!, request, version, now, clock.now() - Math.floor(now));
  }

  /**
   * Ends the session that activation gave to an earlier process of this broker. This process holds the directory's lock,
   * so the earlier one is gone: after a crash nobody has to wait for broker.session.timeout.ms.
   */
  endSession(brokerId: number): void {
    this.#controller.advance({ type: 'sessionEnded', brokerId }, this.#platform.clock.monotonic());
    this.#watchSessions();
  }

  /** Waits for what is under way, then lets go of the log. */
  async stop(): Promise<void> {
    this.#closed = true;
    this.#timer?.cancel();
    this.#sessionTimer?.cancel();
    this.#waiters.fail(ErrorCode.NOT_CONTROLLER);
    await this.#log.close();
  }

  async #load(): Promise<void> {
    const { staticVoters } = this.#options;
    this.#voters = staticVoters;
    const snapshots = this.#store.snapshots();
    const latest = snapshots.at(-1);
    let from = this.#log.logStartOffset;
    if (latest !== undefined) from = Math.max(from, this.#loadSnapshot(latest));
    else this.#bootstrap = this.#store.readOldBootstrap()?.records.map(decodeMetadataRecord) ?? [];
    if (from > this.#log.logEndOffset) goOnAt(this.#log, from, this.#platform.logger);
    for await (const batch of readBatches(this.#platform.timers, this.#log, from)) this.#loadBatch(batch);
    if (this.#log.logEndOffset > 0) this.#bootstrap = [];
    if (latest === undefined || latest.endOffset === 0) this.#snapshots.appended(this.#log.sizeInBytes);
  }

  // Gives the offset that the log goes on from.
  #loadSnapshot(id: SnapshotId): number {
    const content = this.#store.readSnapshot(id);
    this.#kraftVersion = content.kraftVersion;
    if (content.voters !== null) this.#voters = content.voters;
    const records = content.records.map(decodeMetadataRecord);
    if (id.endOffset === 0) {
      this.#bootstrap = records;
      return 0;
    }
    void this.#options.publish(this.#loader.loadSnapshot(records, id.endOffset - 1, id.epoch));
    this.#controller.load(this.#loader.image);
    return id.endOffset;
  }

  #loadBatch(batch: RecordReader): void {
    const { baseOffset, lastOffset } = batch;
    const epoch = this.#log.leaderEpochs.epochAt(baseOffset);
    const records: MetadataRecord[] = [];
    for (let record = batch.nextRecord(); record !== undefined; record = batch.nextRecord()) {
      if (batch.isControl) this.#loadControl(record.key!, record.value!);
      else records.push(decodeMetadataRecord(record.value!));
      this.#lastRecordMs = record.timestamp;
    }
    if (records.length > 0) this.#controller.replay(records, baseOffset, epoch);
    this.#pending.push({ records, baseOffset, lastOffset, epoch });
  }

  #loadControl(key: Uint8Array, value: Uint8Array): void {
    const record = controlRecordFrom(key, value);
    if (record?.type === 'voters') this.#voters = votersFromRecord(record.record);
    else if (record?.type === 'kraftVersion') this.#kraftVersion = record.kraftVersion;
  }

  #context(): DecisionContext {
    return { now: this.#platform.clock.monotonic(), random: this.#platform.random, nextOffset: this.#log.logEndOffset };
  }

  // Not async: what is decided is appended and replayed in order, and answered in the turn in which it is committed.
  #apply<R>(decide: () => Decision<R>): Promise<R> {
    try {
      return this.#carryOutDecision(decide());
    } catch (error) {
      return Promise.reject(error as Error);
    }
  }

  #carryOutDecision<R>(decision: Decision<R>): Promise<R> {
    if (decision.records.length > 0) this.#appendRecords(decision.records);
    const now = this.#platform.clock.monotonic();
    for (const event of decision.events) this.#controller.advance(event, now);
    this.#watchSessions();
    const offset = this.#controller.image.offset;
    if (offset < this.#highWatermark) return Promise.resolve(decision.response);
    return new Promise((resolve, reject) => {
      this.#waiters.add(offset, (errorCode) => (errorCode === ErrorCode.NONE ? resolve(decision.response) : reject(new KafkaError(errorCode))));
    });
  }

  #appendRecords(records: readonly MetadataRecord[]): void {
    const now = (this.#lastRecordMs = this.#platform.clock.now());
    const builder = new RecordBatchBuilder({});
    for (const record of records) builder.append(now, null, encodeMetadataRecord(record));
    const baseOffset = this.#log.logEndOffset;
    const batch = builder.build();
    // Before they are appended: records that do not fit would keep the node from ever starting again.
    this.#controller.replay(records, baseOffset, this.#epoch);
    try {
      this.#append(batch);
    } catch (error) {
      if (this.#log.logEndOffset === baseOffset) this.#controller.takeBack();
      throw error;
    }
    this.#pending.push({ records: [...records], baseOffset, lastOffset: this.#log.logEndOffset - 1, epoch: this.#epoch });
  }

  #append(batch: Uint8Array): void {
    const baseOffset = this.#log.logEndOffset;
    const appended = this.#log.append(batch, { leaderEpoch: this.#epoch, origin: 'raft', now: this.#platform.clock.now() });
    if (appended.errorCode !== ErrorCode.NONE) {
      throw new Error(`the metadata log refused an append: error ${appended.errorCode} ${appended.errorMessage ?? ''}`);
    }
    this.#snapshots.appended(batch.length);
    this.#step({ type: 'logAppended', baseOffset, endOffset: this.#log.logEndOffset, epoch: this.#epoch });
    this.#flush();
  }

  // One sync at a time; what was appended meanwhile goes with the next.
  #flush(): void {
    if (this.#flushing || this.#closed) return;
    this.#flushing = true;
    const end = this.#log.logEndOffset;
    this.#log.flush().then(
      () => {
        this.#flushing = false;
        if (this.#closed) return;
        this.#step({ type: 'logFlushed', offset: end });
        if (this.#log.logEndOffset > end) this.#flush();
      },
      (error: unknown) => this.#fail('the metadata log cannot be synced', error),
    );
  }

  #step(event: RaftEvent): void {
    this.#queue.push(event);
    if (this.#stepping || this.#raft === null) return;
    this.#stepping = true;
    try {
      for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
        const { effects, deadline } = this.#raft.step(next, this.#platform.clock.monotonic());
        this.#setDeadline(deadline);
        for (const effect of effects) this.#carryOut(effect);
      }
    } finally {
      this.#stepping = false;
    }
    this.#activateIfReady();
  }

  #setDeadline(deadline: number): void {
    this.#timer?.cancel();
    this.#timer = null;
    if (!Number.isFinite(deadline)) return;
    const delay = Math.max(0, deadline - this.#platform.clock.monotonic());
    this.#timer = this.#platform.timers.schedule(delay, () => this.#step({ type: 'tick' }), { keepAlive: false });
  }

  #carryOut(effect: RaftEffect): void {
    switch (effect.type) {
      case 'persistQuorumState':
        this.#store.writeQuorumState(effect.state, this.#kraftVersion, this.#voters.map((voter: Voter) => voter.id));
        return;
      case 'becameLeader':
        this.#leading = true;
        this.#epoch = effect.epoch;
        return;
      case 'append':
        this.#appendControl(effect);
        return;
      case 'highWatermark':
        this.#commit(effect.offset);
        return;
      case 'resigned':
        this.#resign();
        return;
      case 'leaderChanged':
        return;
      default:
        // With one voter there is nobody to send to, to fetch from or to answer.
        throw new Error(`a quorum of one voter has no use for the effect ${effect.type}`);
    }
  }

  #appendControl(effect: Extract<RaftEffect, { type: 'append' }>): void {
    const now = this.#platform.clock.now();
    const builder = new RecordBatchBuilder({ control: true });
    for (const record of effect.records) {
      const { key, value } = controlRecordBytes(record);
      builder.append(now, key, value);
    }
    const baseOffset = this.#log.logEndOffset;
    this.#append(builder.build());
    this.#pending.push({ records: [], baseOffset, lastOffset: this.#log.logEndOffset - 1, epoch: effect.epoch });
  }

  #commit(highWatermark: number): void {
    this.#highWatermark = highWatermark;
    this.#log.updateHighWatermark(highWatermark);
    this.#controller.commit(highWatermark);
    while (this.#pending.length > 0 && this.#pending[0]!.lastOffset < highWatermark) {
      const batch = this.#pending.shift()!;
      batch.records.forEach((record, index) => this.#loader.replay(record, batch.baseOffset + index, batch.epoch));
      if (batch.records.length === 0) this.#loader.skip(batch.lastOffset, batch.epoch);
    }
    const update = this.#loader.publish();
    const publishing = update === undefined ? null : this.#options.publish(update);
    this.#waiters.committed(highWatermark, publishing);
    this.#snapshotIfDue();
  }

  #activateIfReady(): void {
    if (!this.#leading || this.#activated || this.#stepping) return;
    const raftReady = this.#highWatermark >= this.#log.logEndOffset;
    if (!raftReady) return;
    this.#activated = true;
    this.#controller = this.#withKraftVersion();
    const bootstrap = this.#bootstrap;
    this.#bootstrap = [];
    const activated = this.#apply(() => this.#controller.activate(bootstrap));
    activated.then(
      () => {
        for (const resolve of this.#whenActive.splice(0)) resolve();
      },
      (error: unknown) => this.#fail('the controller cannot be activated', error),
    );
  }

  // The level is known only when log and snapshot are read; the controller is told once, before it decides anything.
  #withKraftVersion(): Controller {
    const controller = new Controller({ ...this.#options.controller, kraftVersion: this.#kraftVersion });
    controller.load(this.#controller.image);
    return controller;
  }

  #watchSessions(): void {
    this.#sessionTimer?.cancel();
    this.#sessionTimer = null;
    const deadline = this.#controller.nextDeadline();
    if (!Number.isFinite(deadline) || this.#closed) return;
    const delay = Math.max(0, deadline - this.#platform.clock.monotonic());
    const fence = (): void => {
      this.decide((controller, context) => controller.fenceStaleBroker(context)).catch((error: unknown) => this.#fail('a broker cannot be fenced', error));
    };
    this.#sessionTimer = this.#platform.timers.schedule(delay, fence, { keepAlive: false });
  }

  #resign(): void {
    this.#leading = false;
    this.#activated = false;
    this.#controller.resign();
    this.#waiters.fail(ErrorCode.NOT_CONTROLLER);
  }

  #fail(what: string, error: unknown): void {
    if (this.#closed) return;
    this.#platform.logger.error(what, { error: error instanceof Error ? error.message : String(error) });
    this.#resign();
  }

  #snapshotIfDue(): void {
    if (this.#loader.inTransaction || this.#loader.image.offset < 0) return;
    this.#snapshots.writeIfDue(
      { image: this.#loader.image, kraftVersion: this.#kraftVersion, voters: this.#kraftVersion >= 1 ? this.#voters : null, lastRecordMs: this.#lastRecordMs },
      (id) => this.#snapshotWritten(id),
    );
  }

  #snapshotWritten(id: SnapshotId): void {
    if (this.#closed) return;
    this.#step({ type: 'snapshotCreated', id });
    if (this.#log.deleteRecordsBefore(id.endOffset)) this.#log.applyRetention(this.#platform.clock.now());
    this.#step({ type: 'logStartMoved', offset: this.#log.logStartOffset });
  }
}
