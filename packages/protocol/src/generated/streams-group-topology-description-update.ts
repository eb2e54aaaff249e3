// Generated from definitions/streams-group-topology-description-update.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** StreamsGroupTopologyDescriptionUpdateRequest, versions 0. */
export interface StreamsGroupTopologyDescriptionUpdateRequest {
  /** Id of the group. */
  groupId: string;
  /** Id of the member. */
  memberId: string;
  /** Epoch of the topology. */
  topologyEpoch: number;
  /** Nodes and stores of the topology; null when there is none. */
  topologyDescription: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescription;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStore {
  /** Node that reads the topic. */
  source: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode;
  /** Node that fills the store. */
  processor: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode {
  /** Name of the node. */
  name: string;
  /** Kind of the node in the topology. */
  nodeType: number;
  /** Topics the subtopology reads. */
  sourceTopics: string[];
  /** Topic the node writes; null for none. Default null. */
  sinkTopic?: string | null | undefined;
  /** State stores of the node. */
  stores: string[];
  /** Names of the nodes that follow. */
  successors: string[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopology {
  /** Id of the subtopology. */
  subtopologyId: string;
  /** The nodes. */
  nodes: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupTopologyDescriptionUpdateRequestTopologyDescription {
  /** Parts of the topology that run on their own. */
  subtopologies: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopology[];
  /** State stores fed from a topic as a whole. */
  globalStores: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStore[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const streamsGroupTopologyDescriptionUpdateRequest: MessageCodec<StreamsGroupTopologyDescriptionUpdateRequest> = messageCodec<StreamsGroupTopologyDescriptionUpdateRequest>(
  {
    name: 'StreamsGroupTopologyDescriptionUpdateRequest',
    kind: 'request',
    apiKey: 93,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readStreamsGroupTopologyDescriptionUpdateRequest,
  writeStreamsGroupTopologyDescriptionUpdateRequest,
);

function readStreamsGroupTopologyDescriptionUpdateRequest(reader: Reader, version: number): Decoded<StreamsGroupTopologyDescriptionUpdateRequest> {
  let field = '';
  try {
    field = 'groupId';
    const groupId = reader.readCompactString();
    field = 'memberId';
    const memberId = reader.readCompactString();
    field = 'topologyEpoch';
    const topologyEpoch = reader.readInt32();
    field = 'topologyDescription';
    let topologyDescription: Decoded<StreamsGroupTopologyDescriptionUpdateRequestTopologyDescription>;
    topologyDescription = readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescription(reader, version);
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { groupId, memberId, topologyEpoch, topologyDescription, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStore(reader: Reader, version: number): Decoded<StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStore> {
  let field = '';
  try {
    field = 'source';
    let source: Decoded<StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode>;
    source = readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode(reader, version);
    field = 'processor';
    let processor: Decoded<StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode>;
    processor = readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode(reader, version);
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { source, processor, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode(reader: Reader, _version: number): Decoded<StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode> {
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

function readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopology(reader: Reader, version: number): Decoded<StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopology> {
  let field = '';
  let index = -1;
  try {
    field = 'subtopologyId';
    const subtopologyId = reader.readCompactString();
    field = 'nodes';
    const nodes: Decoded<StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode>[] = [];
    const nodesLength = reader.readCompactArrayLength(7);
    for (index = 0; index < nodesLength; index++) nodes.push(readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { subtopologyId, nodes, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescription(reader: Reader, version: number): Decoded<StreamsGroupTopologyDescriptionUpdateRequestTopologyDescription> {
  let field = '';
  let index = -1;
  try {
    field = 'subtopologies';
    const subtopologies: Decoded<StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopology>[] = [];
    const subtopologiesLength = reader.readCompactArrayLength(3);
    for (index = 0; index < subtopologiesLength; index++) subtopologies.push(readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopology(reader, version));
    index = -1;
    field = 'globalStores';
    const globalStores: Decoded<StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStore>[] = [];
    const globalStoresLength = reader.readCompactArrayLength(15);
    for (index = 0; index < globalStoresLength; index++) globalStores.push(readStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStore(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { subtopologies, globalStores, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupTopologyDescriptionUpdateRequest(writer: Writer, message: StreamsGroupTopologyDescriptionUpdateRequest, version: number): void {
  let field = '';
  try {
    field = 'groupId';
    const groupId = message.groupId;
    writer.writeCompactString(groupId);
    field = 'memberId';
    const memberId = message.memberId;
    writer.writeCompactString(memberId);
    field = 'topologyEpoch';
    const topologyEpoch = message.topologyEpoch;
    writer.writeInt32(topologyEpoch);
    field = 'topologyDescription';
    const topologyDescription = message.topologyDescription;
    writeStreamsGroupTopologyDescriptionUpdateRequestTopologyDescription(writer, topologyDescription, version);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStore(writer: Writer, message: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStore, version: number): void {
  let field = '';
  try {
    field = 'source';
    const source = message.source;
    writeStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode(writer, source, version);
    field = 'processor';
    const processor = message.processor;
    writeStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode(writer, processor, version);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode(writer: Writer, message: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
    field = 'nodeType';
    const nodeType = message.nodeType;
    writer.writeInt8(nodeType);
    field = 'sourceTopics';
    const sourceTopics = message.sourceTopics;
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
    const stores = message.stores;
    writer.writeUnsignedVarint(stores.length + 1);
    for (index = 0; index < stores.length; index++) {
      const storesItem = stores[index];
      if (storesItem === undefined) throw unexpectedNull(version);
      writer.writeCompactString(storesItem);
    }
    index = -1;
    field = 'successors';
    const successors = message.successors;
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

function writeStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopology(writer: Writer, message: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopology, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'subtopologyId';
    const subtopologyId = message.subtopologyId;
    writer.writeCompactString(subtopologyId);
    field = 'nodes';
    const nodes = message.nodes;
    writer.writeUnsignedVarint(nodes.length + 1);
    for (index = 0; index < nodes.length; index++) {
      const nodesItem = nodes[index];
      if (nodesItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionNode(writer, nodesItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupTopologyDescriptionUpdateRequestTopologyDescription(writer: Writer, message: StreamsGroupTopologyDescriptionUpdateRequestTopologyDescription, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'subtopologies';
    const subtopologies = message.subtopologies;
    writer.writeUnsignedVarint(subtopologies.length + 1);
    for (index = 0; index < subtopologies.length; index++) {
      const subtopologiesItem = subtopologies[index];
      if (subtopologiesItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionSubtopology(writer, subtopologiesItem, version);
    }
    index = -1;
    field = 'globalStores';
    const globalStores = message.globalStores;
    writer.writeUnsignedVarint(globalStores.length + 1);
    for (index = 0; index < globalStores.length; index++) {
      const globalStoresItem = globalStores[index];
      if (globalStoresItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupTopologyDescriptionUpdateRequestTopologyDescriptionGlobalStore(writer, globalStoresItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

/** StreamsGroupTopologyDescriptionUpdateResponse, versions 0. */
export interface StreamsGroupTopologyDescriptionUpdateResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const streamsGroupTopologyDescriptionUpdateResponse: MessageCodec<StreamsGroupTopologyDescriptionUpdateResponse> = messageCodec<StreamsGroupTopologyDescriptionUpdateResponse>(
  {
    name: 'StreamsGroupTopologyDescriptionUpdateResponse',
    kind: 'response',
    apiKey: 93,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readStreamsGroupTopologyDescriptionUpdateResponse,
  writeStreamsGroupTopologyDescriptionUpdateResponse,
);

function readStreamsGroupTopologyDescriptionUpdateResponse(reader: Reader, _version: number): Decoded<StreamsGroupTopologyDescriptionUpdateResponse> {
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, errorMessage, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeStreamsGroupTopologyDescriptionUpdateResponse(writer: Writer, message: StreamsGroupTopologyDescriptionUpdateResponse, _version: number): void {
  let field = '';
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
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
