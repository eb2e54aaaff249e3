// Generated from definitions/create-delegation-token.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** CreateDelegationTokenRequest, versions 1-3. */
export interface CreateDelegationTokenRequest {
  /** Principal type of the owner; null for the asker. Versions 3+. */
  ownerPrincipalType?: string | null | undefined;
  /** Name of the owner; null for the asker. Versions 3+. */
  ownerPrincipalName?: string | null | undefined;
  /** Principals that may renew the token. */
  renewers: CreateDelegationTokenRequestCreatableRenewers[];
  /** Longest life of the token; -1 for the server's own limit. */
  maxLifetimeMs: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface CreateDelegationTokenRequestCreatableRenewers {
  /** Type of the principal, such as User. */
  principalType: string;
  /** Name of the principal. */
  principalName: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const createDelegationTokenRequest: MessageCodec<CreateDelegationTokenRequest> = messageCodec<CreateDelegationTokenRequest>(
  {
    name: 'CreateDelegationTokenRequest',
    kind: 'request',
    apiKey: 38,
    minVersion: 1,
    maxVersion: 3,
    flexibleVersion: 2,
  },
  readCreateDelegationTokenRequest,
  writeCreateDelegationTokenRequest,
);

function readCreateDelegationTokenRequest(reader: Reader, version: number): Decoded<CreateDelegationTokenRequest> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    let ownerPrincipalType: string | null = '';
    if (version === 3) {
      field = 'ownerPrincipalType';
      ownerPrincipalType = reader.readCompactNullableString();
    }
    let ownerPrincipalName: string | null = '';
    if (version === 3) {
      field = 'ownerPrincipalName';
      ownerPrincipalName = reader.readCompactNullableString();
    }
    field = 'renewers';
    const renewers: Decoded<CreateDelegationTokenRequestCreatableRenewers>[] = [];
    const renewersLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < renewersLength; index++) renewers.push(readCreateDelegationTokenRequestCreatableRenewers(reader, version));
    index = -1;
    field = 'maxLifetimeMs';
    const maxLifetimeMs = reader.readInt64();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { ownerPrincipalType, ownerPrincipalName, renewers, maxLifetimeMs, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readCreateDelegationTokenRequestCreatableRenewers(reader: Reader, version: number): Decoded<CreateDelegationTokenRequestCreatableRenewers> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'principalType';
    const principalType = flexible ? reader.readCompactString() : reader.readString();
    field = 'principalName';
    const principalName = flexible ? reader.readCompactString() : reader.readString();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { principalType, principalName, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeCreateDelegationTokenRequest(writer: Writer, message: CreateDelegationTokenRequest, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'ownerPrincipalType';
    const ownerPrincipalType = message.ownerPrincipalType === undefined ? '' : message.ownerPrincipalType;
    if (version === 3) {
      writer.writeCompactNullableString(ownerPrincipalType);
    } else if (ownerPrincipalType !== '') {
      throw unsupportedField(version);
    }
    field = 'ownerPrincipalName';
    const ownerPrincipalName = message.ownerPrincipalName === undefined ? '' : message.ownerPrincipalName;
    if (version === 3) {
      writer.writeCompactNullableString(ownerPrincipalName);
    } else if (ownerPrincipalName !== '') {
      throw unsupportedField(version);
    }
    field = 'renewers';
    const renewers = message.renewers;
    if (flexible) writer.writeUnsignedVarint(renewers.length + 1); else writer.writeInt32(renewers.length);
    for (index = 0; index < renewers.length; index++) {
      const renewersItem = renewers[index];
      if (renewersItem === undefined) throw unexpectedNull(version);
      writeCreateDelegationTokenRequestCreatableRenewers(writer, renewersItem, version);
    }
    index = -1;
    field = 'maxLifetimeMs';
    const maxLifetimeMs = message.maxLifetimeMs;
    writer.writeInt64(maxLifetimeMs);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeCreateDelegationTokenRequestCreatableRenewers(writer: Writer, message: CreateDelegationTokenRequestCreatableRenewers, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'principalType';
    const principalType = message.principalType;
    if (flexible) writer.writeCompactString(principalType); else writer.writeString(principalType);
    field = 'principalName';
    const principalName = message.principalName;
    if (flexible) writer.writeCompactString(principalName); else writer.writeString(principalName);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** CreateDelegationTokenResponse, versions 1-3. */
export interface CreateDelegationTokenResponse {
  /** Error code, 0 for none. */
  errorCode: number;
  /** Type of the principal, such as User. */
  principalType: string;
  /** Name of the principal. */
  principalName: string;
  /** Type of the principal that asked for the token. Versions 3+. */
  tokenRequesterPrincipalType?: string | undefined;
  /** Name of the principal that asked for the token. Versions 3+. */
  tokenRequesterPrincipalName?: string | undefined;
  /** When the token was made, in ms since 1970. */
  issueTimestampMs: number;
  /** When the token expires, in ms since 1970. */
  expiryTimestampMs: number;
  /** Until when the token can be renewed, in ms since 1970. */
  maxTimestampMs: number;
  /** Id of the token. */
  tokenId: string;
  /** Secret of the token. */
  hmac: Uint8Array;
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const createDelegationTokenResponse: MessageCodec<CreateDelegationTokenResponse> = messageCodec<CreateDelegationTokenResponse>(
  {
    name: 'CreateDelegationTokenResponse',
    kind: 'response',
    apiKey: 38,
    minVersion: 1,
    maxVersion: 3,
    flexibleVersion: 2,
  },
  readCreateDelegationTokenResponse,
  writeCreateDelegationTokenResponse,
);

function readCreateDelegationTokenResponse(reader: Reader, version: number): Decoded<CreateDelegationTokenResponse> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'principalType';
    const principalType = flexible ? reader.readCompactString() : reader.readString();
    field = 'principalName';
    const principalName = flexible ? reader.readCompactString() : reader.readString();
    let tokenRequesterPrincipalType: string = '';
    if (version === 3) {
      field = 'tokenRequesterPrincipalType';
      tokenRequesterPrincipalType = reader.readCompactString();
    }
    let tokenRequesterPrincipalName: string = '';
    if (version === 3) {
      field = 'tokenRequesterPrincipalName';
      tokenRequesterPrincipalName = reader.readCompactString();
    }
    field = 'issueTimestampMs';
    const issueTimestampMs = reader.readInt64();
    field = 'expiryTimestampMs';
    const expiryTimestampMs = reader.readInt64();
    field = 'maxTimestampMs';
    const maxTimestampMs = reader.readInt64();
    field = 'tokenId';
    const tokenId = flexible ? reader.readCompactString() : reader.readString();
    field = 'hmac';
    const hmac = flexible ? reader.readCompactBytes() : reader.readBytes();
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { errorCode, principalType, principalName, tokenRequesterPrincipalType, tokenRequesterPrincipalName, issueTimestampMs, expiryTimestampMs, maxTimestampMs, tokenId, hmac, throttleTimeMs, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeCreateDelegationTokenResponse(writer: Writer, message: CreateDelegationTokenResponse, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'principalType';
    const principalType = message.principalType;
    if (flexible) writer.writeCompactString(principalType); else writer.writeString(principalType);
    field = 'principalName';
    const principalName = message.principalName;
    if (flexible) writer.writeCompactString(principalName); else writer.writeString(principalName);
    field = 'tokenRequesterPrincipalType';
    const tokenRequesterPrincipalType = message.tokenRequesterPrincipalType === undefined ? '' : message.tokenRequesterPrincipalType;
    if (version === 3) {
      writer.writeCompactString(tokenRequesterPrincipalType);
    } else if (tokenRequesterPrincipalType !== '') {
      throw unsupportedField(version);
    }
    field = 'tokenRequesterPrincipalName';
    const tokenRequesterPrincipalName = message.tokenRequesterPrincipalName === undefined ? '' : message.tokenRequesterPrincipalName;
    if (version === 3) {
      writer.writeCompactString(tokenRequesterPrincipalName);
    } else if (tokenRequesterPrincipalName !== '') {
      throw unsupportedField(version);
    }
    field = 'issueTimestampMs';
    const issueTimestampMs = message.issueTimestampMs;
    writer.writeInt64(issueTimestampMs);
    field = 'expiryTimestampMs';
    const expiryTimestampMs = message.expiryTimestampMs;
    writer.writeInt64(expiryTimestampMs);
    field = 'maxTimestampMs';
    const maxTimestampMs = message.maxTimestampMs;
    writer.writeInt64(maxTimestampMs);
    field = 'tokenId';
    const tokenId = message.tokenId;
    if (flexible) writer.writeCompactString(tokenId); else writer.writeString(tokenId);
    field = 'hmac';
    const hmac = message.hmac;
    if (flexible) writer.writeCompactBytes(hmac); else writer.writeBytes(hmac);
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
