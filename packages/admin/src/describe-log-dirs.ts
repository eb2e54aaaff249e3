import { api, byTopic, type Api, type TopicPartition } from '@millrace/network-client';
import { describeLogDirsRequest, describeLogDirsResponse, type DescribeLogDirsRequest, type DescribeLogDirsResponse } from '@millrace/protocol/messages/describe-log-dirs';
import { askBroker, itemError, throwIfError, type AdminContext, type ItemResult } from './admin-context.js';

const describeLogDirsApi: Api<DescribeLogDirsRequest, DescribeLogDirsResponse> = api(describeLogDirsRequest, describeLogDirsResponse, { keepsBytes: false });

export interface ReplicaInfo extends TopicPartition {
  readonly sizeInBytes: number;
  /** How far it is behind the high watermark (or, of a future replica, behind the current one). */
  readonly offsetLag: number;
  /** It is being moved here from another directory. */
  readonly isFuture: boolean;
}

export interface LogDirDescription extends ItemResult {
  readonly nodeId: number;
  readonly path: string;
  /** -1 where the broker does not tell. */
  readonly totalBytes: number;
  readonly usableBytes: number;
  readonly replicas: readonly ReplicaInfo[];
}

/** The log directories of these brokers (default: all), with all replicas or only those of some partitions. */
export async function describeLogDirs(context: AdminContext, nodeIds?: readonly number[], partitions?: readonly TopicPartition[]): Promise<LogDirDescription[]> {
  const topics = partitions === undefined ? null : [...byTopic(partitions)].map(([topic, list]) => ({ topic, partitions: list.map(({ partition }) => partition) }));
  const asked = nodeIds ?? [...(await context.client.metadata.refresh()).brokers.keys()];
  const answers = await Promise.all(asked.map(async (nodeId) => ({ nodeId, answer: await askBroker(context, nodeId, describeLogDirsApi, { topics }) })));
  return answers.flatMap(({ nodeId, answer }) => {
    throwIfError(answer.errorCode, `DescribeLogDirs of broker ${nodeId}`);
    return answer.results.map((directory) => ({
      nodeId,
      path: directory.logDir,
      error: itemError(directory.errorCode, `log directory ${directory.logDir} of broker ${nodeId}`),
      totalBytes: directory.totalBytes,
      usableBytes: directory.usableBytes,
      replicas: directory.topics.flatMap(({ name: topic, partitions: replicas }) => replicas.map((replica) => ({
        topic, partition: replica.partitionIndex, sizeInBytes: replica.partitionSize, offsetLag: replica.offsetLag, isFuture: replica.isFutureKey,
      }))),
    }));
  });
}
