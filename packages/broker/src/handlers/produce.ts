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
import { batchCodec, batchMagic, batchSizeInBytes, isTransactional } from '@millrace/protocol';
import type { BrokerNode } from '../broker-node.js';
import { Countdown } from '../purgatory/countdown.js';
import type { Partition } from '../replication/partition.js';
import { type AnyHandler, CloseConnection, handler, type RequestContext } from './handler.js';

const ZSTD = 4;
const BATCH_HEADER_BYTES = 61;

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
    if (request.transactionalId !== null) return refuseAll(request, ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED);
    const pending: Pending[] = [];
    const responses = appendAll(node, request, context, pending);
    if (acks === 0) return noAnswer(responses);
    return whenDone(node, request, pending, { responses, throttleTimeMs: 0 });
  },
});

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
        const code = name === undefined ? ErrorCode.UNKNOWN_TOPIC_ID : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION;
        partitionResponses.push(failure(data.index, code, null));
      }
    }
    responses.push({ name: byId ? '' : topic.name, topicId: byId ? topic.topicId : ZERO_UUID, partitionResponses });
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
  const refused = refusal(data, context.apiVersion);
  if (refused !== null) return refused;
  const records = data.records!;
  node.trafficMetrics.produced(records.length);
  const appended = partition.append(records, 'client', context.receivedMs);
  if (appended.errorCode !== ErrorCode.NONE) {
    const failed = failure(data.index, appended.errorCode, appended.errorMessage);
    failed.recordErrors = appended.recordErrors.map((error) => ({
      batchIndex: error.batchIndex,
      batchIndexErrorMessage: error.message,
    }));
    return failed;
  }
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

// What is wrong with the records before any log is asked: exactly one whole batch of format v2 (KIP-98).
function refusal(data: Decoded<ProduceRequestPartitionProduceData>, apiVersion: number): ProduceResponsePartitionProduceResponse | null {
  const records = data.records;
  if (records === null || records.length === 0) {
    return failure(data.index, ErrorCode.INVALID_RECORD, 'A produce request must hold exactly one record batch per partition, not none.');
  }
  if (records.length < BATCH_HEADER_BYTES && records.length < 17) {
    return failure(data.index, ErrorCode.CORRUPT_MESSAGE, `${records.length} bytes are too few for a record batch.`);
  }
  if (batchMagic(records, 0) < 2) {
    return failure(data.index, ErrorCode.INVALID_RECORD, `Record format v${batchMagic(records, 0)} is no longer taken; v2 is.`);
  }
  const size = batchSizeInBytes(records, 0);
  if (records.length < BATCH_HEADER_BYTES || size > records.length || size < BATCH_HEADER_BYTES) {
    return failure(data.index, ErrorCode.CORRUPT_MESSAGE, `A record batch of ${size} bytes stands in ${records.length} bytes.`);
  }
  if (size < records.length) {
    return failure(data.index, ErrorCode.INVALID_RECORD, 'A produce request must hold exactly one record batch per partition.');
  }
  if (batchCodec(records, 0) === ZSTD && apiVersion < 7) {
    return failure(data.index, ErrorCode.UNSUPPORTED_COMPRESSION_TYPE, 'zstd needs Produce version 7 or later (KIP-110).');
  }
  if (isTransactional(records, 0)) {
    return failure(data.index, ErrorCode.INVALID_TXN_STATE, 'Transactions are not served by this broker.');
  }
  return null;
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
