/** DescribeGroups: classic groups with their members. A group that is not there is described as Dead. */
import { type Decoded, ErrorCode } from '@millrace/protocol';
import type { DescribeGroupsRequest, DescribeGroupsResponse } from '@millrace/protocol/messages/describe-groups';
import { answerOnly, type Decision, type GroupContext } from '../decision.js';
import type { Groups } from '../groups.js';
import type { ClassicGroup } from './classic-group.js';
import { metadataOf } from './protocol-selection.js';

type Description = DescribeGroupsResponse['groups'][number];

/** From this version on a group that is not there is an error. */
const FIRST_VERSION_WITH_NOT_FOUND = 6;
/** Authorized operations were not asked for; the broker puts them in when they were. */
const NO_OPERATIONS = -2147483648;
const NO_BYTES = new Uint8Array(0);

export function describeGroups(groups: Groups, request: Decoded<DescribeGroupsRequest>, context: GroupContext): Decision {
  const body: DescribeGroupsResponse = {
    throttleTimeMs: 0,
    groups: request.groups.map((groupId) => {
      const group = groups.classic(groupId);
      if (group !== null) return describe(group);
      const reason = groups.foreign(groupId) === null ? 'not found' : 'is not a classic group';
      return dead(groupId, `Group ${groupId} ${reason}.`, context.apiVersion);
    }),
  };
  return answerOnly(context, body);
}

function describe(group: ClassicGroup): Description {
  const isStable = group.state === 'Stable';
  return {
    errorCode: ErrorCode.NONE,
    groupId: group.groupId,
    groupState: group.state,
    protocolType: group.protocolType ?? '',
    protocolData: isStable ? (group.protocolName ?? '') : '',
    members: [...group.members.values()].map((member) => ({
      memberId: member.memberId,
      groupInstanceId: member.groupInstanceId,
      clientId: member.clientId,
      clientHost: member.clientHost,
      memberMetadata: isStable ? metadataOf(member.protocols, group.protocolName) : NO_BYTES,
      memberAssignment: member.assignment,
    })),
    authorizedOperations: NO_OPERATIONS,
  };
}

function dead(groupId: string, errorMessage: string, apiVersion: number): Description {
  const description: Description = {
    errorCode: ErrorCode.NONE,
    groupId,
    groupState: 'Dead',
    protocolType: '',
    protocolData: '',
    members: [],
    authorizedOperations: NO_OPERATIONS,
  };
  if (apiVersion < FIRST_VERSION_WITH_NOT_FOUND) return description;
  return { ...description, errorCode: ErrorCode.GROUP_ID_NOT_FOUND, errorMessage };
}
