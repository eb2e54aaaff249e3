/** Types for avsc beyond its own: bytes from any Uint8Array, logical types, long as bigint, unions that resolve as Java's do. */
import avro from 'avsc';
import { asBuffer } from '../wire/as-buffer.js';
import type { AvroLong } from './avro-options.js';
import type { AvroBase, AvroLogicalType, LogicalTypePlace } from './logical-types/logical-types.js';

/** A logical type on any base but a wide long. */
export class ConvertedType extends avro.types.LogicalType {
  /** How it is called in complaints. */
  readonly label: string;
  readonly #logical: AvroLogicalType;
  readonly #place: LogicalTypePlace;

  constructor(schema: avro.Schema, options: Partial<avro.ForSchemaOptions>, logical: AvroLogicalType, place: LogicalTypePlace, label: string) {
    super(schema, options);
    this.label = label;
    this.#logical = logical;
    this.#place = place;
  }

  /** Why a value cannot be written. */
  problemOf(value: unknown): string | undefined {
    try {
      this.#logical.toAvro(value, this.#place);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  protected override _fromValue(base: unknown): unknown {
    return this.#logical.fromAvro(base as AvroBase, this.#place);
  }

  protected override _toValue(value: unknown): unknown {
    const base = this.#logical.toAvro(value, this.#place);
    return base instanceof Uint8Array ? asBuffer(base) : base;
  }

  /** Reads whatever the base can be read from; text and bytes may stand for each other. */
  protected override _resolve(type: avro.Type): unknown {
    try {
      this.underlyingType.createResolver(type, { ignoreNamespaces: true });
    } catch {
      return undefined;
    }
    return (base: unknown) => this._fromValue(this.#place.kind === 'string' && base instanceof Uint8Array ? new TextDecoder().decode(base) : base);
  }
}

/** A type whose bytes begin at `start`: avsc's quickest way of reading, `fromBuffer`, begins at 0. */
export class OffsetType extends avro.types.LogicalType {
  start = 0;
  readonly #type: ReadableType;

  constructor(type: avro.Type) {
    super(type, {});
    this.#type = type as ReadableType;
  }

  _read(tap: Tap): unknown {
    tap.pos = this.start;
    return this.#type._read(tap);
  }
}

/** What every type of avsc has beyond its declaration. */
type ReadableType = avro.Type & { _read(tap: Tap): unknown };

/** Bytes and fixed as they are; only what is handed in may be any Uint8Array. */
export const plainBytes: AvroLogicalType = {
  valueKind: 'bytes',
  fromAvro: (base) => (typeof base === 'string' ? Buffer.from(base) : base),
  toAvro: (value, { size }) => {
    if (!(value instanceof Uint8Array)) throw new TypeError('no bytes');
    if (size > 0 && value.length !== size) throw new RangeError(`${value.length} bytes where there must be ${size}`);
    return value;
  },
};

/** What avsc's Tap offers beyond its declared types. */
interface Tap {
  pos: number;
  readLong(): number;
  writeLong(value: number): void;
  unpackLongBytes(): Buffer;
  packLongBytes(bytes: Buffer): void;
}

/** avsc doubles a long before it writes it, and so loses the lowest bit of negative ones below −2^52. */
const DOUBLED_EXACTLY = 2 ** 52;

/** Longs as numbers, each to the last digit; beyond 2^53 they are refused. */
class ExactLong extends avro.types.LongType {
  _read(tap: Tap): number {
    const start = tap.pos;
    const quick = tap.readLong();
    if (quick < DOUBLED_EXACTLY && quick > -DOUBLED_EXACTLY) return quick;
    tap.pos = start;
    const exact = Number(tap.unpackLongBytes().readBigInt64LE());
    if (!Number.isSafeInteger(exact)) throw new RangeError("a long beyond 2^53; read it with long: 'bigint' or 'auto'");
    return exact;
  }

  _write(tap: Tap, value: unknown): void {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new TypeError('no safe integer');
    if (value < DOUBLED_EXACTLY && value > -DOUBLED_EXACTLY) tap.writeLong(value);
    else tap.packLongBytes(longBytes(BigInt(value)));
  }
}

function longBytes(value: bigint): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigInt64LE(value);
  return bytes;
}

export function longType(long: AvroLong): avro.types.LongType {
  if (long === 'number') return new ExactLong();
  const isAuto = long === 'auto';
  return wideLong(
    (base) => (isAuto && base >= -MAX_SAFE && base <= MAX_SAFE ? Number(base) : base),
    (value) => {
      if (typeof value === 'bigint') return value;
      if (isAuto && typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
      throw new TypeError(isAuto ? 'neither a safe integer nor a bigint' : 'no bigint');
    },
  );
}

export function wideLogicalType(logical: AvroLogicalType, place: LogicalTypePlace): avro.types.LongType {
  return wideLong((base) => logical.fromAvro(base, place), (value) => logical.toAvro(value, place) as bigint);
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function wideLong(fromLong: (base: bigint) => unknown, toLong: (value: unknown) => bigint): avro.types.LongType {
  return avro.types.LongType.__with({
    fromBuffer: (bytes: Buffer) => fromLong(bytes.readBigInt64LE()),
    toBuffer: (value: unknown) => longBytes(toLong(value)),
    // Only defaults come and go as JSON.
    fromJSON: (json: number | bigint) => fromLong(BigInt(json)),
    toJSON: (value: unknown) => toLong(value),
    isValid: (value: unknown) => {
      try {
        return BigInt.asIntN(64, toLong(value)) === toLong(value);
      } catch {
        return false;
      }
    },
    compare: (a: unknown, b: unknown) => Number(toLong(a) - toLong(b)),
  });
}

/** avsc looks symbols up in an object that has the words of every object: `toString` would be written as the first symbol. */
export function enumType(schema: avro.Schema, options: Partial<avro.ForSchemaOptions>): avro.types.EnumType {
  const type = new avro.types.EnumType(schema, options);
  Object.setPrototypeOf((type as unknown as { readonly _indices: object })._indices, null); // not declared, but there
  return type;
}

/** A map that keeps the key `__proto__`, which avsc would make the prototype of what it reads. */
export class PlainMap extends avro.types.MapType {
  /** Also runs on a resolver, which has values of its own. */
  _read(this: { readonly valuesType: { _read(tap: Tap): unknown } }, tap: Tap & { readString(): string }): unknown {
    const { valuesType } = this;
    const map: Record<string, unknown> = {};
    for (let count = tap.readLong(); count !== 0; count = tap.readLong()) {
      if (count < 0) {
        count = -count;
        tap.readLong();
      }
      while (count-- > 0) {
        const key = tap.readString();
        if (key === '__proto__') Object.defineProperty(map, key, { value: valuesType._read(tap), enumerable: true, configurable: true, writable: true });
        else map[key] = valuesType._read(tap);
      }
    }
    return map;
  }
}

interface Resolver {
  _read(tap: unknown): unknown;
}

/** Of several branches that can read a type, Java takes one of the same type before one that it must be promoted to. */
function resolveExactFirst(union: { readonly types: readonly avro.Type[] }, resolver: Resolver, writer: avro.Type, isWrapped: boolean): void {
  const exactFirst = union.types.toSorted((a, b) => Number(isSameType(b, writer)) - Number(isSameType(a, writer)));
  for (const branch of exactFirst) {
    let inner: Resolver;
    try {
      inner = branch.createResolver(writer, { ignoreNamespaces: true }) as unknown as Resolver;
    } catch {
      continue;
    }
    resolver._read = isWrapped ? (tap) => branch.wrap(inner._read(tap)) : (tap) => inner._read(tap);
    return;
  }
}

function isSameType(branch: avro.Type, writer: avro.Type): boolean {
  const base = branch instanceof avro.types.LogicalType ? branch.underlyingType : branch;
  const word = (type: avro.Type) => type.typeName.replace('abstract:', '');
  return word(base) === word(writer) && simpleName(base.name) === simpleName(writer.name);
}

function simpleName(name: string | undefined): string | undefined {
  return name?.slice(name.lastIndexOf('.') + 1);
}

export class BareUnion extends avro.types.UnwrappedUnionType {
  _update(resolver: Resolver, writer: avro.Type): void {
    resolveExactFirst(this, resolver, writer, false);
  }
}

export class NamedUnion extends avro.types.WrappedUnionType {
  _update(resolver: Resolver, writer: avro.Type): void {
    resolveExactFirst(this, resolver, writer, true);
  }
}
