// Generated from definitions/describe-quorum.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import { ZERO_UUID } from '../uuid.js';
import type { Writer } from '../writer.js';

/** DescribeQuorumRequest, versions 0-2. */
export interface DescribeQuorumRequest {
  /** Topics, one entry each. */
  topics: DescribeQuorumRequestTopicData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeQuorumRequestTopicData {
  /** Name of the topic. */
  topicName: string;
  /** Partitions of the topic, one entry each. */
  partitions: DescribeQuorumRequestPartitionData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeQuorumRequestPartitionData {
  /** Index of the partition. */
  partitionIndex: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeQuorumRequest: MessageCodec<DescribeQuorumRequest> = messageCodec<DescribeQuorumRequest>(
  {
    name: 'DescribeQuorumRequest',
    kind: 'request',
    apiKey: 55,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 0,
  },
  readDescribeQuorumRequest,
  writeDescribeQuorumRequest,
);

function readDescribeQuorumRequest(reader: Reader, version: number): Decoded<DescribeQuorumRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    const topics: Decoded<DescribeQuorumRequestTopicData>[] = [];
    const topicsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readDescribeQuorumRequestTopicData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeQuorumRequestTopicData(reader: Reader, version: number): Decoded<DescribeQuorumRequestTopicData> {
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = reader.readCompactString();
    field = 'partitions';
    const partitions: Decoded<DescribeQuorumRequestPartitionData>[] = [];
    const partitionsLength = reader.readCompactArrayLength(5);
    for (index = 0; index < partitionsLength; index++) partitions.push(readDescribeQuorumRequestPartitionData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicName, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeQuorumRequestPartitionData(reader: Reader, _version: number): Decoded<DescribeQuorumRequestPartitionData> {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partitionIndex, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDescribeQuorumRequest(writer: Writer, message: DescribeQuorumRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeDescribeQuorumRequestTopicData(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeQuorumRequestTopicData(writer: Writer, message: DescribeQuorumRequestTopicData, version: number): void {
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
      writeDescribeQuorumRequestPartitionData(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeQuorumRequestPartitionData(writer: Writer, message: DescribeQuorumRequestPartitionData, _version: number): void {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** DescribeQuorumResponse, versions 0-2. */
export interface DescribeQuorumResponse {
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Versions 2+. */
  errorMessage?: string | null | undefined;
  /** Topics, one entry each. */
  topics: DescribeQuorumResponseTopicData[];
  /** The nodes. Versions 2+. */
  nodes?: DescribeQuorumResponseNode[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeQuorumResponseReplicaState {
  /** Id of the replica; -1 for a client. */
  replicaId: number;
  /** Directory id of the replica. Versions 2+. */
  replicaDirectoryId?: string | undefined;
  /** End of the replica's log; -1 for unknown. */
  logEndOffset: number;
  /** When the replica last fetched, in ms since 1970; -1 for unknown. Versions 1+. Default -1. */
  lastFetchTimestamp?: number | undefined;
  /** When the replica last was at the end of the log, in ms since 1970; -1 for unknown. Versions 1+. Default -1. */
  lastCaughtUpTimestamp?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeQuorumResponseNode {
  /** Id of the node. Versions 2+. */
  nodeId?: number | undefined;
  /** Where the node can be reached. Versions 2+. */
  listeners?: DescribeQuorumResponseListener[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeQuorumResponseListener {
  /** Name of the listener. Versions 2+. */
  name?: string | undefined;
  /** Host name or address. Versions 2+. */
  host?: string | undefined;
  /** TCP port. Versions 2+. */
  port?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeQuorumResponseTopicData {
  /** Name of the topic. */
  topicName: string;
  /** Partitions of the topic, one entry each. */
  partitions: DescribeQuorumResponsePartitionData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeQuorumResponsePartitionData {
  /** Index of the partition. */
  partitionIndex: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Versions 2+. */
  errorMessage?: string | null | undefined;
  /** Id of the leader; -1 for unknown. */
  leaderId: number;
  /** Epoch of the leader. */
  leaderEpoch: number;
  /** Offset behind the last committed record. */
  highWatermark: number;
  /** The voters. */
  currentVoters: DescribeQuorumResponseReplicaState[];
  /** Replicas that follow without a vote. */
  observers: DescribeQuorumResponseReplicaState[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeQuorumResponse: MessageCodec<DescribeQuorumResponse> = messageCodec<DescribeQuorumResponse>(
  {
    name: 'DescribeQuorumResponse',
    kind: 'response',
    apiKey: 55,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 0,
  },
  readDescribeQuorumResponse,
  writeDescribeQuorumResponse,
);

function readDescribeQuorumResponse(reader: Reader, version: number): Decoded<DescribeQuorumResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    let errorMessage: string | null = '';
    if (version === 2) {
      field = 'errorMessage';
      errorMessage = reader.readCompactNullableString();
    }
    field = 'topics';
    const topics: Decoded<DescribeQuorumResponseTopicData>[] = [];
    const topicsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readDescribeQuorumResponseTopicData(reader, version));
    index = -1;
    const nodes: Decoded<DescribeQuorumResponseNode>[] = [];
    if (version === 2) {
      field = 'nodes';
      const nodesLength = reader.readCompactArrayLength(6);
      for (index = 0; index < nodesLength; index++) nodes.push(readDescribeQuorumResponseNode(reader, version));
      index = -1;
    }
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { errorCode, errorMessage, topics, nodes, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeQuorumResponseReplicaState(reader: Reader, version: number): Decoded<DescribeQuorumResponseReplicaState> {
  let field = '';
  try {
    field = 'replicaId';
    const replicaId = reader.readInt32();
    let replicaDirectoryId: string = ZERO_UUID;
    if (version === 2) {
      field = 'replicaDirectoryId';
      replicaDirectoryId = reader.readUuid();
    }
    field = 'logEndOffset';
    const logEndOffset = reader.readInt64();
    let lastFetchTimestamp: number = -1;
    if (version >= 1) {
      field = 'lastFetchTimestamp';
      lastFetchTimestamp = reader.readInt64();
    }
    let lastCaughtUpTimestamp: number = -1;
    if (version >= 1) {
      field = 'lastCaughtUpTimestamp';
      lastCaughtUpTimestamp = reader.readInt64();
    }
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { replicaId, replicaDirectoryId, logEndOffset, lastFetchTimestamp, lastCaughtUpTimestamp, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readDescribeQuorumResponseNode(reader: Reader, version: number): Decoded<DescribeQuorumResponseNode> {
  let field = '';
  let index = -1;
  try {
    field = 'nodeId';
    const nodeId = reader.readInt32();
    field = 'listeners';
    const listeners: Decoded<DescribeQuorumResponseListener>[] = [];
    const listenersLength = reader.readCompactArrayLength(5);
    for (index = 0; index < listenersLength; index++) listeners.push(readDescribeQuorumResponseListener(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { nodeId, listeners, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeQuorumResponseListener(reader: Reader, _version: number): Decoded<DescribeQuorumResponseListener> {
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

function readDescribeQuorumResponseTopicData(reader: Reader, version: number): Decoded<DescribeQuorumResponseTopicData> {
  let field = '';
  let index = -1;
  try {
    field = 'topicName';
    const topicName = reader.readCompactString();
    field = 'partitions';
    const partitions: Decoded<DescribeQuorumResponsePartitionData>[] = [];
    const partitionsLength = reader.readCompactArrayLength(25);
    for (index = 0; index < partitionsLength; index++) partitions.push(readDescribeQuorumResponsePartitionData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicName, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeQuorumResponsePartitionData(reader: Reader, version: number): Decoded<DescribeQuorumResponsePartitionData> {
  let field = '';
  let index = -1;
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    let errorMessage: string | null = '';
    if (version === 2) {
      field = 'errorMessage';
      errorMessage = reader.readCompactNullableString();
    }
    field = 'leaderId';
    const leaderId = reader.readInt32();
    field = 'leaderEpoch';
    const leaderEpoch = reader.readInt32();
    field = 'highWatermark';
    const highWatermark = reader.readInt64();
    field = 'currentVoters';
    const currentVoters: Decoded<DescribeQuorumResponseReplicaState>[] = [];
    const currentVotersLength = reader.readCompactArrayLength(13);
    for (index = 0; index < currentVotersLength; index++) currentVoters.push(readDescribeQuorumResponseReplicaState(reader, version));
    index = -1;
    field = 'observers';
    const observers: Decoded<DescribeQuorumResponseReplicaState>[] = [];
    const observersLength = reader.readCompactArrayLength(13);
    for (index = 0; index < observersLength; index++) observers.push(readDescribeQuorumResponseReplicaState(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partitionIndex, errorCode, errorMessage, leaderId, leaderEpoch, highWatermark, currentVoters, observers, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeQuorumResponse(writer: Writer, message: DescribeQuorumResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    if (version === 2) {
      field = 'errorMessage';
      const errorMessage = message.errorMessage === undefined ? '' : message.errorMessage;
      writer.writeCompactNullableString(errorMessage);
    }
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeDescribeQuorumResponseTopicData(writer, topicsItem, version);
    }
    index = -1;
    field = 'nodes';
    const nodes = message.nodes === undefined ? [] : message.nodes;
    if (version === 2) {
      writer.writeUnsignedVarint(nodes.length + 1);
      for (index = 0; index < nodes.length; index++) {
        const nodesItem = nodes[index];
        if (nodesItem === undefined) throw unexpectedNull(version);
        writeDescribeQuorumResponseNode(writer, nodesItem, version);
      }
      index = -1;
    } else if (nodes.length !== 0) {
      throw unsupportedField(version);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeQuorumResponseReplicaState(writer: Writer, message: DescribeQuorumResponseReplicaState, version: number): void {
  let field = '';
  try {
    field = 'replicaId';
    const replicaId = message.replicaId;
    writer.writeInt32(replicaId);
    field = 'replicaDirectoryId';
    const replicaDirectoryId = message.replicaDirectoryId === undefined ? ZERO_UUID : message.replicaDirectoryId;
    if (version === 2) {
      writer.writeUuid(replicaDirectoryId);
    } else if (replicaDirectoryId !== ZERO_UUID) {
      throw unsupportedField(version);
    }
    field = 'logEndOffset';
    const logEndOffset = message.logEndOffset;
    writer.writeInt64(logEndOffset);
    if (version >= 1) {
      field = 'lastFetchTimestamp';
      const lastFetchTimestamp = message.lastFetchTimestamp === undefined ? -1 : message.lastFetchTimestamp;
      writer.writeInt64(lastFetchTimestamp);
    }
    if (version >= 1) {
      field = 'lastCaughtUpTimestamp';
      const lastCaughtUpTimestamp = message.lastCaughtUpTimestamp === undefined ? -1 : message.lastCaughtUpTimestamp;
      writer.writeInt64(lastCaughtUpTimestamp);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDescribeQuorumResponseNode(writer: Writer, message: DescribeQuorumResponseNode, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'nodeId';
    const nodeId = message.nodeId === undefined ? 0 : message.nodeId;
    writer.writeInt32(nodeId);
    field = 'listeners';
    const listeners = message.listeners === undefined ? [] : message.listeners;
    writer.writeUnsignedVarint(listeners.length + 1);
    for (index = 0; index < listeners.length; index++) {
      const listenersItem = listeners[index];
      if (listenersItem === undefined) throw unexpectedNull(version);
      writeDescribeQuorumResponseListener(writer, listenersItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeQuorumResponseListener(writer: Writer, message: DescribeQuorumResponseListener, _version: number): void {
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

function writeDescribeQuorumResponseTopicData(writer: Writer, message: DescribeQuorumResponseTopicData, version: number): void {
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
      writeDescribeQuorumResponsePartitionData(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeQuorumResponsePartitionData(writer: Writer, message: DescribeQuorumResponsePartitionData, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    if (version === 2) {
      field = 'errorMessage';
      const errorMessage = message.errorMessage === undefined ? '' : message.errorMessage;
      writer.writeCompactNullableString(errorMessage);
    }
    field = 'leaderId';
    const leaderId = message.leaderId;
    writer.writeInt32(leaderId);
    field = 'leaderEpoch';
    const leaderEpoch = message.leaderEpoch;
    writer.writeInt32(leaderEpoch);
    field = 'highWatermark';
    const highWatermark = message.highWatermark;
    writer.writeInt64(highWatermark);
    field = 'currentVoters';
    const currentVoters = message.currentVoters;
    writer.writeUnsignedVarint(currentVoters.length + 1);
    for (index = 0; index < currentVoters.length; index++) {
      const currentVotersItem = currentVoters[index];
      if (currentVotersItem === undefined) throw unexpectedNull(version);
      writeDescribeQuorumResponseReplicaState(writer, currentVotersItem, version);
    }
    index = -1;
    field = 'observers';
    const observers = message.observers;
    writer.writeUnsignedVarint(observers.length + 1);
    for (index = 0; index < observers.length; index++) {
      const observersItem = observers[index];
      if (observersItem === undefined) throw unexpectedNull(version);
      writeDescribeQuorumResponseReplicaState(writer, observersItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}
