/** Protobuf: messages of the registered file, as generated code knows them or, without it, by the file's descriptors. */
import { create, fromBinary, fromJson, isMessage, toBinary, toJson, type DescMessage, type FileRegistry, type JsonValue, type Message, type Registry } from '@bufbuild/protobuf';
import { isReflectMessage, reflect } from '@bufbuild/protobuf/reflect';
import { messageAt, messageIndexes, parseSchema, registryOf, type ProtobufSchema, type ResolveReference } from '@millrace/schema';
import type { Codec, Decode, SchemaFormat } from '../codec.js';
import type { SchemaToRegister } from '../registry/registry-api.js';
import type { FieldVisitor } from '../rules/field-visitor.js';
import { messageOf, shown, ValueError } from '../serde-error.js';
import { writeIndexes } from '../wire/message-indexes.js';
import { checkMessage } from './check-message.js';
import { mapMessageFields } from './map-message-fields.js';

export interface ProtobufFormatOptions {
  /** Messages of generated code, by their full names. */
  readonly known: ReadonlyMap<string, DescMessage>;
  /** The message that a plain object is meant as. Default: the first of the file. */
  readonly messageName: string | undefined;
}

export function protobufFormat(options: ProtobufFormatOptions): SchemaFormat<object> {
  return {
    schemaType: 'PROTOBUF',
    compile: (schema: SchemaToRegister, resolve: ResolveReference) => new ProtobufCodec(parseSchema('PROTOBUF', { schema: schema.schema, references: schema.references, resolve }), options),
  };
}

export class ProtobufCodec implements Codec<object> {
  readonly recordName: string | undefined;
  readonly #schema: ProtobufSchema;
  readonly #options: ProtobufFormatOptions;
  readonly #registry: FileRegistry;
  readonly #indexes = new Map<string, Uint8Array>();
  readonly #descs = new Map<string, DescMessage>();

  constructor(schema: ProtobufSchema, options: ProtobufFormatOptions) {
    this.recordName = options.messageName ?? schema.name;
    this.#schema = schema;
    this.#options = options;
    this.#registry = registryOf(schema);
  }

  indexesOf(value: object): Uint8Array {
    const name = this.#nameOf(value);
    let indexes = this.#indexes.get(name);
    if (indexes === undefined) {
      indexes = writeIndexes(this.#indexesOfName(name));
      this.#indexes.set(name, indexes);
    }
    return indexes;
  }

  encode(value: object, room: number): Uint8Array {
    const desc = this.#desc(this.#nameOf(value));
    let payload: Uint8Array;
    try {
      const message = asMessage(desc, value);
      checkMessage(desc, message);
      payload = toBinary(desc, message);
    } catch (error) {
      if (error instanceof ValueError) throw error;
      throw new ValueError([], `${shown(value)} is no ${desc.typeName}: ${messageOf(error)}`, error);
    }
    if (room === 0) return payload;
    const bytes = Buffer.allocUnsafe(room + payload.length);
    bytes.set(payload, room);
    return bytes;
  }

  decode(bytes: Uint8Array, start: number, indexes: readonly number[]): Message {
    return this.#read(this.#nameAt(indexes), plainBytes(bytes, start));
  }

  readerOf(writer: Codec<object>): Decode<Message> {
    if (!(writer instanceof ProtobufCodec)) throw new ValueError([], 'the data is not Protobuf');
    return (bytes, start, indexes) => this.#read(writer.#nameAt(indexes), plainBytes(bytes, start));
  }

  toPlain(value: object): unknown {
    const desc = this.#desc(this.#nameOf(value));
    return toJson(desc, asMessage(desc, value), { registry: this.#registry, useProtoFieldName: false });
  }

  fromPlain(plain: unknown, like: object): Message {
    const desc = this.#desc(this.#nameOf(like));
    try {
      return fromJson(desc, plain as JsonValue, { registry: this.#registry });
    } catch (error) {
      throw new ValueError([], `${shown(plain)} is no ${desc.typeName}: ${messageOf(error)}`, error);
    }
  }

  toCel(value: object): unknown {
    const desc = this.#desc(this.#nameOf(value));
    return reflect(desc, asMessage(desc, value));
  }

  fromCel(result: unknown, before: object): object {
    const message: unknown = isReflectMessage(result) ? result.message : result;
    if (isMessage(message) && message.$typeName === this.#nameOf(before)) return message;
    throw new ValueError([], `the transformation gave ${shown(message)}, no ${this.#nameOf(before)}`);
  }

  mapFields(value: object, visit: FieldVisitor): Promise<Message> {
    const desc = this.#desc(this.#nameOf(value));
    return mapMessageFields(desc, asMessage(desc, value), visit, this.#registry as Registry);
  }

  #read(name: string, payload: Uint8Array): Message {
    const desc = this.#desc(name);
    try {
      return fromBinary(desc, payload);
    } catch (error) {
      throw new ValueError([], `${payload.length} bytes are no ${name}: ${messageOf(error)}`, error);
    }
  }

  #nameOf(value: object): string {
    if (typeof value !== 'object' || value === null) throw new ValueError([], `expected a message, got ${shown(value)}`);
    if ('$typeName' in value && typeof value.$typeName === 'string') return value.$typeName;
    if (this.recordName === undefined) throw new ValueError([], 'the schema has no message');
    return this.recordName;
  }

  #nameAt(indexes: readonly number[]): string {
    try {
      return messageAt(this.#schema.file, indexes);
    } catch (error) {
      throw new ValueError([], messageOf(error), error);
    }
  }

  #indexesOfName(name: string): readonly number[] {
    try {
      return messageIndexes(this.#schema.file, name);
    } catch (error) {
      throw new ValueError([], `the registered schema has no message ${name}`, error);
    }
  }

  #desc(name: string): DescMessage {
    let desc = this.#descs.get(name);
    if (desc === undefined) {
      desc = this.#options.known.get(name) ?? this.#registry.getMessage(name);
      if (desc === undefined) throw new ValueError([], `the schema has no message ${name}`);
      this.#descs.set(name, desc);
    }
    return desc;
  }
}

/** A plain object becomes a message; what is wrong with it is found when it is encoded. */
function asMessage(desc: DescMessage, value: object): Message {
  return isMessage(value) ? value : create(desc, value as Record<string, unknown>);
}

/** Fields of type bytes are views of these: of a Buffer they would be Buffers. */
function plainBytes(bytes: Uint8Array, start: number): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset + start, bytes.length - start);
}
