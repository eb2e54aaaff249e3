import { describe, expect, test } from 'vitest';
import { DirectoryId, isReservedUuid, METADATA_TOPIC_ID, uuidFromBytes, uuidIntoBytes, uuidToBytes, ZERO_UUID } from '../src/uuid.js';

describe('uuids', () => {
  test('are URL-safe base64 of their bytes', () => {
    const bytes = Uint8Array.from({ length: 16 }, (_, i) => 0xff - i * 7);
    expect(uuidFromBytes(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
    expect(uuidToBytes(uuidFromBytes(bytes))).toEqual(bytes);
  });

  test('keep their place in a larger buffer', () => {
    const bytes = new Uint8Array(20).fill(9);
    expect(uuidIntoBytes(METADATA_TOPIC_ID, bytes, 2)).toBe(true);
    expect(bytes).toEqual(Uint8Array.of(9, 9, ...new Uint8Array(15), 1, 9, 9));
    expect(uuidFromBytes(bytes, 2)).toBe(METADATA_TOPIC_ID);
  });

  test('reserved ones are known', () => {
    expect(uuidToBytes(ZERO_UUID)).toEqual(new Uint8Array(16));
    expect([ZERO_UUID, DirectoryId.LOST, 'AAAAAAAAAAAAAAAAAAAAYw'].map(isReservedUuid)).toEqual([true, true, true]);
    expect(isReservedUuid('AAAAAAAAAAAAAAAAAAAAZA')).toBe(false);
    expect(isReservedUuid('QAAAAAAAAAAAAAAAAAAAAQ')).toBe(false);
  });

  test.each(['', 'short', 'A'.repeat(21), 'A'.repeat(23), `${'A'.repeat(21)}+`, `ü${'A'.repeat(21)}`])('refuses %j', (text) => {
    expect(() => uuidToBytes(text)).toThrow(RangeError);
  });
});
