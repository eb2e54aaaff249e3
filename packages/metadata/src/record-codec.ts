/**
 * How a metadata record lies in the value of a log record: uvarint frame version (1), uvarint record type, uvarint
 * version, then the message (kafka.md 2.3). The key of the log record is null.
 */
import { ProtocolError, Reader, Writer, type MessageCodec } from '@millrace/protocol';
import { metadataRecordCodecs, type MetadataMessages, type MetadataRecord, type MetadataRecordType } from './record-types.js';

const FRAME_VERSION = 1;
// Used for one record at a time; what it gives out are copies.
const scratch = new Writer(1024);

const BY_KEY: ReadonlyMap<number, MetadataRecordType> = new Map(
  Object.entries(metadataRecordCodecs).map(([name, codec]) => [codec.apiKey ?? -1, name as MetadataRecordType]),
);

// One codec of any type; the name beside it says which.
const codecOf = (type: MetadataRecordType): MessageCodec<unknown> => metadataRecordCodecs[type] as MessageCodec<unknown>;

/** Reads the value of one metadata log record. @throws ProtocolError when the bytes are no record known to Kafka 4.4. */
export function decodeMetadataRecord(bytes: Uint8Array): MetadataRecord {
  const reader = new Reader(bytes);
  const frameVersion = reader.readUnsignedVarint();
  if (frameVersion !== FRAME_VERSION) {
    throw new ProtocolError('unsupported-version', `metadata frame version ${frameVersion} is not ${FRAME_VERSION}`, 0);
  }
  const apiKey = reader.readUnsignedVarint();
  const type = BY_KEY.get(apiKey);
  if (type === undefined) throw new ProtocolError('unsupported-version', `no metadata record has type ${apiKey}`, 1);
  const version = reader.readUnsignedVarint();
  const record = codecOf(type).decode(reader, version);
  if (reader.remaining > 0) {
    throw new ProtocolError('malformed', `${reader.remaining} bytes after the end of ${type}`, reader.offset);
  }
  // The codec looked up under this name gives this name's type.
  return { type, version, record } as MetadataRecord;
}

/** The value of a metadata log record. @throws ProtocolError when a field does not fit its type or version. */
export function encodeMetadataRecord(record: MetadataRecord): Uint8Array {
  return encodeMessage(record.type, record.version, record.record);
}

/**
 * Makes a record that can be written: fields left out get their defaults, and a value that its version cannot carry is
 * refused here, before anything was decided on it. What is replayed is what the bytes say.
 */
export function metadataRecord<K extends MetadataRecordType>(type: K, version: number, message: MetadataMessages[K]): MetadataRecord {
  return decodeMetadataRecord(encodeMessage(type, version, message));
}

function encodeMessage(type: MetadataRecordType, version: number, message: unknown): Uint8Array {
  const codec = codecOf(type);
  const writer = scratch;
  writer.reset();
  writer.writeUnsignedVarint(FRAME_VERSION);
  writer.writeUnsignedVarint(codec.apiKey ?? 0);
  writer.writeUnsignedVarint(version);
  codec.encode(writer, message, version);
  return writer.finish();
}
