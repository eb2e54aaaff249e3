// Generated from definitions/describe-transactions.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** DescribeTransactionsRequest, versions 0. */
export interface DescribeTransactionsRequest {
  /** The transactional ids. */
  transactionalIds: string[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeTransactionsRequest: MessageCodec<DescribeTransactionsRequest> = messageCodec<DescribeTransactionsRequest>(
  {
    name: 'DescribeTransactionsRequest',
    kind: 'request',
    apiKey: 65,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readDescribeTransactionsRequest,
  writeDescribeTransactionsRequest,
);

function readDescribeTransactionsRequest(reader: Reader, _version: number): Decoded<DescribeTransactionsRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'transactionalIds';
    const transactionalIds: string[] = [];
    const transactionalIdsLength = reader.readCompactArrayLength(1);
    for (index = 0; index < transactionalIdsLength; index++) transactionalIds.push(reader.readCompactString());
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { transactionalIds, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeTransactionsRequest(writer: Writer, message: DescribeTransactionsRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'transactionalIds';
    const transactionalIds = message.transactionalIds;
    writer.writeUnsignedVarint(transactionalIds.length + 1);
    for (index = 0; index < transactionalIds.length; index++) {
      const transactionalIdsItem = transactionalIds[index];
      if (transactionalIdsItem === undefined) throw unexpectedNull(version);
      writer.writeCompactString(transactionalIdsItem);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

/** DescribeTransactionsResponse, versions 0. */
export interface DescribeTransactionsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** The transactions. */
  transactionStates: DescribeTransactionsResponseTransactionState[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeTransactionsResponseTransactionState {
  /** Error code, 0 for none. */
  errorCode: number;
  /** Transactional id of the producer. */
  transactionalId: string;
  /** State of the transaction by name. */
  transactionState: string;
  /** How long a transaction may stay open. */
  transactionTimeoutMs: number;
  /** When the transaction began, in ms since 1970; -1 for not begun. */
  transactionStartTimeMs: number;
  /** Id of the producer. */
  producerId: number;
  /** Epoch of the producer. */
  producerEpoch: number;
  /** Topics, one entry each. */
  topics: DescribeTransactionsResponseTopicData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeTransactionsResponseTopicData {
  /** Name of the topic. */
  topic: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeTransactionsResponse: MessageCodec<DescribeTransactionsResponse> = messageCodec<DescribeTransactionsResponse>(
  {
    name: 'DescribeTransactionsResponse',
    kind: 'response',
    apiKey: 65,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readDescribeTransactionsResponse,
  writeDescribeTransactionsResponse,
);

function readDescribeTransactionsResponse(reader: Reader, version: number): Decoded<DescribeTransactionsResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'transactionStates';
    const transactionStates: Decoded<DescribeTransactionsResponseTransactionState>[] = [];
    const transactionStatesLength = reader.readCompactArrayLength(28);
    for (index = 0; index < transactionStatesLength; index++) transactionStates.push(readDescribeTransactionsResponseTransactionState(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, transactionStates, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeTransactionsResponseTransactionState(reader: Reader, version: number): Decoded<DescribeTransactionsResponseTransactionState> {
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'transactionalId';
    const transactionalId = reader.readCompactString();
    field = 'transactionState';
    const transactionState = reader.readCompactString();
    field = 'transactionTimeoutMs';
    const transactionTimeoutMs = reader.readInt32();
    field = 'transactionStartTimeMs';
    const transactionStartTimeMs = reader.readInt64();
    field = 'producerId';
    const producerId = reader.readInt64();
    field = 'producerEpoch';
    const producerEpoch = reader.readInt16();
    field = 'topics';
    const topics: Decoded<DescribeTransactionsResponseTopicData>[] = [];
    const topicsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readDescribeTransactionsResponseTopicData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { errorCode, transactionalId, transactionState, transactionTimeoutMs, transactionStartTimeMs, producerId, producerEpoch, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeTransactionsResponseTopicData(reader: Reader, _version: number): Decoded<DescribeTransactionsResponseTopicData> {
  let field = '';
  let index = -1;
  try {
    field = 'topic';
    const topic = reader.readCompactString();
    field = 'partitions';
    const partitions: number[] = [];
    const partitionsLength = reader.readCompactArrayLength(4);
    for (index = 0; index < partitionsLength; index++) partitions.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topic, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeTransactionsResponse(writer: Writer, message: DescribeTransactionsResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'transactionStates';
    const transactionStates = message.transactionStates;
    writer.writeUnsignedVarint(transactionStates.length + 1);
    for (index = 0; index < transactionStates.length; index++) {
      const transactionStatesItem = transactionStates[index];
      if (transactionStatesItem === undefined) throw unexpectedNull(version);
      writeDescribeTransactionsResponseTransactionState(writer, transactionStatesItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeTransactionsResponseTransactionState(writer: Writer, message: DescribeTransactionsResponseTransactionState, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'transactionalId';
    const transactionalId = message.transactionalId;
    writer.writeCompactString(transactionalId);
    field = 'transactionState';
    const transactionState = message.transactionState;
    writer.writeCompactString(transactionState);
    field = 'transactionTimeoutMs';
    const transactionTimeoutMs = message.transactionTimeoutMs;
    writer.writeInt32(transactionTimeoutMs);
    field = 'transactionStartTimeMs';
    const transactionStartTimeMs = message.transactionStartTimeMs;
    writer.writeInt64(transactionStartTimeMs);
    field = 'producerId';
    const producerId = message.producerId;
    writer.writeInt64(producerId);
    field = 'producerEpoch';
    const producerEpoch = message.producerEpoch;
    writer.writeInt16(producerEpoch);
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeDescribeTransactionsResponseTopicData(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeTransactionsResponseTopicData(writer: Writer, message: DescribeTransactionsResponseTopicData, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'topic';
    const topic = message.topic;
    writer.writeCompactString(topic);
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
