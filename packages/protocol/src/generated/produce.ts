// Generated from definitions/produce.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import type { Records } from '../external-records.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import { ZERO_UUID } from '../uuid.js';
import type { Writer } from '../writer.js';

/** ProduceRequest, versions 3-13. */
export interface ProduceRequest {
  /** Transactional id of the producer. Default null. */
  transactionalId?: string | null | undefined;
  /** 0 no answer, 1 once the leader has written, -1 once all in-sync replicas have. */
  acks: number;
  /** How long to wait for the acks. */
  timeoutMs: number;
  /** Records by topic. */
  topicData: ProduceRequestTopicProduceData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ProduceRequestTopicProduceData {
  /** Name of the topic. Versions 3-12. */
  name?: string | undefined;
  /** Id of the topic. Versions 13+. */
  topicId?: string | undefined;
  /** Records by partition. */
  partitionData: ProduceRequestPartitionProduceData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ProduceRequestPartitionProduceData {
  /** Index of the partition. */
  index: number;
  /** Record batches. */
  records: Records | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const produceRequest: MessageCodec<ProduceRequest> = messageCodec<ProduceRequest>(
  {
    name: 'ProduceRequest',
    kind: 'request',
    apiKey: 0,
    minVersion: 3,
    maxVersion: 13,
    flexibleVersion: 9,
  },
  readProduceRequest,
  writeProduceRequest,
);

function readProduceRequest(reader: Reader, version: number): Decoded<ProduceRequest> {
  const flexible = version >= 9;
  let field = '';
  let index = -1;
  try {
    field = 'transactionalId';
    const transactionalId = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'acks';
    const acks = reader.readInt16();
    field = 'timeoutMs';
    const timeoutMs = reader.readInt32();
    field = 'topicData';
    const topicData: Decoded<ProduceRequestTopicProduceData>[] = [];
    const topicDataLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < topicDataLength; index++) topicData.push(readProduceRequestTopicProduceData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { transactionalId, acks, timeoutMs, topicData, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readProduceRequestTopicProduceData(reader: Reader, version: number): Decoded<ProduceRequestTopicProduceData> {
  const flexible = version >= 9;
  let field = '';
  let index = -1;
  try {
    let name: string = '';
    if (version <= 12) {
      field = 'name';
      name = flexible ? reader.readCompactString() : reader.readString();
    }
    let topicId: string = ZERO_UUID;
    if (version === 13) {
      field = 'topicId';
      topicId = reader.readUuid();
    }
    field = 'partitionData';
    const partitionData: Decoded<ProduceRequestPartitionProduceData>[] = [];
    const partitionDataLength = flexible ? reader.readCompactArrayLength(6) : reader.readArrayLength(6);
    for (index = 0; index < partitionDataLength; index++) partitionData.push(readProduceRequestPartitionProduceData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, topicId, partitionData, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readProduceRequestPartitionProduceData(reader: Reader, version: number): Decoded<ProduceRequestPartitionProduceData> {
  const flexible = version >= 9;
  let field = '';
  try {
    field = 'index';
    const indexValue = reader.readInt32();
    field = 'records';
    const records = flexible ? reader.readCompactNullableBytes() : reader.readNullableBytes();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { index: indexValue, records, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeProduceRequest(writer: Writer, message: ProduceRequest, version: number): void {
  const flexible = version >= 9;
  let field = '';
  let index = -1;
  try {
    field = 'transactionalId';
    const transactionalId = message.transactionalId === undefined ? null : message.transactionalId;
    if (flexible) writer.writeCompactNullableString(transactionalId); else writer.writeNullableString(transactionalId);
    field = 'acks';
    const acks = message.acks;
    writer.writeInt16(acks);
    field = 'timeoutMs';
    const timeoutMs = message.timeoutMs;
    writer.writeInt32(timeoutMs);
    field = 'topicData';
    const topicData = message.topicData;
    if (flexible) writer.writeUnsignedVarint(topicData.length + 1); else writer.writeInt32(topicData.length);
    for (index = 0; index < topicData.length; index++) {
      const topicDataItem = topicData[index];
      if (topicDataItem === undefined) throw unexpectedNull(version);
      writeProduceRequestTopicProduceData(writer, topicDataItem, version);
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

function writeProduceRequestTopicProduceData(writer: Writer, message: ProduceRequestTopicProduceData, version: number): void {
  const flexible = version >= 9;
  let field = '';
  let index = -1;
  try {
    if (version <= 12) {
      field = 'name';
      const name = message.name === undefined ? '' : message.name;
      if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    }
    if (version === 13) {
      field = 'topicId';
      const topicId = message.topicId === undefined ? ZERO_UUID : message.topicId;
      writer.writeUuid(topicId);
    }
    field = 'partitionData';
    const partitionData = message.partitionData;
    if (flexible) writer.writeUnsignedVarint(partitionData.length + 1); else writer.writeInt32(partitionData.length);
    for (index = 0; index < partitionData.length; index++) {
      const partitionDataItem = partitionData[index];
      if (partitionDataItem === undefined) throw unexpectedNull(version);
      writeProduceRequestPartitionProduceData(writer, partitionDataItem, version);
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

function writeProduceRequestPartitionProduceData(writer: Writer, message: ProduceRequestPartitionProduceData, version: number): void {
  const flexible = version >= 9;
  let field = '';
  try {
    field = 'index';
    const indexValue = message.index;
    writer.writeInt32(indexValue);
    field = 'records';
    const records = message.records;
    if (flexible) writer.writeCompactNullableRecords(records); else writer.writeNullableRecords(records);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** ProduceResponse, versions 3-13. */
export interface ProduceResponse {
  /** One answer per topic or resource. */
  responses: ProduceResponseTopicProduceResponse[];
  /** How long the client is held back by a quota, 0 for not at all. Default 0. */
  throttleTimeMs?: number | undefined;
  /** Where the leaders named above can be reached. Versions 10+. */
  nodeEndpoints?: ProduceResponseNodeEndpoint[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ProduceResponseNodeEndpoint {
  /** Id of the node. Versions 10+. */
  nodeId?: number | undefined;
  /** Host name or address. Versions 10+. */
  host?: string | undefined;
  /** TCP port. Versions 10+. */
  port?: number | undefined;
  /** Rack of the node; null for none. Versions 10+. Default null. */
  rack?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ProduceResponseTopicProduceResponse {
  /** Name of the topic. Versions 3-12. */
  name?: string | undefined;
  /** Id of the topic. Versions 13+. */
  topicId?: string | undefined;
  /** One answer per partition. */
  partitionResponses: ProduceResponsePartitionProduceResponse[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ProduceResponsePartitionProduceResponse {
  /** Index of the partition. */
  index: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Offset the first record was given. */
  baseOffset: number;
  /** When the broker appended the records, in ms since 1970; -1 when the topic keeps the producer's time. Default -1. */
  logAppendTimeMs?: number | undefined;
  /** First offset of the log. Versions 5+. Default -1. */
  logStartOffset?: number | undefined;
  /** Records at fault, for which the batch was refused. Versions 8+. */
  recordErrors?: ProduceResponseBatchIndexAndErrorMessage[] | undefined;
  /** The error in words; null for none. Versions 8+. Default null. */
  errorMessage?: string | null | undefined;
  /** The leader as the answering broker knows it. Versions 10+. */
  currentLeader?: ProduceResponseLeaderIdAndEpoch | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ProduceResponseLeaderIdAndEpoch {
  /** Id of the leader; -1 for unknown. Versions 10+. Default -1. */
  leaderId?: number | undefined;
  /** Epoch of the leader. Versions 10+. Default -1. */
  leaderEpoch?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ProduceResponseBatchIndexAndErrorMessage {
  /** Index in the batch of the record at fault. Versions 8+. */
  batchIndex?: number | undefined;
  /** What is wrong with it; null for nothing to say. Versions 8+. Default null. */
  batchIndexErrorMessage?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const produceResponse: MessageCodec<ProduceResponse> = messageCodec<ProduceResponse>(
  {
    name: 'ProduceResponse',
    kind: 'response',
    apiKey: 0,
    minVersion: 3,
    maxVersion: 13,
    flexibleVersion: 9,
  },
  readProduceResponse,
  writeProduceResponse,
);

function readProduceResponse(reader: Reader, version: number): Decoded<ProduceResponse> {
  const flexible = version >= 9;
  let field = '';
  let index = -1;
  try {
    field = 'responses';
    const responses: Decoded<ProduceResponseTopicProduceResponse>[] = [];
    const responsesLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < responsesLength; index++) responses.push(readProduceResponseTopicProduceResponse(reader, version));
    index = -1;
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    let nodeEndpoints: Decoded<ProduceResponseNodeEndpoint>[] = [];
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    if (flexible) {
      for (let count = reader.readUnsignedVarint(); count > 0; count--) {
        field = 'unknownTags';
        const tag = reader.readUnsignedVarint();
        const end = reader.readTagEnd();
        switch (tag) {
          case 0: {
            if (!(version >= 10)) reader.refuseTag(tag, version);
            field = 'nodeEndpoints';
            nodeEndpoints = [];
            const nodeEndpointsLength = reader.readCompactArrayLength(11);
            for (index = 0; index < nodeEndpointsLength; index++) nodeEndpoints.push(readProduceResponseNodeEndpoint(reader, version));
            index = -1;
            reader.endTag(tag, end);
            break;
          }
          default:
            unknownTags = reader.readUnknownTag(unknownTags, tag, end);
        }
      }
    }
    return { responses, throttleTimeMs, nodeEndpoints, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readProduceResponseNodeEndpoint(reader: Reader, _version: number): Decoded<ProduceResponseNodeEndpoint> {
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

function readProduceResponseTopicProduceResponse(reader: Reader, version: number): Decoded<ProduceResponseTopicProduceResponse> {
  const flexible = version >= 9;
  let field = '';
  let index = -1;
  try {
    let name: string = '';
    if (version <= 12) {
      field = 'name';
      name = flexible ? reader.readCompactString() : reader.readString();
    }
    let topicId: string = ZERO_UUID;
    if (version === 13) {
      field = 'topicId';
      topicId = reader.readUuid();
    }
    field = 'partitionResponses';
    const partitionResponses: Decoded<ProduceResponsePartitionProduceResponse>[] = [];
    const partitionResponsesLength = flexible ? reader.readCompactArrayLength(22) : reader.readArrayLength(22);
    for (index = 0; index < partitionResponsesLength; index++) partitionResponses.push(readProduceResponsePartitionProduceResponse(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, topicId, partitionResponses, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readProduceResponsePartitionProduceResponse(reader: Reader, version: number): Decoded<ProduceResponsePartitionProduceResponse> {
  const flexible = version >= 9;
  let field = '';
  let index = -1;
  try {
    field = 'index';
    const indexValue = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'baseOffset';
    const baseOffset = reader.readInt64();
    field = 'logAppendTimeMs';
    const logAppendTimeMs = reader.readInt64();
    let logStartOffset: number = -1;
    if (version >= 5) {
      field = 'logStartOffset';
      logStartOffset = reader.readInt64();
    }
    const recordErrors: Decoded<ProduceResponseBatchIndexAndErrorMessage>[] = [];
    if (version >= 8) {
      field = 'recordErrors';
      const recordErrorsLength = flexible ? reader.readCompactArrayLength(6) : reader.readArrayLength(6);
      for (index = 0; index < recordErrorsLength; index++) recordErrors.push(readProduceResponseBatchIndexAndErrorMessage(reader, version));
      index = -1;
    }
    let errorMessage: string | null = null;
    if (version >= 8) {
      field = 'errorMessage';
      errorMessage = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    }
    let currentLeader: Decoded<ProduceResponseLeaderIdAndEpoch> = defaultProduceResponseLeaderIdAndEpoch();
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    if (flexible) {
      for (let count = reader.readUnsignedVarint(); count > 0; count--) {
        field = 'unknownTags';
        const tag = reader.readUnsignedVarint();
        const end = reader.readTagEnd();
        switch (tag) {
          case 0: {
            if (!(version >= 10)) reader.refuseTag(tag, version);
            field = 'currentLeader';
            currentLeader = readProduceResponseLeaderIdAndEpoch(reader, version);
            reader.endTag(tag, end);
            break;
          }
          default:
            unknownTags = reader.readUnknownTag(unknownTags, tag, end);
        }
      }
    }
    return { index: indexValue, errorCode, baseOffset, logAppendTimeMs, logStartOffset, recordErrors, errorMessage, currentLeader, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readProduceResponseLeaderIdAndEpoch(reader: Reader, _version: number): Decoded<ProduceResponseLeaderIdAndEpoch> {
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

function readProduceResponseBatchIndexAndErrorMessage(reader: Reader, version: number): Decoded<ProduceResponseBatchIndexAndErrorMessage> {
  const flexible = version >= 9;
  let field = '';
  try {
    field = 'batchIndex';
    const batchIndex = reader.readInt32();
    field = 'batchIndexErrorMessage';
    const batchIndexErrorMessage = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { batchIndex, batchIndexErrorMessage, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeProduceResponse(writer: Writer, message: ProduceResponse, version: number): void {
  const flexible = version >= 9;
  let field = '';
  let index = -1;
  try {
    field = 'responses';
    const responses = message.responses;
    if (flexible) writer.writeUnsignedVarint(responses.length + 1); else writer.writeInt32(responses.length);
    for (index = 0; index < responses.length; index++) {
      const responsesItem = responses[index];
      if (responsesItem === undefined) throw unexpectedNull(version);
      writeProduceResponseTopicProduceResponse(writer, responsesItem, version);
    }
    index = -1;
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs === undefined ? 0 : message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'nodeEndpoints';
    const nodeEndpoints = message.nodeEndpoints === undefined ? [] : message.nodeEndpoints;
    if (!(version >= 10) && (nodeEndpoints.length !== 0)) throw unsupportedField(version);
    field = 'unknownTags';
    if (flexible) {
      const unknown = inTagOrder(message.unknownTags);
      let count = unknown.length;
      let next = 0;
      const hasNodeEndpoints = version >= 10 && nodeEndpoints.length !== 0;
      if (hasNodeEndpoints) count++;
      writer.writeUnsignedVarint(count);
      if (hasNodeEndpoints) {
        field = 'unknownTags';
        next = writer.writeUnknownTagsBelow(unknown, next, 0);
        field = 'nodeEndpoints';
        const tag = writer.beginTag(0);
        writer.writeUnsignedVarint(nodeEndpoints.length + 1);
        for (index = 0; index < nodeEndpoints.length; index++) {
          const nodeEndpointsItem = nodeEndpoints[index];
          if (nodeEndpointsItem === undefined) throw unexpectedNull(version);
          writeProduceResponseNodeEndpoint(writer, nodeEndpointsItem, version);
        }
        index = -1;
        writer.endTag(tag);
      }
      field = 'unknownTags';
      writer.writeUnknownTagsBelow(unknown, next, Infinity);
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeProduceResponseNodeEndpoint(writer: Writer, message: ProduceResponseNodeEndpoint, _version: number): void {
  let field = '';
  try {
    field = 'nodeId';
    const nodeId = message.nodeId === undefined ? 0 : message.nodeId;
    writer.writeInt32(nodeId);
    field = 'host';
    const host = message.host === undefined ? '' : message.host;
    writer.writeCompactString(host);
    field = 'port';
    const port = message.port === undefined ? 0 : message.port;
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

function writeProduceResponseTopicProduceResponse(writer: Writer, message: ProduceResponseTopicProduceResponse, version: number): void {
  const flexible = version >= 9;
  let field = '';
  let index = -1;
  try {
    if (version <= 12) {
      field = 'name';
      const name = message.name === undefined ? '' : message.name;
      if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    }
    if (version === 13) {
      field = 'topicId';
      const topicId = message.topicId === undefined ? ZERO_UUID : message.topicId;
      writer.writeUuid(topicId);
    }
    field = 'partitionResponses';
    const partitionResponses = message.partitionResponses;
    if (flexible) writer.writeUnsignedVarint(partitionResponses.length + 1); else writer.writeInt32(partitionResponses.length);
    for (index = 0; index < partitionResponses.length; index++) {
      const partitionResponsesItem = partitionResponses[index];
      if (partitionResponsesItem === undefined) throw unexpectedNull(version);
      writeProduceResponsePartitionProduceResponse(writer, partitionResponsesItem, version);
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

function writeProduceResponsePartitionProduceResponse(writer: Writer, message: ProduceResponsePartitionProduceResponse, version: number): void {
  const flexible = version >= 9;
  let field = '';
  let index = -1;
  try {
    field = 'index';
    const indexValue = message.index;
    writer.writeInt32(indexValue);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'baseOffset';
    const baseOffset = message.baseOffset;
    writer.writeInt64(baseOffset);
    field = 'logAppendTimeMs';
    const logAppendTimeMs = message.logAppendTimeMs === undefined ? -1 : message.logAppendTimeMs;
    writer.writeInt64(logAppendTimeMs);
    if (version >= 5) {
      field = 'logStartOffset';
      const logStartOffset = message.logStartOffset === undefined ? -1 : message.logStartOffset;
      writer.writeInt64(logStartOffset);
    }
    if (version >= 8) {
      field = 'recordErrors';
      const recordErrors = message.recordErrors === undefined ? [] : message.recordErrors;
      if (flexible) writer.writeUnsignedVarint(recordErrors.length + 1); else writer.writeInt32(recordErrors.length);
      for (index = 0; index < recordErrors.length; index++) {
        const recordErrorsItem = recordErrors[index];
        if (recordErrorsItem === undefined) throw unexpectedNull(version);
        writeProduceResponseBatchIndexAndErrorMessage(writer, recordErrorsItem, version);
      }
      index = -1;
    }
    if (version >= 8) {
      field = 'errorMessage';
      const errorMessage = message.errorMessage === undefined ? null : message.errorMessage;
      if (flexible) writer.writeCompactNullableString(errorMessage); else writer.writeNullableString(errorMessage);
    }
    field = 'currentLeader';
    const currentLeader = message.currentLeader === undefined ? defaultProduceResponseLeaderIdAndEpoch() : message.currentLeader;
    if (!(version >= 10) && (!isDefaultProduceResponseLeaderIdAndEpoch(currentLeader))) throw unsupportedField(version);
    field = 'unknownTags';
    if (flexible) {
      const unknown = inTagOrder(message.unknownTags);
      let count = unknown.length;
      let next = 0;
      const hasCurrentLeader = version >= 10 && !isDefaultProduceResponseLeaderIdAndEpoch(currentLeader);
      if (hasCurrentLeader) count++;
      writer.writeUnsignedVarint(count);
      if (hasCurrentLeader) {
        field = 'unknownTags';
        next = writer.writeUnknownTagsBelow(unknown, next, 0);
        field = 'currentLeader';
        const tag = writer.beginTag(0);
        writeProduceResponseLeaderIdAndEpoch(writer, currentLeader, version);
        writer.endTag(tag);
      }
      field = 'unknownTags';
      writer.writeUnknownTagsBelow(unknown, next, Infinity);
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeProduceResponseLeaderIdAndEpoch(writer: Writer, message: ProduceResponseLeaderIdAndEpoch, _version: number): void {
  let field = '';
  try {
    field = 'leaderId';
    const leaderId = message.leaderId === undefined ? -1 : message.leaderId;
    writer.writeInt32(leaderId);
    field = 'leaderEpoch';
    const leaderEpoch = message.leaderEpoch === undefined ? -1 : message.leaderEpoch;
    writer.writeInt32(leaderEpoch);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeProduceResponseBatchIndexAndErrorMessage(writer: Writer, message: ProduceResponseBatchIndexAndErrorMessage, version: number): void {
  const flexible = version >= 9;
  let field = '';
  try {
    field = 'batchIndex';
    const batchIndex = message.batchIndex === undefined ? 0 : message.batchIndex;
    writer.writeInt32(batchIndex);
    field = 'batchIndexErrorMessage';
    const batchIndexErrorMessage = message.batchIndexErrorMessage === undefined ? null : message.batchIndexErrorMessage;
    if (flexible) writer.writeCompactNullableString(batchIndexErrorMessage); else writer.writeNullableString(batchIndexErrorMessage);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function defaultProduceResponseLeaderIdAndEpoch(): Decoded<ProduceResponseLeaderIdAndEpoch> {
  return { leaderId: -1, leaderEpoch: -1, unknownTags: undefined };
}

function isDefaultProduceResponseLeaderIdAndEpoch(value: ProduceResponseLeaderIdAndEpoch): boolean {
  return (value.leaderId === undefined || value.leaderId === -1) &&
    (value.leaderEpoch === undefined || value.leaderEpoch === -1) &&
    (value.unknownTags === undefined || value.unknownTags.length === 0);
}
