// Generated from definitions/group-metadata.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, unsupportedField, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** GroupMetadataKey, versions 0. */
export interface GroupMetadataKey {
  /** Id of the group. */
  group: string;
}

export const groupMetadataKey: MessageCodec<GroupMetadataKey> = messageCodec<GroupMetadataKey>(
  {
    name: 'GroupMetadataKey',
    kind: 'coordinator-key',
    apiKey: 2,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readGroupMetadataKey,
  writeGroupMetadataKey,
);

function readGroupMetadataKey(reader: Reader, _version: number): Decoded<GroupMetadataKey> {
  let field = '';
  try {
    field = 'group';
    const group = reader.readString();
    return { group };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeGroupMetadataKey(writer: Writer, message: GroupMetadataKey, _version: number): void {
  let field = '';
  try {
    field = 'group';
    const group = message.group;
    writer.writeString(group);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** GroupMetadataValue, versions 0-4. */
export interface GroupMetadataValue {
  /** Kind of group: consumer, connect or another. */
  protocolType: string;
  /** Generation of the group. */
  generation: number;
  /** Protocol the group chose; null for none. */
  protocol: string | null;
  /** Member id of the leader; null for none. */
  leader: string | null;
  /** When the group came to its state, in ms since 1970. Versions 2+. Default -1. */
  currentStateTimestamp?: number | undefined;
  /** Who is in the group, one entry each. */
  members: GroupMetadataValueMemberMetadata[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface GroupMetadataValueMemberMetadata {
  /** Id of the member. */
  memberId: string;
  /** Instance id of a static member (KIP-345); null for a dynamic one. Versions 3+. Default null. */
  groupInstanceId?: string | null | undefined;
  /** Client id as the client gives it. */
  clientId: string;
  /** Host the member connects from. */
  clientHost: string;
  /** How long members have to rejoin, in ms. Versions 1+. Default -1. */
  rebalanceTimeout?: number | undefined;
  /** Silence in ms after which a member is out. */
  sessionTimeout: number;
  /** Subscription of the member, opaque to the broker. */
  subscription: Uint8Array;
  /** Assignment of the member, opaque to the broker. */
  assignment: Uint8Array;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const groupMetadataValue: MessageCodec<GroupMetadataValue> = messageCodec<GroupMetadataValue>(
  {
    name: 'GroupMetadataValue',
    kind: 'coordinator-value',
    apiKey: 2,
    minVersion: 0,
    maxVersion: 4,
    flexibleVersion: 4,
  },
  readGroupMetadataValue,
  writeGroupMetadataValue,
);

function readGroupMetadataValue(reader: Reader, version: number): Decoded<GroupMetadataValue> {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    field = 'protocolType';
    const protocolType = flexible ? reader.readCompactString() : reader.readString();
    field = 'generation';
    const generation = reader.readInt32();
    field = 'protocol';
    const protocol = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'leader';
    const leader = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    let currentStateTimestamp: number = -1;
    if (version >= 2) {
      field = 'currentStateTimestamp';
      currentStateTimestamp = reader.readInt64();
    }
    field = 'members';
    const members: Decoded<GroupMetadataValueMemberMetadata>[] = [];
    const membersLength = flexible ? reader.readCompactArrayLength(15) : reader.readArrayLength(15);
    for (index = 0; index < membersLength; index++) members.push(readGroupMetadataValueMemberMetadata(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { protocolType, generation, protocol, leader, currentStateTimestamp, members, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readGroupMetadataValueMemberMetadata(reader: Reader, version: number): Decoded<GroupMetadataValueMemberMetadata> {
  const flexible = version >= 4;
  let field = '';
  try {
    field = 'memberId';
    const memberId = flexible ? reader.readCompactString() : reader.readString();
    let groupInstanceId: string | null = null;
    if (version >= 3) {
      field = 'groupInstanceId';
      groupInstanceId = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    }
    field = 'clientId';
    const clientId = flexible ? reader.readCompactString() : reader.readString();
    field = 'clientHost';
    const clientHost = flexible ? reader.readCompactString() : reader.readString();
    let rebalanceTimeout: number = -1;
    if (version >= 1) {
      field = 'rebalanceTimeout';
      rebalanceTimeout = reader.readInt32();
    }
    field = 'sessionTimeout';
    const sessionTimeout = reader.readInt32();
    field = 'subscription';
    const subscription = flexible ? reader.readCompactBytes() : reader.readBytes();
    field = 'assignment';
    const assignment = flexible ? reader.readCompactBytes() : reader.readBytes();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { memberId, groupInstanceId, clientId, clientHost, rebalanceTimeout, sessionTimeout, subscription, assignment, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeGroupMetadataValue(writer: Writer, message: GroupMetadataValue, version: number): void {
  const flexible = version >= 4;
  let field = '';
  let index = -1;
  try {
    field = 'protocolType';
    const protocolType = message.protocolType;
    if (flexible) writer.writeCompactString(protocolType); else writer.writeString(protocolType);
    field = 'generation';
    const generation = message.generation;
    writer.writeInt32(generation);
    field = 'protocol';
    const protocol = message.protocol;
    if (flexible) writer.writeCompactNullableString(protocol); else writer.writeNullableString(protocol);
    field = 'leader';
    const leader = message.leader;
    if (flexible) writer.writeCompactNullableString(leader); else writer.writeNullableString(leader);
    if (version >= 2) {
      field = 'currentStateTimestamp';
      const currentStateTimestamp = message.currentStateTimestamp === undefined ? -1 : message.currentStateTimestamp;
      writer.writeInt64(currentStateTimestamp);
    }
    field = 'members';
    const members = message.members;
    if (flexible) writer.writeUnsignedVarint(members.length + 1); else writer.writeInt32(members.length);
    for (index = 0; index < members.length; index++) {
      const membersItem = members[index];
      if (membersItem === undefined) throw unexpectedNull(version);
      writeGroupMetadataValueMemberMetadata(writer, membersItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeGroupMetadataValueMemberMetadata(writer: Writer, message: GroupMetadataValueMemberMetadata, version: number): void {
  const flexible = version >= 4;
  let field = '';
  try {
    field = 'memberId';
    const memberId = message.memberId;
    if (flexible) writer.writeCompactString(memberId); else writer.writeString(memberId);
    if (version >= 3) {
      field = 'groupInstanceId';
      const groupInstanceId = message.groupInstanceId === undefined ? null : message.groupInstanceId;
      if (flexible) writer.writeCompactNullableString(groupInstanceId); else writer.writeNullableString(groupInstanceId);
    }
    field = 'clientId';
    const clientId = message.clientId;
    if (flexible) writer.writeCompactString(clientId); else writer.writeString(clientId);
    field = 'clientHost';
    const clientHost = message.clientHost;
    if (flexible) writer.writeCompactString(clientHost); else writer.writeString(clientHost);
    if (version >= 1) {
      field = 'rebalanceTimeout';
      const rebalanceTimeout = message.rebalanceTimeout === undefined ? -1 : message.rebalanceTimeout;
      writer.writeInt32(rebalanceTimeout);
    }
    field = 'sessionTimeout';
    const sessionTimeout = message.sessionTimeout;
    writer.writeInt32(sessionTimeout);
    field = 'subscription';
    const subscription = message.subscription;
    if (flexible) writer.writeCompactBytes(subscription); else writer.writeBytes(subscription);
    field = 'assignment';
    const assignment = message.assignment;
    if (flexible) writer.writeCompactBytes(assignment); else writer.writeBytes(assignment);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
