// Generated from definitions/fetch-snapshot.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import type { Records } from '../external-records.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import { ZERO_UUID } from '../uuid.js';
import type { Writer } from '../writer.js';

/** FetchSnapshotRequest, versions 0-1. */
export interface FetchSnapshotRequest {
  /** Id of the cluster. Default null. */
  clusterId?: string | null | undefined;
  /** Id of the replica; -1 for a client. Default -1. */
  replicaId?: number | undefined;
  /** Most bytes to return; the first batch comes whole even so. Default 2147483647. */
  maxBytes?: number | undefined;
  /** Topics, one entry each. */
  topics: FetchSnapshotRequestTopicSnapshot[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface FetchSnapshotRequestTopicSnapshot {
  /** Name of the topic. */
  name: string;
  /** Partitions of the topic, one entry each. */
  partitions: FetchSnapshotRequestPartitionSnapshot[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface FetchSnapshotRequestPartitionSnapshot {
  /** Index of the partition. */
  partition: number;
  /** Leader epoch the asker knows, for fencing; -1 for none. */
  currentLeaderEpoch: number;
  /** Which snapshot: the offset behind its last record and its epoch. */
  snapshotId: FetchSnapshotRequestSnapshotId;
  /** Byte position in the snapshot. */
  position: number;
  /** Directory id of the replica. Versions 1+. */
  replicaDirectoryId?: string | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface FetchSnapshotRequestSnapshotId {
  /** Offset behind the last record in the snapshot. */
  endOffset: number;
  /** Epoch of the last record in the snapshot. */
  epoch: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const fetchSnapshotRequest: MessageCodec<FetchSnapshotRequest> = messageCodec<FetchSnapshotRequest>(
  {
    name: 'FetchSnapshotRequest',
    kind: 'request',
    apiKey: 59,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readFetchSnapshotRequest,
  writeFetchSnapshotRequest,
);

function readFetchSnapshotRequest(reader: Reader, version: number): Decoded<FetchSnapshotRequest> {
  let field = '';
  let index = -1;
  try {
    let clusterId: string | null = null;
    field = 'replicaId';
    const replicaId = reader.readInt32();
    field = 'maxBytes';
    const maxBytes = reader.readInt32();
    field = 'topics';
    const topics: Decoded<FetchSnapshotRequestTopicSnapshot>[] = [];
    const topicsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readFetchSnapshotRequestTopicSnapshot(reader, version));
    index = -1;
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    for (let count = reader.readUnsignedVarint(); count > 0; count--) {
      field = 'unknownTags';
      const tag = reader.readUnsignedVarint();
      const end = reader.readTagEnd();
      switch (tag) {
        case 0: {
          field = 'clusterId';
          clusterId = reader.readCompactNullableString();
          reader.endTag(tag, end);
          break;
        }
        default:
          unknownTags = reader.readUnknownTag(unknownTags, tag, end);
      }
    }
    return { clusterId, replicaId, maxBytes, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readFetchSnapshotRequestTopicSnapshot(reader: Reader, version: number): Decoded<FetchSnapshotRequestTopicSnapshot> {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'partitions';
    const partitions: Decoded<FetchSnapshotRequestPartitionSnapshot>[] = [];
    const partitionsLength = reader.readCompactArrayLength(30);
    for (index = 0; index < partitionsLength; index++) partitions.push(readFetchSnapshotRequestPartitionSnapshot(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readFetchSnapshotRequestPartitionSnapshot(reader: Reader, version: number): Decoded<FetchSnapshotRequestPartitionSnapshot> {
  let field = '';
  try {
    field = 'partition';
    const partition = reader.readInt32();
    field = 'currentLeaderEpoch';
    const currentLeaderEpoch = reader.readInt32();
    field = 'snapshotId';
    let snapshotId: Decoded<FetchSnapshotRequestSnapshotId>;
    snapshotId = readFetchSnapshotRequestSnapshotId(reader, version);
    field = 'position';
    const position = reader.readInt64();
    let replicaDirectoryId: string = ZERO_UUID;
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    for (let count = reader.readUnsignedVarint(); count > 0; count--) {
      field = 'unknownTags';
      const tag = reader.readUnsignedVarint();
      const end = reader.readTagEnd();
      switch (tag) {
        case 0: {
          if (!(version === 1)) reader.refuseTag(tag, version);
          field = 'replicaDirectoryId';
          replicaDirectoryId = reader.readUuid();
          reader.endTag(tag, end);
          break;
        }
        default:
          unknownTags = reader.readUnknownTag(unknownTags, tag, end);
      }
    }
    return { partition, currentLeaderEpoch, snapshotId, position, replicaDirectoryId, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readFetchSnapshotRequestSnapshotId(reader: Reader, _version: number): Decoded<FetchSnapshotRequestSnapshotId> {
  let field = '';
  try {
    field = 'endOffset';
    const endOffset = reader.readInt64();
    field = 'epoch';
    const epoch = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { endOffset, epoch, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeFetchSnapshotRequest(writer: Writer, message: FetchSnapshotRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'clusterId';
    const clusterId = message.clusterId === undefined ? null : message.clusterId;
    field = 'replicaId';
    const replicaId = message.replicaId === undefined ? -1 : message.replicaId;
    writer.writeInt32(replicaId);
    field = 'maxBytes';
    const maxBytes = message.maxBytes === undefined ? 2147483647 : message.maxBytes;
    writer.writeInt32(maxBytes);
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeFetchSnapshotRequestTopicSnapshot(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    const unknown = inTagOrder(message.unknownTags);
    let count = unknown.length;
    let next = 0;
    const hasClusterId = clusterId !== null;
    if (hasClusterId) count++;
    writer.writeUnsignedVarint(count);
    if (hasClusterId) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 0);
      field = 'clusterId';
      const tag = writer.beginTag(0);
      writer.writeCompactNullableString(clusterId);
      writer.endTag(tag);
    }
    field = 'unknownTags';
    writer.writeUnknownTagsBelow(unknown, next, Infinity);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeFetchSnapshotRequestTopicSnapshot(writer: Writer, message: FetchSnapshotRequestTopicSnapshot, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
    field = 'partitions';
    const partitions = message.partitions;
    writer.writeUnsignedVarint(partitions.length + 1);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeFetchSnapshotRequestPartitionSnapshot(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeFetchSnapshotRequestPartitionSnapshot(writer: Writer, message: FetchSnapshotRequestPartitionSnapshot, version: number): void {
  let field = '';
  try {
    field = 'partition';
    const partition = message.partition;
    writer.writeInt32(partition);
    field = 'currentLeaderEpoch';
    const currentLeaderEpoch = message.currentLeaderEpoch;
    writer.writeInt32(currentLeaderEpoch);
    field = 'snapshotId';
    const snapshotId = message.snapshotId;
    writeFetchSnapshotRequestSnapshotId(writer, snapshotId, version);
    field = 'position';
    const position = message.position;
    writer.writeInt64(position);
    field = 'replicaDirectoryId';
    const replicaDirectoryId = message.replicaDirectoryId === undefined ? ZERO_UUID : message.replicaDirectoryId;
    field = 'unknownTags';
    const unknown = inTagOrder(message.unknownTags);
    let count = unknown.length;
    let next = 0;
    const hasReplicaDirectoryId = version === 1 && replicaDirectoryId !== ZERO_UUID;
    if (hasReplicaDirectoryId) count++;
    writer.writeUnsignedVarint(count);
    if (hasReplicaDirectoryId) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 0);
      field = 'replicaDirectoryId';
      const tag = writer.beginTag(0);
      writer.writeUuid(replicaDirectoryId);
      writer.endTag(tag);
    }
    field = 'unknownTags';
    writer.writeUnknownTagsBelow(unknown, next, Infinity);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeFetchSnapshotRequestSnapshotId(writer: Writer, message: FetchSnapshotRequestSnapshotId, _version: number): void {
  let field = '';
  try {
    field = 'endOffset';
    const endOffset = message.endOffset;
    writer.writeInt64(endOffset);
    field = 'epoch';
    const epoch = message.epoch;
    writer.writeInt32(epoch);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** FetchSnapshotResponse, versions 0-1. */
export interface FetchSnapshotResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Topics, one entry each. */
  topics: FetchSnapshotResponseTopicSnapshot[];
  /** Where the leaders named above can be reached. Versions 1+. */
  nodeEndpoints?: FetchSnapshotResponseNodeEndpoint[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface FetchSnapshotResponseNodeEndpoint {
  /** Id of the node. Versions 1+. */
  nodeId?: number | undefined;
  /** Host name or address. Versions 1+. */
  host?: string | undefined;
  /** TCP port. Versions 1+. */
  port?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface FetchSnapshotResponseTopicSnapshot {
  /** Name of the topic. */
  name: string;
  /** Partitions of the topic, one entry each. */
  partitions: FetchSnapshotResponsePartitionSnapshot[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface FetchSnapshotResponsePartitionSnapshot {
  /** Index of the partition. */
  index: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Which snapshot: the offset behind its last record and its epoch. */
  snapshotId: FetchSnapshotResponseSnapshotId;
  /** The leader as the answering broker knows it. */
  currentLeader?: FetchSnapshotResponseLeaderIdAndEpoch | undefined;
  /** Size of the snapshot in bytes. */
  size: number;
  /** Byte position in the snapshot. */
  position: number;
  /** Bytes of the snapshot, which may begin and end within a batch. */
  unalignedRecords: Records;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface FetchSnapshotResponseLeaderIdAndEpoch {
  /** Id of the leader; -1 for unknown. */
  leaderId: number;
  /** Epoch of the leader. */
  leaderEpoch: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface FetchSnapshotResponseSnapshotId {
  /** Offset behind the last record in the snapshot. */
  endOffset: number;
  /** Epoch of the last record in the snapshot. */
  epoch: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const fetchSnapshotResponse: MessageCodec<FetchSnapshotResponse> = messageCodec<FetchSnapshotResponse>(
  {
    name: 'FetchSnapshotResponse',
    kind: 'response',
    apiKey: 59,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readFetchSnapshotResponse,
  writeFetchSnapshotResponse,
);

function readFetchSnapshotResponse(reader: Reader, version: number): Decoded<FetchSnapshotResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'topics';
    const topics: Decoded<FetchSnapshotResponseTopicSnapshot>[] = [];
    const topicsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readFetchSnapshotResponseTopicSnapshot(reader, version));
    index = -1;
    let nodeEndpoints: Decoded<FetchSnapshotResponseNodeEndpoint>[] = [];
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    for (let count = reader.readUnsignedVarint(); count > 0; count--) {
      field = 'unknownTags';
      const tag = reader.readUnsignedVarint();
      const end = reader.readTagEnd();
      switch (tag) {
        case 0: {
          if (!(version === 1)) reader.refuseTag(tag, version);
          field = 'nodeEndpoints';
          nodeEndpoints = [];
          const nodeEndpointsLength = reader.readCompactArrayLength(8);
          for (index = 0; index < nodeEndpointsLength; index++) nodeEndpoints.push(readFetchSnapshotResponseNodeEndpoint(reader, version));
          index = -1;
          reader.endTag(tag, end);
          break;
        }
        default:
          unknownTags = reader.readUnknownTag(unknownTags, tag, end);
      }
    }
    return { throttleTimeMs, errorCode, topics, nodeEndpoints, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readFetchSnapshotResponseNodeEndpoint(reader: Reader, _version: number): Decoded<FetchSnapshotResponseNodeEndpoint> {
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

function readFetchSnapshotResponseTopicSnapshot(reader: Reader, version: number): Decoded<FetchSnapshotResponseTopicSnapshot> {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'partitions';
    const partitions: Decoded<FetchSnapshotResponsePartitionSnapshot>[] = [];
    const partitionsLength = reader.readCompactArrayLength(37);
    for (index = 0; index < partitionsLength; index++) partitions.push(readFetchSnapshotResponsePartitionSnapshot(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readFetchSnapshotResponsePartitionSnapshot(reader: Reader, version: number): Decoded<FetchSnapshotResponsePartitionSnapshot> {
  let field = '';
  try {
    field = 'index';
    const indexValue = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'snapshotId';
    let snapshotId: Decoded<FetchSnapshotResponseSnapshotId>;
    snapshotId = readFetchSnapshotResponseSnapshotId(reader, version);
    let currentLeader: Decoded<FetchSnapshotResponseLeaderIdAndEpoch> = defaultFetchSnapshotResponseLeaderIdAndEpoch();
    field = 'size';
    const size = reader.readInt64();
    field = 'position';
    const position = reader.readInt64();
    field = 'unalignedRecords';
    const unalignedRecords = reader.readCompactBytes();
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    for (let count = reader.readUnsignedVarint(); count > 0; count--) {
      field = 'unknownTags';
      const tag = reader.readUnsignedVarint();
      const end = reader.readTagEnd();
      switch (tag) {
        case 0: {
          field = 'currentLeader';
          currentLeader = readFetchSnapshotResponseLeaderIdAndEpoch(reader, version);
          reader.endTag(tag, end);
          break;
        }
        default:
          unknownTags = reader.readUnknownTag(unknownTags, tag, end);
      }
    }
    return { index: indexValue, errorCode, snapshotId, currentLeader, size, position, unalignedRecords, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readFetchSnapshotResponseLeaderIdAndEpoch(reader: Reader, _version: number): Decoded<FetchSnapshotResponseLeaderIdAndEpoch> {
  let field = '';
  try {
    field = 'leaderId';
    const leaderId = reader.readInt32();
    field = 'leaderEpoch';
    const leaderEpoch = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { leaderId, leaderEpoch, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readFetchSnapshotResponseSnapshotId(reader: Reader, _version: number): Decoded<FetchSnapshotResponseSnapshotId> {
  let field = '';
  try {
    field = 'endOffset';
    const endOffset = reader.readInt64();
    field = 'epoch';
    const epoch = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { endOffset, epoch, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeFetchSnapshotResponse(writer: Writer, message: FetchSnapshotResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeFetchSnapshotResponseTopicSnapshot(writer, topicsItem, version);
    }
    index = -1;
    field = 'nodeEndpoints';
    const nodeEndpoints = message.nodeEndpoints === undefined ? [] : message.nodeEndpoints;
    if (!(version === 1) && (nodeEndpoints.length !== 0)) throw unsupportedField(version);
    field = 'unknownTags';
    const unknown = inTagOrder(message.unknownTags);
    let count = unknown.length;
    let next = 0;
    const hasNodeEndpoints = version === 1 && nodeEndpoints.length !== 0;
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
        writeFetchSnapshotResponseNodeEndpoint(writer, nodeEndpointsItem, version);
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

function writeFetchSnapshotResponseNodeEndpoint(writer: Writer, message: FetchSnapshotResponseNodeEndpoint, _version: number): void {
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

function writeFetchSnapshotResponseTopicSnapshot(writer: Writer, message: FetchSnapshotResponseTopicSnapshot, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
    field = 'partitions';
    const partitions = message.partitions;
    writer.writeUnsignedVarint(partitions.length + 1);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeFetchSnapshotResponsePartitionSnapshot(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeFetchSnapshotResponsePartitionSnapshot(writer: Writer, message: FetchSnapshotResponsePartitionSnapshot, version: number): void {
  let field = '';
  try {
    field = 'index';
    const indexValue = message.index;
    writer.writeInt32(indexValue);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'snapshotId';
    const snapshotId = message.snapshotId;
    writeFetchSnapshotResponseSnapshotId(writer, snapshotId, version);
    field = 'currentLeader';
    const currentLeader = message.currentLeader === undefined ? defaultFetchSnapshotResponseLeaderIdAndEpoch() : message.currentLeader;
    field = 'size';
    const size = message.size;
    writer.writeInt64(size);
    field = 'position';
    const position = message.position;
    writer.writeInt64(position);
    field = 'unalignedRecords';
    const unalignedRecords = message.unalignedRecords;
    writer.writeCompactRecords(unalignedRecords);
    field = 'unknownTags';
    const unknown = inTagOrder(message.unknownTags);
    let count = unknown.length;
    let next = 0;
    const hasCurrentLeader = !isDefaultFetchSnapshotResponseLeaderIdAndEpoch(currentLeader);
    if (hasCurrentLeader) count++;
    writer.writeUnsignedVarint(count);
    if (hasCurrentLeader) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 0);
      field = 'currentLeader';
      const tag = writer.beginTag(0);
      writeFetchSnapshotResponseLeaderIdAndEpoch(writer, currentLeader, version);
      writer.endTag(tag);
    }
    field = 'unknownTags';
    writer.writeUnknownTagsBelow(unknown, next, Infinity);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeFetchSnapshotResponseLeaderIdAndEpoch(writer: Writer, message: FetchSnapshotResponseLeaderIdAndEpoch, _version: number): void {
  let field = '';
  try {
    field = 'leaderId';
    const leaderId = message.leaderId;
    writer.writeInt32(leaderId);
    field = 'leaderEpoch';
    const leaderEpoch = message.leaderEpoch;
    writer.writeInt32(leaderEpoch);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeFetchSnapshotResponseSnapshotId(writer: Writer, message: FetchSnapshotResponseSnapshotId, _version: number): void {
  let field = '';
  try {
    field = 'endOffset';
    const endOffset = message.endOffset;
    writer.writeInt64(endOffset);
    field = 'epoch';
    const epoch = message.epoch;
    writer.writeInt32(epoch);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function defaultFetchSnapshotResponseLeaderIdAndEpoch(): Decoded<FetchSnapshotResponseLeaderIdAndEpoch> {
  return { leaderId: 0, leaderEpoch: 0, unknownTags: undefined };
}

function isDefaultFetchSnapshotResponseLeaderIdAndEpoch(value: FetchSnapshotResponseLeaderIdAndEpoch): boolean {
  return value.leaderId === 0 &&
    value.leaderEpoch === 0 &&
    (value.unknownTags === undefined || value.unknownTags.length === 0);
}
