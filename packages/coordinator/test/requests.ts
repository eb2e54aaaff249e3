/** Requests as a broker decodes them, with what a test does not care for filled in. */
import type { Decoded } from '@millrace/protocol';
import { Writer, ZERO_UUID } from '@millrace/protocol';
import { consumerProtocolSubscription } from '@millrace/protocol/messages/consumer-protocol-subscription';
import type { HeartbeatRequest } from '@millrace/protocol/messages/heartbeat';
import type { JoinGroupRequest } from '@millrace/protocol/messages/join-group';
import type { LeaveGroupRequest } from '@millrace/protocol/messages/leave-group';
import type { OffsetCommitRequest } from '@millrace/protocol/messages/offset-commit';
import type { OffsetFetchRequest } from '@millrace/protocol/messages/offset-fetch';
import type { SyncGroupRequest } from '@millrace/protocol/messages/sync-group';

export const GROUP = 'the-group';
export const TOPIC_ID = 'i17TxguQTFC0UECNlKr1pQ';

const tags = { unknownTags: undefined };

/** A subscription of the consumer protocol, version 0 with its prefix. */
export function subscriptionTo(...topics: string[]): Uint8Array {
  const writer = new Writer();
  writer.writeInt16(0);
  consumerProtocolSubscription.encode(writer, { topics, userData: null, ownedPartitions: [] }, 0);
  return writer.finish();
}

export function protocol(name: string, metadata: Uint8Array = subscriptionTo('orders')): Decoded<JoinGroupRequest>['protocols'][number] {
  return { name, metadata, ...tags };
}

export function join(fields: Partial<Decoded<JoinGroupRequest>> = {}): Decoded<JoinGroupRequest> {
  return {
    groupId: GROUP,
    sessionTimeoutMs: 10_000,
    rebalanceTimeoutMs: 60_000,
    memberId: '',
    groupInstanceId: null,
    protocolType: 'consumer',
    protocols: [protocol('range')],
    reason: null,
    ...tags,
    ...fields,
  };
}

export function sync(fields: Partial<Decoded<SyncGroupRequest>>, assignments: Record<string, string> = {}): Decoded<SyncGroupRequest> {
  return {
    groupId: GROUP,
    generationId: 1,
    memberId: '',
    groupInstanceId: null,
    protocolType: null,
    protocolName: null,
    assignments: Object.entries(assignments).map(([memberId, text]) => ({ memberId, assignment: bytes(text), ...tags })),
    ...tags,
    ...fields,
  };
}

export function beat(fields: Partial<Decoded<HeartbeatRequest>>): Decoded<HeartbeatRequest> {
  return { groupId: GROUP, generationId: 1, memberId: '', groupInstanceId: null, ...tags, ...fields };
}

export function leave(...members: { memberId?: string; groupInstanceId?: string | null }[]): Decoded<LeaveGroupRequest> {
  return {
    groupId: GROUP,
    memberId: members[0]?.memberId ?? '',
    members: members.map(({ memberId = '', groupInstanceId = null }) => ({ memberId, groupInstanceId, reason: null, ...tags })),
    ...tags,
  };
}

/** Offsets by `topic` and partition number. */
export function commit(
  offsets: Record<string, Record<number, number>>,
  fields: Partial<Decoded<OffsetCommitRequest>> = {},
  metadata: string | null = null,
): Decoded<OffsetCommitRequest> {
  return {
    groupId: GROUP,
    generationIdOrMemberEpoch: -1,
    memberId: '',
    groupInstanceId: null,
    retentionTimeMs: -1,
    topics: Object.entries(offsets).map(([name, partitions]) => ({
      name,
      topicId: ZERO_UUID,
      partitions: Object.entries(partitions).map(([index, offset]) => ({
        partitionIndex: Number(index),
        committedOffset: offset,
        committedLeaderEpoch: 5,
        committedMetadata: metadata,
        ...tags,
      })),
      ...tags,
    })),
    ...tags,
    ...fields,
  };
}

/** One group in the form of version 8 and later; without topics everything. */
export function fetchOf(
  topics: Record<string, number[]> | null,
  fields: Partial<Decoded<OffsetFetchRequest>> = {},
): Decoded<OffsetFetchRequest> {
  const wanted =
    topics === null
      ? null
      : Object.entries(topics).map(([name, partitionIndexes]) => ({ name, topicId: ZERO_UUID, partitionIndexes, ...tags }));
  return {
    groupId: '',
    topics: [],
    groups: [{ groupId: GROUP, memberId: null, memberEpoch: -1, topics: wanted, ...tags }],
    requireStable: false,
    ...tags,
    ...fields,
  };
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function text(value: Uint8Array): string {
  return new TextDecoder().decode(value);
}
