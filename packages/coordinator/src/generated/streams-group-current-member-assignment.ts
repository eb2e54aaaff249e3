// Generated from definitions/streams-group-current-member-assignment.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** StreamsGroupCurrentMemberAssignmentKey, versions 0. */
export interface StreamsGroupCurrentMemberAssignmentKey {
  /** Id of the group. */
  groupId: string;
  /** Id of the member. */
  memberId: string;
}

export const streamsGroupCurrentMemberAssignmentKey: MessageCodec<StreamsGroupCurrentMemberAssignmentKey> = messageCodec<StreamsGroupCurrentMemberAssignmentKey>(
  {
    name: 'StreamsGroupCurrentMemberAssignmentKey',
    kind: 'coordinator-key',
    apiKey: 22,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readStreamsGroupCurrentMemberAssignmentKey,
  writeStreamsGroupCurrentMemberAssignmentKey,
);

function readStreamsGroupCurrentMemberAssignmentKey(reader: Reader, _version: number): Decoded<StreamsGroupCurrentMemberAssignmentKey> {
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

function writeStreamsGroupCurrentMemberAssignmentKey(writer: Writer, message: StreamsGroupCurrentMemberAssignmentKey, _version: number): void {
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

/** StreamsGroupCurrentMemberAssignmentValue, versions 0. */
export interface StreamsGroupCurrentMemberAssignmentValue {
  /** Epoch of the member. */
  memberEpoch: number;
  /** Epoch of the member before the current one. */
  previousMemberEpoch: number;
  /** State of the member, as its code. */
  state: number;
  /** Tasks the member runs actively. */
  activeTasks: StreamsGroupCurrentMemberAssignmentValueTaskIds[];
  /** Tasks the member keeps a standby of. */
  standbyTasks: StreamsGroupCurrentMemberAssignmentValueTaskIds[];
  /** Tasks whose state the member is building up. */
  warmupTasks: StreamsGroupCurrentMemberAssignmentValueTaskIds[];
  /** Active tasks the member has yet to give up. */
  activeTasksPendingRevocation: StreamsGroupCurrentMemberAssignmentValueTaskIds[];
  /** Standby tasks the member has yet to give up. */
  standbyTasksPendingRevocation: StreamsGroupCurrentMemberAssignmentValueTaskIds[];
  /** Warm-up tasks the member has yet to give up. */
  warmupTasksPendingRevocation: StreamsGroupCurrentMemberAssignmentValueTaskIds[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface StreamsGroupCurrentMemberAssignmentValueTaskIds {
  /** Id of the subtopology. */
  subtopologyId: string;
  /** Indexes of the partitions. */
  partitions: number[];
  /** Epoch in which each entry was assigned, in the same order. */
  assignmentEpochs?: number[] | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const streamsGroupCurrentMemberAssignmentValue: MessageCodec<StreamsGroupCurrentMemberAssignmentValue> = messageCodec<StreamsGroupCurrentMemberAssignmentValue>(
  {
    name: 'StreamsGroupCurrentMemberAssignmentValue',
    kind: 'coordinator-value',
    apiKey: 22,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readStreamsGroupCurrentMemberAssignmentValue,
  writeStreamsGroupCurrentMemberAssignmentValue,
);

function readStreamsGroupCurrentMemberAssignmentValue(reader: Reader, version: number): Decoded<StreamsGroupCurrentMemberAssignmentValue> {
  let field = '';
  let index = -1;
  try {
    field = 'memberEpoch';
    const memberEpoch = reader.readInt32();
    field = 'previousMemberEpoch';
    const previousMemberEpoch = reader.readInt32();
    field = 'state';
    const state = reader.readInt8();
    field = 'activeTasks';
    const activeTasks: Decoded<StreamsGroupCurrentMemberAssignmentValueTaskIds>[] = [];
    const activeTasksLength = reader.readCompactArrayLength(3);
    for (index = 0; index < activeTasksLength; index++) activeTasks.push(readStreamsGroupCurrentMemberAssignmentValueTaskIds(reader, version));
    index = -1;
    field = 'standbyTasks';
    const standbyTasks: Decoded<StreamsGroupCurrentMemberAssignmentValueTaskIds>[] = [];
    const standbyTasksLength = reader.readCompactArrayLength(3);
    for (index = 0; index < standbyTasksLength; index++) standbyTasks.push(readStreamsGroupCurrentMemberAssignmentValueTaskIds(reader, version));
    index = -1;
    field = 'warmupTasks';
    const warmupTasks: Decoded<StreamsGroupCurrentMemberAssignmentValueTaskIds>[] = [];
    const warmupTasksLength = reader.readCompactArrayLength(3);
    for (index = 0; index < warmupTasksLength; index++) warmupTasks.push(readStreamsGroupCurrentMemberAssignmentValueTaskIds(reader, version));
    index = -1;
    field = 'activeTasksPendingRevocation';
    const activeTasksPendingRevocation: Decoded<StreamsGroupCurrentMemberAssignmentValueTaskIds>[] = [];
    const activeTasksPendingRevocationLength = reader.readCompactArrayLength(3);
    for (index = 0; index < activeTasksPendingRevocationLength; index++) activeTasksPendingRevocation.push(readStreamsGroupCurrentMemberAssignmentValueTaskIds(reader, version));
    index = -1;
    field = 'standbyTasksPendingRevocation';
    const standbyTasksPendingRevocation: Decoded<StreamsGroupCurrentMemberAssignmentValueTaskIds>[] = [];
    const standbyTasksPendingRevocationLength = reader.readCompactArrayLength(3);
    for (index = 0; index < standbyTasksPendingRevocationLength; index++) standbyTasksPendingRevocation.push(readStreamsGroupCurrentMemberAssignmentValueTaskIds(reader, version));
    index = -1;
    field = 'warmupTasksPendingRevocation';
    const warmupTasksPendingRevocation: Decoded<StreamsGroupCurrentMemberAssignmentValueTaskIds>[] = [];
    const warmupTasksPendingRevocationLength = reader.readCompactArrayLength(3);
    for (index = 0; index < warmupTasksPendingRevocationLength; index++) warmupTasksPendingRevocation.push(readStreamsGroupCurrentMemberAssignmentValueTaskIds(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { memberEpoch, previousMemberEpoch, state, activeTasks, standbyTasks, warmupTasks, activeTasksPendingRevocation, standbyTasksPendingRevocation, warmupTasksPendingRevocation, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readStreamsGroupCurrentMemberAssignmentValueTaskIds(reader: Reader, _version: number): Decoded<StreamsGroupCurrentMemberAssignmentValueTaskIds> {
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
    let assignmentEpochs: number[] | null = [];
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    for (let count = reader.readUnsignedVarint(); count > 0; count--) {
      field = 'unknownTags';
      const tag = reader.readUnsignedVarint();
      const end = reader.readTagEnd();
      switch (tag) {
        case 0: {
          field = 'assignmentEpochs';
          const assignmentEpochsLength = reader.readCompactNullableArrayLength(4);
          const assignmentEpochsList: number[] = [];
          for (index = 0; index < assignmentEpochsLength; index++) assignmentEpochsList.push(reader.readInt32());
          index = -1;
          assignmentEpochs = assignmentEpochsLength < 0 ? null : assignmentEpochsList;
          reader.endTag(tag, end);
          break;
        }
        default:
          unknownTags = reader.readUnknownTag(unknownTags, tag, end);
      }
    }
    return { subtopologyId, partitions, assignmentEpochs, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupCurrentMemberAssignmentValue(writer: Writer, message: StreamsGroupCurrentMemberAssignmentValue, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'memberEpoch';
    const memberEpoch = message.memberEpoch;
    writer.writeInt32(memberEpoch);
    field = 'previousMemberEpoch';
    const previousMemberEpoch = message.previousMemberEpoch;
    writer.writeInt32(previousMemberEpoch);
    field = 'state';
    const state = message.state;
    writer.writeInt8(state);
    field = 'activeTasks';
    const activeTasks = message.activeTasks;
    writer.writeUnsignedVarint(activeTasks.length + 1);
    for (index = 0; index < activeTasks.length; index++) {
      const activeTasksItem = activeTasks[index];
      if (activeTasksItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupCurrentMemberAssignmentValueTaskIds(writer, activeTasksItem, version);
    }
    index = -1;
    field = 'standbyTasks';
    const standbyTasks = message.standbyTasks;
    writer.writeUnsignedVarint(standbyTasks.length + 1);
    for (index = 0; index < standbyTasks.length; index++) {
      const standbyTasksItem = standbyTasks[index];
      if (standbyTasksItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupCurrentMemberAssignmentValueTaskIds(writer, standbyTasksItem, version);
    }
    index = -1;
    field = 'warmupTasks';
    const warmupTasks = message.warmupTasks;
    writer.writeUnsignedVarint(warmupTasks.length + 1);
    for (index = 0; index < warmupTasks.length; index++) {
      const warmupTasksItem = warmupTasks[index];
      if (warmupTasksItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupCurrentMemberAssignmentValueTaskIds(writer, warmupTasksItem, version);
    }
    index = -1;
    field = 'activeTasksPendingRevocation';
    const activeTasksPendingRevocation = message.activeTasksPendingRevocation;
    writer.writeUnsignedVarint(activeTasksPendingRevocation.length + 1);
    for (index = 0; index < activeTasksPendingRevocation.length; index++) {
      const activeTasksPendingRevocationItem = activeTasksPendingRevocation[index];
      if (activeTasksPendingRevocationItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupCurrentMemberAssignmentValueTaskIds(writer, activeTasksPendingRevocationItem, version);
    }
    index = -1;
    field = 'standbyTasksPendingRevocation';
    const standbyTasksPendingRevocation = message.standbyTasksPendingRevocation;
    writer.writeUnsignedVarint(standbyTasksPendingRevocation.length + 1);
    for (index = 0; index < standbyTasksPendingRevocation.length; index++) {
      const standbyTasksPendingRevocationItem = standbyTasksPendingRevocation[index];
      if (standbyTasksPendingRevocationItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupCurrentMemberAssignmentValueTaskIds(writer, standbyTasksPendingRevocationItem, version);
    }
    index = -1;
    field = 'warmupTasksPendingRevocation';
    const warmupTasksPendingRevocation = message.warmupTasksPendingRevocation;
    writer.writeUnsignedVarint(warmupTasksPendingRevocation.length + 1);
    for (index = 0; index < warmupTasksPendingRevocation.length; index++) {
      const warmupTasksPendingRevocationItem = warmupTasksPendingRevocation[index];
      if (warmupTasksPendingRevocationItem === undefined) throw unexpectedNull(version);
      writeStreamsGroupCurrentMemberAssignmentValueTaskIds(writer, warmupTasksPendingRevocationItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeStreamsGroupCurrentMemberAssignmentValueTaskIds(writer: Writer, message: StreamsGroupCurrentMemberAssignmentValueTaskIds, version: number): void {
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
    field = 'assignmentEpochs';
    const assignmentEpochs = message.assignmentEpochs === undefined ? [] : message.assignmentEpochs;
    field = 'unknownTags';
    const unknown = inTagOrder(message.unknownTags);
    let count = unknown.length;
    let next = 0;
    const hasAssignmentEpochs = assignmentEpochs === null || assignmentEpochs.length !== 0;
    if (hasAssignmentEpochs) count++;
    writer.writeUnsignedVarint(count);
    if (hasAssignmentEpochs) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 0);
      field = 'assignmentEpochs';
      const tag = writer.beginTag(0);
      if (assignmentEpochs === null) {
        writer.writeUnsignedVarint(0);
      } else {
        writer.writeUnsignedVarint(assignmentEpochs.length + 1);
        for (index = 0; index < assignmentEpochs.length; index++) {
          const assignmentEpochsItem = assignmentEpochs[index];
          if (assignmentEpochsItem === undefined) throw unexpectedNull(version);
          writer.writeInt32(assignmentEpochsItem);
        }
        index = -1;
      }
      writer.endTag(tag);
    }
    field = 'unknownTags';
    writer.writeUnknownTagsBelow(unknown, next, Infinity);
  } catch (error) {
    throw locate(error, field, index);
  }
}
