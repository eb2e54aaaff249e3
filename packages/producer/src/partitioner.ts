/**
 * Which partition a record goes to. With a key: murmur2, as every Kafka client has it, so that they agree. Without one:
 * the same random partition until a batch's worth of bytes went there, then another (KIP-480, KIP-794).
 */
import { partitionForKey } from '@millrace/protocol';
import type { Random } from '@millrace/platform';

/** Gives a partition from 0 to `partitionCount` - 1. */
export type Partitioner = (topic: string, key: Uint8Array | null, value: Uint8Array | null, partitionCount: number) => number;

export { partitionForKey };

/** The sticky choice of one topic. */
export class StickyPartition {
  readonly #random: Random;
  readonly #switchBytes: number;
  #partition = -1;
  #bytes = 0;

  constructor(random: Random, switchBytes: number) {
    this.#random = random;
    this.#switchBytes = Math.max(1, switchBytes);
  }

  /** The partition for a record of so many bytes. `available` are those with a leader; if none has one, all of them count. */
  next(recordBytes: number, partitionCount: number, available: () => readonly number[]): number {
    if (this.#partition < 0 || this.#partition >= partitionCount || this.#bytes >= this.#switchBytes) {
      this.#switch(partitionCount, available());
    }
    this.#bytes += recordBytes;
    return this.#partition;
  }

  #switch(partitionCount: number, available: readonly number[]): void {
    this.#bytes = 0;
    const others = available.length > 1 ? available.filter((partition) => partition !== this.#partition) : available;
    this.#partition = others.length === 0 ? this.#random.below(partitionCount) : others[this.#random.below(others.length)]!;
  }
}
