/**
 * Holds records against the schemas that they name, for a broker: at once, or not at all. What is not known yet is fetched
 * meanwhile, and the answer is `later`. Nothing here runs a schema's own code: data is checked by @millrace/schema, in linear time.
 */
import { nodeClock, type Clock } from '@millrace/platform';
import { dataCheck, parseSchema, type AnySchema, type DataCheck } from '@millrace/schema';
import { BoundedMap } from '../bounded-map.js';
import { fetchReferences } from '../references.js';
import type { RegisteredSchema, SchemaRegistry } from '../registry/registry-api.js';
import { RegistryError } from '../registry/registry-error.js';
import { messageOf, type Part } from '../serde-error.js';
import { recordNameStrategy, topicNameStrategy, topicRecordNameStrategy, type SubjectNameStrategy } from '../subject-name.js';
import { readIndexes } from '../wire/message-indexes.js';
import { GUID_LENGTH, PREFIX_LENGTH, readGuid, readId, schemaIdHeader } from '../wire/schema-id.js';

export interface SchemaValidatorOptions {
  readonly registry: SchemaRegistry;
  /** Schemas kept. Default: 1000. */
  readonly cacheSize?: number;
  /** How long a refusal of the registry holds, and how long it is left alone after it could not be asked. Default: 10 s and 1 s. */
  readonly refusalTtlMs?: number;
  readonly retryMs?: number;
  readonly clock?: Clock;
}

interface Known {
  /** Why every record with this schema is refused; undefined where each is looked at. */
  readonly refusal: string | undefined;
  /** By the indexes of the message that stand in a header: '' where they stand before the data. */
  readonly schema: AnySchema | undefined;
  readonly checks: Map<string, DataCheck>;
  readonly goodUntilMs: number;
}

/** Where the id was, and where the data begins. */
interface Named {
  readonly id: number | string;
  readonly start: number;
  /** Behind a guid in the header; undefined where they stand before the data. */
  readonly messageIndexes: readonly number[] | undefined;
}

const strategies: Readonly<Record<string, SubjectNameStrategy>> = {
  TopicNameStrategy: topicNameStrategy,
  RecordNameStrategy: recordNameStrategy,
  TopicRecordNameStrategy: topicRecordNameStrategy,
};

export class SchemaValidator {
  readonly #options: Required<Omit<SchemaValidatorOptions, 'registry'>> & { readonly registry: SchemaRegistry };
  readonly #known: BoundedMap<string, Known>;
  readonly #asking = new Set<string>();
  readonly #notBeforeMs: BoundedMap<string, number>;

  constructor(options: SchemaValidatorOptions) {
    this.#options = { cacheSize: 1_000, refusalTtlMs: 10_000, retryMs: 1_000, clock: nodeClock(), ...options };
    this.#known = new BoundedMap(this.#options.cacheSize);
    this.#notBeforeMs = new BoundedMap(this.#options.cacheSize);
  }

  /** Null where nothing is wrong, a sentence where something is, `later` while the schema is being fetched. The broker's `RecordValidator`. */
  check(topic: string, part: Part, bytes: Uint8Array, headers: readonly { readonly key: string; readonly value: Uint8Array | null }[], strategy?: string): { readonly problem: string } | 'later' | null {
    const named = namedSchema(part, bytes, headers);
    if (typeof named === 'string') return { problem: `the ${part} ${named}` };
    const key = `${named.id} ${part} ${strategy ?? ''} ${topic}`;
    const known = this.#known.get(key);
    if (known === undefined || this.#options.clock.monotonic() >= known.goodUntilMs) {
      this.#ask(key, named.id, topic, part, strategy);
      return 'later';
    }
    if (known.refusal !== undefined || known.schema === undefined) return { problem: `the ${part}: ${known.refusal ?? 'no schema'}` };
    return this.#checkData(known.schema, known.checks, part, bytes.subarray(named.start), named);
  }

  #checkData(schema: AnySchema, checks: Map<string, DataCheck>, part: Part, data: Uint8Array, { id, messageIndexes }: Named): { readonly problem: string } | null {
    const key = schema.schemaType === 'PROTOBUF' ? (messageIndexes?.join() ?? '') : '';
    let check = checks.get(key);
    if (check === undefined) {
      try {
        check = dataCheck(schema, schema.schemaType === 'PROTOBUF' ? { messageIndexes } : {});
      } catch (error) {
        return { problem: `the ${part} with schema ${id}: ${messageOf(error)}` };
      }
      if (checks.size >= MAX_MESSAGES) checks.clear();
      checks.set(key, check);
    }
    const problem = check(data);
    return problem === undefined ? null : { problem: `the ${part} does not follow schema ${id}: ${problem.detail} at ${problem.place}` };
  }

  /** One question at a time for each schema, and a pause after one that failed. */
  #ask(key: string, id: number | string, topic: string, part: Part, strategy: string | undefined): void {
    const { clock, retryMs, cacheSize } = this.#options;
    if (this.#asking.has(key) || this.#asking.size >= cacheSize || clock.monotonic() < (this.#notBeforeMs.get(key) ?? 0)) return;
    this.#asking.add(key);
    this.#load(id, topic, part, strategy)
      .then(
        (known) => this.#known.set(key, known),
        () => this.#notBeforeMs.set(key, clock.monotonic() + retryMs),
      )
      .finally(() => this.#asking.delete(key))
      .catch(() => {});
  }

  async #load(id: number | string, topic: string, part: Part, strategy: string | undefined): Promise<Known> {
    const { registry, clock, refusalTtlMs } = this.#options;
    const refuse = (refusal: string): Known => ({ refusal, schema: undefined, checks: new Map(), goodUntilMs: clock.monotonic() + refusalTtlMs });
    let registered: RegisteredSchema;
    try {
      registered = typeof id === 'number' ? await registry.schemaById(id, strategy === undefined ? `${topic}-${part}` : undefined) : await registry.schemaByGuid(id);
    } catch (error) {
      if (error instanceof RegistryError && error.isNotFound) return refuse(`there is no schema ${id}`);
      throw error;
    }
    const resolve = await fetchReferences(registry, registered);
    let subject: string;
    let schema: AnySchema;
    try {
      schema = parseSchema(registered.schemaType, { schema: registered.schema, references: registered.references, resolve });
      subject = await subjectOf(strategy, topic, part, schema.name);
    } catch (error) {
      return refuse(`schema ${id} cannot be used: ${messageOf(error)}`);
    }
    try {
      const { schemaType, references, metadata, ruleSet } = registered;
      await registry.lookup(subject, { schema: registered.schema, schemaType, ...(references && { references }), ...(metadata && { metadata }), ...(ruleSet && { ruleSet }) });
    } catch (error) {
      if (error instanceof RegistryError && error.isNotFound) return refuse(`schema ${id} is not one of subject ${subject}`);
      throw error;
    }
    return { refusal: undefined, schema, checks: new Map(), goodUntilMs: Infinity };
  }
}

/** Messages of one file that came with their indexes in a header; far beyond real ones. */
const MAX_MESSAGES = 1_000;

/** Confluent writes strategies as names of Java classes. */
async function subjectOf(strategy: string | undefined, topic: string, part: Part, recordName: string | undefined): Promise<string> {
  const name = (strategy ?? 'TopicNameStrategy').replace(/^.*\./, '');
  const known = Object.hasOwn(strategies, name) ? strategies[name] : undefined;
  if (known === undefined) throw new TypeError(`there is no subject name strategy ${name}`);
  return known({ topic, part, recordName });
}

function namedSchema(part: Part, bytes: Uint8Array, headers: readonly { readonly key: string; readonly value: Uint8Array | null }[]): Named | string {
  const name = schemaIdHeader(part);
  const header = headers.findLast(({ key }) => key === name)?.value;
  if (header !== undefined && header !== null) {
    if (header[0] !== 1 || header.length < GUID_LENGTH) return `has no guid in its header ${name}`;
    return { id: readGuid(header), start: 0, messageIndexes: header.length > GUID_LENGTH ? indexesOf(header) : undefined };
  }
  if (bytes[0] !== 0 || bytes.length < PREFIX_LENGTH) return 'does not begin with the id of a schema';
  return { id: readId(bytes), start: PREFIX_LENGTH, messageIndexes: undefined };
}

function indexesOf(header: Uint8Array): readonly number[] | undefined {
  try {
    return readIndexes(header, GUID_LENGTH).indexes;
  } catch {
    return undefined;
  }
}
