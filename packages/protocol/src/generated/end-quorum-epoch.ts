// Generated from definitions/end-quorum-epoch.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import { ZERO_UUID } from '../uuid.js';
import type { Writer } from '../writer.js';

/** EndQuorumEpochRequest, versions 0-1. */
export interface EndQuorumEpochRequest {
  /** Id of the cluster. Default null. */
  clusterId?: string | null | undefined;
  /** Topics, one entry each. */
  topics: EndQuorumEpochRequestTopicData[];
  /** Where the leader can be reached. Versions 1+. */
  leaderEndpoints?: EndQuorumEpochRequestLeaderEndpoint[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface EndQuorumEpochRequestLeaderEndpoint {
  /** Name of the listener. Versions 1+. */
  name?: string | undefined;
  /** Host name or address. Versions 1+. */
  host?: string | undefined;
  /** TCP port. Versions 1+. */
  port?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface EndQuorumEpochRequestTopicData {
  /** Name of the topic. */
  topicName: string;
  /** Partitions of the topic, one entry each. */
  partitions: EndQuorumEpochRequestPartitionData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface EndQuorumEpochRequestPartitionData {
  /** Index of the partition. */
  partitionIndex: number;
  /** Id of the leader; -1 for unknown. */
  leaderId: number;
  /** Epoch of the leader. */
  leaderEpoch: number;
  /** Voters by how far they have got, best first. Versions 0. */
  preferredSuccessors?: number[] | undefined;
  /** Voters by how far they have got, best first. Versions 1+. */
  preferredCandidates?: EndQuorumEpochRequestReplicaInfo[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface EndQuorumEpochRequestReplicaInfo {
  /** Id of the candidate. Versions 1+. */
  candidateId?: number | undefined;
  /** Directory id of the candidate. Versions 1+. */
  candidateDirectoryId?: string | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const endQuorumEpochRequest: MessageCodec<EndQuorumEpochRequest> = messageCodec<EndQuorumEpochRequest>(
  {
    name: 'EndQuorumEpochRequest',
    kind: 'request',
    apiKey: 54,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 1,
  },
  readEndQuorumEpochRequest,
  writeEndQuorumEpochRequest,
);

function readEndQuorumEpochRequest(reader: Reader, version: number): Decoded<EndQuorumEpochRequest> {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'clusterId';
    const clusterId = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'topics';
    const topics: Decoded<EndQuorumEpochRequestTopicData>[] = [];
    const topicsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readEndQuorumEpochRequestTopicData(reader, version));
    index = -1;
    const leaderEndpoints: Decoded<EndQuorumEpochRequestLeaderEndpoint>[] = [];
    if (version === 1) {
      field = 'leaderEndpoints';
      const leaderEndpointsLength = reader.readCompactArrayLength(5);
      for (index = 0; index < leaderEndpointsLength; index++) leaderEndpoints.push(readEndQuorumEpochRequestLeaderEndpoint(reader, version));
      index = -1;
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { clusterId, topics, leaderEndpoints, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readEndQuorumEpochRequestLeaderEndpoint(reader: Reader, _version: number): Decoded<EndQuorumEpochRequestLeaderEndpoint> {
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

function readEndQuorumEpochRequestTopicData(reader: Reader, version: number): Decoded<EndQuorumEpochRequestTopicData> {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = flexible ? reader.readCompactString() : reader.readString();
    field = 'partitions';
    const partitions: Decoded<EndQuorumEpochRequestPartitionData>[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(14) : reader.readArrayLength(14);
    for (index = 0; index < partitionsLength; index++) partitions.push(readEndQuorumEpochRequestPartitionData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { topicName, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readEndQuorumEpochRequestPartitionData(reader: Reader, version: number): Decoded<EndQuorumEpochRequestPartitionData> {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'leaderId';
    const leaderId = reader.readInt32();
    field = 'leaderEpoch';
    const leaderEpoch = reader.readInt32();
    const preferredSuccessors: number[] = [];
    if (version === 0) {
      field = 'preferredSuccessors';
      const preferredSuccessorsLength = reader.readArrayLength(4);
      for (index = 0; index < preferredSuccessorsLength; index++) preferredSuccessors.push(reader.readInt32());
      index = -1;
    }
    const preferredCandidates: Decoded<EndQuorumEpochRequestReplicaInfo>[] = [];
    if (version === 1) {
      field = 'preferredCandidates';
      const preferredCandidatesLength = reader.readCompactArrayLength(21);
      for (index = 0; index < preferredCandidatesLength; index++) preferredCandidates.push(readEndQuorumEpochRequestReplicaInfo(reader, version));
      index = -1;
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { partitionIndex, leaderId, leaderEpoch, preferredSuccessors, preferredCandidates, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readEndQuorumEpochRequestReplicaInfo(reader: Reader, _version: number): Decoded<EndQuorumEpochRequestReplicaInfo> {
  let field = '';
  try {
    field = 'candidateId';
    const candidateId = reader.readInt32();
    field = 'candidateDirectoryId';
    const candidateDirectoryId = reader.readUuid();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { candidateId, candidateDirectoryId, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeEndQuorumEpochRequest(writer: Writer, message: EndQuorumEpochRequest, version: number): void {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'clusterId';
    const clusterId = message.clusterId === undefined ? null : message.clusterId;
    if (flexible) writer.writeCompactNullableString(clusterId); else writer.writeNullableString(clusterId);
    field = 'topics';
    const topics = message.topics;
    if (flexible) writer.writeUnsignedVarint(topics.length + 1); else writer.writeInt32(topics.length);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeEndQuorumEpochRequestTopicData(writer, topicsItem, version);
    }
    index = -1;
    if (version === 1) {
      field = 'leaderEndpoints';
      const leaderEndpoints = message.leaderEndpoints === undefined ? [] : message.leaderEndpoints;
      writer.writeUnsignedVarint(leaderEndpoints.length + 1);
      for (index = 0; index < leaderEndpoints.length; index++) {
        const leaderEndpointsItem = leaderEndpoints[index];
        if (leaderEndpointsItem === undefined) throw unexpectedNull(version);
        writeEndQuorumEpochRequestLeaderEndpoint(writer, leaderEndpointsItem, version);
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

function writeEndQuorumEpochRequestLeaderEndpoint(writer: Writer, message: EndQuorumEpochRequestLeaderEndpoint, _version: number): void {
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

function writeEndQuorumEpochRequestTopicData(writer: Writer, message: EndQuorumEpochRequestTopicData, version: number): void {
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
      writeEndQuorumEpochRequestPartitionData(writer, partitionsItem, version);
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

function writeEndQuorumEpochRequestPartitionData(writer: Writer, message: EndQuorumEpochRequestPartitionData, version: number): void {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'leaderId';
    const leaderId = message.leaderId;
    writer.writeInt32(leaderId);
    field = 'leaderEpoch';
    const leaderEpoch = message.leaderEpoch;
    writer.writeInt32(leaderEpoch);
    if (version === 0) {
      field = 'preferredSuccessors';
      const preferredSuccessors = message.preferredSuccessors === undefined ? [] : message.preferredSuccessors;
      writer.writeInt32(preferredSuccessors.length);
      for (index = 0; index < preferredSuccessors.length; index++) {
        const preferredSuccessorsItem = preferredSuccessors[index];
        if (preferredSuccessorsItem === undefined) throw unexpectedNull(version);
        writer.writeInt32(preferredSuccessorsItem);
      }
      index = -1;
    }
    if (version === 1) {
      field = 'preferredCandidates';
      const preferredCandidates = message.preferredCandidates === undefined ? [] : message.preferredCandidates;
      writer.writeUnsignedVarint(preferredCandidates.length + 1);
      for (index = 0; index < preferredCandidates.length; index++) {
        const preferredCandidatesItem = preferredCandidates[index];
        if (preferredCandidatesItem === undefined) throw unexpectedNull(version);
        writeEndQuorumEpochRequestReplicaInfo(writer, preferredCandidatesItem, version);
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

function writeEndQuorumEpochRequestReplicaInfo(writer: Writer, message: EndQuorumEpochRequestReplicaInfo, _version: number): void {
  let field = '';
  try {
    field = 'candidateId';
    const candidateId = message.candidateId === undefined ? 0 : message.candidateId;
    writer.writeInt32(candidateId);
    field = 'candidateDirectoryId';
    const candidateDirectoryId = message.candidateDirectoryId === undefined ? ZERO_UUID : message.candidateDirectoryId;
    writer.writeUuid(candidateDirectoryId);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** EndQuorumEpochResponse, versions 0-1. */
export interface EndQuorumEpochResponse {
  /** Error code, 0 for none. */
  errorCode: number;
  /** Topics, one entry each. */
  topics: EndQuorumEpochResponseTopicData[];
  /** Where the leaders named above can be reached. Versions 1+. */
  nodeEndpoints?: EndQuorumEpochResponseNodeEndpoint[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface EndQuorumEpochResponseNodeEndpoint {
  /** Id of the node. Versions 1+. */
  nodeId?: number | undefined;
  /** Host name or address. Versions 1+. */
  host?: string | undefined;
  /** TCP port. Versions 1+. */
  port?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface EndQuorumEpochResponseTopicData {
  /** Name of the topic. */
  topicName: string;
  /** Partitions of the topic, one entry each. */
  partitions: EndQuorumEpochResponsePartitionData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface EndQuorumEpochResponsePartitionData {
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

export const endQuorumEpochResponse: MessageCodec<EndQuorumEpochResponse> = messageCodec<EndQuorumEpochResponse>(
  {
    name: 'EndQuorumEpochResponse',
    kind: 'response',
    apiKey: 54,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 1,
  },
  readEndQuorumEpochResponse,
  writeEndQuorumEpochResponse,
);

function readEndQuorumEpochResponse(reader: Reader, version: number): Decoded<EndQuorumEpochResponse> {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'topics';
    const topics: Decoded<EndQuorumEpochResponseTopicData>[] = [];
    const topicsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readEndQuorumEpochResponseTopicData(reader, version));
    index = -1;
    let nodeEndpoints: Decoded<EndQuorumEpochResponseNodeEndpoint>[] = [];
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
            for (index = 0; index < nodeEndpointsLength; index++) nodeEndpoints.push(readEndQuorumEpochResponseNodeEndpoint(reader, version));
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

function readEndQuorumEpochResponseNodeEndpoint(reader: Reader, _version: number): Decoded<EndQuorumEpochResponseNodeEndpoint> {
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

function readEndQuorumEpochResponseTopicData(reader: Reader, version: number): Decoded<EndQuorumEpochResponseTopicData> {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = flexible ? reader.readCompactString() : reader.readString();
    field = 'partitions';
    const partitions: Decoded<EndQuorumEpochResponsePartitionData>[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(14) : reader.readArrayLength(14);
    for (index = 0; index < partitionsLength; index++) partitions.push(readEndQuorumEpochResponsePartitionData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { topicName, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readEndQuorumEpochResponsePartitionData(reader: Reader, version: number): Decoded<EndQuorumEpochResponsePartitionData> {
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

function writeEndQuorumEpochResponse(writer: Writer, message: EndQuorumEpochResponse, version: number): void {
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
      writeEndQuorumEpochResponseTopicData(writer, topicsItem, version);
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
          writeEndQuorumEpochResponseNodeEndpoint(writer, nodeEndpointsItem, version);
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

function writeEndQuorumEpochResponseNodeEndpoint(writer: Writer, message: EndQuorumEpochResponseNodeEndpoint, _version: number): void {
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

function writeEndQuorumEpochResponseTopicData(writer: Writer, message: EndQuorumEpochResponseTopicData, version: number): void {
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
      writeEndQuorumEpochResponsePartitionData(writer, partitionsItem, version);
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

function writeEndQuorumEpochResponsePartitionData(writer: Writer, message: EndQuorumEpochResponsePartitionData, version: number): void {
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
