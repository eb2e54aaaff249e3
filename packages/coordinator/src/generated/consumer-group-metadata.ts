// Generated from definitions/consumer-group-metadata.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** ConsumerGroupMetadataKey, versions 0. */
export interface ConsumerGroupMetadataKey {
  /** Id of the group. */
  groupId: string;
}

export const consumerGroupMetadataKey: MessageCodec<ConsumerGroupMetadataKey> = messageCodec<ConsumerGroupMetadataKey>(
  {
    name: 'ConsumerGroupMetadataKey',
    kind: 'coordinator-key',
    apiKey: 3,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readConsumerGroupMetadataKey,
  writeConsumerGroupMetadataKey,
);

function readConsumerGroupMetadataKey(reader: Reader, _version: number): Decoded<ConsumerGroupMetadataKey> {
  let field = '';
  try {
    field = 'groupId';
    const groupId = reader.readString();
    return { groupId };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeConsumerGroupMetadataKey(writer: Writer, message: ConsumerGroupMetadataKey, _version: number): void {
  let field = '';
  try {
    field = 'groupId';
    const groupId = message.groupId;
    writer.writeString(groupId);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** ConsumerGroupMetadataValue, versions 0. */
export interface ConsumerGroupMetadataValue {
  /** Epoch of the group. */
  epoch: number;
  /** Hash over the subscribed topics and their partitions, all 64 bits of it. Default 0. */
  metadataHash?: bigint | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const consumerGroupMetadataValue: MessageCodec<ConsumerGroupMetadataValue> = messageCodec<ConsumerGroupMetadataValue>(
  {
    name: 'ConsumerGroupMetadataValue',
    kind: 'coordinator-value',
    apiKey: 3,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readConsumerGroupMetadataValue,
  writeConsumerGroupMetadataValue,
);

function readConsumerGroupMetadataValue(reader: Reader, _version: number): Decoded<ConsumerGroupMetadataValue> {
  let field = '';
  try {
    field = 'epoch';
    const epoch = reader.readInt32();
    let metadataHash: bigint = 0n;
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    for (let count = reader.readUnsignedVarint(); count > 0; count--) {
      field = 'unknownTags';
      const tag = reader.readUnsignedVarint();
      const end = reader.readTagEnd();
      switch (tag) {
        case 0: {
          field = 'metadataHash';
          metadataHash = reader.readInt64Exact();
          reader.endTag(tag, end);
          break;
        }
        default:
          unknownTags = reader.readUnknownTag(unknownTags, tag, end);
      }
    }
    return { epoch, metadataHash, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeConsumerGroupMetadataValue(writer: Writer, message: ConsumerGroupMetadataValue, _version: number): void {
  let field = '';
  try {
    field = 'epoch';
    const epoch = message.epoch;
    writer.writeInt32(epoch);
    field = 'metadataHash';
    const metadataHash = message.metadataHash === undefined ? 0n : message.metadataHash;
    field = 'unknownTags';
    const unknown = inTagOrder(message.unknownTags);
    let count = unknown.length;
    let next = 0;
    const hasMetadataHash = metadataHash !== 0n;
    if (hasMetadataHash) count++;
    writer.writeUnsignedVarint(count);
    if (hasMetadataHash) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 0);
      field = 'metadataHash';
      const tag = writer.beginTag(0);
      writer.writeInt64Exact(metadataHash);
      writer.endTag(tag);
    }
    field = 'unknownTags';
    writer.writeUnknownTagsBelow(unknown, next, Infinity);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
