/** The registry's own words: what goes over REST, and the calls that serializers make. */
import type { Metadata, RuleSet, SchemaReference, SchemaType } from '@millrace/schema';

/** A schema on its way to the registry. */
export interface SchemaToRegister {
  /** The text; in Protobuf also a `FileDescriptorProto` in base64. */
  readonly schema: string;
  /** Default: AVRO. */
  readonly schemaType?: SchemaType;
  readonly references?: readonly SchemaReference[];
  readonly metadata?: Metadata;
  readonly ruleSet?: RuleSet;
}

/** A schema as the registry keeps it. */
export interface RegisteredSchema extends SchemaToRegister {
  readonly id: number;
  readonly schemaType: SchemaType;
  /** Registries before 8.0 have none. */
  readonly guid?: string;
  /** Known where it was asked for by subject. */
  readonly subject?: string;
  readonly version?: number;
}

/** A version as its subject lists it. */
export interface SubjectVersion extends RegisteredSchema {
  readonly subject: string;
  readonly version: number;
}

export interface RegisterOptions {
  readonly normalize?: boolean;
}

export interface LookupOptions extends RegisterOptions {
  /** Also among soft-deleted versions. */
  readonly deleted?: boolean;
}

/** What serializers need of a registry. `SchemaRegistryClient` is the one over REST. */
export interface SchemaRegistry {
  register(subject: string, schema: SchemaToRegister, options?: RegisterOptions): Promise<RegisteredSchema>;
  lookup(subject: string, schema: SchemaToRegister, options?: LookupOptions): Promise<SubjectVersion>;
  schemaById(id: number, subject?: string): Promise<RegisteredSchema>;
  schemaByGuid(guid: string): Promise<RegisteredSchema>;
  latestVersion(subject: string): Promise<SubjectVersion>;
  latestWithMetadata(subject: string, metadata: Readonly<Record<string, string>>): Promise<SubjectVersion>;
  version(subject: string, version: number): Promise<SubjectVersion>;
  /** Milliseconds for which an answer about the latest version holds; undefined: for ever. */
  readonly latestTtlMs: number | undefined;
}

export interface CompatibilityAnswer {
  readonly is_compatible: boolean;
  readonly messages?: readonly string[];
}

export interface SubjectConfig {
  readonly compatibilityLevel?: string;
  readonly compatibility?: string;
  readonly normalize?: boolean;
  readonly alias?: string;
  readonly compatibilityGroup?: string;
  readonly compatibilityPolicy?: string;
  readonly [other: string]: unknown;
}

/** The subjects of a topic, where the registry has associations. */
export interface Association {
  readonly subject: string;
  readonly associationType: string;
  readonly [other: string]: unknown;
}
