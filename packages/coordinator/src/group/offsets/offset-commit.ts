/** OffsetCommit: a member of the present generation, or a client outside any group, says how far it has come. */
import { type Decoded, ErrorCode } from '@millrace/protocol';
import type { OffsetCommitRequest, OffsetCommitResponse } from '@millrace/protocol/messages/offset-commit';
import type { OffsetCommitRecord } from '../../records.js';
import { type ClassicGroup } from '../classic/classic-group.js';
import { validateMember } from '../classic/members.js';
import { sessionDeadline } from '../deadline-id.js';
import type { Deadline, Decision, GroupContext } from '../decision.js';
import type { GroupConfig } from '../group-config.js';
import type { Groups } from '../groups.js';
import { offsetRecord } from './offset-records.js';

type Request = Decoded<OffsetCommitRequest>;
type Partition = Request['topics'][number]['partitions'][number];

/** From this version on a group that is not there is said to be not there. */
const FIRST_VERSION_WITH_NOT_FOUND = 9;
const DEFAULT_RETENTION_TIME = -1;

export function offsetCommit(config: GroupConfig, groups: Groups, request: Request, context: GroupContext): Decision {
  const group = groups.classic(request.groupId);
  const groupError = validate(groups, group, request, context.apiVersion);
  const records: OffsetCommitRecord[] = [];
  const topics: OffsetCommitResponse['topics'] = request.topics.map(({ name, topicId, partitions }) => ({
    name,
    topicId,
    partitions: partitions.map((partition) => {
      const errorCode = groupError === ErrorCode.NONE ? validatePartition(config, partition) : groupError;
      if (errorCode === ErrorCode.NONE) records.push(record(request, name, topicId, partition, context.now));
      return { partitionIndex: partition.partitionIndex, errorCode };
    }),
  }));
  const body: OffsetCommitResponse = { throttleTimeMs: 0, topics };
  const deadlines = groupError === ErrorCode.NONE && group !== null ? renewedSession(group, request.memberId, context.now) : [];
  return { records, events: [], responses: [{ token: context.token, body }], deadlines };
}

function validate(groups: Groups, group: ClassicGroup | null, request: Request, apiVersion: number): ErrorCode {
  const foreign = groups.foreign(request.groupId);
  const isSimple = request.generationIdOrMemberEpoch < 0;
  if (foreign !== null) {
    if (foreign.type === 'share')
      return apiVersion >= FIRST_VERSION_WITH_NOT_FOUND ? ErrorCode.GROUP_ID_NOT_FOUND : ErrorCode.ILLEGAL_GENERATION;
    return isSimple && !foreign.hasMembers ? ErrorCode.NONE : ErrorCode.UNKNOWN_MEMBER_ID;
  }
  if (group !== null) return validateClassicCommit(group, request);
  if (isSimple) return ErrorCode.NONE;
  return apiVersion >= FIRST_VERSION_WITH_NOT_FOUND ? ErrorCode.GROUP_ID_NOT_FOUND : ErrorCode.ILLEGAL_GENERATION;
}

function validateClassicCommit(group: ClassicGroup, request: Request): ErrorCode {
  const { memberId, groupInstanceId, generationIdOrMemberEpoch: generationId } = request;
  if (generationId < 0 && group.state === 'Empty') return ErrorCode.NONE;
  if (generationId >= 0 || memberId !== '' || groupInstanceId !== null) {
    const error = validateMember(group, memberId, groupInstanceId);
    if (error !== ErrorCode.NONE) return error;
    if (generationId !== group.generationId) return ErrorCode.ILLEGAL_GENERATION;
  } else if (group.state !== 'Empty') {
    return ErrorCode.UNKNOWN_MEMBER_ID;
  }
  // The member knows of the generation that is being made, but does not have its assignment yet.
  return group.state === 'CompletingRebalance' ? ErrorCode.REBALANCE_IN_PROGRESS : ErrorCode.NONE;
}

function validatePartition(config: GroupConfig, { committedMetadata, committedOffset }: Partition): ErrorCode {
  if (committedMetadata !== null && committedMetadata.length > config.offsetMetadataMaxBytes) return ErrorCode.OFFSET_METADATA_TOO_LARGE;
  // Beyond 2^53 it could not be stored as it was sent.
  return Number.isSafeInteger(committedOffset) ? ErrorCode.NONE : ErrorCode.INVALID_REQUEST;
}

function record(request: Request, topic: string, topicId: string, partition: Partition, now: number): OffsetCommitRecord {
  const { retentionTimeMs } = request;
  return offsetRecord(request.groupId, topic, partition.partitionIndex, {
    offset: partition.committedOffset,
    leaderEpoch: partition.committedLeaderEpoch,
    metadata: partition.committedMetadata,
    commitTimestampMs: now,
    expireTimestampMs: retentionTimeMs === DEFAULT_RETENTION_TIME ? -1 : Math.min(now + retentionTimeMs, Number.MAX_SAFE_INTEGER),
    topicId,
  });
}

/** A member that commits is alive. */
function renewedSession(group: ClassicGroup, memberId: string, now: number): Deadline[] {
  const member = group.members.get(memberId);
  if (member === undefined || (group.state !== 'Stable' && group.state !== 'PreparingRebalance')) return [];
  return [{ id: sessionDeadline(group.groupId, memberId), atMs: now + member.sessionTimeoutMs }];
}
