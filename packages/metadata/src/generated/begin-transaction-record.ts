// Generated from definitions/begin-transaction-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** BeginTransactionRecord, versions 0. */
export interface BeginTransactionRecord {
  /** Name of the transaction, for people; null for none. Default null. */
  name?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const beginTransactionRecord: MessageCodec<BeginTransactionRecord> = messageCodec<BeginTransactionRecord>(
  {
    name: 'BeginTransactionRecord',
    kind: 'metadata-record',
    apiKey: 23,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readBeginTransactionRecord,
  writeBeginTransactionRecord,
);

function readBeginTransactionRecord(reader: Reader, _version: number): Decoded<BeginTransactionRecord> {
  let field = '';
  try {
    let name: string | null = null;
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    for (let count = reader.readUnsignedVarint(); count > 0; count--) {
      field = 'unknownTags';
      const tag = reader.readUnsignedVarint();
      const end = reader.readTagEnd();
      switch (tag) {
        case 0: {
          field = 'name';
          name = reader.readCompactNullableString();
          reader.endTag(tag, end);
          break;
        }
        default:
          unknownTags = reader.readUnknownTag(unknownTags, tag, end);
      }
    }
    return { name, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeBeginTransactionRecord(writer: Writer, message: BeginTransactionRecord, _version: number): void {
  let field = '';
  try {
    field = 'name';
    const name = message.name === undefined ? null : message.name;
    field = 'unknownTags';
    const unknown = inTagOrder(message.unknownTags);
    let count = unknown.length;
    let next = 0;
    const hasName = name !== null;
    if (hasName) count++;
    writer.writeUnsignedVarint(count);
    if (hasName) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 0);
      field = 'name';
      const tag = writer.beginTag(0);
      writer.writeCompactNullableString(name);
      writer.endTag(tag);
    }
    field = 'unknownTags';
    writer.writeUnknownTagsBelow(unknown, next, Infinity);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
