import { api, type Api, type BrokerNode, type TopicPartition } from '@millrace/network-client';
import { ErrorCode, KafkaError, ProtocolError, Reader } from '@millrace/protocol';
import { consumerProtocolAssignment } from '@millrace/protocol/messages/consumer-protocol-assignment';
import { describeGroupsRequest, describeGroupsResponse, type DescribeGroupsRequest, type DescribeGroupsResponse } from '@millrace/protocol/messages/describe-groups';
import { askCoordinator, itemError, type AdminContext, type ItemResult } from './admin-context.js';

const describeGroupsApi: Api<DescribeGroupsRequest, DescribeGroupsResponse> = api(describeGroupsRequest, describeGroupsResponse);

export interface MemberDescription {
  readonly memberId: string;
  readonly groupInstanceId: string | null;
  readonly clientId: string;
  readonly clientHost: string;
  /** Empty for members of another protocol than 'consumer'. */
  readonly assignment: readonly TopicPartition[];
}

export interface GroupDescription extends ItemResult {
  readonly groupId: string;
  readonly state: string;
  readonly protocolType: string;
  /** The assignor in use. */
  readonly assignor: string;
  readonly coordinator: BrokerNode;
  readonly members: readonly MemberDescription[];
}

/** Classic groups in the order asked for. One that does not exist has the error GROUP_ID_NOT_FOUND, or the state Dead on brokers before 4.0. */
export function describeConsumerGroups(context: AdminContext, groupIds: readonly string[]): Promise<GroupDescription[]> {
  return Promise.all(groupIds.map((groupId) => describeGroup(context, groupId)));
}

async function describeGroup(context: AdminContext, groupId: string): Promise<GroupDescription> {
  const answer = await askCoordinator(context, groupId, describeGroupsApi, { groups: [groupId] }, ({ groups }) => groups[0]?.errorCode ?? ErrorCode.NONE);
  const group = answer.groups[0];
  if (group === undefined) throw new KafkaError(ErrorCode.UNKNOWN_SERVER_ERROR, `DescribeGroups of '${groupId}': the answer has no group`);
  return {
    groupId,
    error: itemError(group.errorCode, `group '${groupId}'`, group.errorMessage),
    state: group.groupState,
    protocolType: group.protocolType,
    assignor: group.protocolData,
    coordinator: await context.client.coordinators.find('group', groupId),
    members: group.members.map((member) => ({
      memberId: member.memberId,
      groupInstanceId: member.groupInstanceId,
      clientId: member.clientId,
      clientHost: member.clientHost,
      assignment: group.protocolType === 'consumer' ? assignmentOf(member.memberAssignment) : [],
    })),
  };
}

function assignmentOf(bytes: Uint8Array): TopicPartition[] {
  if (bytes.length === 0) return [];
  const reader = new Reader(bytes);
  try {
    const version = Math.min(reader.readInt16(), consumerProtocolAssignment.maxVersion);
    const { assignedPartitions } = consumerProtocolAssignment.decode(reader, version);
    return assignedPartitions.flatMap(({ topic, partitions }) => partitions.map((partition) => ({ topic, partition })));
  } catch (error) {
    // What members of a group tell each other is their own affair.
    if (error instanceof ProtocolError) return [];
    throw error;
  }
}
