import { apiByKey } from './apis.js';
import type { Decoded } from './decoded.js';
import { requestHeader, responseHeader, type RequestHeader } from './generated/headers.js';
import { NEVER_FLEXIBLE, type MessageCodec, type MessageInfo } from './message-codec.js';
import type { Reader } from './reader.js';
import { Writer, type Piece } from './writer.js';

/**
 * Frames: int32 size, header, body. The size counts what follows it. A request header is version 2 where the request
 * is flexible, else 1; a response header 1 or 0, but always 0 for ApiVersions, whose reader may know nothing yet (KIP-511).
 */

const API_VERSIONS = 18;

export interface RequestFrame {
  readonly apiKey: number;
  readonly apiVersion: number;
  readonly correlationId: number;
  readonly clientId: string | null;
}

/** Version of the header before a request. */
export function requestHeaderVersion(message: MessageInfo, version: number): number {
  return version >= message.flexibleVersion ? 2 : 1;
}

/** Version of the header before a response. */
export function responseHeaderVersion(message: MessageInfo, version: number): number {
  return message.apiKey !== API_VERSIONS && version >= message.flexibleVersion ? 1 : 0;
}

/** The pieces of a whole request frame, its size included. */
export function encodeRequestFrame<T>(frame: RequestFrame, codec: MessageCodec<T>, message: T, writer: Writer = new Writer()): Piece[] {
  const { apiKey, apiVersion, correlationId, clientId } = frame;
  writer.reset();
  writer.writeInt32(0);
  const header = { requestApiKey: apiKey, requestApiVersion: apiVersion, correlationId, clientId };
  requestHeader.encode(writer, header, requestHeaderVersion(codec, apiVersion));
  codec.encode(writer, message, apiVersion);
  return sized(writer);
}

/** The pieces of a whole response frame, its size included. */
export function encodeResponseFrame<T>(
  correlationId: number,
  codec: MessageCodec<T>,
  message: T,
  version: number,
  writer: Writer = new Writer(),
): Piece[] {
  writer.reset();
  writer.writeInt32(0);
  responseHeader.encode(writer, { correlationId }, responseHeaderVersion(codec, version));
  codec.encode(writer, message, version);
  return sized(writer);
}

/** Reads the header of a request, the reader standing behind the size. Of an unknown API the header is read as version 1. */
export function decodeRequestHeader(reader: Reader): Decoded<RequestHeader> {
  // Too short even for the key and version: let the header say so, by field.
  if (reader.remaining < 4) return requestHeader.decode(reader, 1);
  const start = reader.offset;
  const apiKey = reader.readInt16();
  const version = reader.readInt16();
  reader.offset = start;
  return requestHeader.decode(reader, version >= (apiByKey(apiKey)?.flexibleVersion ?? NEVER_FLEXIBLE) ? 2 : 1);
}

/** Reads the header of a response to a request of this version and gives its correlation id. */
export function decodeResponseHeader(reader: Reader, codec: MessageInfo, version: number): number {
  return responseHeader.decode(reader, responseHeaderVersion(codec, version)).correlationId;
}

// The size always begins the first piece, and the piece is ours until it is handed on.
function sized(writer: Writer): Piece[] {
  const pieces = writer.pieces();
  const first = pieces[0];
  if (first instanceof Uint8Array) new DataView(first.buffer, first.byteOffset, 4).setInt32(0, writer.byteLength - 4);
  return pieces;
}
