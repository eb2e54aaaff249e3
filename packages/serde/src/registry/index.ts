/** The registry client by itself, without the serializers and their libraries. */
export { SchemaRegistryClient } from './registry-client.js';
export { RegistryError } from './registry-error.js';
export type { Fetch, FetchAnswer, FetchInit, RegistryAuth, SchemaRegistryOptions } from './registry-options.js';
export type * from './registry-api.js';
export { DekRegistry, type Dek, type DekAlgorithm, type DekName, type Kek } from './dek-registry.js';
