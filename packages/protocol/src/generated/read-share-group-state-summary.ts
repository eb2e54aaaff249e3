// Generated from definitions/read-share-group-state-summary.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** ReadShareGroupStateSummaryRequest, versions 0-1. */
export interface ReadShareGroupStateSummaryRequest {
  /** Id of the group. */
  groupId: string;
  /** Topics, one entry each. */
  topics: ReadShareGroupStateSummaryRequestReadStateSummaryData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ReadShareGroupStateSummaryRequestReadStateSummaryData {
  /** Id of the topic. */
  topicId: string;
  /** Partitions of the topic, one entry each. */
  partitions: ReadShareGroupStateSummaryRequestPartitionData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ReadShareGroupStateSummaryRequestPartitionData {
  /** Index of the partition. */
  partition: number;
  /** Epoch of the leader. */
  leaderEpoch: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const readShareGroupStateSummaryRequest: MessageCodec<ReadShareGroupStateSummaryRequest> = messageCodec<ReadShareGroupStateSummaryRequest>(
  {
    name: 'ReadShareGroupStateSummaryRequest',
    kind: 'request',
    apiKey: 87,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readReadShareGroupStateSummaryRequest,
  writeReadShareGroupStateSummaryRequest,
);

function readReadShareGroupStateSummaryRequest(reader: Reader, version: number): Decoded<ReadShareGroupStateSummaryRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = reader.readCompactString();
    field = 'topics';
    const topics: Decoded<ReadShareGroupStateSummaryRequestReadStateSummaryData>[] = [];
    const topicsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < topicsLength; index++) topics.push(readReadShareGroupStateSummaryRequestReadStateSummaryData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { groupId, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readReadShareGroupStateSummaryRequestReadStateSummaryData(reader: Reader, version: number): Decoded<ReadShareGroupStateSummaryRequestReadStateSummaryData> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: Decoded<ReadShareGroupStateSummaryRequestPartitionData>[] = [];
    const partitionsLength = reader.readCompactArrayLength(9);
    for (index = 0; index < partitionsLength; index++) partitions.push(readReadShareGroupStateSummaryRequestPartitionData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readReadShareGroupStateSummaryRequestPartitionData(reader: Reader, _version: number): Decoded<ReadShareGroupStateSummaryRequestPartitionData> {
  let field = '';
  try {
    field = 'partition';
    const partition = reader.readInt32();
    field = 'leaderEpoch';
    const leaderEpoch = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partition, leaderEpoch, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeReadShareGroupStateSummaryRequest(writer: Writer, message: ReadShareGroupStateSummaryRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = message.groupId;
    writer.writeCompactString(groupId);
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeReadShareGroupStateSummaryRequestReadStateSummaryData(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeReadShareGroupStateSummaryRequestReadStateSummaryData(writer: Writer, message: ReadShareGroupStateSummaryRequestReadStateSummaryData, version: number): void {
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
      writeReadShareGroupStateSummaryRequestPartitionData(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeReadShareGroupStateSummaryRequestPartitionData(writer: Writer, message: ReadShareGroupStateSummaryRequestPartitionData, _version: number): void {
  let field = '';
  try {
    field = 'partition';
    const partition = message.partition;
    writer.writeInt32(partition);
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

/** ReadShareGroupStateSummaryResponse, versions 0-1. */
export interface ReadShareGroupStateSummaryResponse {
  /** One result per item asked for. */
  results: ReadShareGroupStateSummaryResponseReadStateSummaryResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ReadShareGroupStateSummaryResponseReadStateSummaryResult {
  /** Id of the topic. */
  topicId: string;
  /** Partitions of the topic, one entry each. */
  partitions: ReadShareGroupStateSummaryResponsePartitionResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ReadShareGroupStateSummaryResponsePartitionResult {
  /** Index of the partition. */
  partition: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** Epoch of the share state. */
  stateEpoch: number;
  /** Epoch of the leader. */
  leaderEpoch: number;
  /** First offset that still counts. */
  startOffset: number;
  /** Offsets past the start offset that are done with. Versions 1+. Default -1. */
  deliveryCompleteCount?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const readShareGroupStateSummaryResponse: MessageCodec<ReadShareGroupStateSummaryResponse> = messageCodec<ReadShareGroupStateSummaryResponse>(
  {
    name: 'ReadShareGroupStateSummaryResponse',
    kind: 'response',
    apiKey: 87,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readReadShareGroupStateSummaryResponse,
  writeReadShareGroupStateSummaryResponse,
);

function readReadShareGroupStateSummaryResponse(reader: Reader, version: number): Decoded<ReadShareGroupStateSummaryResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'results';
    const results: Decoded<ReadShareGroupStateSummaryResponseReadStateSummaryResult>[] = [];
    const resultsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < resultsLength; index++) results.push(readReadShareGroupStateSummaryResponseReadStateSummaryResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { results, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readReadShareGroupStateSummaryResponseReadStateSummaryResult(reader: Reader, version: number): Decoded<ReadShareGroupStateSummaryResponseReadStateSummaryResult> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: Decoded<ReadShareGroupStateSummaryResponsePartitionResult>[] = [];
    const partitionsLength = reader.readCompactArrayLength(24);
    for (index = 0; index < partitionsLength; index++) partitions.push(readReadShareGroupStateSummaryResponsePartitionResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readReadShareGroupStateSummaryResponsePartitionResult(reader: Reader, version: number): Decoded<ReadShareGroupStateSummaryResponsePartitionResult> {
  let field = '';
  try {
    field = 'partition';
    const partition = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'stateEpoch';
    const stateEpoch = reader.readInt32();
    field = 'leaderEpoch';
    const leaderEpoch = reader.readInt32();
    field = 'startOffset';
    const startOffset = reader.readInt64();
    let deliveryCompleteCount: number = -1;
    if (version === 1) {
      field = 'deliveryCompleteCount';
      deliveryCompleteCount = reader.readInt32();
    }
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partition, errorCode, errorMessage, stateEpoch, leaderEpoch, startOffset, deliveryCompleteCount, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeReadShareGroupStateSummaryResponse(writer: Writer, message: ReadShareGroupStateSummaryResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'results';
    const results = message.results;
    writer.writeUnsignedVarint(results.length + 1);
    for (index = 0; index < results.length; index++) {
      const resultsItem = results[index];
      if (resultsItem === undefined) throw unexpectedNull(version);
      writeReadShareGroupStateSummaryResponseReadStateSummaryResult(writer, resultsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeReadShareGroupStateSummaryResponseReadStateSummaryResult(writer: Writer, message: ReadShareGroupStateSummaryResponseReadStateSummaryResult, version: number): void {
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
      writeReadShareGroupStateSummaryResponsePartitionResult(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeReadShareGroupStateSummaryResponsePartitionResult(writer: Writer, message: ReadShareGroupStateSummaryResponsePartitionResult, version: number): void {
  let field = '';
  try {
    field = 'partition';
    const partition = message.partition;
    writer.writeInt32(partition);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage === undefined ? null : message.errorMessage;
    writer.writeCompactNullableString(errorMessage);
    field = 'stateEpoch';
    const stateEpoch = message.stateEpoch;
    writer.writeInt32(stateEpoch);
    field = 'leaderEpoch';
    const leaderEpoch = message.leaderEpoch;
    writer.writeInt32(leaderEpoch);
    field = 'startOffset';
    const startOffset = message.startOffset;
    writer.writeInt64(startOffset);
    if (version === 1) {
      field = 'deliveryCompleteCount';
      const deliveryCompleteCount = message.deliveryCompleteCount === undefined ? -1 : message.deliveryCompleteCount;
      writer.writeInt32(deliveryCompleteCount);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
