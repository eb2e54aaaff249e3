// Generated from definitions/streams-group-describe.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** StreamsGroupDescribeRequest, versions 0-1. */
export interface StreamsGroupDescribeRequest {
  /** Ids of the groups. */
  groupIds: string[];
  /** Whether to tell what the asker may do. */
  includeAuthorizedOperations: boolean;
  /** Whether to add the description of the topology. Versions 1+. Default false. */
  includeTopologyDescription?: boolean | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const streamsGroupDescribeRequest: MessageCodec<StreamsGroupDescribeRequest> = messageCodec<StreamsGroupDescribeRequest>(
  {
    name: 'StreamsGroupDescribeRequest',
    kind: 'request',
    apiKey: 89,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readStreamsGroupDescribeRequest,
  writeStreamsGroupDescribeRequest,
);

function readStreamsGroupDescribeRequest(reader: Reader, version: number): Decoded<StreamsGroupDescribeRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'groupIds';
    const groupIds: string[] = [];
    const groupIdsLength = reader.readCompactArrayLength(1);
    for (index = 0; index < groupIdsLength; index++) groupIds.push(reader.readCompactString());
    index = -1;
    field = 'includeAuthorizedOperations';
    const includeAuthorizedOperations = reader.readBoolean();
    let includeTopologyDescription: boolean = false;
    if (version === 1) {
      field = 'includeTopologyDescription';
      includeTopologyDescription = reader.readBoolean();
    }
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { groupIds, includeAuthorizedOperations, includeTopologyDescription, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupDescribeRequest(writer: Writer, message: StreamsGroupDescribeRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'groupIds';
    const groupIds = message.groupIds;
    writer.writeUnsignedVarint(groupIds.length + 1);
    for (index = 0; index < groupIds.length; index++) {
      const groupIdsItem = groupIds[index];
      if (groupIdsItem === undefined) throw unexpectedNull(version);
      writer.writeCompactString(groupIdsItem);
    }
    index = -1;
    field = 'includeAuthorizedOperations';
    const includeAuthorizedOperations = message.includeAuthorizedOperations;
    writer.writeBoolean(includeAuthorizedOperations);
    field = 'includeTopologyDescription';
    const includeTopologyDescription = message.includeTopologyDescription === undefined ? false : message.includeTopologyDescription;
    if (version === 1) {
      writer.writeBoolean(includeTopologyDescription);
    } else if (includeTopologyDescription !== false) {
      throw unsupportedField(version);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

/** StreamsGroupDescribeResponse, versions 0-1. */
export interface StreamsGroupDescribeResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** The groups. */
  groups: StreamsGroupDescribeResponseDescribedGroup[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupDescribeResponseTopologyDescriptionGlobalStore {
  /** Node that reads the topic. Versions 1+. */
  source?: StreamsGroupDescribeResponseTopologyDescriptionNode | undefined;
  /** Node that fills the store. Versions 1+. */
  processor?: StreamsGroupDescribeResponseTopologyDescriptionNode | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupDescribeResponseTopologyDescriptionNode {
  /** Name of the node. Versions 1+. */
  name?: string | undefined;
  /** Kind of the node in the topology. Versions 1+. */
  nodeType?: number | undefined;
  /** Topics the subtopology reads. Versions 1+. */
  sourceTopics?: string[] | undefined;
  /** Topic the node writes; null for none. Versions 1+. Default null. */
  sinkTopic?: string | null | undefined;
  /** State stores of the node. Versions 1+. */
  stores?: string[] | undefined;
  /** Names of the nodes that follow. Versions 1+. */
  successors?: string[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupDescribeResponseTopologyDescriptionSubtopology {
  /** Id of the subtopology. Versions 1+. */
  subtopologyId?: string | undefined;
  /** The nodes. Versions 1+. */
  nodes?: StreamsGroupDescribeResponseTopologyDescriptionNode[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupDescribeResponseTopologyDescription {
  /** Parts of the topology that run on their own. Versions 1+. */
  subtopologies?: StreamsGroupDescribeResponseTopologyDescriptionSubtopology[] | undefined;
  /** State stores fed from a topic as a whole. Versions 1+. */
  globalStores?: StreamsGroupDescribeResponseTopologyDescriptionGlobalStore[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupDescribeResponseTopicInfo {
  /** Name of the topic. */
  name: string;
  /** Partitions of the topic, one entry each. */
  partitions: number;
  /** Number of replicas; -1 for the default. */
  replicationFactor: number;
  /** Settings of the topic. */
  topicConfigs: StreamsGroupDescribeResponseKeyValue[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupDescribeResponseKeyValue {
  /** Name of the setting or tag. */
  key: string;
  /** Its value. */
  value: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupDescribeResponseTaskIds {
  /** Id of the subtopology. */
  subtopologyId: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupDescribeResponseAssignment {
  /** Tasks the member runs actively. */
  activeTasks: StreamsGroupDescribeResponseTaskIds[];
  /** Tasks the member keeps a standby of. */
  standbyTasks: StreamsGroupDescribeResponseTaskIds[];
  /** Tasks whose state the member is building up. */
  warmupTasks: StreamsGroupDescribeResponseTaskIds[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupDescribeResponseTaskOffset {
  /** Id of the subtopology. */
  subtopologyId: string;
  /** Index of the partition. */
  partition: number;
  /** Offset reached in the changelogs. */
  offset: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupDescribeResponseEndpoint {
  /** Host name or address. */
  host: string;
  /** TCP port. */
  port: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupDescribeResponseDescribedGroup {
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** Id of the group. */
  groupId: string;
  /** State of the group by name. */
  groupState: string;
  /** Epoch of the group. */
  groupEpoch: number;
  /** Epoch of the assignment. */
  assignmentEpoch: number;
  /** The topology; null when there is none or no change. Default null. */
  topology?: StreamsGroupDescribeResponseTopology | null | undefined;
  /** Who is in the group, one entry each. */
  members: StreamsGroupDescribeResponseMember[];
  /** Bits of the operations allowed to the asker; -2147483648 when not asked for. Default -2147483648. */
  authorizedOperations?: number | undefined;
  /** Nodes and stores of the topology; null when there is none. Versions 1+. Default null. */
  topologyDescription?: StreamsGroupDescribeResponseTopologyDescription | null | undefined;
  /** Whether the description is there: 3 when it is. Versions 1+. Default 0. */
  topologyDescriptionStatus?: number | undefined;
  /** Name of the assignor that computed the assignment. Versions 1+. Default null. */
  assignorName?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupDescribeResponseMember {
  /** Id of the member. */
  memberId: string;
  /** Epoch of the member. */
  memberEpoch: number;
  /** Instance id of a static member; null for a dynamic one. Default null. */
  instanceId?: string | null | undefined;
  /** Rack of the client or replica. Default null. */
  rackId?: string | null | undefined;
  /** Client id as the client gives it. */
  clientId: string;
  /** Host the member connects from. */
  clientHost: string;
  /** Epoch of the topology. */
  topologyEpoch: number;
  /** Id of the process the member runs in. */
  processId: string;
  /** Where the instance answers interactive queries. Default null. */
  userEndpoint?: StreamsGroupDescribeResponseEndpoint | null | undefined;
  /** Tags of the client, for rack-aware placing of standbys. */
  clientTags: StreamsGroupDescribeResponseKeyValue[];
  /** Offsets reached in the changelogs by task. */
  taskOffsets: StreamsGroupDescribeResponseTaskOffset[];
  /** End offsets of the changelogs by task. */
  taskEndOffsets: StreamsGroupDescribeResponseTaskOffset[];
  /** What the member is assigned. */
  assignment: StreamsGroupDescribeResponseAssignment;
  /** What the member is to have in the end. */
  targetAssignment: StreamsGroupDescribeResponseAssignment;
  /** Whether the member uses the classic protocol. */
  isClassic: boolean;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupDescribeResponseTopology {
  /** Epoch of the topology. */
  epoch: number;
  /** Parts of the topology that run on their own. Default null. */
  subtopologies?: StreamsGroupDescribeResponseSubtopology[] | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupDescribeResponseSubtopology {
  /** Id of the subtopology. */
  subtopologyId: string;
  /** Topics the subtopology reads. */
  sourceTopics: string[];
  /** Repartition topics the subtopology writes. */
  repartitionSinkTopics: string[];
  /** Changelog topics of the subtopology's stores. */
  stateChangelogTopics: StreamsGroupDescribeResponseTopicInfo[];
  /** Repartition topics the subtopology reads. */
  repartitionSourceTopics: StreamsGroupDescribeResponseTopicInfo[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const streamsGroupDescribeResponse: MessageCodec<StreamsGroupDescribeResponse> = messageCodec<StreamsGroupDescribeResponse>(
  {
    name: 'StreamsGroupDescribeResponse',
    kind: 'response',
    apiKey: 89,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readStreamsGroupDescribeResponse,
  writeStreamsGroupDescribeResponse,
);

function readStreamsGroupDescribeResponse(reader: Reader, version: number): Decoded<StreamsGroupDescribeResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'groups';
    const groups: Decoded<StreamsGroupDescribeResponseDescribedGroup>[] = [];
    const groupsLength = reader.readCompactArrayLength(20);
    for (index = 0; index < groupsLength; index++) groups.push(readStreamsGroupDescribeResponseDescribedGroup(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, groups, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupDescribeResponseTopologyDescriptionGlobalStore(reader: Reader, version: number): Decoded<StreamsGroupDescribeResponseTopologyDescriptionGlobalStore> {
  let field = '';
  try {
    field = 'source';
    let source: Decoded<StreamsGroupDescribeResponseTopologyDescriptionNode>;
    source = readStreamsGroupDescribeResponseTopologyDescriptionNode(reader, version);
    field = 'processor';
    let processor: Decoded<StreamsGroupDescribeResponseTopologyDescriptionNode>;
    processor = readStreamsGroupDescribeResponseTopologyDescriptionNode(reader, version);
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { source, processor, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readStreamsGroupDescribeResponseTopologyDescriptionNode(reader: Reader, _version: number): Decoded<StreamsGroupDescribeResponseTopologyDescriptionNode> {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'nodeType';
    const nodeType = reader.readInt8();
    field = 'sourceTopics';
    const sourceTopics: string[] = [];
    const sourceTopicsLength = reader.readCompactArrayLength(1);
    for (index = 0; index < sourceTopicsLength; index++) sourceTopics.push(reader.readCompactString());
    index = -1;
    field = 'sinkTopic';
    const sinkTopic = reader.readCompactNullableString();
    field = 'stores';
    const stores: string[] = [];
    const storesLength = reader.readCompactArrayLength(1);
    for (index = 0; index < storesLength; index++) stores.push(reader.readCompactString());
    index = -1;
    field = 'successors';
    const successors: string[] = [];
    const successorsLength = reader.readCompactArrayLength(1);
    for (index = 0; index < successorsLength; index++) successors.push(reader.readCompactString());
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, nodeType, sourceTopics, sinkTopic, stores, successors, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupDescribeResponseTopologyDescriptionSubtopology(reader: Reader, version: number): Decoded<StreamsGroupDescribeResponseTopologyDescriptionSubtopology> {
  let field = '';
  let index = -1;
  try {
    field = 'subtopologyId';
    const subtopologyId = reader.readCompactString();
    field = 'nodes';
    const nodes: Decoded<StreamsGroupDescribeResponseTopologyDescriptionNode>[] = [];
    const nodesLength = reader.readCompactArrayLength(7);
    for (index = 0; index < nodesLength; index++) nodes.push(readStreamsGroupDescribeResponseTopologyDescriptionNode(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { subtopologyId, nodes, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupDescribeResponseTopologyDescription(reader: Reader, version: number): Decoded<StreamsGroupDescribeResponseTopologyDescription> {
  let field = '';
  let index = -1;
  try {
    field = 'subtopologies';
    const subtopologies: Decoded<StreamsGroupDescribeResponseTopologyDescriptionSubtopology>[] = [];
    const subtopologiesLength = reader.readCompactArrayLength(3);
    for (index = 0; index < subtopologiesLength; index++) subtopologies.push(readStreamsGroupDescribeResponseTopologyDescriptionSubtopology(reader, version));
    index = -1;
    field = 'globalStores';
    const globalStores: Decoded<StreamsGroupDescribeResponseTopologyDescriptionGlobalStore>[] = [];
    const globalStoresLength = reader.readCompactArrayLength(15);
    for (index = 0; index < globalStoresLength; index++) globalStores.push(readStreamsGroupDescribeResponseTopologyDescriptionGlobalStore(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { subtopologies, globalStores, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupDescribeResponseTopicInfo(reader: Reader, version: number): Decoded<StreamsGroupDescribeResponseTopicInfo> {
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
    const topicConfigs: Decoded<StreamsGroupDescribeResponseKeyValue>[] = [];
    const topicConfigsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < topicConfigsLength; index++) topicConfigs.push(readStreamsGroupDescribeResponseKeyValue(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, partitions, replicationFactor, topicConfigs, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupDescribeResponseKeyValue(reader: Reader, _version: number): Decoded<StreamsGroupDescribeResponseKeyValue> {
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

function readStreamsGroupDescribeResponseTaskIds(reader: Reader, _version: number): Decoded<StreamsGroupDescribeResponseTaskIds> {
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

function readStreamsGroupDescribeResponseAssignment(reader: Reader, version: number): Decoded<StreamsGroupDescribeResponseAssignment> {
  let field = '';
  let index = -1;
  try {
    field = 'activeTasks';
    const activeTasks: Decoded<StreamsGroupDescribeResponseTaskIds>[] = [];
    const activeTasksLength = reader.readCompactArrayLength(3);
    for (index = 0; index < activeTasksLength; index++) activeTasks.push(readStreamsGroupDescribeResponseTaskIds(reader, version));
    index = -1;
    field = 'standbyTasks';
    const standbyTasks: Decoded<StreamsGroupDescribeResponseTaskIds>[] = [];
    const standbyTasksLength = reader.readCompactArrayLength(3);
    for (index = 0; index < standbyTasksLength; index++) standbyTasks.push(readStreamsGroupDescribeResponseTaskIds(reader, version));
    index = -1;
    field = 'warmupTasks';
    const warmupTasks: Decoded<StreamsGroupDescribeResponseTaskIds>[] = [];
    const warmupTasksLength = reader.readCompactArrayLength(3);
    for (index = 0; index < warmupTasksLength; index++) warmupTasks.push(readStreamsGroupDescribeResponseTaskIds(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { activeTasks, standbyTasks, warmupTasks, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupDescribeResponseTaskOffset(reader: Reader, _version: number): Decoded<StreamsGroupDescribeResponseTaskOffset> {
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

function readStreamsGroupDescribeResponseEndpoint(reader: Reader, _version: number): Decoded<StreamsGroupDescribeResponseEndpoint> {
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

function readStreamsGroupDescribeResponseDescribedGroup(reader: Reader, version: number): Decoded<StreamsGroupDescribeResponseDescribedGroup> {
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'groupId';
    const groupId = reader.readCompactString();
    field = 'groupState';
    const groupState = reader.readCompactString();
    field = 'groupEpoch';
    const groupEpoch = reader.readInt32();
    field = 'assignmentEpoch';
    const assignmentEpoch = reader.readInt32();
    field = 'topology';
    let topology: Decoded<StreamsGroupDescribeResponseTopology> | null;
    topology = reader.readPresence() ? readStreamsGroupDescribeResponseTopology(reader, version) : null;
    field = 'members';
    const members: Decoded<StreamsGroupDescribeResponseMember>[] = [];
    const membersLength = reader.readCompactArrayLength(28);
    for (index = 0; index < membersLength; index++) members.push(readStreamsGroupDescribeResponseMember(reader, version));
    index = -1;
    field = 'authorizedOperations';
    const authorizedOperations = reader.readInt32();
    let topologyDescription: Decoded<StreamsGroupDescribeResponseTopologyDescription> | null = null;
    if (version === 1) {
      field = 'topologyDescription';
      topologyDescription = reader.readPresence() ? readStreamsGroupDescribeResponseTopologyDescription(reader, version) : null;
    }
    let topologyDescriptionStatus: number = 0;
    if (version === 1) {
      field = 'topologyDescriptionStatus';
      topologyDescriptionStatus = reader.readInt8();
    }
    let assignorName: string | null = null;
    if (version === 1) {
      field = 'assignorName';
      assignorName = reader.readCompactNullableString();
    }
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { errorCode, errorMessage, groupId, groupState, groupEpoch, assignmentEpoch, topology, members, authorizedOperations, topologyDescription, topologyDescriptionStatus, assignorName, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupDescribeResponseMember(reader: Reader, version: number): Decoded<StreamsGroupDescribeResponseMember> {
  let field = '';
  let index = -1;
  try {
    field = 'memberId';
    const memberId = reader.readCompactString();
    field = 'memberEpoch';
    const memberEpoch = reader.readInt32();
    field = 'instanceId';
    const instanceId = reader.readCompactNullableString();
    field = 'rackId';
    const rackId = reader.readCompactNullableString();
    field = 'clientId';
    const clientId = reader.readCompactString();
    field = 'clientHost';
    const clientHost = reader.readCompactString();
    field = 'topologyEpoch';
    const topologyEpoch = reader.readInt32();
    field = 'processId';
    const processId = reader.readCompactString();
    field = 'userEndpoint';
    let userEndpoint: Decoded<StreamsGroupDescribeResponseEndpoint> | null;
    userEndpoint = reader.readPresence() ? readStreamsGroupDescribeResponseEndpoint(reader, version) : null;
    field = 'clientTags';
    const clientTags: Decoded<StreamsGroupDescribeResponseKeyValue>[] = [];
    const clientTagsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < clientTagsLength; index++) clientTags.push(readStreamsGroupDescribeResponseKeyValue(reader, version));
    index = -1;
    field = 'taskOffsets';
    const taskOffsets: Decoded<StreamsGroupDescribeResponseTaskOffset>[] = [];
    const taskOffsetsLength = reader.readCompactArrayLength(14);
    for (index = 0; index < taskOffsetsLength; index++) taskOffsets.push(readStreamsGroupDescribeResponseTaskOffset(reader, version));
    index = -1;
    field = 'taskEndOffsets';
    const taskEndOffsets: Decoded<StreamsGroupDescribeResponseTaskOffset>[] = [];
    const taskEndOffsetsLength = reader.readCompactArrayLength(14);
    for (index = 0; index < taskEndOffsetsLength; index++) taskEndOffsets.push(readStreamsGroupDescribeResponseTaskOffset(reader, version));
    index = -1;
    field = 'assignment';
    let assignment: Decoded<StreamsGroupDescribeResponseAssignment>;
    assignment = readStreamsGroupDescribeResponseAssignment(reader, version);
    field = 'targetAssignment';
    let targetAssignment: Decoded<StreamsGroupDescribeResponseAssignment>;
    targetAssignment = readStreamsGroupDescribeResponseAssignment(reader, version);
    field = 'isClassic';
    const isClassic = reader.readBoolean();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { memberId, memberEpoch, instanceId, rackId, clientId, clientHost, topologyEpoch, processId, userEndpoint, clientTags, taskOffsets, taskEndOffsets, assignment, targetAssignment, isClassic, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupDescribeResponseTopology(reader: Reader, version: number): Decoded<StreamsGroupDescribeResponseTopology> {
  let field = '';
  let index = -1;
  try {
    field = 'epoch';
    const epoch = reader.readInt32();
    field = 'subtopologies';
    let subtopologies: Decoded<StreamsGroupDescribeResponseSubtopology>[] | null;
    const subtopologiesLength = reader.readCompactNullableArrayLength(6);
    const subtopologiesList: Decoded<StreamsGroupDescribeResponseSubtopology>[] = [];
    for (index = 0; index < subtopologiesLength; index++) subtopologiesList.push(readStreamsGroupDescribeResponseSubtopology(reader, version));
    index = -1;
    subtopologies = subtopologiesLength < 0 ? null : subtopologiesList;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { epoch, subtopologies, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupDescribeResponseSubtopology(reader: Reader, version: number): Decoded<StreamsGroupDescribeResponseSubtopology> {
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
    field = 'repartitionSinkTopics';
    const repartitionSinkTopics: string[] = [];
    const repartitionSinkTopicsLength = reader.readCompactArrayLength(1);
    for (index = 0; index < repartitionSinkTopicsLength; index++) repartitionSinkTopics.push(reader.readCompactString());
    index = -1;
    field = 'stateChangelogTopics';
    const stateChangelogTopics: Decoded<StreamsGroupDescribeResponseTopicInfo>[] = [];
    const stateChangelogTopicsLength = reader.readCompactArrayLength(9);
    for (index = 0; index < stateChangelogTopicsLength; index++) stateChangelogTopics.push(readStreamsGroupDescribeResponseTopicInfo(reader, version));
    index = -1;
    field = 'repartitionSourceTopics';
    const repartitionSourceTopics: Decoded<StreamsGroupDescribeResponseTopicInfo>[] = [];
    const repartitionSourceTopicsLength = reader.readCompactArrayLength(9);
    for (index = 0; index < repartitionSourceTopicsLength; index++) repartitionSourceTopics.push(readStreamsGroupDescribeResponseTopicInfo(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { subtopologyId, sourceTopics, repartitionSinkTopics, stateChangelogTopics, repartitionSourceTopics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupDescribeResponse(writer: Writer, message: StreamsGroupDescribeResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'groups';
    const groups = message.groups;
    writer.writeUnsignedVarint(groups.length + 1);
    for (index = 0; index < groups.length; index++) {
      const groupsItem = groups[index];
      if (groupsItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupDescribeResponseDescribedGroup(writer, groupsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupDescribeResponseTopologyDescriptionGlobalStore(writer: Writer, message: StreamsGroupDescribeResponseTopologyDescriptionGlobalStore, version: number): void {
  let field = '';
  try {
    field = 'source';
    const source = message.source === undefined ? defaultStreamsGroupDescribeResponseTopologyDescriptionNode() : message.source;
    writeStreamsGroupDescribeResponseTopologyDescriptionNode(writer, source, version);
    field = 'processor';
    const processor = message.processor === undefined ? defaultStreamsGroupDescribeResponseTopologyDescriptionNode() : message.processor;
    writeStreamsGroupDescribeResponseTopologyDescriptionNode(writer, processor, version);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeStreamsGroupDescribeResponseTopologyDescriptionNode(writer: Writer, message: StreamsGroupDescribeResponseTopologyDescriptionNode, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name === undefined ? '' : message.name;
    writer.writeCompactString(name);
    field = 'nodeType';
    const nodeType = message.nodeType === undefined ? 0 : message.nodeType;
    writer.writeInt8(nodeType);
    field = 'sourceTopics';
    const sourceTopics = message.sourceTopics === undefined ? [] : message.sourceTopics;
    writer.writeUnsignedVarint(sourceTopics.length + 1);
    for (index = 0; index < sourceTopics.length; index++) {
      const sourceTopicsItem = sourceTopics[index];
      if (sourceTopicsItem === undefined) throw unexpectedNull(version);
      writer.writeCompactString(sourceTopicsItem);
    }
    index = -1;
    field = 'sinkTopic';
    const sinkTopic = message.sinkTopic === undefined ? null : message.sinkTopic;
    writer.writeCompactNullableString(sinkTopic);
    field = 'stores';
    const stores = message.stores === undefined ? [] : message.stores;
    writer.writeUnsignedVarint(stores.length + 1);
    for (index = 0; index < stores.length; index++) {
      const storesItem = stores[index];
      if (storesItem === undefined) throw unexpectedNull(version);
      writer.writeCompactString(storesItem);
    }
    index = -1;
    field = 'successors';
    const successors = message.successors === undefined ? [] : message.successors;
    writer.writeUnsignedVarint(successors.length + 1);
    for (index = 0; index < successors.length; index++) {
      const successorsItem = successors[index];
      if (successorsItem === undefined) throw unexpectedNull(version);
      writer.writeCompactString(successorsItem);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupDescribeResponseTopologyDescriptionSubtopology(writer: Writer, message: StreamsGroupDescribeResponseTopologyDescriptionSubtopology, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'subtopologyId';
    const subtopologyId = message.subtopologyId === undefined ? '' : message.subtopologyId;
    writer.writeCompactString(subtopologyId);
    field = 'nodes';
    const nodes = message.nodes === undefined ? [] : message.nodes;
    writer.writeUnsignedVarint(nodes.length + 1);
    for (index = 0; index < nodes.length; index++) {
      const nodesItem = nodes[index];
      if (nodesItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupDescribeResponseTopologyDescriptionNode(writer, nodesItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupDescribeResponseTopologyDescription(writer: Writer, message: StreamsGroupDescribeResponseTopologyDescription, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'subtopologies';
    const subtopologies = message.subtopologies === undefined ? [] : message.subtopologies;
    writer.writeUnsignedVarint(subtopologies.length + 1);
    for (index = 0; index < subtopologies.length; index++) {
      const subtopologiesItem = subtopologies[index];
      if (subtopologiesItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupDescribeResponseTopologyDescriptionSubtopology(writer, subtopologiesItem, version);
    }
    index = -1;
    field = 'globalStores';
    const globalStores = message.globalStores === undefined ? [] : message.globalStores;
    writer.writeUnsignedVarint(globalStores.length + 1);
    for (index = 0; index < globalStores.length; index++) {
      const globalStoresItem = globalStores[index];
      if (globalStoresItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupDescribeResponseTopologyDescriptionGlobalStore(writer, globalStoresItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupDescribeResponseTopicInfo(writer: Writer, message: StreamsGroupDescribeResponseTopicInfo, version: number): void {
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
      writeStreamsGroupDescribeResponseKeyValue(writer, topicConfigsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupDescribeResponseKeyValue(writer: Writer, message: StreamsGroupDescribeResponseKeyValue, _version: number): void {
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

function writeStreamsGroupDescribeResponseTaskIds(writer: Writer, message: StreamsGroupDescribeResponseTaskIds, version: number): void {
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

function writeStreamsGroupDescribeResponseAssignment(writer: Writer, message: StreamsGroupDescribeResponseAssignment, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'activeTasks';
    const activeTasks = message.activeTasks;
    writer.writeUnsignedVarint(activeTasks.length + 1);
    for (index = 0; index < activeTasks.length; index++) {
      const activeTasksItem = activeTasks[index];
      if (activeTasksItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupDescribeResponseTaskIds(writer, activeTasksItem, version);
    }
    index = -1;
    field = 'standbyTasks';
    const standbyTasks = message.standbyTasks;
    writer.writeUnsignedVarint(standbyTasks.length + 1);
    for (index = 0; index < standbyTasks.length; index++) {
      const standbyTasksItem = standbyTasks[index];
      if (standbyTasksItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupDescribeResponseTaskIds(writer, standbyTasksItem, version);
    }
    index = -1;
    field = 'warmupTasks';
    const warmupTasks = message.warmupTasks;
    writer.writeUnsignedVarint(warmupTasks.length + 1);
    for (index = 0; index < warmupTasks.length; index++) {
      const warmupTasksItem = warmupTasks[index];
      if (warmupTasksItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupDescribeResponseTaskIds(writer, warmupTasksItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupDescribeResponseTaskOffset(writer: Writer, message: StreamsGroupDescribeResponseTaskOffset, _version: number): void {
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

function writeStreamsGroupDescribeResponseEndpoint(writer: Writer, message: StreamsGroupDescribeResponseEndpoint, _version: number): void {
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

function writeStreamsGroupDescribeResponseDescribedGroup(writer: Writer, message: StreamsGroupDescribeResponseDescribedGroup, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage === undefined ? null : message.errorMessage;
    writer.writeCompactNullableString(errorMessage);
    field = 'groupId';
    const groupId = message.groupId;
    writer.writeCompactString(groupId);
    field = 'groupState';
    const groupState = message.groupState;
    writer.writeCompactString(groupState);
    field = 'groupEpoch';
    const groupEpoch = message.groupEpoch;
    writer.writeInt32(groupEpoch);
    field = 'assignmentEpoch';
    const assignmentEpoch = message.assignmentEpoch;
    writer.writeInt32(assignmentEpoch);
    field = 'topology';
    const topology = message.topology === undefined ? null : message.topology;
    if (topology === null) {
      writer.writeInt8(-1);
    } else {
      writer.writeInt8(1);
      writeStreamsGroupDescribeResponseTopology(writer, topology, version);
    }
    field = 'members';
    const members = message.members;
    writer.writeUnsignedVarint(members.length + 1);
    for (index = 0; index < members.length; index++) {
      const membersItem = members[index];
      if (membersItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupDescribeResponseMember(writer, membersItem, version);
    }
    index = -1;
    field = 'authorizedOperations';
    const authorizedOperations = message.authorizedOperations === undefined ? -2147483648 : message.authorizedOperations;
    writer.writeInt32(authorizedOperations);
    field = 'topologyDescription';
    const topologyDescription = message.topologyDescription === undefined ? null : message.topologyDescription;
    if (version === 1) {
      if (topologyDescription === null) {
        writer.writeInt8(-1);
      } else {
        writer.writeInt8(1);
        writeStreamsGroupDescribeResponseTopologyDescription(writer, topologyDescription, version);
      }
    } else if (topologyDescription !== null) {
      throw unsupportedField(version);
    }
    field = 'topologyDescriptionStatus';
    const topologyDescriptionStatus = message.topologyDescriptionStatus === undefined ? 0 : message.topologyDescriptionStatus;
    if (version === 1) {
      writer.writeInt8(topologyDescriptionStatus);
    } else if (topologyDescriptionStatus !== 0) {
      throw unsupportedField(version);
    }
    if (version === 1) {
      field = 'assignorName';
      const assignorName = message.assignorName === undefined ? null : message.assignorName;
      writer.writeCompactNullableString(assignorName);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupDescribeResponseMember(writer: Writer, message: StreamsGroupDescribeResponseMember, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'memberId';
    const memberId = message.memberId;
    writer.writeCompactString(memberId);
    field = 'memberEpoch';
    const memberEpoch = message.memberEpoch;
    writer.writeInt32(memberEpoch);
    field = 'instanceId';
    const instanceId = message.instanceId === undefined ? null : message.instanceId;
    writer.writeCompactNullableString(instanceId);
    field = 'rackId';
    const rackId = message.rackId === undefined ? null : message.rackId;
    writer.writeCompactNullableString(rackId);
    field = 'clientId';
    const clientId = message.clientId;
    writer.writeCompactString(clientId);
    field = 'clientHost';
    const clientHost = message.clientHost;
    writer.writeCompactString(clientHost);
    field = 'topologyEpoch';
    const topologyEpoch = message.topologyEpoch;
    writer.writeInt32(topologyEpoch);
    field = 'processId';
    const processId = message.processId;
    writer.writeCompactString(processId);
    field = 'userEndpoint';
    const userEndpoint = message.userEndpoint === undefined ? null : message.userEndpoint;
    if (userEndpoint === null) {
      writer.writeInt8(-1);
    } else {
      writer.writeInt8(1);
      writeStreamsGroupDescribeResponseEndpoint(writer, userEndpoint, version);
    }
    field = 'clientTags';
    const clientTags = message.clientTags;
    writer.writeUnsignedVarint(clientTags.length + 1);
    for (index = 0; index < clientTags.length; index++) {
      const clientTagsItem = clientTags[index];
      if (clientTagsItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupDescribeResponseKeyValue(writer, clientTagsItem, version);
    }
    index = -1;
    field = 'taskOffsets';
    const taskOffsets = message.taskOffsets;
    writer.writeUnsignedVarint(taskOffsets.length + 1);
    for (index = 0; index < taskOffsets.length; index++) {
      const taskOffsetsItem = taskOffsets[index];
      if (taskOffsetsItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupDescribeResponseTaskOffset(writer, taskOffsetsItem, version);
    }
    index = -1;
    field = 'taskEndOffsets';
    const taskEndOffsets = message.taskEndOffsets;
    writer.writeUnsignedVarint(taskEndOffsets.length + 1);
    for (index = 0; index < taskEndOffsets.length; index++) {
      const taskEndOffsetsItem = taskEndOffsets[index];
      if (taskEndOffsetsItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupDescribeResponseTaskOffset(writer, taskEndOffsetsItem, version);
    }
    index = -1;
    field = 'assignment';
    const assignment = message.assignment;
    writeStreamsGroupDescribeResponseAssignment(writer, assignment, version);
    field = 'targetAssignment';
    const targetAssignment = message.targetAssignment;
    writeStreamsGroupDescribeResponseAssignment(writer, targetAssignment, version);
    field = 'isClassic';
    const isClassic = message.isClassic;
    writer.writeBoolean(isClassic);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupDescribeResponseTopology(writer: Writer, message: StreamsGroupDescribeResponseTopology, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'epoch';
    const epoch = message.epoch;
    writer.writeInt32(epoch);
    field = 'subtopologies';
    const subtopologies = message.subtopologies === undefined ? null : message.subtopologies;
    if (subtopologies === null) {
      writer.writeUnsignedVarint(0);
    } else {
      writer.writeUnsignedVarint(subtopologies.length + 1);
      for (index = 0; index < subtopologies.length; index++) {
        const subtopologiesItem = subtopologies[index];
        if (subtopologiesItem === undefined) throw unexpectedNull(version);
        writeStreamsGroupDescribeResponseSubtopology(writer, subtopologiesItem, version);
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

function writeStreamsGroupDescribeResponseSubtopology(writer: Writer, message: StreamsGroupDescribeResponseSubtopology, version: number): void {
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
    field = 'repartitionSinkTopics';
    const repartitionSinkTopics = message.repartitionSinkTopics;
    writer.writeUnsignedVarint(repartitionSinkTopics.length + 1);
    for (index = 0; index < repartitionSinkTopics.length; index++) {
      const repartitionSinkTopicsItem = repartitionSinkTopics[index];
      if (repartitionSinkTopicsItem === undefined) throw unexpectedNull(version);
      writer.writeCompactString(repartitionSinkTopicsItem);
    }
    index = -1;
    field = 'stateChangelogTopics';
    const stateChangelogTopics = message.stateChangelogTopics;
    writer.writeUnsignedVarint(stateChangelogTopics.length + 1);
    for (index = 0; index < stateChangelogTopics.length; index++) {
      const stateChangelogTopicsItem = stateChangelogTopics[index];
      if (stateChangelogTopicsItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupDescribeResponseTopicInfo(writer, stateChangelogTopicsItem, version);
    }
    index = -1;
    field = 'repartitionSourceTopics';
    const repartitionSourceTopics = message.repartitionSourceTopics;
    writer.writeUnsignedVarint(repartitionSourceTopics.length + 1);
    for (index = 0; index < repartitionSourceTopics.length; index++) {
      const repartitionSourceTopicsItem = repartitionSourceTopics[index];
      if (repartitionSourceTopicsItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupDescribeResponseTopicInfo(writer, repartitionSourceTopicsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function defaultStreamsGroupDescribeResponseTopologyDescriptionNode(): Decoded<StreamsGroupDescribeResponseTopologyDescriptionNode> {
  return { name: '', nodeType: 0, sourceTopics: [], sinkTopic: null, stores: [], successors: [], unknownTags: undefined };
}
