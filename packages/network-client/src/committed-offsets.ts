/** Reading and writing a group's committed offsets. */
import { ErrorCode, errorMessage, KafkaError } from '@millrace/protocol';
import { offsetCommitRequest, offsetCommitResponse, type OffsetCommitRequest, type OffsetCommitResponse } from '@millrace/protocol/messages/offset-commit';
import { offsetFetchRequest, offsetFetchResponse, type OffsetFetchRequest, type OffsetFetchResponse } from '@millrace/protocol/messages/offset-fetch';
import { api, type Api } from './api.js';
import type { ChannelOptions, NetworkClient } from './network-client.js';
import { byTopic, partitionText, type TopicPartition } from './topic-partition.js';

const offsetCommit: Api<OffsetCommitRequest, OffsetCommitResponse> = api(offsetCommitRequest, offsetCommitResponse, { keepsBytes: false });
const offsetFetch: Api<OffsetFetchRequest, OffsetFetchResponse> = api(offsetFetchRequest, offsetFetchResponse, { keepsBytes: false });

/** Topics go by name here; from version 10 on they go by id only. */
const lastVersionByName = 9;

export interface CommittedOffset extends TopicPartition {
  /** The next offset to be read. */
  readonly offset: number;
  readonly leaderEpoch: number;
  readonly metadata: string;
}

/** An offset to commit. */
export interface OffsetToCommit extends TopicPartition {
  readonly offset: number;
  readonly leaderEpoch?: number | undefined;
  readonly metadata?: string | undefined;
}

/** Who commits: a member in a generation, or nobody (-1, ''), which only an empty group allows. */
export interface Committer {
  readonly memberId: string;
  readonly generation: number;
  readonly groupInstanceId: string | null;
}

/** Writes offsets once, without trying again. @throws KafkaError of the first partition refused, NetworkError. */
export async function commitOffsets(client: NetworkClient, groupId: string, committer: Committer, offsets: readonly OffsetToCommit[], options: ChannelOptions = {}): Promise<void> {
  const message = (version: number): OffsetCommitRequest => ({
    groupId,
    memberId: committer.memberId,
    generationIdOrMemberEpoch: committer.generation,
    ...(version >= 7 ? { groupInstanceId: committer.groupInstanceId } : {}),
    topics: [...byTopic(offsets)].map(([name, partitions]) => ({
      name,
      partitions: partitions.map(({ partition, offset, leaderEpoch, metadata }) => ({
        partitionIndex: partition, committedOffset: offset, committedLeaderEpoch: leaderEpoch ?? -1, committedMetadata: metadata ?? '',
      })),
    })),
  });
  const answer = await client.sendToCoordinator('group', groupId, offsetCommit, message, { ...options, maxVersion: lastVersionByName });
  for (const { name: topic, partitions } of answer.topics) {
    for (const { partitionIndex: partition, errorCode } of partitions) {
      if (errorCode === ErrorCode.NONE) continue;
      forgetIfMoved(client, groupId, errorCode);
      throw new KafkaError(errorCode, `OffsetCommit of ${partitionText({ topic, partition })} for group '${groupId}': ${errorMessage(errorCode)}`);
    }
  }
}

/** Reads offsets; partitions without one are left out. Null asks for all. @throws KafkaError, NetworkError. */
export async function fetchCommitted(client: NetworkClient, groupId: string, partitions: readonly TopicPartition[] | null, timeoutMs: number): Promise<CommittedOffset[]> {
  return client.retry(`OffsetFetch for group '${groupId}'`, timeoutMs, async () => {
    const topics = partitions === null ? null : [...byTopic(partitions)].map(([name, list]) => ({ name, partitionIndexes: list.map(({ partition }) => partition) }));
    const message = (version: number): OffsetFetchRequest => ({
      ...(version >= 8 ? { groups: [{ groupId, topics }] } : { groupId, topics }),
      ...(version >= 7 ? { requireStable: true } : {}),
    });
    const answer = await client.sendToCoordinator('group', groupId, offsetFetch, message, { maxVersion: lastVersionByName });
    const group = answer.groups[0] ?? answer;
    if (group.errorCode !== ErrorCode.NONE) {
      forgetIfMoved(client, groupId, group.errorCode);
      throw new KafkaError(group.errorCode, `OffsetFetch for group '${groupId}': ${errorMessage(group.errorCode)}`);
    }
    const found: CommittedOffset[] = [];
    for (const { name: topic, partitions: answers } of group.topics) {
      for (const { partitionIndex: partition, committedOffset: offset, committedLeaderEpoch: leaderEpoch, metadata, errorCode } of answers) {
        if (errorCode !== ErrorCode.NONE) throw new KafkaError(errorCode, `OffsetFetch of ${partitionText({ topic, partition })} for group '${groupId}': ${errorMessage(errorCode)}`);
        if (offset >= 0) found.push({ topic, partition, offset, leaderEpoch, metadata: metadata ?? '' });
      }
    }
    return found;
  });
}

/** The next request asks for the coordinator anew if this one is it no longer. */
export function forgetIfMoved(client: NetworkClient, groupId: string, errorCode: number): void {
  if (errorCode === ErrorCode.NOT_COORDINATOR || errorCode === ErrorCode.COORDINATOR_NOT_AVAILABLE) client.coordinators.forget('group', groupId);
}
