/** Options that serializers and deserializers of all three types share. */
import { nodeClock, type Clock } from '@millrace/platform';
import type { SchemaReference, Metadata, RuleSet } from '@millrace/schema';
import type { SchemaRegistry } from './registry/registry-api.js';
import type { RuleOptions } from './rules/rule-context.js';
import { RuleRunner } from './rules/rule-runner.js';
import type { Part } from './serde-error.js';
import { topicNameStrategy, type SubjectNameStrategy } from './subject-name.js';

export interface SerdeOptions {
  registry: SchemaRegistry;
  /** Default: value. */
  part?: Part;
  /** Default: `<topic>-<part>`. */
  subjectName?: SubjectNameStrategy;
  /** How schemas of data contracts run their rules. */
  rules?: RuleOptions;
  /** Compiled schemas kept, and topics known. Default: 1000 of each. */
  cacheSize?: number;
  clock?: Clock;
}

/** Which registered schema a serializer writes with. The first that is given wins, as in Confluent's serializers. */
export interface SchemaChoiceOptions {
  /** Register the serializer's own schema. Default: true, unless one of the others is given. */
  autoRegister?: boolean;
  useSchemaId?: number;
  useLatestWithMetadata?: Readonly<Record<string, string>>;
  useLatestVersion?: boolean;
  /** The latest version, or that of the id, must be able to read what the own schema says. Default: true. */
  compatibilityStrict?: boolean;
  /** Register and look up in the one form that spellings of a schema share. */
  normalize?: boolean;
}

/** Beside the schema's text, what is registered with it. */
export interface SchemaContract {
  references?: readonly SchemaReference[];
  metadata?: Metadata;
  ruleSet?: RuleSet;
}

export interface SerializerOptions extends SerdeOptions, SchemaChoiceOptions {
  /** The id in front of the bytes, or the guid in a header, which needs a registry of 8.0 and `headers` at each call. Default: prefix. */
  idIn?: 'prefix' | 'header';
}

export interface DeserializerOptions extends SerdeOptions {
  /** Values of the latest version, whichever they were written with: by resolution, or by migrations where there are. */
  useLatestVersion?: boolean;
  useLatestWithMetadata?: Readonly<Record<string, string>>;
  /** Where the schema's id is looked for. Default: in the header, then in front. */
  idIn?: 'either' | 'prefix';
}

export interface SerdeSettings {
  readonly registry: SchemaRegistry;
  readonly part: Part;
  readonly subjectName: SubjectNameStrategy;
  readonly runner: RuleRunner;
  readonly cacheSize: number;
  readonly clock: Clock;
}

export function serdeSettings(options: SerdeOptions): SerdeSettings {
  const { registry, part = 'value', subjectName = topicNameStrategy, rules = {}, cacheSize = 1_000, clock = nodeClock() } = options;
  if (typeof registry !== 'object' || registry === null) throw new TypeError('registry: give a SchemaRegistryClient');
  if (part !== 'key' && part !== 'value') throw new TypeError(`part: ${JSON.stringify(part)} is neither key nor value`);
  if (!Number.isInteger(cacheSize) || cacheSize < 1) throw new TypeError(`cacheSize: ${cacheSize} is no number of at least 1`);
  return { registry, part, subjectName, runner: new RuleRunner(rules), cacheSize, clock };
}
