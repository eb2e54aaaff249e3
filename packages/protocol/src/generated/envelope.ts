// Generated from definitions/envelope.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** EnvelopeRequest, versions 0. */
export interface EnvelopeRequest {
  /** The forwarded request, with its header. */
  requestData: Uint8Array;
  /** Principal of the forwarded request; null when there is none. */
  requestPrincipal: Uint8Array | null;
  /** Address the client connected from, as raw bytes. */
  clientHostAddress: Uint8Array;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const envelopeRequest: MessageCodec<EnvelopeRequest> = messageCodec<EnvelopeRequest>(
  {
    name: 'EnvelopeRequest',
    kind: 'request',
    apiKey: 58,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readEnvelopeRequest,
  writeEnvelopeRequest,
);

function readEnvelopeRequest(reader: Reader, _version: number): Decoded<EnvelopeRequest> {
  let field = '';
  try {
    field = 'requestData';
    const requestData = reader.readCompactBytes();
    field = 'requestPrincipal';
    const requestPrincipal = reader.readCompactNullableBytes();
    field = 'clientHostAddress';
    const clientHostAddress = reader.readCompactBytes();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { requestData, requestPrincipal, clientHostAddress, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeEnvelopeRequest(writer: Writer, message: EnvelopeRequest, _version: number): void {
  let field = '';
  try {
    field = 'requestData';
    const requestData = message.requestData;
    writer.writeCompactBytes(requestData);
    field = 'requestPrincipal';
    const requestPrincipal = message.requestPrincipal;
    writer.writeCompactNullableBytes(requestPrincipal);
    field = 'clientHostAddress';
    const clientHostAddress = message.clientHostAddress;
    writer.writeCompactBytes(clientHostAddress);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** EnvelopeResponse, versions 0. */
export interface EnvelopeResponse {
  /** The answer to the forwarded request, with its header; null on error. Default null. */
  responseData?: Uint8Array | null | undefined;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const envelopeResponse: MessageCodec<EnvelopeResponse> = messageCodec<EnvelopeResponse>(
  {
    name: 'EnvelopeResponse',
    kind: 'response',
    apiKey: 58,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readEnvelopeResponse,
  writeEnvelopeResponse,
);

function readEnvelopeResponse(reader: Reader, _version: number): Decoded<EnvelopeResponse> {
  let field = '';
  try {
    field = 'responseData';
    const responseData = reader.readCompactNullableBytes();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { responseData, errorCode, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeEnvelopeResponse(writer: Writer, message: EnvelopeResponse, _version: number): void {
  let field = '';
  try {
    field = 'responseData';
    const responseData = message.responseData === undefined ? null : message.responseData;
    writer.writeCompactNullableBytes(responseData);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
