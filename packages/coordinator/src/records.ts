/** The records of `__consumer_offsets`: typed here, bytes in the log. A key is int16 type and struct, a value int16 version and struct. */
import { type Decoded, Reader, Writer, ZERO_UUID } from '@millrace/protocol';
import { groupMetadataKey, type GroupMetadataValue, groupMetadataValue } from './generated/group-metadata.js';
import { legacyOffsetCommitKey, legacyOffsetCommitValue } from './generated/legacy-offset-commit.js';
import { type OffsetCommitKey, offsetCommitKey, type OffsetCommitValue, offsetCommitValue } from './generated/offset-commit.js';

export const RecordType = { LEGACY_OFFSET_COMMIT: 0, OFFSET_COMMIT: 1, GROUP_METADATA: 2 } as const;

/** An offset of a group; without a value it is deleted. Also what the legacy type 0 is read as. */
export interface OffsetCommitRecord {
  readonly type: 'offset-commit';
  readonly key: { readonly group: string; readonly topic: string; readonly partition: number };
  readonly value: Decoded<OffsetCommitValue> | null;
  /** 1 when the offset has a time of its own to expire at, else 4. */
  readonly valueVersion: number;
}

/** A generation of a classic group; without a value the group is deleted. */
export interface GroupMetadataRecord {
  readonly type: 'group-metadata';
  readonly key: { readonly group: string };
  readonly value: Decoded<GroupMetadataValue> | null;
  /** Kafka 4.4 writes 3. */
  readonly valueVersion: number;
}

/** A record of another kind of group, kept as it is. */
export interface ForeignRecord {
  readonly type: 'foreign';
  readonly recordType: number;
  /** Null when the record type is not known at all. */
  readonly groupId: string | null;
  readonly keyBytes: Uint8Array;
  readonly valueBytes: Uint8Array | null;
}

export type CoordinatorRecord = OffsetCommitRecord | GroupMetadataRecord | ForeignRecord;

/** A record as the log has it. */
export interface EncodedRecord {
  readonly key: Uint8Array;
  readonly value: Uint8Array | null;
}

/** The newest type of record that starts with a group id; all of them do. */
const LAST_GROUP_RECORD_TYPE = 23;

/** @throws ProtocolError when a value lies outside what its field can hold. */
export function encodeCoordinatorRecord(record: CoordinatorRecord): EncodedRecord {
  if (record.type === 'foreign') return { key: record.keyBytes, value: record.valueBytes };
  const key = new Writer(64);
  const value = record.value === null ? null : new Writer(128);
  value?.writeInt16(record.valueVersion);
  if (record.type === 'offset-commit') {
    key.writeInt16(RecordType.OFFSET_COMMIT);
    offsetCommitKey.encode(key, record.key satisfies OffsetCommitKey, 0);
    if (value !== null && record.value !== null) offsetCommitValue.encode(value, record.value, record.valueVersion);
  } else {
    key.writeInt16(RecordType.GROUP_METADATA);
    groupMetadataKey.encode(key, record.key, 0);
    if (value !== null && record.value !== null) groupMetadataValue.encode(value, record.value, record.valueVersion);
  }
  return { key: key.finish(), value: value === null ? null : value.finish() };
}

/** @throws ProtocolError when the bytes are not such a record, or a value has a version that is not known. */
export function decodeCoordinatorRecord(keyBytes: Uint8Array, valueBytes: Uint8Array | null): CoordinatorRecord {
  const reader = new Reader(keyBytes);
  const recordType = reader.readInt16();
  switch (recordType) {
    case RecordType.LEGACY_OFFSET_COMMIT:
      return decodeLegacyOffsetCommit(reader, valueBytes);
    case RecordType.OFFSET_COMMIT: {
      const { group, topic, partition } = offsetCommitKey.decode(reader, 0);
      const key = { group, topic, partition };
      if (valueBytes === null) return { type: 'offset-commit', key, value: null, valueVersion: 4 };
      const values = new Reader(valueBytes);
      const valueVersion = values.readInt16();
      return { type: 'offset-commit', key, value: offsetCommitValue.decode(values, valueVersion), valueVersion };
    }
    case RecordType.GROUP_METADATA: {
      const key = { group: groupMetadataKey.decode(reader, 0).group };
      if (valueBytes === null) return { type: 'group-metadata', key, value: null, valueVersion: 3 };
      const values = new Reader(valueBytes);
      const valueVersion = values.readInt16();
      return { type: 'group-metadata', key, value: groupMetadataValue.decode(values, valueVersion), valueVersion };
    }
    default: {
      const groupId = recordType > 0 && recordType <= LAST_GROUP_RECORD_TYPE ? reader.readString() : null;
      return { type: 'foreign', recordType, groupId, keyBytes, valueBytes };
    }
  }
}

function decodeLegacyOffsetCommit(reader: Reader, valueBytes: Uint8Array | null): OffsetCommitRecord {
  const { group, topic, partition } = legacyOffsetCommitKey.decode(reader, 0);
  const key = { group, topic, partition };
  if (valueBytes === null) return { type: 'offset-commit', key, value: null, valueVersion: 0 };
  const values = new Reader(valueBytes);
  // Kafka reads the value of a type 0 key by the rules of type 1, whose version 0 has the same fields.
  const version = values.readInt16();
  if (version > 0) return { type: 'offset-commit', key, value: offsetCommitValue.decode(values, version), valueVersion: version };
  const { offset, metadata, commitTimestamp } = legacyOffsetCommitValue.decode(values, version);
  return { type: 'offset-commit', key, value: offsetCommit({ offset, metadata, commitTimestamp }), valueVersion: 0 };
}

/** An offset commit value with Kafka's defaults for what is not given. */
export function offsetCommit(value: OffsetCommitValue): Decoded<OffsetCommitValue> {
  return {
    offset: value.offset,
    leaderEpoch: value.leaderEpoch ?? -1,
    metadata: value.metadata,
    commitTimestamp: value.commitTimestamp,
    expireTimestamp: value.expireTimestamp ?? -1,
    topicId: value.topicId ?? ZERO_UUID,
    unknownTags: undefined,
  };
}
