// Generated from definitions/add-partitions-to-txn.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** AddPartitionsToTxnRequest, versions 0-5. */
export interface AddPartitionsToTxnRequest {
  /** The transactions. Versions 4+. */
  transactions?: AddPartitionsToTxnRequestAddPartitionsToTxnTransaction[] | undefined;
  /** The transactional id, in versions up to 3. Versions 0-3. */
  v3AndBelowTransactionalId?: string | undefined;
  /** Id of the producer, in versions up to 3. Versions 0-3. */
  v3AndBelowProducerId?: number | undefined;
  /** Epoch of the producer, in versions up to 3. Versions 0-3. */
  v3AndBelowProducerEpoch?: number | undefined;
  /** Partitions to add, in versions up to 3. Versions 0-3. */
  v3AndBelowTopics?: AddPartitionsToTxnRequestAddPartitionsToTxnTopic[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AddPartitionsToTxnRequestAddPartitionsToTxnTopic {
  /** Name of the topic. */
  name: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AddPartitionsToTxnRequestAddPartitionsToTxnTransaction {
  /** Transactional id of the producer. Versions 4+. */
  transactionalId?: string | undefined;
  /** Id of the producer. Versions 4+. */
  producerId?: number | undefined;
  /** Epoch of the producer. Versions 4+. */
  producerEpoch?: number | undefined;
  /** Whether to check only that the partitions are in the transaction. Versions 4+. Default false. */
  verifyOnly?: boolean | undefined;
  /** Topics, one entry each. Versions 4+. */
  topics?: AddPartitionsToTxnRequestAddPartitionsToTxnTopic[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const addPartitionsToTxnRequest: MessageCodec<AddPartitionsToTxnRequest> = messageCodec<AddPartitionsToTxnRequest>(
  {
    name: 'AddPartitionsToTxnRequest',
    kind: 'request',
    apiKey: 24,
    minVersion: 0,
    maxVersion: 5,
    flexibleVersion: 3,
  },
  readAddPartitionsToTxnRequest,
  writeAddPartitionsToTxnRequest,
);

function readAddPartitionsToTxnRequest(reader: Reader, version: number): Decoded<AddPartitionsToTxnRequest> {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    const transactions: Decoded<AddPartitionsToTxnRequestAddPartitionsToTxnTransaction>[] = [];
    if (version >= 4) {
      field = 'transactions';
      const transactionsLength = reader.readCompactArrayLength(14);
      for (index = 0; index < transactionsLength; index++) transactions.push(readAddPartitionsToTxnRequestAddPartitionsToTxnTransaction(reader, version));
      index = -1;
    }
    let v3AndBelowTransactionalId: string = '';
    if (version <= 3) {
      field = 'v3AndBelowTransactionalId';
      v3AndBelowTransactionalId = flexible ? reader.readCompactString() : reader.readString();
    }
    let v3AndBelowProducerId: number = 0;
    if (version <= 3) {
      field = 'v3AndBelowProducerId';
      v3AndBelowProducerId = reader.readInt64();
    }
    let v3AndBelowProducerEpoch: number = 0;
    if (version <= 3) {
      field = 'v3AndBelowProducerEpoch';
      v3AndBelowProducerEpoch = reader.readInt16();
    }
    const v3AndBelowTopics: Decoded<AddPartitionsToTxnRequestAddPartitionsToTxnTopic>[] = [];
    if (version <= 3) {
      field = 'v3AndBelowTopics';
      const v3AndBelowTopicsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
      for (index = 0; index < v3AndBelowTopicsLength; index++) v3AndBelowTopics.push(readAddPartitionsToTxnRequestAddPartitionsToTxnTopic(reader, version));
      index = -1;
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { transactions, v3AndBelowTransactionalId, v3AndBelowProducerId, v3AndBelowProducerEpoch, v3AndBelowTopics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAddPartitionsToTxnRequestAddPartitionsToTxnTopic(reader: Reader, version: number): Decoded<AddPartitionsToTxnRequestAddPartitionsToTxnTopic> {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = flexible ? reader.readCompactString() : reader.readString();
    field = 'partitions';
    const partitions: number[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
    for (index = 0; index < partitionsLength; index++) partitions.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAddPartitionsToTxnRequestAddPartitionsToTxnTransaction(reader: Reader, version: number): Decoded<AddPartitionsToTxnRequestAddPartitionsToTxnTransaction> {
  let field = '';
  let index = -1;
  try {
    field = 'transactionalId';
    const transactionalId = reader.readCompactString();
    field = 'producerId';
    const producerId = reader.readInt64();
    field = 'producerEpoch';
    const producerEpoch = reader.readInt16();
    field = 'verifyOnly';
    const verifyOnly = reader.readBoolean();
    field = 'topics';
    const topics: Decoded<AddPartitionsToTxnRequestAddPartitionsToTxnTopic>[] = [];
    const topicsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readAddPartitionsToTxnRequestAddPartitionsToTxnTopic(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { transactionalId, producerId, producerEpoch, verifyOnly, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAddPartitionsToTxnRequest(writer: Writer, message: AddPartitionsToTxnRequest, version: number): void {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    field = 'transactions';
    const transactions = message.transactions === undefined ? [] : message.transactions;
    if (version >= 4) {
      writer.writeUnsignedVarint(transactions.length + 1);
      for (index = 0; index < transactions.length; index++) {
        const transactionsItem = transactions[index];
        if (transactionsItem === undefined) throw unexpectedNull(version);
        writeAddPartitionsToTxnRequestAddPartitionsToTxnTransaction(writer, transactionsItem, version);
      }
      index = -1;
    } else if (transactions.length !== 0) {
      throw unsupportedField(version);
    }
    field = 'v3AndBelowTransactionalId';
    const v3AndBelowTransactionalId = message.v3AndBelowTransactionalId === undefined ? '' : message.v3AndBelowTransactionalId;
    if (version <= 3) {
      if (flexible) writer.writeCompactString(v3AndBelowTransactionalId); else writer.writeString(v3AndBelowTransactionalId);
    } else if (v3AndBelowTransactionalId !== '') {
      throw unsupportedField(version);
    }
    field = 'v3AndBelowProducerId';
    const v3AndBelowProducerId = message.v3AndBelowProducerId === undefined ? 0 : message.v3AndBelowProducerId;
    if (version <= 3) {
      writer.writeInt64(v3AndBelowProducerId);
    } else if (v3AndBelowProducerId !== 0) {
      throw unsupportedField(version);
    }
    field = 'v3AndBelowProducerEpoch';
    const v3AndBelowProducerEpoch = message.v3AndBelowProducerEpoch === undefined ? 0 : message.v3AndBelowProducerEpoch;
    if (version <= 3) {
      writer.writeInt16(v3AndBelowProducerEpoch);
    } else if (v3AndBelowProducerEpoch !== 0) {
      throw unsupportedField(version);
    }
    field = 'v3AndBelowTopics';
    const v3AndBelowTopics = message.v3AndBelowTopics === undefined ? [] : message.v3AndBelowTopics;
    if (version <= 3) {
      if (flexible) writer.writeUnsignedVarint(v3AndBelowTopics.length + 1); else writer.writeInt32(v3AndBelowTopics.length);
      for (index = 0; index < v3AndBelowTopics.length; index++) {
        const v3AndBelowTopicsItem = v3AndBelowTopics[index];
        if (v3AndBelowTopicsItem === undefined) throw unexpectedNull(version);
        writeAddPartitionsToTxnRequestAddPartitionsToTxnTopic(writer, v3AndBelowTopicsItem, version);
      }
      index = -1;
    } else if (v3AndBelowTopics.length !== 0) {
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

function writeAddPartitionsToTxnRequestAddPartitionsToTxnTopic(writer: Writer, message: AddPartitionsToTxnRequestAddPartitionsToTxnTopic, version: number): void {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name;
    if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    field = 'partitions';
    const partitions = message.partitions;
    if (flexible) writer.writeUnsignedVarint(partitions.length + 1); else writer.writeInt32(partitions.length);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(partitionsItem);
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

function writeAddPartitionsToTxnRequestAddPartitionsToTxnTransaction(writer: Writer, message: AddPartitionsToTxnRequestAddPartitionsToTxnTransaction, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'transactionalId';
    const transactionalId = message.transactionalId === undefined ? '' : message.transactionalId;
    writer.writeCompactString(transactionalId);
    field = 'producerId';
    const producerId = message.producerId === undefined ? 0 : message.producerId;
    writer.writeInt64(producerId);
    field = 'producerEpoch';
    const producerEpoch = message.producerEpoch === undefined ? 0 : message.producerEpoch;
    writer.writeInt16(producerEpoch);
    field = 'verifyOnly';
    const verifyOnly = message.verifyOnly === undefined ? false : message.verifyOnly;
    writer.writeBoolean(verifyOnly);
    field = 'topics';
    const topics = message.topics === undefined ? [] : message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeAddPartitionsToTxnRequestAddPartitionsToTxnTopic(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

/** AddPartitionsToTxnResponse, versions 0-5. */
export interface AddPartitionsToTxnResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. Versions 4+. */
  errorCode?: number | undefined;
  /** Results by transaction, as brokers ask. Versions 4+. */
  resultsByTransaction?: AddPartitionsToTxnResponseAddPartitionsToTxnResult[] | undefined;
  /** Results of the one transaction of versions up to 3. Versions 0-3. */
  resultsByTopicV3AndBelow?: AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult {
  /** Index of the partition. */
  partitionIndex: number;
  /** Error code, 0 for none. */
  partitionErrorCode: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult {
  /** Name of the topic. */
  name: string;
  /** One result per partition. */
  resultsByPartition: AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AddPartitionsToTxnResponseAddPartitionsToTxnResult {
  /** Transactional id of the producer. Versions 4+. */
  transactionalId?: string | undefined;
  /** One result per topic. Versions 4+. */
  topicResults?: AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const addPartitionsToTxnResponse: MessageCodec<AddPartitionsToTxnResponse> = messageCodec<AddPartitionsToTxnResponse>(
  {
    name: 'AddPartitionsToTxnResponse',
    kind: 'response',
    apiKey: 24,
    minVersion: 0,
    maxVersion: 5,
    flexibleVersion: 3,
  },
  readAddPartitionsToTxnResponse,
  writeAddPartitionsToTxnResponse,
);

function readAddPartitionsToTxnResponse(reader: Reader, version: number): Decoded<AddPartitionsToTxnResponse> {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    let errorCode: number = 0;
    if (version >= 4) {
      field = 'errorCode';
      errorCode = reader.readInt16();
    }
    const resultsByTransaction: Decoded<AddPartitionsToTxnResponseAddPartitionsToTxnResult>[] = [];
    if (version >= 4) {
      field = 'resultsByTransaction';
      const resultsByTransactionLength = reader.readCompactArrayLength(3);
      for (index = 0; index < resultsByTransactionLength; index++) resultsByTransaction.push(readAddPartitionsToTxnResponseAddPartitionsToTxnResult(reader, version));
      index = -1;
    }
    const resultsByTopicV3AndBelow: Decoded<AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult>[] = [];
    if (version <= 3) {
      field = 'resultsByTopicV3AndBelow';
      const resultsByTopicV3AndBelowLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
      for (index = 0; index < resultsByTopicV3AndBelowLength; index++) resultsByTopicV3AndBelow.push(readAddPartitionsToTxnResponseAddPartitionsToTxnTopicResult(reader, version));
      index = -1;
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, errorCode, resultsByTransaction, resultsByTopicV3AndBelow, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult(reader: Reader, version: number): Decoded<AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult> {
  const flexible = version >= 3;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'partitionErrorCode';
    const partitionErrorCode = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { partitionIndex, partitionErrorCode, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readAddPartitionsToTxnResponseAddPartitionsToTxnTopicResult(reader: Reader, version: number): Decoded<AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult> {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = flexible ? reader.readCompactString() : reader.readString();
    field = 'resultsByPartition';
    const resultsByPartition: Decoded<AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult>[] = [];
    const resultsByPartitionLength = flexible ? reader.readCompactArrayLength(6) : reader.readArrayLength(6);
    for (index = 0; index < resultsByPartitionLength; index++) resultsByPartition.push(readAddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, resultsByPartition, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAddPartitionsToTxnResponseAddPartitionsToTxnResult(reader: Reader, version: number): Decoded<AddPartitionsToTxnResponseAddPartitionsToTxnResult> {
  let field = '';
  let index = -1;
  try {
    field = 'transactionalId';
    const transactionalId = reader.readCompactString();
    field = 'topicResults';
    const topicResults: Decoded<AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult>[] = [];
    const topicResultsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < topicResultsLength; index++) topicResults.push(readAddPartitionsToTxnResponseAddPartitionsToTxnTopicResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { transactionalId, topicResults, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAddPartitionsToTxnResponse(writer: Writer, message: AddPartitionsToTxnResponse, version: number): void {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    if (version >= 4) {
      field = 'errorCode';
      const errorCode = message.errorCode === undefined ? 0 : message.errorCode;
      writer.writeInt16(errorCode);
    }
    field = 'resultsByTransaction';
    const resultsByTransaction = message.resultsByTransaction === undefined ? [] : message.resultsByTransaction;
    if (version >= 4) {
      writer.writeUnsignedVarint(resultsByTransaction.length + 1);
      for (index = 0; index < resultsByTransaction.length; index++) {
        const resultsByTransactionItem = resultsByTransaction[index];
        if (resultsByTransactionItem === undefined) throw unexpectedNull(version);
        writeAddPartitionsToTxnResponseAddPartitionsToTxnResult(writer, resultsByTransactionItem, version);
      }
      index = -1;
    } else if (resultsByTransaction.length !== 0) {
      throw unsupportedField(version);
    }
    field = 'resultsByTopicV3AndBelow';
    const resultsByTopicV3AndBelow = message.resultsByTopicV3AndBelow === undefined ? [] : message.resultsByTopicV3AndBelow;
    if (version <= 3) {
      if (flexible) writer.writeUnsignedVarint(resultsByTopicV3AndBelow.length + 1); else writer.writeInt32(resultsByTopicV3AndBelow.length);
      for (index = 0; index < resultsByTopicV3AndBelow.length; index++) {
        const resultsByTopicV3AndBelowItem = resultsByTopicV3AndBelow[index];
        if (resultsByTopicV3AndBelowItem === undefined) throw unexpectedNull(version);
        writeAddPartitionsToTxnResponseAddPartitionsToTxnTopicResult(writer, resultsByTopicV3AndBelowItem, version);
      }
      index = -1;
    } else if (resultsByTopicV3AndBelow.length !== 0) {
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

function writeAddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult(writer: Writer, message: AddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult, version: number): void {
  const flexible = version >= 3;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'partitionErrorCode';
    const partitionErrorCode = message.partitionErrorCode;
    writer.writeInt16(partitionErrorCode);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAddPartitionsToTxnResponseAddPartitionsToTxnTopicResult(writer: Writer, message: AddPartitionsToTxnResponseAddPartitionsToTxnTopicResult, version: number): void {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name;
    if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    field = 'resultsByPartition';
    const resultsByPartition = message.resultsByPartition;
    if (flexible) writer.writeUnsignedVarint(resultsByPartition.length + 1); else writer.writeInt32(resultsByPartition.length);
    for (index = 0; index < resultsByPartition.length; index++) {
      const resultsByPartitionItem = resultsByPartition[index];
      if (resultsByPartitionItem === undefined) throw unexpectedNull(version);
      writeAddPartitionsToTxnResponseAddPartitionsToTxnPartitionResult(writer, resultsByPartitionItem, version);
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

function writeAddPartitionsToTxnResponseAddPartitionsToTxnResult(writer: Writer, message: AddPartitionsToTxnResponseAddPartitionsToTxnResult, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'transactionalId';
    const transactionalId = message.transactionalId === undefined ? '' : message.transactionalId;
    writer.writeCompactString(transactionalId);
    field = 'topicResults';
    const topicResults = message.topicResults === undefined ? [] : message.topicResults;
    writer.writeUnsignedVarint(topicResults.length + 1);
    for (index = 0; index < topicResults.length; index++) {
      const topicResultsItem = topicResults[index];
      if (topicResultsItem === undefined) throw unexpectedNull(version);
      writeAddPartitionsToTxnResponseAddPartitionsToTxnTopicResult(writer, topicResultsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}
