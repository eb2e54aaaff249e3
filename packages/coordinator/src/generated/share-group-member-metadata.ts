// Generated from definitions/share-group-member-metadata.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** ShareGroupMemberMetadataKey, versions 0. */
export interface ShareGroupMemberMetadataKey {
  /** Id of the group. */
  groupId: string;
  /** Id of the member. */
  memberId: string;
}

export const shareGroupMemberMetadataKey: MessageCodec<ShareGroupMemberMetadataKey> = messageCodec<ShareGroupMemberMetadataKey>(
  {
    name: 'ShareGroupMemberMetadataKey',
    kind: 'coordinator-key',
    apiKey: 10,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readShareGroupMemberMetadataKey,
  writeShareGroupMemberMetadataKey,
);

function readShareGroupMemberMetadataKey(reader: Reader, _version: number): Decoded<ShareGroupMemberMetadataKey> {
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

function writeShareGroupMemberMetadataKey(writer: Writer, message: ShareGroupMemberMetadataKey, _version: number): void {
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

/** ShareGroupMemberMetadataValue, versions 0. */
export interface ShareGroupMemberMetadataValue {
  /** Rack of the client or replica. */
  rackId: string | null;
  /** Client id as the client gives it. */
  clientId: string;
  /** Host the member connects from. */
  clientHost: string;
  /** Topics subscribed to by name; null for no change. */
  subscribedTopicNames: string[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const shareGroupMemberMetadataValue: MessageCodec<ShareGroupMemberMetadataValue> = messageCodec<ShareGroupMemberMetadataValue>(
  {
    name: 'ShareGroupMemberMetadataValue',
    kind: 'coordinator-value',
    apiKey: 10,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readShareGroupMemberMetadataValue,
  writeShareGroupMemberMetadataValue,
);

function readShareGroupMemberMetadataValue(reader: Reader, _version: number): Decoded<ShareGroupMemberMetadataValue> {
  let field = '';
  let index = -1;
  try {
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
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { rackId, clientId, clientHost, subscribedTopicNames, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareGroupMemberMetadataValue(writer: Writer, message: ShareGroupMemberMetadataValue, version: number): void {
  let field = '';
  let index = -1;
  try {
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
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}
