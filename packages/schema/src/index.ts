/** Schemas as a registry sees them; see README.md. */
export { SchemaError, type SchemaErrorCode } from './schema-error.js';
export type { ParsedSchema, SchemaType } from './parsed-schema.js';
export type { Metadata, Rule, RuleSet } from './data-contract.js';
export * from './avro/avro-schema.js';
