/** A Kafka consumer, alone or in a classic consumer group. One `poll` at a time; the rest may be called at any time. */
import {
  Backoff, checkedNumber, clientSettings, commitOffsets, fetchCommitted, listOffsets, NetworkClient, offsetTimestamps, partitionKey, partitionText,
  type CommittedOffset, type Committer, type OffsetAnswer, type OffsetToCommit, type TopicPartition,
} from '@millrace/network-client';
import { ErrorCode, KafkaError } from '@millrace/protocol';
import { ChangeSignal } from './change-signal.js';
import { consumerSettings, type ConsumerOptions, type ConsumerSettings } from './consumer-options.js';
import { ConsumerRecords, type ConsumerRecord } from './consumer-record.js';
import { Fetcher } from './fetcher.js';
import { GroupRebalance } from './group/group-rebalance.js';
import { leavingChannel, Membership } from './group/membership.js';
import { PartitionState } from './partition-state.js';
import { Positions } from './positions.js';
import { ensurePartitions, ensureTopics, matchingTopics, subscribedTopics, type Subscription, type TopicPattern } from './subscription.js';

export interface PollOptions {
  /** How long to wait for records. Default 1000. */
  timeoutMs?: number;
  /** Default `maxPollRecords`. */
  maxRecords?: number;
}

/** Sleeps in `poll` are no longer than this, so that a waiting member counts as alive. */
const longestSleepMs = 1_000;
/** How long `close` waits for brokers, unless it is told otherwise. */
const closeTimeoutMs = 30_000;

/** Of a commit: no time to try it again. */
const once = 0;

export class Consumer implements AsyncIterable<ConsumerRecord> {
  readonly #client: NetworkClient;
  readonly #settings: ConsumerSettings;
  readonly #assigned = new Map<string, PartitionState>();
  readonly #changed: ChangeSignal;
  readonly #backoff: Backoff;
  readonly #fetcher: Fetcher;
  readonly #positions: Positions;
  readonly #membership: Membership | null;
  readonly #rebalance: GroupRebalance | null;
  #subscription: Subscription = { kind: 'none' };
  #isPolling = false;
  #isWoken = false;
  #isRefreshing = false;
  #fruitlessRefreshes = 0;
  #nextAutoCommitMs = 0;
  #isAutoCommitting = false;
  #lastCommit: Promise<void> = Promise.resolve();
  #closing: Promise<void> | null = null;
  /** What a loop has polled and not been given yet, the next one last. */
  #ahead: ConsumerRecord[] = [];

  /** Connects on first use. @throws TypeError or RangeError naming the option that is wrong. */
  constructor(options: ConsumerOptions) {
    this.#settings = consumerSettings(options);
    this.#client = new NetworkClient(clientSettings(options, 'millrace-consumer'));
    this.#client.metadata.allowAutoTopicCreation = this.#settings.allowAutoCreateTopics;
    this.#changed = new ChangeSignal(this.#client.platform.timers);
    const { retryBackoffMs, retryBackoffMaxMs } = this.#client.settings;
    this.#backoff = new Backoff(this.#client.platform.random, retryBackoffMs, retryBackoffMaxMs);
    this.#fetcher = new Fetcher(this.#client, this.#settings, this.#assigned, this.#changed);
    this.#positions = new Positions(this.#client, this.#settings, this.#assigned, this.#changed);
    const { groupId } = this.#settings;
    this.#membership = groupId === null ? null : new Membership(this.#client, this.#settings, groupId, this.#changed, (topics) => this.#partitionCounts(topics));
    this.#rebalance = this.#membership === null ? null : new GroupRebalance(
      this.#client, this.#settings, this.#membership, this.#assigned, this.#changed,
      () => this.#groupTopics(), (isLeaving = false) => this.#autoCommit(this.#client.settings.requestTimeoutMs, isLeaving),
    );
    this.#client.metadata.onUpdate(() => this.#onMetadata());
  }

  /** Joins the group for these topics, or for all that match a pattern; partitions come with `poll`. Replaces what was before. */
  subscribe(topics: string | readonly string[] | TopicPattern): void {
    if (this.#membership === null) throw new TypeError('subscribe: a groupId is needed; without a group, assign partitions');
    if (this.#subscription.kind === 'partitions') throw new TypeError('subscribe: partitions were assigned by hand, unsubscribe first');
    ensureTopics('subscribe', topics);
    if (typeof topics === 'object' && 'pattern' in topics) {
      this.#client.metadata.watchOnly(null);
      this.#subscription = { kind: 'pattern', pattern: topics.pattern, topics: [] };
      this.#refreshMetadata();
    } else {
      const names = [...new Set(typeof topics === 'string' ? [topics] : topics)];
      this.#client.metadata.watchOnly(names);
      this.#subscription = { kind: 'topics', topics: names };
    }
    this.#membership.requestJoin('the subscription changed');
  }

  /** Reads exactly these partitions, without a group's rebalances. Partitions that stay keep their positions. */
  assign(partitions: readonly TopicPartition[]): void {
    if (this.#subscription.kind === 'topics' || this.#subscription.kind === 'pattern') throw new TypeError('assign: topics are subscribed to, unsubscribe first');
    ensurePartitions('assign', partitions);
    const wanted = new Map(partitions.map((partition) => [partitionKey(partition.topic, partition.partition), partition]));
    for (const key of this.#assigned.keys()) if (!wanted.has(key)) this.#assigned.delete(key);
    for (const [key, { topic, partition }] of wanted) {
      this.#client.metadata.watch(topic);
      if (!this.#assigned.has(key)) this.#assigned.set(key, new PartitionState(topic, partition));
    }
    this.#subscription = { kind: 'partitions' };
    this.#changed.raise();
  }

  /** Gives everything up and leaves the group. */
  async unsubscribe(): Promise<void> {
    const { kind } = this.#subscription;
    this.#subscription = { kind: 'none' };
    if (this.#rebalance === null || kind === 'partitions') return this.#assigned.clear();
    try {
      await this.#rebalance.release();
    } finally {
      const left = this.#membership?.leave('the consumer unsubscribed');
      this.#assigned.clear();
      await left;
    }
  }

  /** What is assigned now. */
  assignment(): TopicPartition[] {
    return [...this.#assigned.values()].map(({ topic, partition }) => ({ topic, partition }));
  }

  /** The member's id and generation in its group, for those who show them. */
  groupMetadata(): { groupId: string | null; memberId: string; generation: number } {
    return { groupId: this.#settings.groupId, memberId: this.#membership?.memberId ?? '', generation: this.#membership?.generation ?? -1 };
  }

  /**
   * The next records, as soon as there are any; none when the time is over or after `wakeup`. Rebalances happen in here.
   * @throws KafkaError for what will not pass: authorization, damaged records, no offset to begin at
   */
  async poll(options: PollOptions = {}): Promise<ConsumerRecords> {
    this.#ensureOpen('poll');
    const { timeoutMs = 1_000, maxRecords = this.#settings.maxPollRecords } = options;
    if (!(timeoutMs >= 0)) throw new RangeError(`poll: timeoutMs: ${timeoutMs} is not a number of at least 0`);
    if (maxRecords !== Infinity) checkedNumber('poll: maxRecords', maxRecords, 1);
    if (this.#isPolling) throw new TypeError('poll: another poll of this consumer is not over yet');
    if (this.#subscription.kind === 'none') throw new TypeError('poll: subscribe to topics or assign partitions first');
    this.#isPolling = true;
    try {
      return new ConsumerRecords(await this.#poll(timeoutMs, maxRecords));
    } finally {
      this.#isPolling = false;
      this.#isWoken = false;
    }
  }

  /** All records from here on, one after another, until the consumer is closed. Leaving the loop keeps the position behind the last one. */
  async *[Symbol.asyncIterator](): AsyncGenerator<ConsumerRecord, void, void> {
    while (this.#closing === null) {
      this.#ahead = (await this.poll()).records.toReversed();
      try {
        for (let record = this.#ahead.pop(); record !== undefined; record = this.#ahead.pop()) {
          yield record;
          if (this.#closing !== null) return;
        }
      } finally {
        this.#putBackAhead();
      }
    }
  }

  /** Ends the poll under way, or the next one, at once. */
  wakeup(): void {
    this.#isWoken = true;
    this.#changed.raise();
  }

  /**
   * Commits these offsets, or the positions behind everything polled. @throws KafkaError; REBALANCE_IN_PROGRESS,
   * ILLEGAL_GENERATION or UNKNOWN_MEMBER_ID say that the partitions may be another's now
   */
  async commit(offsets?: readonly OffsetToCommit[]): Promise<void> {
    this.#ensureOpen('commit');
    ensurePartitions('commit', offsets ?? []);
    for (const { offset } of offsets ?? []) checkedNumber('commit: offset', offset, 0);
    await this.#commit(offsets ?? this.#consumed(), this.#settings.defaultApiTimeoutMs, false);
  }

  /** The group's committed offsets of these partitions; those without one are left out. */
  async committed(partitions: readonly TopicPartition[]): Promise<CommittedOffset[]> {
    this.#ensureOpen('committed');
    ensurePartitions('committed', partitions);
    return fetchCommitted(this.#client, this.#groupId('committed'), partitions, this.#settings.defaultApiTimeoutMs);
  }

  /** The offset of the next record to be given out; waits until it is known. */
  async position(partition: TopicPartition): Promise<number> {
    const deadlineMs = this.#client.platform.clock.monotonic() + this.#settings.defaultApiTimeoutMs;
    for (;;) {
      this.#ensureOpen('position');
      const state = this.#state(partition, 'position');
      if (state.hasPosition) return state.position;
      this.#positions.find();
      const leftMs = deadlineMs - this.#client.platform.clock.monotonic();
      if (leftMs <= 0) throw new KafkaError(ErrorCode.REQUEST_TIMED_OUT, `position of ${partitionText(partition)}: not within ${this.#settings.defaultApiTimeoutMs} ms`);
      await this.#changed.wait(Math.min(leftMs, longestSleepMs));
    }
  }

  /** The next `poll` begins at this offset. */
  seek(partition: TopicPartition, offset: number): void {
    if (!Number.isSafeInteger(offset) || offset < 0) throw new RangeError(`seek: ${offset} is not an offset`);
    this.#sought(partition, 'seek').seek(offset);
    this.#changed.raise();
  }

  /** Of these partitions, or of all assigned. */
  seekToBeginning(partitions: readonly TopicPartition[] = this.assignment()): void {
    for (const partition of partitions) this.#sought(partition, 'seekToBeginning').resetTo('earliest');
    this.#changed.raise();
  }

  seekToEnd(partitions: readonly TopicPartition[] = this.assignment()): void {
    for (const partition of partitions) this.#sought(partition, 'seekToEnd').resetTo('latest');
    this.#changed.raise();
  }

  /** The first offset at or after each timestamp; -1 when no record is that late. */
  offsetsForTimes(questions: readonly (TopicPartition & { readonly timestamp: number })[]): Promise<OffsetAnswer[]> {
    return this.#listOffsets(questions);
  }

  beginningOffsets(partitions: readonly TopicPartition[]): Promise<OffsetAnswer[]> {
    return this.#listOffsets(partitions.map(({ topic, partition }) => ({ topic, partition, timestamp: offsetTimestamps.earliest })));
  }

  /** With read_committed, the last stable offsets. */
  endOffsets(partitions: readonly TopicPartition[]): Promise<OffsetAnswer[]> {
    return this.#listOffsets(partitions.map(({ topic, partition }) => ({ topic, partition, timestamp: offsetTimestamps.latest })));
  }

  /** The number of partitions of a topic. @throws KafkaError UNKNOWN_TOPIC_OR_PARTITION */
  async partitionsFor(topic: string): Promise<TopicPartition[]> {
    this.#ensureOpen('partitionsFor');
    ensureTopics('partitionsFor', topic);
    const count = (await this.#partitionCounts([topic])).get(topic) ?? 0;
    if (count === 0) throw new KafkaError(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, `topic '${topic}' is not known`);
    return Array.from({ length: count }, (_, partition) => ({ topic, partition }));
  }

  /** How far behind the last answer's end the position is; null while that is not known. */
  lag(partition: TopicPartition): number | null {
    const state = this.#state(partition, 'lag');
    const end = this.#settings.readCommitted ? state.lastStableOffset : state.highWatermark;
    return end < 0 || !state.hasPosition ? null : Math.max(0, end - state.position);
  }

  /** Gives out no records of these until `resume`. */
  pause(partitions: readonly TopicPartition[]): void {
    for (const partition of partitions) this.#state(partition, 'pause').isPaused = true;
  }

  resume(partitions: readonly TopicPartition[]): void {
    for (const partition of partitions) this.#state(partition, 'resume').isPaused = false;
    this.#changed.raise();
  }

  paused(): TopicPartition[] {
    return this.assignment().filter((partition) => this.#state(partition, 'paused').isPaused);
  }

  /** Commits if that is automatic, leaves the group (a static member stays in it) and disconnects. */
  close(options: { timeoutMs?: number } = {}): Promise<void> {
    this.#closing ??= this.#close(checkedNumber('close: timeoutMs', options.timeoutMs ?? closeTimeoutMs, 0));
    return this.#closing;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #poll(timeoutMs: number, maxRecords: number): Promise<ConsumerRecord[]> {
    const { clock } = this.#client.platform;
    const deadlineMs = clock.monotonic() + timeoutMs;
    for (;;) {
      if (this.#subscription.kind !== 'partitions') await this.#rebalance?.step();
      if (clock.monotonic() >= this.#nextAutoCommitMs) this.#autoCommitInBackground();
      if (this.#client.metadata.isStale || this.#missesTopics()) this.#refreshMetadata();
      this.#positions.find();
      const records = this.#fetcher.collect(maxRecords);
      this.#fetcher.fetch();
      const leftMs = deadlineMs - clock.monotonic();
      if (records.length > 0 || leftMs <= 0 || this.#isWoken || this.#closing !== null) return records;
      await this.#changed.wait(Math.min(leftMs, longestSleepMs));
    }
  }

  async #close(timeoutMs: number): Promise<void> {
    this.#changed.raise();
    const { timers } = this.#client.platform;
    await new Promise<void>((resolve) => {
      const timer = timers.schedule(timeoutMs, resolve);
      void this.#farewell().finally(() => {
        timer.cancel();
        resolve();
      });
    });
    this.#membership?.stop();
    this.#client.close();
    this.#changed.raise();
  }

  async #farewell(): Promise<void> {
    try {
      if (this.#subscription.kind === 'partitions') await this.#autoCommit();
      else await this.#rebalance?.release();
    } catch (error) {
      this.#client.platform.logger.warn('the rebalance listener failed while closing', { error: (error as Error).message });
    }
    await Promise.all([this.#membership?.leave('the consumer is being closed'), this.#fetcher.close(this.#client.settings.retryBackoffMaxMs)]);
  }

  async #commit(offsets: readonly OffsetToCommit[], timeoutMs: number, isAutomatic: boolean, channel?: string): Promise<void> {
    const groupId = this.#groupId('commit');
    if (offsets.length === 0) return;
    const committer = this.#committer();
    const attempt = (): Promise<void> => this.#commitOnce(groupId, committer, offsets, channel).catch((error: unknown) => {
      // The other partitions have theirs; a partition that was deleted stays unknown, and the group must not wait for it.
      if (!isAutomatic || !(error instanceof KafkaError) || error.code !== ErrorCode.UNKNOWN_TOPIC_OR_PARTITION) throw error;
      this.#client.platform.logger.warn('an offset could not be committed', { group: groupId, error: error.message });
    });
    const { clock } = this.#client.platform;
    const deadlineMs = clock.monotonic() + timeoutMs;
    const commit = (): Promise<void> => (timeoutMs === once ? attempt() : this.#client.retry(`OffsetCommit for group '${groupId}'`, Math.max(0, deadlineMs - clock.monotonic()), attempt));
    // One behind the other: tried again, an earlier one could undo a later one.
    this.#lastCommit = this.#lastCommit.then(commit, commit);
    await this.#lastCommit;
  }

  async #commitOnce(groupId: string, committer: Committer, offsets: readonly OffsetToCommit[], channel?: string): Promise<void> {
    // Behind a JoinGroup the broker would take it only when the rebalance is over, perhaps long after a later commit.
    if (channel === undefined && this.#membership?.isJoining === true) throw new KafkaError(ErrorCode.REBALANCE_IN_PROGRESS, `commit: group '${groupId}' is rebalancing`);
    // Another may have the partitions in another generation, and have committed more than this.
    if (!this.#isStill(committer)) throw new KafkaError(ErrorCode.REBALANCE_IN_PROGRESS, `commit: group '${groupId}' went on to another generation`);
    try {
      await commitOffsets(this.#client, groupId, committer, offsets, channel === undefined ? {} : { channel });
    } catch (error) {
      if (error instanceof KafkaError && committer.generation >= 0 && this.#isStill(committer)) this.#membership?.onError(error.code);
      throw error;
    }
  }

  #committer(): Committer {
    return this.#membership === null || this.#subscription.kind === 'partitions' ? { memberId: '', generation: -1, groupInstanceId: null } : this.#membership.committer;
  }

  #isStill(committer: Committer): boolean {
    const { memberId, generation } = this.#committer();
    return memberId === committer.memberId && generation === committer.generation;
  }

  /** The positions behind what was given out; in a loop, behind what the loop was given. */
  #consumed(): OffsetToCommit[] {
    const ahead = new Map(this.#ahead.map((record) => [partitionKey(record.topic, record.partition), record]));
    return [...this.#assigned].filter(([, state]) => state.hasPosition).map(([key, { topic, partition, position, positionEpoch }]) => {
      const next = ahead.get(key);
      if (next === undefined || next.offset >= position) return { topic, partition, offset: position, leaderEpoch: positionEpoch };
      return { topic, partition, offset: next.offset, leaderEpoch: next.leaderEpoch };
    });
  }

  /** Before partitions go: tries for so long. Who joins has nothing to commit, unless it leaves instead: what it kept for the rebalance goes too. */
  async #autoCommit(timeoutMs: number = this.#client.settings.requestTimeoutMs, isLeaving = false): Promise<void> {
    const isJoining = this.#membership?.isJoining === true;
    if (!this.#settings.enableAutoCommit || this.#settings.groupId === null || (isJoining && !isLeaving)) return;
    this.#nextAutoCommitMs = this.#client.platform.clock.monotonic() + this.#settings.autoCommitIntervalMs;
    await this.#commit(this.#consumed(), isJoining ? once : timeoutMs, true, isJoining ? leavingChannel : undefined).catch((error: Error) => {
      this.#client.platform.logger.warn('offsets could not be committed', { group: this.#settings.groupId, error: error.message });
    });
  }

  /** Once, and not while one is under way: the next one has newer positions, and none shall queue up before a commit that matters. */
  #autoCommitInBackground(): void {
    if (this.#isAutoCommitting) return;
    this.#isAutoCommitting = true;
    void this.#autoCommit(once).finally(() => {
      this.#isAutoCommitting = false;
    });
  }

  /** What the group is to know of. */
  #groupTopics(): readonly string[] | null {
    const { kind } = this.#subscription;
    return this.#closing !== null || kind === 'none' || kind === 'partitions' ? null : subscribedTopics(this.#subscription);
  }

  /** Has the positions be behind what the loop was given. */
  #putBackAhead(): void {
    for (const record of this.#ahead.splice(0)) {
      const state = this.#assigned.get(partitionKey(record.topic, record.partition));
      if (state !== undefined && state.position > record.offset) state.seek(record.offset, record.leaderEpoch);
    }
  }

  #onMetadata(): void {
    const { view } = this.#client.metadata;
    if (this.#subscription.kind === 'pattern') {
      const topics = matchingTopics(this.#subscription.pattern, view.topics.values());
      const isChanged = topics.join('\n') !== this.#subscription.topics.join('\n');
      this.#subscription = { ...this.#subscription, topics };
      if (isChanged) this.#membership?.requestJoin('the topics that match have changed');
    }
    for (const [topic, count] of this.#membership?.sharedTopics ?? []) {
      if ((view.topics.get(topic)?.partitions.length ?? 0) !== count) this.#membership?.requestJoin(`topic '${topic}' has changed`);
    }
    this.#changed.raise();
  }

  /** Topics that were only just made, or are not yet: nobody else tells when they appear. */
  #missesTopics(): boolean {
    const { topics } = this.#client.metadata.view;
    return subscribedTopics(this.#subscription).some((topic) => (topics.get(topic)?.partitions.length ?? 0) === 0);
  }

  #refreshMetadata(): void {
    if (this.#isRefreshing) return;
    this.#isRefreshing = true;
    const { metadata, platform } = this.#client;
    metadata.refresh().catch((error: Error) => platform.logger.debug('metadata could not be refreshed', { error: error.message })).finally(() => {
      this.#fruitlessRefreshes = this.#missesTopics() ? this.#fruitlessRefreshes + 1 : 0;
      platform.timers.schedule(this.#backoff.afterFailures(this.#fruitlessRefreshes), () => {
        this.#isRefreshing = false;
        this.#changed.raise();
      }, { keepAlive: false });
    });
  }

  async #partitionCounts(topics: readonly string[]): Promise<Map<string, number>> {
    const { metadata } = this.#client;
    const areNew = topics.filter((topic) => metadata.watch(topic) || !metadata.view.topics.has(topic));
    const view = areNew.length === 0 ? await metadata.current() : await metadata.refresh();
    return new Map(topics.map((topic) => [topic, view.topics.get(topic)?.partitions.length ?? 0]));
  }

  async #listOffsets(questions: readonly { topic: string; partition: number; timestamp: number }[]): Promise<OffsetAnswer[]> {
    this.#ensureOpen('listOffsets');
    ensurePartitions('listOffsets', questions);
    const { defaultApiTimeoutMs: timeoutMs, readCommitted } = this.#settings;
    return listOffsets(this.#client, questions, { timeoutMs, readCommitted });
  }

  #state(partition: TopicPartition, what: string): PartitionState {
    const state = this.#assigned.get(partitionKey(partition.topic, partition.partition));
    if (state === undefined) throw new TypeError(`${what}: ${partitionText(partition)} is not assigned to this consumer`);
    return state;
  }

  /** A loop goes on where it was sought. */
  #sought(partition: TopicPartition, what: string): PartitionState {
    const state = this.#state(partition, what);
    this.#ahead = this.#ahead.filter((record) => record.topic !== state.topic || record.partition !== state.partition);
    return state;
  }

  #groupId(what: string): string {
    if (this.#settings.groupId === null) throw new TypeError(`${what}: a groupId is needed`);
    return this.#settings.groupId;
  }

  #ensureOpen(what: string): void {
    if (this.#closing !== null) throw new TypeError(`${what}: the consumer is closed`);
  }
}
