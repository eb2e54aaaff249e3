// Generated from definitions/unregister-broker.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** UnregisterBrokerRequest, versions 0. */
export interface UnregisterBrokerRequest {
  /** Id of the broker. */
  brokerId: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const unregisterBrokerRequest: MessageCodec<UnregisterBrokerRequest> = messageCodec<UnregisterBrokerRequest>(
  {
    name: 'UnregisterBrokerRequest',
    kind: 'request',
    apiKey: 64,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readUnregisterBrokerRequest,
  writeUnregisterBrokerRequest,
);

function readUnregisterBrokerRequest(reader: Reader, _version: number): Decoded<UnregisterBrokerRequest> {
  let field = '';
  try {
    field = 'brokerId';
    const brokerId = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { brokerId, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeUnregisterBrokerRequest(writer: Writer, message: UnregisterBrokerRequest, _version: number): void {
  let field = '';
  try {
    field = 'brokerId';
    const brokerId = message.brokerId;
    writer.writeInt32(brokerId);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** UnregisterBrokerResponse, versions 0. */
export interface UnregisterBrokerResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const unregisterBrokerResponse: MessageCodec<UnregisterBrokerResponse> = messageCodec<UnregisterBrokerResponse>(
  {
    name: 'UnregisterBrokerResponse',
    kind: 'response',
    apiKey: 64,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readUnregisterBrokerResponse,
  writeUnregisterBrokerResponse,
);

function readUnregisterBrokerResponse(reader: Reader, _version: number): Decoded<UnregisterBrokerResponse> {
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

function writeUnregisterBrokerResponse(writer: Writer, message: UnregisterBrokerResponse, _version: number): void {
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
