/** ListGroups: every group, or those in some states and of some types; the filters do not mind case. */
import { type Decoded, ErrorCode } from '@millrace/protocol';
import type { ListGroupsRequest, ListGroupsResponse } from '@millrace/protocol/messages/list-groups';
import { answerOnly, type Decision, type GroupContext } from '../decision.js';
import type { ForeignGroup } from '../foreign-group.js';
import type { Groups } from '../groups.js';
import type { ClassicGroup } from './classic-group.js';

interface Listed {
  readonly groupId: string;
  readonly protocolType: string;
  readonly groupState: string;
  readonly groupType: string;
}

export function listGroups(groups: Groups, request: Decoded<ListGroupsRequest>, context: GroupContext): Decision {
  const states = new Set(request.statesFilter.map((state) => state.trim().toLowerCase()));
  const types = new Set(request.typesFilter.map((type) => type.trim().toLowerCase()));
  const all = [...groups.classicGroups().map(listed), ...[...groups.foreignGroups()].map(listedForeign)];
  const wanted = all.filter(
    (group) =>
      (states.size === 0 || states.has(group.groupState.toLowerCase())) && (types.size === 0 || types.has(group.groupType.toLowerCase())),
  );
  const body: ListGroupsResponse = { throttleTimeMs: 0, errorCode: ErrorCode.NONE, groups: wanted };
  return answerOnly(context, body);
}

function listed(group: ClassicGroup): Listed {
  return { groupId: group.groupId, protocolType: group.protocolType ?? '', groupState: group.state, groupType: 'classic' };
}

/** Of other kinds only this is known: whether there are members. */
function listedForeign(group: ForeignGroup): Listed {
  const name = group.type;
  return { groupId: group.groupId, protocolType: name, groupState: group.hasMembers ? 'Stable' : 'Empty', groupType: name };
}
