// Generated from definitions/partition-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, unsupportedField, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** PartitionRecord, versions 0-2. */
export interface PartitionRecord {
  /** Index of the partition. Default -1. */
  partitionId?: number | undefined;
  /** Id of the topic. */
  topicId: string;
  /** All replicas, the preferred one first. */
  replicas: number[];
  /** Replicas in sync. */
  isr: number[];
  /** Replicas being removed by a reassignment. */
  removingReplicas: number[];
  /** Replicas being added by a reassignment. */
  addingReplicas: number[];
  /** Id of the leader. Default -1. */
  leader?: number | undefined;
  /** 0 recovered, 1 recovering from an unclean election. Default 0. */
  leaderRecoveryState?: number | undefined;
  /** Epoch of the leader. Default -1. */
  leaderEpoch?: number | undefined;
  /** Epoch of the partition, which grows with each change of it. Default -1. */
  partitionEpoch?: number | undefined;
  /** Directory id of each replica, in the same order. Versions 1+. */
  directories?: string[] | undefined;
  /** Replicas that may become leader although not in sync (ELR). Versions 2+. Default null. */
  eligibleLeaderReplicas?: number[] | null | undefined;
  /** Last known eligible leaders, after an unclean stop. Versions 2+. Default null. */
  lastKnownElr?: number[] | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const partitionRecord: MessageCodec<PartitionRecord> = messageCodec<PartitionRecord>(
  {
    name: 'PartitionRecord',
    kind: 'metadata-record',
    apiKey: 3,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 0,
  },
  readPartitionRecord,
  writePartitionRecord,
);

function readPartitionRecord(reader: Reader, version: number): Decoded<PartitionRecord> {
  let field = '';
  let index = -1;
  try {
    field = 'partitionId';
    const partitionId = reader.readInt32();
    field = 'topicId';
    const topicId = reader.readUuid();
    field = 'replicas';
    const replicas: number[] = [];
    const replicasLength = reader.readCompactArrayLength(4);
    for (index = 0; index < replicasLength; index++) replicas.push(reader.readInt32());
    index = -1;
    field = 'isr';
    const isr: number[] = [];
    const isrLength = reader.readCompactArrayLength(4);
    for (index = 0; index < isrLength; index++) isr.push(reader.readInt32());
    index = -1;
    field = 'removingReplicas';
    const removingReplicas: number[] = [];
    const removingReplicasLength = reader.readCompactArrayLength(4);
    for (index = 0; index < removingReplicasLength; index++) removingReplicas.push(reader.readInt32());
    index = -1;
    field = 'addingReplicas';
    const addingReplicas: number[] = [];
    const addingReplicasLength = reader.readCompactArrayLength(4);
    for (index = 0; index < addingReplicasLength; index++) addingReplicas.push(reader.readInt32());
    index = -1;
    field = 'leader';
    const leader = reader.readInt32();
    let leaderRecoveryState: number = 0;
    field = 'leaderEpoch';
    const leaderEpoch = reader.readInt32();
    field = 'partitionEpoch';
    const partitionEpoch = reader.readInt32();
    const directories: string[] = [];
    if (version >= 1) {
      field = 'directories';
      const directoriesLength = reader.readCompactArrayLength(16);
      for (index = 0; index < directoriesLength; index++) directories.push(reader.readUuid());
      index = -1;
    }
    let eligibleLeaderReplicas: number[] | null = null;
    let lastKnownElr: number[] | null = null;
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    for (let count = reader.readUnsignedVarint(); count > 0; count--) {
      field = 'unknownTags';
      const tag = reader.readUnsignedVarint();
      const end = reader.readTagEnd();
      switch (tag) {
        case 0: {
          field = 'leaderRecoveryState';
          leaderRecoveryState = reader.readInt8();
          reader.endTag(tag, end);
          break;
        }
        case 1: {
          if (!(version === 2)) reader.refuseTag(tag, version);
          field = 'eligibleLeaderReplicas';
          const eligibleLeaderReplicasLength = reader.readCompactNullableArrayLength(4);
          const eligibleLeaderReplicasList: number[] = [];
          for (index = 0; index < eligibleLeaderReplicasLength; index++) eligibleLeaderReplicasList.push(reader.readInt32());
          index = -1;
          eligibleLeaderReplicas = eligibleLeaderReplicasLength < 0 ? null : eligibleLeaderReplicasList;
          reader.endTag(tag, end);
          break;
        }
        case 2: {
          if (!(version === 2)) reader.refuseTag(tag, version);
          field = 'lastKnownElr';
          const lastKnownElrLength = reader.readCompactNullableArrayLength(4);
          const lastKnownElrList: number[] = [];
          for (index = 0; index < lastKnownElrLength; index++) lastKnownElrList.push(reader.readInt32());
          index = -1;
          lastKnownElr = lastKnownElrLength < 0 ? null : lastKnownElrList;
          reader.endTag(tag, end);
          break;
        }
        default:
          unknownTags = reader.readUnknownTag(unknownTags, tag, end);
      }
    }
    return { partitionId, topicId, replicas, isr, removingReplicas, addingReplicas, leader, leaderRecoveryState, leaderEpoch, partitionEpoch, directories, eligibleLeaderReplicas, lastKnownElr, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writePartitionRecord(writer: Writer, message: PartitionRecord, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'partitionId';
    const partitionId = message.partitionId === undefined ? -1 : message.partitionId;
    writer.writeInt32(partitionId);
    field = 'topicId';
    const topicId = message.topicId;
    writer.writeUuid(topicId);
    field = 'replicas';
    const replicas = message.replicas;
    writer.writeUnsignedVarint(replicas.length + 1);
    for (index = 0; index < replicas.length; index++) {
      const replicasItem = replicas[index];
      if (replicasItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(replicasItem);
    }
    index = -1;
    field = 'isr';
    const isr = message.isr;
    writer.writeUnsignedVarint(isr.length + 1);
    for (index = 0; index < isr.length; index++) {
      const isrItem = isr[index];
      if (isrItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(isrItem);
    }
    index = -1;
    field = 'removingReplicas';
    const removingReplicas = message.removingReplicas;
    writer.writeUnsignedVarint(removingReplicas.length + 1);
    for (index = 0; index < removingReplicas.length; index++) {
      const removingReplicasItem = removingReplicas[index];
      if (removingReplicasItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(removingReplicasItem);
    }
    index = -1;
    field = 'addingReplicas';
    const addingReplicas = message.addingReplicas;
    writer.writeUnsignedVarint(addingReplicas.length + 1);
    for (index = 0; index < addingReplicas.length; index++) {
      const addingReplicasItem = addingReplicas[index];
      if (addingReplicasItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(addingReplicasItem);
    }
    index = -1;
    field = 'leader';
    const leader = message.leader === undefined ? -1 : message.leader;
    writer.writeInt32(leader);
    field = 'leaderRecoveryState';
    const leaderRecoveryState = message.leaderRecoveryState === undefined ? 0 : message.leaderRecoveryState;
    field = 'leaderEpoch';
    const leaderEpoch = message.leaderEpoch === undefined ? -1 : message.leaderEpoch;
    writer.writeInt32(leaderEpoch);
    field = 'partitionEpoch';
    const partitionEpoch = message.partitionEpoch === undefined ? -1 : message.partitionEpoch;
    writer.writeInt32(partitionEpoch);
    field = 'directories';
    const directories = message.directories === undefined ? [] : message.directories;
    if (version >= 1) {
      writer.writeUnsignedVarint(directories.length + 1);
      for (index = 0; index < directories.length; index++) {
        const directoriesItem = directories[index];
        if (directoriesItem === undefined) throw unexpectedNull(version);
        writer.writeUuid(directoriesItem);
      }
      index = -1;
    } else if (directories.length !== 0) {
      throw unsupportedField(version);
    }
    field = 'eligibleLeaderReplicas';
    const eligibleLeaderReplicas = message.eligibleLeaderReplicas === undefined ? null : message.eligibleLeaderReplicas;
    if (!(version === 2) && (eligibleLeaderReplicas !== null)) throw unsupportedField(version);
    field = 'lastKnownElr';
    const lastKnownElr = message.lastKnownElr === undefined ? null : message.lastKnownElr;
    if (!(version === 2) && (lastKnownElr !== null)) throw unsupportedField(version);
    field = 'unknownTags';
    const unknown = inTagOrder(message.unknownTags);
    let count = unknown.length;
    let next = 0;
    const hasLeaderRecoveryState = leaderRecoveryState !== 0;
    if (hasLeaderRecoveryState) count++;
    const hasEligibleLeaderReplicas = version === 2 && eligibleLeaderReplicas !== null;
    if (hasEligibleLeaderReplicas) count++;
    const hasLastKnownElr = version === 2 && lastKnownElr !== null;
    if (hasLastKnownElr) count++;
    writer.writeUnsignedVarint(count);
    if (hasLeaderRecoveryState) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 0);
      field = 'leaderRecoveryState';
      const tag = writer.beginTag(0);
      writer.writeInt8(leaderRecoveryState);
      writer.endTag(tag);
    }
    if (hasEligibleLeaderReplicas) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 1);
      field = 'eligibleLeaderReplicas';
      const tag = writer.beginTag(1);
      if (eligibleLeaderReplicas === null) {
        writer.writeUnsignedVarint(0);
      } else {
        writer.writeUnsignedVarint(eligibleLeaderReplicas.length + 1);
        for (index = 0; index < eligibleLeaderReplicas.length; index++) {
          const eligibleLeaderReplicasItem = eligibleLeaderReplicas[index];
          if (eligibleLeaderReplicasItem === undefined) throw unexpectedNull(version);
          writer.writeInt32(eligibleLeaderReplicasItem);
        }
        index = -1;
      }
      writer.endTag(tag);
    }
    if (hasLastKnownElr) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 2);
      field = 'lastKnownElr';
      const tag = writer.beginTag(2);
      if (lastKnownElr === null) {
        writer.writeUnsignedVarint(0);
      } else {
        writer.writeUnsignedVarint(lastKnownElr.length + 1);
        for (index = 0; index < lastKnownElr.length; index++) {
          const lastKnownElrItem = lastKnownElr[index];
          if (lastKnownElrItem === undefined) throw unexpectedNull(version);
          writer.writeInt32(lastKnownElrItem);
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
