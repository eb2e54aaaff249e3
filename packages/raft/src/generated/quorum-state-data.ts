// Generated from definitions/quorum-state-data.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, unsupportedField, type Reader, inTagOrder, type UnknownTag, ZERO_UUID, type Writer } from '@millrace/protocol';

/** QuorumStateData, versions 0-1. */
export interface QuorumStateData {
  /** Id of the cluster. Versions 0. */
  clusterId?: string | undefined;
  /** Id of the leader; -1 for unknown. Default -1. */
  leaderId?: number | undefined;
  /** Epoch of the leader. Default -1. */
  leaderEpoch?: number | undefined;
  /** Id of the candidate voted for; -1 for none. Default -1. */
  votedId?: number | undefined;
  /** Directory id of the candidate voted for. Versions 1+. */
  votedDirectoryId?: string | undefined;
  /** No longer used. Versions 0. */
  appliedOffset?: number | undefined;
  /** The voters. Versions 0. */
  currentVoters?: QuorumStateDataVoter[] | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface QuorumStateDataVoter {
  /** Id of the voter. Versions 0. */
  voterId?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const quorumStateData: MessageCodec<QuorumStateData> = messageCodec<QuorumStateData>(
  {
    name: 'QuorumStateData',
    kind: 'data',
    apiKey: null,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readQuorumStateData,
  writeQuorumStateData,
);

function readQuorumStateData(reader: Reader, version: number): Decoded<QuorumStateData> {
  let field = '';
  let index = -1;
  try {
    let clusterId: string = '';
    if (version === 0) {
      field = 'clusterId';
      clusterId = reader.readCompactString();
    }
    field = 'leaderId';
    const leaderId = reader.readInt32();
    field = 'leaderEpoch';
    const leaderEpoch = reader.readInt32();
    field = 'votedId';
    const votedId = reader.readInt32();
    let votedDirectoryId: string = ZERO_UUID;
    if (version === 1) {
      field = 'votedDirectoryId';
      votedDirectoryId = reader.readUuid();
    }
    let appliedOffset: number = 0;
    if (version === 0) {
      field = 'appliedOffset';
      appliedOffset = reader.readInt64();
    }
    let currentVoters: Decoded<QuorumStateDataVoter>[] | null = [];
    if (version === 0) {
      field = 'currentVoters';
      const currentVotersLength = reader.readCompactNullableArrayLength(5);
      const currentVotersList: Decoded<QuorumStateDataVoter>[] = [];
      for (index = 0; index < currentVotersLength; index++) currentVotersList.push(readQuorumStateDataVoter(reader, version));
      index = -1;
      currentVoters = currentVotersLength < 0 ? null : currentVotersList;
    }
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { clusterId, leaderId, leaderEpoch, votedId, votedDirectoryId, appliedOffset, currentVoters, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readQuorumStateDataVoter(reader: Reader, _version: number): Decoded<QuorumStateDataVoter> {
  let field = '';
  try {
    field = 'voterId';
    const voterId = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { voterId, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeQuorumStateData(writer: Writer, message: QuorumStateData, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'clusterId';
    const clusterId = message.clusterId === undefined ? '' : message.clusterId;
    if (version === 0) {
      writer.writeCompactString(clusterId);
    } else if (clusterId !== '') {
      throw unsupportedField(version);
    }
    field = 'leaderId';
    const leaderId = message.leaderId === undefined ? -1 : message.leaderId;
    writer.writeInt32(leaderId);
    field = 'leaderEpoch';
    const leaderEpoch = message.leaderEpoch === undefined ? -1 : message.leaderEpoch;
    writer.writeInt32(leaderEpoch);
    field = 'votedId';
    const votedId = message.votedId === undefined ? -1 : message.votedId;
    writer.writeInt32(votedId);
    field = 'votedDirectoryId';
    const votedDirectoryId = message.votedDirectoryId === undefined ? ZERO_UUID : message.votedDirectoryId;
    if (version === 1) {
      writer.writeUuid(votedDirectoryId);
    } else if (votedDirectoryId !== ZERO_UUID) {
      throw unsupportedField(version);
    }
    field = 'appliedOffset';
    const appliedOffset = message.appliedOffset === undefined ? 0 : message.appliedOffset;
    if (version === 0) {
      writer.writeInt64(appliedOffset);
    } else if (appliedOffset !== 0) {
      throw unsupportedField(version);
    }
    field = 'currentVoters';
    const currentVoters = message.currentVoters === undefined ? [] : message.currentVoters;
    if (version === 0) {
      if (currentVoters === null) {
        writer.writeUnsignedVarint(0);
      } else {
        writer.writeUnsignedVarint(currentVoters.length + 1);
        for (index = 0; index < currentVoters.length; index++) {
          const currentVotersItem = currentVoters[index];
          if (currentVotersItem === undefined) throw unexpectedNull(version);
          writeQuorumStateDataVoter(writer, currentVotersItem, version);
        }
        index = -1;
      }
    } else if (currentVoters === null || currentVoters.length !== 0) {
      throw unsupportedField(version);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeQuorumStateDataVoter(writer: Writer, message: QuorumStateDataVoter, _version: number): void {
  let field = '';
  try {
    field = 'voterId';
    const voterId = message.voterId === undefined ? 0 : message.voterId;
    writer.writeInt32(voterId);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
