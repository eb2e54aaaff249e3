/**
 * Fetches in the background: one request to each leader at a time, for the partitions of which nothing is at hand, so that
 * at most one answer per broker and partition waits here. `collect` gives the records out in turn.
 */
import { partitionKey, zeroTopicId, type BrokerNode, type NetworkClient } from '@millrace/network-client';
import { ErrorCode, errorMessage, KafkaError, type Decoded } from '@millrace/protocol';
import type { FetchResponse } from '@millrace/protocol/messages/fetch';
import type { ChangeSignal } from './change-signal.js';
import type { ConsumerRecord } from './consumer-record.js';
import type { ConsumerSettings } from './consumer-options.js';
import { fetchApi, fetchRequestOf, lastVersionByName } from './fetch-request.js';
import { FetchSession, type FetchTarget } from './fetch-session.js';
import { FetchedRecords } from './fetched-records.js';
import type { PartitionState } from './partition-state.js';

type PartitionAnswer = Decoded<FetchResponse>['responses'][number]['partitions'][number];

/** Fetches may wait at the broker, so they have a connection of their own. */
const channel = 'fetch';

export class Fetcher {
  readonly #client: NetworkClient;
  readonly #settings: ConsumerSettings;
  readonly #assigned: ReadonlyMap<string, PartitionState>;
  readonly #changed: ChangeSignal;
  readonly #sessions = new Map<number, FetchSession>();
  readonly #busy = new Set<number>();
  #failure: Error | null = null;
  #isRefreshing = false;
  /** The partition to begin with, so that none starves. */
  #turn = 0;

  constructor(client: NetworkClient, settings: ConsumerSettings, assigned: ReadonlyMap<string, PartitionState>, changed: ChangeSignal) {
    this.#client = client;
    this.#settings = settings;
    this.#assigned = assigned;
    this.#changed = changed;
  }

  /** Asks every leader that has partitions to be asked for and is not being asked already. */
  fetch(): void {
    const nowMs = this.#client.platform.clock.monotonic();
    const byLeader = new Map<number, PartitionState[]>();
    let isLeaderUnknown = false;
    for (const state of this.#assigned.values()) {
      if (!state.hasPosition || state.isPaused || state.fetched !== null || state.isFetching || state.notBeforeMs > nowMs) continue;
      const leader = this.#client.metadata.view.leader(state.topic, state.partition);
      if (leader === undefined) isLeaderUnknown = true;
      else byLeader.set(leader.nodeId, [...(byLeader.get(leader.nodeId) ?? []), state]);
    }
    if (isLeaderUnknown) this.#refresh();
    for (const [nodeId, states] of byLeader) {
      const node = this.#client.metadata.view.brokers.get(nodeId);
      if (node !== undefined && !this.#busy.has(nodeId)) void this.#fetchFrom(node, states);
    }
  }

  /** Up to so many records at hand, and moves the positions behind them. @throws a failure that will not pass by itself. */
  collect(maxRecords: number): ConsumerRecord[] {
    if (this.#failure !== null) {
      const failure = this.#failure;
      this.#failure = null;
      throw failure;
    }
    const records: ConsumerRecord[] = [];
    const states = [...this.#assigned.values()];
    const first = this.#turn;
    for (let index = 0; index < states.length && records.length < maxRecords; index++) {
      const at = (first + index) % states.length;
      // A partition with more to give has its turn again, so that one batch is used up before the next.
      this.#turn = this.#drain(states[at]!, records, maxRecords) ? at : at + 1;
    }
    return records;
  }

  /** Ends the sessions at the brokers, without waiting for their answers for long. */
  async close(timeoutMs: number): Promise<void> {
    await Promise.all([...this.#sessions].map(async ([nodeId, session]) => {
      const node = this.#client.metadata.view.brokers.get(nodeId);
      const request = session.closing();
      if (node === undefined || request === null || this.#busy.has(nodeId) || this.#client.pool.openedConnection(node, channel) === null) return;
      const message = fetchRequestOf(request, this.#settings, 0);
      await this.#client.send(node, fetchApi, message, { channel, timeoutMs }).catch(() => {}); // the broker drops it in time
    }));
  }

  /** True when more is at hand than was asked for. */
  #drain(state: PartitionState, records: ConsumerRecord[], maxRecords: number): boolean {
    const { fetched } = state;
    if (fetched === null || state.isPaused) return false;
    try {
      while (records.length < maxRecords) {
        const record = fetched.next();
        state.position = fetched.nextOffset;
        if (record === undefined) {
          state.fetched = null;
          return false;
        }
        state.positionEpoch = record.leaderEpoch;
        records.push(record);
      }
      return true;
    } catch (error) {
      // The position stays before the damage; what came before it is still given out.
      const failure = new KafkaError(ErrorCode.CORRUPT_MESSAGE, `records of ${state.topic}-${state.partition} from offset ${state.position}: ${(error as Error).message}`, { cause: error });
      state.fetched = null;
      if (records.length === 0) throw failure;
      this.#failure = failure;
      return false;
    }
  }

  async #fetchFrom(node: BrokerNode, states: PartitionState[]): Promise<void> {
    const session = this.#session(node.nodeId);
    this.#busy.add(node.nodeId);
    const asked = new Map(states.map((state) => [partitionKey(state.topic, state.partition), state]));
    const offsets = new Map(states.map((state) => [state, state.position]));
    for (const state of states) state.isFetching = true;
    try {
      const connection = await this.#client.connection(node, channel);
      const request = session.request(this.#targets(states));
      const topicNames = new Map(states.map((state) => [this.#topicId(state.topic), state.topic]));
      const hasIds = !topicNames.has(zeroTopicId);
      const timeoutMs = this.#client.settings.requestTimeoutMs + this.#settings.fetchMaxWaitMs;
      const answer = await connection.send(fetchApi, fetchRequestOf(request, this.#settings, this.#settings.fetchMaxWaitMs), {
        timeoutMs, ...(hasIds ? {} : { maxVersion: lastVersionByName }),
      });
      if (session.onAnswer(answer.errorCode, answer.sessionId)) this.#take(answer, asked, offsets, topicNames);
      else this.#onSessionOver(answer.errorCode, states);
    } catch (error) {
      session.onFailure();
      this.#onRequestFailure(error as Error, states);
    } finally {
      this.#busy.delete(node.nodeId);
      for (const state of states) state.isFetching = false;
      this.#changed.raise();
    }
  }

  #targets(states: PartitionState[]): Map<string, FetchTarget> {
    return new Map(states.map((state) => {
      const target: FetchTarget = {
        topic: state.topic,
        topicId: this.#topicId(state.topic),
        partition: state.partition,
        fetchOffset: state.position,
        leaderEpoch: this.#client.metadata.view.partition(state.topic, state.partition)?.leaderEpoch ?? -1,
        maxBytes: this.#settings.maxPartitionFetchBytes,
      };
      return [partitionKey(state.topic, state.partition), target];
    }));
  }

  #take(answer: Decoded<FetchResponse>, asked: ReadonlyMap<string, PartitionState>, offsets: ReadonlyMap<PartitionState, number>, topicNames: ReadonlyMap<string, string>): void {
    for (const topic of answer.responses) {
      const name = topic.topic === '' ? topicNames.get(topic.topicId) : topic.topic;
      for (const partition of topic.partitions) {
        const state = name === undefined ? undefined : asked.get(partitionKey(name, partition.partitionIndex));
        // Gone meanwhile, or moved by a seek: the bytes are of no use.
        if (state === undefined || !this.#isAssigned(state) || state.position !== offsets.get(state)) continue;
        if (partition.currentLeader.leaderId >= 0) {
          const { leaderId, leaderEpoch } = partition.currentLeader;
          this.#client.metadata.learnLeader(state.topic, state.partition, leaderId, leaderEpoch, answer.nodeEndpoints);
        }
        if (partition.errorCode === ErrorCode.NONE) this.#keep(state, partition);
        else this.#onPartitionError(state, partition.errorCode);
      }
    }
  }

  #keep(state: PartitionState, answer: PartitionAnswer): void {
    state.highWatermark = answer.highWatermark;
    state.lastStableOffset = answer.lastStableOffset;
    state.logStartOffset = answer.logStartOffset;
    if (answer.records === null || answer.records.length === 0) return;
    const aborted = this.#settings.readCommitted ? (answer.abortedTransactions ?? []) : null;
    state.fetched = new FetchedRecords(state.topic, state.partition, answer.records, state.position, this.#settings.checkCrcs, aborted);
  }

  #onPartitionError(state: PartitionState, errorCode: number): void {
    switch (errorCode) {
      case ErrorCode.OFFSET_OUT_OF_RANGE:
        if (this.#settings.autoOffsetReset === 'none') this.#fail(state, errorCode, `offset ${state.position} is out of range and autoOffsetReset is 'none'`);
        else state.resetTo(this.#settings.autoOffsetReset);
        return;
      case ErrorCode.NOT_LEADER_OR_FOLLOWER:
      case ErrorCode.REPLICA_NOT_AVAILABLE:
      case ErrorCode.KAFKA_STORAGE_ERROR:
      case ErrorCode.FENCED_LEADER_EPOCH:
      case ErrorCode.UNKNOWN_LEADER_EPOCH:
      case ErrorCode.OFFSET_NOT_AVAILABLE:
      case ErrorCode.UNKNOWN_TOPIC_OR_PARTITION:
      case ErrorCode.UNKNOWN_TOPIC_ID:
      case ErrorCode.INCONSISTENT_TOPIC_ID:
      case ErrorCode.UNKNOWN_SERVER_ERROR:
        this.#delay(state);
        this.#refresh();
        return;
      default:
        this.#fail(state, errorCode, errorMessage(errorCode));
    }
  }

  #fail(state: PartitionState, errorCode: number, detail: string): void {
    this.#delay(state);
    this.#failure ??= new KafkaError(errorCode, `Fetch of ${state.topic}-${state.partition}: ${detail}`);
  }

  #onSessionOver(errorCode: number, states: PartitionState[]): void {
    if (errorCode === ErrorCode.FETCH_SESSION_ID_NOT_FOUND || errorCode === ErrorCode.INVALID_FETCH_SESSION_EPOCH) return;
    for (const state of states) this.#delay(state);
    this.#refresh();
  }

  #onRequestFailure(failure: Error, states: PartitionState[]): void {
    for (const state of states) this.#delay(state);
    if (this.#client.isClosed) return;
    this.#client.platform.logger.debug('a fetch failed', { error: failure.message });
    if (failure instanceof KafkaError && !failure.retriable) this.#failure ??= failure;
    this.#refresh();
  }

  #delay(state: PartitionState): void {
    const { platform, settings } = this.#client;
    state.notBeforeMs = platform.clock.monotonic() + settings.retryBackoffMs;
    platform.timers.schedule(settings.retryBackoffMs, () => this.#changed.raise(), { keepAlive: false });
  }

  #refresh(): void {
    if (this.#isRefreshing) return;
    this.#isRefreshing = true;
    const { metadata, platform, settings } = this.#client;
    metadata.refresh().catch((error: Error) => platform.logger.debug('metadata could not be refreshed', { error: error.message })).finally(() => {
      platform.timers.schedule(settings.retryBackoffMs, () => {
        this.#isRefreshing = false;
        this.#changed.raise();
      }, { keepAlive: false });
    });
  }

  #isAssigned(state: PartitionState): boolean {
    return this.#assigned.get(partitionKey(state.topic, state.partition)) === state;
  }

  #topicId(topic: string): string {
    return this.#client.metadata.view.topics.get(topic)?.topicId ?? zeroTopicId;
  }

  #session(nodeId: number): FetchSession {
    let session = this.#sessions.get(nodeId);
    if (session === undefined) {
      session = new FetchSession();
      this.#sessions.set(nodeId, session);
    }
    return session;
  }
}
