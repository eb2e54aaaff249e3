// Generated from definitions/headers.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** RequestHeader, versions 1-2. */
export interface RequestHeader {
  /** Key of the API. */
  requestApiKey: number;
  /** Version the request is written in. */
  requestApiVersion: number;
  /** Number that ties the response to its request. */
  correlationId: number;
  /** Client id as the client gives it. */
  clientId: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const requestHeader: MessageCodec<RequestHeader> = messageCodec<RequestHeader>(
  {
    name: 'RequestHeader',
    kind: 'header',
    apiKey: null,
    minVersion: 1,
    maxVersion: 2,
    flexibleVersion: 2,
  },
  readRequestHeader,
  writeRequestHeader,
);

function readRequestHeader(reader: Reader, version: number): Decoded<RequestHeader> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'requestApiKey';
    const requestApiKey = reader.readInt16();
    field = 'requestApiVersion';
    const requestApiVersion = reader.readInt16();
    field = 'correlationId';
    const correlationId = reader.readInt32();
    field = 'clientId';
    const clientId = reader.readNullableString();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { requestApiKey, requestApiVersion, correlationId, clientId, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeRequestHeader(writer: Writer, message: RequestHeader, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'requestApiKey';
    const requestApiKey = message.requestApiKey;
    writer.writeInt16(requestApiKey);
    field = 'requestApiVersion';
    const requestApiVersion = message.requestApiVersion;
    writer.writeInt16(requestApiVersion);
    field = 'correlationId';
    const correlationId = message.correlationId;
    writer.writeInt32(correlationId);
    field = 'clientId';
    const clientId = message.clientId;
    writer.writeNullableString(clientId);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** ResponseHeader, versions 0-1. */
export interface ResponseHeader {
  /** Number that ties the response to its request. */
  correlationId: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const responseHeader: MessageCodec<ResponseHeader> = messageCodec<ResponseHeader>(
  {
    name: 'ResponseHeader',
    kind: 'header',
    apiKey: null,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 1,
  },
  readResponseHeader,
  writeResponseHeader,
);

function readResponseHeader(reader: Reader, version: number): Decoded<ResponseHeader> {
  const flexible = version >= 1;
  let field = '';
  try {
    field = 'correlationId';
    const correlationId = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { correlationId, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeResponseHeader(writer: Writer, message: ResponseHeader, version: number): void {
  const flexible = version >= 1;
  let field = '';
  try {
    field = 'correlationId';
    const correlationId = message.correlationId;
    writer.writeInt32(correlationId);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
