// Generated from definitions/begin-quorum-epoch.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import { ZERO_UUID } from '../uuid.js';
import type { Writer } from '../writer.js';

/** BeginQuorumEpochRequest, versions 0-1. */
export interface BeginQuorumEpochRequest {
  /** Id of the cluster. Default null. */
  clusterId?: string | null | undefined;
  /** Id of the voter. Versions 1+. Default -1. */
  voterId?: number | undefined;
  /** Topics, one entry each. */
  topics: BeginQuorumEpochRequestTopicData[];
  /** Where the leader can be reached. Versions 1+. */
  leaderEndpoints?: BeginQuorumEpochRequestLeaderEndpoint[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface BeginQuorumEpochRequestLeaderEndpoint {
  /** Name of the listener. Versions 1+. */
  name?: string | undefined;
  /** Host name or address. Versions 1+. */
  host?: string | undefined;
  /** TCP port. Versions 1+. */
  port?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface BeginQuorumEpochRequestTopicData {
  /** Name of the topic. */
  topicName: string;
  /** Partitions of the topic, one entry each. */
  partitions: BeginQuorumEpochRequestPartitionData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface BeginQuorumEpochRequestPartitionData {
  /** Index of the partition. */
  partitionIndex: number;
  /** Directory id of the voter. Versions 1+. */
  voterDirectoryId?: string | undefined;
  /** Id of the leader; -1 for unknown. */
  leaderId: number;
  /** Epoch of the leader. */
  leaderEpoch: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const beginQuorumEpochRequest: MessageCodec<BeginQuorumEpochRequest> = messageCodec<BeginQuorumEpochRequest>(
  {
    name: 'BeginQuorumEpochRequest',
    kind: 'request',
    apiKey: 53,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 1,
  },
  readBeginQuorumEpochRequest,
  writeBeginQuorumEpochRequest,
);

function readBeginQuorumEpochRequest(reader: Reader, version: number): Decoded<BeginQuorumEpochRequest> {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'clusterId';
    const clusterId = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    let voterId: number = -1;
    if (version === 1) {
      field = 'voterId';
      voterId = reader.readInt32();
    }
    field = 'topics';
    const topics: Decoded<BeginQuorumEpochRequestTopicData>[] = [];
    const topicsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readBeginQuorumEpochRequestTopicData(reader, version));
    index = -1;
    const leaderEndpoints: Decoded<BeginQuorumEpochRequestLeaderEndpoint>[] = [];
    if (version === 1) {
      field = 'leaderEndpoints';
      const leaderEndpointsLength = reader.readCompactArrayLength(5);
      for (index = 0; index < leaderEndpointsLength; index++) leaderEndpoints.push(readBeginQuorumEpochRequestLeaderEndpoint(reader, version));
      index = -1;
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { clusterId, voterId, topics, leaderEndpoints, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readBeginQuorumEpochRequestLeaderEndpoint(reader: Reader, _version: number): Decoded<BeginQuorumEpochRequestLeaderEndpoint> {
  let field = '';
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'host';
    const host = reader.readCompactString();
    field = 'port';
    const port = reader.readUint16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, host, port, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readBeginQuorumEpochRequestTopicData(reader: Reader, version: number): Decoded<BeginQuorumEpochRequestTopicData> {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = flexible ? reader.readCompactString() : reader.readString();
    field = 'partitions';
    const partitions: Decoded<BeginQuorumEpochRequestPartitionData>[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(12) : reader.readArrayLength(12);
    for (index = 0; index < partitionsLength; index++) partitions.push(readBeginQuorumEpochRequestPartitionData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { topicName, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readBeginQuorumEpochRequestPartitionData(reader: Reader, version: number): Decoded<BeginQuorumEpochRequestPartitionData> {
  const flexible = version >= 1;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    let voterDirectoryId: string = ZERO_UUID;
    if (version === 1) {
      field = 'voterDirectoryId';
      voterDirectoryId = reader.readUuid();
    }
    field = 'leaderId';
    const leaderId = reader.readInt32();
    field = 'leaderEpoch';
    const leaderEpoch = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { partitionIndex, voterDirectoryId, leaderId, leaderEpoch, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeBeginQuorumEpochRequest(writer: Writer, message: BeginQuorumEpochRequest, version: number): void {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'clusterId';
    const clusterId = message.clusterId === undefined ? null : message.clusterId;
    if (flexible) writer.writeCompactNullableString(clusterId); else writer.writeNullableString(clusterId);
    if (version === 1) {
      field = 'voterId';
      const voterId = message.voterId === undefined ? -1 : message.voterId;
      writer.writeInt32(voterId);
    }
    field = 'topics';
    const topics = message.topics;
    if (flexible) writer.writeUnsignedVarint(topics.length + 1); else writer.writeInt32(topics.length);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeBeginQuorumEpochRequestTopicData(writer, topicsItem, version);
    }
    index = -1;
    if (version === 1) {
      field = 'leaderEndpoints';
      const leaderEndpoints = message.leaderEndpoints === undefined ? [] : message.leaderEndpoints;
      writer.writeUnsignedVarint(leaderEndpoints.length + 1);
      for (index = 0; index < leaderEndpoints.length; index++) {
        const leaderEndpointsItem = leaderEndpoints[index];
        if (leaderEndpointsItem === undefined) throw unexpectedNull(version);
        writeBeginQuorumEpochRequestLeaderEndpoint(writer, leaderEndpointsItem, version);
      }
      index = -1;
    }
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeBeginQuorumEpochRequestLeaderEndpoint(writer: Writer, message: BeginQuorumEpochRequestLeaderEndpoint, _version: number): void {
  let field = '';
  try {
    field = 'name';
    const name = message.name === undefined ? '' : message.name;
    writer.writeCompactString(name);
    field = 'host';
    const host = message.host === undefined ? '' : message.host;
    writer.writeCompactString(host);
    field = 'port';
    const port = message.port === undefined ? 0 : message.port;
    writer.writeUint16(port);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeBeginQuorumEpochRequestTopicData(writer: Writer, message: BeginQuorumEpochRequestTopicData, version: number): void {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = message.topicName;
    if (flexible) writer.writeCompactString(topicName); else writer.writeString(topicName);
    field = 'partitions';
    const partitions = message.partitions;
    if (flexible) writer.writeUnsignedVarint(partitions.length + 1); else writer.writeInt32(partitions.length);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeBeginQuorumEpochRequestPartitionData(writer, partitionsItem, version);
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

function writeBeginQuorumEpochRequestPartitionData(writer: Writer, message: BeginQuorumEpochRequestPartitionData, version: number): void {
  const flexible = version >= 1;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    if (version === 1) {
      field = 'voterDirectoryId';
      const voterDirectoryId = message.voterDirectoryId === undefined ? ZERO_UUID : message.voterDirectoryId;
      writer.writeUuid(voterDirectoryId);
    }
    field = 'leaderId';
    const leaderId = message.leaderId;
    writer.writeInt32(leaderId);
    field = 'leaderEpoch';
    const leaderEpoch = message.leaderEpoch;
    writer.writeInt32(leaderEpoch);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** BeginQuorumEpochResponse, versions 0-1. */
export interface BeginQuorumEpochResponse {
  /** Error code, 0 for none. */
  errorCode: number;
  /** Topics, one entry each. */
  topics: BeginQuorumEpochResponseTopicData[];
  /** Where the leaders named above can be reached. Versions 1+. */
  nodeEndpoints?: BeginQuorumEpochResponseNodeEndpoint[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface BeginQuorumEpochResponseNodeEndpoint {
  /** Id of the node. Versions 1+. */
  nodeId?: number | undefined;
  /** Host name or address. Versions 1+. */
  host?: string | undefined;
  /** TCP port. Versions 1+. */
  port?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface BeginQuorumEpochResponseTopicData {
  /** Name of the topic. */
  topicName: string;
  /** Partitions of the topic, one entry each. */
  partitions: BeginQuorumEpochResponsePartitionData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface BeginQuorumEpochResponsePartitionData {
  /** Index of the partition. */
  partitionIndex: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Id of the leader; -1 for unknown. */
  leaderId: number;
  /** Epoch of the leader. */
  leaderEpoch: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const beginQuorumEpochResponse: MessageCodec<BeginQuorumEpochResponse> = messageCodec<BeginQuorumEpochResponse>(
  {
    name: 'BeginQuorumEpochResponse',
    kind: 'response',
    apiKey: 53,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 1,
  },
  readBeginQuorumEpochResponse,
  writeBeginQuorumEpochResponse,
);

function readBeginQuorumEpochResponse(reader: Reader, version: number): Decoded<BeginQuorumEpochResponse> {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'topics';
    const topics: Decoded<BeginQuorumEpochResponseTopicData>[] = [];
    const topicsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readBeginQuorumEpochResponseTopicData(reader, version));
    index = -1;
    let nodeEndpoints: Decoded<BeginQuorumEpochResponseNodeEndpoint>[] = [];
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    if (flexible) {
      for (let count = reader.readUnsignedVarint(); count > 0; count--) {
        field = 'unknownTags';
        const tag = reader.readUnsignedVarint();
        const end = reader.readTagEnd();
        switch (tag) {
          case 0: {
            field = 'nodeEndpoints';
            nodeEndpoints = [];
            const nodeEndpointsLength = reader.readCompactArrayLength(8);
            for (index = 0; index < nodeEndpointsLength; index++) nodeEndpoints.push(readBeginQuorumEpochResponseNodeEndpoint(reader, version));
            index = -1;
            reader.endTag(tag, end);
            break;
          }
          default:
            unknownTags = reader.readUnknownTag(unknownTags, tag, end);
        }
      }
    }
    return { errorCode, topics, nodeEndpoints, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readBeginQuorumEpochResponseNodeEndpoint(reader: Reader, _version: number): Decoded<BeginQuorumEpochResponseNodeEndpoint> {
  let field = '';
  try {
    field = 'nodeId';
    const nodeId = reader.readInt32();
    field = 'host';
    const host = reader.readCompactString();
    field = 'port';
    const port = reader.readUint16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { nodeId, host, port, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readBeginQuorumEpochResponseTopicData(reader: Reader, version: number): Decoded<BeginQuorumEpochResponseTopicData> {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = flexible ? reader.readCompactString() : reader.readString();
    field = 'partitions';
    const partitions: Decoded<BeginQuorumEpochResponsePartitionData>[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(14) : reader.readArrayLength(14);
    for (index = 0; index < partitionsLength; index++) partitions.push(readBeginQuorumEpochResponsePartitionData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { topicName, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readBeginQuorumEpochResponsePartitionData(reader: Reader, version: number): Decoded<BeginQuorumEpochResponsePartitionData> {
  const flexible = version >= 1;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'leaderId';
    const leaderId = reader.readInt32();
    field = 'leaderEpoch';
    const leaderEpoch = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { partitionIndex, errorCode, leaderId, leaderEpoch, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeBeginQuorumEpochResponse(writer: Writer, message: BeginQuorumEpochResponse, version: number): void {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'topics';
    const topics = message.topics;
    if (flexible) writer.writeUnsignedVarint(topics.length + 1); else writer.writeInt32(topics.length);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeBeginQuorumEpochResponseTopicData(writer, topicsItem, version);
    }
    index = -1;
    field = 'nodeEndpoints';
    const nodeEndpoints = message.nodeEndpoints === undefined ? [] : message.nodeEndpoints;
    if (!(version === 1) && (nodeEndpoints.length !== 0)) throw unsupportedField(version);
    field = 'unknownTags';
    if (flexible) {
      const unknown = inTagOrder(message.unknownTags);
      let count = unknown.length;
      let next = 0;
      const hasNodeEndpoints = nodeEndpoints.length !== 0;
      if (hasNodeEndpoints) count++;
      writer.writeUnsignedVarint(count);
      if (hasNodeEndpoints) {
        field = 'unknownTags';
        next = writer.writeUnknownTagsBelow(unknown, next, 0);
        field = 'nodeEndpoints';
        const tag = writer.beginTag(0);
        writer.writeUnsignedVarint(nodeEndpoints.length + 1);
        for (index = 0; index < nodeEndpoints.length; index++) {
          const nodeEndpointsItem = nodeEndpoints[index];
          if (nodeEndpointsItem === undefined) throw unexpectedNull(version);
          writeBeginQuorumEpochResponseNodeEndpoint(writer, nodeEndpointsItem, version);
        }
        index = -1;
        writer.endTag(tag);
      }
      field = 'unknownTags';
      writer.writeUnknownTagsBelow(unknown, next, Infinity);
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeBeginQuorumEpochResponseNodeEndpoint(writer: Writer, message: BeginQuorumEpochResponseNodeEndpoint, _version: number): void {
  let field = '';
  try {
    field = 'nodeId';
    const nodeId = message.nodeId === undefined ? 0 : message.nodeId;
    writer.writeInt32(nodeId);
    field = 'host';
    const host = message.host === undefined ? '' : message.host;
    writer.writeCompactString(host);
    field = 'port';
    const port = message.port === undefined ? 0 : message.port;
    writer.writeUint16(port);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeBeginQuorumEpochResponseTopicData(writer: Writer, message: BeginQuorumEpochResponseTopicData, version: number): void {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = message.topicName;
    if (flexible) writer.writeCompactString(topicName); else writer.writeString(topicName);
    field = 'partitions';
    const partitions = message.partitions;
    if (flexible) writer.writeUnsignedVarint(partitions.length + 1); else writer.writeInt32(partitions.length);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeBeginQuorumEpochResponsePartitionData(writer, partitionsItem, version);
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

function writeBeginQuorumEpochResponsePartitionData(writer: Writer, message: BeginQuorumEpochResponsePartitionData, version: number): void {
  const flexible = version >= 1;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'leaderId';
    const leaderId = message.leaderId;
    writer.writeInt32(leaderId);
    field = 'leaderEpoch';
    const leaderEpoch = message.leaderEpoch;
    writer.writeInt32(leaderEpoch);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
