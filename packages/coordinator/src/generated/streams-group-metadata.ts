// Generated from definitions/streams-group-metadata.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** StreamsGroupMetadataKey, versions 0. */
export interface StreamsGroupMetadataKey {
  /** Id of the group. */
  groupId: string;
}

export const streamsGroupMetadataKey: MessageCodec<StreamsGroupMetadataKey> = messageCodec<StreamsGroupMetadataKey>(
  {
    name: 'StreamsGroupMetadataKey',
    kind: 'coordinator-key',
    apiKey: 17,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readStreamsGroupMetadataKey,
  writeStreamsGroupMetadataKey,
);

function readStreamsGroupMetadataKey(reader: Reader, _version: number): Decoded<StreamsGroupMetadataKey> {
  let field = '';
  try {
    field = 'groupId';
    const groupId = reader.readString();
    return { groupId };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeStreamsGroupMetadataKey(writer: Writer, message: StreamsGroupMetadataKey, _version: number): void {
  let field = '';
  try {
    field = 'groupId';
    const groupId = message.groupId;
    writer.writeString(groupId);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** StreamsGroupMetadataValue, versions 0. */
export interface StreamsGroupMetadataValue {
  /** Epoch of the group. */
  epoch: number;
  /** Hash over the subscribed topics and their partitions, all 64 bits of it. */
  metadataHash: bigint;
  /** Topology epoch that was checked against the topics; -1 for none. Default -1. */
  validatedTopologyEpoch?: number | undefined;
  /** Settings the last assignment was computed with. */
  lastAssignmentConfigs?: StreamsGroupMetadataValueLastAssignmentConfig[] | null | undefined;
  /** Topology epoch whose description is stored; -1 for none. Default -1. */
  storedDescriptionTopologyEpoch?: number | undefined;
  /** Topology epoch whose description could not be stored; -1 for none. Default -1. */
  failedDescriptionTopologyEpoch?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupMetadataValueLastAssignmentConfig {
  /** Name of the setting. */
  key: string;
  /** Value of the setting. */
  value: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const streamsGroupMetadataValue: MessageCodec<StreamsGroupMetadataValue> = messageCodec<StreamsGroupMetadataValue>(
  {
    name: 'StreamsGroupMetadataValue',
    kind: 'coordinator-value',
    apiKey: 17,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readStreamsGroupMetadataValue,
  writeStreamsGroupMetadataValue,
);

function readStreamsGroupMetadataValue(reader: Reader, version: number): Decoded<StreamsGroupMetadataValue> {
  let field = '';
  let index = -1;
  try {
    field = 'epoch';
    const epoch = reader.readInt32();
    field = 'metadataHash';
    const metadataHash = reader.readInt64Exact();
    let validatedTopologyEpoch: number = -1;
    let lastAssignmentConfigs: Decoded<StreamsGroupMetadataValueLastAssignmentConfig>[] | null = [];
    let storedDescriptionTopologyEpoch: number = -1;
    let failedDescriptionTopologyEpoch: number = -1;
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    for (let count = reader.readUnsignedVarint(); count > 0; count--) {
      field = 'unknownTags';
      const tag = reader.readUnsignedVarint();
      const end = reader.readTagEnd();
      switch (tag) {
        case 0: {
          field = 'validatedTopologyEpoch';
          validatedTopologyEpoch = reader.readInt32();
          reader.endTag(tag, end);
          break;
        }
        case 1: {
          field = 'lastAssignmentConfigs';
          const lastAssignmentConfigsLength = reader.readCompactNullableArrayLength(3);
          const lastAssignmentConfigsList: Decoded<StreamsGroupMetadataValueLastAssignmentConfig>[] = [];
          for (index = 0; index < lastAssignmentConfigsLength; index++) lastAssignmentConfigsList.push(readStreamsGroupMetadataValueLastAssignmentConfig(reader, version));
          index = -1;
          lastAssignmentConfigs = lastAssignmentConfigsLength < 0 ? null : lastAssignmentConfigsList;
          reader.endTag(tag, end);
          break;
        }
        case 2: {
          field = 'storedDescriptionTopologyEpoch';
          storedDescriptionTopologyEpoch = reader.readInt32();
          reader.endTag(tag, end);
          break;
        }
        case 3: {
          field = 'failedDescriptionTopologyEpoch';
          failedDescriptionTopologyEpoch = reader.readInt32();
          reader.endTag(tag, end);
          break;
        }
        default:
          unknownTags = reader.readUnknownTag(unknownTags, tag, end);
      }
    }
    return { epoch, metadataHash, validatedTopologyEpoch, lastAssignmentConfigs, storedDescriptionTopologyEpoch, failedDescriptionTopologyEpoch, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupMetadataValueLastAssignmentConfig(reader: Reader, _version: number): Decoded<StreamsGroupMetadataValueLastAssignmentConfig> {
  let field = '';
  try {
    field = 'key';
    const key = reader.readCompactString();
    field = 'value';
    const value = reader.readCompactString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { key, value, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeStreamsGroupMetadataValue(writer: Writer, message: StreamsGroupMetadataValue, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'epoch';
    const epoch = message.epoch;
    writer.writeInt32(epoch);
    field = 'metadataHash';
    const metadataHash = message.metadataHash;
    writer.writeInt64Exact(metadataHash);
    field = 'validatedTopologyEpoch';
    const validatedTopologyEpoch = message.validatedTopologyEpoch === undefined ? -1 : message.validatedTopologyEpoch;
    field = 'lastAssignmentConfigs';
    const lastAssignmentConfigs = message.lastAssignmentConfigs === undefined ? [] : message.lastAssignmentConfigs;
    field = 'storedDescriptionTopologyEpoch';
    const storedDescriptionTopologyEpoch = message.storedDescriptionTopologyEpoch === undefined ? -1 : message.storedDescriptionTopologyEpoch;
    field = 'failedDescriptionTopologyEpoch';
    const failedDescriptionTopologyEpoch = message.failedDescriptionTopologyEpoch === undefined ? -1 : message.failedDescriptionTopologyEpoch;
    field = 'unknownTags';
    const unknown = inTagOrder(message.unknownTags);
    let count = unknown.length;
    let next = 0;
    const hasValidatedTopologyEpoch = validatedTopologyEpoch !== -1;
    if (hasValidatedTopologyEpoch) count++;
    const hasLastAssignmentConfigs = lastAssignmentConfigs === null || lastAssignmentConfigs.length !== 0;
    if (hasLastAssignmentConfigs) count++;
    const hasStoredDescriptionTopologyEpoch = storedDescriptionTopologyEpoch !== -1;
    if (hasStoredDescriptionTopologyEpoch) count++;
    const hasFailedDescriptionTopologyEpoch = failedDescriptionTopologyEpoch !== -1;
    if (hasFailedDescriptionTopologyEpoch) count++;
    writer.writeUnsignedVarint(count);
    if (hasValidatedTopologyEpoch) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 0);
      field = 'validatedTopologyEpoch';
      const tag = writer.beginTag(0);
      writer.writeInt32(validatedTopologyEpoch);
      writer.endTag(tag);
    }
    if (hasLastAssignmentConfigs) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 1);
      field = 'lastAssignmentConfigs';
      const tag = writer.beginTag(1);
      if (lastAssignmentConfigs === null) {
        writer.writeUnsignedVarint(0);
      } else {
        writer.writeUnsignedVarint(lastAssignmentConfigs.length + 1);
        for (index = 0; index < lastAssignmentConfigs.length; index++) {
          const lastAssignmentConfigsItem = lastAssignmentConfigs[index];
          if (lastAssignmentConfigsItem === undefined) throw unexpectedNull(version);
          writeStreamsGroupMetadataValueLastAssignmentConfig(writer, lastAssignmentConfigsItem, version);
        }
        index = -1;
      }
      writer.endTag(tag);
    }
    if (hasStoredDescriptionTopologyEpoch) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 2);
      field = 'storedDescriptionTopologyEpoch';
      const tag = writer.beginTag(2);
      writer.writeInt32(storedDescriptionTopologyEpoch);
      writer.endTag(tag);
    }
    if (hasFailedDescriptionTopologyEpoch) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 3);
      field = 'failedDescriptionTopologyEpoch';
      const tag = writer.beginTag(3);
      writer.writeInt32(failedDescriptionTopologyEpoch);
      writer.endTag(tag);
    }
    field = 'unknownTags';
    writer.writeUnknownTagsBelow(unknown, next, Infinity);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupMetadataValueLastAssignmentConfig(writer: Writer, message: StreamsGroupMetadataValueLastAssignmentConfig, _version: number): void {
  let field = '';
  try {
    field = 'key';
    const key = message.key;
    writer.writeCompactString(key);
    field = 'value';
    const value = message.value;
    writer.writeCompactString(value);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
