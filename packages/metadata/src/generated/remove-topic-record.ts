// Generated from definitions/remove-topic-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** RemoveTopicRecord, versions 0. */
export interface RemoveTopicRecord {
  /** Id of the topic. */
  topicId: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const removeTopicRecord: MessageCodec<RemoveTopicRecord> = messageCodec<RemoveTopicRecord>(
  {
    name: 'RemoveTopicRecord',
    kind: 'metadata-record',
    apiKey: 9,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readRemoveTopicRecord,
  writeRemoveTopicRecord,
);

function readRemoveTopicRecord(reader: Reader, _version: number): Decoded<RemoveTopicRecord> {
  let field = '';
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeRemoveTopicRecord(writer: Writer, message: RemoveTopicRecord, _version: number): void {
  let field = '';
  try {
    field = 'topicId';
    const topicId = message.topicId;
    writer.writeUuid(topicId);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
