import { ByteReader } from '../data/byte-reader.js';
import { type DataCheck, DataError, MAX_DATA_DEPTH, withStep } from '../data/data-problem.js';
import { type AvroRecord, type AvroType, branchName } from './avro-type.js';

/** Passes over one value. */
type Skip = (reader: ByteReader) => void;

/**
 * A check of bytes as the binary encoding of one value (specification 1.12), and nothing behind it. The type is compiled
 * once; a check allocates nothing. A top-level `bytes` is the payload as it is, which is how Confluent's serializers have it.
 */
export function avroDataCheck(type: AvroType): DataCheck {
  if (type.kind === 'bytes') return () => undefined;
  const skip = new AvroCompiler().compiled(type);
  const reader = new ByteReader();
  return (bytes) => {
    reader.start(bytes);
    try {
      skip(reader);
      if (reader.position < reader.end) throw new DataError(`${reader.end - reader.position} bytes follow the value`);
      return undefined;
    } catch (error) {
      if (error instanceof DataError) return error.problem();
      throw error;
    }
  };
}

class AvroCompiler {
  readonly #records = new Map<AvroRecord, Skip>();
  readonly #empty = new Map<AvroType, boolean>();

  compiled(type: AvroType): Skip {
    switch (type.kind) {
      case 'null':
        return skipNothing;
      case 'boolean':
        return skipBoolean;
      case 'int':
        return skipInt;
      case 'long':
        return skipLong;
      case 'float':
        return (reader) => reader.skip(4);
      case 'double':
        return (reader) => reader.skip(8);
      case 'bytes':
        return (reader) => reader.skip(reader.zigzag());
      case 'string':
        return (reader) => reader.skipText(reader.zigzag());
      case 'fixed':
        return (reader) => reader.skip(type.size);
      case 'enum':
        return skipEnum(type.symbols.length);
      case 'union':
        return this.#union(type.branches);
      case 'array':
        return this.#array(type.items);
      case 'map':
        return this.#map(type.values);
      case 'record':
        return this.#record(type);
    }
  }

  #record(record: AvroRecord): Skip {
    const known = this.#records.get(record);
    if (known !== undefined) return known;
    const fields: Skip[] = [];
    const names = record.fields.map((field) => field.name);
    const skip: Skip = (reader) => {
      let index = 0;
      if (++reader.depth > MAX_DATA_DEPTH) throw new DataError(`records are nested deeper than ${MAX_DATA_DEPTH}`);
      try {
        for (; index < fields.length; index++) (fields[index] as Skip)(reader);
      } catch (error) {
        throw withStep(error, names[index] ?? '');
      }
      reader.depth--;
    };
    this.#records.set(record, skip);
    for (const field of record.fields) fields.push(this.compiled(field.type));
    return skip;
  }

  #union(branches: readonly AvroType[]): Skip {
    const skips = branches.map((branch) => this.compiled(branch));
    return (reader) => {
      const index = reader.zigzag();
      const skip = skips[index];
      if (skip === undefined) throw new DataError(`branch ${index} of a union of ${branches.map(branchName).join(', ')}`);
      skip(reader);
    };
  }

  #array(items: AvroType): Skip {
    const skip = this.compiled(items);
    const isEmpty = this.#isEmpty(items);
    return blocks((reader, first, count) => {
      // Items without bytes can be as many as a block says: there is nothing to look at.
      if (isEmpty) return;
      eachOf(reader, first, count, skip);
    });
  }

  #map(values: AvroType): Skip {
    const skip = this.compiled(values);
    return blocks((reader, first, count) =>
      eachOf(reader, first, count, (inner) => {
        inner.skipText(inner.zigzag());
        skip(inner);
      }),
    );
  }

  /** Whether a value never takes a byte. A record within itself takes none of its own. */
  #isEmpty(type: AvroType): boolean {
    if (type.kind === 'null') return true;
    if (type.kind === 'fixed') return type.size === 0;
    if (type.kind !== 'record') return false;
    const known = this.#empty.get(type);
    if (known !== undefined) return known;
    this.#empty.set(type, true);
    const isEmpty = type.fields.every((field) => this.#isEmpty(field.type));
    this.#empty.set(type, isEmpty);
    return isEmpty;
  }
}

function eachOf(reader: ByteReader, first: number, count: number, skip: Skip): void {
  if (count > reader.end - reader.position) throw new DataError(`a block of ${count} items where ${reader.end - reader.position} bytes are left`);
  let index = 0;
  try {
    for (; index < count; index++) skip(reader);
  } catch (error) {
    throw withStep(error, first + index);
  }
}

/** Blocks of items, up to an empty one; a negative count has the size in bytes behind it. */
function blocks(items: (reader: ByteReader, first: number, count: number) => void): Skip {
  return (reader) => {
    if (++reader.depth > MAX_DATA_DEPTH) throw new DataError(`arrays and maps are nested deeper than ${MAX_DATA_DEPTH}`);
    let first = 0;
    for (let count = reader.zigzag(); count !== 0; count = reader.zigzag()) {
      if (count > 0) items(reader, first, count);
      else {
        const size = reader.zigzag();
        const start = reader.position;
        items(reader, first, -count);
        if (reader.position - start !== size) throw new DataError(`a block of ${reader.position - start} bytes that says it has ${size}`);
      }
      first += Math.abs(count);
    }
    reader.depth--;
  };
}

function skipNothing(): void {}

function skipBoolean(reader: ByteReader): void {
  const byte = reader.byte();
  if (byte > 1) throw new DataError(`${byte} where a boolean is 0 or 1`);
}

function skipInt(reader: ByteReader): void {
  for (let count = 0; count < 5; count++) {
    const byte = reader.byte();
    if (byte < 0x80) {
      if (count === 4 && byte > 0x0f) break;
      return;
    }
  }
  throw new DataError('an int of more than 32 bits');
}

function skipLong(reader: ByteReader): void {
  reader.skipVarint();
}

function skipEnum(count: number): Skip {
  return (reader) => {
    const index = reader.zigzag();
    if (!(index >= 0 && index < count)) throw new DataError(`symbol ${index} of an enum of ${count}`);
  };
}
