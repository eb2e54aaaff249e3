// Generated from definitions/broker-registration.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** BrokerRegistrationRequest, versions 0-4. */
export interface BrokerRegistrationRequest {
  /** Id of the broker. */
  brokerId: number;
  /** Id of the cluster. */
  clusterId: string;
  /** Id of this run of the process. */
  incarnationId: string;
  /** Where the node can be reached. */
  listeners: BrokerRegistrationRequestListener[];
  /** Features with the levels they support. */
  features: BrokerRegistrationRequestFeature[];
  /** Rack of the node; null for none. */
  rack: string | null;
  /** Whether the broker is migrating from ZooKeeper. Versions 1+. Default false. */
  isMigratingZkBroker?: boolean | undefined;
  /** Log directories. Versions 2+. */
  logDirs?: string[] | undefined;
  /** Epoch of the registration before a clean stop; -1 for unknown. Versions 3+. Default -1. */
  previousBrokerEpoch?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface BrokerRegistrationRequestFeature {
  /** Name of the feature. */
  name: string;
  /** Lowest level supported. */
  minSupportedVersion: number;
  /** Highest level supported. */
  maxSupportedVersion: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface BrokerRegistrationRequestListener {
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

export const brokerRegistrationRequest: MessageCodec<BrokerRegistrationRequest> = messageCodec<BrokerRegistrationRequest>(
  {
    name: 'BrokerRegistrationRequest',
    kind: 'request',
    apiKey: 62,
    minVersion: 0,
    maxVersion: 4,
    flexibleVersion: 0,
  },
  readBrokerRegistrationRequest,
  writeBrokerRegistrationRequest,
);

function readBrokerRegistrationRequest(reader: Reader, version: number): Decoded<BrokerRegistrationRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'brokerId';
    const brokerId = reader.readInt32();
    field = 'clusterId';
    const clusterId = reader.readCompactString();
    field = 'incarnationId';
    const incarnationId = reader.readUuid();
    field = 'listeners';
    const listeners: Decoded<BrokerRegistrationRequestListener>[] = [];
    const listenersLength = reader.readCompactArrayLength(7);
    for (index = 0; index < listenersLength; index++) listeners.push(readBrokerRegistrationRequestListener(reader, version));
    index = -1;
    field = 'features';
    const features: Decoded<BrokerRegistrationRequestFeature>[] = [];
    const featuresLength = reader.readCompactArrayLength(6);
    for (index = 0; index < featuresLength; index++) features.push(readBrokerRegistrationRequestFeature(reader, version));
    index = -1;
    field = 'rack';
    const rack = reader.readCompactNullableString();
    let isMigratingZkBroker: boolean = false;
    if (version >= 1) {
      field = 'isMigratingZkBroker';
      isMigratingZkBroker = reader.readBoolean();
    }
    const logDirs: string[] = [];
    if (version >= 2) {
      field = 'logDirs';
      const logDirsLength = reader.readCompactArrayLength(16);
      for (index = 0; index < logDirsLength; index++) logDirs.push(reader.readUuid());
      index = -1;
    }
    let previousBrokerEpoch: number = -1;
    if (version >= 3) {
      field = 'previousBrokerEpoch';
      previousBrokerEpoch = reader.readInt64();
    }
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { brokerId, clusterId, incarnationId, listeners, features, rack, isMigratingZkBroker, logDirs, previousBrokerEpoch, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readBrokerRegistrationRequestFeature(reader: Reader, _version: number): Decoded<BrokerRegistrationRequestFeature> {
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

function readBrokerRegistrationRequestListener(reader: Reader, _version: number): Decoded<BrokerRegistrationRequestListener> {
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

function writeBrokerRegistrationRequest(writer: Writer, message: BrokerRegistrationRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'brokerId';
    const brokerId = message.brokerId;
    writer.writeInt32(brokerId);
    field = 'clusterId';
    const clusterId = message.clusterId;
    writer.writeCompactString(clusterId);
    field = 'incarnationId';
    const incarnationId = message.incarnationId;
    writer.writeUuid(incarnationId);
    field = 'listeners';
    const listeners = message.listeners;
    writer.writeUnsignedVarint(listeners.length + 1);
    for (index = 0; index < listeners.length; index++) {
      const listenersItem = listeners[index];
      if (listenersItem === undefined) throw unexpectedNull(version);
      writeBrokerRegistrationRequestListener(writer, listenersItem, version);
    }
    index = -1;
    field = 'features';
    const features = message.features;
    writer.writeUnsignedVarint(features.length + 1);
    for (index = 0; index < features.length; index++) {
      const featuresItem = features[index];
      if (featuresItem === undefined) throw unexpectedNull(version);
      writeBrokerRegistrationRequestFeature(writer, featuresItem, version);
    }
    index = -1;
    field = 'rack';
    const rack = message.rack;
    writer.writeCompactNullableString(rack);
    field = 'isMigratingZkBroker';
    const isMigratingZkBroker = message.isMigratingZkBroker === undefined ? false : message.isMigratingZkBroker;
    if (version >= 1) {
      writer.writeBoolean(isMigratingZkBroker);
    } else if (isMigratingZkBroker !== false) {
      throw unsupportedField(version);
    }
    if (version >= 2) {
      field = 'logDirs';
      const logDirs = message.logDirs === undefined ? [] : message.logDirs;
      writer.writeUnsignedVarint(logDirs.length + 1);
      for (index = 0; index < logDirs.length; index++) {
        const logDirsItem = logDirs[index];
        if (logDirsItem === undefined) throw unexpectedNull(version);
        writer.writeUuid(logDirsItem);
      }
      index = -1;
    }
    if (version >= 3) {
      field = 'previousBrokerEpoch';
      const previousBrokerEpoch = message.previousBrokerEpoch === undefined ? -1 : message.previousBrokerEpoch;
      writer.writeInt64(previousBrokerEpoch);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeBrokerRegistrationRequestFeature(writer: Writer, message: BrokerRegistrationRequestFeature, _version: number): void {
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

function writeBrokerRegistrationRequestListener(writer: Writer, message: BrokerRegistrationRequestListener, _version: number): void {
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

/** BrokerRegistrationResponse, versions 0-4. */
export interface BrokerRegistrationResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Epoch of the broker's registration. Default -1. */
  brokerEpoch?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const brokerRegistrationResponse: MessageCodec<BrokerRegistrationResponse> = messageCodec<BrokerRegistrationResponse>(
  {
    name: 'BrokerRegistrationResponse',
    kind: 'response',
    apiKey: 62,
    minVersion: 0,
    maxVersion: 4,
    flexibleVersion: 0,
  },
  readBrokerRegistrationResponse,
  writeBrokerRegistrationResponse,
);

function readBrokerRegistrationResponse(reader: Reader, _version: number): Decoded<BrokerRegistrationResponse> {
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'brokerEpoch';
    const brokerEpoch = reader.readInt64();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, brokerEpoch, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeBrokerRegistrationResponse(writer: Writer, message: BrokerRegistrationResponse, _version: number): void {
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'brokerEpoch';
    const brokerEpoch = message.brokerEpoch === undefined ? -1 : message.brokerEpoch;
    writer.writeInt64(brokerEpoch);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
