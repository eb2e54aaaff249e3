/** OffsetDelete: offsets of topics that no member of the group reads. */
import { type Decoded, ErrorCode } from '@millrace/protocol';
import type { OffsetDeleteRequest, OffsetDeleteResponse } from '@millrace/protocol/messages/offset-delete';
import type { OffsetCommitRecord } from '../../records.js';
import { isSubscribed, usesConsumerProtocol } from '../classic/subscription.js';
import { answerOnly, type Decision, type GroupContext } from '../decision.js';
import type { Groups } from '../groups.js';
import { offsetTombstone } from './offset-records.js';

type Request = Decoded<OffsetDeleteRequest>;

export function offsetDelete(groups: Groups, request: Request, context: GroupContext): Decision {
  const { groupId } = request;
  const groupError = validate(groups, groupId);
  if (groupError !== ErrorCode.NONE) return answerOnly(context, responseOf(groupError, []));
  const group = groups.classic(groupId);
  const records: OffsetCommitRecord[] = [];
  const topics = request.topics.map(({ name, partitions }) => {
    const isInUse = group !== null && isSubscribed(group, name);
    if (!isInUse) records.push(...tombstones(groups, groupId, name, partitions));
    const errorCode = isInUse ? ErrorCode.GROUP_SUBSCRIBED_TO_TOPIC : ErrorCode.NONE;
    return { name, partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode })) };
  });
  return { records, events: [], responses: [{ token: context.token, body: responseOf(ErrorCode.NONE, topics) }], deadlines: [] };
}

function validate(groups: Groups, groupId: string): ErrorCode {
  if (groupId === '') return ErrorCode.INVALID_GROUP_ID;
  const foreign = groups.foreign(groupId);
  if (foreign !== null) {
    if (foreign.type === 'share') return ErrorCode.GROUP_ID_NOT_FOUND;
    return foreign.hasMembers ? ErrorCode.NON_EMPTY_GROUP : ErrorCode.NONE;
  }
  const group = groups.classic(groupId);
  if (group === null) return ErrorCode.GROUP_ID_NOT_FOUND;
  return group.state === 'Empty' || usesConsumerProtocol(group) ? ErrorCode.NONE : ErrorCode.NON_EMPTY_GROUP;
}

function tombstones(
  { offsets }: Groups,
  groupId: string,
  topic: string,
  partitions: Request['topics'][number]['partitions'],
): OffsetCommitRecord[] {
  return partitions
    .map(({ partitionIndex }) => partitionIndex)
    .filter((partition) => offsets.get(groupId, topic, partition) !== undefined || offsets.hasPending(groupId, topic, partition))
    .map((partition) => offsetTombstone(groupId, topic, partition));
}

function responseOf(errorCode: ErrorCode, topics: OffsetDeleteResponse['topics']): OffsetDeleteResponse {
  return { errorCode, throttleTimeMs: 0, topics };
}
