/** Schemas as a registry sees them; see README.md. */
export { type AnySchema, checkFields, parseSchema, SCHEMA_TYPES, type SchemaInput } from './parse-schema.js';
export type { ParsedSchema, SchemaType } from './parsed-schema.js';
export { SchemaError, type SchemaErrorCode } from './schema-error.js';
export type { Metadata, Rule, RuleSet } from './data-contract.js';
export { normalizedReferences, type ReferencedSchema, type ResolveReference, type SchemaReference } from './schema-reference.js';
export { hashedBytes, type Md5, type SchemaContent, schemaGuid } from './schema-guid.js';
export { md5 } from './md5.js';
export * from './limits.js';

export {
  checkCompatibility,
  type CompatibilityOptions,
  type CompatibilityResult,
  type PreviousSchema,
  type SidedIncompatibility,
} from './compatibility/check-compatibility.js';
export { COMPATIBILITY_LEVELS, type CompatibilityLevel, compatibilityLevel, type CompatibilityPolicy } from './compatibility/compatibility-level.js';
export type { Incompatibility } from './compatibility/difference.js';
export { compatibilityMessages } from './compatibility/messages.js';
export { type SchemaDifference, schemaDifferences } from './compatibility/schema-differences.js';

export type { AvroSchema } from './avro/avro-schema.js';
export { logicalTypeOf } from './avro/avro-logical-type.js';
export type { AvroEnum, AvroField, AvroFixed, AvroName, AvroNamedType, AvroRecord, AvroType as AvroTypeNode } from './avro/avro-type.js';

export type { JsonSchema } from './json-schema/json-schema.js';
export { type Dialect, dialectOf } from './json-schema/dialect.js';
export { schemaDocuments } from './json-schema/load-schema.js';
export type { SchemaDocument, SchemaDocuments } from './json-schema/schema-documents.js';
export { JsonNumber, type JsonObject, type JsonValue, toPlainValue } from './json/json-value.js';

export { type ProtobufSchema, SCHEMA_FILE_NAME } from './protobuf/protobuf-schema.js';
export type { ProtoFile } from './protobuf/proto-file.js';
export { messageAt, messageIndexes, messageNames } from './protobuf/message-indexes.js';
export { BUILT_IN_IMPORTS } from './protobuf/built-in-imports.js';
export { descriptorSetOf, registryOf } from './protobuf/descriptor-set.js';

export { dataCheck, type DataCheckOptions } from './data/data-check.js';
export type { DataCheck, DataProblem } from './data/data-problem.js';
export { avroDataCheck } from './avro/avro-data.js';
export { jsonDataCheck, jsonValueCheck, type JsonCheck } from './json-schema/validate/json-data.js';
export { patternFinds } from './json-schema/pattern-match.js';
export { protobufDataCheck } from './protobuf/protobuf-data.js';
export { readMessageIndexes, writtenMessageIndexes } from './protobuf/message-index-bytes.js';

export { type TagChange, taggedEntities, withTags } from './tags/schema-tags.js';
export type { EntityTags, EntityType, SchemaEntity } from './tags/schema-entity.js';

export { type NamedSchema, typesOf, type TypesOptions } from './types/types-of.js';
export type { LongType } from './types/avro-types.js';
