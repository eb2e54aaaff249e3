/** What Avro, JSON Schema and Protobuf have in common: a registered schema becomes a codec. */
import type { ResolveReference, SchemaType } from '@millrace/schema';
import type { SchemaToRegister } from './registry/registry-api.js';
import type { FieldVisitor } from './rules/field-visitor.js';

export interface Codec<T> {
  /** Full name of the record, the title; undefined where the schema has none. */
  readonly recordName: string | undefined;
  /** Protobuf's message indexes; empty otherwise. */
  indexesOf(value: T): Uint8Array;
  /**
   * The value's bytes, behind `room` bytes that are left to the caller.
   *
   * @throws ValueError
   */
  encode(value: T, room: number): Uint8Array;
  /**
   * The value that begins at `start` and fills the rest.
   *
   * @throws ValueError
   */
  decode(bytes: Uint8Array, start: number, indexes: readonly number[]): T;
  /**
   * What reads bytes of `writer` as values of this schema.
   *
   * @throws ValueError where the two schemas do not go together
   */
  readerOf(writer: Codec<T>): Decode<T>;
  /** The value as plain JSON-like data, for migrations. `fromPlain` checks what comes back; `like` is the value before. */
  toPlain(value: T): unknown;
  fromPlain(plain: unknown, like: T): T;
  /** The value as CEL takes it, with whole numbers told from others. */
  toCel(value: T): unknown;
  /** What a transformation by CEL gave, in plain data. */
  fromCel(result: unknown, before: T): T;
  /** A copy in which the leaves are what `visit` made of them. */
  mapFields(value: T, visit: FieldVisitor): Promise<T>;
}

export type Decode<T> = (bytes: Uint8Array, start: number, indexes: readonly number[]) => T;

export interface SchemaFormat<T> {
  readonly schemaType: SchemaType;
  /** @throws SchemaError */
  compile(schema: SchemaToRegister, resolve: ResolveReference): Codec<T>;
}
