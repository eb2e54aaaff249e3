// Generated from definitions/no-op-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** NoOpRecord, versions 0. */
export interface NoOpRecord {
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const noOpRecord: MessageCodec<NoOpRecord> = messageCodec<NoOpRecord>(
  {
    name: 'NoOpRecord',
    kind: 'metadata-record',
    apiKey: 20,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readNoOpRecord,
  writeNoOpRecord,
);

function readNoOpRecord(reader: Reader, _version: number): Decoded<NoOpRecord> {
  let field = '';
  try {
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeNoOpRecord(writer: Writer, message: NoOpRecord, _version: number): void {
  let field = '';
  try {
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
