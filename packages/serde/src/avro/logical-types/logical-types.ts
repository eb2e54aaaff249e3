/**
 * Avro's logical types as TypeScript values: what goes in comes out, to the last digit.
 *
 *   decimal, big-decimal                       '12.30'
 *   uuid                                       'f81d4fae-7dec-11d0-a765-00a0c91e6bf6'
 *   date                                       '2026-08-22'
 *   time-millis, time-micros                   '10:11:12.123'
 *   timestamp-millis                           Date
 *   timestamp-micros, timestamp-nanos          bigint, since the epoch
 *   local-timestamp-millis, -micros, -nanos    '2026-08-22T10:11:12.123'
 *   duration                                   { months, days, milliseconds }
 */
import { dayText, epochDayOf, localText, localUnitsOf, timeText, timeUnitsOf } from './calendar.js';
import { decimalOf, decimalText, fromTwosComplement, twosComplement, unscaledOf } from './decimal.js';

export type AvroLogicalTypeName =
  | 'decimal'
  | 'big-decimal'
  | 'uuid'
  | 'date'
  | 'time-millis'
  | 'time-micros'
  | 'timestamp-millis'
  | 'timestamp-micros'
  | 'timestamp-nanos'
  | 'local-timestamp-millis'
  | 'local-timestamp-micros'
  | 'local-timestamp-nanos'
  | 'duration';

/** What Avro itself holds: numbers for int, bigint for those longs that outgrow it, bytes, text. */
export type AvroBase = number | bigint | string | Uint8Array;

/** Where the type stands: decimals have precision and scale, fixed a size. */
export interface LogicalTypePlace {
  readonly kind: 'int' | 'long' | 'string' | 'bytes' | 'fixed';
  readonly precision: number;
  readonly scale: number;
  /** Bytes of a fixed; 0 for others. */
  readonly size: number;
}

/** How values look in JavaScript, by which unions tell their branches apart. */
export type ValueKind = 'null' | 'boolean' | 'number' | 'bigint' | 'string' | 'bytes' | 'array' | 'object';

export interface AvroLogicalType {
  readonly valueKind: ValueKind;
  /** The base is a long beyond 2^53, and handed over as bigint. */
  readonly isWide?: boolean;
  fromAvro(base: AvroBase, place: LogicalTypePlace): unknown;
  /** @throws TypeError, RangeError for what cannot be written */
  toAvro(value: unknown, place: LogicalTypePlace): AvroBase;
}

export interface AvroDuration {
  readonly months: number;
  readonly days: number;
  readonly milliseconds: number;
}

const decimal: AvroLogicalType = {
  valueKind: 'string',
  fromAvro: (base, { scale }) => decimalText(fromTwosComplement(asBytes(base)), scale),
  toAvro: (value, { precision, scale, kind, size }) => twosComplement(unscaledOf(asText(value), precision, scale), kind === 'fixed' ? size : undefined),
};

/** Its scale travels with each value: the unscaled bytes with their length in front, then the scale. */
const bigDecimal: AvroLogicalType = {
  valueKind: 'string',
  fromAvro: (base) => {
    const reader = new LongReader(asBytes(base));
    const unscaled = fromTwosComplement(reader.bytes(reader.long()));
    return decimalText(unscaled, reader.long());
  },
  toAvro: (value) => {
    const { unscaled, scale } = decimalOf(asText(value));
    const digits = twosComplement(unscaled);
    return Uint8Array.of(...longBytes(digits.length), ...digits, ...longBytes(scale));
  },
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const uuid: AvroLogicalType = {
  valueKind: 'string',
  fromAvro: (base) => (typeof base === 'string' ? base : uuidText(asBytes(base))),
  toAvro: (value, { kind }) => {
    const text = asText(value);
    if (!UUID.test(text)) throw new RangeError(`${JSON.stringify(text)} is no uuid`);
    return kind === 'fixed' ? uuidBytes(text) : text;
  },
};

const date: AvroLogicalType = {
  valueKind: 'string',
  fromAvro: (base) => dayText(Number(base)),
  toAvro: (value) => epochDayOf(asText(value)),
};

const timestampMillis: AvroLogicalType = {
  valueKind: 'object',
  fromAvro: (base) => {
    const instant = new Date(Number(base));
    if (Number.isNaN(instant.getTime())) throw new RangeError(`${Number(base)} ms since the epoch is beyond what Date holds; read it with logicalTypes 'none'`);
    return instant;
  },
  toAvro: (value) => {
    if (!(value instanceof Date)) throw new TypeError('no Date');
    if (Number.isNaN(value.getTime())) throw new RangeError('an invalid Date');
    return value.getTime();
  },
};

const wideTimestamp: AvroLogicalType = {
  valueKind: 'bigint',
  isWide: true,
  fromAvro: (base) => BigInt(base as bigint),
  toAvro: (value) => {
    if (typeof value !== 'bigint') throw new TypeError('no bigint');
    return value;
  },
};

const duration: AvroLogicalType = {
  valueKind: 'object',
  fromAvro: (base) => {
    const bytes = asBytes(base);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return { months: view.getUint32(0, true), days: view.getUint32(4, true), milliseconds: view.getUint32(8, true) };
  },
  toAvro: (value) => {
    const { months, days, milliseconds } = (typeof value === 'object' && value !== null ? value : {}) as Partial<AvroDuration>;
    const bytes = new Uint8Array(12);
    [months, days, milliseconds].forEach((part, index) => {
      if (typeof part !== 'number' || !Number.isInteger(part) || part < 0 || part > 0xffffffff) throw new RangeError('no duration of months, days and milliseconds, each from 0 to 4294967295');
      new DataView(bytes.buffer).setUint32(4 * index, part, true);
    });
    return bytes;
  },
};

function timeOfDay(digits: 3 | 6): AvroLogicalType {
  return { valueKind: 'string', fromAvro: (base) => timeText(Number(base), digits), toAvro: (value) => timeUnitsOf(asText(value), digits) };
}

function localTimestamp(digits: 3 | 6 | 9): AvroLogicalType {
  return {
    valueKind: 'string',
    isWide: true,
    fromAvro: (base) => localText(BigInt(base as bigint), digits),
    toAvro: (value) => {
      const units = localUnitsOf(asText(value), digits);
      if (BigInt.asIntN(64, units) !== units) throw new RangeError(`${asText(value)} is beyond 64 bits`);
      return units;
    },
  };
}

export const avroLogicalTypes: Readonly<Record<AvroLogicalTypeName, AvroLogicalType>> = {
  decimal,
  'big-decimal': bigDecimal,
  uuid,
  date,
  'time-millis': timeOfDay(3),
  'time-micros': timeOfDay(6),
  'timestamp-millis': timestampMillis,
  'timestamp-micros': wideTimestamp,
  'timestamp-nanos': wideTimestamp,
  'local-timestamp-millis': localTimestamp(3),
  'local-timestamp-micros': localTimestamp(6),
  'local-timestamp-nanos': localTimestamp(9),
  duration,
};

function asText(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('no text');
  return value;
}

function asBytes(base: AvroBase): Uint8Array {
  return typeof base === 'string' ? new TextEncoder().encode(base) : (base as Uint8Array);
}

function uuidText(bytes: Uint8Array): string {
  if (bytes.length !== 16) return new TextDecoder().decode(bytes);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function uuidBytes(text: string): Uint8Array {
  const hex = text.replaceAll('-', '');
  return Uint8Array.from({ length: 16 }, (_, index) => Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16));
}

/** Avro's own long, zigzag and in groups of seven bits; only for small numbers. */
function longBytes(value: number): number[] {
  const bytes: number[] = [];
  let rest = value * 2;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
  return [...bytes, rest];
}

class LongReader {
  readonly #bytes: Uint8Array;
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  long(): number {
    let value = 0;
    for (let factor = 1; factor <= 128 ** 4; factor *= 128) {
      const byte = this.#bytes[this.#position++];
      if (byte === undefined) break;
      value += (byte & 0x7f) * factor;
      if (byte >= 0x80) continue;
      if (value % 2 === 1) throw new RangeError('a big-decimal with a negative length or scale');
      return value / 2;
    }
    throw new RangeError('a big-decimal that is cut short');
  }

  bytes(length: number): Uint8Array {
    if (this.#position + length > this.#bytes.length) throw new RangeError('a big-decimal that is cut short');
    this.#position += length;
    return this.#bytes.subarray(this.#position - length, this.#position);
  }
}
