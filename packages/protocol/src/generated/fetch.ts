// Generated from definitions/fetch.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import type { Records } from '../external-records.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import { ZERO_UUID } from '../uuid.js';
import type { Writer } from '../writer.js';

/** FetchRequest, versions 4-18. */
export interface FetchRequest {
  /** Id of the cluster. Versions 12+. Default null. */
  clusterId?: string | null | undefined;
  /** Id of the replica; -1 for a client. Versions 4-14. Default -1. */
  replicaId?: number | undefined;
  /** Who fetches, when it is a follower. Versions 15+. */
  replicaState?: FetchRequestReplicaState | undefined;
  /** Longest wait for enough bytes. */
  maxWaitMs: number;
  /** Fewest bytes worth an answer before the wait is over. */
  minBytes: number;
  /** Most bytes to return; the first batch comes whole even so. Default 2147483647. */
  maxBytes?: number | undefined;
  /** 0 read_uncommitted, 1 read_committed. Default 0. */
  isolationLevel?: number | undefined;
  /** Id of the fetch session; 0 for none. Versions 7+. Default 0. */
  sessionId?: number | undefined;
  /** Epoch of the fetch session; 0 opens one, -1 is without. Versions 7+. Default -1. */
  sessionEpoch?: number | undefined;
  /** Topics, one entry each. */
  topics: FetchRequestFetchTopic[];
  /** Partitions to drop from the session. Versions 7+. */
  forgottenTopicsData?: FetchRequestForgottenTopic[] | undefined;
  /** Rack of the client or replica. Versions 11+. Default ''. */
  rackId?: string | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface FetchRequestForgottenTopic {
  /** Name of the topic. Versions 7-12. */
  topic?: string | undefined;
  /** Id of the topic. Versions 13+. */
  topicId?: string | undefined;
  /** Indexes of the partitions. Versions 7+. */
  partitions?: number[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface FetchRequestFetchTopic {
  /** Name of the topic. Versions 4-12. */
  topic?: string | undefined;
  /** Id of the topic. Versions 13+. */
  topicId?: string | undefined;
  /** Partitions of the topic, one entry each. */
  partitions: FetchRequestFetchPartition[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface FetchRequestFetchPartition {
  /** Index of the partition. */
  partition: number;
  /** Leader epoch the asker knows, for fencing; -1 for none. Versions 9+. Default -1. */
  currentLeaderEpoch?: number | undefined;
  /** Offset to read from. */
  fetchOffset: number;
  /** Epoch of the last record the asker has; -1 for none. Versions 12+. Default -1. */
  lastFetchedEpoch?: number | undefined;
  /** First offset of the log. Versions 5+. Default -1. */
  logStartOffset?: number | undefined;
  /** Most bytes to return for this partition. */
  partitionMaxBytes: number;
  /** Directory id of the replica. Versions 17+. */
  replicaDirectoryId?: string | undefined;
  /** High watermark the replica knows; 2^63-1 for not to be compared. Versions 18+. Default 9223372036854775807. */
  highWatermark?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface FetchRequestReplicaState {
  /** Id of the replica; -1 for a client. Versions 15+. Default -1. */
  replicaId?: number | undefined;
  /** Broker epoch of the follower; -1 for unknown. Versions 15+. Default -1. */
  replicaEpoch?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const fetchRequest: MessageCodec<FetchRequest> = messageCodec<FetchRequest>(
  {
    name: 'FetchRequest',
    kind: 'request',
    apiKey: 1,
    minVersion: 4,
    maxVersion: 18,
    flexibleVersion: 12,
  },
  readFetchRequest,
  writeFetchRequest,
);

function readFetchRequest(reader: Reader, version: number): Decoded<FetchRequest> {
  const flexible = version >= 12;
  let field = '';
  let index = -1;
  try {
    let clusterId: string | null = null;
    let replicaId: number = -1;
    if (version <= 14) {
      field = 'replicaId';
      replicaId = reader.readInt32();
    }
    let replicaState: Decoded<FetchRequestReplicaState> = defaultFetchRequestReplicaState();
    field = 'maxWaitMs';
    const maxWaitMs = reader.readInt32();
    field = 'minBytes';
    const minBytes = reader.readInt32();
    field = 'maxBytes';
    const maxBytes = reader.readInt32();
    field = 'isolationLevel';
    const isolationLevel = reader.readInt8();
    let sessionId: number = 0;
    if (version >= 7) {
      field = 'sessionId';
      sessionId = reader.readInt32();
    }
    let sessionEpoch: number = -1;
    if (version >= 7) {
      field = 'sessionEpoch';
      sessionEpoch = reader.readInt32();
    }
    field = 'topics';
    const topics: Decoded<FetchRequestFetchTopic>[] = [];
    const topicsLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < topicsLength; index++) topics.push(readFetchRequestFetchTopic(reader, version));
    index = -1;
    const forgottenTopicsData: Decoded<FetchRequestForgottenTopic>[] = [];
    if (version >= 7) {
      field = 'forgottenTopicsData';
      const forgottenTopicsDataLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
      for (index = 0; index < forgottenTopicsDataLength; index++) forgottenTopicsData.push(readFetchRequestForgottenTopic(reader, version));
      index = -1;
    }
    let rackId: string = '';
    if (version >= 11) {
      field = 'rackId';
      rackId = flexible ? reader.readCompactString() : reader.readString();
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
            field = 'clusterId';
            clusterId = reader.readCompactNullableString();
            reader.endTag(tag, end);
            break;
          }
          case 1: {
            if (!(version >= 15)) reader.refuseTag(tag, version);
            field = 'replicaState';
            replicaState = readFetchRequestReplicaState(reader, version);
            reader.endTag(tag, end);
            break;
          }
          default:
            unknownTags = reader.readUnknownTag(unknownTags, tag, end);
        }
      }
    }
    return { clusterId, replicaId, replicaState, maxWaitMs, minBytes, maxBytes, isolationLevel, sessionId, sessionEpoch, topics, forgottenTopicsData, rackId, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readFetchRequestForgottenTopic(reader: Reader, version: number): Decoded<FetchRequestForgottenTopic> {
  const flexible = version >= 12;
  let field = '';
  let index = -1;
  try {
    let topic: string = '';
    if (version <= 12) {
      field = 'topic';
      topic = flexible ? reader.readCompactString() : reader.readString();
    }
    let topicId: string = ZERO_UUID;
    if (version >= 13) {
      field = 'topicId';
      topicId = reader.readUuid();
    }
    field = 'partitions';
    const partitions: number[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
    for (index = 0; index < partitionsLength; index++) partitions.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { topic, topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readFetchRequestFetchTopic(reader: Reader, version: number): Decoded<FetchRequestFetchTopic> {
  const flexible = version >= 12;
  let field = '';
  let index = -1;
  try {
    let topic: string = '';
    if (version <= 12) {
      field = 'topic';
      topic = flexible ? reader.readCompactString() : reader.readString();
    }
    let topicId: string = ZERO_UUID;
    if (version >= 13) {
      field = 'topicId';
      topicId = reader.readUuid();
    }
    field = 'partitions';
    const partitions: Decoded<FetchRequestFetchPartition>[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(16) : reader.readArrayLength(16);
    for (index = 0; index < partitionsLength; index++) partitions.push(readFetchRequestFetchPartition(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { topic, topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readFetchRequestFetchPartition(reader: Reader, version: number): Decoded<FetchRequestFetchPartition> {
  const flexible = version >= 12;
  let field = '';
  try {
    field = 'partition';
    const partition = reader.readInt32();
    let currentLeaderEpoch: number = -1;
    if (version >= 9) {
      field = 'currentLeaderEpoch';
      currentLeaderEpoch = reader.readInt32();
    }
    field = 'fetchOffset';
    const fetchOffset = reader.readInt64();
    let lastFetchedEpoch: number = -1;
    if (version >= 12) {
      field = 'lastFetchedEpoch';
      lastFetchedEpoch = reader.readInt32();
    }
    let logStartOffset: number = -1;
    if (version >= 5) {
      field = 'logStartOffset';
      logStartOffset = reader.readInt64();
    }
    field = 'partitionMaxBytes';
    const partitionMaxBytes = reader.readInt32();
    let replicaDirectoryId: string = ZERO_UUID;
    let highWatermark: number = 2 ** 63;
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    if (flexible) {
      for (let count = reader.readUnsignedVarint(); count > 0; count--) {
        field = 'unknownTags';
        const tag = reader.readUnsignedVarint();
        const end = reader.readTagEnd();
        switch (tag) {
          case 0: {
            if (!(version >= 17)) reader.refuseTag(tag, version);
            field = 'replicaDirectoryId';
            replicaDirectoryId = reader.readUuid();
            reader.endTag(tag, end);
            break;
          }
          case 1: {
            if (!(version === 18)) reader.refuseTag(tag, version);
            field = 'highWatermark';
            highWatermark = reader.readInt64();
            reader.endTag(tag, end);
            break;
          }
          default:
            unknownTags = reader.readUnknownTag(unknownTags, tag, end);
        }
      }
    }
    return { partition, currentLeaderEpoch, fetchOffset, lastFetchedEpoch, logStartOffset, partitionMaxBytes, replicaDirectoryId, highWatermark, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readFetchRequestReplicaState(reader: Reader, _version: number): Decoded<FetchRequestReplicaState> {
  let field = '';
  try {
    field = 'replicaId';
    const replicaId = reader.readInt32();
    field = 'replicaEpoch';
    const replicaEpoch = reader.readInt64();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { replicaId, replicaEpoch, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeFetchRequest(writer: Writer, message: FetchRequest, version: number): void {
  const flexible = version >= 12;
  let field = '';
  let index = -1;
  try {
    field = 'clusterId';
    const clusterId = message.clusterId === undefined ? null : message.clusterId;
    field = 'replicaId';
    const replicaId = message.replicaId === undefined ? -1 : message.replicaId;
    if (version <= 14) {
      writer.writeInt32(replicaId);
    } else if (replicaId !== -1) {
      throw unsupportedField(version);
    }
    field = 'replicaState';
    const replicaState = message.replicaState === undefined ? defaultFetchRequestReplicaState() : message.replicaState;
    if (!(version >= 15) && (!isDefaultFetchRequestReplicaState(replicaState))) throw unsupportedField(version);
    field = 'maxWaitMs';
    const maxWaitMs = message.maxWaitMs;
    writer.writeInt32(maxWaitMs);
    field = 'minBytes';
    const minBytes = message.minBytes;
    writer.writeInt32(minBytes);
    field = 'maxBytes';
    const maxBytes = message.maxBytes === undefined ? 2147483647 : message.maxBytes;
    writer.writeInt32(maxBytes);
    field = 'isolationLevel';
    const isolationLevel = message.isolationLevel === undefined ? 0 : message.isolationLevel;
    writer.writeInt8(isolationLevel);
    if (version >= 7) {
      field = 'sessionId';
      const sessionId = message.sessionId === undefined ? 0 : message.sessionId;
      writer.writeInt32(sessionId);
    }
    if (version >= 7) {
      field = 'sessionEpoch';
      const sessionEpoch = message.sessionEpoch === undefined ? -1 : message.sessionEpoch;
      writer.writeInt32(sessionEpoch);
    }
    field = 'topics';
    const topics = message.topics;
    if (flexible) writer.writeUnsignedVarint(topics.length + 1); else writer.writeInt32(topics.length);
    for (index = 0; index < topics.length; index++) {
      const topicsItem = topics[index];
      if (topicsItem === undefined) throw unexpectedNull(version);
      writeFetchRequestFetchTopic(writer, topicsItem, version);
    }
    index = -1;
    field = 'forgottenTopicsData';
    const forgottenTopicsData = message.forgottenTopicsData === undefined ? [] : message.forgottenTopicsData;
    if (version >= 7) {
      if (flexible) writer.writeUnsignedVarint(forgottenTopicsData.length + 1); else writer.writeInt32(forgottenTopicsData.length);
      for (index = 0; index < forgottenTopicsData.length; index++) {
        const forgottenTopicsDataItem = forgottenTopicsData[index];
        if (forgottenTopicsDataItem === undefined) throw unexpectedNull(version);
        writeFetchRequestForgottenTopic(writer, forgottenTopicsDataItem, version);
      }
      index = -1;
    } else if (forgottenTopicsData.length !== 0) {
      throw unsupportedField(version);
    }
    if (version >= 11) {
      field = 'rackId';
      const rackId = message.rackId === undefined ? '' : message.rackId;
      if (flexible) writer.writeCompactString(rackId); else writer.writeString(rackId);
    }
    field = 'unknownTags';
    if (flexible) {
      const unknown = inTagOrder(message.unknownTags);
      let count = unknown.length;
      let next = 0;
      const hasClusterId = clusterId !== null;
      if (hasClusterId) count++;
      const hasReplicaState = version >= 15 && !isDefaultFetchRequestReplicaState(replicaState);
      if (hasReplicaState) count++;
      writer.writeUnsignedVarint(count);
      if (hasClusterId) {
        field = 'unknownTags';
        next = writer.writeUnknownTagsBelow(unknown, next, 0);
        field = 'clusterId';
        const tag = writer.beginTag(0);
        writer.writeCompactNullableString(clusterId);
        writer.endTag(tag);
      }
      if (hasReplicaState) {
        field = 'unknownTags';
        next = writer.writeUnknownTagsBelow(unknown, next, 1);
        field = 'replicaState';
        const tag = writer.beginTag(1);
        writeFetchRequestReplicaState(writer, replicaState, version);
        writer.endTag(tag);
      }
      field = 'unknownTags';
      writer.writeUnknownTagsBelow(unknown, next, Infinity);
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeFetchRequestForgottenTopic(writer: Writer, message: FetchRequestForgottenTopic, version: number): void {
  const flexible = version >= 12;
  let field = '';
  let index = -1;
  try {
    if (version <= 12) {
      field = 'topic';
      const topic = message.topic === undefined ? '' : message.topic;
      if (flexible) writer.writeCompactString(topic); else writer.writeString(topic);
    }
    if (version >= 13) {
      field = 'topicId';
      const topicId = message.topicId === undefined ? ZERO_UUID : message.topicId;
      writer.writeUuid(topicId);
    }
    field = 'partitions';
    const partitions = message.partitions === undefined ? [] : message.partitions;
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

function writeFetchRequestFetchTopic(writer: Writer, message: FetchRequestFetchTopic, version: number): void {
  const flexible = version >= 12;
  let field = '';
  let index = -1;
  try {
    if (version <= 12) {
      field = 'topic';
      const topic = message.topic === undefined ? '' : message.topic;
      if (flexible) writer.writeCompactString(topic); else writer.writeString(topic);
    }
    if (version >= 13) {
      field = 'topicId';
      const topicId = message.topicId === undefined ? ZERO_UUID : message.topicId;
      writer.writeUuid(topicId);
    }
    field = 'partitions';
    const partitions = message.partitions;
    if (flexible) writer.writeUnsignedVarint(partitions.length + 1); else writer.writeInt32(partitions.length);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeFetchRequestFetchPartition(writer, partitionsItem, version);
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

function writeFetchRequestFetchPartition(writer: Writer, message: FetchRequestFetchPartition, version: number): void {
  const flexible = version >= 12;
  let field = '';
  try {
    field = 'partition';
    const partition = message.partition;
    writer.writeInt32(partition);
    if (version >= 9) {
      field = 'currentLeaderEpoch';
      const currentLeaderEpoch = message.currentLeaderEpoch === undefined ? -1 : message.currentLeaderEpoch;
      writer.writeInt32(currentLeaderEpoch);
    }
    field = 'fetchOffset';
    const fetchOffset = message.fetchOffset;
    writer.writeInt64(fetchOffset);
    field = 'lastFetchedEpoch';
    const lastFetchedEpoch = message.lastFetchedEpoch === undefined ? -1 : message.lastFetchedEpoch;
    if (version >= 12) {
      writer.writeInt32(lastFetchedEpoch);
    } else if (lastFetchedEpoch !== -1) {
      throw unsupportedField(version);
    }
    if (version >= 5) {
      field = 'logStartOffset';
      const logStartOffset = message.logStartOffset === undefined ? -1 : message.logStartOffset;
      writer.writeInt64(logStartOffset);
    }
    field = 'partitionMaxBytes';
    const partitionMaxBytes = message.partitionMaxBytes;
    writer.writeInt32(partitionMaxBytes);
    field = 'replicaDirectoryId';
    const replicaDirectoryId = message.replicaDirectoryId === undefined ? ZERO_UUID : message.replicaDirectoryId;
    field = 'highWatermark';
    const highWatermark = message.highWatermark === undefined ? 2 ** 63 : message.highWatermark;
    field = 'unknownTags';
    if (flexible) {
      const unknown = inTagOrder(message.unknownTags);
      let count = unknown.length;
      let next = 0;
      const hasReplicaDirectoryId = version >= 17 && replicaDirectoryId !== ZERO_UUID;
      if (hasReplicaDirectoryId) count++;
      const hasHighWatermark = version === 18 && highWatermark !== 2 ** 63;
      if (hasHighWatermark) count++;
      writer.writeUnsignedVarint(count);
      if (hasReplicaDirectoryId) {
        field = 'unknownTags';
        next = writer.writeUnknownTagsBelow(unknown, next, 0);
        field = 'replicaDirectoryId';
        const tag = writer.beginTag(0);
        writer.writeUuid(replicaDirectoryId);
        writer.endTag(tag);
      }
      if (hasHighWatermark) {
        field = 'unknownTags';
        next = writer.writeUnknownTagsBelow(unknown, next, 1);
        field = 'highWatermark';
        const tag = writer.beginTag(1);
        writer.writeInt64(highWatermark);
        writer.endTag(tag);
      }
      field = 'unknownTags';
      writer.writeUnknownTagsBelow(unknown, next, Infinity);
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeFetchRequestReplicaState(writer: Writer, message: FetchRequestReplicaState, _version: number): void {
  let field = '';
  try {
    field = 'replicaId';
    const replicaId = message.replicaId === undefined ? -1 : message.replicaId;
    writer.writeInt32(replicaId);
    field = 'replicaEpoch';
    const replicaEpoch = message.replicaEpoch === undefined ? -1 : message.replicaEpoch;
    writer.writeInt64(replicaEpoch);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function defaultFetchRequestReplicaState(): Decoded<FetchRequestReplicaState> {
  return { replicaId: -1, replicaEpoch: -1, unknownTags: undefined };
}

function isDefaultFetchRequestReplicaState(value: FetchRequestReplicaState): boolean {
  return (value.replicaId === undefined || value.replicaId === -1) &&
    (value.replicaEpoch === undefined || value.replicaEpoch === -1) &&
    (value.unknownTags === undefined || value.unknownTags.length === 0);
}

/** FetchResponse, versions 4-18. */
export interface FetchResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. Versions 7+. */
  errorCode?: number | undefined;
  /** Id of the fetch session; 0 for none. Versions 7+. Default 0. */
  sessionId?: number | undefined;
  /** One answer per topic or resource. */
  responses: FetchResponseFetchableTopicResponse[];
  /** Where the leaders named above can be reached. Versions 16+. */
  nodeEndpoints?: FetchResponseNodeEndpoint[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface FetchResponseNodeEndpoint {
  /** Id of the node. Versions 16+. */
  nodeId?: number | undefined;
  /** Host name or address. Versions 16+. */
  host?: string | undefined;
  /** TCP port. Versions 16+. */
  port?: number | undefined;
  /** Rack of the node; null for none. Versions 16+. Default null. */
  rack?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface FetchResponseFetchableTopicResponse {
  /** Name of the topic. Versions 4-12. */
  topic?: string | undefined;
  /** Id of the topic. Versions 13+. */
  topicId?: string | undefined;
  /** Partitions of the topic, one entry each. */
  partitions: FetchResponsePartitionData[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface FetchResponsePartitionData {
  /** Index of the partition. */
  partitionIndex: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Offset behind the last committed record. */
  highWatermark: number;
  /** First offset of an open transaction, else the high watermark. Default -1. */
  lastStableOffset?: number | undefined;
  /** First offset of the log. Versions 5+. Default -1. */
  logStartOffset?: number | undefined;
  /** Largest epoch below the asked one and where it ends, when the logs diverge. Versions 12+. */
  divergingEpoch?: FetchResponseEpochEndOffset | undefined;
  /** The leader as the answering broker knows it. Versions 12+. */
  currentLeader?: FetchResponseLeaderIdAndEpoch | undefined;
  /** Which snapshot: the offset behind its last record and its epoch. Versions 12+. */
  snapshotId?: FetchResponseSnapshotId | undefined;
  /** Aborted transactions that overlap what was read, by first offset; null for read_uncommitted. */
  abortedTransactions: FetchResponseAbortedTransaction[] | null;
  /** Replica the consumer should rather read from; -1 for the leader. Versions 11+. Default -1. */
  preferredReadReplica?: number | undefined;
  /** Record batches. */
  records: Records | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface FetchResponseAbortedTransaction {
  /** Id of the producer. */
  producerId: number;
  /** First offset of the transaction in this partition. */
  firstOffset: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface FetchResponseSnapshotId {
  /** Offset behind the last record in the snapshot. Default -1. */
  endOffset?: number | undefined;
  /** Epoch of the last record in the snapshot. Default -1. */
  epoch?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface FetchResponseLeaderIdAndEpoch {
  /** Id of the leader; -1 for unknown. Versions 12+. Default -1. */
  leaderId?: number | undefined;
  /** Epoch of the leader. Versions 12+. Default -1. */
  leaderEpoch?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface FetchResponseEpochEndOffset {
  /** The epoch; -1 for unknown. Versions 12+. Default -1. */
  epoch?: number | undefined;
  /** Offset behind the last record of the epoch. Versions 12+. Default -1. */
  endOffset?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const fetchResponse: MessageCodec<FetchResponse> = messageCodec<FetchResponse>(
  {
    name: 'FetchResponse',
    kind: 'response',
    apiKey: 1,
    minVersion: 4,
    maxVersion: 18,
    flexibleVersion: 12,
  },
  readFetchResponse,
  writeFetchResponse,
);

function readFetchResponse(reader: Reader, version: number): Decoded<FetchResponse> {
  const flexible = version >= 12;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    let errorCode: number = 0;
    if (version >= 7) {
      field = 'errorCode';
      errorCode = reader.readInt16();
    }
    let sessionId: number = 0;
    if (version >= 7) {
      field = 'sessionId';
      sessionId = reader.readInt32();
    }
    field = 'responses';
    const responses: Decoded<FetchResponseFetchableTopicResponse>[] = [];
    const responsesLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < responsesLength; index++) responses.push(readFetchResponseFetchableTopicResponse(reader, version));
    index = -1;
    let nodeEndpoints: Decoded<FetchResponseNodeEndpoint>[] = [];
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    if (flexible) {
      for (let count = reader.readUnsignedVarint(); count > 0; count--) {
        field = 'unknownTags';
        const tag = reader.readUnsignedVarint();
        const end = reader.readTagEnd();
        switch (tag) {
          case 0: {
            if (!(version >= 16)) reader.refuseTag(tag, version);
            field = 'nodeEndpoints';
            nodeEndpoints = [];
            const nodeEndpointsLength = reader.readCompactArrayLength(11);
            for (index = 0; index < nodeEndpointsLength; index++) nodeEndpoints.push(readFetchResponseNodeEndpoint(reader, version));
            index = -1;
            reader.endTag(tag, end);
            break;
          }
          default:
            unknownTags = reader.readUnknownTag(unknownTags, tag, end);
        }
      }
    }
    return { throttleTimeMs, errorCode, sessionId, responses, nodeEndpoints, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readFetchResponseNodeEndpoint(reader: Reader, _version: number): Decoded<FetchResponseNodeEndpoint> {
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

function readFetchResponseFetchableTopicResponse(reader: Reader, version: number): Decoded<FetchResponseFetchableTopicResponse> {
  const flexible = version >= 12;
  let field = '';
  let index = -1;
  try {
    let topic: string = '';
    if (version <= 12) {
      field = 'topic';
      topic = flexible ? reader.readCompactString() : reader.readString();
    }
    let topicId: string = ZERO_UUID;
    if (version >= 13) {
      field = 'topicId';
      topicId = reader.readUuid();
    }
    field = 'partitions';
    const partitions: Decoded<FetchResponsePartitionData>[] = [];
    const partitionsLength = flexible ? reader.readCompactArrayLength(30) : reader.readArrayLength(30);
    for (index = 0; index < partitionsLength; index++) partitions.push(readFetchResponsePartitionData(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { topic, topicId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readFetchResponsePartitionData(reader: Reader, version: number): Decoded<FetchResponsePartitionData> {
  const flexible = version >= 12;
  let field = '';
  let index = -1;
  try {
    field = 'partitionIndex';
    const partitionIndex = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'highWatermark';
    const highWatermark = reader.readInt64();
    field = 'lastStableOffset';
    const lastStableOffset = reader.readInt64();
    let logStartOffset: number = -1;
    if (version >= 5) {
      field = 'logStartOffset';
      logStartOffset = reader.readInt64();
    }
    let divergingEpoch: Decoded<FetchResponseEpochEndOffset> = defaultFetchResponseEpochEndOffset();
    let currentLeader: Decoded<FetchResponseLeaderIdAndEpoch> = defaultFetchResponseLeaderIdAndEpoch();
    let snapshotId: Decoded<FetchResponseSnapshotId> = defaultFetchResponseSnapshotId();
    field = 'abortedTransactions';
    let abortedTransactions: Decoded<FetchResponseAbortedTransaction>[] | null;
    const abortedTransactionsLength = flexible ? reader.readCompactNullableArrayLength(16) : reader.readNullableArrayLength(16);
    const abortedTransactionsList: Decoded<FetchResponseAbortedTransaction>[] = [];
    for (index = 0; index < abortedTransactionsLength; index++) abortedTransactionsList.push(readFetchResponseAbortedTransaction(reader, version));
    index = -1;
    abortedTransactions = abortedTransactionsLength < 0 ? null : abortedTransactionsList;
    let preferredReadReplica: number = -1;
    if (version >= 11) {
      field = 'preferredReadReplica';
      preferredReadReplica = reader.readInt32();
    }
    field = 'records';
    const records = flexible ? reader.readCompactNullableBytes() : reader.readNullableBytes();
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    if (flexible) {
      for (let count = reader.readUnsignedVarint(); count > 0; count--) {
        field = 'unknownTags';
        const tag = reader.readUnsignedVarint();
        const end = reader.readTagEnd();
        switch (tag) {
          case 0: {
            field = 'divergingEpoch';
            divergingEpoch = readFetchResponseEpochEndOffset(reader, version);
            reader.endTag(tag, end);
            break;
          }
          case 1: {
            field = 'currentLeader';
            currentLeader = readFetchResponseLeaderIdAndEpoch(reader, version);
            reader.endTag(tag, end);
            break;
          }
          case 2: {
            field = 'snapshotId';
            snapshotId = readFetchResponseSnapshotId(reader, version);
            reader.endTag(tag, end);
            break;
          }
          default:
            unknownTags = reader.readUnknownTag(unknownTags, tag, end);
        }
      }
    }
    return { partitionIndex, errorCode, highWatermark, lastStableOffset, logStartOffset, divergingEpoch, currentLeader, snapshotId, abortedTransactions, preferredReadReplica, records, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readFetchResponseAbortedTransaction(reader: Reader, version: number): Decoded<FetchResponseAbortedTransaction> {
  const flexible = version >= 12;
  let field = '';
  try {
    field = 'producerId';
    const producerId = reader.readInt64();
    field = 'firstOffset';
    const firstOffset = reader.readInt64();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { producerId, firstOffset, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readFetchResponseSnapshotId(reader: Reader, _version: number): Decoded<FetchResponseSnapshotId> {
  let field = '';
  try {
    field = 'endOffset';
    const endOffset = reader.readInt64();
    field = 'epoch';
    const epoch = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { endOffset, epoch, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readFetchResponseLeaderIdAndEpoch(reader: Reader, _version: number): Decoded<FetchResponseLeaderIdAndEpoch> {
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

function readFetchResponseEpochEndOffset(reader: Reader, _version: number): Decoded<FetchResponseEpochEndOffset> {
  let field = '';
  try {
    field = 'epoch';
    const epoch = reader.readInt32();
    field = 'endOffset';
    const endOffset = reader.readInt64();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { epoch, endOffset, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeFetchResponse(writer: Writer, message: FetchResponse, version: number): void {
  const flexible = version >= 12;
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    if (version >= 7) {
      field = 'errorCode';
      const errorCode = message.errorCode === undefined ? 0 : message.errorCode;
      writer.writeInt16(errorCode);
    }
    field = 'sessionId';
    const sessionId = message.sessionId === undefined ? 0 : message.sessionId;
    if (version >= 7) {
      writer.writeInt32(sessionId);
    } else if (sessionId !== 0) {
      throw unsupportedField(version);
    }
    field = 'responses';
    const responses = message.responses;
    if (flexible) writer.writeUnsignedVarint(responses.length + 1); else writer.writeInt32(responses.length);
    for (index = 0; index < responses.length; index++) {
      const responsesItem = responses[index];
      if (responsesItem === undefined) throw unexpectedNull(version);
      writeFetchResponseFetchableTopicResponse(writer, responsesItem, version);
    }
    index = -1;
    field = 'nodeEndpoints';
    const nodeEndpoints = message.nodeEndpoints === undefined ? [] : message.nodeEndpoints;
    if (!(version >= 16) && (nodeEndpoints.length !== 0)) throw unsupportedField(version);
    field = 'unknownTags';
    if (flexible) {
      const unknown = inTagOrder(message.unknownTags);
      let count = unknown.length;
      let next = 0;
      const hasNodeEndpoints = version >= 16 && nodeEndpoints.length !== 0;
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
          writeFetchResponseNodeEndpoint(writer, nodeEndpointsItem, version);
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

function writeFetchResponseNodeEndpoint(writer: Writer, message: FetchResponseNodeEndpoint, _version: number): void {
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

function writeFetchResponseFetchableTopicResponse(writer: Writer, message: FetchResponseFetchableTopicResponse, version: number): void {
  const flexible = version >= 12;
  let field = '';
  let index = -1;
  try {
    if (version <= 12) {
      field = 'topic';
      const topic = message.topic === undefined ? '' : message.topic;
      if (flexible) writer.writeCompactString(topic); else writer.writeString(topic);
    }
    if (version >= 13) {
      field = 'topicId';
      const topicId = message.topicId === undefined ? ZERO_UUID : message.topicId;
      writer.writeUuid(topicId);
    }
    field = 'partitions';
    const partitions = message.partitions;
    if (flexible) writer.writeUnsignedVarint(partitions.length + 1); else writer.writeInt32(partitions.length);
    for (index = 0; index < partitions.length; index++) {
      const partitionsItem = partitions[index];
      if (partitionsItem === undefined) throw unexpectedNull(version);
      writeFetchResponsePartitionData(writer, partitionsItem, version);
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

function writeFetchResponsePartitionData(writer: Writer, message: FetchResponsePartitionData, version: number): void {
  const flexible = version >= 12;
  let field = '';
  let index = -1;
  try {
    field = 'partitionIndex';
    const partitionIndex = message.partitionIndex;
    writer.writeInt32(partitionIndex);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'highWatermark';
    const highWatermark = message.highWatermark;
    writer.writeInt64(highWatermark);
    field = 'lastStableOffset';
    const lastStableOffset = message.lastStableOffset === undefined ? -1 : message.lastStableOffset;
    writer.writeInt64(lastStableOffset);
    if (version >= 5) {
      field = 'logStartOffset';
      const logStartOffset = message.logStartOffset === undefined ? -1 : message.logStartOffset;
      writer.writeInt64(logStartOffset);
    }
    field = 'divergingEpoch';
    const divergingEpoch = message.divergingEpoch === undefined ? defaultFetchResponseEpochEndOffset() : message.divergingEpoch;
    if (!(version >= 12) && (!isDefaultFetchResponseEpochEndOffset(divergingEpoch))) throw unsupportedField(version);
    field = 'currentLeader';
    const currentLeader = message.currentLeader === undefined ? defaultFetchResponseLeaderIdAndEpoch() : message.currentLeader;
    if (!(version >= 12) && (!isDefaultFetchResponseLeaderIdAndEpoch(currentLeader))) throw unsupportedField(version);
    field = 'snapshotId';
    const snapshotId = message.snapshotId === undefined ? defaultFetchResponseSnapshotId() : message.snapshotId;
    if (!(version >= 12) && (!isDefaultFetchResponseSnapshotId(snapshotId))) throw unsupportedField(version);
    field = 'abortedTransactions';
    const abortedTransactions = message.abortedTransactions;
    if (abortedTransactions === null) {
      if (flexible) writer.writeUnsignedVarint(0); else writer.writeInt32(-1);
    } else {
      if (flexible) writer.writeUnsignedVarint(abortedTransactions.length + 1); else writer.writeInt32(abortedTransactions.length);
      for (index = 0; index < abortedTransactions.length; index++) {
        const abortedTransactionsItem = abortedTransactions[index];
        if (abortedTransactionsItem === undefined) throw unexpectedNull(version);
        writeFetchResponseAbortedTransaction(writer, abortedTransactionsItem, version);
      }
      index = -1;
    }
    field = 'preferredReadReplica';
    const preferredReadReplica = message.preferredReadReplica === undefined ? -1 : message.preferredReadReplica;
    if (version >= 11) {
      writer.writeInt32(preferredReadReplica);
    } else if (preferredReadReplica !== -1) {
      throw unsupportedField(version);
    }
    field = 'records';
    const records = message.records;
    if (flexible) writer.writeCompactNullableRecords(records); else writer.writeNullableRecords(records);
    field = 'unknownTags';
    if (flexible) {
      const unknown = inTagOrder(message.unknownTags);
      let count = unknown.length;
      let next = 0;
      const hasDivergingEpoch = !isDefaultFetchResponseEpochEndOffset(divergingEpoch);
      if (hasDivergingEpoch) count++;
      const hasCurrentLeader = !isDefaultFetchResponseLeaderIdAndEpoch(currentLeader);
      if (hasCurrentLeader) count++;
      const hasSnapshotId = !isDefaultFetchResponseSnapshotId(snapshotId);
      if (hasSnapshotId) count++;
      writer.writeUnsignedVarint(count);
      if (hasDivergingEpoch) {
        field = 'unknownTags';
        next = writer.writeUnknownTagsBelow(unknown, next, 0);
        field = 'divergingEpoch';
        const tag = writer.beginTag(0);
        writeFetchResponseEpochEndOffset(writer, divergingEpoch, version);
        writer.endTag(tag);
      }
      if (hasCurrentLeader) {
        field = 'unknownTags';
        next = writer.writeUnknownTagsBelow(unknown, next, 1);
        field = 'currentLeader';
        const tag = writer.beginTag(1);
        writeFetchResponseLeaderIdAndEpoch(writer, currentLeader, version);
        writer.endTag(tag);
      }
      if (hasSnapshotId) {
        field = 'unknownTags';
        next = writer.writeUnknownTagsBelow(unknown, next, 2);
        field = 'snapshotId';
        const tag = writer.beginTag(2);
        writeFetchResponseSnapshotId(writer, snapshotId, version);
        writer.endTag(tag);
      }
      field = 'unknownTags';
      writer.writeUnknownTagsBelow(unknown, next, Infinity);
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeFetchResponseAbortedTransaction(writer: Writer, message: FetchResponseAbortedTransaction, version: number): void {
  const flexible = version >= 12;
  let field = '';
  try {
    field = 'producerId';
    const producerId = message.producerId;
    writer.writeInt64(producerId);
    field = 'firstOffset';
    const firstOffset = message.firstOffset;
    writer.writeInt64(firstOffset);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeFetchResponseSnapshotId(writer: Writer, message: FetchResponseSnapshotId, _version: number): void {
  let field = '';
  try {
    field = 'endOffset';
    const endOffset = message.endOffset === undefined ? -1 : message.endOffset;
    writer.writeInt64(endOffset);
    field = 'epoch';
    const epoch = message.epoch === undefined ? -1 : message.epoch;
    writer.writeInt32(epoch);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeFetchResponseLeaderIdAndEpoch(writer: Writer, message: FetchResponseLeaderIdAndEpoch, _version: number): void {
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

function writeFetchResponseEpochEndOffset(writer: Writer, message: FetchResponseEpochEndOffset, _version: number): void {
  let field = '';
  try {
    field = 'epoch';
    const epoch = message.epoch === undefined ? -1 : message.epoch;
    writer.writeInt32(epoch);
    field = 'endOffset';
    const endOffset = message.endOffset === undefined ? -1 : message.endOffset;
    writer.writeInt64(endOffset);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function defaultFetchResponseSnapshotId(): Decoded<FetchResponseSnapshotId> {
  return { endOffset: -1, epoch: -1, unknownTags: undefined };
}

function isDefaultFetchResponseSnapshotId(value: FetchResponseSnapshotId): boolean {
  return (value.endOffset === undefined || value.endOffset === -1) &&
    (value.epoch === undefined || value.epoch === -1) &&
    (value.unknownTags === undefined || value.unknownTags.length === 0);
}

function defaultFetchResponseLeaderIdAndEpoch(): Decoded<FetchResponseLeaderIdAndEpoch> {
  return { leaderId: -1, leaderEpoch: -1, unknownTags: undefined };
}

function isDefaultFetchResponseLeaderIdAndEpoch(value: FetchResponseLeaderIdAndEpoch): boolean {
  return (value.leaderId === undefined || value.leaderId === -1) &&
    (value.leaderEpoch === undefined || value.leaderEpoch === -1) &&
    (value.unknownTags === undefined || value.unknownTags.length === 0);
}

function defaultFetchResponseEpochEndOffset(): Decoded<FetchResponseEpochEndOffset> {
  return { epoch: -1, endOffset: -1, unknownTags: undefined };
}

function isDefaultFetchResponseEpochEndOffset(value: FetchResponseEpochEndOffset): boolean {
  return (value.epoch === undefined || value.epoch === -1) &&
    (value.endOffset === undefined || value.endOffset === -1) &&
    (value.unknownTags === undefined || value.unknownTags.length === 0);
}
