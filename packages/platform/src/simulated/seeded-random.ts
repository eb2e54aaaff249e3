/** Chance from a seed: xoshiro128**, seeded by splitmix32. Not for secrets. */
import { randomFrom } from '../random-source.js';
import type { Random } from '../random.js';

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

export function seededRandom(seed: number): Random {
  let mixed = (seed ^ Math.floor(seed / 2 ** 32)) | 0;
  const splitmix = (): number => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let value = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    value = Math.imul(value ^ (value >>> 15), 0x735a2d97);
    return value ^ (value >>> 15);
  };
  let [a, b, c, d] = [splitmix(), splitmix(), splitmix(), splitmix() | 1];
  return randomFrom(() => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  });
}
