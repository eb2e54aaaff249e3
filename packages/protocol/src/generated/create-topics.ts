// Generated from definitions/create-topics.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import { ZERO_UUID } from '../uuid.js';
import type { Writer } from '../writer.js';

/** CreateTopicsRequest, versions 2-7. */
export interface CreateTopicsRequest {
  /** Topics, one entry each. */
  topics: CreateTopicsRequestCreatableTopic[];
  /** How long the server may take. Default 60000. */
  timeoutMs?: number | undefined;
  /** Whether to check only and change nothing. Default false. */
  validateOnly?: boolean | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface CreateTopicsRequestCreatableTopic {
  /** Name of the topic. */
  name: string;
  /** Number of partitions; -1 for the default. */
  numPartitions: number;
  /** Number of replicas; -1 for the default. */
  replicationFactor: number;
  /** Assignments, one per entry. */
  assignments: CreateTopicsRequestCreatableReplicaAssignment[];
  /** Settings. */
  configs: CreateTopicsRequestCreatableTopicConfig[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface CreateTopicsRequestCreatableTopicConfig {
  /** Name of the setting. */
  name: string;
  /** Value of the setting. */
  value: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface CreateTopicsRequestCreatableReplicaAssignment {
  /** Index of the partition. */
  partitionIndex: number;
  /** Brokers that get the replicas; the first is preferred. */
  brokerIds: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const createTopicsRequest: MessageCodec<CreateTopicsRequest> = messageCodec<CreateTopicsRequest>(
  {
    name: 'CreateTopicsRequest',
    kind: 'request',
    apiKey: 19,
    minVersion: 2,
    maxVersion: 7,
    flexibleVersion: 5,
  },
  readCreateTopicsRequest,
  writeCreateTopicsRequest,
);

function readCreateTopicsRequest(reader: Reader, version: number): Decoded<CreateTopicsRequest> {
  const flexible = version >= 5;
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    const topics: Decoded<CreateTopicsRequestCreatableTopic>[] = [];
    const topicsLength = flexible ? reader.readCompactArrayLength(10) : reader.readArrayLength(10);
    for (index = 0; index < topicsLength; index++) topics.push(readCreateTopicsRequestCreatableTopic(reader, version));
    index = -1;
    field = 'timeoutMs';
    const timeoutMs = reader.readInt32();
    field = 'validateOnly';
    const validateOnly = reader.readBoolean();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { topics, timeoutMs, validateOnly, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readCreateTopicsRequestCreatableTopic(reader: Reader, version: number): Decoded<CreateTopicsRequestCreatableTopic> {
  const flexible = version >= 5;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = flexible ? reader.readCompactString() : reader.readString();
    field = 'numPartitions';
    const numPartitions = reader.readInt32();
    field = 'replicationFactor';
    const replicationFactor = reader.readInt16();
    field = 'assignments';
    const assignments: Decoded<CreateTopicsRequestCreatableReplicaAssignment>[] = [];
    const assignmentsLength = flexible ? reader.readCompactArrayLength(6) : reader.readArrayLength(6);
    for (index = 0; index < assignmentsLength; index++) assignments.push(readCreateTopicsRequestCreatableReplicaAssignment(reader, version));
    index = -1;
    field = 'configs';
    const configs: Decoded<CreateTopicsRequestCreatableTopicConfig>[] = [];
    const configsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < configsLength; index++) configs.push(readCreateTopicsRequestCreatableTopicConfig(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, numPartitions, replicationFactor, assignments, configs, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readCreateTopicsRequestCreatableTopicConfig(reader: Reader, version: number): Decoded<CreateTopicsRequestCreatableTopicConfig> {
  const flexible = version >= 5;
  let field = '';
  try {
    field = 'name';
    const name = flexible ? reader.readCompactString() : reader.readString();
    field = 'value';
    const value = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { name, value, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readCreateTopicsRequestCreatableReplicaAssignment(reader: Reader, version: number): Decoded<CreateTopicsRequestCreatableReplicaAssignment> {
  const flexible = version >= 5;
  let field = '';
  let index = -1;
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'brokerIds';
    const brokerIds: number[] = [];
    const brokerIdsLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
    for (index = 0; index < brokerIdsLength; index++) brokerIds.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { partitionIndex, brokerIds, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeCreateTopicsRequest(writer: Writer, message: CreateTopicsRequest, version: number): void {
  const flexible = version >= 5;
  let field = '';
  let index = -1;
  try {
    field = 'topics';
    const topics = message.topics;
    if (flexible) writer.writeUnsignedVarint(topics.length + 1); else writer.writeInt32(topics.length);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeCreateTopicsRequestCreatableTopic(writer, topicsItem, version);
    }
    index = -1;
    field = 'timeoutMs';
    const timeoutMs = message.timeoutMs === undefined ? 60000 : message.timeoutMs;
    writer.writeInt32(timeoutMs);
    field = 'validateOnly';
    const validateOnly = message.validateOnly === undefined ? false : message.validateOnly;
    writer.writeBoolean(validateOnly);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeCreateTopicsRequestCreatableTopic(writer: Writer, message: CreateTopicsRequestCreatableTopic, version: number): void {
  const flexible = version >= 5;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name;
    if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    field = 'numPartitions';
    const numPartitions = message.numPartitions;
    writer.writeInt32(numPartitions);
    field = 'replicationFactor';
    const replicationFactor = message.replicationFactor;
    writer.writeInt16(replicationFactor);
    field = 'assignments';
    const assignments = message.assignments;
    if (flexible) writer.writeUnsignedVarint(assignments.length + 1); else writer.writeInt32(assignments.length);
    for (index = 0; index < assignments.length; index++) {
      const assignmentsItem = assignments[index];
      if (assignmentsItem === undefined) throw unexpectedNull(version);
      writeCreateTopicsRequestCreatableReplicaAssignment(writer, assignmentsItem, version);
    }
    index = -1;
    field = 'configs';
    const configs = message.configs;
    if (flexible) writer.writeUnsignedVarint(configs.length + 1); else writer.writeInt32(configs.length);
    for (index = 0; index < configs.length; index++) {
      const configsItem = configs[index];
      if (configsItem === undefined) throw unexpectedNull(version);
      writeCreateTopicsRequestCreatableTopicConfig(writer, configsItem, version);
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

function writeCreateTopicsRequestCreatableTopicConfig(writer: Writer, message: CreateTopicsRequestCreatableTopicConfig, version: number): void {
  const flexible = version >= 5;
  let field = '';
  try {
    field = 'name';
    const name = message.name;
    if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    field = 'value';
    const value = message.value;
    if (flexible) writer.writeCompactNullableString(value); else writer.writeNullableString(value);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeCreateTopicsRequestCreatableReplicaAssignment(writer: Writer, message: CreateTopicsRequestCreatableReplicaAssignment, version: number): void {
  const flexible = version >= 5;
  let field = '';
  let index = -1;
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'brokerIds';
    const brokerIds = message.brokerIds;
    if (flexible) writer.writeUnsignedVarint(brokerIds.length + 1); else writer.writeInt32(brokerIds.length);
    for (index = 0; index < brokerIds.length; index++) {
      const brokerIdsItem = brokerIds[index];
      if (brokerIdsItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(brokerIdsItem);
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

/** CreateTopicsResponse, versions 2-7. */
export interface CreateTopicsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Topics, one entry each. */
  topics: CreateTopicsResponseCreatableTopicResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface CreateTopicsResponseCreatableTopicResult {
  /** Name of the topic. */
  name: string;
  /** Id of the topic. Versions 7+. */
  topicId?: string | undefined;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** Error that kept the settings from being told; 0 for none. Versions 5+. */
  topicConfigErrorCode?: number | undefined;
  /** Number of partitions; -1 for the default. Versions 5+. Default -1. */
  numPartitions?: number | undefined;
  /** Number of replicas; -1 for the default. Versions 5+. Default -1. */
  replicationFactor?: number | undefined;
  /** Settings. Versions 5+. */
  configs?: CreateTopicsResponseCreatableTopicConfigs[] | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface CreateTopicsResponseCreatableTopicConfigs {
  /** Name of the setting. Versions 5+. */
  name?: string | undefined;
  /** Value of the setting. Versions 5+. */
  value?: string | null | undefined;
  /** Whether the setting cannot be changed. Versions 5+. */
  readOnly?: boolean | undefined;
  /** Where the value comes from. Versions 5+. Default -1. */
  configSource?: number | undefined;
  /** Whether the value is secret, and so not told. Versions 5+. */
  isSensitive?: boolean | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const createTopicsResponse: MessageCodec<CreateTopicsResponse> = messageCodec<CreateTopicsResponse>(
  {
    name: 'CreateTopicsResponse',
    kind: 'response',
    apiKey: 19,
    minVersion: 2,
    maxVersion: 7,
    flexibleVersion: 5,
  },
  readCreateTopicsResponse,
  writeCreateTopicsResponse,
);

function readCreateTopicsResponse(reader: Reader, version: number): Decoded<CreateTopicsResponse> {
  const flexible = version >= 5;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'topics';
    const topics: Decoded<CreateTopicsResponseCreatableTopicResult>[] = [];
    const topicsLength = flexible ? reader.readCompactArrayLength(6) : reader.readArrayLength(6);
    for (index = 0; index < topicsLength; index++) topics.push(readCreateTopicsResponseCreatableTopicResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, topics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readCreateTopicsResponseCreatableTopicResult(reader: Reader, version: number): Decoded<CreateTopicsResponseCreatableTopicResult> {
  const flexible = version >= 5;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = flexible ? reader.readCompactString() : reader.readString();
    let topicId: string = ZERO_UUID;
    if (version === 7) {
      field = 'topicId';
      topicId = reader.readUuid();
    }
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    let topicConfigErrorCode: number = 0;
    let numPartitions: number = -1;
    if (version >= 5) {
      field = 'numPartitions';
      numPartitions = reader.readInt32();
    }
    let replicationFactor: number = -1;
    if (version >= 5) {
      field = 'replicationFactor';
      replicationFactor = reader.readInt16();
    }
    let configs: Decoded<CreateTopicsResponseCreatableTopicConfigs>[] | null = [];
    if (version >= 5) {
      field = 'configs';
      const configsLength = reader.readCompactNullableArrayLength(6);
      const configsList: Decoded<CreateTopicsResponseCreatableTopicConfigs>[] = [];
      for (index = 0; index < configsLength; index++) configsList.push(readCreateTopicsResponseCreatableTopicConfigs(reader, version));
      index = -1;
      configs = configsLength < 0 ? null : configsList;
    }
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    if (flexible) {
      for (let count = reader.readUnsignedVarint(); count > 0; count--) {
        field = 'unknownTags';
        const tag = reader.readUnsignedVarint();
        const end = reader.readTagEnd();
        switch (tag) {
          case 0: {
            field = 'topicConfigErrorCode';
            topicConfigErrorCode = reader.readInt16();
            reader.endTag(tag, end);
            break;
          }
          default:
            unknownTags = reader.readUnknownTag(unknownTags, tag, end);
        }
      }
    }
    return { name, topicId, errorCode, errorMessage, topicConfigErrorCode, numPartitions, replicationFactor, configs, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readCreateTopicsResponseCreatableTopicConfigs(reader: Reader, _version: number): Decoded<CreateTopicsResponseCreatableTopicConfigs> {
  let field = '';
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'value';
    const value = reader.readCompactNullableString();
    field = 'readOnly';
    const readOnly = reader.readBoolean();
    field = 'configSource';
    const configSource = reader.readInt8();
    field = 'isSensitive';
    const isSensitive = reader.readBoolean();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, value, readOnly, configSource, isSensitive, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeCreateTopicsResponse(writer: Writer, message: CreateTopicsResponse, version: number): void {
  const flexible = version >= 5;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'topics';
    const topics = message.topics;
    if (flexible) writer.writeUnsignedVarint(topics.length + 1); else writer.writeInt32(topics.length);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeCreateTopicsResponseCreatableTopicResult(writer, topicsItem, version);
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

function writeCreateTopicsResponseCreatableTopicResult(writer: Writer, message: CreateTopicsResponseCreatableTopicResult, version: number): void {
  const flexible = version >= 5;
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name;
    if (flexible) writer.writeCompactString(name); else writer.writeString(name);
    if (version === 7) {
      field = 'topicId';
      const topicId = message.topicId === undefined ? ZERO_UUID : message.topicId;
      writer.writeUuid(topicId);
    }
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage;
    if (flexible) writer.writeCompactNullableString(errorMessage); else writer.writeNullableString(errorMessage);
    field = 'topicConfigErrorCode';
    const topicConfigErrorCode = message.topicConfigErrorCode === undefined ? 0 : message.topicConfigErrorCode;
    if (version >= 5) {
      field = 'numPartitions';
      const numPartitions = message.numPartitions === undefined ? -1 : message.numPartitions;
      writer.writeInt32(numPartitions);
    }
    if (version >= 5) {
      field = 'replicationFactor';
      const replicationFactor = message.replicationFactor === undefined ? -1 : message.replicationFactor;
      writer.writeInt16(replicationFactor);
    }
    if (version >= 5) {
      field = 'configs';
      const configs = message.configs === undefined ? [] : message.configs;
      if (configs === null) {
        writer.writeUnsignedVarint(0);
      } else {
        writer.writeUnsignedVarint(configs.length + 1);
        for (index = 0; index < configs.length; index++) {
          const configsItem = configs[index];
          if (configsItem === undefined) throw unexpectedNull(version);
          writeCreateTopicsResponseCreatableTopicConfigs(writer, configsItem, version);
        }
        index = -1;
      }
    }
    field = 'unknownTags';
    if (flexible) {
      const unknown = inTagOrder(message.unknownTags);
      let count = unknown.length;
      let next = 0;
      const hasTopicConfigErrorCode = topicConfigErrorCode !== 0;
      if (hasTopicConfigErrorCode) count++;
      writer.writeUnsignedVarint(count);
      if (hasTopicConfigErrorCode) {
        field = 'unknownTags';
        next = writer.writeUnknownTagsBelow(unknown, next, 0);
        field = 'topicConfigErrorCode';
        const tag = writer.beginTag(0);
        writer.writeInt16(topicConfigErrorCode);
        writer.endTag(tag);
      }
      field = 'unknownTags';
      writer.writeUnknownTagsBelow(unknown, next, Infinity);
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeCreateTopicsResponseCreatableTopicConfigs(writer: Writer, message: CreateTopicsResponseCreatableTopicConfigs, _version: number): void {
  let field = '';
  try {
    field = 'name';
    const name = message.name === undefined ? '' : message.name;
    writer.writeCompactString(name);
    field = 'value';
    const value = message.value === undefined ? '' : message.value;
    writer.writeCompactNullableString(value);
    field = 'readOnly';
    const readOnly = message.readOnly === undefined ? false : message.readOnly;
    writer.writeBoolean(readOnly);
    field = 'configSource';
    const configSource = message.configSource === undefined ? -1 : message.configSource;
    writer.writeInt8(configSource);
    field = 'isSensitive';
    const isSensitive = message.isSensitive === undefined ? false : message.isSensitive;
    writer.writeBoolean(isSensitive);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
