import { isDeepStrictEqual, inspect } from 'node:util';
import { decodeRequestHeader, decodeResponseHeader, encodeRequestFrame, encodeResponseFrame, requestHeaderVersion, responseHeaderVersion } from '../../src/frame.ts';
import { Reader } from '../../src/reader.ts';
import type { KnownMessage } from './codecs.ts';
import { messageValue, type Json } from './message-value.ts';

export interface FrameVector {
  readonly frame: 'request' | 'response';
  readonly message: string;
  readonly apiKey: number;
  readonly version: number;
  readonly headerVersion: number;
  readonly header: { readonly correlationId: number; readonly clientId?: string | null };
  readonly json: Json;
  readonly hex: string;
}

/** Checks one line of frames; null when it passes, else what differs. */
export function checkFrameVector(known: ReadonlyMap<string, KnownMessage>, vector: FrameVector): string | null {
  const entry = known.get(vector.message);
  if (entry === undefined) return `no message ${vector.message}`;
  const { message, codec } = entry;
  const { version } = vector;
  const request = vector.frame === 'request';
  // A request of the future: its header can be read, its body here is written as the newest version.
  const bodyVersion = Math.min(version, codec.maxVersion);
  const headerVersion = request ? requestHeaderVersion(codec, version) : responseHeaderVersion(codec, version);
  if (headerVersion !== vector.headerVersion) return `header version is ${headerVersion}, not ${vector.headerVersion}`;
  const reader = new Reader(Uint8Array.from(Buffer.from(vector.hex, 'hex')));
  const size = reader.readInt32();
  if (size !== reader.remaining) return `size is ${size}, ${reader.remaining} bytes follow`;
  const header = request ? requestHeaderOf(reader) : { correlationId: decodeResponseHeader(reader, codec, version) };
  if (!isDeepStrictEqual(header, vector.header)) return `header ${inspect(header)}, expected ${inspect(vector.header)}`;
  const body = messageValue(message, vector.json, bodyVersion, [], false);
  const decoded = codec.decode(reader, bodyVersion);
  if (reader.remaining !== 0) return `${reader.remaining} bytes left after decoding`;
  if (!isDeepStrictEqual(decoded, body)) return `decoded ${inspect(decoded, { depth: 9 })}\nexpected ${inspect(body, { depth: 9 })}`;
  if (bodyVersion !== version) return null;
  const { correlationId, clientId = null } = vector.header;
  const pieces = request
    ? encodeRequestFrame({ apiKey: vector.apiKey, apiVersion: version, correlationId, clientId }, codec, body)
    : encodeResponseFrame(correlationId, codec, body, version);
  const encoded = Buffer.concat(pieces as Uint8Array[]).toString('hex');
  return encoded === vector.hex ? null : `encoded ${encoded}\nexpected ${vector.hex}`;
}

function requestHeaderOf(reader: Reader): Record<string, unknown> {
  const { unknownTags, ...header } = decodeRequestHeader(reader);
  return unknownTags === undefined ? header : { ...header, unknownTags };
}
