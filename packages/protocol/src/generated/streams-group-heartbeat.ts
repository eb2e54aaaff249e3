// Generated from definitions/streams-group-heartbeat.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** StreamsGroupHeartbeatRequest, versions 0-1. */
export interface StreamsGroupHeartbeatRequest {
  /** Id of the group. */
  groupId: string;
  /** Id of the member. */
  memberId: string;
  /** Epoch of the member. */
  memberEpoch: number;
  /** Epoch of the known user endpoints; larger in the answer when they changed. */
  endpointInformationEpoch: number;
  /** Instance id of a static member; null for a dynamic one. Default null. */
  instanceId?: string | null | undefined;
  /** Rack of the client or replica. Default null. */
  rackId?: string | null | undefined;
  /** How long members have to rejoin or to give up partitions. Default -1. */
  rebalanceTimeoutMs?: number | undefined;
  /** The topology; null when there is none or no change. Default null. */
  topology?: StreamsGroupHeartbeatRequestTopology | null | undefined;
  /** Tasks the member runs actively. Default null. */
  activeTasks?: StreamsGroupHeartbeatRequestTaskIds[] | null | undefined;
  /** Tasks the member keeps a standby of. Default null. */
  standbyTasks?: StreamsGroupHeartbeatRequestTaskIds[] | null | undefined;
  /** Tasks whose state the member is building up. Default null. */
  warmupTasks?: StreamsGroupHeartbeatRequestTaskIds[] | null | undefined;
  /** Id of the process the member runs in. Default null. */
  processId?: string | null | undefined;
  /** Where the instance answers interactive queries. Default null. */
  userEndpoint?: StreamsGroupHeartbeatRequestEndpoint | null | undefined;
  /** Tags of the client, for rack-aware placing of standbys. Default null. */
  clientTags?: StreamsGroupHeartbeatRequestKeyValue[] | null | undefined;
  /** Offsets reached in the changelogs by task. Default null. */
  taskOffsets?: StreamsGroupHeartbeatRequestTaskOffset[] | null | undefined;
  /** End offsets of the changelogs by task. Default null. */
  taskEndOffsets?: StreamsGroupHeartbeatRequestTaskOffset[] | null | undefined;
  /** Whether all clients of the application are to stop. Default false. */
  shutdownApplication?: boolean | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupHeartbeatRequestTaskIds {
  /** Id of the subtopology. */
  subtopologyId: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupHeartbeatRequestTaskOffset {
  /** Id of the subtopology. */
  subtopologyId: string;
  /** Index of the partition. */
  partition: number;
  /** Offset reached in the changelogs. */
  offset: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupHeartbeatRequestEndpoint {
  /** Host name or address. */
  host: string;
  /** TCP port. */
  port: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupHeartbeatRequestTopicInfo {
  /** Name of the topic. */
  name: string;
  /** Partitions of the topic, one entry each. */
  partitions: number;
  /** Number of replicas; -1 for the default. */
  replicationFactor: number;
  /** Settings of the topic. */
  topicConfigs: StreamsGroupHeartbeatRequestKeyValue[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupHeartbeatRequestKeyValue {
  /** Name of the setting or tag. */
  key: string;
  /** Its value. */
  value: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupHeartbeatRequestTopology {
  /** Epoch of the topology. */
  epoch: number;
  /** Parts of the topology that run on their own. */
  subtopologies: StreamsGroupHeartbeatRequestSubtopology[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupHeartbeatRequestSubtopology {
  /** Id of the subtopology. */
  subtopologyId: string;
  /** Topics the subtopology reads. */
  sourceTopics: string[];
  /** Patterns of topics the subtopology reads. */
  sourceTopicRegex: string[];
  /** Changelog topics of the subtopology's stores. */
  stateChangelogTopics: StreamsGroupHeartbeatRequestTopicInfo[];
  /** Repartition topics the subtopology writes. */
  repartitionSinkTopics: string[];
  /** Repartition topics the subtopology reads. */
  repartitionSourceTopics: StreamsGroupHeartbeatRequestTopicInfo[];
  /** Topics that must have equally many partitions. */
  copartitionGroups: StreamsGroupHeartbeatRequestCopartitionGroup[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupHeartbeatRequestCopartitionGroup {
  /** Source topics of the group, by index into the list of the subtopology. */
  sourceTopics: number[];
  /** Source patterns of the group, by index into the list of the subtopology. */
  sourceTopicRegex: number[];
  /** Repartition topics of the group, by index into the list of the subtopology. */
  repartitionSourceTopics: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const streamsGroupHeartbeatRequest: MessageCodec<StreamsGroupHeartbeatRequest> = messageCodec<StreamsGroupHeartbeatRequest>(
  {
    name: 'StreamsGroupHeartbeatRequest',
    kind: 'request',
    apiKey: 88,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readStreamsGroupHeartbeatRequest,
  writeStreamsGroupHeartbeatRequest,
);

function readStreamsGroupHeartbeatRequest(reader: Reader, version: number): Decoded<StreamsGroupHeartbeatRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = reader.readCompactString();
    field = 'memberId';
    const memberId = reader.readCompactString();
    field = 'memberEpoch';
    const memberEpoch = reader.readInt32();
    field = 'endpointInformationEpoch';
    const endpointInformationEpoch = reader.readInt32();
    field = 'instanceId';
    const instanceId = reader.readCompactNullableString();
    field = 'rackId';
    const rackId = reader.readCompactNullableString();
    field = 'rebalanceTimeoutMs';
    const rebalanceTimeoutMs = reader.readInt32();
    field = 'topology';
    let topology: Decoded<StreamsGroupHeartbeatRequestTopology> | null;
    topology = reader.readPresence() ? readStreamsGroupHeartbeatRequestTopology(reader, version) : null;
    field = 'activeTasks';
    let activeTasks: Decoded<StreamsGroupHeartbeatRequestTaskIds>[] | null;
    const activeTasksLength = reader.readCompactNullableArrayLength(3);
    const activeTasksList: Decoded<StreamsGroupHeartbeatRequestTaskIds>[] = [];
    for (index = 0; index < activeTasksLength; index++) activeTasksList.push(readStreamsGroupHeartbeatRequestTaskIds(reader, version));
    index = -1;
    activeTasks = activeTasksLength < 0 ? null : activeTasksList;
    field = 'standbyTasks';
    let standbyTasks: Decoded<StreamsGroupHeartbeatRequestTaskIds>[] | null;
    const standbyTasksLength = reader.readCompactNullableArrayLength(3);
    const standbyTasksList: Decoded<StreamsGroupHeartbeatRequestTaskIds>[] = [];
    for (index = 0; index < standbyTasksLength; index++) standbyTasksList.push(readStreamsGroupHeartbeatRequestTaskIds(reader, version));
    index = -1;
    standbyTasks = standbyTasksLength < 0 ? null : standbyTasksList;
    field = 'warmupTasks';
    let warmupTasks: Decoded<StreamsGroupHeartbeatRequestTaskIds>[] | null;
    const warmupTasksLength = reader.readCompactNullableArrayLength(3);
    const warmupTasksList: Decoded<StreamsGroupHeartbeatRequestTaskIds>[] = [];
    for (index = 0; index < warmupTasksLength; index++) warmupTasksList.push(readStreamsGroupHeartbeatRequestTaskIds(reader, version));
    index = -1;
    warmupTasks = warmupTasksLength < 0 ? null : warmupTasksList;
    field = 'processId';
    const processId = reader.readCompactNullableString();
    field = 'userEndpoint';
    let userEndpoint: Decoded<StreamsGroupHeartbeatRequestEndpoint> | null;
    userEndpoint = reader.readPresence() ? readStreamsGroupHeartbeatRequestEndpoint(reader, version) : null;
    field = 'clientTags';
    let clientTags: Decoded<StreamsGroupHeartbeatRequestKeyValue>[] | null;
    const clientTagsLength = reader.readCompactNullableArrayLength(3);
    const clientTagsList: Decoded<StreamsGroupHeartbeatRequestKeyValue>[] = [];
    for (index = 0; index < clientTagsLength; index++) clientTagsList.push(readStreamsGroupHeartbeatRequestKeyValue(reader, version));
    index = -1;
    clientTags = clientTagsLength < 0 ? null : clientTagsList;
    field = 'taskOffsets';
    let taskOffsets: Decoded<StreamsGroupHeartbeatRequestTaskOffset>[] | null;
    const taskOffsetsLength = reader.readCompactNullableArrayLength(14);
    const taskOffsetsList: Decoded<StreamsGroupHeartbeatRequestTaskOffset>[] = [];
    for (index = 0; index < taskOffsetsLength; index++) taskOffsetsList.push(readStreamsGroupHeartbeatRequestTaskOffset(reader, version));
    index = -1;
    taskOffsets = taskOffsetsLength < 0 ? null : taskOffsetsList;
    field = 'taskEndOffsets';
    let taskEndOffsets: Decoded<StreamsGroupHeartbeatRequestTaskOffset>[] | null;
    const taskEndOffsetsLength = reader.readCompactNullableArrayLength(14);
    const taskEndOffsetsList: Decoded<StreamsGroupHeartbeatRequestTaskOffset>[] = [];
    for (index = 0; index < taskEndOffsetsLength; index++) taskEndOffsetsList.push(readStreamsGroupHeartbeatRequestTaskOffset(reader, version));
    index = -1;
    taskEndOffsets = taskEndOffsetsLength < 0 ? null : taskEndOffsetsList;
    field = 'shutdownApplication';
    const shutdownApplication = reader.readBoolean();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { groupId, memberId, memberEpoch, endpointInformationEpoch, instanceId, rackId, rebalanceTimeoutMs, topology, activeTasks, standbyTasks, warmupTasks, processId, userEndpoint, clientTags, taskOffsets, taskEndOffsets, shutdownApplication, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupHeartbeatRequestTaskIds(reader: Reader, _version: number): Decoded<StreamsGroupHeartbeatRequestTaskIds> {
  let field = '';
  let index = -1;
  try {
    field = 'subtopologyId';
    const subtopologyId = reader.readCompactString();
    field = 'partitions';
    const partitions: number[] = [];
    const partitionsLength = reader.readCompactArrayLength(4);
    for (index = 0; index < partitionsLength; index++) partitions.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { subtopologyId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupHeartbeatRequestTaskOffset(reader: Reader, _version: number): Decoded<StreamsGroupHeartbeatRequestTaskOffset> {
  let field = '';
  try {
    field = 'subtopologyId';
    const subtopologyId = reader.readCompactString();
    field = 'partition';
    const partition = reader.readInt32();
    field = 'offset';
    const offset = reader.readInt64();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { subtopologyId, partition, offset, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readStreamsGroupHeartbeatRequestEndpoint(reader: Reader, _version: number): Decoded<StreamsGroupHeartbeatRequestEndpoint> {
  let field = '';
  try {
    field = 'host';
    const host = reader.readCompactString();
    field = 'port';
    const port = reader.readUint16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { host, port, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readStreamsGroupHeartbeatRequestTopicInfo(reader: Reader, version: number): Decoded<StreamsGroupHeartbeatRequestTopicInfo> {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'partitions';
    const partitions = reader.readInt32();
    field = 'replicationFactor';
    const replicationFactor = reader.readInt16();
    field = 'topicConfigs';
    const topicConfigs: Decoded<StreamsGroupHeartbeatRequestKeyValue>[] = [];
    const topicConfigsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < topicConfigsLength; index++) topicConfigs.push(readStreamsGroupHeartbeatRequestKeyValue(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, partitions, replicationFactor, topicConfigs, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupHeartbeatRequestKeyValue(reader: Reader, _version: number): Decoded<StreamsGroupHeartbeatRequestKeyValue> {
  let field = '';
  try {
    field = 'key';
    const key = reader.readCompactString();
    field = 'value';
    const value = reader.readCompactString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { key, value, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readStreamsGroupHeartbeatRequestTopology(reader: Reader, version: number): Decoded<StreamsGroupHeartbeatRequestTopology> {
  let field = '';
  let index = -1;
  try {
    field = 'epoch';
    const epoch = reader.readInt32();
    field = 'subtopologies';
    const subtopologies: Decoded<StreamsGroupHeartbeatRequestSubtopology>[] = [];
    const subtopologiesLength = reader.readCompactArrayLength(8);
    for (index = 0; index < subtopologiesLength; index++) subtopologies.push(readStreamsGroupHeartbeatRequestSubtopology(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { epoch, subtopologies, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupHeartbeatRequestSubtopology(reader: Reader, version: number): Decoded<StreamsGroupHeartbeatRequestSubtopology> {
  let field = '';
  let index = -1;
  try {
    field = 'subtopologyId';
    const subtopologyId = reader.readCompactString();
    field = 'sourceTopics';
    const sourceTopics: string[] = [];
    const sourceTopicsLength = reader.readCompactArrayLength(1);
    for (index = 0; index < sourceTopicsLength; index++) sourceTopics.push(reader.readCompactString());
    index = -1;
    field = 'sourceTopicRegex';
    const sourceTopicRegex: string[] = [];
    const sourceTopicRegexLength = reader.readCompactArrayLength(1);
    for (index = 0; index < sourceTopicRegexLength; index++) sourceTopicRegex.push(reader.readCompactString());
    index = -1;
    field = 'stateChangelogTopics';
    const stateChangelogTopics: Decoded<StreamsGroupHeartbeatRequestTopicInfo>[] = [];
    const stateChangelogTopicsLength = reader.readCompactArrayLength(9);
    for (index = 0; index < stateChangelogTopicsLength; index++) stateChangelogTopics.push(readStreamsGroupHeartbeatRequestTopicInfo(reader, version));
    index = -1;
    field = 'repartitionSinkTopics';
    const repartitionSinkTopics: string[] = [];
    const repartitionSinkTopicsLength = reader.readCompactArrayLength(1);
    for (index = 0; index < repartitionSinkTopicsLength; index++) repartitionSinkTopics.push(reader.readCompactString());
    index = -1;
    field = 'repartitionSourceTopics';
    const repartitionSourceTopics: Decoded<StreamsGroupHeartbeatRequestTopicInfo>[] = [];
    const repartitionSourceTopicsLength = reader.readCompactArrayLength(9);
    for (index = 0; index < repartitionSourceTopicsLength; index++) repartitionSourceTopics.push(readStreamsGroupHeartbeatRequestTopicInfo(reader, version));
    index = -1;
    field = 'copartitionGroups';
    const copartitionGroups: Decoded<StreamsGroupHeartbeatRequestCopartitionGroup>[] = [];
    const copartitionGroupsLength = reader.readCompactArrayLength(4);
    for (index = 0; index < copartitionGroupsLength; index++) copartitionGroups.push(readStreamsGroupHeartbeatRequestCopartitionGroup(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { subtopologyId, sourceTopics, sourceTopicRegex, stateChangelogTopics, repartitionSinkTopics, repartitionSourceTopics, copartitionGroups, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupHeartbeatRequestCopartitionGroup(reader: Reader, _version: number): Decoded<StreamsGroupHeartbeatRequestCopartitionGroup> {
  let field = '';
  let index = -1;
  try {
    field = 'sourceTopics';
    const sourceTopics: number[] = [];
    const sourceTopicsLength = reader.readCompactArrayLength(2);
    for (index = 0; index < sourceTopicsLength; index++) sourceTopics.push(reader.readInt16());
    index = -1;
    field = 'sourceTopicRegex';
    const sourceTopicRegex: number[] = [];
    const sourceTopicRegexLength = reader.readCompactArrayLength(2);
    for (index = 0; index < sourceTopicRegexLength; index++) sourceTopicRegex.push(reader.readInt16());
    index = -1;
    field = 'repartitionSourceTopics';
    const repartitionSourceTopics: number[] = [];
    const repartitionSourceTopicsLength = reader.readCompactArrayLength(2);
    for (index = 0; index < repartitionSourceTopicsLength; index++) repartitionSourceTopics.push(reader.readInt16());
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { sourceTopics, sourceTopicRegex, repartitionSourceTopics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupHeartbeatRequest(writer: Writer, message: StreamsGroupHeartbeatRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'groupId';
    const groupId = message.groupId;
    writer.writeCompactString(groupId);
    field = 'memberId';
    const memberId = message.memberId;
    writer.writeCompactString(memberId);
    field = 'memberEpoch';
    const memberEpoch = message.memberEpoch;
    writer.writeInt32(memberEpoch);
    field = 'endpointInformationEpoch';
    const endpointInformationEpoch = message.endpointInformationEpoch;
    writer.writeInt32(endpointInformationEpoch);
    field = 'instanceId';
    const instanceId = message.instanceId === undefined ? null : message.instanceId;
    writer.writeCompactNullableString(instanceId);
    field = 'rackId';
    const rackId = message.rackId === undefined ? null : message.rackId;
    writer.writeCompactNullableString(rackId);
    field = 'rebalanceTimeoutMs';
    const rebalanceTimeoutMs = message.rebalanceTimeoutMs === undefined ? -1 : message.rebalanceTimeoutMs;
    writer.writeInt32(rebalanceTimeoutMs);
    field = 'topology';
    const topology = message.topology === undefined ? null : message.topology;
    if (topology === null) {
      writer.writeInt8(-1);
    } else {
      writer.writeInt8(1);
      writeStreamsGroupHeartbeatRequestTopology(writer, topology, version);
    }
    field = 'activeTasks';
    const activeTasks = message.activeTasks === undefined ? null : message.activeTasks;
    if (activeTasks === null) {
      writer.writeUnsignedVarint(0);
    } else {
      writer.writeUnsignedVarint(activeTasks.length + 1);
      for (index = 0; index < activeTasks.length; index++) {
        const activeTasksItem = activeTasks[index];
        if (activeTasksItem === undefined) throw unexpectedNull(version);
        writeStreamsGroupHeartbeatRequestTaskIds(writer, activeTasksItem, version);
      }
      index = -1;
    }
    field = 'standbyTasks';
    const standbyTasks = message.standbyTasks === undefined ? null : message.standbyTasks;
    if (standbyTasks === null) {
      writer.writeUnsignedVarint(0);
    } else {
      writer.writeUnsignedVarint(standbyTasks.length + 1);
      for (index = 0; index < standbyTasks.length; index++) {
        const standbyTasksItem = standbyTasks[index];
        if (standbyTasksItem === undefined) throw unexpectedNull(version);
        writeStreamsGroupHeartbeatRequestTaskIds(writer, standbyTasksItem, version);
      }
      index = -1;
    }
    field = 'warmupTasks';
    const warmupTasks = message.warmupTasks === undefined ? null : message.warmupTasks;
    if (warmupTasks === null) {
      writer.writeUnsignedVarint(0);
    } else {
      writer.writeUnsignedVarint(warmupTasks.length + 1);
      for (index = 0; index < warmupTasks.length; index++) {
        const warmupTasksItem = warmupTasks[index];
        if (warmupTasksItem === undefined) throw unexpectedNull(version);
        writeStreamsGroupHeartbeatRequestTaskIds(writer, warmupTasksItem, version);
      }
      index = -1;
    }
    field = 'processId';
    const processId = message.processId === undefined ? null : message.processId;
    writer.writeCompactNullableString(processId);
    field = 'userEndpoint';
    const userEndpoint = message.userEndpoint === undefined ? null : message.userEndpoint;
    if (userEndpoint === null) {
      writer.writeInt8(-1);
    } else {
      writer.writeInt8(1);
      writeStreamsGroupHeartbeatRequestEndpoint(writer, userEndpoint, version);
    }
    field = 'clientTags';
    const clientTags = message.clientTags === undefined ? null : message.clientTags;
    if (clientTags === null) {
      writer.writeUnsignedVarint(0);
    } else {
      writer.writeUnsignedVarint(clientTags.length + 1);
      for (index = 0; index < clientTags.length; index++) {
        const clientTagsItem = clientTags[index];
        if (clientTagsItem === undefined) throw unexpectedNull(version);
        writeStreamsGroupHeartbeatRequestKeyValue(writer, clientTagsItem, version);
      }
      index = -1;
    }
    field = 'taskOffsets';
    const taskOffsets = message.taskOffsets === undefined ? null : message.taskOffsets;
    if (taskOffsets === null) {
      writer.writeUnsignedVarint(0);
    } else {
      writer.writeUnsignedVarint(taskOffsets.length + 1);
      for (index = 0; index < taskOffsets.length; index++) {
        const taskOffsetsItem = taskOffsets[index];
        if (taskOffsetsItem === undefined) throw unexpectedNull(version);
        writeStreamsGroupHeartbeatRequestTaskOffset(writer, taskOffsetsItem, version);
      }
      index = -1;
    }
    field = 'taskEndOffsets';
    const taskEndOffsets = message.taskEndOffsets === undefined ? null : message.taskEndOffsets;
    if (taskEndOffsets === null) {
      writer.writeUnsignedVarint(0);
    } else {
      writer.writeUnsignedVarint(taskEndOffsets.length + 1);
      for (index = 0; index < taskEndOffsets.length; index++) {
        const taskEndOffsetsItem = taskEndOffsets[index];
        if (taskEndOffsetsItem === undefined) throw unexpectedNull(version);
        writeStreamsGroupHeartbeatRequestTaskOffset(writer, taskEndOffsetsItem, version);
      }
      index = -1;
    }
    field = 'shutdownApplication';
    const shutdownApplication = message.shutdownApplication === undefined ? false : message.shutdownApplication;
    writer.writeBoolean(shutdownApplication);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupHeartbeatRequestTaskIds(writer: Writer, message: StreamsGroupHeartbeatRequestTaskIds, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'subtopologyId';
    const subtopologyId = message.subtopologyId;
    writer.writeCompactString(subtopologyId);
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

function writeStreamsGroupHeartbeatRequestTaskOffset(writer: Writer, message: StreamsGroupHeartbeatRequestTaskOffset, _version: number): void {
  let field = '';
  try {
    field = 'subtopologyId';
    const subtopologyId = message.subtopologyId;
    writer.writeCompactString(subtopologyId);
    field = 'partition';
    const partition = message.partition;
    writer.writeInt32(partition);
    field = 'offset';
    const offset = message.offset;
    writer.writeInt64(offset);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeStreamsGroupHeartbeatRequestEndpoint(writer: Writer, message: StreamsGroupHeartbeatRequestEndpoint, _version: number): void {
  let field = '';
  try {
    field = 'host';
    const host = message.host;
    writer.writeCompactString(host);
    field = 'port';
    const port = message.port;
    writer.writeUint16(port);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeStreamsGroupHeartbeatRequestTopicInfo(writer: Writer, message: StreamsGroupHeartbeatRequestTopicInfo, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
    field = 'partitions';
    const partitions = message.partitions;
    writer.writeInt32(partitions);
    field = 'replicationFactor';
    const replicationFactor = message.replicationFactor;
    writer.writeInt16(replicationFactor);
    field = 'topicConfigs';
    const topicConfigs = message.topicConfigs;
    writer.writeUnsignedVarint(topicConfigs.length + 1);
    for (index = 0; index < topicConfigs.length; index++) {
      const topicConfigsItem = topicConfigs[index];
      if (topicConfigsItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupHeartbeatRequestKeyValue(writer, topicConfigsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupHeartbeatRequestKeyValue(writer: Writer, message: StreamsGroupHeartbeatRequestKeyValue, _version: number): void {
  let field = '';
  try {
    field = 'key';
    const key = message.key;
    writer.writeCompactString(key);
    field = 'value';
    const value = message.value;
    writer.writeCompactString(value);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeStreamsGroupHeartbeatRequestTopology(writer: Writer, message: StreamsGroupHeartbeatRequestTopology, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'epoch';
    const epoch = message.epoch;
    writer.writeInt32(epoch);
    field = 'subtopologies';
    const subtopologies = message.subtopologies;
    writer.writeUnsignedVarint(subtopologies.length + 1);
    for (index = 0; index < subtopologies.length; index++) {
      const subtopologiesItem = subtopologies[index];
      if (subtopologiesItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupHeartbeatRequestSubtopology(writer, subtopologiesItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupHeartbeatRequestSubtopology(writer: Writer, message: StreamsGroupHeartbeatRequestSubtopology, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'subtopologyId';
    const subtopologyId = message.subtopologyId;
    writer.writeCompactString(subtopologyId);
    field = 'sourceTopics';
    const sourceTopics = message.sourceTopics;
    writer.writeUnsignedVarint(sourceTopics.length + 1);
    for (index = 0; index < sourceTopics.length; index++) {
      const sourceTopicsItem = sourceTopics[index];
      if (sourceTopicsItem === undefined) throw unexpectedNull(version);
      writer.writeCompactString(sourceTopicsItem);
    }
    index = -1;
    field = 'sourceTopicRegex';
    const sourceTopicRegex = message.sourceTopicRegex;
    writer.writeUnsignedVarint(sourceTopicRegex.length + 1);
    for (index = 0; index < sourceTopicRegex.length; index++) {
      const sourceTopicRegexItem = sourceTopicRegex[index];
      if (sourceTopicRegexItem === undefined) throw unexpectedNull(version);
      writer.writeCompactString(sourceTopicRegexItem);
    }
    index = -1;
    field = 'stateChangelogTopics';
    const stateChangelogTopics = message.stateChangelogTopics;
    writer.writeUnsignedVarint(stateChangelogTopics.length + 1);
    for (index = 0; index < stateChangelogTopics.length; index++) {
      const stateChangelogTopicsItem = stateChangelogTopics[index];
      if (stateChangelogTopicsItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupHeartbeatRequestTopicInfo(writer, stateChangelogTopicsItem, version);
    }
    index = -1;
    field = 'repartitionSinkTopics';
    const repartitionSinkTopics = message.repartitionSinkTopics;
    writer.writeUnsignedVarint(repartitionSinkTopics.length + 1);
    for (index = 0; index < repartitionSinkTopics.length; index++) {
      const repartitionSinkTopicsItem = repartitionSinkTopics[index];
      if (repartitionSinkTopicsItem === undefined) throw unexpectedNull(version);
      writer.writeCompactString(repartitionSinkTopicsItem);
    }
    index = -1;
    field = 'repartitionSourceTopics';
    const repartitionSourceTopics = message.repartitionSourceTopics;
    writer.writeUnsignedVarint(repartitionSourceTopics.length + 1);
    for (index = 0; index < repartitionSourceTopics.length; index++) {
      const repartitionSourceTopicsItem = repartitionSourceTopics[index];
      if (repartitionSourceTopicsItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupHeartbeatRequestTopicInfo(writer, repartitionSourceTopicsItem, version);
    }
    index = -1;
    field = 'copartitionGroups';
    const copartitionGroups = message.copartitionGroups;
    writer.writeUnsignedVarint(copartitionGroups.length + 1);
    for (index = 0; index < copartitionGroups.length; index++) {
      const copartitionGroupsItem = copartitionGroups[index];
      if (copartitionGroupsItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupHeartbeatRequestCopartitionGroup(writer, copartitionGroupsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupHeartbeatRequestCopartitionGroup(writer: Writer, message: StreamsGroupHeartbeatRequestCopartitionGroup, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'sourceTopics';
    const sourceTopics = message.sourceTopics;
    writer.writeUnsignedVarint(sourceTopics.length + 1);
    for (index = 0; index < sourceTopics.length; index++) {
      const sourceTopicsItem = sourceTopics[index];
      if (sourceTopicsItem === undefined) throw unexpectedNull(version);
      writer.writeInt16(sourceTopicsItem);
    }
    index = -1;
    field = 'sourceTopicRegex';
    const sourceTopicRegex = message.sourceTopicRegex;
    writer.writeUnsignedVarint(sourceTopicRegex.length + 1);
    for (index = 0; index < sourceTopicRegex.length; index++) {
      const sourceTopicRegexItem = sourceTopicRegex[index];
      if (sourceTopicRegexItem === undefined) throw unexpectedNull(version);
      writer.writeInt16(sourceTopicRegexItem);
    }
    index = -1;
    field = 'repartitionSourceTopics';
    const repartitionSourceTopics = message.repartitionSourceTopics;
    writer.writeUnsignedVarint(repartitionSourceTopics.length + 1);
    for (index = 0; index < repartitionSourceTopics.length; index++) {
      const repartitionSourceTopicsItem = repartitionSourceTopics[index];
      if (repartitionSourceTopicsItem === undefined) throw unexpectedNull(version);
      writer.writeInt16(repartitionSourceTopicsItem);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

/** StreamsGroupHeartbeatResponse, versions 0-1. */
export interface StreamsGroupHeartbeatResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** Id of the member. */
  memberId: string;
  /** Epoch of the member. */
  memberEpoch: number;
  /** How often the member should send heartbeats. */
  heartbeatIntervalMs: number;
  /** The same lag as an int32, for clients of before. Versions 0. */
  acceptableRecoveryLagLegacy?: number | undefined;
  /** How often the member should report task offsets. */
  taskOffsetIntervalMs: number;
  /** How far behind, in offsets, a client may be and still count as caught up; group setting. Versions 1+. Default -1. */
  acceptableRecoveryLag?: number | undefined;
  /** What the member should know about its group; null for no change. */
  status: StreamsGroupHeartbeatResponseStatus[] | null;
  /** Tasks the member runs actively. Default null. */
  activeTasks?: StreamsGroupHeartbeatResponseTaskIds[] | null | undefined;
  /** Tasks the member keeps a standby of. Default null. */
  standbyTasks?: StreamsGroupHeartbeatResponseTaskIds[] | null | undefined;
  /** Tasks whose state the member is building up. Default null. */
  warmupTasks?: StreamsGroupHeartbeatResponseTaskIds[] | null | undefined;
  /** Whether the broker would like the description of the topology. Versions 1+. Default false. */
  topologyDescriptionRequired?: boolean | undefined;
  /** Epoch of the known user endpoints; larger in the answer when they changed. */
  endpointInformationEpoch: number;
  /** Where each task runs, for interactive queries. Default null. */
  partitionsByUserEndpoint?: StreamsGroupHeartbeatResponseEndpointToPartitions[] | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupHeartbeatResponseEndpoint {
  /** Host name or address. */
  host: string;
  /** TCP port. */
  port: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupHeartbeatResponseTaskIds {
  /** Id of the subtopology. */
  subtopologyId: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupHeartbeatResponseTopicPartition {
  /** Name of the topic. */
  topic: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupHeartbeatResponseStatus {
  /** Code of the status. */
  statusCode: number;
  /** The status in words. */
  statusDetail: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupHeartbeatResponseEndpointToPartitions {
  /** Where the instance answers interactive queries. */
  userEndpoint: StreamsGroupHeartbeatResponseEndpoint;
  /** Partitions this instance is active for. */
  activePartitions: StreamsGroupHeartbeatResponseTopicPartition[];
  /** Partitions this instance is standby for. */
  standbyPartitions: StreamsGroupHeartbeatResponseTopicPartition[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const streamsGroupHeartbeatResponse: MessageCodec<StreamsGroupHeartbeatResponse> = messageCodec<StreamsGroupHeartbeatResponse>(
  {
    name: 'StreamsGroupHeartbeatResponse',
    kind: 'response',
    apiKey: 88,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readStreamsGroupHeartbeatResponse,
  writeStreamsGroupHeartbeatResponse,
);

function readStreamsGroupHeartbeatResponse(reader: Reader, version: number): Decoded<StreamsGroupHeartbeatResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'memberId';
    const memberId = reader.readCompactString();
    field = 'memberEpoch';
    const memberEpoch = reader.readInt32();
    field = 'heartbeatIntervalMs';
    const heartbeatIntervalMs = reader.readInt32();
    let acceptableRecoveryLagLegacy: number = 0;
    if (version === 0) {
      field = 'acceptableRecoveryLagLegacy';
      acceptableRecoveryLagLegacy = reader.readInt32();
    }
    field = 'taskOffsetIntervalMs';
    const taskOffsetIntervalMs = reader.readInt32();
    let acceptableRecoveryLag: number = -1;
    if (version === 1) {
      field = 'acceptableRecoveryLag';
      acceptableRecoveryLag = reader.readInt64();
    }
    field = 'status';
    let status: Decoded<StreamsGroupHeartbeatResponseStatus>[] | null;
    const statusLength = reader.readCompactNullableArrayLength(3);
    const statusList: Decoded<StreamsGroupHeartbeatResponseStatus>[] = [];
    for (index = 0; index < statusLength; index++) statusList.push(readStreamsGroupHeartbeatResponseStatus(reader, version));
    index = -1;
    status = statusLength < 0 ? null : statusList;
    field = 'activeTasks';
    let activeTasks: Decoded<StreamsGroupHeartbeatResponseTaskIds>[] | null;
    const activeTasksLength = reader.readCompactNullableArrayLength(3);
    const activeTasksList: Decoded<StreamsGroupHeartbeatResponseTaskIds>[] = [];
    for (index = 0; index < activeTasksLength; index++) activeTasksList.push(readStreamsGroupHeartbeatResponseTaskIds(reader, version));
    index = -1;
    activeTasks = activeTasksLength < 0 ? null : activeTasksList;
    field = 'standbyTasks';
    let standbyTasks: Decoded<StreamsGroupHeartbeatResponseTaskIds>[] | null;
    const standbyTasksLength = reader.readCompactNullableArrayLength(3);
    const standbyTasksList: Decoded<StreamsGroupHeartbeatResponseTaskIds>[] = [];
    for (index = 0; index < standbyTasksLength; index++) standbyTasksList.push(readStreamsGroupHeartbeatResponseTaskIds(reader, version));
    index = -1;
    standbyTasks = standbyTasksLength < 0 ? null : standbyTasksList;
    field = 'warmupTasks';
    let warmupTasks: Decoded<StreamsGroupHeartbeatResponseTaskIds>[] | null;
    const warmupTasksLength = reader.readCompactNullableArrayLength(3);
    const warmupTasksList: Decoded<StreamsGroupHeartbeatResponseTaskIds>[] = [];
    for (index = 0; index < warmupTasksLength; index++) warmupTasksList.push(readStreamsGroupHeartbeatResponseTaskIds(reader, version));
    index = -1;
    warmupTasks = warmupTasksLength < 0 ? null : warmupTasksList;
    let topologyDescriptionRequired: boolean = false;
    if (version === 1) {
      field = 'topologyDescriptionRequired';
      topologyDescriptionRequired = reader.readBoolean();
    }
    field = 'endpointInformationEpoch';
    const endpointInformationEpoch = reader.readInt32();
    field = 'partitionsByUserEndpoint';
    let partitionsByUserEndpoint: Decoded<StreamsGroupHeartbeatResponseEndpointToPartitions>[] | null;
    const partitionsByUserEndpointLength = reader.readCompactNullableArrayLength(7);
    const partitionsByUserEndpointList: Decoded<StreamsGroupHeartbeatResponseEndpointToPartitions>[] = [];
    for (index = 0; index < partitionsByUserEndpointLength; index++) partitionsByUserEndpointList.push(readStreamsGroupHeartbeatResponseEndpointToPartitions(reader, version));
    index = -1;
    partitionsByUserEndpoint = partitionsByUserEndpointLength < 0 ? null : partitionsByUserEndpointList;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, errorMessage, memberId, memberEpoch, heartbeatIntervalMs, acceptableRecoveryLagLegacy, taskOffsetIntervalMs, acceptableRecoveryLag, status, activeTasks, standbyTasks, warmupTasks, topologyDescriptionRequired, endpointInformationEpoch, partitionsByUserEndpoint, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupHeartbeatResponseEndpoint(reader: Reader, _version: number): Decoded<StreamsGroupHeartbeatResponseEndpoint> {
  let field = '';
  try {
    field = 'host';
    const host = reader.readCompactString();
    field = 'port';
    const port = reader.readUint16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { host, port, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readStreamsGroupHeartbeatResponseTaskIds(reader: Reader, _version: number): Decoded<StreamsGroupHeartbeatResponseTaskIds> {
  let field = '';
  let index = -1;
  try {
    field = 'subtopologyId';
    const subtopologyId = reader.readCompactString();
    field = 'partitions';
    const partitions: number[] = [];
    const partitionsLength = reader.readCompactArrayLength(4);
    for (index = 0; index < partitionsLength; index++) partitions.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { subtopologyId, partitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupHeartbeatResponseTopicPartition(reader: Reader, _version: number): Decoded<StreamsGroupHeartbeatResponseTopicPartition> {
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

function readStreamsGroupHeartbeatResponseStatus(reader: Reader, _version: number): Decoded<StreamsGroupHeartbeatResponseStatus> {
  let field = '';
  try {
    field = 'statusCode';
    const statusCode = reader.readInt8();
    field = 'statusDetail';
    const statusDetail = reader.readCompactString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { statusCode, statusDetail, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readStreamsGroupHeartbeatResponseEndpointToPartitions(reader: Reader, version: number): Decoded<StreamsGroupHeartbeatResponseEndpointToPartitions> {
  let field = '';
  let index = -1;
  try {
    field = 'userEndpoint';
    let userEndpoint: Decoded<StreamsGroupHeartbeatResponseEndpoint>;
    userEndpoint = readStreamsGroupHeartbeatResponseEndpoint(reader, version);
    field = 'activePartitions';
    const activePartitions: Decoded<StreamsGroupHeartbeatResponseTopicPartition>[] = [];
    const activePartitionsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < activePartitionsLength; index++) activePartitions.push(readStreamsGroupHeartbeatResponseTopicPartition(reader, version));
    index = -1;
    field = 'standbyPartitions';
    const standbyPartitions: Decoded<StreamsGroupHeartbeatResponseTopicPartition>[] = [];
    const standbyPartitionsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < standbyPartitionsLength; index++) standbyPartitions.push(readStreamsGroupHeartbeatResponseTopicPartition(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { userEndpoint, activePartitions, standbyPartitions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupHeartbeatResponse(writer: Writer, message: StreamsGroupHeartbeatResponse, version: number): void {
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
    field = 'memberId';
    const memberId = message.memberId;
    writer.writeCompactString(memberId);
    field = 'memberEpoch';
    const memberEpoch = message.memberEpoch;
    writer.writeInt32(memberEpoch);
    field = 'heartbeatIntervalMs';
    const heartbeatIntervalMs = message.heartbeatIntervalMs;
    writer.writeInt32(heartbeatIntervalMs);
    field = 'acceptableRecoveryLagLegacy';
    const acceptableRecoveryLagLegacy = message.acceptableRecoveryLagLegacy === undefined ? 0 : message.acceptableRecoveryLagLegacy;
    if (version === 0) {
      writer.writeInt32(acceptableRecoveryLagLegacy);
    } else if (acceptableRecoveryLagLegacy !== 0) {
      throw unsupportedField(version);
    }
    field = 'taskOffsetIntervalMs';
    const taskOffsetIntervalMs = message.taskOffsetIntervalMs;
    writer.writeInt32(taskOffsetIntervalMs);
    if (version === 1) {
      field = 'acceptableRecoveryLag';
      const acceptableRecoveryLag = message.acceptableRecoveryLag === undefined ? -1 : message.acceptableRecoveryLag;
      writer.writeInt64(acceptableRecoveryLag);
    }
    field = 'status';
    const status = message.status;
    if (status === null) {
      writer.writeUnsignedVarint(0);
    } else {
      writer.writeUnsignedVarint(status.length + 1);
      for (index = 0; index < status.length; index++) {
        const statusItem = status[index];
        if (statusItem === undefined) throw unexpectedNull(version);
        writeStreamsGroupHeartbeatResponseStatus(writer, statusItem, version);
      }
      index = -1;
    }
    field = 'activeTasks';
    const activeTasks = message.activeTasks === undefined ? null : message.activeTasks;
    if (activeTasks === null) {
      writer.writeUnsignedVarint(0);
    } else {
      writer.writeUnsignedVarint(activeTasks.length + 1);
      for (index = 0; index < activeTasks.length; index++) {
        const activeTasksItem = activeTasks[index];
        if (activeTasksItem === undefined) throw unexpectedNull(version);
        writeStreamsGroupHeartbeatResponseTaskIds(writer, activeTasksItem, version);
      }
      index = -1;
    }
    field = 'standbyTasks';
    const standbyTasks = message.standbyTasks === undefined ? null : message.standbyTasks;
    if (standbyTasks === null) {
      writer.writeUnsignedVarint(0);
    } else {
      writer.writeUnsignedVarint(standbyTasks.length + 1);
      for (index = 0; index < standbyTasks.length; index++) {
        const standbyTasksItem = standbyTasks[index];
        if (standbyTasksItem === undefined) throw unexpectedNull(version);
        writeStreamsGroupHeartbeatResponseTaskIds(writer, standbyTasksItem, version);
      }
      index = -1;
    }
    field = 'warmupTasks';
    const warmupTasks = message.warmupTasks === undefined ? null : message.warmupTasks;
    if (warmupTasks === null) {
      writer.writeUnsignedVarint(0);
    } else {
      writer.writeUnsignedVarint(warmupTasks.length + 1);
      for (index = 0; index < warmupTasks.length; index++) {
        const warmupTasksItem = warmupTasks[index];
        if (warmupTasksItem === undefined) throw unexpectedNull(version);
        writeStreamsGroupHeartbeatResponseTaskIds(writer, warmupTasksItem, version);
      }
      index = -1;
    }
    field = 'topologyDescriptionRequired';
    const topologyDescriptionRequired = message.topologyDescriptionRequired === undefined ? false : message.topologyDescriptionRequired;
    if (version === 1) {
      writer.writeBoolean(topologyDescriptionRequired);
    } else if (topologyDescriptionRequired !== false) {
      throw unsupportedField(version);
    }
    field = 'endpointInformationEpoch';
    const endpointInformationEpoch = message.endpointInformationEpoch;
    writer.writeInt32(endpointInformationEpoch);
    field = 'partitionsByUserEndpoint';
    const partitionsByUserEndpoint = message.partitionsByUserEndpoint === undefined ? null : message.partitionsByUserEndpoint;
    if (partitionsByUserEndpoint === null) {
      writer.writeUnsignedVarint(0);
    } else {
      writer.writeUnsignedVarint(partitionsByUserEndpoint.length + 1);
      for (index = 0; index < partitionsByUserEndpoint.length; index++) {
        const partitionsByUserEndpointItem = partitionsByUserEndpoint[index];
        if (partitionsByUserEndpointItem === undefined) throw unexpectedNull(version);
        writeStreamsGroupHeartbeatResponseEndpointToPartitions(writer, partitionsByUserEndpointItem, version);
      }
      index = -1;
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupHeartbeatResponseEndpoint(writer: Writer, message: StreamsGroupHeartbeatResponseEndpoint, _version: number): void {
  let field = '';
  try {
    field = 'host';
    const host = message.host;
    writer.writeCompactString(host);
    field = 'port';
    const port = message.port;
    writer.writeUint16(port);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeStreamsGroupHeartbeatResponseTaskIds(writer: Writer, message: StreamsGroupHeartbeatResponseTaskIds, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'subtopologyId';
    const subtopologyId = message.subtopologyId;
    writer.writeCompactString(subtopologyId);
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

function writeStreamsGroupHeartbeatResponseTopicPartition(writer: Writer, message: StreamsGroupHeartbeatResponseTopicPartition, version: number): void {
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

function writeStreamsGroupHeartbeatResponseStatus(writer: Writer, message: StreamsGroupHeartbeatResponseStatus, _version: number): void {
  let field = '';
  try {
    field = 'statusCode';
    const statusCode = message.statusCode;
    writer.writeInt8(statusCode);
    field = 'statusDetail';
    const statusDetail = message.statusDetail;
    writer.writeCompactString(statusDetail);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeStreamsGroupHeartbeatResponseEndpointToPartitions(writer: Writer, message: StreamsGroupHeartbeatResponseEndpointToPartitions, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'userEndpoint';
    const userEndpoint = message.userEndpoint;
    writeStreamsGroupHeartbeatResponseEndpoint(writer, userEndpoint, version);
    field = 'activePartitions';
    const activePartitions = message.activePartitions;
    writer.writeUnsignedVarint(activePartitions.length + 1);
    for (index = 0; index < activePartitions.length; index++) {
      const activePartitionsItem = activePartitions[index];
      if (activePartitionsItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupHeartbeatResponseTopicPartition(writer, activePartitionsItem, version);
    }
    index = -1;
    field = 'standbyPartitions';
    const standbyPartitions = message.standbyPartitions;
    writer.writeUnsignedVarint(standbyPartitions.length + 1);
    for (index = 0; index < standbyPartitions.length; index++) {
      const standbyPartitionsItem = standbyPartitions[index];
      if (standbyPartitionsItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupHeartbeatResponseTopicPartition(writer, standbyPartitionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}
