// Generated from definitions/describe-user-scram-credentials.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** DescribeUserScramCredentialsRequest, versions 0. */
export interface DescribeUserScramCredentialsRequest {
  /** The users; null or empty for all. */
  users: DescribeUserScramCredentialsRequestUserName[] | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeUserScramCredentialsRequestUserName {
  /** Name of the user. */
  name: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeUserScramCredentialsRequest: MessageCodec<DescribeUserScramCredentialsRequest> = messageCodec<DescribeUserScramCredentialsRequest>(
  {
    name: 'DescribeUserScramCredentialsRequest',
    kind: 'request',
    apiKey: 50,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readDescribeUserScramCredentialsRequest,
  writeDescribeUserScramCredentialsRequest,
);

function readDescribeUserScramCredentialsRequest(reader: Reader, version: number): Decoded<DescribeUserScramCredentialsRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'users';
    let users: Decoded<DescribeUserScramCredentialsRequestUserName>[] | null;
    const usersLength = reader.readCompactNullableArrayLength(2);
    const usersList: Decoded<DescribeUserScramCredentialsRequestUserName>[] = [];
    for (index = 0; index < usersLength; index++) usersList.push(readDescribeUserScramCredentialsRequestUserName(reader, version));
    index = -1;
    users = usersLength < 0 ? null : usersList;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { users, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeUserScramCredentialsRequestUserName(reader: Reader, _version: number): Decoded<DescribeUserScramCredentialsRequestUserName> {
  let field = '';
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDescribeUserScramCredentialsRequest(writer: Writer, message: DescribeUserScramCredentialsRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'users';
    const users = message.users;
    if (users === null) {
      writer.writeUnsignedVarint(0);
    } else {
      writer.writeUnsignedVarint(users.length + 1);
      for (index = 0; index < users.length; index++) {
        const usersItem = users[index];
        if (usersItem === undefined) throw unexpectedNull(version);
        writeDescribeUserScramCredentialsRequestUserName(writer, usersItem, version);
      }
      index = -1;
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeUserScramCredentialsRequestUserName(writer: Writer, message: DescribeUserScramCredentialsRequestUserName, _version: number): void {
  let field = '';
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** DescribeUserScramCredentialsResponse, versions 0. */
export interface DescribeUserScramCredentialsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** One result per item asked for. */
  results: DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult {
  /** Name of the user. */
  user: string;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** Mechanisms and iterations of the user's credentials. */
  credentialInfos: DescribeUserScramCredentialsResponseCredentialInfo[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeUserScramCredentialsResponseCredentialInfo {
  /** 1 SCRAM-SHA-256, 2 SCRAM-SHA-512. */
  mechanism: number;
  /** Number of iterations of the SCRAM credential. */
  iterations: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeUserScramCredentialsResponse: MessageCodec<DescribeUserScramCredentialsResponse> = messageCodec<DescribeUserScramCredentialsResponse>(
  {
    name: 'DescribeUserScramCredentialsResponse',
    kind: 'response',
    apiKey: 50,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readDescribeUserScramCredentialsResponse,
  writeDescribeUserScramCredentialsResponse,
);

function readDescribeUserScramCredentialsResponse(reader: Reader, version: number): Decoded<DescribeUserScramCredentialsResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'results';
    const results: Decoded<DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult>[] = [];
    const resultsLength = reader.readCompactArrayLength(6);
    for (index = 0; index < resultsLength; index++) results.push(readDescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, errorMessage, results, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult(reader: Reader, version: number): Decoded<DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult> {
  let field = '';
  let index = -1;
  try {
    field = 'user';
    const user = reader.readCompactString();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'credentialInfos';
    const credentialInfos: Decoded<DescribeUserScramCredentialsResponseCredentialInfo>[] = [];
    const credentialInfosLength = reader.readCompactArrayLength(6);
    for (index = 0; index < credentialInfosLength; index++) credentialInfos.push(readDescribeUserScramCredentialsResponseCredentialInfo(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { user, errorCode, errorMessage, credentialInfos, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeUserScramCredentialsResponseCredentialInfo(reader: Reader, _version: number): Decoded<DescribeUserScramCredentialsResponseCredentialInfo> {
  let field = '';
  try {
    field = 'mechanism';
    const mechanism = reader.readInt8();
    field = 'iterations';
    const iterations = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { mechanism, iterations, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDescribeUserScramCredentialsResponse(writer: Writer, message: DescribeUserScramCredentialsResponse, version: number): void {
  let field = '';
  let index = -1;
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
    field = 'results';
    const results = message.results;
    writer.writeUnsignedVarint(results.length + 1);
    for (index = 0; index < results.length; index++) {
      const resultsItem = results[index];
      if (resultsItem === undefined) throw unexpectedNull(version);
      writeDescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult(writer, resultsItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult(writer: Writer, message: DescribeUserScramCredentialsResponseDescribeUserScramCredentialsResult, version: number): void {
  let field = '';
  let index = -1;
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
    field = 'credentialInfos';
    const credentialInfos = message.credentialInfos;
    writer.writeUnsignedVarint(credentialInfos.length + 1);
    for (index = 0; index < credentialInfos.length; index++) {
      const credentialInfosItem = credentialInfos[index];
      if (credentialInfosItem === undefined) throw unexpectedNull(version);
      writeDescribeUserScramCredentialsResponseCredentialInfo(writer, credentialInfosItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeUserScramCredentialsResponseCredentialInfo(writer: Writer, message: DescribeUserScramCredentialsResponseCredentialInfo, _version: number): void {
  let field = '';
  try {
    field = 'mechanism';
    const mechanism = message.mechanism;
    writer.writeInt8(mechanism);
    field = 'iterations';
    const iterations = message.iterations;
    writer.writeInt32(iterations);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
