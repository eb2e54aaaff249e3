/** JSON with a schema: text in UTF-8, validated when written and when read. */
import { dialectOf, parseSchema, toPlainValue, type JsonSchema, type ResolveReference } from '@millrace/schema';
import type { ValidateFunction } from 'ajv';
import type { Codec, Decode, SchemaFormat } from '../codec.js';
import type { SchemaToRegister } from '../registry/registry-api.js';
import { plainToCel } from '../rules/cel-values.js';
import type { FieldVisitor } from '../rules/field-visitor.js';
import { messageOf, shown, ValueError } from '../serde-error.js';
import { jsonValidator, type Patterns } from './json-validator.js';
import { JsonFields } from './map-json-fields.js';

export interface JsonValueOptions {
  /** Hold values against the schema when they are written and read. Default: true. */
  validate?: boolean;
  /** `native` runs patterns with look-around too, which may take exponential time. Default: linear. */
  patterns?: Patterns;
}

const NO_INDEXES: Uint8Array = new Uint8Array(0);
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

export function jsonFormat({ validate = true, patterns = 'linear' }: JsonValueOptions): SchemaFormat<unknown> {
  return {
    schemaType: 'JSON',
    compile: (schema: SchemaToRegister, resolve: ResolveReference) => {
      const parsed = parseSchema('JSON', { schema: schema.schema, references: schema.references, resolve });
      const referenced = new Map([...parsed.referenced].map(([name, text]) => [name, JSON.parse(text) as unknown]));
      const root = toPlainValue(parsed.root);
      return new JsonCodec(parsed, validate ? jsonValidator({ root, dialect: dialectOf(parsed.root), referenced, patterns }) : undefined);
    },
  };
}

export class JsonCodec implements Codec<unknown> {
  readonly recordName: string | undefined;
  readonly #schema: JsonSchema;
  readonly #validate: ValidateFunction | undefined;
  #fields: JsonFields | undefined;

  constructor(schema: JsonSchema, validate: ValidateFunction | undefined) {
    this.recordName = schema.name;
    this.#schema = schema;
    this.#validate = validate;
  }

  indexesOf(): Uint8Array {
    return NO_INDEXES;
  }

  encode(value: unknown, room: number): Uint8Array {
    let text: string | undefined;
    try {
      text = JSON.stringify(value);
    } catch (error) {
      throw new ValueError([], `the value is no JSON: ${messageOf(error)}`, error);
    }
    if (text === undefined) throw new ValueError([], `expected JSON, got ${shown(value)}`);
    this.#check(value);
    const length = Buffer.byteLength(text);
    const bytes = Buffer.allocUnsafe(room + length);
    bytes.write(text, room);
    return bytes;
  }

  decode(bytes: Uint8Array, start: number): unknown {
    let value: unknown;
    try {
      value = JSON.parse(utf8.decode(start === 0 ? bytes : bytes.subarray(start)));
    } catch (error) {
      throw new ValueError([], `${bytes.length - start} bytes are no JSON: ${messageOf(error)}`, error);
    }
    this.#check(value);
    return value;
  }

  /** JSON says itself what is in it. */
  readerOf(): Decode<unknown> {
    return (bytes, start) => this.decode(bytes, start);
  }

  toPlain(value: unknown): unknown {
    return value;
  }

  fromPlain(plain: unknown): unknown {
    this.#check(plain);
    return plain;
  }

  toCel(value: unknown): unknown {
    return plainToCel(value);
  }

  fromCel(result: unknown): unknown {
    return result;
  }

  mapFields(value: unknown, visit: FieldVisitor): Promise<unknown> {
    return (this.#fields ??= new JsonFields(this.#schema)).map(value, visit);
  }

  #check(value: unknown): void {
    if (this.#validate === undefined || this.#validate(value) === true) return;
    const [error] = this.#validate.errors ?? [];
    const path = (error?.instancePath ?? '').split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    throw new ValueError(path, `${error?.message ?? 'the value does not fit the schema'}${detailOf(error?.params)}`);
  }
}

/** ajv keeps the name that matters out of its message. */
function detailOf(params: Record<string, unknown> | undefined): string {
  const { additionalProperty, unevaluatedProperty, allowedValues, allowedValue } = params ?? {};
  const detail = additionalProperty ?? unevaluatedProperty ?? allowedValues ?? allowedValue;
  return detail === undefined ? '' : ` (${shown(detail)})`;
}
