/**
 * The TypeScript type of the values of a JSON Schema that is written as a literal. It knows types, properties, required, enum,
 * const, items, allOf, anyOf, oneOf and `$ref` into the schema itself; what it does not know is `unknown`.
 */
export type JsonSchemaLiteral = boolean | { readonly [keyword: string]: unknown };

export type JsonType<S> = Value<S, S>;

type Value<S, Root> = S extends { readonly $ref: infer Ref extends string }
  ? Value<Target<Ref, Root>, Root>
  : S extends { readonly const: infer C }
    ? Writable<C>
    : S extends { readonly enum: readonly (infer E)[] }
      ? E
      : S extends { readonly allOf: infer Parts extends readonly unknown[] }
        ? All<Parts, Root> & Plain<Omit<S, 'allOf'>, Root>
        : S extends { readonly anyOf: readonly (infer Part)[] } | { readonly oneOf: readonly (infer Part)[] }
          ? Value<Part, Root>
          : Plain<S, Root>;

type Plain<S, Root> = S extends { readonly type: infer T }
  ? T extends readonly (infer One)[]
    ? OfType<One, S, Root>
    : OfType<T, S, Root>
  : S extends { readonly properties: unknown }
    ? ObjectValue<S, Root>
    : unknown;

type OfType<T, S, Root> = T extends 'string'
  ? string
  : T extends 'integer' | 'number'
    ? number
    : T extends 'boolean'
      ? boolean
      : T extends 'null'
        ? null
        : T extends 'array'
          ? S extends { readonly items: infer Items }
            ? Value<Items, Root>[]
            : unknown[]
          : T extends 'object'
            ? ObjectValue<S, Root>
            : unknown;

type ObjectValue<S, Root> = S extends { readonly properties: infer P }
  ? Flat<{ -readonly [K in keyof P as K extends Required<S> ? K : never]: Value<P[K], Root> } & { -readonly [K in keyof P as K extends Required<S> ? never : K]?: Value<P[K], Root> }>
  : S extends { readonly additionalProperties: infer A extends object }
    ? Record<string, Value<A, Root>>
    : Record<string, unknown>;

type Required<S> = S extends { readonly required: readonly (infer Name)[] } ? Name : never;

type All<Parts extends readonly unknown[], Root> = Parts extends readonly [infer First, ...infer Rest] ? Value<First, Root> & All<Rest, Root> : unknown;

type Target<Ref extends string, Root> = Ref extends '#' ? Root : Ref extends `#/${infer Path}` ? At<Path, Root> : unknown;

type At<Path extends string, Node> = Path extends `${infer Step}/${infer Rest}` ? (Step extends keyof Node ? At<Rest, Node[Step]> : unknown) : Path extends keyof Node ? Node[Path] : unknown;

type Flat<T> = { [K in keyof T]: T[K] };

type Writable<T> = T extends readonly unknown[] | object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;
