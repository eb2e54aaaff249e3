/** What members of a consumer group tell each other through the coordinator: subscriptions and assignments. */
import { byTopic, type TopicPartition } from '@millrace/network-client';
import { Reader, Writer } from '@millrace/protocol';
import { consumerProtocolAssignment } from '@millrace/protocol/messages/consumer-protocol-assignment';
import { consumerProtocolSubscription } from '@millrace/protocol/messages/consumer-protocol-subscription';
import type { Assignor, GroupMember } from '../assignors/assignor.js';

export const protocolType = 'consumer';
const version = 3;

export interface Subscription {
  readonly topics: readonly string[];
  /** What the member was assigned last, be it that it has given it up since. */
  readonly last: readonly TopicPartition[];
  /** What it goes on reading while the group rebalances: none in an eager rebalance. */
  readonly owned: readonly TopicPartition[];
  readonly generation: number;
  readonly rack: string;
}

/** Version and message, as one assignor wants it. */
export function encodeSubscription(assignor: Assignor, subscription: Subscription): Uint8Array {
  const { topics, last, owned, generation, rack } = subscription;
  const writer = new Writer();
  writer.writeInt16(version);
  consumerProtocolSubscription.encode(writer, {
    topics: topics.toSorted(),
    userData: assignor.userData?.(last, generation) ?? null,
    // Whoever claims a partition here keeps others from it until it gives it up in a rebalance to come.
    ownedPartitions: [...byTopic(owned)].map(([topic, list]) => ({ topic, partitions: list.map(({ partition }) => partition) })),
    generationId: generation,
    rackId: rack === '' ? null : rack,
  }, version);
  return writer.finish();
}

/** A member as the leader sees it. @throws ProtocolError for bytes that are no subscription. */
export function decodeMember(memberId: string, groupInstanceId: string | null, metadata: Uint8Array, assignor: Assignor): GroupMember {
  const reader = new Reader(metadata);
  const told = consumerProtocolSubscription.decode(reader, readVersion(reader, consumerProtocolSubscription.maxVersion));
  const own = told.userData !== null && assignor.ownedFromUserData !== undefined ? assignor.ownedFromUserData(told.userData) : null;
  const owned = told.ownedPartitions.flatMap(({ topic, partitions }) => partitions.map((partition) => ({ topic, partition })));
  return {
    memberId,
    groupInstanceId,
    topics: told.topics,
    ownedPartitions: own?.partitions ?? owned,
    generation: own?.generation ?? told.generationId,
  };
}

export function encodeAssignment(partitions: readonly TopicPartition[]): Uint8Array {
  const writer = new Writer();
  writer.writeInt16(version);
  const assignedPartitions = [...byTopic(partitions)].map(([topic, list]) => ({ topic, partitions: list.map(({ partition }) => partition) }));
  consumerProtocolAssignment.encode(writer, { assignedPartitions, userData: null }, version);
  return writer.finish();
}

/** No bytes: nothing is assigned. @throws ProtocolError */
export function decodeAssignment(bytes: Uint8Array): TopicPartition[] {
  if (bytes.length === 0) return [];
  const reader = new Reader(bytes);
  const told = consumerProtocolAssignment.decode(reader, readVersion(reader, consumerProtocolAssignment.maxVersion));
  return told.assignedPartitions.flatMap(({ topic, partitions }) => partitions.map((partition) => ({ topic, partition })));
}

/** A version newer than ours begins with the fields that we know. */
function readVersion(reader: Reader, newest: number): number {
  return Math.min(reader.readInt16(), newest);
}
