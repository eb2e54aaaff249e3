// Generated from definitions/describe-log-dirs.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** DescribeLogDirsRequest, versions 1-5. */
export interface DescribeLogDirsRequest {
  /** Topics, one entry each. */
  topics: DescribeLogDirsRequestDescribableLogDirTopic[] | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeLogDirsRequestDescribableLogDirTopic {
  /** Name of the topic. */
  topic: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeLogDirsRequest: MessageCodec<DescribeLogDirsRequest> = messageCodec<DescribeLogDirsRequest>(
  {
    name: 'DescribeLogDirsRequest',
    kind: 'request',
    apiKey: 35,
    minVersion: 1,
    maxVersion: 5,
    flexibleVersion: 2,
  },
  readDescribeLogDirsRequest,
  writeDescribeLogDirsRequest,
);

function readDescribeLogDirsRequest(reader: Reader, version: number): Decoded<DescribeLogDirsRequest> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    let topics: Decoded<DescribeLogDirsRequestDescribableLogDirTopic>[] | null;
    const topicsLength = flexible ? reader.readCompactNullableArrayLength(3) : reader.readNullableArrayLength(3);
    const topicsList: Decoded<DescribeLogDirsRequestDescribableLogDirTopic>[] = [];
    for (index = 0; index < topicsLength; index++) topicsList.push(readDescribeLogDirsRequestDescribableLogDirTopic(reader, version));
    index = -1;
    topics = topicsLength < 0 ? null : topicsList;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeLogDirsRequestDescribableLogDirTopic(reader: Reader, version: number): Decoded<DescribeLogDirsRequestDescribableLogDirTopic> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'topic';
    const topic = flexible ? reader.readCompactString() : reader.readString();
    field = 'partitions';
    const partitions: number[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
    for (index = 0; index < partitionsLength; index++) partitions.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { topic, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeLogDirsRequest(writer: Writer, message: DescribeLogDirsRequest, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    const topics = message.topics;
    if (topics === null) {
      if (flexible) writer.writeUnsignedVarint(0); else writer.writeInt32(-1);
    } else {
      if (flexible) writer.writeUnsignedVarint(topics.length + 1); else writer.writeInt32(topics.length);
      for (index = 0; index < topics.length; index++) {
        const topicsItem = topics[index];
        if (topicsItem === undefined) throw unexpectedNull(version);
        writeDescribeLogDirsRequestDescribableLogDirTopic(writer, topicsItem, version);
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

function writeDescribeLogDirsRequestDescribableLogDirTopic(writer: Writer, message: DescribeLogDirsRequestDescribableLogDirTopic, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'topic';
    const topic = message.topic;
    if (flexible) writer.writeCompactString(topic); else writer.writeString(topic);
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

/** DescribeLogDirsResponse, versions 1-5. */
export interface DescribeLogDirsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. Versions 3+. */
  errorCode?: number | undefined;
  /** One result per item asked for. */
  results: DescribeLogDirsResponseDescribeLogDirsResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeLogDirsResponseDescribeLogDirsResult {
  /** Error code, 0 for none. */
  errorCode: number;
  /** Path of the log directory. */
  logDir: string;
  /** Topics, one entry each. */
  topics: DescribeLogDirsResponseDescribeLogDirsTopic[];
  /** Size of the volume; -1 for unknown. Versions 4+. Default -1. */
  totalBytes?: number | undefined;
  /** Free bytes of the volume; -1 for unknown. Versions 4+. Default -1. */
  usableBytes?: number | undefined;
  /** Whether the directory takes no new partitions. Versions 5+. Default false. */
  isCordoned?: boolean | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeLogDirsResponseDescribeLogDirsTopic {
  /** Name of the topic. */
  name: string;
  /** Partitions of the topic, one entry each. */
  partitions: DescribeLogDirsResponseDescribeLogDirsPartition[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeLogDirsResponseDescribeLogDirsPartition {
  /** Index of the partition. */
  partitionIndex: number;
  /** Bytes of the log's segments. */
  partitionSize: number;
  /** How far the log is behind the high watermark, or the future log behind the current one. */
  offsetLag: number;
  /** Whether this is a copy that will replace the current log. */
  isFutureKey: boolean;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeLogDirsResponse: MessageCodec<DescribeLogDirsResponse> = messageCodec<DescribeLogDirsResponse>(
  {
    name: 'DescribeLogDirsResponse',
    kind: 'response',
    apiKey: 35,
    minVersion: 1,
    maxVersion: 5,
    flexibleVersion: 2,
  },
  readDescribeLogDirsResponse,
  writeDescribeLogDirsResponse,
);

function readDescribeLogDirsResponse(reader: Reader, version: number): Decoded<DescribeLogDirsResponse> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    let errorCode: number = 0;
    if (version >= 3) {
      field = 'errorCode';
      errorCode = reader.readInt16();
    }
    field = 'results';
    const results: Decoded<DescribeLogDirsResponseDescribeLogDirsResult>[] = [];
    const resultsLength = flexible ? reader.readCompactArrayLength(5) : reader.readArrayLength(5);
    for (index = 0; index < resultsLength; index++) results.push(readDescribeLogDirsResponseDescribeLogDirsResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, errorCode, results, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeLogDirsResponseDescribeLogDirsResult(reader: Reader, version: number): Decoded<DescribeLogDirsResponseDescribeLogDirsResult> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'logDir';
    const logDir = flexible ? reader.readCompactString() : reader.readString();
    field = 'topics';
    const topics: Decoded<DescribeLogDirsResponseDescribeLogDirsTopic>[] = [];
    const topicsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readDescribeLogDirsResponseDescribeLogDirsTopic(reader, version));
    index = -1;
    let totalBytes: number = -1;
    if (version >= 4) {
      field = 'totalBytes';
      totalBytes = reader.readInt64();
    }
    let usableBytes: number = -1;
    if (version >= 4) {
      field = 'usableBytes';
      usableBytes = reader.readInt64();
    }
    let isCordoned: boolean = false;
    if (version === 5) {
      field = 'isCordoned';
      isCordoned = reader.readBoolean();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { errorCode, logDir, topics, totalBytes, usableBytes, isCordoned, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeLogDirsResponseDescribeLogDirsTopic(reader: Reader, version: number): Decoded<DescribeLogDirsResponseDescribeLogDirsTopic> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = flexible ? reader.readCompactString() : reader.readString();
    field = 'partitions';
    const partitions: Decoded<DescribeLogDirsResponseDescribeLogDirsPartition>[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(21) : reader.readArrayLength(21);
    for (index = 0; index < partitionsLength; index++) partitions.push(readDescribeLogDirsResponseDescribeLogDirsPartition(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeLogDirsResponseDescribeLogDirsPartition(reader: Reader, version: number): Decoded<DescribeLogDirsResponseDescribeLogDirsPartition> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'partitionSize';
    const partitionSize = reader.readInt64();
    field = 'offsetLag';
    const offsetLag = reader.readInt64();
    field = 'isFutureKey';
    const isFutureKey = reader.readBoolean();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { partitionIndex, partitionSize, offsetLag, isFutureKey, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDescribeLogDirsResponse(writer: Writer, message: DescribeLogDirsResponse, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    if (version >= 3) {
      field = 'errorCode';
      const errorCode = message.errorCode === undefined ? 0 : message.errorCode;
      writer.writeInt16(errorCode);
    }
    field = 'results';
    const results = message.results;
    if (flexible) writer.writeUnsignedVarint(results.length + 1); else writer.writeInt32(results.length);
    for (index = 0; index < results.length; index++) {
      const resultsItem = results[index];
      if (resultsItem === undefined) throw unexpectedNull(version);
      writeDescribeLogDirsResponseDescribeLogDirsResult(writer, resultsItem, version);
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

function writeDescribeLogDirsResponseDescribeLogDirsResult(writer: Writer, message: DescribeLogDirsResponseDescribeLogDirsResult, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'logDir';
    const logDir = message.logDir;
    if (flexible) writer.writeCompactString(logDir); else writer.writeString(logDir);
    field = 'topics';
    const topics = message.topics;
    if (flexible) writer.writeUnsignedVarint(topics.length + 1); else writer.writeInt32(topics.length);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeDescribeLogDirsResponseDescribeLogDirsTopic(writer, topicsItem, version);
    }
    index = -1;
    if (version >= 4) {
      field = 'totalBytes';
      const totalBytes = message.totalBytes === undefined ? -1 : message.totalBytes;
      writer.writeInt64(totalBytes);
    }
    if (version >= 4) {
      field = 'usableBytes';
      const usableBytes = message.usableBytes === undefined ? -1 : message.usableBytes;
      writer.writeInt64(usableBytes);
    }
    if (version === 5) {
      field = 'isCordoned';
      const isCordoned = message.isCordoned === undefined ? false : message.isCordoned;
      writer.writeBoolean(isCordoned);
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

function writeDescribeLogDirsResponseDescribeLogDirsTopic(writer: Writer, message: DescribeLogDirsResponseDescribeLogDirsTopic, version: number): void {
  const flexible = version >= 2;
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
      writeDescribeLogDirsResponseDescribeLogDirsPartition(writer, partitionsItem, version);
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

function writeDescribeLogDirsResponseDescribeLogDirsPartition(writer: Writer, message: DescribeLogDirsResponseDescribeLogDirsPartition, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'partitionSize';
    const partitionSize = message.partitionSize;
    writer.writeInt64(partitionSize);
    field = 'offsetLag';
    const offsetLag = message.offsetLag;
    writer.writeInt64(offsetLag);
    field = 'isFutureKey';
    const isFutureKey = message.isFutureKey;
    writer.writeBoolean(isFutureKey);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
