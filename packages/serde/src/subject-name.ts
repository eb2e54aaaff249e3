/** Under which subject a schema stands. */
import type { SchemaRegistryClient } from './registry/registry-client.js';
import type { Part } from './serde-error.js';

export interface SubjectContext {
  readonly topic: string;
  readonly part: Part;
  /** The full name of the record or message, or the title; undefined where the schema has none or is not known yet. */
  readonly recordName: string | undefined;
}

export type SubjectNameStrategy = (context: SubjectContext) => string | Promise<string>;

/** `orders-value`. */
export const topicNameStrategy: SubjectNameStrategy = ({ topic, part }) => `${topic}-${part}`;

/** `com.acme.Order`: one history of the type over all topics. */
export const recordNameStrategy: SubjectNameStrategy = (context) => needName(context);

/** `orders-com.acme.Order`: several types in one topic. */
export const topicRecordNameStrategy: SubjectNameStrategy = (context) => `${context.topic}-${needName(context)}`;

/** What the registry says belongs to the topic; where it says nothing, `fallback`. */
export function associatedNameStrategy(registry: SchemaRegistryClient, options: { clusterId?: string; fallback?: SubjectNameStrategy } = {}): SubjectNameStrategy {
  const { fallback = topicNameStrategy } = options;
  return async (context) => {
    const associations = await registry.associations(context.topic, context.part, options.clusterId);
    if (associations.length > 1) throw new TypeError(`the registry has ${associations.length} subjects for the ${context.part}s of topic ${context.topic}: ${associations.map(({ subject }) => subject).join(', ')}`);
    return associations[0]?.subject ?? fallback(context);
  };
}

/** How an imported `.proto` file or a referenced schema is called as a subject. */
export type ReferenceNameStrategy = (referenceName: string) => string;

/** The import itself: `acme/common.proto`. */
export const referenceNameStrategy: ReferenceNameStrategy = (name) => name;

/** `acme.common`. */
export const qualifiedReferenceNameStrategy: ReferenceNameStrategy = (name) => name.replace(/\.proto$/, '').replaceAll('/', '.');

function needName({ recordName, topic }: SubjectContext): string {
  if (recordName === undefined) throw new TypeError(`the name of the record is needed for the subject, and the schema for topic ${topic} has none (a record in Avro, a message in Protobuf, a title in JSON Schema)`);
  return recordName;
}
