// Generated from definitions/describe-delegation-token.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** DescribeDelegationTokenRequest, versions 1-3. */
export interface DescribeDelegationTokenRequest {
  /** Only tokens of these owners; null for all. */
  owners: DescribeDelegationTokenRequestDescribeDelegationTokenOwner[] | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeDelegationTokenRequestDescribeDelegationTokenOwner {
  /** Type of the principal, such as User. */
  principalType: string;
  /** Name of the principal. */
  principalName: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeDelegationTokenRequest: MessageCodec<DescribeDelegationTokenRequest> = messageCodec<DescribeDelegationTokenRequest>(
  {
    name: 'DescribeDelegationTokenRequest',
    kind: 'request',
    apiKey: 41,
    minVersion: 1,
    maxVersion: 3,
    flexibleVersion: 2,
  },
  readDescribeDelegationTokenRequest,
  writeDescribeDelegationTokenRequest,
);

function readDescribeDelegationTokenRequest(reader: Reader, version: number): Decoded<DescribeDelegationTokenRequest> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'owners';
    let owners: Decoded<DescribeDelegationTokenRequestDescribeDelegationTokenOwner>[] | null;
    const ownersLength = flexible ? reader.readCompactNullableArrayLength(3) : reader.readNullableArrayLength(3);
    const ownersList: Decoded<DescribeDelegationTokenRequestDescribeDelegationTokenOwner>[] = [];
    for (index = 0; index < ownersLength; index++) ownersList.push(readDescribeDelegationTokenRequestDescribeDelegationTokenOwner(reader, version));
    index = -1;
    owners = ownersLength < 0 ? null : ownersList;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { owners, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeDelegationTokenRequestDescribeDelegationTokenOwner(reader: Reader, version: number): Decoded<DescribeDelegationTokenRequestDescribeDelegationTokenOwner> {
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

function writeDescribeDelegationTokenRequest(writer: Writer, message: DescribeDelegationTokenRequest, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'owners';
    const owners = message.owners;
    if (owners === null) {
      if (flexible) writer.writeUnsignedVarint(0); else writer.writeInt32(-1);
    } else {
      if (flexible) writer.writeUnsignedVarint(owners.length + 1); else writer.writeInt32(owners.length);
      for (index = 0; index < owners.length; index++) {
        const ownersItem = owners[index];
        if (ownersItem === undefined) throw unexpectedNull(version);
        writeDescribeDelegationTokenRequestDescribeDelegationTokenOwner(writer, ownersItem, version);
      }
      index = -1;
    }
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeDelegationTokenRequestDescribeDelegationTokenOwner(writer: Writer, message: DescribeDelegationTokenRequestDescribeDelegationTokenOwner, version: number): void {
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

/** DescribeDelegationTokenResponse, versions 1-3. */
export interface DescribeDelegationTokenResponse {
  /** Error code, 0 for none. */
  errorCode: number;
  /** Tokens found, one entry each. */
  tokens: DescribeDelegationTokenResponseDescribedDelegationToken[];
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeDelegationTokenResponseDescribedDelegationToken {
  /** Type of the principal, such as User. */
  principalType: string;
  /** Name of the principal. */
  principalName: string;
  /** Type of the principal that asked for the token. Versions 3+. */
  tokenRequesterPrincipalType?: string | undefined;
  /** Name of the principal that asked for the token. Versions 3+. */
  tokenRequesterPrincipalName?: string | undefined;
  /** When the token was made, in ms since 1970. */
  issueTimestamp: number;
  /** When the token expires, in ms since 1970. */
  expiryTimestamp: number;
  /** Until when the token can be renewed, in ms since 1970. */
  maxTimestamp: number;
  /** Id of the token. */
  tokenId: string;
  /** Secret of the token. */
  hmac: Uint8Array;
  /** Principals that may renew the token. */
  renewers: DescribeDelegationTokenResponseDescribedDelegationTokenRenewer[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeDelegationTokenResponseDescribedDelegationTokenRenewer {
  /** Type of the principal, such as User. */
  principalType: string;
  /** Name of the principal. */
  principalName: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeDelegationTokenResponse: MessageCodec<DescribeDelegationTokenResponse> = messageCodec<DescribeDelegationTokenResponse>(
  {
    name: 'DescribeDelegationTokenResponse',
    kind: 'response',
    apiKey: 41,
    minVersion: 1,
    maxVersion: 3,
    flexibleVersion: 2,
  },
  readDescribeDelegationTokenResponse,
  writeDescribeDelegationTokenResponse,
);

function readDescribeDelegationTokenResponse(reader: Reader, version: number): Decoded<DescribeDelegationTokenResponse> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'tokens';
    const tokens: Decoded<DescribeDelegationTokenResponseDescribedDelegationToken>[] = [];
    const tokensLength = flexible ? reader.readCompactArrayLength(30) : reader.readArrayLength(30);
    for (index = 0; index < tokensLength; index++) tokens.push(readDescribeDelegationTokenResponseDescribedDelegationToken(reader, version));
    index = -1;
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { errorCode, tokens, throttleTimeMs, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeDelegationTokenResponseDescribedDelegationToken(reader: Reader, version: number): Decoded<DescribeDelegationTokenResponseDescribedDelegationToken> {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
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
    field = 'issueTimestamp';
    const issueTimestamp = reader.readInt64();
    field = 'expiryTimestamp';
    const expiryTimestamp = reader.readInt64();
    field = 'maxTimestamp';
    const maxTimestamp = reader.readInt64();
    field = 'tokenId';
    const tokenId = flexible ? reader.readCompactString() : reader.readString();
    field = 'hmac';
    const hmac = flexible ? reader.readCompactBytes() : reader.readBytes();
    field = 'renewers';
    const renewers: Decoded<DescribeDelegationTokenResponseDescribedDelegationTokenRenewer>[] = [];
    const renewersLength = flexible ? reader.readCompactArrayLength(3) : reader.readArrayLength(3);
    for (index = 0; index < renewersLength; index++) renewers.push(readDescribeDelegationTokenResponseDescribedDelegationTokenRenewer(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { principalType, principalName, tokenRequesterPrincipalType, tokenRequesterPrincipalName, issueTimestamp, expiryTimestamp, maxTimestamp, tokenId, hmac, renewers, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeDelegationTokenResponseDescribedDelegationTokenRenewer(reader: Reader, version: number): Decoded<DescribeDelegationTokenResponseDescribedDelegationTokenRenewer> {
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

function writeDescribeDelegationTokenResponse(writer: Writer, message: DescribeDelegationTokenResponse, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'tokens';
    const tokens = message.tokens;
    if (flexible) writer.writeUnsignedVarint(tokens.length + 1); else writer.writeInt32(tokens.length);
    for (index = 0; index < tokens.length; index++) {
      const tokensItem = tokens[index];
      if (tokensItem === undefined) throw unexpectedNull(version);
      writeDescribeDelegationTokenResponseDescribedDelegationToken(writer, tokensItem, version);
    }
    index = -1;
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeDelegationTokenResponseDescribedDelegationToken(writer: Writer, message: DescribeDelegationTokenResponseDescribedDelegationToken, version: number): void {
  const flexible = version >= 2;
  let field = '';
  let index = -1;
  try {
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
    field = 'issueTimestamp';
    const issueTimestamp = message.issueTimestamp;
    writer.writeInt64(issueTimestamp);
    field = 'expiryTimestamp';
    const expiryTimestamp = message.expiryTimestamp;
    writer.writeInt64(expiryTimestamp);
    field = 'maxTimestamp';
    const maxTimestamp = message.maxTimestamp;
    writer.writeInt64(maxTimestamp);
    field = 'tokenId';
    const tokenId = message.tokenId;
    if (flexible) writer.writeCompactString(tokenId); else writer.writeString(tokenId);
    field = 'hmac';
    const hmac = message.hmac;
    if (flexible) writer.writeCompactBytes(hmac); else writer.writeBytes(hmac);
    field = 'renewers';
    const renewers = message.renewers;
    if (flexible) writer.writeUnsignedVarint(renewers.length + 1); else writer.writeInt32(renewers.length);
    for (index = 0; index < renewers.length; index++) {
      const renewersItem = renewers[index];
      if (renewersItem === undefined) throw unexpectedNull(version);
      writeDescribeDelegationTokenResponseDescribedDelegationTokenRenewer(writer, renewersItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeDelegationTokenResponseDescribedDelegationTokenRenewer(writer: Writer, message: DescribeDelegationTokenResponseDescribedDelegationTokenRenewer, version: number): void {
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
