// Generated from definitions/sasl-authenticate.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** SaslAuthenticateRequest, versions 0-2. */
export interface SaslAuthenticateRequest {
  /** Bytes of the SASL mechanism. */
  authBytes: Uint8Array;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const saslAuthenticateRequest: MessageCodec<SaslAuthenticateRequest> = messageCodec<SaslAuthenticateRequest>(
  {
    name: 'SaslAuthenticateRequest',
    kind: 'request',
    apiKey: 36,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 2,
  },
  readSaslAuthenticateRequest,
  writeSaslAuthenticateRequest,
);

function readSaslAuthenticateRequest(reader: Reader, version: number): Decoded<SaslAuthenticateRequest> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'authBytes';
    const authBytes = flexible ? reader.readCompactBytes() : reader.readBytes();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { authBytes, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeSaslAuthenticateRequest(writer: Writer, message: SaslAuthenticateRequest, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'authBytes';
    const authBytes = message.authBytes;
    if (flexible) writer.writeCompactBytes(authBytes); else writer.writeBytes(authBytes);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** SaslAuthenticateResponse, versions 0-2. */
export interface SaslAuthenticateResponse {
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** Bytes of the SASL mechanism. */
  authBytes: Uint8Array;
  /** In how many ms to authenticate anew; 0 for never. Versions 1+. Default 0. */
  sessionLifetimeMs?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const saslAuthenticateResponse: MessageCodec<SaslAuthenticateResponse> = messageCodec<SaslAuthenticateResponse>(
  {
    name: 'SaslAuthenticateResponse',
    kind: 'response',
    apiKey: 36,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 2,
  },
  readSaslAuthenticateResponse,
  writeSaslAuthenticateResponse,
);

function readSaslAuthenticateResponse(reader: Reader, version: number): Decoded<SaslAuthenticateResponse> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'authBytes';
    const authBytes = flexible ? reader.readCompactBytes() : reader.readBytes();
    let sessionLifetimeMs: number = 0;
    if (version >= 1) {
      field = 'sessionLifetimeMs';
      sessionLifetimeMs = reader.readInt64();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { errorCode, errorMessage, authBytes, sessionLifetimeMs, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeSaslAuthenticateResponse(writer: Writer, message: SaslAuthenticateResponse, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage;
    if (flexible) writer.writeCompactNullableString(errorMessage); else writer.writeNullableString(errorMessage);
    field = 'authBytes';
    const authBytes = message.authBytes;
    if (flexible) writer.writeCompactBytes(authBytes); else writer.writeBytes(authBytes);
    if (version >= 1) {
      field = 'sessionLifetimeMs';
      const sessionLifetimeMs = message.sessionLifetimeMs === undefined ? 0 : message.sessionLifetimeMs;
      writer.writeInt64(sessionLifetimeMs);
    }
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
