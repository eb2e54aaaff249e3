// Generated from definitions/share-acknowledge.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** ShareAcknowledgeRequest, versions 1-2. */
export interface ShareAcknowledgeRequest {
  /** Id of the group. Default null. */
  groupId?: string | null | undefined;
  /** Id of the member. */
  memberId: string | null;
  /** Epoch of the share session; 0 opens one, -1 closes it. */
  shareSessionEpoch: number;
  /** Whether some acknowledgements renew the lock. Versions 2+. Default false. */
  isRenewAck?: boolean | undefined;
  /** Topics, one entry each. */
  topics: ShareAcknowledgeRequestAcknowledgeTopic[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareAcknowledgeRequestAcknowledgeTopic {
  /** Id of the topic. */
  topicId: string;
  /** Partitions of the topic, one entry each. */
  partitions: ShareAcknowledgeRequestAcknowledgePartition[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareAcknowledgeRequestAcknowledgePartition {
  /** Index of the partition. */
  partitionIndex: number;
  /** Ranges of offsets and how they are acknowledged. */
  acknowledgementBatches: ShareAcknowledgeRequestAcknowledgementBatch[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareAcknowledgeRequestAcknowledgementBatch {
  /** First offset of the range. */
  firstOffset: number;
  /** Last offset of the range, inclusive. */
  lastOffset: number;
  /** One per offset: 0 gap, 1 accept, 2 release, 3 reject, 4 renew; a single one stands for all. */
  acknowledgeTypes: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const shareAcknowledgeRequest: MessageCodec<ShareAcknowledgeRequest> = messageCodec<ShareAcknowledgeRequest>(
  {
    name: 'ShareAcknowledgeRequest',
    kind: 'request',
    apiKey: 79,
    minVersion: 1,
    maxVersion: 2,
    flexibleVersion: 0,
  },
  readShareAcknowledgeRequest,
  writeShareAcknowledgeRequest,
);

function readShareAcknowledgeRequest(reader: Reader, version: number): Decoded<ShareAcknowledgeRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = reader.readCompactNullableString();
    field = 'memberId';
    const memberId = reader.readCompactNullableString();
    field = 'shareSessionEpoch';
    const shareSessionEpoch = reader.readInt32();
    let isRenewAck: boolean = false;
    if (version === 2) {
      field = 'isRenewAck';
      isRenewAck = reader.readBoolean();
    }
    field = 'topics';
    const topics: Decoded<ShareAcknowledgeRequestAcknowledgeTopic>[] = [];
    const topicsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < topicsLength; index++) topics.push(readShareAcknowledgeRequestAcknowledgeTopic(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { groupId, memberId, shareSessionEpoch, isRenewAck, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareAcknowledgeRequestAcknowledgeTopic(reader: Reader, version: number): Decoded<ShareAcknowledgeRequestAcknowledgeTopic> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: Decoded<ShareAcknowledgeRequestAcknowledgePartition>[] = [];
    const partitionsLength = reader.readCompactArrayLength(6);
    for (index = 0; index < partitionsLength; index++) partitions.push(readShareAcknowledgeRequestAcknowledgePartition(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareAcknowledgeRequestAcknowledgePartition(reader: Reader, version: number): Decoded<ShareAcknowledgeRequestAcknowledgePartition> {
  let field = '';
  let index = -1;
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'acknowledgementBatches';
    const acknowledgementBatches: Decoded<ShareAcknowledgeRequestAcknowledgementBatch>[] = [];
    const acknowledgementBatchesLength = reader.readCompactArrayLength(18);
    for (index = 0; index < acknowledgementBatchesLength; index++) acknowledgementBatches.push(readShareAcknowledgeRequestAcknowledgementBatch(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partitionIndex, acknowledgementBatches, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareAcknowledgeRequestAcknowledgementBatch(reader: Reader, _version: number): Decoded<ShareAcknowledgeRequestAcknowledgementBatch> {
  let field = '';
  let index = -1;
  try {
    field = 'firstOffset';
    const firstOffset = reader.readInt64();
    field = 'lastOffset';
    const lastOffset = reader.readInt64();
    field = 'acknowledgeTypes';
    const acknowledgeTypes: number[] = [];
    const acknowledgeTypesLength = reader.readCompactArrayLength(1);
    for (index = 0; index < acknowledgeTypesLength; index++) acknowledgeTypes.push(reader.readInt8());
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { firstOffset, lastOffset, acknowledgeTypes, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareAcknowledgeRequest(writer: Writer, message: ShareAcknowledgeRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = message.groupId === undefined ? null : message.groupId;
    writer.writeCompactNullableString(groupId);
    field = 'memberId';
    const memberId = message.memberId;
    writer.writeCompactNullableString(memberId);
    field = 'shareSessionEpoch';
    const shareSessionEpoch = message.shareSessionEpoch;
    writer.writeInt32(shareSessionEpoch);
    field = 'isRenewAck';
    const isRenewAck = message.isRenewAck === undefined ? false : message.isRenewAck;
    if (version === 2) {
      writer.writeBoolean(isRenewAck);
    } else if (isRenewAck !== false) {
      throw unsupportedField(version);
    }
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeShareAcknowledgeRequestAcknowledgeTopic(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareAcknowledgeRequestAcknowledgeTopic(writer: Writer, message: ShareAcknowledgeRequestAcknowledgeTopic, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = message.topicId;
    writer.writeUuid(topicId);
    field = 'partitions';
    const partitions = message.partitions;
    writer.writeUnsignedVarint(partitions.length + 1);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeShareAcknowledgeRequestAcknowledgePartition(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareAcknowledgeRequestAcknowledgePartition(writer: Writer, message: ShareAcknowledgeRequestAcknowledgePartition, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'acknowledgementBatches';
    const acknowledgementBatches = message.acknowledgementBatches;
    writer.writeUnsignedVarint(acknowledgementBatches.length + 1);
    for (index = 0; index < acknowledgementBatches.length; index++) {
      const acknowledgementBatchesItem = acknowledgementBatches[index];
      if (acknowledgementBatchesItem === undefined) throw unexpectedNull(version);
      writeShareAcknowledgeRequestAcknowledgementBatch(writer, acknowledgementBatchesItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareAcknowledgeRequestAcknowledgementBatch(writer: Writer, message: ShareAcknowledgeRequestAcknowledgementBatch, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'firstOffset';
    const firstOffset = message.firstOffset;
    writer.writeInt64(firstOffset);
    field = 'lastOffset';
    const lastOffset = message.lastOffset;
    writer.writeInt64(lastOffset);
    field = 'acknowledgeTypes';
    const acknowledgeTypes = message.acknowledgeTypes;
    writer.writeUnsignedVarint(acknowledgeTypes.length + 1);
    for (index = 0; index < acknowledgeTypes.length; index++) {
      const acknowledgeTypesItem = acknowledgeTypes[index];
      if (acknowledgeTypesItem === undefined) throw unexpectedNull(version);
      writer.writeInt8(acknowledgeTypesItem);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

/** ShareAcknowledgeResponse, versions 1-2. */
export interface ShareAcknowledgeResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** How long records stay locked for the member. Versions 2+. */
  acquisitionLockTimeoutMs?: number | undefined;
  /** One answer per topic or resource. */
  responses: ShareAcknowledgeResponseShareAcknowledgeTopicResponse[];
  /** Where the leaders named above can be reached. */
  nodeEndpoints: ShareAcknowledgeResponseNodeEndpoint[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareAcknowledgeResponseNodeEndpoint {
  /** Id of the node. */
  nodeId: number;
  /** Host name or address. */
  host: string;
  /** TCP port. */
  port: number;
  /** Rack of the node; null for none. Default null. */
  rack?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareAcknowledgeResponseShareAcknowledgeTopicResponse {
  /** Id of the topic. */
  topicId: string;
  /** Partitions of the topic, one entry each. */
  partitions: ShareAcknowledgeResponsePartitionData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareAcknowledgeResponsePartitionData {
  /** Index of the partition. */
  partitionIndex: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** The leader as the answering broker knows it. */
  currentLeader: ShareAcknowledgeResponseLeaderIdAndEpoch;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareAcknowledgeResponseLeaderIdAndEpoch {
  /** Id of the leader; -1 for unknown. */
  leaderId: number;
  /** Epoch of the leader. */
  leaderEpoch: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const shareAcknowledgeResponse: MessageCodec<ShareAcknowledgeResponse> = messageCodec<ShareAcknowledgeResponse>(
  {
    name: 'ShareAcknowledgeResponse',
    kind: 'response',
    apiKey: 79,
    minVersion: 1,
    maxVersion: 2,
    flexibleVersion: 0,
  },
  readShareAcknowledgeResponse,
  writeShareAcknowledgeResponse,
);

function readShareAcknowledgeResponse(reader: Reader, version: number): Decoded<ShareAcknowledgeResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    let acquisitionLockTimeoutMs: number = 0;
    if (version === 2) {
      field = 'acquisitionLockTimeoutMs';
      acquisitionLockTimeoutMs = reader.readInt32();
    }
    field = 'responses';
    const responses: Decoded<ShareAcknowledgeResponseShareAcknowledgeTopicResponse>[] = [];
    const responsesLength = reader.readCompactArrayLength(18);
    for (index = 0; index < responsesLength; index++) responses.push(readShareAcknowledgeResponseShareAcknowledgeTopicResponse(reader, version));
    index = -1;
    field = 'nodeEndpoints';
    const nodeEndpoints: Decoded<ShareAcknowledgeResponseNodeEndpoint>[] = [];
    const nodeEndpointsLength = reader.readCompactArrayLength(11);
    for (index = 0; index < nodeEndpointsLength; index++) nodeEndpoints.push(readShareAcknowledgeResponseNodeEndpoint(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, errorMessage, acquisitionLockTimeoutMs, responses, nodeEndpoints, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareAcknowledgeResponseNodeEndpoint(reader: Reader, _version: number): Decoded<ShareAcknowledgeResponseNodeEndpoint> {
  let field = '';
  try {
    field = 'nodeId';
    const nodeId = reader.readInt32();
    field = 'host';
    const host = reader.readCompactString();
    field = 'port';
    const port = reader.readInt32();
    field = 'rack';
    const rack = reader.readCompactNullableString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { nodeId, host, port, rack, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readShareAcknowledgeResponseShareAcknowledgeTopicResponse(reader: Reader, version: number): Decoded<ShareAcknowledgeResponseShareAcknowledgeTopicResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: Decoded<ShareAcknowledgeResponsePartitionData>[] = [];
    const partitionsLength = reader.readCompactArrayLength(17);
    for (index = 0; index < partitionsLength; index++) partitions.push(readShareAcknowledgeResponsePartitionData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareAcknowledgeResponsePartitionData(reader: Reader, version: number): Decoded<ShareAcknowledgeResponsePartitionData> {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'currentLeader';
    let currentLeader: Decoded<ShareAcknowledgeResponseLeaderIdAndEpoch>;
    currentLeader = readShareAcknowledgeResponseLeaderIdAndEpoch(reader, version);
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partitionIndex, errorCode, errorMessage, currentLeader, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readShareAcknowledgeResponseLeaderIdAndEpoch(reader: Reader, _version: number): Decoded<ShareAcknowledgeResponseLeaderIdAndEpoch> {
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

function writeShareAcknowledgeResponse(writer: Writer, message: ShareAcknowledgeResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage === undefined ? null : message.errorMessage;
    writer.writeCompactNullableString(errorMessage);
    if (version === 2) {
      field = 'acquisitionLockTimeoutMs';
      const acquisitionLockTimeoutMs = message.acquisitionLockTimeoutMs === undefined ? 0 : message.acquisitionLockTimeoutMs;
      writer.writeInt32(acquisitionLockTimeoutMs);
    }
    field = 'responses';
    const responses = message.responses;
    writer.writeUnsignedVarint(responses.length + 1);
    for (index = 0; index < responses.length; index++) {
      const responsesItem = responses[index];
      if (responsesItem === undefined) throw unexpectedNull(version);
      writeShareAcknowledgeResponseShareAcknowledgeTopicResponse(writer, responsesItem, version);
    }
    index = -1;
    field = 'nodeEndpoints';
    const nodeEndpoints = message.nodeEndpoints;
    writer.writeUnsignedVarint(nodeEndpoints.length + 1);
    for (index = 0; index < nodeEndpoints.length; index++) {
      const nodeEndpointsItem = nodeEndpoints[index];
      if (nodeEndpointsItem === undefined) throw unexpectedNull(version);
      writeShareAcknowledgeResponseNodeEndpoint(writer, nodeEndpointsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareAcknowledgeResponseNodeEndpoint(writer: Writer, message: ShareAcknowledgeResponseNodeEndpoint, _version: number): void {
  let field = '';
  try {
    field = 'nodeId';
    const nodeId = message.nodeId;
    writer.writeInt32(nodeId);
    field = 'host';
    const host = message.host;
    writer.writeCompactString(host);
    field = 'port';
    const port = message.port;
    writer.writeInt32(port);
    field = 'rack';
    const rack = message.rack === undefined ? null : message.rack;
    writer.writeCompactNullableString(rack);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeShareAcknowledgeResponseShareAcknowledgeTopicResponse(writer: Writer, message: ShareAcknowledgeResponseShareAcknowledgeTopicResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = message.topicId;
    writer.writeUuid(topicId);
    field = 'partitions';
    const partitions = message.partitions;
    writer.writeUnsignedVarint(partitions.length + 1);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeShareAcknowledgeResponsePartitionData(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareAcknowledgeResponsePartitionData(writer: Writer, message: ShareAcknowledgeResponsePartitionData, version: number): void {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage === undefined ? null : message.errorMessage;
    writer.writeCompactNullableString(errorMessage);
    field = 'currentLeader';
    const currentLeader = message.currentLeader;
    writeShareAcknowledgeResponseLeaderIdAndEpoch(writer, currentLeader, version);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeShareAcknowledgeResponseLeaderIdAndEpoch(writer: Writer, message: ShareAcknowledgeResponseLeaderIdAndEpoch, _version: number): void {
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
