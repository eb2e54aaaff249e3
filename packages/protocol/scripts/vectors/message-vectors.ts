import { isDeepStrictEqual, inspect } from 'node:util';
import { Reader } from '../../src/reader.ts';
import { Writer } from '../../src/writer.ts';
import type { KnownMessage } from './codecs.ts';
import { messageValue, type Json, type VectorTag } from './message-value.ts';

export interface MessageVector {
  readonly message: string;
  readonly kind: string;
  readonly apiKey?: number;
  readonly version: number;
  readonly case: string;
  readonly prefixLength?: number;
  readonly json: Json;
  readonly unknownTags?: readonly VectorTag[];
  readonly hex: string;
}

/** Checks one line of messages/ or int64-large; null when it passes, else what differs. */
export function checkMessageVector(known: ReadonlyMap<string, KnownMessage>, vector: MessageVector): string | null {
  const entry = known.get(vector.message);
  if (entry === undefined) return `no message ${vector.message}`;
  const { message, codec } = entry;
  if (codec.kind !== vector.kind) return `kind is ${codec.kind}, not ${vector.kind}`;
  const { version, json, unknownTags: tags = [] } = vector;
  const bytes = Uint8Array.from(Buffer.from(vector.hex, 'hex'));
  const expected = messageValue(message, json, version, tags, false);
  const reader = new Reader(bytes, vector.prefixLength ?? 0);
  const decoded = codec.decode(reader, version);
  if (reader.remaining !== 0) return `${reader.remaining} bytes left after decoding`;
  if (!isDeepStrictEqual(decoded, expected)) return `decoded ${inspect(decoded, { depth: 9 })}\nexpected ${inspect(expected, { depth: 9 })}`;
  for (const sparse of [false, true]) {
    const writer = new PlacingWriter();
    writePrefix(writer, vector);
    codec.encode(writer, messageValue(message, json, version, tags, sparse), version);
    const encoded = Buffer.from(writer.finish()).toString('hex');
    if (encoded === vector.hex) continue;
    const hex = withRounding(vector.hex, writer.places);
    if (encoded !== hex) return `encoded ${sparse ? 'sparsely ' : ''}${encoded}\nexpected ${hex}`;
  }
  return null;
}

/** What Kafka stores before the message: see the kinds in the README of the vectors. */
function writePrefix(writer: Writer, { kind, apiKey = 0, version, prefixLength = 0 }: MessageVector): void {
  if (prefixLength === 0) return;
  if (kind === 'coordinator-key') writer.writeInt16(apiKey);
  else if (kind === 'coordinator-value' || kind === 'data') writer.writeInt16(version);
  else for (const part of [1, apiKey, version]) writer.writeUnsignedVarint(part);
}

/** Notes where each int64 that is a number was written. */
class PlacingWriter extends Writer {
  readonly places: number[] = [];

  override writeInt64(value: number): void {
    this.places.push(this.byteLength);
    super.writeInt64(value);
  }
}

/** The hex with the int64 at every place rounded to the nearest number, as the codec does it beyond 2^53. */
function withRounding(hex: string, places: readonly number[]): string {
  return places.reduce((text, place) => {
    const at = place * 2;
    const value = BigInt.asIntN(64, BigInt(`0x${text.slice(at, at + 16)}`));
    return text.slice(0, at) + BigInt.asUintN(64, nearest(value)).toString(16).padStart(16, '0') + text.slice(at + 16);
  }, hex);
}

function nearest(value: bigint): bigint {
  const rounded = BigInt(Number(value));
  return rounded === 2n ** 63n ? rounded - 1n : rounded;
}
