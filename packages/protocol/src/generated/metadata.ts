// Generated from definitions/metadata.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import { ZERO_UUID } from '../uuid.js';
import type { Writer } from '../writer.js';

/** MetadataRequest, versions 0-13. */
export interface MetadataRequest {
  /** Topics, one entry each. Null in versions 1+. */
  topics: MetadataRequestMetadataRequestTopic[] | null;
  /** Whether topics that do not exist may be created on the way. Versions 4+. Default true. */
  allowAutoTopicCreation?: boolean | undefined;
  /** Whether to tell what the asker may do on the cluster. Versions 8-10. */
  includeClusterAuthorizedOperations?: boolean | undefined;
  /** Whether to tell what the asker may do on the topics. Versions 8+. */
  includeTopicAuthorizedOperations?: boolean | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface MetadataRequestMetadataRequestTopic {
  /** Id of the topic. Versions 10+. */
  topicId?: string | undefined;
  /** Name of the topic; null when it is given by id. Null in versions 10+. */
  name: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const metadataRequest: MessageCodec<MetadataRequest> = messageCodec<MetadataRequest>(
  {
    name: 'MetadataRequest',
    kind: 'request',
    apiKey: 3,
    minVersion: 0,
    maxVersion: 13,
    flexibleVersion: 9,
  },
  readMetadataRequest,
  writeMetadataRequest,
);

function readMetadataRequest(reader: Reader, version: number): Decoded<MetadataRequest> {
  const flexible = version >= 9;
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    let topics: Decoded<MetadataRequestMetadataRequestTopic>[] | null;
    const topicsLength = flexible ? reader.readCompactNullableArrayLength(2) : (version >= 1 ? reader.readNullableArrayLength(2) : reader.readArrayLength(2));
    const topicsList: Decoded<MetadataRequestMetadataRequestTopic>[] = [];
    for (index = 0; index < topicsLength; index++) topicsList.push(readMetadataRequestMetadataRequestTopic(reader, version));
    index = -1;
    topics = topicsLength < 0 ? null : topicsList;
    let allowAutoTopicCreation: boolean = true;
    if (version >= 4) {
      field = 'allowAutoTopicCreation';
      allowAutoTopicCreation = reader.readBoolean();
    }
    let includeClusterAuthorizedOperations: boolean = false;
    if (version >= 8 && version <= 10) {
      field = 'includeClusterAuthorizedOperations';
      includeClusterAuthorizedOperations = reader.readBoolean();
    }
    let includeTopicAuthorizedOperations: boolean = false;
    if (version >= 8) {
      field = 'includeTopicAuthorizedOperations';
      includeTopicAuthorizedOperations = reader.readBoolean();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { topics, allowAutoTopicCreation, includeClusterAuthorizedOperations, includeTopicAuthorizedOperations, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readMetadataRequestMetadataRequestTopic(reader: Reader, version: number): Decoded<MetadataRequestMetadataRequestTopic> {
  const flexible = version >= 9;
  let field = '';
  try {
    let topicId: string = ZERO_UUID;
    if (version >= 10) {
      field = 'topicId';
      topicId = reader.readUuid();
    }
    field = 'name';
    const name = flexible ? (version >= 10 ? reader.readCompactNullableString() : reader.readCompactString()) : reader.readString();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { topicId, name, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeMetadataRequest(writer: Writer, message: MetadataRequest, version: number): void {
  const flexible = version >= 9;
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    const topics = message.topics;
    if (topics === null) {
      if (!(version >= 1)) throw unexpectedNull(version);
      if (flexible) writer.writeUnsignedVarint(0); else writer.writeInt32(-1);
    } else {
      if (flexible) writer.writeUnsignedVarint(topics.length + 1); else writer.writeInt32(topics.length);
      for (index = 0; index < topics.length; index++) {
        const topicsItem = topics[index];
        if (topicsItem === undefined) throw unexpectedNull(version);
        writeMetadataRequestMetadataRequestTopic(writer, topicsItem, version);
      }
      index = -1;
    }
    field = 'allowAutoTopicCreation';
    const allowAutoTopicCreation = message.allowAutoTopicCreation === undefined ? true : message.allowAutoTopicCreation;
    if (version >= 4) {
      writer.writeBoolean(allowAutoTopicCreation);
    } else if (allowAutoTopicCreation !== true) {
      throw unsupportedField(version);
    }
    field = 'includeClusterAuthorizedOperations';
    const includeClusterAuthorizedOperations = message.includeClusterAuthorizedOperations === undefined ? false : message.includeClusterAuthorizedOperations;
    if (version >= 8 && version <= 10) {
      writer.writeBoolean(includeClusterAuthorizedOperations);
    } else if (includeClusterAuthorizedOperations !== false) {
      throw unsupportedField(version);
    }
    field = 'includeTopicAuthorizedOperations';
    const includeTopicAuthorizedOperations = message.includeTopicAuthorizedOperations === undefined ? false : message.includeTopicAuthorizedOperations;
    if (version >= 8) {
      writer.writeBoolean(includeTopicAuthorizedOperations);
    } else if (includeTopicAuthorizedOperations !== false) {
      throw unsupportedField(version);
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

function writeMetadataRequestMetadataRequestTopic(writer: Writer, message: MetadataRequestMetadataRequestTopic, version: number): void {
  const flexible = version >= 9;
  let field = '';
  try {
    if (version >= 10) {
      field = 'topicId';
      const topicId = message.topicId === undefined ? ZERO_UUID : message.topicId;
      writer.writeUuid(topicId);
    }
    field = 'name';
    const name = message.name;
    if (version >= 10) {
      if (flexible) writer.writeCompactNullableString(name); else writer.writeNullableString(name);
    } else {
      if (name === null) throw unexpectedNull(version);
      if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    }
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** MetadataResponse, versions 0-13. */
export interface MetadataResponse {
  /** How long the client is held back by a quota, 0 for not at all. Versions 3+. */
  throttleTimeMs?: number | undefined;
  /** The brokers. */
  brokers: MetadataResponseMetadataResponseBroker[];
  /** Id of the cluster. Versions 2+. Default null. */
  clusterId?: string | null | undefined;
  /** Id of the controller. Versions 1+. Default -1. */
  controllerId?: number | undefined;
  /** Topics, one entry each. */
  topics: MetadataResponseMetadataResponseTopic[];
  /** Bits of the operations on the cluster allowed to the asker; -2147483648 when not asked for. Versions 8-10. Default -2147483648. */
  clusterAuthorizedOperations?: number | undefined;
  /** Error code, 0 for none. Versions 13+. */
  errorCode?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface MetadataResponseMetadataResponseTopic {
  /** Error code, 0 for none. */
  errorCode: number;
  /** Name of the topic; null when the id is not known. Null in versions 12+. */
  name: string | null;
  /** Id of the topic. Versions 10+. */
  topicId?: string | undefined;
  /** Whether Kafka keeps the topic for itself. Versions 1+. Default false. */
  isInternal?: boolean | undefined;
  /** Partitions of the topic, one entry each. */
  partitions: MetadataResponseMetadataResponsePartition[];
  /** Bits of the operations on the topic allowed to the asker; -2147483648 when not asked for. Versions 8+. Default -2147483648. */
  topicAuthorizedOperations?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface MetadataResponseMetadataResponsePartition {
  /** Error code, 0 for none. */
  errorCode: number;
  /** Index of the partition. */
  partitionIndex: number;
  /** Id of the leader; -1 for unknown. */
  leaderId: number;
  /** Epoch of the leader. Versions 7+. Default -1. */
  leaderEpoch?: number | undefined;
  /** All replicas, the preferred one first. */
  replicaNodes: number[];
  /** Replicas in sync. */
  isrNodes: number[];
  /** Replicas that cannot be reached. Versions 5+. */
  offlineReplicas?: number[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface MetadataResponseMetadataResponseBroker {
  /** Id of the broker. */
  nodeId: number;
  /** Host name or address. */
  host: string;
  /** TCP port. */
  port: number;
  /** Rack of the node; null for none. Versions 1+. Default null. */
  rack?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const metadataResponse: MessageCodec<MetadataResponse> = messageCodec<MetadataResponse>(
  {
    name: 'MetadataResponse',
    kind: 'response',
    apiKey: 3,
    minVersion: 0,
    maxVersion: 13,
    flexibleVersion: 9,
  },
  readMetadataResponse,
  writeMetadataResponse,
);

function readMetadataResponse(reader: Reader, version: number): Decoded<MetadataResponse> {
  const flexible = version >= 9;
  let field = '';
  let index = -1;
  try {
    let throttleTimeMs: number = 0;
    if (version >= 3) {
      field = 'throttleTimeMs';
      throttleTimeMs = reader.readInt32();
    }
    field = 'brokers';
    const brokers: Decoded<MetadataResponseMetadataResponseBroker>[] = [];
    const brokersLength = flexible ? reader.readCompactArrayLength(10) : reader.readArrayLength(10);
    for (index = 0; index < brokersLength; index++) brokers.push(readMetadataResponseMetadataResponseBroker(reader, version));
    index = -1;
    let clusterId: string | null = null;
    if (version >= 2) {
      field = 'clusterId';
      clusterId = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    }
    let controllerId: number = -1;
    if (version >= 1) {
      field = 'controllerId';
      controllerId = reader.readInt32();
    }
    field = 'topics';
    const topics: Decoded<MetadataResponseMetadataResponseTopic>[] = [];
    const topicsLength = flexible ? reader.readCompactArrayLength(8) : reader.readArrayLength(8);
    for (index = 0; index < topicsLength; index++) topics.push(readMetadataResponseMetadataResponseTopic(reader, version));
    index = -1;
    let clusterAuthorizedOperations: number = -2147483648;
    if (version >= 8 && version <= 10) {
      field = 'clusterAuthorizedOperations';
      clusterAuthorizedOperations = reader.readInt32();
    }
    let errorCode: number = 0;
    if (version === 13) {
      field = 'errorCode';
      errorCode = reader.readInt16();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, brokers, clusterId, controllerId, topics, clusterAuthorizedOperations, errorCode, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readMetadataResponseMetadataResponseTopic(reader: Reader, version: number): Decoded<MetadataResponseMetadataResponseTopic> {
  const flexible = version >= 9;
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'name';
    const name = flexible ? (version >= 12 ? reader.readCompactNullableString() : reader.readCompactString()) : reader.readString();
    let topicId: string = ZERO_UUID;
    if (version >= 10) {
      field = 'topicId';
      topicId = reader.readUuid();
    }
    let isInternal: boolean = false;
    if (version >= 1) {
      field = 'isInternal';
      isInternal = reader.readBoolean();
    }
    field = 'partitions';
    const partitions: Decoded<MetadataResponseMetadataResponsePartition>[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(18) : reader.readArrayLength(18);
    for (index = 0; index < partitionsLength; index++) partitions.push(readMetadataResponseMetadataResponsePartition(reader, version));
    index = -1;
    let topicAuthorizedOperations: number = -2147483648;
    if (version >= 8) {
      field = 'topicAuthorizedOperations';
      topicAuthorizedOperations = reader.readInt32();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { errorCode, name, topicId, isInternal, partitions, topicAuthorizedOperations, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readMetadataResponseMetadataResponsePartition(reader: Reader, version: number): Decoded<MetadataResponseMetadataResponsePartition> {
  const flexible = version >= 9;
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'leaderId';
    const leaderId = reader.readInt32();
    let leaderEpoch: number = -1;
    if (version >= 7) {
      field = 'leaderEpoch';
      leaderEpoch = reader.readInt32();
    }
    field = 'replicaNodes';
    const replicaNodes: number[] = [];
    const replicaNodesLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
    for (index = 0; index < replicaNodesLength; index++) replicaNodes.push(reader.readInt32());
    index = -1;
    field = 'isrNodes';
    const isrNodes: number[] = [];
    const isrNodesLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
    for (index = 0; index < isrNodesLength; index++) isrNodes.push(reader.readInt32());
    index = -1;
    const offlineReplicas: number[] = [];
    if (version >= 5) {
      field = 'offlineReplicas';
      const offlineReplicasLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
      for (index = 0; index < offlineReplicasLength; index++) offlineReplicas.push(reader.readInt32());
      index = -1;
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { errorCode, partitionIndex, leaderId, leaderEpoch, replicaNodes, isrNodes, offlineReplicas, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readMetadataResponseMetadataResponseBroker(reader: Reader, version: number): Decoded<MetadataResponseMetadataResponseBroker> {
  const flexible = version >= 9;
  let field = '';
  try {
    field = 'nodeId';
    const nodeId = reader.readInt32();
    field = 'host';
    const host = flexible ? reader.readCompactString() : reader.readString();
    field = 'port';
    const port = reader.readInt32();
    let rack: string | null = null;
    if (version >= 1) {
      field = 'rack';
      rack = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { nodeId, host, port, rack, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeMetadataResponse(writer: Writer, message: MetadataResponse, version: number): void {
  const flexible = version >= 9;
  let field = '';
  let index = -1;
  try {
    if (version >= 3) {
      field = 'throttleTimeMs';
      const throttleTimeMs = message.throttleTimeMs === undefined ? 0 : message.throttleTimeMs;
      writer.writeInt32(throttleTimeMs);
    }
    field = 'brokers';
    const brokers = message.brokers;
    if (flexible) writer.writeUnsignedVarint(brokers.length + 1); else writer.writeInt32(brokers.length);
    for (index = 0; index < brokers.length; index++) {
      const brokersItem = brokers[index];
      if (brokersItem === undefined) throw unexpectedNull(version);
      writeMetadataResponseMetadataResponseBroker(writer, brokersItem, version);
    }
    index = -1;
    if (version >= 2) {
      field = 'clusterId';
      const clusterId = message.clusterId === undefined ? null : message.clusterId;
      if (flexible) writer.writeCompactNullableString(clusterId); else writer.writeNullableString(clusterId);
    }
    if (version >= 1) {
      field = 'controllerId';
      const controllerId = message.controllerId === undefined ? -1 : message.controllerId;
      writer.writeInt32(controllerId);
    }
    field = 'topics';
    const topics = message.topics;
    if (flexible) writer.writeUnsignedVarint(topics.length + 1); else writer.writeInt32(topics.length);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeMetadataResponseMetadataResponseTopic(writer, topicsItem, version);
    }
    index = -1;
    field = 'clusterAuthorizedOperations';
    const clusterAuthorizedOperations = message.clusterAuthorizedOperations === undefined ? -2147483648 : message.clusterAuthorizedOperations;
    if (version >= 8 && version <= 10) {
      writer.writeInt32(clusterAuthorizedOperations);
    } else if (clusterAuthorizedOperations !== -2147483648) {
      throw unsupportedField(version);
    }
    if (version === 13) {
      field = 'errorCode';
      const errorCode = message.errorCode === undefined ? 0 : message.errorCode;
      writer.writeInt16(errorCode);
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

function writeMetadataResponseMetadataResponseTopic(writer: Writer, message: MetadataResponseMetadataResponseTopic, version: number): void {
  const flexible = version >= 9;
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'name';
    const name = message.name;
    if (version >= 12) {
      if (flexible) writer.writeCompactNullableString(name); else writer.writeNullableString(name);
    } else {
      if (name === null) throw unexpectedNull(version);
      if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    }
    if (version >= 10) {
      field = 'topicId';
      const topicId = message.topicId === undefined ? ZERO_UUID : message.topicId;
      writer.writeUuid(topicId);
    }
    if (version >= 1) {
      field = 'isInternal';
      const isInternal = message.isInternal === undefined ? false : message.isInternal;
      writer.writeBoolean(isInternal);
    }
    field = 'partitions';
    const partitions = message.partitions;
    if (flexible) writer.writeUnsignedVarint(partitions.length + 1); else writer.writeInt32(partitions.length);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeMetadataResponseMetadataResponsePartition(writer, partitionsItem, version);
    }
    index = -1;
    field = 'topicAuthorizedOperations';
    const topicAuthorizedOperations = message.topicAuthorizedOperations === undefined ? -2147483648 : message.topicAuthorizedOperations;
    if (version >= 8) {
      writer.writeInt32(topicAuthorizedOperations);
    } else if (topicAuthorizedOperations !== -2147483648) {
      throw unsupportedField(version);
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

function writeMetadataResponseMetadataResponsePartition(writer: Writer, message: MetadataResponseMetadataResponsePartition, version: number): void {
  const flexible = version >= 9;
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'leaderId';
    const leaderId = message.leaderId;
    writer.writeInt32(leaderId);
    if (version >= 7) {
      field = 'leaderEpoch';
      const leaderEpoch = message.leaderEpoch === undefined ? -1 : message.leaderEpoch;
      writer.writeInt32(leaderEpoch);
    }
    field = 'replicaNodes';
    const replicaNodes = message.replicaNodes;
    if (flexible) writer.writeUnsignedVarint(replicaNodes.length + 1); else writer.writeInt32(replicaNodes.length);
    for (index = 0; index < replicaNodes.length; index++) {
      const replicaNodesItem = replicaNodes[index];
      if (replicaNodesItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(replicaNodesItem);
    }
    index = -1;
    field = 'isrNodes';
    const isrNodes = message.isrNodes;
    if (flexible) writer.writeUnsignedVarint(isrNodes.length + 1); else writer.writeInt32(isrNodes.length);
    for (index = 0; index < isrNodes.length; index++) {
      const isrNodesItem = isrNodes[index];
      if (isrNodesItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(isrNodesItem);
    }
    index = -1;
    if (version >= 5) {
      field = 'offlineReplicas';
      const offlineReplicas = message.offlineReplicas === undefined ? [] : message.offlineReplicas;
      if (flexible) writer.writeUnsignedVarint(offlineReplicas.length + 1); else writer.writeInt32(offlineReplicas.length);
      for (index = 0; index < offlineReplicas.length; index++) {
        const offlineReplicasItem = offlineReplicas[index];
        if (offlineReplicasItem === undefined) throw unexpectedNull(version);
        writer.writeInt32(offlineReplicasItem);
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

function writeMetadataResponseMetadataResponseBroker(writer: Writer, message: MetadataResponseMetadataResponseBroker, version: number): void {
  const flexible = version >= 9;
  let field = '';
  try {
    field = 'nodeId';
    const nodeId = message.nodeId;
    writer.writeInt32(nodeId);
    field = 'host';
    const host = message.host;
    if (flexible) writer.writeCompactString(host); else writer.writeString(host);
    field = 'port';
    const port = message.port;
    writer.writeInt32(port);
    if (version >= 1) {
      field = 'rack';
      const rack = message.rack === undefined ? null : message.rack;
      if (flexible) writer.writeCompactNullableString(rack); else writer.writeNullableString(rack);
    }
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
