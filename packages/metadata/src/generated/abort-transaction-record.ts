// Generated from definitions/abort-transaction-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** AbortTransactionRecord, versions 0. */
export interface AbortTransactionRecord {
  /** Why the records were abandoned; null for no reason given. Default null. */
  reason?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const abortTransactionRecord: MessageCodec<AbortTransactionRecord> = messageCodec<AbortTransactionRecord>(
  {
    name: 'AbortTransactionRecord',
    kind: 'metadata-record',
    apiKey: 25,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readAbortTransactionRecord,
  writeAbortTransactionRecord,
);

function readAbortTransactionRecord(reader: Reader, _version: number): Decoded<AbortTransactionRecord> {
  let field = '';
  try {
    let reason: string | null = null;
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    for (let count = reader.readUnsignedVarint(); count > 0; count--) {
      field = 'unknownTags';
      const tag = reader.readUnsignedVarint();
      const end = reader.readTagEnd();
      switch (tag) {
        case 0: {
          field = 'reason';
          reason = reader.readCompactNullableString();
          reader.endTag(tag, end);
          break;
        }
        default:
          unknownTags = reader.readUnknownTag(unknownTags, tag, end);
      }
    }
    return { reason, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAbortTransactionRecord(writer: Writer, message: AbortTransactionRecord, _version: number): void {
  let field = '';
  try {
    field = 'reason';
    const reason = message.reason === undefined ? null : message.reason;
    field = 'unknownTags';
    const unknown = inTagOrder(message.unknownTags);
    let count = unknown.length;
    let next = 0;
    const hasReason = reason !== null;
    if (hasReason) count++;
    writer.writeUnsignedVarint(count);
    if (hasReason) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 0);
      field = 'reason';
      const tag = writer.beginTag(0);
      writer.writeCompactNullableString(reason);
      writer.endTag(tag);
    }
    field = 'unknownTags';
    writer.writeUnknownTagsBelow(unknown, next, Infinity);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
