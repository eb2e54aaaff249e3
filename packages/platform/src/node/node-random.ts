/** Randomness from the system's source, fetched in blocks. */
import { randomFillSync } from 'node:crypto';
import { randomFrom } from '../random-source.js';
import type { Random } from '../random.js';

export function nodeRandom(): Random {
  const block = new Uint32Array(256);
  let used = block.length;
  return randomFrom(() => {
    if (used === block.length) {
      randomFillSync(block);
      used = 0;
    }
    return block[used++]!;
  });
}
