// Generated from definitions/alter-user-scram-credentials.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** AlterUserScramCredentialsRequest, versions 0. */
export interface AlterUserScramCredentialsRequest {
  /** Credentials to remove. */
  deletions: AlterUserScramCredentialsRequestScramCredentialDeletion[];
  /** Credentials to add or replace. */
  upsertions: AlterUserScramCredentialsRequestScramCredentialUpsertion[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterUserScramCredentialsRequestScramCredentialUpsertion {
  /** Name of the user. */
  name: string;
  /** 1 SCRAM-SHA-256, 2 SCRAM-SHA-512. */
  mechanism: number;
  /** Number of iterations of the SCRAM credential. */
  iterations: number;
  /** Salt of the credential. */
  salt: Uint8Array;
  /** Password after salting and iterating. */
  saltedPassword: Uint8Array;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterUserScramCredentialsRequestScramCredentialDeletion {
  /** Name of the user. */
  name: string;
  /** 1 SCRAM-SHA-256, 2 SCRAM-SHA-512. */
  mechanism: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const alterUserScramCredentialsRequest: MessageCodec<AlterUserScramCredentialsRequest> = messageCodec<AlterUserScramCredentialsRequest>(
  {
    name: 'AlterUserScramCredentialsRequest',
    kind: 'request',
    apiKey: 51,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readAlterUserScramCredentialsRequest,
  writeAlterUserScramCredentialsRequest,
);

function readAlterUserScramCredentialsRequest(reader: Reader, version: number): Decoded<AlterUserScramCredentialsRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'deletions';
    const deletions: Decoded<AlterUserScramCredentialsRequestScramCredentialDeletion>[] = [];
    const deletionsLength = reader.readCompactArrayLength(3);
    for (index = 0; index < deletionsLength; index++) deletions.push(readAlterUserScramCredentialsRequestScramCredentialDeletion(reader, version));
    index = -1;
    field = 'upsertions';
    const upsertions: Decoded<AlterUserScramCredentialsRequestScramCredentialUpsertion>[] = [];
    const upsertionsLength = reader.readCompactArrayLength(9);
    for (index = 0; index < upsertionsLength; index++) upsertions.push(readAlterUserScramCredentialsRequestScramCredentialUpsertion(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { deletions, upsertions, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterUserScramCredentialsRequestScramCredentialUpsertion(reader: Reader, _version: number): Decoded<AlterUserScramCredentialsRequestScramCredentialUpsertion> {
  let field = '';
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'mechanism';
    const mechanism = reader.readInt8();
    field = 'iterations';
    const iterations = reader.readInt32();
    field = 'salt';
    const salt = reader.readCompactBytes();
    field = 'saltedPassword';
    const saltedPassword = reader.readCompactBytes();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, mechanism, iterations, salt, saltedPassword, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readAlterUserScramCredentialsRequestScramCredentialDeletion(reader: Reader, _version: number): Decoded<AlterUserScramCredentialsRequestScramCredentialDeletion> {
  let field = '';
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'mechanism';
    const mechanism = reader.readInt8();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, mechanism, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAlterUserScramCredentialsRequest(writer: Writer, message: AlterUserScramCredentialsRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'deletions';
    const deletions = message.deletions;
    writer.writeUnsignedVarint(deletions.length + 1);
    for (index = 0; index < deletions.length; index++) {
      const deletionsItem = deletions[index];
      if (deletionsItem === undefined) throw unexpectedNull(version);
      writeAlterUserScramCredentialsRequestScramCredentialDeletion(writer, deletionsItem, version);
    }
    index = -1;
    field = 'upsertions';
    const upsertions = message.upsertions;
    writer.writeUnsignedVarint(upsertions.length + 1);
    for (index = 0; index < upsertions.length; index++) {
      const upsertionsItem = upsertions[index];
      if (upsertionsItem === undefined) throw unexpectedNull(version);
      writeAlterUserScramCredentialsRequestScramCredentialUpsertion(writer, upsertionsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAlterUserScramCredentialsRequestScramCredentialUpsertion(writer: Writer, message: AlterUserScramCredentialsRequestScramCredentialUpsertion, _version: number): void {
  let field = '';
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
    field = 'mechanism';
    const mechanism = message.mechanism;
    writer.writeInt8(mechanism);
    field = 'iterations';
    const iterations = message.iterations;
    writer.writeInt32(iterations);
    field = 'salt';
    const salt = message.salt;
    writer.writeCompactBytes(salt);
    field = 'saltedPassword';
    const saltedPassword = message.saltedPassword;
    writer.writeCompactBytes(saltedPassword);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAlterUserScramCredentialsRequestScramCredentialDeletion(writer: Writer, message: AlterUserScramCredentialsRequestScramCredentialDeletion, _version: number): void {
  let field = '';
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
    field = 'mechanism';
    const mechanism = message.mechanism;
    writer.writeInt8(mechanism);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** AlterUserScramCredentialsResponse, versions 0. */
export interface AlterUserScramCredentialsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** One result per item asked for. */
  results: AlterUserScramCredentialsResponseAlterUserScramCredentialsResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface AlterUserScramCredentialsResponseAlterUserScramCredentialsResult {
  /** Name of the user. */
  user: string;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const alterUserScramCredentialsResponse: MessageCodec<AlterUserScramCredentialsResponse> = messageCodec<AlterUserScramCredentialsResponse>(
  {
    name: 'AlterUserScramCredentialsResponse',
    kind: 'response',
    apiKey: 51,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readAlterUserScramCredentialsResponse,
  writeAlterUserScramCredentialsResponse,
);

function readAlterUserScramCredentialsResponse(reader: Reader, version: number): Decoded<AlterUserScramCredentialsResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'results';
    const results: Decoded<AlterUserScramCredentialsResponseAlterUserScramCredentialsResult>[] = [];
    const resultsLength = reader.readCompactArrayLength(5);
    for (index = 0; index < resultsLength; index++) results.push(readAlterUserScramCredentialsResponseAlterUserScramCredentialsResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, results, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readAlterUserScramCredentialsResponseAlterUserScramCredentialsResult(reader: Reader, _version: number): Decoded<AlterUserScramCredentialsResponseAlterUserScramCredentialsResult> {
  let field = '';
  try {
    field = 'user';
    const user = reader.readCompactString();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { user, errorCode, errorMessage, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAlterUserScramCredentialsResponse(writer: Writer, message: AlterUserScramCredentialsResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'results';
    const results = message.results;
    writer.writeUnsignedVarint(results.length + 1);
    for (index = 0; index < results.length; index++) {
      const resultsItem = results[index];
      if (resultsItem === undefined) throw unexpectedNull(version);
      writeAlterUserScramCredentialsResponseAlterUserScramCredentialsResult(writer, resultsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeAlterUserScramCredentialsResponseAlterUserScramCredentialsResult(writer: Writer, message: AlterUserScramCredentialsResponseAlterUserScramCredentialsResult, _version: number): void {
  let field = '';
  try {
    field = 'user';
    const user = message.user;
    writer.writeCompactString(user);
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
