// Generated from definitions/renew-delegation-token.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** RenewDelegationTokenRequest, versions 1-2. */
export interface RenewDelegationTokenRequest {
  /** Secret of the token. */
  hmac: Uint8Array;
  /** For how many ms to renew. */
  renewPeriodMs: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const renewDelegationTokenRequest: MessageCodec<RenewDelegationTokenRequest> = messageCodec<RenewDelegationTokenRequest>(
  {
    name: 'RenewDelegationTokenRequest',
    kind: 'request',
    apiKey: 39,
    minVersion: 1,
    maxVersion: 2,
    flexibleVersion: 2,
  },
  readRenewDelegationTokenRequest,
  writeRenewDelegationTokenRequest,
);

function readRenewDelegationTokenRequest(reader: Reader, version: number): Decoded<RenewDelegationTokenRequest> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'hmac';
    const hmac = flexible ? reader.readCompactBytes() : reader.readBytes();
    field = 'renewPeriodMs';
    const renewPeriodMs = reader.readInt64();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { hmac, renewPeriodMs, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeRenewDelegationTokenRequest(writer: Writer, message: RenewDelegationTokenRequest, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'hmac';
    const hmac = message.hmac;
    if (flexible) writer.writeCompactBytes(hmac); else writer.writeBytes(hmac);
    field = 'renewPeriodMs';
    const renewPeriodMs = message.renewPeriodMs;
    writer.writeInt64(renewPeriodMs);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** RenewDelegationTokenResponse, versions 1-2. */
export interface RenewDelegationTokenResponse {
  /** Error code, 0 for none. */
  errorCode: number;
  /** When the token expires, in ms since 1970. */
  expiryTimestampMs: number;
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const renewDelegationTokenResponse: MessageCodec<RenewDelegationTokenResponse> = messageCodec<RenewDelegationTokenResponse>(
  {
    name: 'RenewDelegationTokenResponse',
    kind: 'response',
    apiKey: 39,
    minVersion: 1,
    maxVersion: 2,
    flexibleVersion: 2,
  },
  readRenewDelegationTokenResponse,
  writeRenewDelegationTokenResponse,
);

function readRenewDelegationTokenResponse(reader: Reader, version: number): Decoded<RenewDelegationTokenResponse> {
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

function writeRenewDelegationTokenResponse(writer: Writer, message: RenewDelegationTokenResponse, version: number): void {
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
