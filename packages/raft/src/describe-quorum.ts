/** DescribeQuorum: who votes, who follows, and how far each has come. Only the leader knows. */
import { ErrorCode } from '@millrace/protocol';
import type {
  DescribeQuorumRequest,
  DescribeQuorumResponse,
  DescribeQuorumResponsePartitionData,
  DescribeQuorumResponseReplicaState,
} from '@millrace/protocol/messages/describe-quorum';
import type { Raft } from './raft.js';
import type { Leader, ReplicaProgress } from './roles.js';

const METADATA_TOPIC = '__cluster_metadata';

/**
 * The answer. `wallClockOffset` is what turns this node's `now` into milliseconds since 1970. The directory ids of
 * version 2 are left out below `version` 2, where the message cannot carry them.
 */
export function describeQuorum(
  raft: Raft,
  request: DescribeQuorumRequest,
  version: number,
  now: number,
  wallClockOffset: number,
): DescribeQuorumResponse {
  const refusal = whyRefused(raft, request);
  const topics = request.topics.map(({ topicName, partitions }) => ({
    topicName,
    partitions: partitions.map(({ partitionIndex }) => {
      if (refusal !== null) return { partitionIndex, ...refusal, leaderId: 0, leaderEpoch: 0, highWatermark: 0, currentVoters: [], observers: [] };
      return described(raft, raft.role as Leader, version, now, wallClockOffset);
    }),
  }));
  const nodes = version < 2 || refusal !== null ? [] : raft.voters.map(({ id, endpoints }) => ({ nodeId: id, listeners: [...endpoints] }));
  return { errorCode: ErrorCode.NONE, errorMessage: '', topics, nodes };
}

/** One partition can be asked for, and nothing beside it; only its leader knows the others. */
function whyRefused(raft: Raft, { topics }: DescribeQuorumRequest): { errorCode: number; errorMessage: string } | null {
  const [topic] = topics;
  const isMetadata = topics.length === 1 && topic?.topicName === METADATA_TOPIC && topic.partitions.length === 1 && topic.partitions[0]?.partitionIndex === 0;
  if (!isMetadata) return { errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, errorMessage: 'This server does not host this topic-partition.' };
  if (raft.role.name !== 'leader') return { errorCode: ErrorCode.NOT_LEADER_OR_FOLLOWER, errorMessage: 'This node is not the leader of the quorum.' };
  return null;
}

function described(raft: Raft, leader: Leader, version: number, now: number, wallClockOffset: number): DescribeQuorumResponsePartitionData {
  const wall = (time: number): number => (time < 0 ? -1 : Math.floor(time + wallClockOffset));
  const replica = (id: number, directoryId: string, progress: ReplicaProgress | undefined): DescribeQuorumResponseReplicaState => ({
    replicaId: id,
    ...(version >= 2 && { replicaDirectoryId: directoryId }),
    logEndOffset: id === raft.nodeId ? raft.logEndOffset : (progress?.endOffset ?? -1),
    lastFetchTimestamp: id === raft.nodeId ? wall(now) : wall(progress?.lastFetchMs ?? -1),
    lastCaughtUpTimestamp: id === raft.nodeId ? wall(now) : wall(progress?.lastCaughtUpMs ?? -1),
  });
  return {
    partitionIndex: 0,
    errorCode: ErrorCode.NONE,
    errorMessage: '',
    leaderId: raft.nodeId,
    leaderEpoch: raft.epoch,
    highWatermark: raft.highWatermark,
    currentVoters: raft.voters.map((voter) => replica(voter.id, voter.directoryId, leader.voters.get(voter.id))),
    observers: [...leader.observers.values()].map((one) => replica(one.key.id, one.key.directoryId, one)),
  };
}
