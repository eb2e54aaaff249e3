// Generated from definitions/streams-group-topology.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** StreamsGroupTopologyKey, versions 0. */
export interface StreamsGroupTopologyKey {
  /** Id of the group. */
  groupId: string;
}

export const streamsGroupTopologyKey: MessageCodec<StreamsGroupTopologyKey> = messageCodec<StreamsGroupTopologyKey>(
  {
    name: 'StreamsGroupTopologyKey',
    kind: 'coordinator-key',
    apiKey: 23,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readStreamsGroupTopologyKey,
  writeStreamsGroupTopologyKey,
);

function readStreamsGroupTopologyKey(reader: Reader, _version: number): Decoded<StreamsGroupTopologyKey> {
  let field = '';
  try {
    field = 'groupId';
    const groupId = reader.readString();
    return { groupId };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeStreamsGroupTopologyKey(writer: Writer, message: StreamsGroupTopologyKey, _version: number): void {
  let field = '';
  try {
    field = 'groupId';
    const groupId = message.groupId;
    writer.writeString(groupId);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** StreamsGroupTopologyValue, versions 0. */
export interface StreamsGroupTopologyValue {
  /** Epoch of the topology. */
  epoch: number;
  /** Parts of the topology that run on their own. */
  subtopologies: StreamsGroupTopologyValueSubtopology[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupTopologyValueTopicInfo {
  /** Name of the topic. */
  name: string;
  /** Partitions of the topic, one entry each. */
  partitions: number;
  /** Number of replicas; -1 for the default. */
  replicationFactor: number;
  /** Settings of the topic. */
  topicConfigs: StreamsGroupTopologyValueTopicConfig[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupTopologyValueTopicConfig {
  /** Name of the setting. */
  key: string;
  /** Value of the setting. */
  value: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupTopologyValueSubtopology {
  /** Id of the subtopology. */
  subtopologyId: string;
  /** Topics the subtopology reads. */
  sourceTopics: string[];
  /** Patterns of topics the subtopology reads. */
  sourceTopicRegex: string[];
  /** Changelog topics of the subtopology's stores. */
  stateChangelogTopics: StreamsGroupTopologyValueTopicInfo[];
  /** Repartition topics the subtopology writes. */
  repartitionSinkTopics: string[];
  /** Repartition topics the subtopology reads. */
  repartitionSourceTopics: StreamsGroupTopologyValueTopicInfo[];
  /** Topics that must have equally many partitions. */
  copartitionGroups: StreamsGroupTopologyValueCopartitionGroup[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupTopologyValueCopartitionGroup {
  /** Source topics of the group, by index into the list of the subtopology. */
  sourceTopics: number[];
  /** Source patterns of the group, by index into the list of the subtopology. */
  sourceTopicRegex: number[];
  /** Repartition topics of the group, by index into the list of the subtopology. */
  repartitionSourceTopics: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const streamsGroupTopologyValue: MessageCodec<StreamsGroupTopologyValue> = messageCodec<StreamsGroupTopologyValue>(
  {
    name: 'StreamsGroupTopologyValue',
    kind: 'coordinator-value',
    apiKey: 23,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readStreamsGroupTopologyValue,
  writeStreamsGroupTopologyValue,
);

function readStreamsGroupTopologyValue(reader: Reader, version: number): Decoded<StreamsGroupTopologyValue> {
  let field = '';
  let index = -1;
  try {
    field = 'epoch';
    const epoch = reader.readInt32();
    field = 'subtopologies';
    const subtopologies: Decoded<StreamsGroupTopologyValueSubtopology>[] = [];
    const subtopologiesLength = reader.readCompactArrayLength(8);
    for (index = 0; index < subtopologiesLength; index++) subtopologies.push(readStreamsGroupTopologyValueSubtopology(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { epoch, subtopologies, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupTopologyValueTopicInfo(reader: Reader, version: number): Decoded<StreamsGroupTopologyValueTopicInfo> {
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
    const topicConfigs: Decoded<StreamsGroupTopologyValueTopicConfig>[] = [];
    const topicConfigsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < topicConfigsLength; index++) topicConfigs.push(readStreamsGroupTopologyValueTopicConfig(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, partitions, replicationFactor, topicConfigs, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupTopologyValueTopicConfig(reader: Reader, _version: number): Decoded<StreamsGroupTopologyValueTopicConfig> {
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

function readStreamsGroupTopologyValueSubtopology(reader: Reader, version: number): Decoded<StreamsGroupTopologyValueSubtopology> {
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
    const stateChangelogTopics: Decoded<StreamsGroupTopologyValueTopicInfo>[] = [];
    const stateChangelogTopicsLength = reader.readCompactArrayLength(9);
    for (index = 0; index < stateChangelogTopicsLength; index++) stateChangelogTopics.push(readStreamsGroupTopologyValueTopicInfo(reader, version));
    index = -1;
    field = 'repartitionSinkTopics';
    const repartitionSinkTopics: string[] = [];
    const repartitionSinkTopicsLength = reader.readCompactArrayLength(1);
    for (index = 0; index < repartitionSinkTopicsLength; index++) repartitionSinkTopics.push(reader.readCompactString());
    index = -1;
    field = 'repartitionSourceTopics';
    const repartitionSourceTopics: Decoded<StreamsGroupTopologyValueTopicInfo>[] = [];
    const repartitionSourceTopicsLength = reader.readCompactArrayLength(9);
    for (index = 0; index < repartitionSourceTopicsLength; index++) repartitionSourceTopics.push(readStreamsGroupTopologyValueTopicInfo(reader, version));
    index = -1;
    field = 'copartitionGroups';
    const copartitionGroups: Decoded<StreamsGroupTopologyValueCopartitionGroup>[] = [];
    const copartitionGroupsLength = reader.readCompactArrayLength(4);
    for (index = 0; index < copartitionGroupsLength; index++) copartitionGroups.push(readStreamsGroupTopologyValueCopartitionGroup(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { subtopologyId, sourceTopics, sourceTopicRegex, stateChangelogTopics, repartitionSinkTopics, repartitionSourceTopics, copartitionGroups, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupTopologyValueCopartitionGroup(reader: Reader, _version: number): Decoded<StreamsGroupTopologyValueCopartitionGroup> {
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

function writeStreamsGroupTopologyValue(writer: Writer, message: StreamsGroupTopologyValue, version: number): void {
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
      writeStreamsGroupTopologyValueSubtopology(writer, subtopologiesItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupTopologyValueTopicInfo(writer: Writer, message: StreamsGroupTopologyValueTopicInfo, version: number): void {
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
      writeStreamsGroupTopologyValueTopicConfig(writer, topicConfigsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupTopologyValueTopicConfig(writer: Writer, message: StreamsGroupTopologyValueTopicConfig, _version: number): void {
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

function writeStreamsGroupTopologyValueSubtopology(writer: Writer, message: StreamsGroupTopologyValueSubtopology, version: number): void {
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
      writeStreamsGroupTopologyValueTopicInfo(writer, stateChangelogTopicsItem, version);
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
      writeStreamsGroupTopologyValueTopicInfo(writer, repartitionSourceTopicsItem, version);
    }
    index = -1;
    field = 'copartitionGroups';
    const copartitionGroups = message.copartitionGroups;
    writer.writeUnsignedVarint(copartitionGroups.length + 1);
    for (index = 0; index < copartitionGroups.length; index++) {
      const copartitionGroupsItem = copartitionGroups[index];
      if (copartitionGroupsItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupTopologyValueCopartitionGroup(writer, copartitionGroupsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupTopologyValueCopartitionGroup(writer: Writer, message: StreamsGroupTopologyValueCopartitionGroup, version: number): void {
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
