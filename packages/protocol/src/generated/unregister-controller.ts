// Generated from definitions/unregister-controller.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** UnregisterControllerRequest, versions 0. */
export interface UnregisterControllerRequest {
  /** Id of the controller. */
  controllerId: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const unregisterControllerRequest: MessageCodec<UnregisterControllerRequest> = messageCodec<UnregisterControllerRequest>(
  {
    name: 'UnregisterControllerRequest',
    kind: 'request',
    apiKey: 94,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readUnregisterControllerRequest,
  writeUnregisterControllerRequest,
);

function readUnregisterControllerRequest(reader: Reader, _version: number): Decoded<UnregisterControllerRequest> {
  let field = '';
  try {
    field = 'controllerId';
    const controllerId = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { controllerId, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeUnregisterControllerRequest(writer: Writer, message: UnregisterControllerRequest, _version: number): void {
  let field = '';
  try {
    field = 'controllerId';
    const controllerId = message.controllerId;
    writer.writeInt32(controllerId);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** UnregisterControllerResponse, versions 0. */
export interface UnregisterControllerResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const unregisterControllerResponse: MessageCodec<UnregisterControllerResponse> = messageCodec<UnregisterControllerResponse>(
  {
    name: 'UnregisterControllerResponse',
    kind: 'response',
    apiKey: 94,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readUnregisterControllerResponse,
  writeUnregisterControllerResponse,
);

function readUnregisterControllerResponse(reader: Reader, _version: number): Decoded<UnregisterControllerResponse> {
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

function writeUnregisterControllerResponse(writer: Writer, message: UnregisterControllerResponse, _version: number): void {
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
