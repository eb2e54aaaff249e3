import { api, type Api, type BrokerNode, type TopicPartition } from '@millrace/network-client';
import { ErrorCode, KafkaError, ProtocolError, Reader, type Decoded } from '@millrace/protocol';
import {
  consumerGroupDescribeRequest, consumerGroupDescribeResponse, type ConsumerGroupDescribeRequest, type ConsumerGroupDescribeResponse, type ConsumerGroupDescribeResponseAssignment,
} from '@millrace/protocol/messages/consumer-group-describe';
import { consumerProtocolAssignment } from '@millrace/protocol/messages/consumer-protocol-assignment';
import { describeGroupsRequest, describeGroupsResponse, type DescribeGroupsRequest, type DescribeGroupsResponse } from '@millrace/protocol/messages/describe-groups';
import { askCoordinator, itemError, type AdminContext, type ItemResult } from './admin-context.js';

const describeGroupsApi: Api<DescribeGroupsRequest, DescribeGroupsResponse> = api(describeGroupsRequest, describeGroupsResponse);
const consumerGroupDescribeApi: Api<ConsumerGroupDescribeRequest, ConsumerGroupDescribeResponse> = api(consumerGroupDescribeRequest, consumerGroupDescribeResponse, { keepsBytes: false });

export interface MemberDescription {
  readonly memberId: string;
  readonly groupInstanceId: string | null;
  readonly clientId: string;
  readonly clientHost: string;
  /** Empty for members of another protocol than 'consumer'. */
  readonly assignment: readonly TopicPartition[];
  /** Null in a classic group. */
  readonly epoch: number | null;
  /** What the member is to have in the end; null in a classic group. */
  readonly targetAssignment: readonly TopicPartition[] | null;
}

export interface GroupDescription extends ItemResult {
  readonly groupId: string;
  readonly state: string;
  readonly protocolType: string;
  /** The assignor in use. */
  readonly assignor: string;
  readonly coordinator: BrokerNode;
  /** Null for a classic group. */
  readonly epoch: number | null;
  /** Null for a classic group. */
  readonly targetAssignmentEpoch: number | null;
  readonly members: readonly MemberDescription[];
}

/** Groups, classic and of KIP-848, in the order asked for. One that does not exist has the error GROUP_ID_NOT_FOUND, or the state Dead on brokers before 4.0. */
export function describeConsumerGroups(context: AdminContext, groupIds: readonly string[]): Promise<GroupDescription[]> {
  return Promise.all(groupIds.map((groupId) => describeGroup(context, groupId)));
}

/** A group of the newer protocol does not exist as a classic one. */
async function describeGroup(context: AdminContext, groupId: string): Promise<GroupDescription> {
  const classic = await describeClassicGroup(context, groupId);
  const exists = classic.error === null ? classic.state !== 'Dead' : classic.error.code !== ErrorCode.GROUP_ID_NOT_FOUND;
  return exists ? classic : ((await describeNewerGroup(context, groupId)) ?? classic);
}

/** Null when there is no such group, or the broker knows no such groups. */
async function describeNewerGroup(context: AdminContext, groupId: string): Promise<GroupDescription | null> {
  const message = { groupIds: [groupId], includeAuthorizedOperations: false };
  const groups = await askCoordinator(context, groupId, consumerGroupDescribeApi, message, (answer) => answer.groups[0]?.errorCode ?? ErrorCode.NONE).then((answer) => answer.groups, noneIfUnsupported);
  const [group] = groups;
  if (group === undefined || group.errorCode === ErrorCode.GROUP_ID_NOT_FOUND) return null;
  return {
    groupId,
    error: itemError(group.errorCode, `group '${groupId}'`, group.errorMessage),
    state: group.groupState,
    protocolType: 'consumer',
    assignor: group.assignorName,
    coordinator: await context.client.coordinators.find('group', groupId),
    epoch: group.groupEpoch,
    targetAssignmentEpoch: group.assignmentEpoch,
    members: group.members.map(({ memberId, instanceId, clientId, clientHost, assignment, memberEpoch, targetAssignment }) => ({
      memberId,
      groupInstanceId: instanceId ?? null,
      clientId,
      clientHost,
      assignment: partitionsOf(assignment),
      epoch: memberEpoch,
      targetAssignment: partitionsOf(targetAssignment),
    })),
  };
}

function noneIfUnsupported(error: unknown): [] {
  if (error instanceof KafkaError && error.code === ErrorCode.UNSUPPORTED_VERSION) return [];
  throw error;
}

function partitionsOf({ topicPartitions }: Decoded<ConsumerGroupDescribeResponseAssignment>): TopicPartition[] {
  return topicPartitions.flatMap(({ topicName, partitions }) => Array.from(partitions, (partition) => ({ topic: topicName, partition })));
}

async function describeClassicGroup(context: AdminContext, groupId: string): Promise<GroupDescription> {
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
    epoch: null,
    targetAssignmentEpoch: null,
    members: group.members.map((member) => ({
      memberId: member.memberId,
      groupInstanceId: member.groupInstanceId,
      clientId: member.clientId,
      clientHost: member.clientHost,
      assignment: group.protocolType === 'consumer' ? assignmentOf(member.memberAssignment) : [],
      epoch: null,
      targetAssignment: null,
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
