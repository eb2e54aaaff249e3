// Generated from definitions/share-fetch.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import type { Records } from '../external-records.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** ShareFetchRequest, versions 1-2. */
export interface ShareFetchRequest {
  /** Id of the group. Default null. */
  groupId?: string | null | undefined;
  /** Id of the member. */
  memberId: string | null;
  /** Epoch of the share session; 0 opens one, -1 closes it. */
  shareSessionEpoch: number;
  /** Longest wait for enough bytes. */
  maxWaitMs: number;
  /** Fewest bytes worth an answer before the wait is over. */
  minBytes: number;
  /** Most bytes to return; the first batch comes whole even so. Default 2147483647. */
  maxBytes?: number | undefined;
  /** Most records to acquire. */
  maxRecords: number;
  /** Wished number of records per acquired batch. */
  batchSize: number;
  /** 0 may return whole batches past maxRecords, 1 is strict. Versions 2+. Default 0. */
  shareAcquireMode?: number | undefined;
  /** Whether some acknowledgements renew the lock. Versions 2+. Default false. */
  isRenewAck?: boolean | undefined;
  /** Topics, one entry each. */
  topics: ShareFetchRequestFetchTopic[];
  /** Partitions to drop from the session. */
  forgottenTopicsData: ShareFetchRequestForgottenTopic[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareFetchRequestForgottenTopic {
  /** Id of the topic. */
  topicId: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareFetchRequestFetchTopic {
  /** Id of the topic. */
  topicId: string;
  /** Partitions of the topic, one entry each. */
  partitions: ShareFetchRequestFetchPartition[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareFetchRequestFetchPartition {
  /** Index of the partition. */
  partitionIndex: number;
  /** Most bytes to return for this partition. Versions 0. */
  partitionMaxBytes?: number | undefined;
  /** Ranges of offsets and how they are acknowledged. */
  acknowledgementBatches: ShareFetchRequestAcknowledgementBatch[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareFetchRequestAcknowledgementBatch {
  /** First offset of the range. */
  firstOffset: number;
  /** Last offset of the range, inclusive. */
  lastOffset: number;
  /** One per offset: 0 gap, 1 accept, 2 release, 3 reject, 4 renew; a single one stands for all. */
  acknowledgeTypes: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const shareFetchRequest: MessageCodec<ShareFetchRequest> = messageCodec<ShareFetchRequest>(
  {
    name: 'ShareFetchRequest',
    kind: 'request',
    apiKey: 78,
    minVersion: 1,
    maxVersion: 2,
    flexibleVersion: 0,
  },
  readShareFetchRequest,
  writeShareFetchRequest,
);

function readShareFetchRequest(reader: Reader, version: number): Decoded<ShareFetchRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = reader.readCompactNullableString();
    field = 'memberId';
    const memberId = reader.readCompactNullableString();
    field = 'shareSessionEpoch';
    const shareSessionEpoch = reader.readInt32();
    field = 'maxWaitMs';
    const maxWaitMs = reader.readInt32();
    field = 'minBytes';
    const minBytes = reader.readInt32();
    field = 'maxBytes';
    const maxBytes = reader.readInt32();
    field = 'maxRecords';
    const maxRecords = reader.readInt32();
    field = 'batchSize';
    const batchSize = reader.readInt32();
    let shareAcquireMode: number = 0;
    if (version === 2) {
      field = 'shareAcquireMode';
      shareAcquireMode = reader.readInt8();
    }
    let isRenewAck: boolean = false;
    if (version === 2) {
      field = 'isRenewAck';
      isRenewAck = reader.readBoolean();
    }
    field = 'topics';
    const topics: Decoded<ShareFetchRequestFetchTopic>[] = [];
    const topicsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < topicsLength; index++) topics.push(readShareFetchRequestFetchTopic(reader, version));
    index = -1;
    field = 'forgottenTopicsData';
    const forgottenTopicsData: Decoded<ShareFetchRequestForgottenTopic>[] = [];
    const forgottenTopicsDataLength = reader.readCompactArrayLength(18);
    for (index = 0; index < forgottenTopicsDataLength; index++) forgottenTopicsData.push(readShareFetchRequestForgottenTopic(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { groupId, memberId, shareSessionEpoch, maxWaitMs, minBytes, maxBytes, maxRecords, batchSize, shareAcquireMode, isRenewAck, topics, forgottenTopicsData, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareFetchRequestForgottenTopic(reader: Reader, _version: number): Decoded<ShareFetchRequestForgottenTopic> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: number[] = [];
    const partitionsLength = reader.readCompactArrayLength(4);
    for (index = 0; index < partitionsLength; index++) partitions.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareFetchRequestFetchTopic(reader: Reader, version: number): Decoded<ShareFetchRequestFetchTopic> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: Decoded<ShareFetchRequestFetchPartition>[] = [];
    const partitionsLength = reader.readCompactArrayLength(6);
    for (index = 0; index < partitionsLength; index++) partitions.push(readShareFetchRequestFetchPartition(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareFetchRequestFetchPartition(reader: Reader, version: number): Decoded<ShareFetchRequestFetchPartition> {
  let field = '';
  let index = -1;
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'acknowledgementBatches';
    const acknowledgementBatches: Decoded<ShareFetchRequestAcknowledgementBatch>[] = [];
    const acknowledgementBatchesLength = reader.readCompactArrayLength(18);
    for (index = 0; index < acknowledgementBatchesLength; index++) acknowledgementBatches.push(readShareFetchRequestAcknowledgementBatch(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partitionIndex, partitionMaxBytes: 0, acknowledgementBatches, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareFetchRequestAcknowledgementBatch(reader: Reader, _version: number): Decoded<ShareFetchRequestAcknowledgementBatch> {
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

function writeShareFetchRequest(writer: Writer, message: ShareFetchRequest, version: number): void {
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
    field = 'maxWaitMs';
    const maxWaitMs = message.maxWaitMs;
    writer.writeInt32(maxWaitMs);
    field = 'minBytes';
    const minBytes = message.minBytes;
    writer.writeInt32(minBytes);
    field = 'maxBytes';
    const maxBytes = message.maxBytes === undefined ? 2147483647 : message.maxBytes;
    writer.writeInt32(maxBytes);
    field = 'maxRecords';
    const maxRecords = message.maxRecords;
    writer.writeInt32(maxRecords);
    field = 'batchSize';
    const batchSize = message.batchSize;
    writer.writeInt32(batchSize);
    if (version === 2) {
      field = 'shareAcquireMode';
      const shareAcquireMode = message.shareAcquireMode === undefined ? 0 : message.shareAcquireMode;
      writer.writeInt8(shareAcquireMode);
    }
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
      writeShareFetchRequestFetchTopic(writer, topicsItem, version);
    }
    index = -1;
    field = 'forgottenTopicsData';
    const forgottenTopicsData = message.forgottenTopicsData;
    writer.writeUnsignedVarint(forgottenTopicsData.length + 1);
    for (index = 0; index < forgottenTopicsData.length; index++) {
      const forgottenTopicsDataItem = forgottenTopicsData[index];
      if (forgottenTopicsDataItem === undefined) throw unexpectedNull(version);
      writeShareFetchRequestForgottenTopic(writer, forgottenTopicsDataItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareFetchRequestForgottenTopic(writer: Writer, message: ShareFetchRequestForgottenTopic, version: number): void {
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
      writer.writeInt32(partitionsItem);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareFetchRequestFetchTopic(writer: Writer, message: ShareFetchRequestFetchTopic, version: number): void {
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
      writeShareFetchRequestFetchPartition(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareFetchRequestFetchPartition(writer: Writer, message: ShareFetchRequestFetchPartition, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'partitionMaxBytes';
    const partitionMaxBytes = message.partitionMaxBytes === undefined ? 0 : message.partitionMaxBytes;
    if (partitionMaxBytes !== 0) throw unsupportedField(version);
    field = 'acknowledgementBatches';
    const acknowledgementBatches = message.acknowledgementBatches;
    writer.writeUnsignedVarint(acknowledgementBatches.length + 1);
    for (index = 0; index < acknowledgementBatches.length; index++) {
      const acknowledgementBatchesItem = acknowledgementBatches[index];
      if (acknowledgementBatchesItem === undefined) throw unexpectedNull(version);
      writeShareFetchRequestAcknowledgementBatch(writer, acknowledgementBatchesItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareFetchRequestAcknowledgementBatch(writer: Writer, message: ShareFetchRequestAcknowledgementBatch, version: number): void {
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

/** ShareFetchResponse, versions 1-2. */
export interface ShareFetchResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** How long records stay locked for the member. */
  acquisitionLockTimeoutMs: number;
  /** One answer per topic or resource. */
  responses: ShareFetchResponseShareFetchableTopicResponse[];
  /** Where the leaders named above can be reached. */
  nodeEndpoints: ShareFetchResponseNodeEndpoint[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareFetchResponseNodeEndpoint {
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

export interface ShareFetchResponseShareFetchableTopicResponse {
  /** Id of the topic. */
  topicId: string;
  /** Partitions of the topic, one entry each. */
  partitions: ShareFetchResponsePartitionData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareFetchResponsePartitionData {
  /** Index of the partition. */
  partitionIndex: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** What became of the acknowledgements sent along. */
  acknowledgeErrorCode: number;
  /** The same in words; null for none. Default null. */
  acknowledgeErrorMessage?: string | null | undefined;
  /** The leader as the answering broker knows it. */
  currentLeader: ShareFetchResponseLeaderIdAndEpoch;
  /** Record batches. */
  records: Records | null;
  /** Ranges of records now locked for this member. */
  acquiredRecords: ShareFetchResponseAcquiredRecords[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareFetchResponseAcquiredRecords {
  /** First offset of the range. */
  firstOffset: number;
  /** Last offset of the range, inclusive. */
  lastOffset: number;
  /** How often the records were delivered. */
  deliveryCount: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ShareFetchResponseLeaderIdAndEpoch {
  /** Id of the leader; -1 for unknown. */
  leaderId: number;
  /** Epoch of the leader. */
  leaderEpoch: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const shareFetchResponse: MessageCodec<ShareFetchResponse> = messageCodec<ShareFetchResponse>(
  {
    name: 'ShareFetchResponse',
    kind: 'response',
    apiKey: 78,
    minVersion: 1,
    maxVersion: 2,
    flexibleVersion: 0,
  },
  readShareFetchResponse,
  writeShareFetchResponse,
);

function readShareFetchResponse(reader: Reader, version: number): Decoded<ShareFetchResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'acquisitionLockTimeoutMs';
    const acquisitionLockTimeoutMs = reader.readInt32();
    field = 'responses';
    const responses: Decoded<ShareFetchResponseShareFetchableTopicResponse>[] = [];
    const responsesLength = reader.readCompactArrayLength(18);
    for (index = 0; index < responsesLength; index++) responses.push(readShareFetchResponseShareFetchableTopicResponse(reader, version));
    index = -1;
    field = 'nodeEndpoints';
    const nodeEndpoints: Decoded<ShareFetchResponseNodeEndpoint>[] = [];
    const nodeEndpointsLength = reader.readCompactArrayLength(11);
    for (index = 0; index < nodeEndpointsLength; index++) nodeEndpoints.push(readShareFetchResponseNodeEndpoint(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, errorMessage, acquisitionLockTimeoutMs, responses, nodeEndpoints, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareFetchResponseNodeEndpoint(reader: Reader, _version: number): Decoded<ShareFetchResponseNodeEndpoint> {
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

function readShareFetchResponseShareFetchableTopicResponse(reader: Reader, version: number): Decoded<ShareFetchResponseShareFetchableTopicResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: Decoded<ShareFetchResponsePartitionData>[] = [];
    const partitionsLength = reader.readCompactArrayLength(22);
    for (index = 0; index < partitionsLength; index++) partitions.push(readShareFetchResponsePartitionData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareFetchResponsePartitionData(reader: Reader, version: number): Decoded<ShareFetchResponsePartitionData> {
  let field = '';
  let index = -1;
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'acknowledgeErrorCode';
    const acknowledgeErrorCode = reader.readInt16();
    field = 'acknowledgeErrorMessage';
    const acknowledgeErrorMessage = reader.readCompactNullableString();
    field = 'currentLeader';
    let currentLeader: Decoded<ShareFetchResponseLeaderIdAndEpoch>;
    currentLeader = readShareFetchResponseLeaderIdAndEpoch(reader, version);
    field = 'records';
    const records = reader.readCompactBytes();
    field = 'acquiredRecords';
    const acquiredRecords: Decoded<ShareFetchResponseAcquiredRecords>[] = [];
    const acquiredRecordsLength = reader.readCompactArrayLength(19);
    for (index = 0; index < acquiredRecordsLength; index++) acquiredRecords.push(readShareFetchResponseAcquiredRecords(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partitionIndex, errorCode, errorMessage, acknowledgeErrorCode, acknowledgeErrorMessage, currentLeader, records, acquiredRecords, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readShareFetchResponseAcquiredRecords(reader: Reader, _version: number): Decoded<ShareFetchResponseAcquiredRecords> {
  let field = '';
  try {
    field = 'firstOffset';
    const firstOffset = reader.readInt64();
    field = 'lastOffset';
    const lastOffset = reader.readInt64();
    field = 'deliveryCount';
    const deliveryCount = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { firstOffset, lastOffset, deliveryCount, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readShareFetchResponseLeaderIdAndEpoch(reader: Reader, _version: number): Decoded<ShareFetchResponseLeaderIdAndEpoch> {
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

function writeShareFetchResponse(writer: Writer, message: ShareFetchResponse, version: number): void {
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
    field = 'acquisitionLockTimeoutMs';
    const acquisitionLockTimeoutMs = message.acquisitionLockTimeoutMs;
    writer.writeInt32(acquisitionLockTimeoutMs);
    field = 'responses';
    const responses = message.responses;
    writer.writeUnsignedVarint(responses.length + 1);
    for (index = 0; index < responses.length; index++) {
      const responsesItem = responses[index];
      if (responsesItem === undefined) throw unexpectedNull(version);
      writeShareFetchResponseShareFetchableTopicResponse(writer, responsesItem, version);
    }
    index = -1;
    field = 'nodeEndpoints';
    const nodeEndpoints = message.nodeEndpoints;
    writer.writeUnsignedVarint(nodeEndpoints.length + 1);
    for (index = 0; index < nodeEndpoints.length; index++) {
      const nodeEndpointsItem = nodeEndpoints[index];
      if (nodeEndpointsItem === undefined) throw unexpectedNull(version);
      writeShareFetchResponseNodeEndpoint(writer, nodeEndpointsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareFetchResponseNodeEndpoint(writer: Writer, message: ShareFetchResponseNodeEndpoint, _version: number): void {
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

function writeShareFetchResponseShareFetchableTopicResponse(writer: Writer, message: ShareFetchResponseShareFetchableTopicResponse, version: number): void {
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
      writeShareFetchResponsePartitionData(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareFetchResponsePartitionData(writer: Writer, message: ShareFetchResponsePartitionData, version: number): void {
  let field = '';
  let index = -1;
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
    field = 'acknowledgeErrorCode';
    const acknowledgeErrorCode = message.acknowledgeErrorCode;
    writer.writeInt16(acknowledgeErrorCode);
    field = 'acknowledgeErrorMessage';
    const acknowledgeErrorMessage = message.acknowledgeErrorMessage === undefined ? null : message.acknowledgeErrorMessage;
    writer.writeCompactNullableString(acknowledgeErrorMessage);
    field = 'currentLeader';
    const currentLeader = message.currentLeader;
    writeShareFetchResponseLeaderIdAndEpoch(writer, currentLeader, version);
    field = 'records';
    const records = message.records;
    if (records === null) throw unexpectedNull(version);
    writer.writeCompactRecords(records);
    field = 'acquiredRecords';
    const acquiredRecords = message.acquiredRecords;
    writer.writeUnsignedVarint(acquiredRecords.length + 1);
    for (index = 0; index < acquiredRecords.length; index++) {
      const acquiredRecordsItem = acquiredRecords[index];
      if (acquiredRecordsItem === undefined) throw unexpectedNull(version);
      writeShareFetchResponseAcquiredRecords(writer, acquiredRecordsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeShareFetchResponseAcquiredRecords(writer: Writer, message: ShareFetchResponseAcquiredRecords, _version: number): void {
  let field = '';
  try {
    field = 'firstOffset';
    const firstOffset = message.firstOffset;
    writer.writeInt64(firstOffset);
    field = 'lastOffset';
    const lastOffset = message.lastOffset;
    writer.writeInt64(lastOffset);
    field = 'deliveryCount';
    const deliveryCount = message.deliveryCount;
    writer.writeInt16(deliveryCount);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeShareFetchResponseLeaderIdAndEpoch(writer: Writer, message: ShareFetchResponseLeaderIdAndEpoch, _version: number): void {
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
