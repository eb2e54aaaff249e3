/** A registry that knows what it was given, without a network. */
import type { RegisteredSchema, SchemaRegistry, SubjectVersion } from '@millrace/serde';

export function memoryRegistry(): SchemaRegistry {
  const stored: SubjectVersion[] = [];
  const need = (found: SubjectVersion | undefined): Promise<SubjectVersion> => (found === undefined ? Promise.reject(new Error('not registered')) : Promise.resolve(found));
  return {
    latestTtlMs: undefined,
    register: (subject, schema): Promise<RegisteredSchema> => {
      const version = { schemaType: 'AVRO' as const, ...schema, subject, version: 1, id: stored.length + 1 };
      stored.push(version);
      return Promise.resolve(version);
    },
    lookup: (subject) => need(stored.find((version) => version.subject === subject)),
    schemaById: (id) => need(stored[id - 1]),
    schemaByGuid: () => need(undefined),
    latestVersion: (subject) => need(stored.findLast((version) => version.subject === subject)),
    latestWithMetadata: () => need(undefined),
    version: (subject, version) => need(stored.find((one) => one.subject === subject && one.version === version)),
  };
}
