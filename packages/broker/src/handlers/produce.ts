/** Produce (KIP-98, KIP-110, KIP-467, KIP-516): appends one batch per partition, answers by acks. */
import { ErrorCode, ZERO_UUID, type Decoded } from '@millrace/protocol';
import {
  produceRequest,
  produceResponse,
  type ProduceRequest,
  type ProduceRequestPartitionProduceData,
  type ProduceResponse,
  type ProduceResponsePartitionProduceResponse,
  type ProduceResponseTopicProduceResponse,
} from '@millrace/protocol/messages/produce';
import { BATCH_HEADER_BYTES, batchCodec, batchMagic, isTransactional, nextBatchSize, ProtocolError } from '@millrace/protocol';
import type { BrokerNode } from '../broker-node.js';
import { isInternalTopic } from '../internal-topics.js';
import { Countdown } from '../purgatory/countdown.js';
import { validateRecords } from '../record-validation/validate-records.js';
import { absentErrorCode } from '../replication/absence.js';
import type { Partition } from '../replication/partition.js';
import { type AnyHandler, CloseConnection, handler, type RequestContext } from './handler.js';

const ZSTD = 4;
const NO_RECORDS = new Uint8Array(0);
/** Kafka's own tools may write to internal topics under this client id. */
const ADMIN_CLIENT_ID = '__admin_client';
/** Errors that Kafka answers without the start of the log. */
const WITHOUT_LOG_START: ReadonlySet<number> = new Set([
  ErrorCode.CORRUPT_MESSAGE,
  ErrorCode.MESSAGE_TOO_LARGE,
  ErrorCode.RECORD_LIST_TOO_LARGE,
  ErrorCode.KAFKA_STORAGE_ERROR,
]);

/** An append that is answered when the log has passed `requiredOffset`. */
interface Pending {
  partition: Partition;
  requiredOffset: number;
  response: ProduceResponsePartitionProduceResponse;
}

export const produce: AnyHandler = handler({
  request: produceRequest,
  response: produceResponse,
  after: 'effect',
  handle(node: BrokerNode, request: Decoded<ProduceRequest>, context: RequestContext): ProduceResponse | null | Promise<ProduceResponse | null> {
    const { acks } = request;
    if (acks !== 0 && acks !== 1 && acks !== -1) return refuseAll(request, ErrorCode.INVALID_REQUIRED_ACKS);
    if (request.transactionalId !== null || hasTransactional(request)) return refuseAll(request, ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED);
    const pending: Pending[] = [];
    const responses = appendAll(node, request, context, pending);
    if (acks === 0) return noAnswer(responses);
    return whenDone(node, request, pending, { responses, throttleTimeMs: 0 });
  },
});

// Transactions are not served: one fatal error, before anything is appended (Kafka's answer to a client that may not use them).
function hasTransactional(request: Decoded<ProduceRequest>): boolean {
  return request.topicData.some((topic) =>
    topic.partitionData.some(({ records }) => records !== null && records.length >= BATCH_HEADER_BYTES && batchMagic(records, 0) === 2 && isTransactional(records, 0)),
  );
}

function appendAll(
  node: BrokerNode,
  request: Decoded<ProduceRequest>,
  context: RequestContext,
  pending: Pending[],
): ProduceResponseTopicProduceResponse[] {
  const responses: ProduceResponseTopicProduceResponse[] = [];
  for (const topic of request.topicData) {
    const byId = context.apiVersion >= 13;
    const name = byId ? node.topicName(topic.topicId) : topic.name;
    const partitionResponses: ProduceResponsePartitionProduceResponse[] = [];
    for (const data of topic.partitionData) {
      const partition = name === undefined ? undefined : node.partitions.get(name, data.index);
      if (partition !== undefined && (!byId || partition.topicId === topic.topicId)) {
        partitionResponses.push(appendOne(node, partition, data, context, pending));
      } else {
        const code = name === undefined ? ErrorCode.UNKNOWN_TOPIC_ID : absentErrorCode(node, name, data.index);
        partitionResponses.push(failure(data.index, code, null));
      }
    }
    // A topic without partitions is not answered, as in Kafka.
    if (partitionResponses.length > 0) responses.push({ name: byId ? '' : topic.name, topicId: byId ? topic.topicId : ZERO_UUID, partitionResponses });
  }
  return responses;
}

function appendOne(
  node: BrokerNode,
  partition: Partition,
  data: Decoded<ProduceRequestPartitionProduceData>,
  context: RequestContext,
  pending: Pending[],
): ProduceResponsePartitionProduceResponse {
  if (isInternalTopic(partition.topic) && context.clientId !== ADMIN_CLIENT_ID) {
    return failure(data.index, ErrorCode.INVALID_TOPIC_EXCEPTION, `Cannot append to internal topic ${partition.topic}.`);
  }
  const records = batchOf(data, context.apiVersion);
  if (!(records instanceof Uint8Array)) return records;
  const invalid = validateRecords(node, partition.topic, records);
  if (invalid !== null) {
    node.trafficMetrics.refused(partition.topic, records.length, invalid.errorCode);
    return { ...failure(data.index, invalid.errorCode, invalid.errorMessage), recordErrors: [...invalid.recordErrors] };
  }
  const appended = partition.append(records, 'client', context.receivedMs);
  if (appended.errorCode !== ErrorCode.NONE) {
    node.trafficMetrics.refused(partition.topic, records.length, appended.errorCode);
    const failed = failure(data.index, appended.errorCode, appended.errorMessage);
    if (!WITHOUT_LOG_START.has(appended.errorCode)) failed.logStartOffset = partition.log.logStartOffset;
    failed.recordErrors = appended.recordErrors.map((error) => ({
      batchIndex: error.batchIndex,
      batchIndexErrorMessage: error.message,
    }));
    return failed;
  }
  node.trafficMetrics.produced(partition.topic, records.length, appended.lastOffset - appended.baseOffset + 1);
  const response: ProduceResponsePartitionProduceResponse = {
    index: data.index,
    errorCode: ErrorCode.NONE,
    baseOffset: appended.baseOffset,
    logAppendTimeMs: appended.logAppendTimeMs,
    logStartOffset: partition.log.logStartOffset,
  };
  pending.push({ partition, requiredOffset: appended.lastOffset + 1, response });
  return response;
}

/**
 * What Kafka checks before any log is asked (KIP-98, KIP-110): the batch to append, or what is wrong. Bytes behind the first
 * batch that are no whole batch are left out, as Kafka leaves them.
 */
function batchOf(data: Decoded<ProduceRequestPartitionProduceData>, apiVersion: number): Uint8Array | ProduceResponsePartitionProduceResponse {
  const records = data.records ?? NO_RECORDS;
  try {
    const size = nextBatchSize(records, 0);
    if (size === 0) return failure(data.index, ErrorCode.INVALID_RECORD, `${records.length} bytes of records hold no whole batch.`);
    const magic = batchMagic(records, 0);
    if (magic !== 2) return failure(data.index, ErrorCode.INVALID_RECORD, `Record format v${magic} is no longer taken; v2 is.`);
    if (apiVersion < 7 && batchCodec(records, 0) === ZSTD) {
      return failure(data.index, ErrorCode.UNSUPPORTED_COMPRESSION_TYPE, 'zstd needs Produce version 7 or later (KIP-110).');
    }
    if (nextBatchSize(records, size) !== 0) {
      return failure(data.index, ErrorCode.INVALID_RECORD, 'A produce request must hold exactly one record batch per partition.');
    }
    return size === records.length ? records : records.subarray(0, size);
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return failure(data.index, ErrorCode.CORRUPT_MESSAGE, error.message);
  }
}

function whenDone(
  node: BrokerNode,
  request: Decoded<ProduceRequest>,
  pending: readonly Pending[],
  response: ProduceResponse,
): ProduceResponse | Promise<ProduceResponse> {
  const open = pending.filter((append) => append.partition.log.highWatermark < append.requiredOffset);
  if (open.length === 0) return response;
  return new Promise((resolve) => {
    const reported = new Set<Pending>();
    const countdown = new Countdown(open.length, (timedOut) => {
      if (timedOut) for (const append of open) if (!reported.has(append)) fail(append.response, ErrorCode.REQUEST_TIMED_OUT);
      resolve(response);
    });
    for (const append of open) {
      append.partition.whenCommitted(append.requiredOffset, (errorCode) => {
        reported.add(append);
        if (errorCode !== ErrorCode.NONE) fail(append.response, errorCode);
        countdown.report();
      });
    }
    countdown.start(node.platform.timers, request.timeoutMs);
  });
}

// acks=0 has no answer; the only way to tell the client of an error is to close (Kafka does so too).
function noAnswer(responses: readonly ProduceResponseTopicProduceResponse[]): null {
  for (const topic of responses) {
    for (const partition of topic.partitionResponses) {
      if (partition.errorCode !== ErrorCode.NONE) {
        throw new CloseConnection(`acks=0 and ${topic.name}-${partition.index} failed with error ${partition.errorCode}`);
      }
    }
  }
  return null;
}

function refuseAll(request: Decoded<ProduceRequest>, errorCode: number): ProduceResponse {
  const responses = request.topicData.map((topic) => ({
    name: topic.name,
    topicId: topic.topicId,
    partitionResponses: topic.partitionData.map((data) => failure(data.index, errorCode, null)),
  }));
  return { responses, throttleTimeMs: 0 };
}

function failure(index: number, errorCode: number, errorMessage: string | null): ProduceResponsePartitionProduceResponse {
  return { index, errorCode, baseOffset: -1, logAppendTimeMs: -1, logStartOffset: -1, errorMessage };
}

function fail(response: ProduceResponsePartitionProduceResponse, errorCode: number): void {
  response.errorCode = errorCode;
  response.baseOffset = -1;
  response.logAppendTimeMs = -1;
}
