/** What storage asks of a batch header beyond the protocol's accessors. */
import { batchProducerId } from '@millrace/protocol';

/** `baseOffset` to `magic`: as much as tells that there is a batch. */
export const magicEndBytes = 17;
/** No batch is shorter, of whatever magic. */
export const smallestBatchBytes = 26;
export const maxTimestampAt = 35;
export const producerIdAt = 43;

export const noProducerEpoch = -1;
export const noSequence = -1;
export const noTimestamp = -1;

export function hasProducerId(bytes: Uint8Array, at: number): boolean {
  return batchProducerId(bytes, at) >= 0;
}

/** The sequence so many steps before; sequences go from 0 back to 2^31-1. */
export function sequenceBefore(sequence: number, steps: number): number {
  return sequence < steps ? 0x7fff_ffff - (steps - sequence) + 1 : sequence - steps;
}
