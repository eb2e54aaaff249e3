import { ProtocolError } from '../protocol-error.js';
import type { Codec } from './codec.js';
import { gzip } from './gzip.js';
import { lz4 } from './lz4.js';
import { none } from './none.js';
import { snappy } from './snappy.js';
import { zstd } from './zstd.js';

/** The codecs in use, by id. */
const CODECS: Codec[] = [none, gzip, snappy, lz4, zstd];

/** Puts a codec in place of the one with its id: how a broker brings native ones. */
export function registerCodec(codec: Codec): void {
  CODECS[codec.id] = codec;
}

/**
 * The codec of an id from a batch's attributes.
 * @throws ProtocolError `malformed` for an id that Kafka does not know
 */
export function codecById(id: number): Codec {
  const codec = CODECS[id];
  if (codec === undefined) throw new ProtocolError('malformed', `unknown compression codec ${id}`);
  return codec;
}

/** The codec of a name from `compression.type`, undefined for an unknown one. */
export function codecByName(name: string): Codec | undefined {
  return CODECS.find((codec) => codec.name === name);
}

/** Makes `compress` of this codec ready; all but zstd are ready at once, and decompressing always is. */
export async function ensureCodec(id: number): Promise<void> {
  await codecById(id).load?.();
}
