// Generated from definitions/share-group-metadata.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** ShareGroupMetadataKey, versions 0. */
export interface ShareGroupMetadataKey {
  /** Id of the group. */
  groupId: string;
}

export const shareGroupMetadataKey: MessageCodec<ShareGroupMetadataKey> = messageCodec<ShareGroupMetadataKey>(
  {
    name: 'ShareGroupMetadataKey',
    kind: 'coordinator-key',
    apiKey: 11,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readShareGroupMetadataKey,
  writeShareGroupMetadataKey,
);

function readShareGroupMetadataKey(reader: Reader, _version: number): Decoded<ShareGroupMetadataKey> {
  let field = '';
  try {
    field = 'groupId';
    const groupId = reader.readString();
    return { groupId };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeShareGroupMetadataKey(writer: Writer, message: ShareGroupMetadataKey, _version: number): void {
  let field = '';
  try {
    field = 'groupId';
    const groupId = message.groupId;
    writer.writeString(groupId);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** ShareGroupMetadataValue, versions 0. */
export interface ShareGroupMetadataValue {
  /** Epoch of the group. */
  epoch: number;
  /** Hash over the subscribed topics and their partitions, all 64 bits of it. */
  metadataHash: bigint;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const shareGroupMetadataValue: MessageCodec<ShareGroupMetadataValue> = messageCodec<ShareGroupMetadataValue>(
  {
    name: 'ShareGroupMetadataValue',
    kind: 'coordinator-value',
    apiKey: 11,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readShareGroupMetadataValue,
  writeShareGroupMetadataValue,
);

function readShareGroupMetadataValue(reader: Reader, _version: number): Decoded<ShareGroupMetadataValue> {
  let field = '';
  try {
    field = 'epoch';
    const epoch = reader.readInt32();
    field = 'metadataHash';
    const metadataHash = reader.readInt64Exact();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { epoch, metadataHash, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeShareGroupMetadataValue(writer: Writer, message: ShareGroupMetadataValue, _version: number): void {
  let field = '';
  try {
    field = 'epoch';
    const epoch = message.epoch;
    writer.writeInt32(epoch);
    field = 'metadataHash';
    const metadataHash = message.metadataHash;
    writer.writeInt64Exact(metadataHash);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
