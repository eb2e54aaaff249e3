/** DescribeLogDirs (KIP-113, KIP-827, KIP-1066): what lies where, and how much room there is. */
import { ErrorCode, type Decoded } from '@millrace/protocol';
import {
  describeLogDirsRequest,
  describeLogDirsResponse,
  type DescribeLogDirsRequest,
  type DescribeLogDirsResponse,
  type DescribeLogDirsResponseDescribeLogDirsTopic,
} from '@millrace/protocol/messages/describe-log-dirs';
import type { BrokerNode } from '../broker-node.js';
import { type AnyHandler, handler } from './handler.js';

export const describeLogDirs: AnyHandler = handler({
  request: describeLogDirsRequest,
  response: describeLogDirsResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<DescribeLogDirsRequest>): DescribeLogDirsResponse {
    const wanted = request.topics === null ? null : new Set(request.topics.flatMap(({ topic, partitions }) => partitions.map((partition) => `${topic}-${partition}`)));
    const results = node.logs.describe().map((directory) => ({
      errorCode: directory.error === null ? ErrorCode.NONE : ErrorCode.KAFKA_STORAGE_ERROR,
      logDir: directory.path,
      topics: topicsOf(directory.logs.filter((log) => wanted === null || wanted.has(`${log.topic}-${log.partition}`))),
      totalBytes: directory.totalBytes,
      usableBytes: directory.usableBytes,
      isCordoned: false,
    }));
    return { throttleTimeMs: 0, errorCode: ErrorCode.NONE, results };
  },
});

function topicsOf(logs: readonly { topic: string; partition: number; sizeInBytes: number }[]): DescribeLogDirsResponseDescribeLogDirsTopic[] {
  const topics = new Map<string, DescribeLogDirsResponseDescribeLogDirsTopic>();
  for (const log of logs) {
    let topic = topics.get(log.topic);
    if (topic === undefined) topics.set(log.topic, (topic = { name: log.topic, partitions: [] }));
    topic.partitions.push({ partitionIndex: log.partition, partitionSize: log.sizeInBytes, offsetLag: 0, isFutureKey: false });
  }
  return [...topics.values()];
}
