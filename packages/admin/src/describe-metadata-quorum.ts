import { api, type Api } from '@millrace/network-client';
import { ErrorCode, KafkaError } from '@millrace/protocol';
import { describeQuorumRequest, describeQuorumResponse, type DescribeQuorumRequest, type DescribeQuorumResponse } from '@millrace/protocol/messages/describe-quorum';
import { askAny, throwIfError, type AdminContext } from './admin-context.js';

const describeQuorumApi: Api<DescribeQuorumRequest, DescribeQuorumResponse> = api(describeQuorumRequest, describeQuorumResponse, { keepsBytes: false });
const metadataTopic = '__cluster_metadata';

export interface QuorumReplica {
  readonly replicaId: number;
  /** The zero id where it is not known. */
  readonly replicaDirectoryId: string;
  readonly logEndOffset: number;
  /** Milliseconds since the epoch, -1 if unknown. */
  readonly lastFetchTimestamp: number;
  readonly lastCaughtUpTimestamp: number;
}

export interface QuorumDescription {
  readonly leaderId: number;
  readonly leaderEpoch: number;
  readonly highWatermark: number;
  readonly voters: readonly QuorumReplica[];
  readonly observers: readonly QuorumReplica[];
  readonly nodes: readonly { readonly nodeId: number; readonly listeners: readonly { readonly name: string; readonly host: string; readonly port: number }[] }[];
}

/** The KRaft quorum (KIP-595). */
export async function describeMetadataQuorum(context: AdminContext): Promise<QuorumDescription> {
  const answer = await askAny(context, describeQuorumApi, { topics: [{ topicName: metadataTopic, partitions: [{ partitionIndex: 0 }] }] });
  throwIfError(answer.errorCode, 'DescribeQuorum', answer.errorMessage);
  const partition = answer.topics[0]?.partitions[0];
  if (partition === undefined) throw new KafkaError(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, 'DescribeQuorum: the answer has no partition');
  throwIfError(partition.errorCode, 'DescribeQuorum', partition.errorMessage);
  const { leaderId, leaderEpoch, highWatermark, currentVoters, observers } = partition;
  return { leaderId, leaderEpoch, highWatermark, voters: currentVoters.map(replicaOf), observers: observers.map(replicaOf), nodes: answer.nodes };
}

function replicaOf({ replicaId, replicaDirectoryId, logEndOffset, lastFetchTimestamp, lastCaughtUpTimestamp }: QuorumReplica): QuorumReplica {
  return { replicaId, replicaDirectoryId, logEndOffset, lastFetchTimestamp, lastCaughtUpTimestamp };
}
