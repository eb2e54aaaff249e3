/** Avro: binary by avsc, bytes straight into their place behind the schema's id. */
import { parseSchema, type AvroTypeNode, type ResolveReference } from '@millrace/schema';
import type avro from 'avsc';
import type { Codec, Decode, SchemaFormat } from '../codec.js';
import type { SchemaToRegister } from '../registry/registry-api.js';
import type { FieldVisitor } from '../rules/field-visitor.js';
import { messageOf, shown, ValueError } from '../serde-error.js';
import { asBuffer } from '../wire/as-buffer.js';
import { avroFromCel, avroToCel } from './avro-cel.js';
import { avroTypeOptions, type AvroTypeOptions, type AvroValueOptions } from './avro-options.js';
import { ConvertedType, OffsetType } from './avsc-types.js';
import { compileAvsc } from './compile-avsc.js';
import { mapAvroFields } from './map-avro-fields.js';

const NO_INDEXES: Uint8Array = new Uint8Array(0);

/** Values are encoded here first and then copied out, as avsc itself does. Grows to the largest value met, up to a bound. */
let scratch: Buffer = Buffer.allocUnsafeSlow(16 * 1024);
const MAX_SCRATCH = 1024 * 1024;

export function avroFormat(options: AvroValueOptions): SchemaFormat<unknown> {
  const typeOptions = avroTypeOptions(options);
  return {
    schemaType: 'AVRO',
    compile: (schema: SchemaToRegister, resolve: ResolveReference): AvroCodec => {
      const parsed = parseSchema('AVRO', { schema: schema.schema, references: schema.references, resolve });
      return new AvroCodec(parsed.type, parsed.name, typeOptions);
    },
  };
}

export class AvroCodec implements Codec<unknown> {
  readonly recordName: string | undefined;
  readonly #type: AvroTypeNode;
  readonly #options: AvroTypeOptions;
  readonly #own: avro.Type;
  readonly #offset: OffsetType;
  /** Confluent writes a schema that is nothing but bytes without their length. */
  readonly #isBareBytes: boolean;
  #reader: avro.Type | undefined;
  #writer: avro.Type | undefined;

  constructor(type: AvroTypeNode, recordName: string | undefined, options: AvroTypeOptions) {
    this.recordName = recordName;
    this.#type = type;
    this.#options = options;
    this.#own = compileAvsc(type, options, 'own');
    this.#offset = new OffsetType(this.#own);
    this.#isBareBytes = type.kind === 'bytes';
  }

  indexesOf(): Uint8Array {
    return NO_INDEXES;
  }

  encode(value: unknown, room: number): Uint8Array {
    let end: number;
    try {
      end = this.#own.encode(value, scratch, room);
      if (end < 0) {
        const grown = Buffer.allocUnsafeSlow(scratch.length - end);
        end = this.#own.encode(value, grown, room);
        if (grown.length > MAX_SCRATCH) return this.#withoutLength(grown, room, end);
        scratch = Buffer.allocUnsafeSlow(Math.min(MAX_SCRATCH, 2 * grown.length));
        grown.copy(scratch, 0, 0, end);
      }
    } catch (error) {
      throw this.#valueError(value, error);
    }
    if (this.#isBareBytes) return this.#withoutLength(scratch, room, end);
    const bytes = Buffer.allocUnsafe(end);
    scratch.copy(bytes, 0, 0, end);
    return bytes;
  }

  decode(bytes: Uint8Array, start: number): unknown {
    if (this.#isBareBytes) return this.#read(this.#own, withLength(bytes, start), 0, undefined);
    const type = this.#offset;
    type.start = start;
    try {
      return type.fromBuffer(asBuffer(bytes));
    } catch {
      // Again, slowly, to say what is wrong.
      return this.#read(this.#own, bytes, start, undefined);
    }
  }

  readerOf(writer: Codec<unknown>): Decode<unknown> {
    if (!(writer instanceof AvroCodec)) throw new ValueError([], 'the data is not Avro');
    this.#reader ??= compileAvsc(this.#type, this.#options, 'reader');
    const reader = this.#reader;
    let resolver: avro.Resolver;
    try {
      resolver = reader.createResolver(writer.#asWriter(), { ignoreNamespaces: true });
    } catch (error) {
      throw new ValueError([], `the reader's schema cannot read the writer's: ${messageOf(error)}`, error);
    }
    if (writer.#isBareBytes) return (bytes, start) => this.#read(reader, withLength(bytes, start), 0, resolver);
    return (bytes, start) => this.#read(reader, bytes, start, resolver);
  }

  toPlain(value: unknown): unknown {
    return value;
  }

  /** Fills in defaults and refuses what does not fit. */
  fromPlain(plain: unknown): unknown {
    return this.decode(this.encode(plain, 0), 0);
  }

  toCel(value: unknown): unknown {
    return avroToCel(this.#type, value, this.#options);
  }

  fromCel(result: unknown): unknown {
    return avroFromCel(this.#type, result, this.#options);
  }

  mapFields(value: unknown, visit: FieldVisitor): Promise<unknown> {
    return mapAvroFields(this.#type, value, visit, this.#options);
  }

  #asWriter(): avro.Type {
    return (this.#writer ??= compileAvsc(this.#type, this.#options, 'writer'));
  }

  #read(type: avro.Type, bytes: Uint8Array, start: number, resolver: avro.Resolver | undefined): unknown {
    const buffer = asBuffer(bytes);
    let answer: { value: unknown; offset: number };
    try {
      answer = type.decode(buffer, start, resolver);
    } catch (error) {
      throw new ValueError([], `${buffer.length - start} bytes are no ${this.#label()}: ${messageOf(error)}`, error);
    }
    if (answer.offset !== buffer.length) throw this.#lengthError(answer.offset, buffer.length, start);
    return answer.value;
  }

  #lengthError(end: number, length: number, start: number): ValueError {
    if (end < 0) return new ValueError([], `${length - start} bytes are too few for ${this.#label()}`);
    return new ValueError([], `${length - end} bytes are left over behind ${this.#label()}`);
  }

  #withoutLength(bytes: Buffer, room: number, end: number): Uint8Array {
    if (!this.#isBareBytes) return bytes.subarray(0, end);
    let start = room;
    while ((bytes[start] ?? 0) >= 0x80) start++;
    const copy = Buffer.allocUnsafe(room + end - start - 1);
    bytes.copy(copy, room, start + 1, end);
    return copy;
  }

  /** What avsc says without the place, with it. */
  #valueError(value: unknown, error: unknown): ValueError {
    let found: ValueError | undefined;
    this.#own.isValid(value, {
      errorHook: (path, wrong: unknown, type) => {
        found ??= new ValueError(path, complaint(type, wrong), error);
      },
    });
    return found ?? new ValueError([], messageOf(error), error);
  }

  #label(): string {
    return this.recordName ?? `Avro ${this.#type.kind}`;
  }
}

function complaint(type: avro.Type, value: unknown): string {
  if (type instanceof ConvertedType) return `expected ${typeLabel(type)}, got ${shown(value)} (${type.problemOf(value) ?? 'it does not fit'})`;
  return `expected ${typeLabel(type)}, got ${shown(value)}`;
}

function typeLabel(type: avro.Type): string {
  if (type instanceof ConvertedType) return type.label;
  const word = type.typeName.replace(/^(abstract|logical|union):/, '');
  if (type.typeName.startsWith('union:')) return `one of ${(type as avro.types.UnwrappedUnionType).types.map(typeLabel).join(', ')}`;
  return type.name === undefined ? word : `${word} ${type.name}`;
}

/** Bytes with Avro's length in front again. */
function withLength(bytes: Uint8Array, start: number): Buffer {
  const payload = bytes.subarray(start);
  const length: number[] = [];
  let rest = payload.length * 2;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) length.push((rest % 128) | 0x80);
  return Buffer.concat([Uint8Array.of(...length, rest), payload]);
}
