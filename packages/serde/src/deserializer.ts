/**
 * From bytes to a value, by the schema whose id they carry. A schema is fetched and compiled once for each topic; from then on
 * `deserialize` answers at once, without a promise, unless the schema has rules. `await` takes both.
 */
import type { Rule } from '@millrace/schema';
import { BoundedMap } from './bounded-map.js';
import type { Codec, Decode, SchemaFormat } from './codec.js';
import { migrationsBetween, type Migration } from './migrations.js';
import { fetchReferences } from './references.js';
import { RegistryError } from './registry/registry-error.js';
import type { RegisteredSchema, SubjectVersion } from './registry/registry-api.js';
import { RuleError } from './rules/rule-context.js';
import { selectRules } from './rules/select-rules.js';
import { messageOf, SerdeError, shown, ValueError, type SerdeErrorReason } from './serde-error.js';
import { serdeSettings, type DeserializerOptions, type SerdeSettings } from './serde-options.js';
import { headerOf, type HeadersToRead } from './wire/headers.js';
import { readIndexes } from './wire/message-indexes.js';
import { GUID_LENGTH, PREFIX_LENGTH, readGuid, readId, schemaIdHeader } from './wire/schema-id.js';

export interface Deserializer<T> {
  /** Null stays null. */
  deserialize(topic: string, bytes: Uint8Array, headers?: HeadersToRead): T | Promise<T>;
  deserialize(topic: string, bytes: Uint8Array | null | undefined, headers?: HeadersToRead): T | null | Promise<T | null>;
}

/** How bytes of one schema are read for one topic. */
interface Reader<T> {
  readonly read: Decode<T>;
  readonly writer: RegisteredSchema;
  readonly writerCodec: Codec<T>;
  /** The schema that the value is of, and whose rules run. */
  readonly target: RegisteredSchema;
  readonly targetCodec: Codec<T>;
  readonly subject: string;
  readonly migrations: readonly Migration[];
  readonly domainRules: readonly Rule[];
  readonly encodingRules: readonly Rule[];
  /** No rules, no migrations. */
  readonly isPlain: boolean;
  /** Plain, for ever, and without indexes. */
  readonly isDirect: boolean;
  readonly goodUntilMs: number;
}

interface Found {
  /** The id as a number, or the guid. */
  readonly schema: number | string;
  readonly bytes: Uint8Array;
  /** Where the payload begins. */
  readonly start: number;
  readonly indexes: readonly number[];
}

const NO_INDEXES: readonly number[] = [];

export class RegistryDeserializer<T> implements Deserializer<T> {
  readonly #options: DeserializerOptions;
  readonly #settings: SerdeSettings;
  readonly #format: SchemaFormat<T>;
  readonly #header: string | undefined;
  readonly #hasIndexes: boolean;
  readonly #expires: boolean;
  readonly #topics: BoundedMap<string, BoundedMap<number | string, Reader<T>>>;
  readonly #compiled: BoundedMap<string, Codec<T>>;

  constructor(options: DeserializerOptions, format: SchemaFormat<T>) {
    this.#options = options;
    this.#settings = serdeSettings(options);
    this.#format = format;
    this.#header = options.idIn === 'prefix' ? undefined : schemaIdHeader(this.#settings.part);
    this.#hasIndexes = format.schemaType === 'PROTOBUF';
    this.#expires = this.#settings.registry.latestTtlMs !== undefined && (options.useLatestVersion === true || options.useLatestWithMetadata !== undefined);
    this.#topics = new BoundedMap(this.#settings.cacheSize);
    this.#compiled = new BoundedMap(this.#settings.cacheSize);
  }

  deserialize(topic: string, bytes: Uint8Array, headers?: HeadersToRead): T | Promise<T>;
  deserialize(topic: string, bytes: Uint8Array | null | undefined, headers?: HeadersToRead): T | null | Promise<T | null>;
  deserialize(topic: string, bytes: Uint8Array | null | undefined, headers?: HeadersToRead): T | null | Promise<T | null> {
    if (bytes === null || bytes === undefined) return null;
    if (headers === undefined && bytes[0] === 0) {
      // By far the most common: everything known already, nothing in between.
      const reader = this.#topics.get(topic)?.get(readId(bytes));
      if (reader?.isDirect === true && bytes.length >= PREFIX_LENGTH) return this.#readDirectly(reader, topic, bytes);
    }
    let found: Found | undefined;
    try {
      found = this.#find(bytes, headers);
      const reader = this.#topics.get(topic)?.get(found.schema);
      if (reader?.isPlain === true && !(this.#expires && this.#settings.clock.monotonic() >= reader.goodUntilMs)) return reader.read(found.bytes, found.start, found.indexes);
    } catch (error) {
      throw this.#failure(topic, error, found);
    }
    return this.#deserializeSlowly(topic, found);
  }

  #readDirectly(reader: Reader<T>, topic: string, bytes: Uint8Array): T {
    try {
      return reader.read(bytes, PREFIX_LENGTH, NO_INDEXES);
    } catch (error) {
      throw this.#failure(topic, error, { schema: readId(bytes), bytes, start: PREFIX_LENGTH, indexes: NO_INDEXES });
    }
  }

  async #deserializeSlowly(topic: string, found: Found): Promise<T> {
    try {
      const reader = await this.#reader(topic, found.schema);
      return reader.isPlain ? reader.read(found.bytes, found.start, found.indexes) : await this.#ruled(reader, topic, found);
    } catch (error) {
      throw this.#failure(topic, error, found);
    }
  }

  async #ruled(reader: Reader<T>, topic: string, found: Found): Promise<T> {
    const { runner, part } = this.#settings;
    const task = { topic, part, subject: reader.subject } as const;
    const payload = (await runner.run(found.bytes.subarray(found.start), { ...task, mode: 'READ', rules: reader.encodingRules, schema: reader.writer, codec: undefined })) as Uint8Array;
    let value: T;
    if (reader.migrations.length === 0) value = reader.read(payload, 0, found.indexes);
    else {
      const written = reader.writerCodec.decode(payload, 0, found.indexes);
      let plain = reader.writerCodec.toPlain(written);
      for (const { mode, rules, schema } of reader.migrations) plain = await runner.run(plain, { ...task, mode, rules, schema, codec: undefined });
      value = reader.targetCodec.fromPlain(plain, written);
    }
    // A codec of T handles the values that rules hand around as unknown.
    return (await runner.run(value, { ...task, mode: 'READ', rules: reader.domainRules, schema: reader.target, codec: reader.targetCodec as Codec<unknown> })) as T;
  }

  #find(bytes: Uint8Array, headers: HeadersToRead | undefined): Found {
    const inHeader = this.#header === undefined || headers === undefined ? undefined : headerOf(headers, this.#header);
    if (inHeader !== undefined) return this.#findGuid(inHeader, bytes);
    if (bytes[0] === 1 && this.#header !== undefined && bytes.length >= GUID_LENGTH) return this.#findGuid(bytes, bytes);
    if (bytes[0] !== 0) throw new NoSchemaId(bytes.length === 0 ? 'the bytes are empty' : `unknown magic byte ${bytes[0]}`);
    if (bytes.length < PREFIX_LENGTH) throw new NoSchemaId(`${bytes.length} bytes are too few for a schema id`);
    if (!this.#hasIndexes) return { schema: readId(bytes), bytes, start: PREFIX_LENGTH, indexes: NO_INDEXES };
    const { indexes, end } = readIndexes(bytes, PREFIX_LENGTH);
    return { schema: readId(bytes), bytes, start: end, indexes };
  }

  /** The guid stands in the header, or, as some clients write it, in front. */
  #findGuid(id: Uint8Array, bytes: Uint8Array): Found {
    if (id[0] === 0 && id.length >= PREFIX_LENGTH) return { schema: readId(id), bytes, start: 0, indexes: this.#hasIndexes ? readIndexes(id, PREFIX_LENGTH).indexes : NO_INDEXES };
    if (id[0] !== 1) throw new NoSchemaId(`unknown magic byte ${id[0] ?? 'none'} in the header ${this.#header}`);
    if (id.length < GUID_LENGTH) throw new NoSchemaId(`the header ${this.#header} has ${id.length} bytes, too few for a guid`);
    const { indexes, end } = this.#hasIndexes ? readIndexes(id, GUID_LENGTH) : { indexes: NO_INDEXES, end: GUID_LENGTH };
    return { schema: readGuid(id), bytes, start: id === bytes ? end : 0, indexes };
  }

  async #reader(topic: string, id: number | string): Promise<Reader<T>> {
    let ofTopic = this.#topics.get(topic);
    if (ofTopic === undefined) {
      ofTopic = new BoundedMap(this.#settings.cacheSize);
      this.#topics.set(topic, ofTopic);
    }
    const known = ofTopic.get(id);
    if (known !== undefined && !(this.#expires && this.#settings.clock.monotonic() >= known.goodUntilMs)) return known;
    const reader = await this.#load(topic, id);
    ofTopic.set(id, reader);
    return reader;
  }

  async #load(topic: string, id: number | string): Promise<Reader<T>> {
    const { registry, part, clock } = this.#settings;
    // Ids are of a context, which the subject names; record names are known only with the schema.
    const guess = await this.#subjectOf(topic, undefined);
    const writer = typeof id === 'number' ? await registry.schemaById(id, guess) : await registry.schemaByGuid(id);
    if (writer.schemaType !== this.#format.schemaType) throw new TypeError(`schema ${id} is of type ${writer.schemaType}, not ${this.#format.schemaType}`);
    const writerCodec = await this.#codec(writer, id);
    const subject = (await this.#subjectOf(topic, writerCodec.recordName)) ?? `${topic}-${part}`;
    const latest = await this.#latest(subject);
    const target = latest ?? writer;
    const targetCodec = latest === undefined ? writerCodec : await this.#codec(latest, latest.id);
    const migrations = latest === undefined ? [] : await migrationsBetween(registry, subject, writer, latest);
    const domainRules = selectRules(target.ruleSet, 'domain', 'READ');
    const encodingRules = selectRules(writer.ruleSet, 'encoding', 'READ');
    const isPlain = domainRules.length + encodingRules.length + migrations.length === 0;
    return {
      read: targetCodec === writerCodec || migrations.length > 0 ? (bytes, start, indexes) => writerCodec.decode(bytes, start, indexes) : targetCodec.readerOf(writerCodec),
      writer,
      writerCodec,
      target,
      targetCodec,
      subject,
      migrations,
      domainRules,
      encodingRules,
      isPlain,
      isDirect: isPlain && !this.#hasIndexes && !this.#expires,
      goodUntilMs: registry.latestTtlMs === undefined ? Infinity : clock.monotonic() + registry.latestTtlMs,
    };
  }

  async #subjectOf(topic: string, recordName: string | undefined): Promise<string | undefined> {
    try {
      return await this.#settings.subjectName({ topic, part: this.#settings.part, recordName });
    } catch (error) {
      if (recordName === undefined && error instanceof TypeError) return undefined;
      throw error;
    }
  }

  async #latest(subject: string): Promise<SubjectVersion | undefined> {
    const { registry } = this.#settings;
    if (this.#options.useLatestWithMetadata !== undefined) return registry.latestWithMetadata(subject, this.#options.useLatestWithMetadata);
    return this.#options.useLatestVersion === true ? registry.latestVersion(subject) : undefined;
  }

  /** The same text is the same codec, whichever topic asks. */
  async #codec(schema: RegisteredSchema, id: number | string): Promise<Codec<T>> {
    const key = JSON.stringify([schema.schema, schema.references]);
    const known = this.#compiled.get(key);
    if (known !== undefined) return known;
    try {
      const codec = this.#format.compile(schema, await fetchReferences(this.#settings.registry, schema));
      this.#compiled.set(key, codec);
      return codec;
    } catch (error) {
      if (error instanceof RegistryError) throw error;
      throw new TypeError(`schema ${id} cannot be used: ${messageOf(error)}`, { cause: error });
    }
  }

  #failure(topic: string, error: unknown, found: Found | undefined): SerdeError {
    if (error instanceof SerdeError) return error;
    const schema = found === undefined ? '' : ` (schema ${typeof found.schema === 'number' ? 'id' : 'guid'} ${shown(found.schema)})`;
    return new SerdeError(reasonOf(error), `${messageOf(error)}${schema}`, { topic, part: this.#settings.part }, error);
  }
}

class NoSchemaId extends Error {}

function reasonOf(error: unknown): SerdeErrorReason {
  if (error instanceof NoSchemaId) return 'NO_SCHEMA_ID';
  if (error instanceof ValueError || error instanceof RangeError) return 'DATA';
  if (error instanceof RegistryError) return 'REGISTRY';
  return error instanceof RuleError ? 'RULE' : 'SCHEMA';
}
