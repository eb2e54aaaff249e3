import { varintSize, varlongSize } from './varint.js';

/** A record's header: a name and a value, which may be null. */
export interface RecordHeader {
  readonly key: string;
  readonly value: Uint8Array | null;
}

// Length, attributes, deltas, three lengths, at their greatest.
const MAX_RECORD_OVERHEAD = 21;

/** Bytes of a record without its length varint. */
export function recordBodySize(
  timestampDelta: number,
  offsetDelta: number,
  key: Uint8Array | null,
  value: Uint8Array | null,
  headers: readonly RecordHeader[],
): number {
  let size = 1 + varlongSize(timestampDelta) + varintSize(offsetDelta) + bytesSize(key) + bytesSize(value) + varintSize(headers.length);
  for (const header of headers) {
    const keyLength = utf8Length(header.key);
    size += varintSize(keyLength) + keyLength + bytesSize(header.value);
  }
  return size;
}

/** At most so many bytes a record takes in any batch: for a producer that counts before it appends. */
export function encodeRecordSize(
  key: Uint8Array | null,
  value: Uint8Array | null,
  headers: readonly RecordHeader[] = [],
): number {
  return MAX_RECORD_OVERHEAD + recordBodySize(0, 0, key, value, headers);
}

/** Bytes of a text in UTF-8; a lone surrogate becomes U+FFFD, three bytes. */
export function utf8Length(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    if (code < 0x800) length++;
    else if (code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      length += 2;
      at++;
    } else length += 2;
  }
  return length;
}

function bytesSize(bytes: Uint8Array | null): number {
  return bytes === null ? 1 : varintSize(bytes.length) + bytes.length;
}
