/** Zigzag varints as records have them, written to a sized buffer. */

/** Bytes of an int32 as zigzag varint. */
export function varintSize(value: number): number {
  const zigzag = ((value << 1) ^ (value >> 31)) >>> 0;
  return zigzag < 0x80 ? 1 : zigzag < 0x4000 ? 2 : zigzag < 0x20_0000 ? 3 : zigzag < 0x1000_0000 ? 4 : 5;
}

/** Writes an int32; returns the position after it. */
export function writeVarint(buffer: Uint8Array, at: number, value: number): number {
  let zigzag = ((value << 1) ^ (value >> 31)) >>> 0;
  let out = at;
  for (; zigzag > 0x7f; zigzag >>>= 7) buffer[out++] = zigzag | 0x80;
  buffer[out++] = zigzag;
  return out;
}

/** Bytes of an int64 as zigzag varlong. */
export function varlongSize(value: number): number {
  if (value === (value | 0)) return varintSize(value);
  const magnitude = value < 0 ? -(value + 1) : value;
  let size = 5;
  for (let limit = 2 ** 34; magnitude >= limit && size < 10; limit *= 128) size++;
  return size;
}

/** Writes an int64; returns the position after it. */
export function writeVarlong(buffer: Uint8Array, at: number, value: number): number {
  if (value === (value | 0)) return writeVarint(buffer, at, value);
  // In halves, for a double has only 53 bits to shift.
  const high = Math.floor(value / 0x1_0000_0000) | 0;
  const low = (value - Math.floor(value / 0x1_0000_0000) * 0x1_0000_0000) | 0;
  const sign = high >> 31;
  let zigzagHigh = (((high << 1) | (low >>> 31)) ^ sign) >>> 0;
  let zigzagLow = ((low << 1) ^ sign) >>> 0;
  let out = at;
  while (zigzagHigh !== 0 || zigzagLow > 0x7f) {
    buffer[out++] = (zigzagLow & 0x7f) | 0x80;
    zigzagLow = ((zigzagLow >>> 7) | (zigzagHigh << 25)) >>> 0;
    zigzagHigh >>>= 7;
  }
  buffer[out++] = zigzagLow;
  return out;
}
