import { describe, expect, test } from 'vitest';
import { metadataRequest } from '../src/generated/metadata.js';
import { responseHeader } from '../src/generated/headers.js';
import { ProtocolError } from '../src/protocol-error.js';
import { Reader } from '../src/reader.js';

const bytes = (...values: number[]): Reader => new Reader(Uint8Array.from(values));

describe('Reader', () => {
  test('gives views, not copies', () => {
    const buffer = Uint8Array.of(0, 0, 0, 2, 7, 8, 9);
    const view = new Reader(buffer).readBytes();
    expect([view.buffer, view.byteOffset, view.length]).toEqual([buffer.buffer, 4, 2]);
  });

  test('stops at its limit, not at the end of the buffer', () => {
    const reader = new Reader(new Uint8Array(8), 2, 5);
    expect(reader.readInt16()).toBe(0);
    expect(() => reader.readInt16()).toThrow('at byte 4: needs 2 bytes, 1 are left');
    expect(reader.offset).toBe(4);
  });

  test('reads varints of up to five bytes', () => {
    expect(bytes(0xff, 0xff, 0xff, 0xff, 0x0f).readUnsignedVarint()).toBe(0xffff_ffff);
    expect(() => bytes(0xff, 0xff, 0xff, 0xff, 0xff, 0x01).readUnsignedVarint()).toThrow('varint longer than 5 bytes');
    expect(() => bytes(0x80).readUnsignedVarint()).toThrow(ProtocolError);
  });

  test('keeps a byte order mark and replaces what is not UTF-8', () => {
    expect(bytes(0, 4, 0xef, 0xbb, 0xbf, 0x61).readString()).toBe('\ufeffa');
    expect(bytes(0, 2, 0xff, 0x61).readString()).toBe('\ufffda');
  });

  test.each([
    ['string', () => bytes(0xff, 0xff).readString()],
    ['compact string', () => bytes(0).readCompactString()],
    ['bytes', () => bytes(0xff, 0xff, 0xff, 0xff).readBytes()],
    ['array', () => bytes(0xff, 0xff, 0xff, 0xff).readArrayLength(1)],
  ])('refuses null for a %s that may not be null', (_type, read) => {
    expect(read).toThrow('null where no null is allowed');
  });

  test('refuses an array longer than the frame before making it', () => {
    const frame = Uint8Array.of(0x7f, 0xff, 0xff, 0xff, 0, 0);
    expect(() => metadataRequest.decode(new Reader(frame), 4)).toThrow(
      'MetadataRequest.topics at byte 4: 2147483647 elements cannot fit into the 2 bytes left',
    );
  });

  test('counts the elements of all arrays of a message, where it is told how many are enough', () => {
    const frame = Uint8Array.of(0, 0, 0, 3, 0, 0, 0, 0, 0, 0);
    expect(metadataRequest.decode(new Reader(frame, 0, frame.length, 3), 0).topics).toHaveLength(3);
    expect(() => metadataRequest.decode(new Reader(frame, 0, frame.length, 2), 0)).toThrow(
      'MetadataRequest.topics at byte 4: more elements than one message may have',
    );
  });

  test('keeps unknown tags, but not without end', () => {
    const header = (tags: number): Reader => bytes(0, 0, 0, 1, (tags & 0x7f) | 0x80, tags >> 7, ...new Uint8Array(tags * 2));
    expect(responseHeader.decode(header(10_000), 1).unknownTags?.length).toBe(10_000);
    expect(() => responseHeader.decode(header(10_001), 1)).toThrow('ResponseHeader.unknownTags at byte 20008: more than 10000 unknown tags');
  });
});
