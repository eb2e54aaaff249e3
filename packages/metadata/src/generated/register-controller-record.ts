// Generated from definitions/register-controller-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** RegisterControllerRecord, versions 0. */
export interface RegisterControllerRecord {
  /** Id of the controller. */
  controllerId: number;
  /** Id of this run of the process. */
  incarnationId: string;
  /** Whether migration from ZooKeeper may begin; always false by now. */
  zkMigrationReady: boolean;
  /** Where the node can be reached. */
  endPoints: RegisterControllerRecordControllerEndpoint[];
  /** Features with the levels they support. */
  features: RegisterControllerRecordControllerFeature[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface RegisterControllerRecordControllerFeature {
  /** Name of the feature. */
  name: string;
  /** Lowest level supported. */
  minSupportedVersion: number;
  /** Highest level supported. */
  maxSupportedVersion: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface RegisterControllerRecordControllerEndpoint {
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

export const registerControllerRecord: MessageCodec<RegisterControllerRecord> = messageCodec<RegisterControllerRecord>(
  {
    name: 'RegisterControllerRecord',
    kind: 'metadata-record',
    apiKey: 27,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readRegisterControllerRecord,
  writeRegisterControllerRecord,
);

function readRegisterControllerRecord(reader: Reader, version: number): Decoded<RegisterControllerRecord> {
  let field = '';
  let index = -1;
  try {
    field = 'controllerId';
    const controllerId = reader.readInt32();
    field = 'incarnationId';
    const incarnationId = reader.readUuid();
    field = 'zkMigrationReady';
    const zkMigrationReady = reader.readBoolean();
    field = 'endPoints';
    const endPoints: Decoded<RegisterControllerRecordControllerEndpoint>[] = [];
    const endPointsLength = reader.readCompactArrayLength(7);
    for (index = 0; index < endPointsLength; index++) endPoints.push(readRegisterControllerRecordControllerEndpoint(reader, version));
    index = -1;
    field = 'features';
    const features: Decoded<RegisterControllerRecordControllerFeature>[] = [];
    const featuresLength = reader.readCompactArrayLength(6);
    for (index = 0; index < featuresLength; index++) features.push(readRegisterControllerRecordControllerFeature(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { controllerId, incarnationId, zkMigrationReady, endPoints, features, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readRegisterControllerRecordControllerFeature(reader: Reader, _version: number): Decoded<RegisterControllerRecordControllerFeature> {
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

function readRegisterControllerRecordControllerEndpoint(reader: Reader, _version: number): Decoded<RegisterControllerRecordControllerEndpoint> {
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

function writeRegisterControllerRecord(writer: Writer, message: RegisterControllerRecord, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'controllerId';
    const controllerId = message.controllerId;
    writer.writeInt32(controllerId);
    field = 'incarnationId';
    const incarnationId = message.incarnationId;
    writer.writeUuid(incarnationId);
    field = 'zkMigrationReady';
    const zkMigrationReady = message.zkMigrationReady;
    writer.writeBoolean(zkMigrationReady);
    field = 'endPoints';
    const endPoints = message.endPoints;
    writer.writeUnsignedVarint(endPoints.length + 1);
    for (index = 0; index < endPoints.length; index++) {
      const endPointsItem = endPoints[index];
      if (endPointsItem === undefined) throw unexpectedNull(version);
      writeRegisterControllerRecordControllerEndpoint(writer, endPointsItem, version);
    }
    index = -1;
    field = 'features';
    const features = message.features;
    writer.writeUnsignedVarint(features.length + 1);
    for (index = 0; index < features.length; index++) {
      const featuresItem = features[index];
      if (featuresItem === undefined) throw unexpectedNull(version);
      writeRegisterControllerRecordControllerFeature(writer, featuresItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeRegisterControllerRecordControllerFeature(writer: Writer, message: RegisterControllerRecordControllerFeature, _version: number): void {
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

function writeRegisterControllerRecordControllerEndpoint(writer: Writer, message: RegisterControllerRecordControllerEndpoint, _version: number): void {
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
