// Generated from definitions/partition-change-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, unsupportedField, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** PartitionChangeRecord, versions 0-2. */
export interface PartitionChangeRecord {
  /** Index of the partition. Default -1. */
  partitionId?: number | undefined;
  /** Id of the topic. */
  topicId: string;
  /** Replicas in sync. Default null. */
  isr?: number[] | null | undefined;
  /** Id of the leader. Default -2. */
  leader?: number | undefined;
  /** All replicas, the preferred one first. Default null. */
  replicas?: number[] | null | undefined;
  /** Replicas being removed by a reassignment. Default null. */
  removingReplicas?: number[] | null | undefined;
  /** Replicas being added by a reassignment. Default null. */
  addingReplicas?: number[] | null | undefined;
  /** 0 recovered, 1 recovering from an unclean election. Default -1. */
  leaderRecoveryState?: number | undefined;
  /** Directory id of each replica, in the same order. Versions 1+. Default null. */
  directories?: string[] | null | undefined;
  /** Replicas that may become leader although not in sync (ELR). Versions 2+. Default null. */
  eligibleLeaderReplicas?: number[] | null | undefined;
  /** Last known eligible leaders, after an unclean stop. Versions 2+. Default null. */
  lastKnownElr?: number[] | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const partitionChangeRecord: MessageCodec<PartitionChangeRecord> = messageCodec<PartitionChangeRecord>(
  {
    name: 'PartitionChangeRecord',
    kind: 'metadata-record',
    apiKey: 5,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 0,
  },
  readPartitionChangeRecord,
  writePartitionChangeRecord,
);

function readPartitionChangeRecord(reader: Reader, version: number): Decoded<PartitionChangeRecord> {
  let field = '';
  let index = -1;
  try {
    field = 'partitionId';
    const partitionId = reader.readInt32();
    field = 'topicId';
    const topicId = reader.readUuid();
    let isr: number[] | null = null;
    let leader: number = -2;
    let replicas: number[] | null = null;
    let removingReplicas: number[] | null = null;
    let addingReplicas: number[] | null = null;
    let leaderRecoveryState: number = -1;
    let directories: string[] | null = null;
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
          field = 'isr';
          const isrLength = reader.readCompactNullableArrayLength(4);
          const isrList: number[] = [];
          for (index = 0; index < isrLength; index++) isrList.push(reader.readInt32());
          index = -1;
          isr = isrLength < 0 ? null : isrList;
          reader.endTag(tag, end);
          break;
        }
        case 1: {
          field = 'leader';
          leader = reader.readInt32();
          reader.endTag(tag, end);
          break;
        }
        case 2: {
          field = 'replicas';
          const replicasLength = reader.readCompactNullableArrayLength(4);
          const replicasList: number[] = [];
          for (index = 0; index < replicasLength; index++) replicasList.push(reader.readInt32());
          index = -1;
          replicas = replicasLength < 0 ? null : replicasList;
          reader.endTag(tag, end);
          break;
        }
        case 3: {
          field = 'removingReplicas';
          const removingReplicasLength = reader.readCompactNullableArrayLength(4);
          const removingReplicasList: number[] = [];
          for (index = 0; index < removingReplicasLength; index++) removingReplicasList.push(reader.readInt32());
          index = -1;
          removingReplicas = removingReplicasLength < 0 ? null : removingReplicasList;
          reader.endTag(tag, end);
          break;
        }
        case 4: {
          field = 'addingReplicas';
          const addingReplicasLength = reader.readCompactNullableArrayLength(4);
          const addingReplicasList: number[] = [];
          for (index = 0; index < addingReplicasLength; index++) addingReplicasList.push(reader.readInt32());
          index = -1;
          addingReplicas = addingReplicasLength < 0 ? null : addingReplicasList;
          reader.endTag(tag, end);
          break;
        }
        case 5: {
          field = 'leaderRecoveryState';
          leaderRecoveryState = reader.readInt8();
          reader.endTag(tag, end);
          break;
        }
        case 6: {
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
        case 7: {
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
        case 8: {
          if (!(version >= 1)) reader.refuseTag(tag, version);
          field = 'directories';
          const directoriesLength = reader.readCompactNullableArrayLength(16);
          const directoriesList: string[] = [];
          for (index = 0; index < directoriesLength; index++) directoriesList.push(reader.readUuid());
          index = -1;
          directories = directoriesLength < 0 ? null : directoriesList;
          reader.endTag(tag, end);
          break;
        }
        default:
          unknownTags = reader.readUnknownTag(unknownTags, tag, end);
      }
    }
    return { partitionId, topicId, isr, leader, replicas, removingReplicas, addingReplicas, leaderRecoveryState, directories, eligibleLeaderReplicas, lastKnownElr, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writePartitionChangeRecord(writer: Writer, message: PartitionChangeRecord, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'partitionId';
    const partitionId = message.partitionId === undefined ? -1 : message.partitionId;
    writer.writeInt32(partitionId);
    field = 'topicId';
    const topicId = message.topicId;
    writer.writeUuid(topicId);
    field = 'isr';
    const isr = message.isr === undefined ? null : message.isr;
    field = 'leader';
    const leader = message.leader === undefined ? -2 : message.leader;
    field = 'replicas';
    const replicas = message.replicas === undefined ? null : message.replicas;
    field = 'removingReplicas';
    const removingReplicas = message.removingReplicas === undefined ? null : message.removingReplicas;
    field = 'addingReplicas';
    const addingReplicas = message.addingReplicas === undefined ? null : message.addingReplicas;
    field = 'leaderRecoveryState';
    const leaderRecoveryState = message.leaderRecoveryState === undefined ? -1 : message.leaderRecoveryState;
    field = 'directories';
    const directories = message.directories === undefined ? null : message.directories;
    if (!(version >= 1) && (directories !== null)) throw unsupportedField(version);
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
    const hasIsr = isr !== null;
    if (hasIsr) count++;
    const hasLeader = leader !== -2;
    if (hasLeader) count++;
    const hasReplicas = replicas !== null;
    if (hasReplicas) count++;
    const hasRemovingReplicas = removingReplicas !== null;
    if (hasRemovingReplicas) count++;
    const hasAddingReplicas = addingReplicas !== null;
    if (hasAddingReplicas) count++;
    const hasLeaderRecoveryState = leaderRecoveryState !== -1;
    if (hasLeaderRecoveryState) count++;
    const hasEligibleLeaderReplicas = version === 2 && eligibleLeaderReplicas !== null;
    if (hasEligibleLeaderReplicas) count++;
    const hasLastKnownElr = version === 2 && lastKnownElr !== null;
    if (hasLastKnownElr) count++;
    const hasDirectories = version >= 1 && directories !== null;
    if (hasDirectories) count++;
    writer.writeUnsignedVarint(count);
    if (hasIsr) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 0);
      field = 'isr';
      const tag = writer.beginTag(0);
      if (isr === null) {
        writer.writeUnsignedVarint(0);
      } else {
        writer.writeUnsignedVarint(isr.length + 1);
        for (index = 0; index < isr.length; index++) {
          const isrItem = isr[index];
          if (isrItem === undefined) throw unexpectedNull(version);
          writer.writeInt32(isrItem);
        }
        index = -1;
      }
      writer.endTag(tag);
    }
    if (hasLeader) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 1);
      field = 'leader';
      const tag = writer.beginTag(1);
      writer.writeInt32(leader);
      writer.endTag(tag);
    }
    if (hasReplicas) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 2);
      field = 'replicas';
      const tag = writer.beginTag(2);
      if (replicas === null) {
        writer.writeUnsignedVarint(0);
      } else {
        writer.writeUnsignedVarint(replicas.length + 1);
        for (index = 0; index < replicas.length; index++) {
          const replicasItem = replicas[index];
          if (replicasItem === undefined) throw unexpectedNull(version);
          writer.writeInt32(replicasItem);
        }
        index = -1;
      }
      writer.endTag(tag);
    }
    if (hasRemovingReplicas) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 3);
      field = 'removingReplicas';
      const tag = writer.beginTag(3);
      if (removingReplicas === null) {
        writer.writeUnsignedVarint(0);
      } else {
        writer.writeUnsignedVarint(removingReplicas.length + 1);
        for (index = 0; index < removingReplicas.length; index++) {
          const removingReplicasItem = removingReplicas[index];
          if (removingReplicasItem === undefined) throw unexpectedNull(version);
          writer.writeInt32(removingReplicasItem);
        }
        index = -1;
      }
      writer.endTag(tag);
    }
    if (hasAddingReplicas) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 4);
      field = 'addingReplicas';
      const tag = writer.beginTag(4);
      if (addingReplicas === null) {
        writer.writeUnsignedVarint(0);
      } else {
        writer.writeUnsignedVarint(addingReplicas.length + 1);
        for (index = 0; index < addingReplicas.length; index++) {
          const addingReplicasItem = addingReplicas[index];
          if (addingReplicasItem === undefined) throw unexpectedNull(version);
          writer.writeInt32(addingReplicasItem);
        }
        index = -1;
      }
      writer.endTag(tag);
    }
    if (hasLeaderRecoveryState) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 5);
      field = 'leaderRecoveryState';
      const tag = writer.beginTag(5);
      writer.writeInt8(leaderRecoveryState);
      writer.endTag(tag);
    }
    if (hasEligibleLeaderReplicas) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 6);
      field = 'eligibleLeaderReplicas';
      const tag = writer.beginTag(6);
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
      next = writer.writeUnknownTagsBelow(unknown, next, 7);
      field = 'lastKnownElr';
      const tag = writer.beginTag(7);
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
    if (hasDirectories) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 8);
      field = 'directories';
      const tag = writer.beginTag(8);
      if (directories === null) {
        writer.writeUnsignedVarint(0);
      } else {
        writer.writeUnsignedVarint(directories.length + 1);
        for (index = 0; index < directories.length; index++) {
          const directoriesItem = directories[index];
          if (directoriesItem === undefined) throw unexpectedNull(version);
          writer.writeUuid(directoriesItem);
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
