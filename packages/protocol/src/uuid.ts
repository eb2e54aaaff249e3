/** Uuids travel as 16 bytes and are handled as their 22-character text: URL-safe base64 without padding. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** No uuid at all; also the directory id of a replica that migrates from before directories had ids. */
export const ZERO_UUID = 'AAAAAAAAAAAAAAAAAAAAAA';
/** The topic id of `__cluster_metadata`. */
export const METADATA_TOPIC_ID = 'AAAAAAAAAAAAAAAAAAAAAQ';
/** Reserved directory ids (KIP-858): where a replica is before it is known, and when its directory failed. */
export const DirectoryId = {
  MIGRATING: 'AAAAAAAAAAAAAAAAAAAAAA',
  UNASSIGNED: 'AAAAAAAAAAAAAAAAAAAAAQ',
  LOST: 'AAAAAAAAAAAAAAAAAAAAAg',
} as const;

const CODES = Uint8Array.from(ALPHABET, (character) => character.charCodeAt(0));
const VALUES = new Int8Array(128).fill(-1);
CODES.forEach((code, value) => (VALUES[code] = value));

/** Text of the uuid whose 16 bytes start at `offset`. */
export function uuidFromBytes(bytes: Uint8Array, offset = 0): string {
  let text = '';
  let zeros = true;
  for (let i = 0; i < 15; i += 3) {
    const bits = (at(bytes, offset + i) << 16) | (at(bytes, offset + i + 1) << 8) | at(bytes, offset + i + 2);
    zeros &&= bits === 0;
    text += ALPHABET.charAt(bits >> 18) + ALPHABET.charAt((bits >> 12) & 63) + ALPHABET.charAt((bits >> 6) & 63) + ALPHABET.charAt(bits & 63);
  }
  const last = at(bytes, offset + 15);
  if (zeros && last === 0) return ZERO_UUID;
  return text + ALPHABET.charAt(last >> 2) + ALPHABET.charAt((last & 3) << 4);
}

/** Writes the 16 bytes of a uuid at `offset`; false when the text is not one. Unused bits of the last character are dropped. */
export function uuidIntoBytes(text: string, bytes: Uint8Array, offset: number): boolean {
  if (text.length !== 22) return false;
  let invalid = 0;
  for (let i = 0, to = offset; i < 20; i += 4, to += 3) {
    const a = valueAt(text, i);
    const b = valueAt(text, i + 1);
    const c = valueAt(text, i + 2);
    const d = valueAt(text, i + 3);
    invalid |= a | b | c | d;
    bytes[to] = (a << 2) | (b >> 4);
    bytes[to + 1] = (b << 4) | (c >> 2);
    bytes[to + 2] = (c << 6) | d;
  }
  const y = valueAt(text, 20);
  const z = valueAt(text, 21);
  bytes[offset + 15] = (y << 2) | (z >> 4);
  return (invalid | y | z) >= 0;
}

/** The 16 bytes of a uuid. @throws RangeError when the text is not one. */
export function uuidToBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(16);
  if (!uuidIntoBytes(text, bytes, 0)) throw new RangeError(`not a uuid of 22 base64url characters: ${JSON.stringify(text)}`);
  return bytes;
}

/** Whether Kafka keeps this uuid for itself: the first hundred values never name a topic or directory made by a user. */
export function isReservedUuid(text: string): boolean {
  const bytes = uuidToBytes(text);
  for (let i = 0; i < 15; i++) if (bytes[i] !== 0) return false;
  return at(bytes, 15) < 100;
}

function at(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}

function valueAt(text: string, index: number): number {
  return VALUES[text.charCodeAt(index)] ?? -1;
}
