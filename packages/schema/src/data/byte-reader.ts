import { DataError } from './data-problem.js';

/** A place in bytes, moved on by reading. Made once per check and reused, so that nothing is allocated per value. */
export class ByteReader {
  bytes: Uint8Array = new Uint8Array(0);
  position = 0;
  end = 0;
  depth = 0;

  start(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.position = 0;
    this.end = bytes.length;
    this.depth = 0;
  }

  byte(): number {
    if (this.position >= this.end) throw new DataError('the bytes end too early');
    return this.bytes[this.position++] as number;
  }

  skip(length: number): void {
    if (!(length >= 0 && length <= this.end - this.position)) throw new DataError(`a length of ${length} where ${this.end - this.position} bytes are left`);
    this.position += length;
  }

  /** Passes over a varint of at most ten bytes. */
  skipVarint(): void {
    for (let count = 0; count < 10; count++) {
      const byte = this.byte();
      if (byte < 0x80) {
        if (count === 9 && byte > 1) break;
        return;
      }
    }
    throw new DataError('a number of more than 64 bits');
  }

  /** The nearest number to a varint of 64 bits without sign. */
  varint(): number {
    let value = 0;
    for (let count = 0, factor = 1; count < 10; count++, factor *= 128) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) {
        if (count === 9 && byte > 1) break;
        return value;
      }
    }
    throw new DataError('a number of more than 64 bits');
  }

  /** The nearest number to a zigzag varint of 64 bits. */
  zigzag(): number {
    const first = this.bytes[this.position] as number;
    if (first < 0x80 && this.position < this.end) {
      this.position++;
      return (first >>> 1) ^ -(first & 1);
    }
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** Passes over `length` bytes that must be UTF-8. */
  skipText(length: number): void {
    const start = this.position;
    this.skip(length);
    if (!isUtf8(this.bytes, start, this.position)) throw new DataError('text that is not UTF-8');
  }
}

/** Well-formed UTF-8: no overlong forms, no surrogates, nothing beyond U+10FFFF. */
export function isUtf8(bytes: Uint8Array, start: number, end: number): boolean {
  let position = start;
  while (position < end) {
    const first = bytes[position++] as number;
    if (first < 0x80) continue;
    const more = first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : -1;
    if (more < 0 || position + more > end) return false;
    const second = bytes[position] as number;
    if (first === 0xe0 && second < 0xa0) return false;
    if (first === 0xed && second > 0x9f) return false;
    if (first === 0xf0 && second < 0x90) return false;
    if (first === 0xf4 && second > 0x8f) return false;
    for (let count = 0; count < more; count++) if (((bytes[position++] as number) & 0xc0) !== 0x80) return false;
  }
  return true;
}
