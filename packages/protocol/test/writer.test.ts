import { describe, expect, test } from 'vitest';
import { encodeResponseFrame } from '../src/frame.js';
import { fetchResponse } from '../src/generated/fetch.js';
import { ProtocolError } from '../src/protocol-error.js';
import { Reader } from '../src/reader.js';
import { Writer } from '../src/writer.js';

const fetched = (records: Uint8Array | { kind: 'external'; byteLength: number }) => ({
  throttleTimeMs: 0,
  responses: [{ topic: 'a', partitions: [{ partitionIndex: 0, errorCode: 0, highWatermark: 1, abortedTransactions: null, records }] }],
});

describe('Writer', () => {
  test('hands large records on as they are, in their place', () => {
    const records = new Uint8Array(5000).fill(7);
    const pieces = encodeResponseFrame(3, fetchResponse, fetched(records), 12);
    expect(pieces[1]).toBe(records);
    const frame = Buffer.concat(pieces as Uint8Array[]);
    expect(frame.readInt32BE(0)).toBe(frame.length - 4);
    const reader = new Reader(frame, 9);
    expect(fetchResponse.decode(reader, 12).responses[0]?.partitions[0]?.records).toEqual(Buffer.from(records));
    expect(reader.remaining).toBe(0);
  });

  test('counts external records without having them', () => {
    const external = { kind: 'external', byteLength: 123_456 } as const;
    const writer = new Writer();
    const pieces = encodeResponseFrame(3, fetchResponse, fetched(external), 12, writer);
    expect(pieces[1]).toBe(external);
    const bytes = pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
    expect(writer.byteLength).toBe(bytes);
    expect(new Reader(pieces[0] as Uint8Array).readInt32()).toBe(bytes - 4);
    expect(() => writer.finish()).toThrow(ProtocolError);
  });

  test('leaves pieces alone once they are handed out', () => {
    const writer = new Writer(64);
    const kept = Array.from({ length: 40 }, (_, i) => {
      writer.reset();
      writer.writeInt32(i);
      writer.writeString('x'.repeat(i));
      return writer.pieces();
    });
    kept.forEach(([piece], i) => {
      const reader = new Reader(piece as Uint8Array);
      expect([reader.readInt32(), reader.readString(), reader.remaining]).toEqual([i, 'x'.repeat(i), 0]);
    });
  });

  test('writes 2^63 as the largest long, and reads it back', () => {
    const writer = new Writer();
    writer.writeInt64(2 ** 63);
    writer.writeInt64(-(2 ** 63));
    writer.writeInt64(-1);
    const bytes = writer.finish();
    expect(Buffer.from(bytes).toString('hex')).toBe(`7f${'ff'.repeat(7)}80${'00'.repeat(7)}${'ff'.repeat(8)}`);
    const reader = new Reader(bytes);
    expect([reader.readInt64(), reader.readInt64(), reader.readInt64()]).toEqual([2 ** 63, -(2 ** 63), -1]);
  });

  test.each([0.5, Number.NaN, 2 ** 64, Infinity])('refuses %d as int64', (value) => {
    expect(() => new Writer().writeInt64(value)).toThrow(ProtocolError);
  });

  test('tells strings apart by bytes, not characters', () => {
    const writer = new Writer();
    expect(() => writer.writeString('ü'.repeat(16_384))).toThrow('string of 32768 bytes');
    writer.reset();
    writer.writeCompactString('日'.repeat(43));
    expect(new Reader(writer.finish()).readCompactString()).toBe('日'.repeat(43));
  });
});
