// Generated from definitions/clear-elr-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** ClearElrRecord, versions 0. */
export interface ClearElrRecord {
  /** Name of the topic. */
  topicName: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const clearElrRecord: MessageCodec<ClearElrRecord> = messageCodec<ClearElrRecord>(
  {
    name: 'ClearElrRecord',
    kind: 'metadata-record',
    apiKey: 28,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readClearElrRecord,
  writeClearElrRecord,
);

function readClearElrRecord(reader: Reader, _version: number): Decoded<ClearElrRecord> {
  let field = '';
  try {
    field = 'topicName';
    const topicName = reader.readCompactString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicName, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeClearElrRecord(writer: Writer, message: ClearElrRecord, _version: number): void {
  let field = '';
  try {
    field = 'topicName';
    const topicName = message.topicName;
    writer.writeCompactString(topicName);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
