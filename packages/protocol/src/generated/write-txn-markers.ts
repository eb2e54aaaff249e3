// Generated from definitions/write-txn-markers.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** WriteTxnMarkersRequest, versions 1-2. */
export interface WriteTxnMarkersRequest {
  /** The transactions to end. */
  markers: WriteTxnMarkersRequestWritableTxnMarker[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface WriteTxnMarkersRequestWritableTxnMarker {
  /** Id of the producer. */
  producerId: number;
  /** Epoch of the producer. */
  producerEpoch: number;
  /** True for commit, false for abort. */
  transactionResult: boolean;
  /** Topics, one entry each. */
  topics: WriteTxnMarkersRequestWritableTxnMarkerTopic[];
  /** Epoch of the transaction coordinator. */
  coordinatorEpoch: number;
  /** Transaction version of the marker's producer. Versions 2+. Default 0. */
  transactionVersion?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface WriteTxnMarkersRequestWritableTxnMarkerTopic {
  /** Name of the topic. */
  name: string;
  /** Indexes of the partitions. */
  partitionIndexes: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const writeTxnMarkersRequest: MessageCodec<WriteTxnMarkersRequest> = messageCodec<WriteTxnMarkersRequest>(
  {
    name: 'WriteTxnMarkersRequest',
    kind: 'request',
    apiKey: 27,
    minVersion: 1,
    maxVersion: 2,
    flexibleVersion: 1,
  },
  readWriteTxnMarkersRequest,
  writeWriteTxnMarkersRequest,
);

function readWriteTxnMarkersRequest(reader: Reader, version: number): Decoded<WriteTxnMarkersRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'markers';
    const markers: Decoded<WriteTxnMarkersRequestWritableTxnMarker>[] = [];
    const markersLength = reader.readCompactArrayLength(17);
    for (index = 0; index < markersLength; index++) markers.push(readWriteTxnMarkersRequestWritableTxnMarker(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { markers, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readWriteTxnMarkersRequestWritableTxnMarker(reader: Reader, version: number): Decoded<WriteTxnMarkersRequestWritableTxnMarker> {
  let field = '';
  let index = -1;
  try {
    field = 'producerId';
    const producerId = reader.readInt64();
    field = 'producerEpoch';
    const producerEpoch = reader.readInt16();
    field = 'transactionResult';
    const transactionResult = reader.readBoolean();
    field = 'topics';
    const topics: Decoded<WriteTxnMarkersRequestWritableTxnMarkerTopic>[] = [];
    const topicsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readWriteTxnMarkersRequestWritableTxnMarkerTopic(reader, version));
    index = -1;
    field = 'coordinatorEpoch';
    const coordinatorEpoch = reader.readInt32();
    let transactionVersion: number = 0;
    if (version === 2) {
      field = 'transactionVersion';
      transactionVersion = reader.readInt8();
    }
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { producerId, producerEpoch, transactionResult, topics, coordinatorEpoch, transactionVersion, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readWriteTxnMarkersRequestWritableTxnMarkerTopic(reader: Reader, _version: number): Decoded<WriteTxnMarkersRequestWritableTxnMarkerTopic> {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'partitionIndexes';
    const partitionIndexes: number[] = [];
    const partitionIndexesLength = reader.readCompactArrayLength(4);
    for (index = 0; index < partitionIndexesLength; index++) partitionIndexes.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, partitionIndexes, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeWriteTxnMarkersRequest(writer: Writer, message: WriteTxnMarkersRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'markers';
    const markers = message.markers;
    writer.writeUnsignedVarint(markers.length + 1);
    for (index = 0; index < markers.length; index++) {
      const markersItem = markers[index];
      if (markersItem === undefined) throw unexpectedNull(version);
      writeWriteTxnMarkersRequestWritableTxnMarker(writer, markersItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeWriteTxnMarkersRequestWritableTxnMarker(writer: Writer, message: WriteTxnMarkersRequestWritableTxnMarker, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'producerId';
    const producerId = message.producerId;
    writer.writeInt64(producerId);
    field = 'producerEpoch';
    const producerEpoch = message.producerEpoch;
    writer.writeInt16(producerEpoch);
    field = 'transactionResult';
    const transactionResult = message.transactionResult;
    writer.writeBoolean(transactionResult);
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeWriteTxnMarkersRequestWritableTxnMarkerTopic(writer, topicsItem, version);
    }
    index = -1;
    field = 'coordinatorEpoch';
    const coordinatorEpoch = message.coordinatorEpoch;
    writer.writeInt32(coordinatorEpoch);
    if (version === 2) {
      field = 'transactionVersion';
      const transactionVersion = message.transactionVersion === undefined ? 0 : message.transactionVersion;
      writer.writeInt8(transactionVersion);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeWriteTxnMarkersRequestWritableTxnMarkerTopic(writer: Writer, message: WriteTxnMarkersRequestWritableTxnMarkerTopic, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
    field = 'partitionIndexes';
    const partitionIndexes = message.partitionIndexes;
    writer.writeUnsignedVarint(partitionIndexes.length + 1);
    for (index = 0; index < partitionIndexes.length; index++) {
      const partitionIndexesItem = partitionIndexes[index];
      if (partitionIndexesItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(partitionIndexesItem);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

/** WriteTxnMarkersResponse, versions 1-2. */
export interface WriteTxnMarkersResponse {
  /** The transactions to end. */
  markers: WriteTxnMarkersResponseWritableTxnMarkerResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface WriteTxnMarkersResponseWritableTxnMarkerResult {
  /** Id of the producer. */
  producerId: number;
  /** Topics, one entry each. */
  topics: WriteTxnMarkersResponseWritableTxnMarkerTopicResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface WriteTxnMarkersResponseWritableTxnMarkerTopicResult {
  /** Name of the topic. */
  name: string;
  /** Partitions of the topic, one entry each. */
  partitions: WriteTxnMarkersResponseWritableTxnMarkerPartitionResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface WriteTxnMarkersResponseWritableTxnMarkerPartitionResult {
  /** Index of the partition. */
  partitionIndex: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const writeTxnMarkersResponse: MessageCodec<WriteTxnMarkersResponse> = messageCodec<WriteTxnMarkersResponse>(
  {
    name: 'WriteTxnMarkersResponse',
    kind: 'response',
    apiKey: 27,
    minVersion: 1,
    maxVersion: 2,
    flexibleVersion: 1,
  },
  readWriteTxnMarkersResponse,
  writeWriteTxnMarkersResponse,
);

function readWriteTxnMarkersResponse(reader: Reader, version: number): Decoded<WriteTxnMarkersResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'markers';
    const markers: Decoded<WriteTxnMarkersResponseWritableTxnMarkerResult>[] = [];
    const markersLength = reader.readCompactArrayLength(10);
    for (index = 0; index < markersLength; index++) markers.push(readWriteTxnMarkersResponseWritableTxnMarkerResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { markers, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readWriteTxnMarkersResponseWritableTxnMarkerResult(reader: Reader, version: number): Decoded<WriteTxnMarkersResponseWritableTxnMarkerResult> {
  let field = '';
  let index = -1;
  try {
    field = 'producerId';
    const producerId = reader.readInt64();
    field = 'topics';
    const topics: Decoded<WriteTxnMarkersResponseWritableTxnMarkerTopicResult>[] = [];
    const topicsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readWriteTxnMarkersResponseWritableTxnMarkerTopicResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { producerId, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readWriteTxnMarkersResponseWritableTxnMarkerTopicResult(reader: Reader, version: number): Decoded<WriteTxnMarkersResponseWritableTxnMarkerTopicResult> {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'partitions';
    const partitions: Decoded<WriteTxnMarkersResponseWritableTxnMarkerPartitionResult>[] = [];
    const partitionsLength = reader.readCompactArrayLength(7);
    for (index = 0; index < partitionsLength; index++) partitions.push(readWriteTxnMarkersResponseWritableTxnMarkerPartitionResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readWriteTxnMarkersResponseWritableTxnMarkerPartitionResult(reader: Reader, _version: number): Decoded<WriteTxnMarkersResponseWritableTxnMarkerPartitionResult> {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { partitionIndex, errorCode, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeWriteTxnMarkersResponse(writer: Writer, message: WriteTxnMarkersResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'markers';
    const markers = message.markers;
    writer.writeUnsignedVarint(markers.length + 1);
    for (index = 0; index < markers.length; index++) {
      const markersItem = markers[index];
      if (markersItem === undefined) throw unexpectedNull(version);
      writeWriteTxnMarkersResponseWritableTxnMarkerResult(writer, markersItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeWriteTxnMarkersResponseWritableTxnMarkerResult(writer: Writer, message: WriteTxnMarkersResponseWritableTxnMarkerResult, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'producerId';
    const producerId = message.producerId;
    writer.writeInt64(producerId);
    field = 'topics';
    const topics = message.topics;
    writer.writeUnsignedVarint(topics.length + 1);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeWriteTxnMarkersResponseWritableTxnMarkerTopicResult(writer, topicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeWriteTxnMarkersResponseWritableTxnMarkerTopicResult(writer: Writer, message: WriteTxnMarkersResponseWritableTxnMarkerTopicResult, version: number): void {
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
      writeWriteTxnMarkersResponseWritableTxnMarkerPartitionResult(writer, partitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeWriteTxnMarkersResponseWritableTxnMarkerPartitionResult(writer: Writer, message: WriteTxnMarkersResponseWritableTxnMarkerPartitionResult, _version: number): void {
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
