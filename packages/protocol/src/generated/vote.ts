// Generated from definitions/vote.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import { ZERO_UUID } from '../uuid.js';
import type { Writer } from '../writer.js';

/** VoteRequest, versions 0-2. */
export interface VoteRequest {
  /** Id of the cluster. Default null. */
  clusterId?: string | null | undefined;
  /** Id of the voter. Versions 1+. Default -1. */
  voterId?: number | undefined;
  /** Topics, one entry each. */
  topics: VoteRequestTopicData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface VoteRequestTopicData {
  /** Name of the topic. */
  topicName: string;
  /** Partitions of the topic, one entry each. */
  partitions: VoteRequestPartitionData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface VoteRequestPartitionData {
  /** Index of the partition. */
  partitionIndex: number;
  /** Epoch of the replica. */
  replicaEpoch: number;
  /** Id of the replica; -1 for a client. */
  replicaId: number;
  /** Directory id of the replica. Versions 1+. */
  replicaDirectoryId?: string | undefined;
  /** Directory id of the voter. Versions 1+. */
  voterDirectoryId?: string | undefined;
  /** Epoch of the candidate's last record. */
  lastOffsetEpoch: number;
  /** Last offset of the range, inclusive. */
  lastOffset: number;
  /** Whether this only asks if a vote could be won (KIP-996). Versions 2+. */
  preVote?: boolean | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const voteRequest: MessageCodec<VoteRequest> = messageCodec<VoteRequest>(
  {
    name: 'VoteRequest',
    kind: 'request',
    apiKey: 52,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 0,
  },
  readVoteRequest,
  writeVoteRequest,
);

function readVoteRequest(reader: Reader, version: number): Decoded<VoteRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'clusterId';
    const clusterId = reader.readCompactNullableString();
    let voterId: number = -1;
    if (version >= 1) {
      field = 'voterId';
      voterId = reader.readInt32();
    }
    field = 'topics';
    const topics: Decoded<VoteRequestTopicData>[] = [];
    const topicsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readVoteRequestTopicData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { clusterId, voterId, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readVoteRequestTopicData(reader: Reader, version: number): Decoded<VoteRequestTopicData> {
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = reader.readCompactString();
    field = 'partitions';
    const partitions: Decoded<VoteRequestPartitionData>[] = [];
    const partitionsLength = reader.readCompactArrayLength(25);
    for (index = 0; index < partitionsLength; index++) partitions.push(readVoteRequestPartitionData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicName, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readVoteRequestPartitionData(reader: Reader, version: number): Decoded<VoteRequestPartitionData> {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'replicaEpoch';
    const replicaEpoch = reader.readInt32();
    field = 'replicaId';
    const replicaId = reader.readInt32();
    let replicaDirectoryId: string = ZERO_UUID;
    if (version >= 1) {
      field = 'replicaDirectoryId';
      replicaDirectoryId = reader.readUuid();
    }
    let voterDirectoryId: string = ZERO_UUID;
    if (version >= 1) {
      field = 'voterDirectoryId';
      voterDirectoryId = reader.readUuid();
    }
    field = 'lastOffsetEpoch';
    const lastOffsetEpoch = reader.readInt32();
    field = 'lastOffset';
    const lastOffset = reader.readInt64();
    let preVote: boolean = false;
    if (version === 2) {
      field = 'preVote';
      preVote = reader.readBoolean();
    }
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partitionIndex, replicaEpoch, replicaId, replicaDirectoryId, voterDirectoryId, lastOffsetEpoch, lastOffset, preVote, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeVoteRequest(writer: Writer, message: VoteRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'clusterId';
    const clusterId = message.clusterId === undefined ? null : message.clusterId;
    writer.writeCompactNullableString(clusterId);
    if (version >= 1) {
      field = 'voterId';
      const voterId = message.voterId === undefined ? -1 : message.voterId;
      writer.writeInt32(voterId);
    }
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeVoteRequestTopicData(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeVoteRequestTopicData(writer: Writer, message: VoteRequestTopicData, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = message.topicName;
    writer.writeCompactString(topicName);
    field = 'partitions';
    const partitions = message.partitions;
    writer.writeUnsignedVarint(partitions.length + 1);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeVoteRequestPartitionData(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeVoteRequestPartitionData(writer: Writer, message: VoteRequestPartitionData, version: number): void {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'replicaEpoch';
    const replicaEpoch = message.replicaEpoch;
    writer.writeInt32(replicaEpoch);
    field = 'replicaId';
    const replicaId = message.replicaId;
    writer.writeInt32(replicaId);
    if (version >= 1) {
      field = 'replicaDirectoryId';
      const replicaDirectoryId = message.replicaDirectoryId === undefined ? ZERO_UUID : message.replicaDirectoryId;
      writer.writeUuid(replicaDirectoryId);
    }
    if (version >= 1) {
      field = 'voterDirectoryId';
      const voterDirectoryId = message.voterDirectoryId === undefined ? ZERO_UUID : message.voterDirectoryId;
      writer.writeUuid(voterDirectoryId);
    }
    field = 'lastOffsetEpoch';
    const lastOffsetEpoch = message.lastOffsetEpoch;
    writer.writeInt32(lastOffsetEpoch);
    field = 'lastOffset';
    const lastOffset = message.lastOffset;
    writer.writeInt64(lastOffset);
    field = 'preVote';
    const preVote = message.preVote === undefined ? false : message.preVote;
    if (version === 2) {
      writer.writeBoolean(preVote);
    } else if (preVote !== false) {
      throw unsupportedField(version);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** VoteResponse, versions 0-2. */
export interface VoteResponse {
  /** Error code, 0 for none. */
  errorCode: number;
  /** Topics, one entry each. */
  topics: VoteResponseTopicData[];
  /** Where the leaders named above can be reached. Versions 1+. */
  nodeEndpoints?: VoteResponseNodeEndpoint[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface VoteResponseNodeEndpoint {
  /** Id of the node. Versions 1+. */
  nodeId?: number | undefined;
  /** Host name or address. Versions 1+. */
  host?: string | undefined;
  /** TCP port. Versions 1+. */
  port?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface VoteResponseTopicData {
  /** Name of the topic. */
  topicName: string;
  /** Partitions of the topic, one entry each. */
  partitions: VoteResponsePartitionData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface VoteResponsePartitionData {
  /** Index of the partition. */
  partitionIndex: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Id of the leader; -1 for unknown. */
  leaderId: number;
  /** Epoch of the leader. */
  leaderEpoch: number;
  /** Whether the vote was given. */
  voteGranted: boolean;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const voteResponse: MessageCodec<VoteResponse> = messageCodec<VoteResponse>(
  {
    name: 'VoteResponse',
    kind: 'response',
    apiKey: 52,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 0,
  },
  readVoteResponse,
  writeVoteResponse,
);

function readVoteResponse(reader: Reader, version: number): Decoded<VoteResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'topics';
    const topics: Decoded<VoteResponseTopicData>[] = [];
    const topicsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readVoteResponseTopicData(reader, version));
    index = -1;
    let nodeEndpoints: Decoded<VoteResponseNodeEndpoint>[] = [];
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    for (let count = reader.readUnsignedVarint(); count > 0; count--) {
      field = 'unknownTags';
      const tag = reader.readUnsignedVarint();
      const end = reader.readTagEnd();
      switch (tag) {
        case 0: {
          if (!(version >= 1)) reader.refuseTag(tag, version);
          field = 'nodeEndpoints';
          nodeEndpoints = [];
          const nodeEndpointsLength = reader.readCompactArrayLength(8);
          for (index = 0; index < nodeEndpointsLength; index++) nodeEndpoints.push(readVoteResponseNodeEndpoint(reader, version));
          index = -1;
          reader.endTag(tag, end);
          break;
        }
        default:
          unknownTags = reader.readUnknownTag(unknownTags, tag, end);
      }
    }
    return { errorCode, topics, nodeEndpoints, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readVoteResponseNodeEndpoint(reader: Reader, _version: number): Decoded<VoteResponseNodeEndpoint> {
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

function readVoteResponseTopicData(reader: Reader, version: number): Decoded<VoteResponseTopicData> {
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = reader.readCompactString();
    field = 'partitions';
    const partitions: Decoded<VoteResponsePartitionData>[] = [];
    const partitionsLength = reader.readCompactArrayLength(16);
    for (index = 0; index < partitionsLength; index++) partitions.push(readVoteResponsePartitionData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicName, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readVoteResponsePartitionData(reader: Reader, _version: number): Decoded<VoteResponsePartitionData> {
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
    field = 'voteGranted';
    const voteGranted = reader.readBoolean();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partitionIndex, errorCode, leaderId, leaderEpoch, voteGranted, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeVoteResponse(writer: Writer, message: VoteResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeVoteResponseTopicData(writer, topicsItem, version);
    }
    index = -1;
    field = 'nodeEndpoints';
    const nodeEndpoints = message.nodeEndpoints === undefined ? [] : message.nodeEndpoints;
    if (!(version >= 1) && (nodeEndpoints.length !== 0)) throw unsupportedField(version);
    field = 'unknownTags';
    const unknown = inTagOrder(message.unknownTags);
    let count = unknown.length;
    let next = 0;
    const hasNodeEndpoints = version >= 1 && nodeEndpoints.length !== 0;
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
        writeVoteResponseNodeEndpoint(writer, nodeEndpointsItem, version);
      }
      index = -1;
      writer.endTag(tag);
    }
    field = 'unknownTags';
    writer.writeUnknownTagsBelow(unknown, next, Infinity);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeVoteResponseNodeEndpoint(writer: Writer, message: VoteResponseNodeEndpoint, _version: number): void {
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

function writeVoteResponseTopicData(writer: Writer, message: VoteResponseTopicData, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = message.topicName;
    writer.writeCompactString(topicName);
    field = 'partitions';
    const partitions = message.partitions;
    writer.writeUnsignedVarint(partitions.length + 1);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeVoteResponsePartitionData(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeVoteResponsePartitionData(writer: Writer, message: VoteResponsePartitionData, _version: number): void {
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
    field = 'voteGranted';
    const voteGranted = message.voteGranted;
    writer.writeBoolean(voteGranted);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
