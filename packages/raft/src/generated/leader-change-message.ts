// Generated from definitions/leader-change-message.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, unsupportedField, type Reader, inTagOrder, type UnknownTag, ZERO_UUID, type Writer } from '@millrace/protocol';

/** LeaderChangeMessage, versions 0-1. */
export interface LeaderChangeMessage {
  /** Version of this record's layout. */
  version: number;
  /** Id of the leader; -1 for unknown. */
  leaderId: number;
  /** The voters. */
  voters: LeaderChangeMessageVoter[];
  /** Voters that elected the leader. */
  grantingVoters: LeaderChangeMessageVoter[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface LeaderChangeMessageVoter {
  /** Id of the voter. */
  voterId: number;
  /** Directory id of the voter. Versions 1+. */
  voterDirectoryId?: string | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const leaderChangeMessage: MessageCodec<LeaderChangeMessage> = messageCodec<LeaderChangeMessage>(
  {
    name: 'LeaderChangeMessage',
    kind: 'data',
    apiKey: null,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 0,
  },
  readLeaderChangeMessage,
  writeLeaderChangeMessage,
);

function readLeaderChangeMessage(reader: Reader, version: number): Decoded<LeaderChangeMessage> {
  let field = '';
  let index = -1;
  try {
    field = 'version';
    const versionValue = reader.readInt16();
    field = 'leaderId';
    const leaderId = reader.readInt32();
    field = 'voters';
    const voters: Decoded<LeaderChangeMessageVoter>[] = [];
    const votersLength = reader.readCompactArrayLength(5);
    for (index = 0; index < votersLength; index++) voters.push(readLeaderChangeMessageVoter(reader, version));
    index = -1;
    field = 'grantingVoters';
    const grantingVoters: Decoded<LeaderChangeMessageVoter>[] = [];
    const grantingVotersLength = reader.readCompactArrayLength(5);
    for (index = 0; index < grantingVotersLength; index++) grantingVoters.push(readLeaderChangeMessageVoter(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { version: versionValue, leaderId, voters, grantingVoters, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readLeaderChangeMessageVoter(reader: Reader, version: number): Decoded<LeaderChangeMessageVoter> {
  let field = '';
  try {
    field = 'voterId';
    const voterId = reader.readInt32();
    let voterDirectoryId: string = ZERO_UUID;
    if (version === 1) {
      field = 'voterDirectoryId';
      voterDirectoryId = reader.readUuid();
    }
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { voterId, voterDirectoryId, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeLeaderChangeMessage(writer: Writer, message: LeaderChangeMessage, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'version';
    const versionValue = message.version;
    writer.writeInt16(versionValue);
    field = 'leaderId';
    const leaderId = message.leaderId;
    writer.writeInt32(leaderId);
    field = 'voters';
    const voters = message.voters;
    writer.writeUnsignedVarint(voters.length + 1);
    for (index = 0; index < voters.length; index++) {
      const votersItem = voters[index];
      if (votersItem === undefined) throw unexpectedNull(version);
      writeLeaderChangeMessageVoter(writer, votersItem, version);
    }
    index = -1;
    field = 'grantingVoters';
    const grantingVoters = message.grantingVoters;
    writer.writeUnsignedVarint(grantingVoters.length + 1);
    for (index = 0; index < grantingVoters.length; index++) {
      const grantingVotersItem = grantingVoters[index];
      if (grantingVotersItem === undefined) throw unexpectedNull(version);
      writeLeaderChangeMessageVoter(writer, grantingVotersItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeLeaderChangeMessageVoter(writer: Writer, message: LeaderChangeMessageVoter, version: number): void {
  let field = '';
  try {
    field = 'voterId';
    const voterId = message.voterId;
    writer.writeInt32(voterId);
    field = 'voterDirectoryId';
    const voterDirectoryId = message.voterDirectoryId === undefined ? ZERO_UUID : message.voterDirectoryId;
    if (version === 1) {
      writer.writeUuid(voterDirectoryId);
    } else if (voterDirectoryId !== ZERO_UUID) {
      throw unsupportedField(version);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
