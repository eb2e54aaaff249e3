/** What the coordinator reads of the members' metadata: the topics of the consumer protocol, so as not to expire or delete offsets in use. */
import { ProtocolError, Reader } from '@millrace/protocol';
import { consumerProtocolSubscription } from '@millrace/protocol/messages/consumer-protocol-subscription';
import type { ClassicGroup } from './classic-group.js';
import { metadataOf } from './protocol-selection.js';

const CONSUMER_PROTOCOL_TYPE = 'consumer';

/** Whether the members are consumers, whose metadata the coordinator can read. */
export function usesConsumerProtocol(group: ClassicGroup): boolean {
  return group.protocolType === CONSUMER_PROTOCOL_TYPE;
}

/** The topics of all members under the chosen protocol; null when the group is of another type or a member's metadata cannot be read. */
export function subscribedTopics(group: ClassicGroup): ReadonlySet<string> | null {
  if (!usesConsumerProtocol(group)) return null;
  const topics = new Set<string>();
  if (group.members.size === 0) return topics;
  if (group.protocolName === null) return null;
  for (const member of group.members.values()) {
    const subscription = topicsOf(metadataOf(member.protocols, group.protocolName));
    if (subscription === null) return null;
    for (const topic of subscription) topics.add(topic);
  }
  return topics;
}

/** Whether a topic counts as subscribed: in doubt it does. */
export function isSubscribed(group: ClassicGroup, topic: string): boolean {
  return group.subscribedTopics === null ? usesConsumerProtocol(group) : group.subscribedTopics.has(topic);
}

/** Version 0 is a prefix of every version, now and to come. */
function topicsOf(metadata: Uint8Array): readonly string[] | null {
  try {
    const reader = new Reader(metadata);
    reader.readInt16();
    return consumerProtocolSubscription.decode(reader, 0).topics;
  } catch (error) {
    if (error instanceof ProtocolError) return null;
    throw error;
  }
}
