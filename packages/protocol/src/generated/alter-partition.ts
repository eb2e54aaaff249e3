// Generated from definitions/alter-partition.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** AlterPartitionRequest, versions 2-3. */
export interface AlterPartitionRequest {
  /** Id of the broker. */
  brokerId: number;
  /** Epoch of the broker's registration. Default -1. */
  brokerEpoch?: number | undefined;
  /** Topics, one entry each. */
  topics: AlterPartitionRequestTopicData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterPartitionRequestTopicData {
  /** Id of the topic. */
  topicId: string;
  /** Partitions of the topic, one entry each. */
  partitions: AlterPartitionRequestPartitionData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterPartitionRequestPartitionData {
  /** Index of the partition. */
  partitionIndex: number;
  /** Epoch of the leader. */
  leaderEpoch: number;
  /** New in-sync replicas. Versions 2. */
  newIsr?: number[] | undefined;
  /** New in-sync replicas with their broker epochs. Versions 3+. */
  newIsrWithEpochs?: AlterPartitionRequestBrokerState[] | undefined;
  /** 0 recovered, 1 recovering from an unclean election. Default 0. */
  leaderRecoveryState?: number | undefined;
  /** Epoch of the partition, which grows with each change of it. */
  partitionEpoch: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterPartitionRequestBrokerState {
  /** Id of the broker. Versions 3+. */
  brokerId?: number | undefined;
  /** Epoch of the broker's registration. Versions 3+. Default -1. */
  brokerEpoch?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const alterPartitionRequest: MessageCodec<AlterPartitionRequest> = messageCodec<AlterPartitionRequest>(
  {
    name: 'AlterPartitionRequest',
    kind: 'request',
    apiKey: 56,
    minVersion: 2,
    maxVersion: 3,
    flexibleVersion: 0,
  },
  readAlterPartitionRequest,
  writeAlterPartitionRequest,
);

function readAlterPartitionRequest(reader: Reader, version: number): Decoded<AlterPartitionRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'brokerId';
    const brokerId = reader.readInt32();
    field = 'brokerEpoch';
    const brokerEpoch = reader.readInt64();
    field = 'topics';
    const topics: Decoded<AlterPartitionRequestTopicData>[] = [];
    const topicsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < topicsLength; index++) topics.push(readAlterPartitionRequestTopicData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { brokerId, brokerEpoch, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterPartitionRequestTopicData(reader: Reader, version: number): Decoded<AlterPartitionRequestTopicData> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: Decoded<AlterPartitionRequestPartitionData>[] = [];
    const partitionsLength = reader.readCompactArrayLength(15);
    for (index = 0; index < partitionsLength; index++) partitions.push(readAlterPartitionRequestPartitionData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterPartitionRequestPartitionData(reader: Reader, version: number): Decoded<AlterPartitionRequestPartitionData> {
  let field = '';
  let index = -1;
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'leaderEpoch';
    const leaderEpoch = reader.readInt32();
    const newIsr: number[] = [];
    if (version === 2) {
      field = 'newIsr';
      const newIsrLength = reader.readCompactArrayLength(4);
      for (index = 0; index < newIsrLength; index++) newIsr.push(reader.readInt32());
      index = -1;
    }
    const newIsrWithEpochs: Decoded<AlterPartitionRequestBrokerState>[] = [];
    if (version === 3) {
      field = 'newIsrWithEpochs';
      const newIsrWithEpochsLength = reader.readCompactArrayLength(13);
      for (index = 0; index < newIsrWithEpochsLength; index++) newIsrWithEpochs.push(readAlterPartitionRequestBrokerState(reader, version));
      index = -1;
    }
    field = 'leaderRecoveryState';
    const leaderRecoveryState = reader.readInt8();
    field = 'partitionEpoch';
    const partitionEpoch = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partitionIndex, leaderEpoch, newIsr, newIsrWithEpochs, leaderRecoveryState, partitionEpoch, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterPartitionRequestBrokerState(reader: Reader, _version: number): Decoded<AlterPartitionRequestBrokerState> {
  let field = '';
  try {
    field = 'brokerId';
    const brokerId = reader.readInt32();
    field = 'brokerEpoch';
    const brokerEpoch = reader.readInt64();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { brokerId, brokerEpoch, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAlterPartitionRequest(writer: Writer, message: AlterPartitionRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'brokerId';
    const brokerId = message.brokerId;
    writer.writeInt32(brokerId);
    field = 'brokerEpoch';
    const brokerEpoch = message.brokerEpoch === undefined ? -1 : message.brokerEpoch;
    writer.writeInt64(brokerEpoch);
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeAlterPartitionRequestTopicData(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAlterPartitionRequestTopicData(writer: Writer, message: AlterPartitionRequestTopicData, version: number): void {
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
      writeAlterPartitionRequestPartitionData(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAlterPartitionRequestPartitionData(writer: Writer, message: AlterPartitionRequestPartitionData, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'leaderEpoch';
    const leaderEpoch = message.leaderEpoch;
    writer.writeInt32(leaderEpoch);
    field = 'newIsr';
    const newIsr = message.newIsr === undefined ? [] : message.newIsr;
    if (version === 2) {
      writer.writeUnsignedVarint(newIsr.length + 1);
      for (index = 0; index < newIsr.length; index++) {
        const newIsrItem = newIsr[index];
        if (newIsrItem === undefined) throw unexpectedNull(version);
        writer.writeInt32(newIsrItem);
      }
      index = -1;
    } else if (newIsr.length !== 0) {
      throw unsupportedField(version);
    }
    field = 'newIsrWithEpochs';
    const newIsrWithEpochs = message.newIsrWithEpochs === undefined ? [] : message.newIsrWithEpochs;
    if (version === 3) {
      writer.writeUnsignedVarint(newIsrWithEpochs.length + 1);
      for (index = 0; index < newIsrWithEpochs.length; index++) {
        const newIsrWithEpochsItem = newIsrWithEpochs[index];
        if (newIsrWithEpochsItem === undefined) throw unexpectedNull(version);
        writeAlterPartitionRequestBrokerState(writer, newIsrWithEpochsItem, version);
      }
      index = -1;
    } else if (newIsrWithEpochs.length !== 0) {
      throw unsupportedField(version);
    }
    field = 'leaderRecoveryState';
    const leaderRecoveryState = message.leaderRecoveryState === undefined ? 0 : message.leaderRecoveryState;
    writer.writeInt8(leaderRecoveryState);
    field = 'partitionEpoch';
    const partitionEpoch = message.partitionEpoch;
    writer.writeInt32(partitionEpoch);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAlterPartitionRequestBrokerState(writer: Writer, message: AlterPartitionRequestBrokerState, _version: number): void {
  let field = '';
  try {
    field = 'brokerId';
    const brokerId = message.brokerId === undefined ? 0 : message.brokerId;
    writer.writeInt32(brokerId);
    field = 'brokerEpoch';
    const brokerEpoch = message.brokerEpoch === undefined ? -1 : message.brokerEpoch;
    writer.writeInt64(brokerEpoch);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** AlterPartitionResponse, versions 2-3. */
export interface AlterPartitionResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Topics, one entry each. */
  topics: AlterPartitionResponseTopicData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterPartitionResponseTopicData {
  /** Id of the topic. */
  topicId: string;
  /** Partitions of the topic, one entry each. */
  partitions: AlterPartitionResponsePartitionData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterPartitionResponsePartitionData {
  /** Index of the partition. */
  partitionIndex: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Id of the leader; -1 for unknown. */
  leaderId: number;
  /** Epoch of the leader. */
  leaderEpoch: number;
  /** Replicas in sync. */
  isr: number[];
  /** 0 recovered, 1 recovering from an unclean election. Default 0. */
  leaderRecoveryState?: number | undefined;
  /** Epoch of the partition, which grows with each change of it. */
  partitionEpoch: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const alterPartitionResponse: MessageCodec<AlterPartitionResponse> = messageCodec<AlterPartitionResponse>(
  {
    name: 'AlterPartitionResponse',
    kind: 'response',
    apiKey: 56,
    minVersion: 2,
    maxVersion: 3,
    flexibleVersion: 0,
  },
  readAlterPartitionResponse,
  writeAlterPartitionResponse,
);

function readAlterPartitionResponse(reader: Reader, version: number): Decoded<AlterPartitionResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'topics';
    const topics: Decoded<AlterPartitionResponseTopicData>[] = [];
    const topicsLength = reader.readCompactArrayLength(18);
    for (index = 0; index < topicsLength; index++) topics.push(readAlterPartitionResponseTopicData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterPartitionResponseTopicData(reader: Reader, version: number): Decoded<AlterPartitionResponseTopicData> {
  let field = '';
  let index = -1;
  try {
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'partitions';
    const partitions: Decoded<AlterPartitionResponsePartitionData>[] = [];
    const partitionsLength = reader.readCompactArrayLength(21);
    for (index = 0; index < partitionsLength; index++) partitions.push(readAlterPartitionResponsePartitionData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterPartitionResponsePartitionData(reader: Reader, _version: number): Decoded<AlterPartitionResponsePartitionData> {
  let field = '';
  let index = -1;
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'leaderId';
    const leaderId = reader.readInt32();
    field = 'leaderEpoch';
    const leaderEpoch = reader.readInt32();
    field = 'isr';
    const isr: number[] = [];
    const isrLength = reader.readCompactArrayLength(4);
    for (index = 0; index < isrLength; index++) isr.push(reader.readInt32());
    index = -1;
    field = 'leaderRecoveryState';
    const leaderRecoveryState = reader.readInt8();
    field = 'partitionEpoch';
    const partitionEpoch = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partitionIndex, errorCode, leaderId, leaderEpoch, isr, leaderRecoveryState, partitionEpoch, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAlterPartitionResponse(writer: Writer, message: AlterPartitionResponse, version: number): void {
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
      writeAlterPartitionResponseTopicData(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAlterPartitionResponseTopicData(writer: Writer, message: AlterPartitionResponseTopicData, version: number): void {
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
      writeAlterPartitionResponsePartitionData(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAlterPartitionResponsePartitionData(writer: Writer, message: AlterPartitionResponsePartitionData, version: number): void {
  let field = '';
  let index = -1;
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
    field = 'isr';
    const isr = message.isr;
    writer.writeUnsignedVarint(isr.length + 1);
    for (index = 0; index < isr.length; index++) {
      const isrItem = isr[index];
      if (isrItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(isrItem);
    }
    index = -1;
    field = 'leaderRecoveryState';
    const leaderRecoveryState = message.leaderRecoveryState === undefined ? 0 : message.leaderRecoveryState;
    writer.writeInt8(leaderRecoveryState);
    field = 'partitionEpoch';
    const partitionEpoch = message.partitionEpoch;
    writer.writeInt32(partitionEpoch);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}
