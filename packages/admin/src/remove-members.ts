import { api, type Api } from '@millrace/network-client';
import { leaveGroupRequest, leaveGroupResponse, type LeaveGroupRequest, type LeaveGroupResponse } from '@millrace/protocol/messages/leave-group';
import { askCoordinator, itemError, throwIfError, type AdminContext, type ItemResult } from './admin-context.js';
import { describeConsumerGroups } from './describe-consumer-groups.js';

const leaveGroupApi: Api<LeaveGroupRequest, LeaveGroupResponse> = api(leaveGroupRequest, leaveGroupResponse, { keepsBytes: false });
/** The first version in which one may leave for others. */
const firstVersion = 3;

/** A static member by its instance id, or any member by its member id. */
export type MemberToRemove = { readonly groupInstanceId: string } | { readonly memberId: string };

export interface RemovedMember extends ItemResult {
  readonly memberId: string;
  readonly groupInstanceId: string | null;
}

/** Removes these members, or all of them. */
export async function removeMembersFromConsumerGroup(context: AdminContext, groupId: string, members: readonly MemberToRemove[] | 'all'): Promise<RemovedMember[]> {
  const leaving = (members === 'all' ? await allMembers(context, groupId) : members).map((member) => ('groupInstanceId' in member
    ? { memberId: '', groupInstanceId: member.groupInstanceId }
    : { memberId: member.memberId, groupInstanceId: null }));
  if (leaving.length === 0) return [];
  const message = (version: number): LeaveGroupRequest => {
    if (version < firstVersion) throw new TypeError(`removing members of group '${groupId}': this broker is too old`);
    return { groupId, members: leaving.map((member) => (version >= 5 ? { ...member, reason: 'removed by an administrator' } : member)) };
  };
  const answer = await askCoordinator(context, groupId, leaveGroupApi, message, ({ errorCode }) => errorCode);
  throwIfError(answer.errorCode, `LeaveGroup for group '${groupId}'`);
  return answer.members.map(({ memberId, groupInstanceId, errorCode }) => ({
    memberId, groupInstanceId, error: itemError(errorCode, `removing '${groupInstanceId ?? memberId}' from group '${groupId}'`),
  }));
}

async function allMembers(context: AdminContext, groupId: string): Promise<MemberToRemove[]> {
  const [group] = await describeConsumerGroups(context, [groupId]);
  if (group?.error !== null && group?.error !== undefined) throw group.error;
  return (group?.members ?? []).map((member) => (member.groupInstanceId === null ? { memberId: member.memberId } : { groupInstanceId: member.groupInstanceId }));
}
