// Generated from definitions/streams-group-member-metadata.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** StreamsGroupMemberMetadataKey, versions 0. */
export interface StreamsGroupMemberMetadataKey {
  /** Id of the group. */
  groupId: string;
  /** Id of the member. */
  memberId: string;
}

export const streamsGroupMemberMetadataKey: MessageCodec<StreamsGroupMemberMetadataKey> = messageCodec<StreamsGroupMemberMetadataKey>(
  {
    name: 'StreamsGroupMemberMetadataKey',
    kind: 'coordinator-key',
    apiKey: 19,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readStreamsGroupMemberMetadataKey,
  writeStreamsGroupMemberMetadataKey,
);

function readStreamsGroupMemberMetadataKey(reader: Reader, _version: number): Decoded<StreamsGroupMemberMetadataKey> {
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

function writeStreamsGroupMemberMetadataKey(writer: Writer, message: StreamsGroupMemberMetadataKey, _version: number): void {
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

/** StreamsGroupMemberMetadataValue, versions 0. */
export interface StreamsGroupMemberMetadataValue {
  /** Instance id of a static member; null for a dynamic one. */
  instanceId: string | null;
  /** Rack of the client or replica. */
  rackId: string | null;
  /** Client id as the client gives it. */
  clientId: string;
  /** Host the member connects from. */
  clientHost: string;
  /** How long members have to rejoin or to give up partitions. Default -1. */
  rebalanceTimeoutMs?: number | undefined;
  /** Epoch of the topology. */
  topologyEpoch: number;
  /** Id of the process the member runs in. */
  processId: string;
  /** Where the instance answers interactive queries. Default null. */
  userEndpoint?: StreamsGroupMemberMetadataValueEndpoint | null | undefined;
  /** Tags of the client, for rack-aware placing of standbys. */
  clientTags: StreamsGroupMemberMetadataValueKeyValue[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupMemberMetadataValueKeyValue {
  /** Name of the setting or tag. */
  key: string;
  /** Its value. */
  value: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupMemberMetadataValueEndpoint {
  /** Host name or address. */
  host: string;
  /** TCP port. */
  port: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const streamsGroupMemberMetadataValue: MessageCodec<StreamsGroupMemberMetadataValue> = messageCodec<StreamsGroupMemberMetadataValue>(
  {
    name: 'StreamsGroupMemberMetadataValue',
    kind: 'coordinator-value',
    apiKey: 19,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readStreamsGroupMemberMetadataValue,
  writeStreamsGroupMemberMetadataValue,
);

function readStreamsGroupMemberMetadataValue(reader: Reader, version: number): Decoded<StreamsGroupMemberMetadataValue> {
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
    field = 'rebalanceTimeoutMs';
    const rebalanceTimeoutMs = reader.readInt32();
    field = 'topologyEpoch';
    const topologyEpoch = reader.readInt32();
    field = 'processId';
    const processId = reader.readCompactString();
    field = 'userEndpoint';
    let userEndpoint: Decoded<StreamsGroupMemberMetadataValueEndpoint> | null;
    userEndpoint = reader.readPresence() ? readStreamsGroupMemberMetadataValueEndpoint(reader, version) : null;
    field = 'clientTags';
    const clientTags: Decoded<StreamsGroupMemberMetadataValueKeyValue>[] = [];
    const clientTagsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < clientTagsLength; index++) clientTags.push(readStreamsGroupMemberMetadataValueKeyValue(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { instanceId, rackId, clientId, clientHost, rebalanceTimeoutMs, topologyEpoch, processId, userEndpoint, clientTags, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupMemberMetadataValueKeyValue(reader: Reader, _version: number): Decoded<StreamsGroupMemberMetadataValueKeyValue> {
  let field = '';
  try {
    field = 'key';
    const key = reader.readCompactString();
    field = 'value';
    const value = reader.readCompactString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { key, value, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readStreamsGroupMemberMetadataValueEndpoint(reader: Reader, _version: number): Decoded<StreamsGroupMemberMetadataValueEndpoint> {
  let field = '';
  try {
    field = 'host';
    const host = reader.readCompactString();
    field = 'port';
    const port = reader.readUint16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { host, port, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeStreamsGroupMemberMetadataValue(writer: Writer, message: StreamsGroupMemberMetadataValue, version: number): void {
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
    field = 'rebalanceTimeoutMs';
    const rebalanceTimeoutMs = message.rebalanceTimeoutMs === undefined ? -1 : message.rebalanceTimeoutMs;
    writer.writeInt32(rebalanceTimeoutMs);
    field = 'topologyEpoch';
    const topologyEpoch = message.topologyEpoch;
    writer.writeInt32(topologyEpoch);
    field = 'processId';
    const processId = message.processId;
    writer.writeCompactString(processId);
    field = 'userEndpoint';
    const userEndpoint = message.userEndpoint === undefined ? null : message.userEndpoint;
    if (userEndpoint === null) {
      writer.writeInt8(-1);
    } else {
      writer.writeInt8(1);
      writeStreamsGroupMemberMetadataValueEndpoint(writer, userEndpoint, version);
    }
    field = 'clientTags';
    const clientTags = message.clientTags;
    writer.writeUnsignedVarint(clientTags.length + 1);
    for (index = 0; index < clientTags.length; index++) {
      const clientTagsItem = clientTags[index];
      if (clientTagsItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupMemberMetadataValueKeyValue(writer, clientTagsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupMemberMetadataValueKeyValue(writer: Writer, message: StreamsGroupMemberMetadataValueKeyValue, _version: number): void {
  let field = '';
  try {
    field = 'key';
    const key = message.key;
    writer.writeCompactString(key);
    field = 'value';
    const value = message.value;
    writer.writeCompactString(value);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeStreamsGroupMemberMetadataValueEndpoint(writer: Writer, message: StreamsGroupMemberMetadataValueEndpoint, _version: number): void {
  let field = '';
  try {
    field = 'host';
    const host = message.host;
    writer.writeCompactString(host);
    field = 'port';
    const port = message.port;
    writer.writeUint16(port);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
