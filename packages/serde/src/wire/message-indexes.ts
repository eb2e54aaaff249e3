/**
 * Which message of a `.proto` file the bytes are: its index among the messages of the file, then among those inside it.
 * A zigzag varint for how many, then one for each; the first message of the file, `[0]`, is the single byte 0.
 */
const FIRST: Uint8Array = Uint8Array.of(0);
const FIRST_PATH: readonly number[] = [0];

/** Messages within each other; far beyond real schemas. */
const MAX_INDEXES = 100;

export function writeIndexes(indexes: readonly number[]): Uint8Array {
  if (indexes.length === 1 && indexes[0] === 0) return FIRST;
  const bytes: number[] = [];
  for (const value of [indexes.length, ...indexes]) {
    let rest = value * 2;
    for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

/** @throws RangeError for what is no list of indexes */
export function readIndexes(bytes: Uint8Array, start: number): { indexes: readonly number[]; end: number } {
  if (bytes[start] === 0) return { indexes: FIRST_PATH, end: start + 1 };
  let position = start;
  const next = (): number => {
    let value = 0;
    for (let factor = 1; factor <= 128 ** 4; factor *= 128) {
      const byte = bytes[position++];
      if (byte === undefined) throw new RangeError('the message indexes are cut short');
      value += (byte & 0x7f) * factor;
      if (byte >= 0x80) continue;
      if (value % 2 === 1) throw new RangeError('a message index is negative');
      return value / 2;
    }
    throw new RangeError('a message index is longer than five bytes');
  };
  const count = next();
  if (count > MAX_INDEXES) throw new RangeError(`${count} message indexes`);
  const indexes = Array.from({ length: count }, next);
  return { indexes, end: position };
}
