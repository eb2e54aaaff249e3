/**
 * How bytes say which schema they follow.
 *
 *   in front   00 iiiiiiii indexes payload      the id, four bytes, most significant first
 *   in header  01 gggggggg-gggg-gggg-gggg-gggggggggggg indexes     the guid, sixteen bytes; the payload stands alone
 *
 * The indexes are Protobuf's: see message-indexes.ts.
 */
import type { Part } from '../serde-error.js';

export const PREFIX_LENGTH = 5;
export const GUID_LENGTH = 17;

const HEADER_NAMES: Readonly<Record<Part, string>> = { key: '__key_schema_id', value: '__value_schema_id' };

export function schemaIdHeader(part: Part): string {
  return HEADER_NAMES[part];
}

/** Writes the five bytes in front. */
export function writePrefix(bytes: Uint8Array, id: number): void {
  bytes[0] = 0;
  bytes[1] = id >>> 24;
  bytes[2] = id >>> 16;
  bytes[3] = id >>> 8;
  bytes[4] = id;
}

export function readId(bytes: Uint8Array): number {
  return ((bytes[1] ?? 0) << 24) | ((bytes[2] ?? 0) << 16) | ((bytes[3] ?? 0) << 8) | (bytes[4] ?? 0);
}

/** The bytes of the header, indexes at the end. */
export function guidHeader(guid: string, indexes: Uint8Array): Uint8Array {
  const hex = guid.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new TypeError(`${JSON.stringify(guid)} is no guid`);
  const bytes = new Uint8Array(GUID_LENGTH + indexes.length);
  bytes[0] = 1;
  for (let i = 0; i < 16; i++) bytes[i + 1] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  bytes.set(indexes, GUID_LENGTH);
  return bytes;
}

export function readGuid(bytes: Uint8Array): string {
  let hex = '';
  for (let i = 1; i < GUID_LENGTH; i++) hex += (bytes[i] ?? 0).toString(16).padStart(2, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
