/** Committed offsets of a group, seen and changed from outside. */
import { api, byTopic, commitOffsets, fetchCommitted, type Api, type CommittedOffset, type OffsetToCommit, type TopicPartition } from '@millrace/network-client';
import { offsetDeleteRequest, offsetDeleteResponse, type OffsetDeleteRequest, type OffsetDeleteResponse } from '@millrace/protocol/messages/offset-delete';
import { askCoordinator, itemError, throwIfError, type AdminContext, type ItemResult } from './admin-context.js';

const offsetDeleteApi: Api<OffsetDeleteRequest, OffsetDeleteResponse> = api(offsetDeleteRequest, offsetDeleteResponse, { keepsBytes: false });

/** Of these partitions, or of all that have one. */
export function listConsumerGroupOffsets(context: AdminContext, groupId: string, partitions: readonly TopicPartition[] | null = null): Promise<CommittedOffset[]> {
  return fetchCommitted(context.client, groupId, partitions, context.timeoutMs);
}

/** The group must be empty. @throws KafkaError UNKNOWN_MEMBER_ID when it is not, or what else a partition was refused with. */
export async function alterConsumerGroupOffsets(context: AdminContext, groupId: string, offsets: readonly OffsetToCommit[]): Promise<void> {
  await context.client.retry(`OffsetCommit for group '${groupId}'`, context.timeoutMs, () => {
    return commitOffsets(context.client, groupId, { memberId: '', generation: -1, groupInstanceId: null }, offsets);
  });
}

/** A partition of a topic that the group is subscribed to has the error GROUP_SUBSCRIBED_TO_TOPIC. */
export async function deleteConsumerGroupOffsets(context: AdminContext, groupId: string, partitions: readonly TopicPartition[]): Promise<(TopicPartition & ItemResult)[]> {
  const topics = [...byTopic(partitions)].map(([name, list]) => ({ name, partitions: list.map(({ partition }) => ({ partitionIndex: partition })) }));
  const answer = await askCoordinator(context, groupId, offsetDeleteApi, { groupId, topics }, ({ errorCode }) => errorCode);
  throwIfError(answer.errorCode, `OffsetDelete for group '${groupId}'`);
  return answer.topics.flatMap(({ name: topic, partitions: results }) => results.map(({ partitionIndex: partition, errorCode }) => ({
    topic, partition, error: itemError(errorCode, `deleting the offset of ${topic}-${partition} in group '${groupId}'`),
  })));
}
