// Generated from definitions/topic-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** TopicRecord, versions 0. */
export interface TopicRecord {
  /** Name of the topic. */
  name: string;
  /** Id of the topic. */
  topicId: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const topicRecord: MessageCodec<TopicRecord> = messageCodec<TopicRecord>(
  {
    name: 'TopicRecord',
    kind: 'metadata-record',
    apiKey: 2,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readTopicRecord,
  writeTopicRecord,
);

function readTopicRecord(reader: Reader, _version: number): Decoded<TopicRecord> {
  let field = '';
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, topicId, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeTopicRecord(writer: Writer, message: TopicRecord, _version: number): void {
  let field = '';
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
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
