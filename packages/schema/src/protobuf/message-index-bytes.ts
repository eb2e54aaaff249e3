/**
 * Message indexes as bytes: zigzag varints, the count first. The first message of a file, `[0]`, is the single byte 0.
 *
 * @returns the indexes and where they end; undefined where there are none that can be read
 */
export function readMessageIndexes(bytes: Uint8Array, start = 0): { readonly indexes: readonly number[]; readonly end: number } | undefined {
  const count = readIndex(bytes, start);
  if (count === undefined || count.value > MAX_INDEXES) return undefined;
  if (count.value === 0) return { indexes: [0], end: count.end };
  const indexes: number[] = [];
  let { end } = count;
  for (let read = 0; read < count.value; read++) {
    const index = readIndex(bytes, end);
    if (index === undefined) return undefined;
    indexes.push(index.value);
    end = index.end;
  }
  return { indexes, end };
}

export function writtenMessageIndexes(indexes: readonly number[]): Uint8Array {
  if (indexes.length === 1 && indexes[0] === 0) return Uint8Array.of(0);
  return Uint8Array.from([indexes.length, ...indexes].flatMap(indexBytes));
}

/** Messages within each other; protoc refuses far fewer. */
const MAX_INDEXES = 500;

/** A number that is not negative, of at most 32 bits. */
function readIndex(bytes: Uint8Array, start: number): { readonly value: number; readonly end: number } | undefined {
  let zigzag = 0;
  for (let position = start, factor = 1; position < start + 5; position++, factor *= 128) {
    const byte = bytes[position];
    if (byte === undefined) return undefined;
    zigzag += (byte & 0x7f) * factor;
    if (byte < 0x80) return zigzag % 2 === 0 ? { value: zigzag / 2, end: position + 1 } : undefined;
  }
  return undefined;
}

function indexBytes(index: number): number[] {
  const bytes: number[] = [];
  let rest = index * 2;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
  return [...bytes, rest];
}
