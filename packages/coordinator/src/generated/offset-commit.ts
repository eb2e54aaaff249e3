// Generated from definitions/offset-commit.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unsupportedField, type Reader, inTagOrder, type UnknownTag, ZERO_UUID, type Writer } from '@millrace/protocol';

/** OffsetCommitKey, versions 0. */
export interface OffsetCommitKey {
  /** Id of the group. */
  group: string;
  /** Name of the topic. */
  topic: string;
  /** Index of the partition. */
  partition: number;
}

export const offsetCommitKey: MessageCodec<OffsetCommitKey> = messageCodec<OffsetCommitKey>(
  {
    name: 'OffsetCommitKey',
    kind: 'coordinator-key',
    apiKey: 1,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readOffsetCommitKey,
  writeOffsetCommitKey,
);

function readOffsetCommitKey(reader: Reader, _version: number): Decoded<OffsetCommitKey> {
  let field = '';
  try {
    field = 'group';
    const group = reader.readString();
    field = 'topic';
    const topic = reader.readString();
    field = 'partition';
    const partition = reader.readInt32();
    return { group, topic, partition };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeOffsetCommitKey(writer: Writer, message: OffsetCommitKey, _version: number): void {
  let field = '';
  try {
    field = 'group';
    const group = message.group;
    writer.writeString(group);
    field = 'topic';
    const topic = message.topic;
    writer.writeString(topic);
    field = 'partition';
    const partition = message.partition;
    writer.writeInt32(partition);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** OffsetCommitValue, versions 0-4. */
export interface OffsetCommitValue {
  /** The committed offset. */
  offset: number;
  /** Epoch of the leader. Versions 3+. Default -1. */
  leaderEpoch?: number | undefined;
  /** Text the client keeps with the offset. */
  metadata: string;
  /** When the offset was committed, in ms since 1970. */
  commitTimestamp: number;
  /** When the offset expires, in ms since 1970; -1 for by retention. Versions 1. Default -1. */
  expireTimestamp?: number | undefined;
  /** Id of the topic. Versions 4+. */
  topicId?: string | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const offsetCommitValue: MessageCodec<OffsetCommitValue> = messageCodec<OffsetCommitValue>(
  {
    name: 'OffsetCommitValue',
    kind: 'coordinator-value',
    apiKey: 1,
    minVersion: 0,
    maxVersion: 4,
    flexibleVersion: 4,
  },
  readOffsetCommitValue,
  writeOffsetCommitValue,
);

function readOffsetCommitValue(reader: Reader, version: number): Decoded<OffsetCommitValue> {
  const flexible = version >= 4;
  let field = '';
  try {
    field = 'offset';
    const offset = reader.readInt64();
    let leaderEpoch: number = -1;
    if (version >= 3) {
      field = 'leaderEpoch';
      leaderEpoch = reader.readInt32();
    }
    field = 'metadata';
    const metadata = flexible ? reader.readCompactString() : reader.readString();
    field = 'commitTimestamp';
    const commitTimestamp = reader.readInt64();
    let expireTimestamp: number = -1;
    if (version === 1) {
      field = 'expireTimestamp';
      expireTimestamp = reader.readInt64();
    }
    let topicId: string = ZERO_UUID;
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    if (flexible) {
      for (let count = reader.readUnsignedVarint(); count > 0; count--) {
        field = 'unknownTags';
        const tag = reader.readUnsignedVarint();
        const end = reader.readTagEnd();
        switch (tag) {
          case 0: {
            field = 'topicId';
            topicId = reader.readUuid();
            reader.endTag(tag, end);
            break;
          }
          default:
            unknownTags = reader.readUnknownTag(unknownTags, tag, end);
        }
      }
    }
    return { offset, leaderEpoch, metadata, commitTimestamp, expireTimestamp, topicId, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeOffsetCommitValue(writer: Writer, message: OffsetCommitValue, version: number): void {
  const flexible = version >= 4;
  let field = '';
  try {
    field = 'offset';
    const offset = message.offset;
    writer.writeInt64(offset);
    if (version >= 3) {
      field = 'leaderEpoch';
      const leaderEpoch = message.leaderEpoch === undefined ? -1 : message.leaderEpoch;
      writer.writeInt32(leaderEpoch);
    }
    field = 'metadata';
    const metadata = message.metadata;
    if (flexible) writer.writeCompactString(metadata); else writer.writeString(metadata);
    field = 'commitTimestamp';
    const commitTimestamp = message.commitTimestamp;
    writer.writeInt64(commitTimestamp);
    if (version === 1) {
      field = 'expireTimestamp';
      const expireTimestamp = message.expireTimestamp === undefined ? -1 : message.expireTimestamp;
      writer.writeInt64(expireTimestamp);
    }
    field = 'topicId';
    const topicId = message.topicId === undefined ? ZERO_UUID : message.topicId;
    field = 'unknownTags';
    if (flexible) {
      const unknown = inTagOrder(message.unknownTags);
      let count = unknown.length;
      let next = 0;
      const hasTopicId = topicId !== ZERO_UUID;
      if (hasTopicId) count++;
      writer.writeUnsignedVarint(count);
      if (hasTopicId) {
        field = 'unknownTags';
        next = writer.writeUnknownTagsBelow(unknown, next, 0);
        field = 'topicId';
        const tag = writer.beginTag(0);
        writer.writeUuid(topicId);
        writer.endTag(tag);
      }
      field = 'unknownTags';
      writer.writeUnknownTagsBelow(unknown, next, Infinity);
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
