// Generated from definitions/end-transaction-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** EndTransactionRecord, versions 0. */
export interface EndTransactionRecord {
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const endTransactionRecord: MessageCodec<EndTransactionRecord> = messageCodec<EndTransactionRecord>(
  {
    name: 'EndTransactionRecord',
    kind: 'metadata-record',
    apiKey: 24,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readEndTransactionRecord,
  writeEndTransactionRecord,
);

function readEndTransactionRecord(reader: Reader, _version: number): Decoded<EndTransactionRecord> {
  let field = '';
  try {
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeEndTransactionRecord(writer: Writer, message: EndTransactionRecord, _version: number): void {
  let field = '';
  try {
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
