import { ProtocolError } from '../protocol-error.js';
import type { OutputBuffer } from './output-buffer.js';

/** DEFLATE decompression (RFC 1951), bounded by its output buffer. */

const LENGTH_BASE: readonly number[] = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_EXTRA: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE: readonly number[] = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
];
const CODE_LENGTH_ORDER: readonly number[] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const MAX_BITS = 15;

/** A canonical Huffman code: how many codes of each length, and the symbols in the order of their codes. */
interface Huffman {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

const FIXED_LENGTHS: Huffman = huffman(fixedLengths(), 'fixed');
const FIXED_DISTANCES: Huffman = huffman(new Uint8Array(30).fill(5), 'fixed');

/** Decompresses the stream that begins at `start` of `input` to the end of `output`; returns where it ended. */
export function inflate(input: Uint8Array, start: number, output: OutputBuffer): number {
  const bits = new BitReader(input, start);
  const from = output.length;
  let last = false;
  while (!last) {
    last = bits.take(1) === 1;
    const type = bits.take(2);
    if (type === 0) copyStored(bits, output);
    else if (type === 1) inflateBlock(bits, output, from, FIXED_LENGTHS, FIXED_DISTANCES);
    else if (type === 2) inflateDynamic(bits, output, from);
    else throw new ProtocolError('malformed', 'deflate block has no such type', bits.position);
  }
  return bits.position;
}

class BitReader {
  readonly input: Uint8Array;
  position: number;
  #hold = 0;
  #held = 0;

  constructor(input: Uint8Array, position: number) {
    this.input = input;
    this.position = position;
  }

  take(count: number): number {
    while (this.#held < count) {
      if (this.position >= this.input.length) throw new ProtocolError('malformed', 'deflate stream is cut', this.position);
      this.#hold |= this.input[this.position++]! << this.#held;
      this.#held += 8;
    }
    const value = this.#hold & ((1 << count) - 1);
    this.#hold >>>= count;
    this.#held -= count;
    return value;
  }

  /** Drops what is left of the byte; at most seven bits are ever held over. */
  align(): void {
    this.#hold = 0;
    this.#held = 0;
  }

  symbol(code: Huffman): number {
    let value = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= MAX_BITS; length++) {
      value |= this.take(1);
      const count = code.counts[length]!;
      if (value - count < first) return code.symbols[index + (value - first)]!;
      index += count;
      first = (first + count) << 1;
      value <<= 1;
    }
    throw new ProtocolError('malformed', 'deflate code does not exist', this.position);
  }
}

function copyStored(bits: BitReader, output: OutputBuffer): void {
  bits.align();
  const length = bits.take(16);
  if (bits.take(16) !== (~length & 0xffff)) throw new ProtocolError('malformed', 'deflate stored length is damaged', bits.position);
  const end = bits.position + length;
  if (end > bits.input.length) throw new ProtocolError('malformed', 'deflate stored block is cut', bits.position);
  output.append(bits.input.subarray(bits.position, end));
  bits.position = end;
}

function inflateDynamic(bits: BitReader, output: OutputBuffer, from: number): void {
  const lengthCodes = bits.take(5) + 257;
  const distanceCodes = bits.take(5) + 1;
  const codeLengthCodes = bits.take(4) + 4;
  if (lengthCodes > 286 || distanceCodes > 30) throw new ProtocolError('malformed', 'deflate has too many codes', bits.position);
  const lengths = new Uint8Array(320);
  for (let i = 0; i < codeLengthCodes; i++) lengths[CODE_LENGTH_ORDER[i]!] = bits.take(3);
  const codeLengths = huffman(lengths.subarray(0, 19), 'code length');
  lengths.fill(0);
  const total = lengthCodes + distanceCodes;
  for (let at = 0; at < total; ) {
    const symbol = bits.symbol(codeLengths);
    if (symbol < 16) {
      lengths[at++] = symbol;
      continue;
    }
    if (symbol === 16 && at === 0) throw new ProtocolError('malformed', 'deflate repeats no length', bits.position);
    const repeated = symbol === 16 ? lengths[at - 1]! : 0;
    const count = symbol === 16 ? bits.take(2) + 3 : symbol === 17 ? bits.take(3) + 3 : bits.take(7) + 11;
    if (at + count > total) throw new ProtocolError('malformed', 'deflate repeats too many lengths', bits.position);
    lengths.fill(repeated, at, at + count);
    at += count;
  }
  if (lengths[256] === 0) throw new ProtocolError('malformed', 'deflate block has no end code', bits.position);
  const literals = huffman(lengths.subarray(0, lengthCodes), 'literal');
  inflateBlock(bits, output, from, literals, huffman(lengths.subarray(lengthCodes, total), 'distance'));
}

function inflateBlock(bits: BitReader, output: OutputBuffer, from: number, literals: Huffman, distances: Huffman): void {
  for (;;) {
    const symbol = bits.symbol(literals);
    if (symbol < 256) {
      output.reserve(1);
      output.bytes[output.length++] = symbol;
      continue;
    }
    if (symbol === 256) return;
    if (symbol > 285) throw new ProtocolError('malformed', 'deflate length does not exist', bits.position);
    const length = LENGTH_BASE[symbol - 257]! + bits.take(LENGTH_EXTRA[symbol - 257]!);
    const code = bits.symbol(distances);
    if (code > 29) throw new ProtocolError('malformed', 'deflate distance does not exist', bits.position);
    const distance = DISTANCE_BASE[code]! + bits.take(code < 2 ? 0 : (code >>> 1) - 1);
    if (distance > output.length - from) throw new ProtocolError('malformed', 'deflate distance is too far back', bits.position);
    output.copyBack(distance, length);
  }
}

function huffman(lengths: Uint8Array, what: string): Huffman {
  const counts = new Uint16Array(MAX_BITS + 1);
  for (const length of lengths) counts[length]!++;
  counts[0] = 0;
  const offsets = new Uint16Array(MAX_BITS + 2);
  let left = 1;
  for (let length = 1; length <= MAX_BITS; length++) {
    left = left * 2 - counts[length]!;
    if (left < 0) throw new ProtocolError('malformed', `deflate ${what} code is over-subscribed`);
    offsets[length + 1] = offsets[length]! + counts[length]!;
  }
  const symbols = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!;
    if (length !== 0) symbols[offsets[length]!++] = symbol;
  }
  return { counts, symbols };
}

function fixedLengths(): Uint8Array {
  return new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280);
}
