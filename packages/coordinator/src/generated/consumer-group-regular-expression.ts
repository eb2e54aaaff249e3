// Generated from definitions/consumer-group-regular-expression.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** ConsumerGroupRegularExpressionKey, versions 0. */
export interface ConsumerGroupRegularExpressionKey {
  /** Id of the group. */
  groupId: string;
  /** The pattern subscribed to. */
  regularExpression: string;
}

export const consumerGroupRegularExpressionKey: MessageCodec<ConsumerGroupRegularExpressionKey> = messageCodec<ConsumerGroupRegularExpressionKey>(
  {
    name: 'ConsumerGroupRegularExpressionKey',
    kind: 'coordinator-key',
    apiKey: 16,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readConsumerGroupRegularExpressionKey,
  writeConsumerGroupRegularExpressionKey,
);

function readConsumerGroupRegularExpressionKey(reader: Reader, _version: number): Decoded<ConsumerGroupRegularExpressionKey> {
  let field = '';
  try {
    field = 'groupId';
    const groupId = reader.readString();
    field = 'regularExpression';
    const regularExpression = reader.readString();
    return { groupId, regularExpression };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeConsumerGroupRegularExpressionKey(writer: Writer, message: ConsumerGroupRegularExpressionKey, _version: number): void {
  let field = '';
  try {
    field = 'groupId';
    const groupId = message.groupId;
    writer.writeString(groupId);
    field = 'regularExpression';
    const regularExpression = message.regularExpression;
    writer.writeString(regularExpression);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** ConsumerGroupRegularExpressionValue, versions 0. */
export interface ConsumerGroupRegularExpressionValue {
  /** Topics, one entry each. */
  topics: string[];
  /** Metadata offset the pattern was resolved at. */
  version: number;
  /** Timestamp, in ms since 1970. */
  timestamp: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const consumerGroupRegularExpressionValue: MessageCodec<ConsumerGroupRegularExpressionValue> = messageCodec<ConsumerGroupRegularExpressionValue>(
  {
    name: 'ConsumerGroupRegularExpressionValue',
    kind: 'coordinator-value',
    apiKey: 16,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readConsumerGroupRegularExpressionValue,
  writeConsumerGroupRegularExpressionValue,
);

function readConsumerGroupRegularExpressionValue(reader: Reader, _version: number): Decoded<ConsumerGroupRegularExpressionValue> {
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    const topics: string[] = [];
    const topicsLength = reader.readCompactArrayLength(1);
    for (index = 0; index < topicsLength; index++) topics.push(reader.readCompactString());
    index = -1;
    field = 'version';
    const versionValue = reader.readInt64();
    field = 'timestamp';
    const timestamp = reader.readInt64();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topics, version: versionValue, timestamp, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeConsumerGroupRegularExpressionValue(writer: Writer, message: ConsumerGroupRegularExpressionValue, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writer.writeCompactString(topicsItem);
    }
    index = -1;
    field = 'version';
    const versionValue = message.version;
    writer.writeInt64(versionValue);
    field = 'timestamp';
    const timestamp = message.timestamp;
    writer.writeInt64(timestamp);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}
