// Generated from definitions/consumer-group-member-metadata.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** ConsumerGroupMemberMetadataKey, versions 0. */
export interface ConsumerGroupMemberMetadataKey {
  /** Id of the group. */
  groupId: string;
  /** Id of the member. */
  memberId: string;
}

export const consumerGroupMemberMetadataKey: MessageCodec<ConsumerGroupMemberMetadataKey> = messageCodec<ConsumerGroupMemberMetadataKey>(
  {
    name: 'ConsumerGroupMemberMetadataKey',
    kind: 'coordinator-key',
    apiKey: 5,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readConsumerGroupMemberMetadataKey,
  writeConsumerGroupMemberMetadataKey,
);

function readConsumerGroupMemberMetadataKey(reader: Reader, _version: number): Decoded<ConsumerGroupMemberMetadataKey> {
  let field = '';
  try {
    field = 'groupId';
    const groupId = reader.readString();
    field = 'memberId';
    const memberId = reader.readString();
    return { groupId, memberId };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeConsumerGroupMemberMetadataKey(writer: Writer, message: ConsumerGroupMemberMetadataKey, _version: number): void {
  let field = '';
  try {
    field = 'groupId';
    const groupId = message.groupId;
    writer.writeString(groupId);
    field = 'memberId';
    const memberId = message.memberId;
    writer.writeString(memberId);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** ConsumerGroupMemberMetadataValue, versions 0. */
export interface ConsumerGroupMemberMetadataValue {
  /** Instance id of a static member; null for a dynamic one. */
  instanceId: string | null;
  /** Rack of the client or replica. */
  rackId: string | null;
  /** Client id as the client gives it. */
  clientId: string;
  /** Host the member connects from. */
  clientHost: string;
  /** Topics subscribed to by name; null for no change. */
  subscribedTopicNames: string[];
  /** Pattern (RE2) subscribed to; null for none or no change. */
  subscribedTopicRegex: string | null;
  /** How long members have to rejoin or to give up partitions. Default -1. */
  rebalanceTimeoutMs?: number | undefined;
  /** Assignor the member wishes for; null for no change or no wish. */
  serverAssignor: string | null;
  /** What a member of the classic protocol announced; null for one of the consumer protocol. */
  classicMemberMetadata?: ConsumerGroupMemberMetadataValueClassicMemberMetadata | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ConsumerGroupMemberMetadataValueClassicMemberMetadata {
  /** Silence after which a member is out. */
  sessionTimeoutMs: number;
  /** Protocols the member supports, best first. */
  supportedProtocols: ConsumerGroupMemberMetadataValueClassicProtocol[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ConsumerGroupMemberMetadataValueClassicProtocol {
  /** Name of the protocol. */
  name: string;
  /** Bytes or text kept for the client. */
  metadata: Uint8Array;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const consumerGroupMemberMetadataValue: MessageCodec<ConsumerGroupMemberMetadataValue> = messageCodec<ConsumerGroupMemberMetadataValue>(
  {
    name: 'ConsumerGroupMemberMetadataValue',
    kind: 'coordinator-value',
    apiKey: 5,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readConsumerGroupMemberMetadataValue,
  writeConsumerGroupMemberMetadataValue,
);

function readConsumerGroupMemberMetadataValue(reader: Reader, version: number): Decoded<ConsumerGroupMemberMetadataValue> {
  let field = '';
  let index = -1;
  try {
    field = 'instanceId';
    const instanceId = reader.readCompactNullableString();
    field = 'rackId';
    const rackId = reader.readCompactNullableString();
    field = 'clientId';
    const clientId = reader.readCompactString();
    field = 'clientHost';
    const clientHost = reader.readCompactString();
    field = 'subscribedTopicNames';
    const subscribedTopicNames: string[] = [];
    const subscribedTopicNamesLength = reader.readCompactArrayLength(1);
    for (index = 0; index < subscribedTopicNamesLength; index++) subscribedTopicNames.push(reader.readCompactString());
    index = -1;
    field = 'subscribedTopicRegex';
    const subscribedTopicRegex = reader.readCompactNullableString();
    field = 'rebalanceTimeoutMs';
    const rebalanceTimeoutMs = reader.readInt32();
    field = 'serverAssignor';
    const serverAssignor = reader.readCompactNullableString();
    let classicMemberMetadata: Decoded<ConsumerGroupMemberMetadataValueClassicMemberMetadata> | null = defaultConsumerGroupMemberMetadataValueClassicMemberMetadata();
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    for (let count = reader.readUnsignedVarint(); count > 0; count--) {
      field = 'unknownTags';
      const tag = reader.readUnsignedVarint();
      const end = reader.readTagEnd();
      switch (tag) {
        case 0: {
          field = 'classicMemberMetadata';
          classicMemberMetadata = reader.readTaggedPresence() ? readConsumerGroupMemberMetadataValueClassicMemberMetadata(reader, version) : null;
          reader.endTag(tag, end);
          break;
        }
        default:
          unknownTags = reader.readUnknownTag(unknownTags, tag, end);
      }
    }
    return { instanceId, rackId, clientId, clientHost, subscribedTopicNames, subscribedTopicRegex, rebalanceTimeoutMs, serverAssignor, classicMemberMetadata, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readConsumerGroupMemberMetadataValueClassicMemberMetadata(reader: Reader, version: number): Decoded<ConsumerGroupMemberMetadataValueClassicMemberMetadata> {
  let field = '';
  let index = -1;
  try {
    field = 'sessionTimeoutMs';
    const sessionTimeoutMs = reader.readInt32();
    field = 'supportedProtocols';
    const supportedProtocols: Decoded<ConsumerGroupMemberMetadataValueClassicProtocol>[] = [];
    const supportedProtocolsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < supportedProtocolsLength; index++) supportedProtocols.push(readConsumerGroupMemberMetadataValueClassicProtocol(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { sessionTimeoutMs, supportedProtocols, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readConsumerGroupMemberMetadataValueClassicProtocol(reader: Reader, _version: number): Decoded<ConsumerGroupMemberMetadataValueClassicProtocol> {
  let field = '';
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'metadata';
    const metadata = reader.readCompactBytes();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, metadata, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeConsumerGroupMemberMetadataValue(writer: Writer, message: ConsumerGroupMemberMetadataValue, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'instanceId';
    const instanceId = message.instanceId;
    writer.writeCompactNullableString(instanceId);
    field = 'rackId';
    const rackId = message.rackId;
    writer.writeCompactNullableString(rackId);
    field = 'clientId';
    const clientId = message.clientId;
    writer.writeCompactString(clientId);
    field = 'clientHost';
    const clientHost = message.clientHost;
    writer.writeCompactString(clientHost);
    field = 'subscribedTopicNames';
    const subscribedTopicNames = message.subscribedTopicNames;
    writer.writeUnsignedVarint(subscribedTopicNames.length + 1);
    for (index = 0; index < subscribedTopicNames.length; index++) {
      const subscribedTopicNamesItem = subscribedTopicNames[index];
      if (subscribedTopicNamesItem === undefined) throw unexpectedNull(version);
      writer.writeCompactString(subscribedTopicNamesItem);
    }
    index = -1;
    field = 'subscribedTopicRegex';
    const subscribedTopicRegex = message.subscribedTopicRegex;
    writer.writeCompactNullableString(subscribedTopicRegex);
    field = 'rebalanceTimeoutMs';
    const rebalanceTimeoutMs = message.rebalanceTimeoutMs === undefined ? -1 : message.rebalanceTimeoutMs;
    writer.writeInt32(rebalanceTimeoutMs);
    field = 'serverAssignor';
    const serverAssignor = message.serverAssignor;
    writer.writeCompactNullableString(serverAssignor);
    field = 'classicMemberMetadata';
    const classicMemberMetadata = message.classicMemberMetadata === undefined ? defaultConsumerGroupMemberMetadataValueClassicMemberMetadata() : message.classicMemberMetadata;
    field = 'unknownTags';
    const unknown = inTagOrder(message.unknownTags);
    let count = unknown.length;
    let next = 0;
    const hasClassicMemberMetadata = classicMemberMetadata === null || !isDefaultConsumerGroupMemberMetadataValueClassicMemberMetadata(classicMemberMetadata);
    if (hasClassicMemberMetadata) count++;
    writer.writeUnsignedVarint(count);
    if (hasClassicMemberMetadata) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 0);
      field = 'classicMemberMetadata';
      const tag = writer.beginTag(0);
      if (classicMemberMetadata === null) {
        writer.writeUnsignedVarint(0);
      } else {
        writer.writeUnsignedVarint(1);
        writeConsumerGroupMemberMetadataValueClassicMemberMetadata(writer, classicMemberMetadata, version);
      }
      writer.endTag(tag);
    }
    field = 'unknownTags';
    writer.writeUnknownTagsBelow(unknown, next, Infinity);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeConsumerGroupMemberMetadataValueClassicMemberMetadata(writer: Writer, message: ConsumerGroupMemberMetadataValueClassicMemberMetadata, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'sessionTimeoutMs';
    const sessionTimeoutMs = message.sessionTimeoutMs;
    writer.writeInt32(sessionTimeoutMs);
    field = 'supportedProtocols';
    const supportedProtocols = message.supportedProtocols;
    writer.writeUnsignedVarint(supportedProtocols.length + 1);
    for (index = 0; index < supportedProtocols.length; index++) {
      const supportedProtocolsItem = supportedProtocols[index];
      if (supportedProtocolsItem === undefined) throw unexpectedNull(version);
      writeConsumerGroupMemberMetadataValueClassicProtocol(writer, supportedProtocolsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeConsumerGroupMemberMetadataValueClassicProtocol(writer: Writer, message: ConsumerGroupMemberMetadataValueClassicProtocol, _version: number): void {
  let field = '';
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
    field = 'metadata';
    const metadata = message.metadata;
    writer.writeCompactBytes(metadata);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function defaultConsumerGroupMemberMetadataValueClassicMemberMetadata(): Decoded<ConsumerGroupMemberMetadataValueClassicMemberMetadata> {
  return { sessionTimeoutMs: 0, supportedProtocols: [], unknownTags: undefined };
}

function isDefaultConsumerGroupMemberMetadataValueClassicMemberMetadata(value: ConsumerGroupMemberMetadataValueClassicMemberMetadata): boolean {
  return value.sessionTimeoutMs === 0 &&
    value.supportedProtocols.length === 0 &&
    (value.unknownTags === undefined || value.unknownTags.length === 0);
}
