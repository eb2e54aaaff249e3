/**
 * int64 in bytes. Values that are stored again travel as two halves (high signed, low unsigned) or as copied bytes,
 * so that no bit is lost; for deciding, the nearest number is enough.
 */
import { readInt32 } from '@millrace/protocol';

const two32 = 2 ** 32;

/** An int64 kept bit for bit. */
export interface RawInt64 {
  readonly high: number;
  readonly low: number;
}

export function readRawInt64(bytes: Uint8Array, at: number): RawInt64 {
  return { high: readInt32(bytes, at), low: readInt32(bytes, at + 4) >>> 0 };
}

export function writeRawInt64(bytes: Uint8Array, at: number, value: RawInt64): void {
  writeInt32(bytes, at, value.high);
  writeInt32(bytes, at + 4, value.low);
}

/** The nearest number. */
export function numberOfRaw(value: RawInt64): number {
  return value.high * two32 + value.low;
}

/** Negative when the left one is smaller, 0 when equal. */
export function compareInt64(leftHigh: number, leftLow: number, rightHigh: number, rightLow: number): number {
  return leftHigh === rightHigh ? leftLow - rightLow : leftHigh - rightHigh;
}

export function writeInt16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >> 8;
  bytes[at + 1] = value;
}

export function writeInt32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >> 24;
  bytes[at + 1] = value >> 16;
  bytes[at + 2] = value >> 8;
  bytes[at + 3] = value;
}

/** A safe integer. */
export function writeInt64(bytes: Uint8Array, at: number, value: number): void {
  const high = Math.floor(value / two32);
  writeInt32(bytes, at, high);
  writeInt32(bytes, at + 4, value - high * two32);
}
