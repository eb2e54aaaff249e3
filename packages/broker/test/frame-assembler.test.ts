import { describe, expect, it } from 'vitest';
import { FrameAssembler, FrameTooLargeError } from '../src/network/frame-assembler.js';

function frame(...bytes: number[]): number[] {
  return [0, 0, 0, bytes.length, ...bytes];
}

function cut(assembler: FrameAssembler, view: Uint8Array): number[][] {
  const frames: number[][] = [];
  let at = 0;
  while (at < view.length) {
    at += assembler.feed(view, at);
    const found = assembler.takeFrame();
    if (found !== null) frames.push([...found]);
  }
  return frames;
}

describe('FrameAssembler', () => {
  it('gives every frame whole, however the bytes are cut', () => {
    const stream = Uint8Array.from([...frame(1, 2, 3), ...frame(), ...frame(9)]);
    for (let size = 1; size <= stream.length; size++) {
      const assembler = new FrameAssembler(100);
      const frames: number[][] = [];
      for (let at = 0; at < stream.length; at += size) frames.push(...cut(assembler, stream.slice(at, at + size)));
      // A frame of no bytes is whole when its size is: it shows with the next feed at the latest.
      expect(frames.filter((one) => one.length > 0)).toEqual([[1, 2, 3], [9]]);
    }
  });

  it('copies: the view may be overwritten after feed', () => {
    const assembler = new FrameAssembler(100);
    const view = Uint8Array.from(frame(7, 8));
    assembler.feed(view, 0);
    view.fill(0);
    expect([...assembler.takeFrame()!]).toEqual([7, 8]);
  });

  it('refuses a size beyond the limit and a negative one, naming them', () => {
    expect(() => new FrameAssembler(10).feed(Uint8Array.from([0, 0, 0, 11]), 0)).toThrow(FrameTooLargeError);
    expect(() => new FrameAssembler(10).feed(Uint8Array.from([0, 0, 0, 11]), 0)).toThrow(/11 bytes.*socket\.request\.max\.bytes=10/);
    expect(() => new FrameAssembler(10).feed(Uint8Array.from([255, 255, 255, 255]), 0)).toThrow(/-1 bytes/);
  });

  it('takes memory as bytes arrive, not as a size promises', () => {
    const assembler = new FrameAssembler(104_857_600);
    assembler.feed(Uint8Array.from([6, 64, 0, 0, 1]), 0);
    expect(assembler.heldBytes).toBeLessThanOrEqual(1024);
    for (let fed = 1; fed < 3_000_000; fed += 10_000) {
      assembler.feed(new Uint8Array(10_000), 0);
      expect(assembler.heldBytes).toBeLessThanOrEqual(4 * (fed + 10_000));
    }
  });

  it('copies a frame once when its first read brings a quarter', () => {
    const assembler = new FrameAssembler(104_857_600);
    assembler.feed(Uint8Array.from([0, 16, 0, 0, ...new Uint8Array(262_144)]), 0);
    expect(assembler.heldBytes).toBe(1024 * 1024);
  });

  it('keeps every byte of a frame that outgrows its first memory', () => {
    const size = 3 * 1024 * 1024;
    const assembler = new FrameAssembler(size);
    const header = Uint8Array.from([0, (size >> 16) & 255, (size >> 8) & 255, size & 255]);
    assembler.feed(header, 0);
    const piece = new Uint8Array(100_000).map((_, index) => index % 251);
    let fed = 0;
    while (fed < size) fed += assembler.feed(piece.subarray(0, Math.min(piece.length, size - fed)), 0);
    const whole = assembler.takeFrame()!;
    expect(whole.length).toBe(size);
    for (let at = 0; at < size; at += 99_991) expect(whole[at]).toBe((at % 100_000) % 251);
  });
});
