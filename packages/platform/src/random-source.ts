/** Everything `Random` offers, made from one source of 32-bit numbers: crypto in node/, a seed in simulated/. */
import type { Random } from './random.js';

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Kafka keeps the ids whose upper 64 bits are 0 and lower below this for itself. */
const reservedUuids = 100;

function uuidText(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < 16; index += 3) {
    const group = (bytes[index]! << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    text += base64url[group >>> 18]! + base64url[(group >>> 12) & 63]!;
    if (index < 15) text += base64url[(group >>> 6) & 63]! + base64url[group & 63]!;
  }
  return text;
}

function isReserved(bytes: Uint8Array): boolean {
  for (let index = 0; index < 15; index++) if (bytes[index] !== 0) return false;
  return bytes[15]! < reservedUuids;
}

/** A `Random` over `uint32`, which gives integers in [0, 2^32). */
export function randomFrom(uint32: () => number): Random {
  const bytes = (length: number): Uint8Array => {
    const result = new Uint8Array(length);
    for (let index = 0; index < length; index += 4) {
      const value = uint32();
      result[index] = value;
      if (index + 1 < length) result[index + 1] = value >>> 8;
      if (index + 2 < length) result[index + 2] = value >>> 16;
      if (index + 3 < length) result[index + 3] = value >>> 24;
    }
    return result;
  };
  const float = (): number => ((uint32() >>> 5) * 0x4000000 + (uint32() >>> 6)) / 0x20000000000000;
  return {
    uint32,
    float,
    below: (limit) => {
      if (!(limit >= 1)) throw new RangeError(`below(${limit}): the limit must be at least 1`);
      return Math.floor(float() * limit);
    },
    bytes,
    uuid: () => {
      for (;;) {
        const id = bytes(16);
        // The version and variant bits of RFC 4122, as Java's UUID.randomUUID sets them.
        id[6] = (id[6]! & 0x0f) | 0x40;
        id[8] = (id[8]! & 0x3f) | 0x80;
        const text = uuidText(id);
        if (!text.startsWith('-') && !isReserved(id)) return text;
      }
    },
  };
}
