/** Sticky and eager (KIP-54): members give up all partitions in a rebalance and get most of them back. What they had goes in bytes of its own. */
import type { TopicPartition } from '@millrace/network-client';
import { byTopic } from '@millrace/network-client';
import { Reader, Writer } from '@millrace/protocol';
import type { Assignor } from './assignor.js';
import { stickyShares } from './sticky-shares.js';

/** Kafka's own layout: array of topic and array of partitions, then the generation. */
function userData(owned: readonly TopicPartition[], generation: number): Uint8Array {
  const writer = new Writer();
  const topics = byTopic(owned);
  writer.writeInt32(topics.size);
  for (const [topic, partitions] of topics) {
    writer.writeString(topic);
    writer.writeInt32(partitions.length);
    for (const { partition } of partitions) writer.writeInt32(partition);
  }
  writer.writeInt32(generation);
  return writer.finish();
}

function ownedFromUserData(bytes: Uint8Array): { partitions: TopicPartition[]; generation: number } {
  const reader = new Reader(bytes);
  const partitions: TopicPartition[] = [];
  for (let topics = reader.readArrayLength(6); topics > 0; topics--) {
    const topic = reader.readString();
    for (let count = reader.readArrayLength(4); count > 0; count--) partitions.push({ topic, partition: reader.readInt32() });
  }
  // The first version of the layout had no generation.
  return { partitions, generation: reader.remaining >= 4 ? reader.readInt32() : -1 };
}

export const stickyAssignor: Assignor = { name: 'sticky', isCooperative: false, assign: stickyShares, userData, ownedFromUserData };
