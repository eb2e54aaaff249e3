/** OffsetFetch: what groups have committed. What is not there is offset -1, and no error. */
import { type Decoded, ErrorCode, ZERO_UUID } from '@millrace/protocol';
import type { OffsetFetchRequest, OffsetFetchResponse } from '@millrace/protocol/messages/offset-fetch';
import { answerOnly, type Decision, type GroupContext } from '../decision.js';
import type { Groups } from '../groups.js';
import type { CommittedOffset } from './offset-store.js';

type Request = Decoded<OffsetFetchRequest>;
type FetchedGroup = NonNullable<OffsetFetchResponse['groups']>[number];
type FetchedTopic = NonNullable<FetchedGroup['topics']>[number];
type FetchedPartition = NonNullable<FetchedTopic['partitions']>[number];

interface TopicToFetch {
  readonly name: string;
  readonly topicId: string;
  readonly partitionIndexes: readonly number[];
}

/** From this version on a request asks for several groups. */
const FIRST_VERSION_WITH_GROUPS = 8;

export function offsetFetch(groups: Groups, request: Request, context: GroupContext): Decision {
  const { requireStable } = request;
  if (context.apiVersion >= FIRST_VERSION_WITH_GROUPS) {
    const fetched = request.groups.map((group) => {
      const errorCode = validate(groups, group.groupId, group.memberId, group.memberEpoch);
      const topics = errorCode === ErrorCode.NONE ? fetch(groups, group.groupId, group.topics, requireStable) : [];
      return { groupId: group.groupId, topics, errorCode };
    });
    return answerOnly(context, responseOf({ groups: fetched }));
  }
  const wanted = request.topics?.map(({ name, partitionIndexes }) => ({ name, topicId: ZERO_UUID, partitionIndexes })) ?? null;
  const topics = fetch(groups, request.groupId, wanted, requireStable).map(({ name = '', partitions }) => ({ name, partitions }));
  return answerOnly(context, responseOf({ topics }));
}

function responseOf(fields: Pick<OffsetFetchResponse, 'groups' | 'topics'>): OffsetFetchResponse {
  return { throttleTimeMs: 0, topics: fields.topics ?? [], errorCode: ErrorCode.NONE, groups: fields.groups ?? [] };
}

/** Members of groups of the consumer protocol, whose epoch we do not know, have to wait for a coordinator that does. */
function validate(groups: Groups, groupId: string, memberId: string | null, memberEpoch: number): ErrorCode {
  const foreign = groups.foreign(groupId);
  if (foreign === null || foreign.type === 'share') return ErrorCode.NONE;
  return memberId === null && memberEpoch < 0 ? ErrorCode.NONE : ErrorCode.UNKNOWN_MEMBER_ID;
}

function fetch(groups: Groups, groupId: string, wanted: readonly TopicToFetch[] | null, requireStable: boolean): FetchedTopic[] {
  const { offsets } = groups;
  return (wanted ?? everything(groups, groupId)).map(({ name, topicId, partitionIndexes }) => ({
    name,
    topicId,
    partitions: partitionIndexes.map((partition) => {
      if (requireStable && offsets.hasPending(groupId, name, partition)) return missing(partition, ErrorCode.UNSTABLE_OFFSET_COMMIT);
      const committed = offsets.get(groupId, name, partition);
      return committed === undefined || isOfAnother(committed, topicId) ? missing(partition, ErrorCode.NONE) : found(partition, committed);
    }),
  }));
}

function everything({ offsets }: Groups, groupId: string): TopicToFetch[] {
  const topics: TopicToFetch[] = [];
  for (const [name, partitions] of offsets.of(groupId) ?? []) {
    const topicId = partitions.values().next().value?.topicId ?? ZERO_UUID;
    topics.push({ name, topicId, partitionIndexes: [...partitions.keys()] });
  }
  return topics;
}

/** The offset was committed for a topic of the same name that is gone. */
function isOfAnother(committed: CommittedOffset, topicId: string): boolean {
  return committed.topicId !== ZERO_UUID && topicId !== ZERO_UUID && committed.topicId !== topicId;
}

function missing(partitionIndex: number, errorCode: ErrorCode): FetchedPartition {
  return { partitionIndex, committedOffset: -1, committedLeaderEpoch: -1, metadata: '', errorCode };
}

function found(partitionIndex: number, committed: CommittedOffset): FetchedPartition {
  const { offset, leaderEpoch, metadata } = committed;
  return { partitionIndex, committedOffset: offset, committedLeaderEpoch: leaderEpoch, metadata, errorCode: ErrorCode.NONE };
}
