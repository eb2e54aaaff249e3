import type { Metadata, RuleSet } from './data-contract.js';
import type { SchemaReference } from './schema-reference.js';

export type SchemaType = 'AVRO' | 'JSON' | 'PROTOBUF';

/** A schema that was understood. Immutable; what it was parsed from is not kept. */
export interface ParsedSchema {
  readonly schemaType: SchemaType;
  /** Full name of the record or first message, or the title; undefined where there is none. */
  readonly name: string | undefined;
  /** The text that Confluent stores and hashes. */
  readonly canonicalString: string;
  readonly references: readonly SchemaReference[];
  /** Texts of all schemas that it refers to, by the name of the reference, those first that others need. */
  readonly referenced: ReadonlyMap<string, string>;
  readonly metadata?: Metadata;
  readonly ruleSet?: RuleSet;
  /** The same schema in the one form that spellings of it share. */
  normalize(): ParsedSchema;
  /** The text in another form: `resolved` (Avro), `ignore_extensions` and `serialized` (Protobuf); the canonical one for any other word. */
  formattedString(format: string): string;
}
