// Generated from definitions/register-broker-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, unsupportedField, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** RegisterBrokerRecord, versions 0-4. */
export interface RegisterBrokerRecord {
  /** Id of the broker. */
  brokerId: number;
  /** Whether the broker is migrating from ZooKeeper. Versions 2+. Default false. */
  isMigratingZkBroker?: boolean | undefined;
  /** Id of this run of the process. */
  incarnationId: string;
  /** Epoch of the broker's registration. */
  brokerEpoch: number;
  /** Where the node can be reached. */
  endPoints: RegisterBrokerRecordBrokerEndpoint[];
  /** Features with the levels they support. */
  features: RegisterBrokerRecordBrokerFeature[];
  /** Rack of the node; null for none. */
  rack: string | null;
  /** True while the broker is fenced. Default true. */
  fenced?: boolean | undefined;
  /** Whether the broker is shutting down in order. Versions 1+. Default false. */
  inControlledShutdown?: boolean | undefined;
  /** Log directories. Versions 3+. */
  logDirs?: string[] | undefined;
  /** Log directories that take no new partitions. Versions 4+. Default null. */
  cordonedLogDirs?: string[] | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface RegisterBrokerRecordBrokerFeature {
  /** Name of the feature. */
  name: string;
  /** Lowest level supported. */
  minSupportedVersion: number;
  /** Highest level supported. */
  maxSupportedVersion: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface RegisterBrokerRecordBrokerEndpoint {
  /** Name of the listener. */
  name: string;
  /** Host name or address. */
  host: string;
  /** TCP port. */
  port: number;
  /** Security protocol, as its code. */
  securityProtocol: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const registerBrokerRecord: MessageCodec<RegisterBrokerRecord> = messageCodec<RegisterBrokerRecord>(
  {
    name: 'RegisterBrokerRecord',
    kind: 'metadata-record',
    apiKey: 0,
    minVersion: 0,
    maxVersion: 4,
    flexibleVersion: 0,
  },
  readRegisterBrokerRecord,
  writeRegisterBrokerRecord,
);

function readRegisterBrokerRecord(reader: Reader, version: number): Decoded<RegisterBrokerRecord> {
  let field = '';
  let index = -1;
  try {
    field = 'brokerId';
    const brokerId = reader.readInt32();
    let isMigratingZkBroker: boolean = false;
    if (version >= 2) {
      field = 'isMigratingZkBroker';
      isMigratingZkBroker = reader.readBoolean();
    }
    field = 'incarnationId';
    const incarnationId = reader.readUuid();
    field = 'brokerEpoch';
    const brokerEpoch = reader.readInt64();
    field = 'endPoints';
    const endPoints: Decoded<RegisterBrokerRecordBrokerEndpoint>[] = [];
    const endPointsLength = reader.readCompactArrayLength(7);
    for (index = 0; index < endPointsLength; index++) endPoints.push(readRegisterBrokerRecordBrokerEndpoint(reader, version));
    index = -1;
    field = 'features';
    const features: Decoded<RegisterBrokerRecordBrokerFeature>[] = [];
    const featuresLength = reader.readCompactArrayLength(6);
    for (index = 0; index < featuresLength; index++) features.push(readRegisterBrokerRecordBrokerFeature(reader, version));
    index = -1;
    field = 'rack';
    const rack = reader.readCompactNullableString();
    field = 'fenced';
    const fenced = reader.readBoolean();
    let inControlledShutdown: boolean = false;
    if (version >= 1) {
      field = 'inControlledShutdown';
      inControlledShutdown = reader.readBoolean();
    }
    let logDirs: string[] = [];
    let cordonedLogDirs: string[] | null = null;
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    for (let count = reader.readUnsignedVarint(); count > 0; count--) {
      field = 'unknownTags';
      const tag = reader.readUnsignedVarint();
      const end = reader.readTagEnd();
      switch (tag) {
        case 0: {
          if (!(version >= 3)) reader.refuseTag(tag, version);
          field = 'logDirs';
          logDirs = [];
          const logDirsLength = reader.readCompactArrayLength(16);
          for (index = 0; index < logDirsLength; index++) logDirs.push(reader.readUuid());
          index = -1;
          reader.endTag(tag, end);
          break;
        }
        case 1: {
          if (!(version === 4)) reader.refuseTag(tag, version);
          field = 'cordonedLogDirs';
          const cordonedLogDirsLength = reader.readCompactNullableArrayLength(16);
          const cordonedLogDirsList: string[] = [];
          for (index = 0; index < cordonedLogDirsLength; index++) cordonedLogDirsList.push(reader.readUuid());
          index = -1;
          cordonedLogDirs = cordonedLogDirsLength < 0 ? null : cordonedLogDirsList;
          reader.endTag(tag, end);
          break;
        }
        default:
          unknownTags = reader.readUnknownTag(unknownTags, tag, end);
      }
    }
    return { brokerId, isMigratingZkBroker, incarnationId, brokerEpoch, endPoints, features, rack, fenced, inControlledShutdown, logDirs, cordonedLogDirs, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readRegisterBrokerRecordBrokerFeature(reader: Reader, _version: number): Decoded<RegisterBrokerRecordBrokerFeature> {
  let field = '';
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'minSupportedVersion';
    const minSupportedVersion = reader.readInt16();
    field = 'maxSupportedVersion';
    const maxSupportedVersion = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, minSupportedVersion, maxSupportedVersion, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readRegisterBrokerRecordBrokerEndpoint(reader: Reader, _version: number): Decoded<RegisterBrokerRecordBrokerEndpoint> {
  let field = '';
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'host';
    const host = reader.readCompactString();
    field = 'port';
    const port = reader.readUint16();
    field = 'securityProtocol';
    const securityProtocol = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, host, port, securityProtocol, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeRegisterBrokerRecord(writer: Writer, message: RegisterBrokerRecord, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'brokerId';
    const brokerId = message.brokerId;
    writer.writeInt32(brokerId);
    field = 'isMigratingZkBroker';
    const isMigratingZkBroker = message.isMigratingZkBroker === undefined ? false : message.isMigratingZkBroker;
    if (version >= 2) {
      writer.writeBoolean(isMigratingZkBroker);
    } else if (isMigratingZkBroker !== false) {
      throw unsupportedField(version);
    }
    field = 'incarnationId';
    const incarnationId = message.incarnationId;
    writer.writeUuid(incarnationId);
    field = 'brokerEpoch';
    const brokerEpoch = message.brokerEpoch;
    writer.writeInt64(brokerEpoch);
    field = 'endPoints';
    const endPoints = message.endPoints;
    writer.writeUnsignedVarint(endPoints.length + 1);
    for (index = 0; index < endPoints.length; index++) {
      const endPointsItem = endPoints[index];
      if (endPointsItem === undefined) throw unexpectedNull(version);
      writeRegisterBrokerRecordBrokerEndpoint(writer, endPointsItem, version);
    }
    index = -1;
    field = 'features';
    const features = message.features;
    writer.writeUnsignedVarint(features.length + 1);
    for (index = 0; index < features.length; index++) {
      const featuresItem = features[index];
      if (featuresItem === undefined) throw unexpectedNull(version);
      writeRegisterBrokerRecordBrokerFeature(writer, featuresItem, version);
    }
    index = -1;
    field = 'rack';
    const rack = message.rack;
    writer.writeCompactNullableString(rack);
    field = 'fenced';
    const fenced = message.fenced === undefined ? true : message.fenced;
    writer.writeBoolean(fenced);
    field = 'inControlledShutdown';
    const inControlledShutdown = message.inControlledShutdown === undefined ? false : message.inControlledShutdown;
    if (version >= 1) {
      writer.writeBoolean(inControlledShutdown);
    } else if (inControlledShutdown !== false) {
      throw unsupportedField(version);
    }
    field = 'logDirs';
    const logDirs = message.logDirs === undefined ? [] : message.logDirs;
    if (!(version >= 3) && (logDirs.length !== 0)) throw unsupportedField(version);
    field = 'cordonedLogDirs';
    const cordonedLogDirs = message.cordonedLogDirs === undefined ? null : message.cordonedLogDirs;
    if (!(version === 4) && (cordonedLogDirs !== null)) throw unsupportedField(version);
    field = 'unknownTags';
    const unknown = inTagOrder(message.unknownTags);
    let count = unknown.length;
    let next = 0;
    const hasLogDirs = version >= 3 && logDirs.length !== 0;
    if (hasLogDirs) count++;
    const hasCordonedLogDirs = version === 4 && cordonedLogDirs !== null;
    if (hasCordonedLogDirs) count++;
    writer.writeUnsignedVarint(count);
    if (hasLogDirs) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 0);
      field = 'logDirs';
      const tag = writer.beginTag(0);
      writer.writeUnsignedVarint(logDirs.length + 1);
      for (index = 0; index < logDirs.length; index++) {
        const logDirsItem = logDirs[index];
        if (logDirsItem === undefined) throw unexpectedNull(version);
        writer.writeUuid(logDirsItem);
      }
      index = -1;
      writer.endTag(tag);
    }
    if (hasCordonedLogDirs) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 1);
      field = 'cordonedLogDirs';
      const tag = writer.beginTag(1);
      if (cordonedLogDirs === null) {
        writer.writeUnsignedVarint(0);
      } else {
        writer.writeUnsignedVarint(cordonedLogDirs.length + 1);
        for (index = 0; index < cordonedLogDirs.length; index++) {
          const cordonedLogDirsItem = cordonedLogDirs[index];
          if (cordonedLogDirsItem === undefined) throw unexpectedNull(version);
          writer.writeUuid(cordonedLogDirsItem);
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

function writeRegisterBrokerRecordBrokerFeature(writer: Writer, message: RegisterBrokerRecordBrokerFeature, _version: number): void {
  let field = '';
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
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

function writeRegisterBrokerRecordBrokerEndpoint(writer: Writer, message: RegisterBrokerRecordBrokerEndpoint, _version: number): void {
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
    field = 'securityProtocol';
    const securityProtocol = message.securityProtocol;
    writer.writeInt16(securityProtocol);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
