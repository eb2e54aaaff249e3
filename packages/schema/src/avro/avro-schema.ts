import type { Metadata, RuleSet } from '../data-contract.js';
import type { ParsedSchema } from '../parsed-schema.js';
import { SchemaError, withinReference } from '../schema-error.js';
import { normalizedReferences, type ResolvedReferences, type SchemaReference } from '../schema-reference.js';
import { normalizedAvro } from './avro-normalize.js';
import { AvroParser } from './avro-parser.js';
import { avroText } from './avro-text.js';
import { type AvroType, isNamed } from './avro-type.js';

export interface AvroSchema extends ParsedSchema {
  readonly schemaType: 'AVRO';
  readonly type: AvroType;
}

export interface AvroSchemaInput {
  readonly schema: string;
  readonly resolved: ResolvedReferences;
  /** Being registered: see `AvroParserOptions.strict`. */
  readonly isNew: boolean;
  readonly metadata?: Metadata;
  readonly ruleSet?: RuleSet;
}

/** @throws SchemaError */
export function parseAvro(input: AvroSchemaInput): AvroSchema {
  const parser = new AvroParser({ strict: input.isNew });
  const known: string[] = [];
  for (const [name, text] of input.resolved.texts) {
    const type = parseReferenced(parser, name, text);
    // Avro leaves only these as names; a type inside a referenced one is written out again.
    if (isNamed(type)) known.push(type.name.full);
  }
  return avroSchema(parser.parse(input.schema), known, input.resolved.references, input);
}

/** A top-level field whose name starts with `$$` is the registry's own: checked where `validateFields` is on. */
export function checkAvroFields(schema: AvroSchema): void {
  if (schema.type.kind !== 'record') return;
  const index = schema.type.fields.findIndex((field) => field.name.startsWith('$$'));
  if (index >= 0) throw new SchemaError('INVALID_SCHEMA', `$.fields[${index}].name`, 'Field names cannot start with $$ prefix');
}

function parseReferenced(parser: AvroParser, name: string, text: string): AvroType {
  try {
    return parser.parse(text);
  } catch (error) {
    throw withinReference(error, name);
  }
}

function avroSchema(type: AvroType, known: readonly string[], references: readonly SchemaReference[], carried: Pick<AvroSchemaInput, 'metadata' | 'ruleSet' | 'resolved'>): AvroSchema {
  return {
    schemaType: 'AVRO',
    type,
    name: type.kind === 'record' ? type.name.full : undefined,
    canonicalString: avroText(type, known),
    references,
    referenced: carried.resolved.texts,
    ...(carried.metadata === undefined ? {} : { metadata: carried.metadata }),
    ...(carried.ruleSet === undefined ? {} : { ruleSet: carried.ruleSet }),
    normalize: () => avroSchema(normalizedAvro(type), known, normalizedReferences(references), carried),
    formattedString: (format) => avroText(type, format === 'resolved' ? [] : known),
  };
}
