import { expect, test } from 'vitest';
import { FrameReader } from '../src/index.js';

function framed(...bodies: number[][]): Uint8Array {
  return Uint8Array.from(bodies.flatMap((body) => [0, 0, 0, body.length, ...body]));
}

test('frames come out whole wherever the stream is cut', () => {
  const stream = framed([1, 2, 3], [], [4], [5, 6, 7, 8, 9]);
  for (let first = 0; first <= stream.length; first++) {
    for (let second = first; second <= stream.length; second++) {
      const frames: number[][] = [];
      const reader = new FrameReader(100, (frame) => frames.push([...frame]));
      for (const part of [stream.subarray(0, first), stream.subarray(first, second), stream.subarray(second)]) reader.push(part);
      expect(frames).toEqual([[1, 2, 3], [], [4], [5, 6, 7, 8, 9]]);
    }
  }
});

test('a frame that lies whole in the bytes at hand is borrowed, one in parts is its own', () => {
  const borrowed: boolean[] = [];
  const reader = new FrameReader(100, (_frame, isBorrowed) => borrowed.push(isBorrowed));
  const stream = framed([1, 2], [3, 4]);
  reader.push(stream.subarray(0, 11));
  reader.push(stream.subarray(11));
  expect(borrowed).toEqual([true, false]);
});

test('a frame that claims more than is allowed is refused before anything is allocated', () => {
  const reader = new FrameReader(1000, () => {});
  expect(() => reader.push(Uint8Array.of(0x7f, 0xff, 0xff, 0xff))).toThrow('a frame of 2147483647 bytes, at most 1000 are taken');
  expect(() => new FrameReader(1000, () => {}).push(Uint8Array.of(0xff, 0, 0, 0))).toThrow('a frame of -16777216 bytes');
});
