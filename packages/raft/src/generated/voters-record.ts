// Generated from definitions/voters-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** VotersRecord, versions 0. */
export interface VotersRecord {
  /** Version of this record's layout. */
  version: number;
  /** The voters. */
  voters: VotersRecordVoter[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface VotersRecordVoter {
  /** Id of the voter. */
  voterId: number;
  /** Directory id of the voter. */
  voterDirectoryId: string;
  /** Where the voter can be reached. */
  endpoints: VotersRecordEndpoint[];
  /** Levels of kraft.version the voter supports. */
  kRaftVersionFeature: VotersRecordKRaftVersionFeature;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface VotersRecordKRaftVersionFeature {
  /** Lowest level supported. */
  minSupportedVersion: number;
  /** Highest level supported. */
  maxSupportedVersion: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface VotersRecordEndpoint {
  /** Name of the listener. */
  name: string;
  /** Host name or address. */
  host: string;
  /** TCP port. */
  port: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const votersRecord: MessageCodec<VotersRecord> = messageCodec<VotersRecord>(
  {
    name: 'VotersRecord',
    kind: 'data',
    apiKey: null,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readVotersRecord,
  writeVotersRecord,
);

function readVotersRecord(reader: Reader, version: number): Decoded<VotersRecord> {
  let field = '';
  let index = -1;
  try {
    field = 'version';
    const versionValue = reader.readInt16();
    field = 'voters';
    const voters: Decoded<VotersRecordVoter>[] = [];
    const votersLength = reader.readCompactArrayLength(27);
    for (index = 0; index < votersLength; index++) voters.push(readVotersRecordVoter(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { version: versionValue, voters, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readVotersRecordVoter(reader: Reader, version: number): Decoded<VotersRecordVoter> {
  let field = '';
  let index = -1;
  try {
    field = 'voterId';
    const voterId = reader.readInt32();
    field = 'voterDirectoryId';
    const voterDirectoryId = reader.readUuid();
    field = 'endpoints';
    const endpoints: Decoded<VotersRecordEndpoint>[] = [];
    const endpointsLength = reader.readCompactArrayLength(5);
    for (index = 0; index < endpointsLength; index++) endpoints.push(readVotersRecordEndpoint(reader, version));
    index = -1;
    field = 'kRaftVersionFeature';
    let kRaftVersionFeature: Decoded<VotersRecordKRaftVersionFeature>;
    kRaftVersionFeature = readVotersRecordKRaftVersionFeature(reader, version);
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { voterId, voterDirectoryId, endpoints, kRaftVersionFeature, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readVotersRecordKRaftVersionFeature(reader: Reader, _version: number): Decoded<VotersRecordKRaftVersionFeature> {
  let field = '';
  try {
    field = 'minSupportedVersion';
    const minSupportedVersion = reader.readInt16();
    field = 'maxSupportedVersion';
    const maxSupportedVersion = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { minSupportedVersion, maxSupportedVersion, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readVotersRecordEndpoint(reader: Reader, _version: number): Decoded<VotersRecordEndpoint> {
  let field = '';
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'host';
    const host = reader.readCompactString();
    field = 'port';
    const port = reader.readUint16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, host, port, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeVotersRecord(writer: Writer, message: VotersRecord, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'version';
    const versionValue = message.version;
    writer.writeInt16(versionValue);
    field = 'voters';
    const voters = message.voters;
    writer.writeUnsignedVarint(voters.length + 1);
    for (index = 0; index < voters.length; index++) {
      const votersItem = voters[index];
      if (votersItem === undefined) throw unexpectedNull(version);
      writeVotersRecordVoter(writer, votersItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeVotersRecordVoter(writer: Writer, message: VotersRecordVoter, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'voterId';
    const voterId = message.voterId;
    writer.writeInt32(voterId);
    field = 'voterDirectoryId';
    const voterDirectoryId = message.voterDirectoryId;
    writer.writeUuid(voterDirectoryId);
    field = 'endpoints';
    const endpoints = message.endpoints;
    writer.writeUnsignedVarint(endpoints.length + 1);
    for (index = 0; index < endpoints.length; index++) {
      const endpointsItem = endpoints[index];
      if (endpointsItem === undefined) throw unexpectedNull(version);
      writeVotersRecordEndpoint(writer, endpointsItem, version);
    }
    index = -1;
    field = 'kRaftVersionFeature';
    const kRaftVersionFeature = message.kRaftVersionFeature;
    writeVotersRecordKRaftVersionFeature(writer, kRaftVersionFeature, version);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeVotersRecordKRaftVersionFeature(writer: Writer, message: VotersRecordKRaftVersionFeature, _version: number): void {
  let field = '';
  try {
    field = 'minSupportedVersion';
    const minSupportedVersion = message.minSupportedVersion;
    writer.writeInt16(minSupportedVersion);
    field = 'maxSupportedVersion';
    const maxSupportedVersion = message.maxSupportedVersion;
    writer.writeInt16(maxSupportedVersion);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeVotersRecordEndpoint(writer: Writer, message: VotersRecordEndpoint, _version: number): void {
  let field = '';
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
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
