/** Validation for brokers by itself, without the serializers and their libraries. */
export { SchemaValidator, type SchemaValidatorOptions } from './schema-validator.js';
