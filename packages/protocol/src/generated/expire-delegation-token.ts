// Generated from definitions/expire-delegation-token.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** ExpireDelegationTokenRequest, versions 1-2. */
export interface ExpireDelegationTokenRequest {
  /** Secret of the token. */
  hmac: Uint8Array;
  /** In how many ms the token is to expire; negative for now. */
  expiryTimePeriodMs: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const expireDelegationTokenRequest: MessageCodec<ExpireDelegationTokenRequest> = messageCodec<ExpireDelegationTokenRequest>(
  {
    name: 'ExpireDelegationTokenRequest',
    kind: 'request',
    apiKey: 40,
    minVersion: 1,
    maxVersion: 2,
    flexibleVersion: 2,
  },
  readExpireDelegationTokenRequest,
  writeExpireDelegationTokenRequest,
);

function readExpireDelegationTokenRequest(reader: Reader, version: number): Decoded<ExpireDelegationTokenRequest> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'hmac';
    const hmac = flexible ? reader.readCompactBytes() : reader.readBytes();
    field = 'expiryTimePeriodMs';
    const expiryTimePeriodMs = reader.readInt64();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { hmac, expiryTimePeriodMs, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeExpireDelegationTokenRequest(writer: Writer, message: ExpireDelegationTokenRequest, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'hmac';
    const hmac = message.hmac;
    if (flexible) writer.writeCompactBytes(hmac); else writer.writeBytes(hmac);
    field = 'expiryTimePeriodMs';
    const expiryTimePeriodMs = message.expiryTimePeriodMs;
    writer.writeInt64(expiryTimePeriodMs);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** ExpireDelegationTokenResponse, versions 1-2. */
export interface ExpireDelegationTokenResponse {
  /** Error code, 0 for none. */
  errorCode: number;
  /** When the token expires, in ms since 1970. */
  expiryTimestampMs: number;
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const expireDelegationTokenResponse: MessageCodec<ExpireDelegationTokenResponse> = messageCodec<ExpireDelegationTokenResponse>(
  {
    name: 'ExpireDelegationTokenResponse',
    kind: 'response',
    apiKey: 40,
    minVersion: 1,
    maxVersion: 2,
    flexibleVersion: 2,
  },
  readExpireDelegationTokenResponse,
  writeExpireDelegationTokenResponse,
);

function readExpireDelegationTokenResponse(reader: Reader, version: number): Decoded<ExpireDelegationTokenResponse> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'expiryTimestampMs';
    const expiryTimestampMs = reader.readInt64();
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { errorCode, expiryTimestampMs, throttleTimeMs, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeExpireDelegationTokenResponse(writer: Writer, message: ExpireDelegationTokenResponse, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'expiryTimestampMs';
    const expiryTimestampMs = message.expiryTimestampMs;
    writer.writeInt64(expiryTimestampMs);
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
