import { advanceCrc32cByTable } from './crc32c-table.js';
import { CRC32C_MODULE } from './crc32c-wasm-bytes.js';

/**
 * CRC-32C by WebAssembly SIMD. The input is copied in chunks into a memory of fixed size (growing would detach the view),
 * where vectors are folded forward until about 209 bytes are left, which the tables take. scripts/crc32c-wasm.ts has the
 * mathematics.
 */

type Fold = (at: number, end: number) => void;

// What of WebAssembly is used here: the types of the browser and of Node are not both at hand.
interface WebAssemblyApi {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: { memory: { buffer: ArrayBuffer }; fold16: Fold; fold1: Fold } };
}

/** Advances a raw CRC register, as `advanceCrc32cByTable` does. */
export type AdvanceCrc32c = (register: number, bytes: Uint8Array, start: number, end: number) => number;

const CHUNK_START = 4096;
const MEMORY_BYTES = 131_072;
const TURN_BYTES = 64;
const GREATEST_DISTANCE = 209;
// Below this the tables are as quick.
const LEAST_BYTES = 512;

/** The SIMD way, or undefined where this platform has none. */
export function loadCrc32cWasm(): AdvanceCrc32c | undefined {
  const api = (globalThis as { WebAssembly?: WebAssemblyApi }).WebAssembly;
  if (api === undefined) return undefined;
  try {
    const { memory, fold16, fold1 } = new api.Instance(new api.Module(Uint8Array.from(CRC32C_MODULE))).exports;
    return overMemory(new Uint8Array(memory.buffer), fold16, fold1);
  } catch {
    // No SIMD, or no permission to compile: the tables do it.
    return undefined;
  }
}

function overMemory(memory: Uint8Array, fold16: Fold, fold1: Fold): AdvanceCrc32c {
  return (register, bytes, start, end) => {
    let crc = register;
    let at = start;
    while (end - at >= LEAST_BYTES) {
      const length = Math.min(MEMORY_BYTES - CHUNK_START, end - at);
      memory.set(bytes.subarray(at, at + length), CHUNK_START);
      crc = advanceChunk(memory, crc, length, fold16, fold1);
      at += length;
    }
    return advanceCrc32cByTable(crc, bytes, at, end);
  };
}

function advanceChunk(memory: Uint8Array, register: number, length: number, fold16: Fold, fold1: Fold): number {
  // A register is the same as its four bytes added to the first four of the message.
  memory[CHUNK_START]! ^= register;
  memory[CHUNK_START + 1]! ^= register >>> 8;
  memory[CHUNK_START + 2]! ^= register >>> 16;
  memory[CHUNK_START + 3]! ^= register >>> 24;
  const end = CHUNK_START + length;
  let at = CHUNK_START;
  const far = at + wholeTurns(length - 16 * GREATEST_DISTANCE);
  if (far > at) {
    fold16(at, far);
    at = far;
    // These are eliminated; for the near fold they are zero, as what lies before the chunk always is.
    memory.fill(0, at - GREATEST_DISTANCE, at);
  }
  const near = at + wholeTurns(end - at - GREATEST_DISTANCE);
  fold1(at, near);
  return advanceCrc32cByTable(0, memory, near, end);
}

function wholeTurns(bytes: number): number {
  return bytes < TURN_BYTES ? 0 : bytes - (bytes % TURN_BYTES);
}
