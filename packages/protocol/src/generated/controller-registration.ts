// Generated from definitions/controller-registration.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** ControllerRegistrationRequest, versions 0. */
export interface ControllerRegistrationRequest {
  /** Id of the controller. */
  controllerId: number;
  /** Id of this run of the process. */
  incarnationId: string;
  /** Whether migration from ZooKeeper may begin; always false by now. */
  zkMigrationReady: boolean;
  /** Where the node can be reached. */
  listeners: ControllerRegistrationRequestListener[];
  /** Features with the levels they support. */
  features: ControllerRegistrationRequestFeature[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ControllerRegistrationRequestFeature {
  /** Name of the feature. */
  name: string;
  /** Lowest level supported. */
  minSupportedVersion: number;
  /** Highest level supported. */
  maxSupportedVersion: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ControllerRegistrationRequestListener {
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

export const controllerRegistrationRequest: MessageCodec<ControllerRegistrationRequest> = messageCodec<ControllerRegistrationRequest>(
  {
    name: 'ControllerRegistrationRequest',
    kind: 'request',
    apiKey: 70,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readControllerRegistrationRequest,
  writeControllerRegistrationRequest,
);

function readControllerRegistrationRequest(reader: Reader, version: number): Decoded<ControllerRegistrationRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'controllerId';
    const controllerId = reader.readInt32();
    field = 'incarnationId';
    const incarnationId = reader.readUuid();
    field = 'zkMigrationReady';
    const zkMigrationReady = reader.readBoolean();
    field = 'listeners';
    const listeners: Decoded<ControllerRegistrationRequestListener>[] = [];
    const listenersLength = reader.readCompactArrayLength(7);
    for (index = 0; index < listenersLength; index++) listeners.push(readControllerRegistrationRequestListener(reader, version));
    index = -1;
    field = 'features';
    const features: Decoded<ControllerRegistrationRequestFeature>[] = [];
    const featuresLength = reader.readCompactArrayLength(6);
    for (index = 0; index < featuresLength; index++) features.push(readControllerRegistrationRequestFeature(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { controllerId, incarnationId, zkMigrationReady, listeners, features, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readControllerRegistrationRequestFeature(reader: Reader, _version: number): Decoded<ControllerRegistrationRequestFeature> {
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

function readControllerRegistrationRequestListener(reader: Reader, _version: number): Decoded<ControllerRegistrationRequestListener> {
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

function writeControllerRegistrationRequest(writer: Writer, message: ControllerRegistrationRequest, version: number): void {
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
    field = 'listeners';
    const listeners = message.listeners;
    writer.writeUnsignedVarint(listeners.length + 1);
    for (index = 0; index < listeners.length; index++) {
      const listenersItem = listeners[index];
      if (listenersItem === undefined) throw unexpectedNull(version);
      writeControllerRegistrationRequestListener(writer, listenersItem, version);
    }
    index = -1;
    field = 'features';
    const features = message.features;
    writer.writeUnsignedVarint(features.length + 1);
    for (index = 0; index < features.length; index++) {
      const featuresItem = features[index];
      if (featuresItem === undefined) throw unexpectedNull(version);
      writeControllerRegistrationRequestFeature(writer, featuresItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeControllerRegistrationRequestFeature(writer: Writer, message: ControllerRegistrationRequestFeature, _version: number): void {
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

function writeControllerRegistrationRequestListener(writer: Writer, message: ControllerRegistrationRequestListener, _version: number): void {
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

/** ControllerRegistrationResponse, versions 0. */
export interface ControllerRegistrationResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const controllerRegistrationResponse: MessageCodec<ControllerRegistrationResponse> = messageCodec<ControllerRegistrationResponse>(
  {
    name: 'ControllerRegistrationResponse',
    kind: 'response',
    apiKey: 70,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readControllerRegistrationResponse,
  writeControllerRegistrationResponse,
);

function readControllerRegistrationResponse(reader: Reader, _version: number): Decoded<ControllerRegistrationResponse> {
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, errorMessage, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeControllerRegistrationResponse(writer: Writer, message: ControllerRegistrationResponse, _version: number): void {
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage;
    writer.writeCompactNullableString(errorMessage);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
