/** DeleteGroups: empty groups with all their offsets. */
import { type Decoded, ErrorCode } from '@millrace/protocol';
import type { DeleteGroupsRequest, DeleteGroupsResponse } from '@millrace/protocol/messages/delete-groups';
import type { CoordinatorRecord } from '../../records.js';
import type { Decision, GroupContext, GroupEvent } from '../decision.js';
import type { Groups } from '../groups.js';
import { offsetTombstones } from '../offsets/offset-records.js';
import { groupTombstone } from './group-metadata.js';

type Result = DeleteGroupsResponse['results'][number];

export function deleteGroups(groups: Groups, request: Decoded<DeleteGroupsRequest>, context: GroupContext): Decision {
  const records: CoordinatorRecord[] = [];
  const events: GroupEvent[] = [];
  const results: Result[] = [];
  for (const groupId of new Set(request.groupsNames)) {
    const errorCode = validate(groups, groupId);
    results.push({ groupId, errorCode, errorMessage: errorCode === ErrorCode.GROUP_ID_NOT_FOUND ? `Group ${groupId} not found.` : null });
    if (errorCode !== ErrorCode.NONE) continue;
    records.push(...offsetTombstones(groups.offsets, groupId), ...groupTombstones(groups, groupId));
    events.push({ type: 'group-removed', groupId });
  }
  const body: DeleteGroupsResponse = { throttleTimeMs: 0, results };
  return { records, events, responses: [{ token: context.token, body }], deadlines: [] };
}

/** Share groups have more state in `__share_group_state`, and are not deleted here. */
function validate(groups: Groups, groupId: string): ErrorCode {
  const foreign = groups.foreign(groupId);
  if (foreign !== null) {
    if (foreign.type === 'share') return ErrorCode.GROUP_ID_NOT_FOUND;
    return foreign.hasMembers ? ErrorCode.NON_EMPTY_GROUP : ErrorCode.NONE;
  }
  const group = groups.classic(groupId);
  if (group === null) return ErrorCode.GROUP_ID_NOT_FOUND;
  return group.state === 'Empty' ? ErrorCode.NONE : ErrorCode.NON_EMPTY_GROUP;
}

function groupTombstones(groups: Groups, groupId: string): CoordinatorRecord[] {
  return groups.foreign(groupId)?.tombstones() ?? [groupTombstone(groupId)];
}
