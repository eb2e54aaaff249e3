/**
 * The TypeScript type of the values of an Avro schema that is written as a literal:
 *
 *   const order = { type: 'record', name: 'Order', fields: [{ name: 'total', type: 'int' }] } as const;
 *   type Order = AvroType<typeof order>; // { total: number }
 */
import type { AvroDuration } from '../avro/logical-types/logical-types.js';

/** As far as the types look; everything else of Avro may stand there too. */
export type AvroSchemaLiteral = string | readonly AvroSchemaLiteral[] | { readonly type: unknown; readonly [key: string]: unknown };

/** `Long` is what longs are: number, or bigint with `long: 'bigint'`, or both with `auto`. */
export type AvroType<S, Long = number> = AvroSchemaLiteral extends S ? unknown : string extends S ? unknown : Value<S, S, Long>;

export type AvroTypeLong<Option> = Option extends 'bigint' ? bigint : Option extends 'auto' ? number | bigint : number;

interface Primitives<Long> {
  null: null;
  boolean: boolean;
  int: number;
  long: Long;
  float: number;
  double: number;
  bytes: Uint8Array;
  string: string;
}

interface LogicalTypes {
  decimal: string;
  'big-decimal': string;
  uuid: string;
  date: string;
  'time-millis': string;
  'time-micros': string;
  'timestamp-millis': Date;
  'timestamp-micros': bigint;
  'timestamp-nanos': bigint;
  'local-timestamp-millis': string;
  'local-timestamp-micros': string;
  'local-timestamp-nanos': string;
  duration: AvroDuration;
}

type Value<S, Root, Long> = S extends keyof Primitives<Long>
  ? Primitives<Long>[S]
  : S extends string
    ? Value<Extract<Named<Root>, { readonly name: Spelled<S> }>, Root, Long>
    : S extends readonly unknown[]
      ? IsAmbiguous<S> extends true
        ? NamedBranch<S[number], Root, Long>
        : Value<S[number], Root, Long>
      : S extends { readonly logicalType: infer L extends keyof LogicalTypes }
        ? LogicalTypes[L]
        : S extends { readonly type: 'record' | 'error'; readonly fields: readonly (infer F)[] }
          ? RecordValue<F, Root, Long>
          : S extends { readonly type: 'enum'; readonly symbols: readonly (infer Symbol)[] }
            ? Symbol
            : S extends { readonly type: 'fixed' }
              ? Uint8Array
              : S extends { readonly type: 'array'; readonly items: infer Items }
                ? Value<Items, Root, Long>[]
                : S extends { readonly type: 'map'; readonly values: infer Values }
                  ? Record<string, Value<Values, Root, Long>>
                  : S extends { readonly type: infer T }
                    ? Value<T, Root, Long>
                    : unknown;

/** A field with a default may be left out when writing; when read, it is there. */
type RecordValue<F, Root, Long> = {
  [Field in F as Field extends { readonly name: infer Name extends string } ? Name : never]: Field extends { readonly type: infer T } ? Value<T, Root, Long> : never;
};

/** Every record, enum and fixed inside. */
type Named<S> = S extends readonly (infer Branch)[]
  ? Named<Branch>
  : S extends { readonly type: 'record' | 'error'; readonly fields: readonly (infer F)[] }
    ? S | (F extends { readonly type: infer T } ? Named<T> : never)
    : S extends { readonly type: 'enum' | 'fixed' }
      ? S
      : S extends { readonly items: infer Inner } | { readonly values: infer Inner } | { readonly type: infer Inner }
        ? Named<Inner>
        : never;

/** A name may be used with its namespace, and be defined without. */
type Spelled<Name extends string> = Name | LastPart<Name>;
type LastPart<Name extends string> = Name extends `${string}.${infer Rest}` ? LastPart<Rest> : Name;

type BranchName<S> = S extends string ? S : S extends { readonly name: infer Name extends string; readonly namespace: infer Space extends string } ? `${Space}.${Name}` : S extends { readonly name: infer Name extends string } ? Name : S extends { readonly type: infer T extends string } ? T : never;

type NamedBranch<S, Root, Long> = S extends 'null' ? null : { [Name in BranchName<S>]: Value<S, Root, Long> };

/** Two branches that look alike in JavaScript. */
type IsAmbiguous<Branches extends readonly unknown[]> = Branches extends readonly [infer First, ...infer Rest] ? (Kind<First> & Kind<Rest[number]> extends never ? IsAmbiguous<Rest> : true) : false;

type Kind<S> = S extends 'null' | 'boolean' | 'string' | 'bytes'
  ? S
  : S extends 'int' | 'long' | 'float' | 'double'
    ? 'number'
    : S extends string
      ? 'object'
      : S extends { readonly logicalType: 'timestamp-millis' | 'duration' }
        ? 'object'
        : S extends { readonly logicalType: 'timestamp-micros' | 'timestamp-nanos' }
          ? 'bigint'
          : S extends { readonly logicalType: keyof LogicalTypes }
            ? 'string'
            : S extends { readonly type: 'enum' }
              ? 'string'
              : S extends { readonly type: 'fixed' }
                ? 'bytes'
                : S extends { readonly type: 'array' }
                  ? 'array'
                  : S extends { readonly type: 'record' | 'error' | 'map' }
                    ? 'object'
                    : S extends { readonly type: infer T }
                      ? Kind<T>
                      : never;
