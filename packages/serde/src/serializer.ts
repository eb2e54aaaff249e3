/**
 * From a value to bytes with the id of their schema. What a topic needs is looked up once; from then on `serialize` answers
 * at once, without a promise, unless the schema has rules. `await` takes both.
 */
import type { Rule } from '@millrace/schema';
import type { Codec, SchemaFormat } from './codec.js';
import { BoundedMap } from './bounded-map.js';
import { fetchReferences } from './references.js';
import { RegistryError } from './registry/registry-error.js';
import type { RegisteredSchema, SchemaToRegister } from './registry/registry-api.js';
import { RuleError } from './rules/rule-context.js';
import { selectRules } from './rules/select-rules.js';
import { chooseSchema, followsLatest } from './schema-choice.js';
import { messageOf, SerdeError, ValueError, type SerdeErrorReason } from './serde-error.js';
import { serdeSettings, type SerdeSettings, type SerializerOptions } from './serde-options.js';
import { asBuffer } from './wire/as-buffer.js';
import { setHeader, type HeadersToWrite } from './wire/headers.js';
import { guidHeader, PREFIX_LENGTH, schemaIdHeader, writePrefix } from './wire/schema-id.js';

export interface Serializer<T> {
  /** Null stays null: in a compacted topic it deletes the key. The bytes are a Buffer, as kafkajs wants them. */
  serialize(topic: string, value: T, headers?: HeadersToWrite): Uint8Array | Promise<Uint8Array>;
  serialize(topic: string, value: T | null | undefined, headers?: HeadersToWrite): Uint8Array | null | Promise<Uint8Array | null>;
}

/** The schema that a serializer brings along, and what distinguishes values that need another. */
export interface OwnSchemas<T> {
  /** Values of the same kind are written with the same schema: '' where there is one only, the message's name in Protobuf. */
  kindOf(value: T): string;
  /** Undefined where the registry's schema is used. */
  schemaFor(value: T): Promise<{ readonly toRegister: SchemaToRegister; readonly recordName: string | undefined } | undefined>;
}

interface Target<T> {
  readonly codec: Codec<T>;
  readonly schema: RegisteredSchema;
  readonly subject: string;
  readonly domainRules: readonly Rule[];
  readonly encodingRules: readonly Rule[];
  readonly hasRules: boolean;
  readonly goodUntilMs: number;
}

export class RegistrySerializer<T> implements Serializer<T> {
  readonly #options: SerializerOptions;
  readonly #settings: SerdeSettings;
  readonly #format: SchemaFormat<T>;
  readonly #own: OwnSchemas<T>;
  readonly #isInHeader: boolean;
  readonly #expires: boolean;
  readonly #targets: BoundedMap<string, Target<T>>;
  readonly #loading = new Map<string, Promise<Target<T>>>();

  constructor(options: SerializerOptions, format: SchemaFormat<T>, own: OwnSchemas<T>) {
    this.#options = options;
    this.#settings = serdeSettings(options);
    this.#format = format;
    this.#own = own;
    this.#isInHeader = options.idIn === 'header';
    this.#expires = followsLatest(options) && this.#settings.registry.latestTtlMs !== undefined;
    this.#targets = new BoundedMap(this.#settings.cacheSize);
  }

  serialize(topic: string, value: T, headers?: HeadersToWrite): Uint8Array | Promise<Uint8Array>;
  serialize(topic: string, value: T | null | undefined, headers?: HeadersToWrite): Uint8Array | null | Promise<Uint8Array | null>;
  serialize(topic: string, value: T | null | undefined, headers?: HeadersToWrite): Uint8Array | null | Promise<Uint8Array | null> {
    if (value === null || value === undefined) return null;
    const target = this.#targets.get(keyOf(topic, this.#kindOf(topic, value)));
    if (target === undefined || target.hasRules || (this.#expires && this.#settings.clock.monotonic() >= target.goodUntilMs)) return this.#serializeSlowly(topic, value, headers);
    try {
      return this.#framed(target, value, headers);
    } catch (error) {
      throw this.#failure(topic, error);
    }
  }

  async #serializeSlowly(topic: string, value: T, headers: HeadersToWrite | undefined): Promise<Uint8Array> {
    try {
      const target = await this.#target(topic, value);
      if (!target.hasRules) return this.#framed(target, value, headers);
      return await this.#ruled(target, topic, value, headers);
    } catch (error) {
      throw this.#failure(topic, error);
    }
  }

  async #ruled(target: Target<T>, topic: string, value: T, headers: HeadersToWrite | undefined): Promise<Uint8Array> {
    const { codec, schema, subject } = target;
    const task = { mode: 'WRITE', topic, part: this.#settings.part, subject, schema } as const;
    // A codec of T handles the values that rules hand around as unknown.
    const ruled = (await this.#settings.runner.run(value, { ...task, rules: target.domainRules, codec: codec as Codec<unknown> })) as T;
    const bytes = codec.encode(ruled, 0);
    const encoded = (await this.#settings.runner.run(bytes, { ...task, rules: target.encodingRules, codec: undefined })) as Uint8Array;
    return this.#withId(target, codec.indexesOf(ruled), encoded, headers);
  }

  #framed(target: Target<T>, value: T, headers: HeadersToWrite | undefined): Uint8Array {
    const { codec, schema } = target;
    const indexes = codec.indexesOf(value);
    if (this.#isInHeader) return this.#withId(target, indexes, codec.encode(value, 0), headers);
    const bytes = codec.encode(value, PREFIX_LENGTH + indexes.length);
    writePrefix(bytes, schema.id);
    if (indexes.length > 0) bytes.set(indexes, PREFIX_LENGTH);
    return bytes;
  }

  #withId({ schema }: Target<T>, indexes: Uint8Array, payload: Uint8Array, headers: HeadersToWrite | undefined): Uint8Array {
    if (this.#isInHeader) {
      if (headers === undefined) throw new TypeError('the guid goes into a header: hand the headers of the record to serialize');
      if (schema.guid === undefined) throw new TypeError(`the registry gave schema ${schema.id} no guid; registries before 8.0 have none`);
      setHeader(headers, schemaIdHeader(this.#settings.part), guidHeader(schema.guid, indexes));
      return asBuffer(payload);
    }
    const bytes = Buffer.allocUnsafe(PREFIX_LENGTH + indexes.length + payload.length);
    writePrefix(bytes, schema.id);
    bytes.set(indexes, PREFIX_LENGTH);
    bytes.set(payload, PREFIX_LENGTH + indexes.length);
    return bytes;
  }

  #kindOf(topic: string, value: T): string {
    try {
      return this.#own.kindOf(value);
    } catch (error) {
      throw this.#failure(topic, error);
    }
  }

  /** Concurrent first calls for a topic share one look-up. */
  #target(topic: string, value: T): Promise<Target<T>> {
    const key = keyOf(topic, this.#own.kindOf(value));
    const known = this.#targets.get(key);
    if (known !== undefined && !(this.#expires && this.#settings.clock.monotonic() >= known.goodUntilMs)) return Promise.resolve(known);
    const loading = this.#loading.get(key);
    if (loading !== undefined) return loading;
    const loaded = this.#load(topic, value, known).then((target) => {
      this.#targets.set(key, target);
      return target;
    });
    this.#loading.set(key, loaded);
    const done = () => void this.#loading.delete(key);
    loaded.then(done, done);
    return loaded;
  }

  async #load(topic: string, value: T, before: Target<T> | undefined): Promise<Target<T>> {
    const { registry, part, subjectName, clock } = this.#settings;
    const own = await this.#own.schemaFor(value);
    const subject = await subjectName({ topic, part, recordName: own?.recordName });
    const schema = await chooseSchema(registry, subject, own?.toRegister, this.#options);
    const goodUntilMs = registry.latestTtlMs === undefined ? Infinity : clock.monotonic() + registry.latestTtlMs;
    if (before !== undefined && before.schema.id === schema.id) return { ...before, schema, goodUntilMs };
    if (schema.schemaType !== this.#format.schemaType) throw new TypeError(`subject ${subject} is of type ${schema.schemaType}, not ${this.#format.schemaType}`);
    const codec = this.#format.compile(schema, await fetchReferences(registry, schema));
    const domainRules = selectRules(schema.ruleSet, 'domain', 'WRITE');
    const encodingRules = selectRules(schema.ruleSet, 'encoding', 'WRITE');
    return { codec, schema, subject, domainRules, encodingRules, hasRules: domainRules.length + encodingRules.length > 0, goodUntilMs };
  }

  #failure(topic: string, error: unknown): SerdeError {
    if (error instanceof SerdeError) return error;
    return new SerdeError(reasonOf(error), messageOf(error), { topic, part: this.#settings.part }, error);
  }
}

function keyOf(topic: string, kind: string): string {
  return kind === '' ? topic : `${topic}\n${kind}`;
}

function reasonOf(error: unknown): SerdeErrorReason {
  if (error instanceof ValueError) return 'VALUE';
  if (error instanceof RegistryError) return 'REGISTRY';
  return error instanceof RuleError ? 'RULE' : 'SCHEMA';
}
