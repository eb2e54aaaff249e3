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
  const topics = request.topics.map(({ topicName, partitions }) => ({
    topicName,
    partitions: partitions.map(({ partitionIndex }) => {
      if (topicName !== METADATA_TOPIC || partitionIndex !== 0) return failed(partitionIndex, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
      if (raft.role.name !== 'leader') return failed(partitionIndex, ErrorCode.NOT_LEADER_OR_FOLLOWER);
      return described(raft, raft.role, version, now, wallClockOffset);
    }),
  }));
  const nodes = version < 2 ? [] : raft.voters.map(({ id, endpoints }) => ({ nodeId: id, listeners: [...endpoints] }));
  return { errorCode: ErrorCode.NONE, errorMessage: null, topics, nodes };
}

function failed(partitionIndex: number, errorCode: number): DescribeQuorumResponsePartitionData {
  return { partitionIndex, errorCode, errorMessage: null, leaderId: -1, leaderEpoch: -1, highWatermark: -1, currentVoters: [], observers: [] };
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
    errorMessage: null,
    leaderId: raft.nodeId,
    leaderEpoch: raft.epoch,
    highWatermark: raft.highWatermark,
    currentVoters: raft.voters.map((voter) => replica(voter.id, voter.directoryId, leader.voters.get(voter.id))),
    observers: [...leader.observers.values()].map((one) => replica(one.key.id, one.key.directoryId, one)),
  };
}
