/** Serializers bound to a schema registry; see README.md. */
export * from './registry/index.js';
export { avroDeserializer, avroSerializer, type AvroDeserializerOptions, type AvroSerializerOptions } from './avro/avro-serde.js';
export type { AvroLong, AvroValueOptions } from './avro/avro-options.js';
export { avroLogicalTypes, type AvroBase, type AvroDuration, type AvroLogicalType, type AvroLogicalTypeName, type LogicalTypePlace, type ValueKind } from './avro/logical-types/logical-types.js';
export { jsonDeserializer, jsonSerializer, type JsonDeserializerOptions, type JsonSerializerOptions } from './json/json-serde.js';
export type { JsonValueOptions } from './json/json-codec.js';
export type { Patterns } from './json/json-validator.js';
export { protobufDeserializer, protobufSerializer, type ProtobufDeserializerOptions, type ProtobufSerializerOptions } from './protobuf/protobuf-serde.js';
export type { Serializer } from './serializer.js';
export type { Deserializer } from './deserializer.js';
export { defineTopic, textKey, Topic, type DecodedRecord, type EncodedTopicRecord, type RecordOf, type RecordToDecode, type RecordToEncode, type TopicPart } from './topic.js';
export type { DeserializerOptions, SchemaChoiceOptions, SchemaContract, SerdeOptions, SerializerOptions } from './serde-options.js';
export { SerdeError, type Part, type SerdeErrorReason } from './serde-error.js';
export {
  associatedNameStrategy,
  qualifiedReferenceNameStrategy,
  recordNameStrategy,
  referenceNameStrategy,
  topicNameStrategy,
  topicRecordNameStrategy,
  type ReferenceNameStrategy,
  type SubjectContext,
  type SubjectNameStrategy,
} from './subject-name.js';
export type { HeadersToRead, HeadersToWrite } from './wire/headers.js';
export type { AvroSchemaLiteral, AvroType } from './types/avro-type.js';
export type { JsonSchemaLiteral, JsonType } from './types/json-type.js';
export { RuleError, type RuleAction, type RuleContext, type RuleExecutor, type RuleMode, type RuleOptions } from './rules/rule-context.js';
export { isPrimitive, type Field, type FieldType, type FieldVisitor } from './rules/field-visitor.js';
export { overTaggedFields } from './rules/tagged-fields.js';
export { fieldEncryption } from './encryption/field-encryption.js';
export type { DekStoreOptions } from './encryption/dek-store.js';
export { localKms, type Kms, type LocalKmsOptions } from './encryption/kms.js';
