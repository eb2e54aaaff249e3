/**
 * Fetch of a consumer (KIP-74, KIP-98, KIP-227, KIP-516): reads what is there, or waits for `minBytes` up to
 * `maxWaitMs`. Ranges are fixed when the answer is made; their bytes are read when the socket takes them.
 */
import { ErrorCode, type Decoded } from '@millrace/protocol';
import { fetchRequest, fetchResponse, type FetchRequest, type FetchResponse, type FetchResponsePartitionData } from '@millrace/protocol/messages/fetch';
import type { BrokerNode } from '../broker-node.js';
import { type FetchContext, type FetchPartition, moveToEnd } from '../fetch-sessions/fetch-session-cache.js';
import type { DataWaiter } from '../replication/partition.js';
import { type ReadLimits, type PartitionRead, readPartitions, releaseReads } from '../replication/read-partitions.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

const CONSUMER = -1;

export const fetch: AnyHandler = handler({
  request: fetchRequest,
  response: fetchResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<FetchRequest>, context: RequestContext): FetchResponse | Promise<FetchResponse | null> {
    const replicaId = context.apiVersion >= 15 ? request.replicaState.replicaId : request.replicaId;
    if (replicaId !== CONSUMER && replicaId >= 0) return notForReplicas(node, request, context.apiVersion);
    const session = openSession(node, request, context);
    if (session.kind === 'error') return topLevelError(session.errorCode);
    const limits: ReadLimits = {
      maxBytes: Math.min(request.maxBytes, node.settings.fetchMaxBytes),
      upTo: request.isolationLevel === 1 ? 'lastStable' : 'highWatermark',
      byTopicId: context.apiVersion >= 13,
    };
    const reads = readPartitions(node, session.partitions, limits);
    const enough = Math.min(request.minBytes, limits.maxBytes);
    if (request.maxWaitMs <= 0 || session.partitions.length === 0 || isEnough(reads, enough)) {
      return answer(node, session, reads, context);
    }
    releaseReads(reads);
    return new DelayedFetch(node, session, limits, enough, context).wait(request.maxWaitMs, reads);
  },
});

/** A fetch that waits for more bytes. It looks again at the end of the turn in which one of its partitions moved. */
class DelayedFetch implements DataWaiter {
  readonly #node: BrokerNode;
  readonly #session: Exclude<FetchContext, { kind: 'error' }>;
  readonly #limits: ReadLimits;
  readonly #enough: number;
  readonly #context: RequestContext;
  #resolve: (response: FetchResponse | null) => void = () => {};
  #cancelTimer: () => void = () => {};
  #watched: PartitionRead[] = [];
  #lookAsked = false;
  #done = false;

  constructor(
    node: BrokerNode,
    session: Exclude<FetchContext, { kind: 'error' }>,
    limits: ReadLimits,
    enough: number,
    context: RequestContext,
  ) {
    this.#node = node;
    this.#session = session;
    this.#limits = limits;
    this.#enough = enough;
    this.#context = context;
  }

  wait(maxWaitMs: number, reads: PartitionRead[]): Promise<FetchResponse | null> {
    return new Promise((resolve) => {
      this.#resolve = resolve;
      this.#watched = reads;
      // Nobody hears the answer then, but what the request held is given back.
      this.#context.session.whenClosed = () => {
        this.#finish();
        resolve(null);
      };
      for (const read of reads) read.source?.watchData(this);
      const timer = this.#node.platform.timers.schedule(maxWaitMs, () => this.#look(true), { keepAlive: false });
      this.#cancelTimer = () => timer.cancel();
    });
  }

  moreData(): void {
    if (this.#lookAsked || this.#done) return;
    this.#lookAsked = true;
    this.#node.platform.timers.soon(() => {
      this.#lookAsked = false;
      this.#look(false);
    });
  }

  #look(timeIsOver: boolean): void {
    if (this.#done) return;
    const reads = readPartitions(this.#node, this.#session.partitions, this.#limits);
    if (!timeIsOver && !isEnough(reads, this.#enough)) return releaseReads(reads);
    this.#finish();
    this.#resolve(answer(this.#node, this.#session, reads, this.#context));
  }

  #finish(): void {
    this.#done = true;
    this.#context.session.whenClosed = null;
    this.#cancelTimer();
    for (const read of this.#watched) read.source?.unwatchData(this);
  }
}

function isEnough(reads: readonly PartitionRead[], enough: number): boolean {
  let bytes = 0;
  for (const read of reads) {
    if (read.errorCode !== ErrorCode.NONE || read.divergingEpoch !== null) return true;
    bytes += read.records?.byteLength ?? 0;
  }
  return bytes >= enough;
}

function openSession(node: BrokerNode, request: Decoded<FetchRequest>, context: RequestContext): FetchContext {
  // Of a partition that is asked for twice the last asking holds, in the place of the first, as in Kafka: else it would be sent twice.
  const partitions = new Map<string, FetchPartition>();
  for (const topic of request.topics) {
    for (const asked of topic.partitions) {
      partitions.set(`${topic.topicId}/${topic.topic}/${asked.partition}`, {
        topic: topic.topic,
        topicId: topic.topicId,
        partition: asked.partition,
        fetchOffset: asked.fetchOffset,
        maxBytes: asked.partitionMaxBytes,
        currentLeaderEpoch: asked.currentLeaderEpoch,
        lastFetchedEpoch: asked.lastFetchedEpoch,
        logStartOffset: asked.logStartOffset,
        lastHighWatermark: -1,
        lastLogStartOffset: -1,
      });
    }
  }
  const forgotten = request.forgottenTopicsData.flatMap((topic) =>
    topic.partitions.map((partition) => ({ topic: topic.topic, topicId: topic.topicId, partition })),
  );
  const { sessionId, sessionEpoch } = request;
  const usesTopicIds = context.apiVersion >= 13;
  return node.fetchSessions.open({ sessionId, sessionEpoch, usesTopicIds, partitions: [...partitions.values()], forgotten }, context.receivedMs);
}

function answer(
  node: BrokerNode,
  session: Exclude<FetchContext, { kind: 'error' }>,
  reads: readonly PartitionRead[],
  context: RequestContext,
): FetchResponse {
  const byTopic = new Map<string, { topic: string; topicId: string; partitions: FetchResponsePartitionData[] }>();
  for (const read of reads) {
    if (!mustBeTold(session, read)) continue;
    const { topic, topicId } = read.asked;
    const key = context.apiVersion >= 13 ? topicId : topic;
    let entry = byTopic.get(key);
    if (entry === undefined) byTopic.set(key, (entry = { topic, topicId, partitions: [] }));
    entry.partitions.push(partitionData(read));
    read.asked.lastHighWatermark = read.highWatermark;
    read.asked.lastLogStartOffset = read.logStartOffset;
    if (read.source !== null) node.trafficMetrics.fetched(read.source.topic, read.errorCode === ErrorCode.NONE ? (read.records?.byteLength ?? 0) : null);
    if (session.kind === 'incremental' && read.records !== null) moveToEnd(session.session, read.asked);
  }
  const sessionId = session.kind === 'sessionless' ? 0 : (session.session?.id ?? 0);
  return { throttleTimeMs: 0, errorCode: ErrorCode.NONE, sessionId, responses: [...byTopic.values()] };
}

// An incremental answer names only partitions with news (KIP-227).
function mustBeTold(session: Exclude<FetchContext, { kind: 'error' }>, read: PartitionRead): boolean {
  if (session.kind !== 'incremental') return true;
  if (read.records !== null && read.records.byteLength > 0) return true;
  if (read.errorCode !== ErrorCode.NONE || read.divergingEpoch !== null) return true;
  return read.highWatermark !== read.asked.lastHighWatermark || read.logStartOffset !== read.asked.lastLogStartOffset;
}

function partitionData(read: PartitionRead): FetchResponsePartitionData {
  const data: FetchResponsePartitionData = {
    partitionIndex: read.asked.partition,
    errorCode: read.errorCode,
    highWatermark: read.highWatermark,
    lastStableOffset: read.lastStableOffset,
    logStartOffset: read.logStartOffset,
    abortedTransactions: read.abortedTransactions,
    records: read.records ?? NO_RECORDS,
  };
  if (read.divergingEpoch !== null) data.divergingEpoch = read.divergingEpoch;
  return data;
}

const NO_RECORDS = new Uint8Array(0);

// No partition has another replica than this node's.
function notForReplicas(node: BrokerNode, request: Decoded<FetchRequest>, apiVersion: number): FetchResponse {
  const errorCode = ErrorCode.NOT_LEADER_OR_FOLLOWER;
  const responses = request.topics.map(({ topic, topicId, partitions }) => ({
    topic,
    topicId,
    partitions: partitions.map(({ partition }): FetchResponsePartitionData => {
      const led = node.partitions.get(topic === '' ? (node.topicName(topicId) ?? '') : topic, partition);
      // KIP-951.
      const currentLeader = led === undefined || apiVersion < 16 ? undefined : { leaderId: node.nodeId, leaderEpoch: led.leaderEpoch };
      return { partitionIndex: partition, errorCode, highWatermark: -1, abortedTransactions: null, records: NO_RECORDS, currentLeader };
    }),
  }));
  return { throttleTimeMs: 0, errorCode: ErrorCode.NONE, sessionId: 0, responses };
}

function topLevelError(errorCode: number): FetchResponse {
  return { throttleTimeMs: 0, errorCode, sessionId: 0, responses: [] };
}

