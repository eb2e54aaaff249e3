// Generated from definitions/consumer-protocol-subscription.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import type { Writer } from '../writer.js';

/** ConsumerProtocolSubscription, versions 0-3. */
export interface ConsumerProtocolSubscription {
  /** Topics, one entry each. */
  topics: string[];
  /** Bytes of the assignor's own. Default null. */
  userData?: Uint8Array | null | undefined;
  /** Partitions the member holds already. Versions 1+. */
  ownedPartitions?: ConsumerProtocolSubscriptionTopicPartition[] | undefined;
  /** Generation of the group. Versions 2+. Default -1. */
  generationId?: number | undefined;
  /** Rack of the client or replica. Versions 3+. Default null. */
  rackId?: string | null | undefined;
}

export interface ConsumerProtocolSubscriptionTopicPartition {
  /** Name of the topic. Versions 1+. */
  topic?: string | undefined;
  /** Indexes of the partitions. Versions 1+. */
  partitions?: number[] | undefined;
}

export const consumerProtocolSubscription: MessageCodec<ConsumerProtocolSubscription> = messageCodec<ConsumerProtocolSubscription>(
  {
    name: 'ConsumerProtocolSubscription',
    kind: 'data',
    apiKey: null,
    minVersion: 0,
    maxVersion: 3,
    flexibleVersion: 32767,
  },
  readConsumerProtocolSubscription,
  writeConsumerProtocolSubscription,
);

function readConsumerProtocolSubscription(reader: Reader, version: number): Decoded<ConsumerProtocolSubscription> {
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    const topics: string[] = [];
    const topicsLength = reader.readArrayLength(2);
    for (index = 0; index < topicsLength; index++) topics.push(reader.readString());
    index = -1;
    field = 'userData';
    const userData = reader.readNullableBytes();
    const ownedPartitions: Decoded<ConsumerProtocolSubscriptionTopicPartition>[] = [];
    if (version >= 1) {
      field = 'ownedPartitions';
      const ownedPartitionsLength = reader.readArrayLength(6);
      for (index = 0; index < ownedPartitionsLength; index++) ownedPartitions.push(readConsumerProtocolSubscriptionTopicPartition(reader, version));
      index = -1;
    }
    let generationId: number = -1;
    if (version >= 2) {
      field = 'generationId';
      generationId = reader.readInt32();
    }
    let rackId: string | null = null;
    if (version === 3) {
      field = 'rackId';
      rackId = reader.readNullableString();
    }
    return { topics, userData, ownedPartitions, generationId, rackId };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readConsumerProtocolSubscriptionTopicPartition(reader: Reader, _version: number): Decoded<ConsumerProtocolSubscriptionTopicPartition> {
  let field = '';
  let index = -1;
  try {
    field = 'topic';
    const topic = reader.readString();
    field = 'partitions';
    const partitions: number[] = [];
    const partitionsLength = reader.readArrayLength(4);
    for (index = 0; index < partitionsLength; index++) partitions.push(reader.readInt32());
    index = -1;
    return { topic, partitions };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeConsumerProtocolSubscription(writer: Writer, message: ConsumerProtocolSubscription, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    const topics = message.topics;
    writer.writeInt32(topics.length);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writer.writeString(topicsItem);
    }
    index = -1;
    field = 'userData';
    const userData = message.userData === undefined ? null : message.userData;
    writer.writeNullableBytes(userData);
    if (version >= 1) {
      field = 'ownedPartitions';
      const ownedPartitions = message.ownedPartitions === undefined ? [] : message.ownedPartitions;
      writer.writeInt32(ownedPartitions.length);
      for (index = 0; index < ownedPartitions.length; index++) {
        const ownedPartitionsItem = ownedPartitions[index];
        if (ownedPartitionsItem === undefined) throw unexpectedNull(version);
        writeConsumerProtocolSubscriptionTopicPartition(writer, ownedPartitionsItem, version);
      }
      index = -1;
    }
    if (version >= 2) {
      field = 'generationId';
      const generationId = message.generationId === undefined ? -1 : message.generationId;
      writer.writeInt32(generationId);
    }
    if (version === 3) {
      field = 'rackId';
      const rackId = message.rackId === undefined ? null : message.rackId;
      writer.writeNullableString(rackId);
    }
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeConsumerProtocolSubscriptionTopicPartition(writer: Writer, message: ConsumerProtocolSubscriptionTopicPartition, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topic';
    const topic = message.topic === undefined ? '' : message.topic;
    writer.writeString(topic);
    field = 'partitions';
    const partitions = message.partitions === undefined ? [] : message.partitions;
    writer.writeInt32(partitions.length);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(partitionsItem);
    }
    index = -1;
  } catch (error) {
    throw locate(error, field, index);
  }
}
