// Generated from definitions/streams-group-target-assignment-member.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** StreamsGroupTargetAssignmentMemberKey, versions 0. */
export interface StreamsGroupTargetAssignmentMemberKey {
  /** Id of the group. */
  groupId: string;
  /** Id of the member. */
  memberId: string;
}

export const streamsGroupTargetAssignmentMemberKey: MessageCodec<StreamsGroupTargetAssignmentMemberKey> = messageCodec<StreamsGroupTargetAssignmentMemberKey>(
  {
    name: 'StreamsGroupTargetAssignmentMemberKey',
    kind: 'coordinator-key',
    apiKey: 21,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readStreamsGroupTargetAssignmentMemberKey,
  writeStreamsGroupTargetAssignmentMemberKey,
);

function readStreamsGroupTargetAssignmentMemberKey(reader: Reader, _version: number): Decoded<StreamsGroupTargetAssignmentMemberKey> {
  let field = '';
  try {
    field = 'groupId';
    const groupId = reader.readString();
    field = 'memberId';
    const memberId = reader.readString();
    return { groupId, memberId };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeStreamsGroupTargetAssignmentMemberKey(writer: Writer, message: StreamsGroupTargetAssignmentMemberKey, _version: number): void {
  let field = '';
  try {
    field = 'groupId';
    const groupId = message.groupId;
    writer.writeString(groupId);
    field = 'memberId';
    const memberId = message.memberId;
    writer.writeString(memberId);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** StreamsGroupTargetAssignmentMemberValue, versions 0. */
export interface StreamsGroupTargetAssignmentMemberValue {
  /** Tasks the member runs actively. */
  activeTasks: StreamsGroupTargetAssignmentMemberValueTaskIds[];
  /** Tasks the member keeps a standby of. */
  standbyTasks: StreamsGroupTargetAssignmentMemberValueTaskIds[];
  /** Tasks whose state the member is building up. */
  warmupTasks: StreamsGroupTargetAssignmentMemberValueTaskIds[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupTargetAssignmentMemberValueTaskIds {
  /** Id of the subtopology. */
  subtopologyId: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const streamsGroupTargetAssignmentMemberValue: MessageCodec<StreamsGroupTargetAssignmentMemberValue> = messageCodec<StreamsGroupTargetAssignmentMemberValue>(
  {
    name: 'StreamsGroupTargetAssignmentMemberValue',
    kind: 'coordinator-value',
    apiKey: 21,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readStreamsGroupTargetAssignmentMemberValue,
  writeStreamsGroupTargetAssignmentMemberValue,
);

function readStreamsGroupTargetAssignmentMemberValue(reader: Reader, version: number): Decoded<StreamsGroupTargetAssignmentMemberValue> {
  let field = '';
  let index = -1;
  try {
    field = 'activeTasks';
    const activeTasks: Decoded<StreamsGroupTargetAssignmentMemberValueTaskIds>[] = [];
    const activeTasksLength = reader.readCompactArrayLength(3);
    for (index = 0; index < activeTasksLength; index++) activeTasks.push(readStreamsGroupTargetAssignmentMemberValueTaskIds(reader, version));
    index = -1;
    field = 'standbyTasks';
    const standbyTasks: Decoded<StreamsGroupTargetAssignmentMemberValueTaskIds>[] = [];
    const standbyTasksLength = reader.readCompactArrayLength(3);
    for (index = 0; index < standbyTasksLength; index++) standbyTasks.push(readStreamsGroupTargetAssignmentMemberValueTaskIds(reader, version));
    index = -1;
    field = 'warmupTasks';
    const warmupTasks: Decoded<StreamsGroupTargetAssignmentMemberValueTaskIds>[] = [];
    const warmupTasksLength = reader.readCompactArrayLength(3);
    for (index = 0; index < warmupTasksLength; index++) warmupTasks.push(readStreamsGroupTargetAssignmentMemberValueTaskIds(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { activeTasks, standbyTasks, warmupTasks, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupTargetAssignmentMemberValueTaskIds(reader: Reader, _version: number): Decoded<StreamsGroupTargetAssignmentMemberValueTaskIds> {
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

function writeStreamsGroupTargetAssignmentMemberValue(writer: Writer, message: StreamsGroupTargetAssignmentMemberValue, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'activeTasks';
    const activeTasks = message.activeTasks;
    writer.writeUnsignedVarint(activeTasks.length + 1);
    for (index = 0; index < activeTasks.length; index++) {
      const activeTasksItem = activeTasks[index];
      if (activeTasksItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupTargetAssignmentMemberValueTaskIds(writer, activeTasksItem, version);
    }
    index = -1;
    field = 'standbyTasks';
    const standbyTasks = message.standbyTasks;
    writer.writeUnsignedVarint(standbyTasks.length + 1);
    for (index = 0; index < standbyTasks.length; index++) {
      const standbyTasksItem = standbyTasks[index];
      if (standbyTasksItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupTargetAssignmentMemberValueTaskIds(writer, standbyTasksItem, version);
    }
    index = -1;
    field = 'warmupTasks';
    const warmupTasks = message.warmupTasks;
    writer.writeUnsignedVarint(warmupTasks.length + 1);
    for (index = 0; index < warmupTasks.length; index++) {
      const warmupTasksItem = warmupTasks[index];
      if (warmupTasksItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupTargetAssignmentMemberValueTaskIds(writer, warmupTasksItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupTargetAssignmentMemberValueTaskIds(writer: Writer, message: StreamsGroupTargetAssignmentMemberValueTaskIds, version: number): void {
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
