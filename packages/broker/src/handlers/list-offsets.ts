/** ListOffsets (KIP-79, KIP-734, KIP-405): an offset by timestamp, or one of the special ones. */
import { ErrorCode, ProtocolError, type Decoded } from '@millrace/protocol';
import {
  listOffsetsRequest,
  listOffsetsResponse,
  type ListOffsetsRequest,
  type ListOffsetsRequestListOffsetsPartition,
  type ListOffsetsResponse,
  type ListOffsetsResponseListOffsetsPartitionResponse,
} from '@millrace/protocol/messages/list-offsets';
import type { BrokerNode } from '../broker-node.js';
import { absentErrorCode } from '../replication/absence.js';
import type { Partition } from '../replication/partition.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

const LATEST = -1;
const EARLIEST = -2;
const MAX_TIMESTAMP = -3;
const EARLIEST_LOCAL = -4;
const LATEST_TIERED = -5;
const EARLIEST_PENDING_UPLOAD = -6;
/** From which version on each special timestamp may be asked for. */
const FIRST_VERSIONS: ReadonlyMap<number, number> = new Map([
  [LATEST, 1],
  [EARLIEST, 1],
  [MAX_TIMESTAMP, 7],
  [EARLIEST_LOCAL, 8],
  [LATEST_TIERED, 9],
  [EARLIEST_PENDING_UPLOAD, 11],
]);
const READ_COMMITTED = 1;
/** Enough for an answer of some partitions whose indexes are good. */
const STEPS_AT_ONCE = 256;
const NO_EPOCH = -1;

type AskedPartition = Decoded<ListOffsetsRequestListOffsetsPartition>;

interface Found {
  timestamp: number;
  offset: number;
  leaderEpoch: number;
}
const NOTHING: Found = { timestamp: -1, offset: -1, leaderEpoch: NO_EPOCH };

export const listOffsets: AnyHandler = handler({
  request: listOffsetsRequest,
  response: listOffsetsResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<ListOffsetsRequest>, context: RequestContext): ListOffsetsResponse | Promise<ListOffsetsResponse> {
    const steps = answerSteps(node, request, context.apiVersion);
    for (let taken = 0; taken < STEPS_AT_ONCE; taken++) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
    // A search by time may go through a whole segment, during which others are to be served.
    return node.platform.timers.runStepped(steps);
  },
});

function* answerSteps(node: BrokerNode, request: Decoded<ListOffsetsRequest>, apiVersion: number): Generator<void, ListOffsetsResponse, void> {
  const topics: ListOffsetsResponse['topics'] = [];
  for (const [name, asked] of askedByTopic(request)) {
    const partitions: ListOffsetsResponseListOffsetsPartitionResponse[] = [];
    for (const one of asked.values()) {
      partitions.push(yield* answerTo(node, name, one, request.isolationLevel, apiVersion));
      yield;
    }
    if (partitions.length > 0) topics.push({ name, partitions });
  }
  return { throttleTimeMs: 0, topics };
}

/** Each partition once, with all that is asked of it; topics and partitions in the order of their first naming. */
function askedByTopic(request: Decoded<ListOffsetsRequest>): Map<string, Map<number, [AskedPartition, ...AskedPartition[]]>> {
  const topics = new Map<string, Map<number, [AskedPartition, ...AskedPartition[]]>>();
  for (const { name, partitions } of request.topics) {
    const known = topics.get(name) ?? new Map<number, [AskedPartition, ...AskedPartition[]]>();
    topics.set(name, known);
    for (const asked of partitions) {
      const same = known.get(asked.partitionIndex);
      if (same === undefined) known.set(asked.partitionIndex, [asked]);
      else same.push(asked);
    }
  }
  return topics;
}

// A partition that is asked for twice is refused, once.
function* answerTo(
  node: BrokerNode,
  topic: string,
  [asked, ...again]: [AskedPartition, ...AskedPartition[]],
  isolationLevel: number,
  apiVersion: number,
): Generator<void, ListOffsetsResponseListOffsetsPartitionResponse, void> {
  if (again.length > 0) return { partitionIndex: asked.partitionIndex, errorCode: ErrorCode.INVALID_REQUEST };
  return yield* lookUp(node, topic, asked, isolationLevel, apiVersion);
}

function* lookUp(
  node: BrokerNode,
  topic: string,
  asked: AskedPartition,
  isolationLevel: number,
  apiVersion: number,
): Generator<void, ListOffsetsResponseListOffsetsPartitionResponse, void> {
  const { partitionIndex } = asked;
  if (asked.timestamp < 0 && apiVersion < (FIRST_VERSIONS.get(asked.timestamp) ?? Infinity)) {
    return { partitionIndex, errorCode: ErrorCode.UNSUPPORTED_VERSION };
  }
  const partition = node.partitions.get(topic, partitionIndex);
  if (partition === undefined) return { partitionIndex, errorCode: absentErrorCode(node, topic, partitionIndex) };
  const errorCode = partition.checkLeaderEpoch(asked.currentLeaderEpoch);
  if (errorCode !== ErrorCode.NONE) return { partitionIndex, errorCode };
  const found = yield* findOrDamaged(partition, asked.timestamp, isolationLevel);
  if (found instanceof ProtocolError) {
    node.platform.logger.error(`${partition.name} has a damaged batch`, { error: found.message });
    return { partitionIndex, errorCode: ErrorCode.CORRUPT_MESSAGE };
  }
  if (partition.log.failure !== null) return { partitionIndex, errorCode: ErrorCode.KAFKA_STORAGE_ERROR };
  // Versions before 4 have no epoch to answer with.
  return { partitionIndex, errorCode: ErrorCode.NONE, ...found, leaderEpoch: apiVersion >= 4 ? found.leaderEpoch : NO_EPOCH };
}

function* findOrDamaged(partition: Partition, timestamp: number, isolationLevel: number): Generator<void, Found | ProtocolError, void> {
  try {
    return yield* find(partition, timestamp, isolationLevel);
  } catch (error) {
    if (error instanceof ProtocolError) return error;
    throw error;
  }
}

function* find(partition: Partition, timestamp: number, isolationLevel: number): Generator<void, Found, void> {
  const { log, leaderEpoch } = partition;
  const end = isolationLevel === READ_COMMITTED ? log.lastStableOffset : log.highWatermark;
  switch (timestamp) {
    case LATEST:
      return { timestamp: -1, offset: end, leaderEpoch };
    case EARLIEST:
    case EARLIEST_LOCAL: {
      const offset = timestamp === EARLIEST ? log.logStartOffset : log.localLogStartOffset;
      return { timestamp: -1, offset, leaderEpoch: epochAt(partition, offset) };
    }
    case LATEST_TIERED:
    case EARLIEST_PENDING_UPLOAD:
      return NOTHING;
    default: {
      const found = yield* timestamp === MAX_TIMESTAMP ? log.maxTimestampOffset() : log.offsetForTimestamp(timestamp);
      return found === null || found.offset >= end ? NOTHING : found;
    }
  }
}

// Kafka names the epoch of the first record, or none when no epoch starts at or before the offset.
function epochAt(partition: Partition, offset: number): number {
  return partition.log.leaderEpochs.epochAt(offset);
}
