// Generated from definitions/legacy-offset-commit.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, type Writer } from '@millrace/protocol';

/** LegacyOffsetCommitKey, versions 0. */
export interface LegacyOffsetCommitKey {
  /** Id of the group. */
  group: string;
  /** Name of the topic. */
  topic: string;
  /** Index of the partition. */
  partition: number;
}

export const legacyOffsetCommitKey: MessageCodec<LegacyOffsetCommitKey> = messageCodec<LegacyOffsetCommitKey>(
  {
    name: 'LegacyOffsetCommitKey',
    kind: 'coordinator-key',
    apiKey: 0,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readLegacyOffsetCommitKey,
  writeLegacyOffsetCommitKey,
);

function readLegacyOffsetCommitKey(reader: Reader, _version: number): Decoded<LegacyOffsetCommitKey> {
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

function writeLegacyOffsetCommitKey(writer: Writer, message: LegacyOffsetCommitKey, _version: number): void {
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

/** LegacyOffsetCommitValue, versions 0. */
export interface LegacyOffsetCommitValue {
  /** The committed offset. */
  offset: number;
  /** Text the client keeps with the offset. */
  metadata: string;
  /** When the offset was committed, in ms since 1970. */
  commitTimestamp: number;
}

export const legacyOffsetCommitValue: MessageCodec<LegacyOffsetCommitValue> = messageCodec<LegacyOffsetCommitValue>(
  {
    name: 'LegacyOffsetCommitValue',
    kind: 'coordinator-value',
    apiKey: 0,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readLegacyOffsetCommitValue,
  writeLegacyOffsetCommitValue,
);

function readLegacyOffsetCommitValue(reader: Reader, _version: number): Decoded<LegacyOffsetCommitValue> {
  let field = '';
  try {
    field = 'offset';
    const offset = reader.readInt64();
    field = 'metadata';
    const metadata = reader.readString();
    field = 'commitTimestamp';
    const commitTimestamp = reader.readInt64();
    return { offset, metadata, commitTimestamp };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeLegacyOffsetCommitValue(writer: Writer, message: LegacyOffsetCommitValue, _version: number): void {
  let field = '';
  try {
    field = 'offset';
    const offset = message.offset;
    writer.writeInt64(offset);
    field = 'metadata';
    const metadata = message.metadata;
    writer.writeString(metadata);
    field = 'commitTimestamp';
    const commitTimestamp = message.commitTimestamp;
    writer.writeInt64(commitTimestamp);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
