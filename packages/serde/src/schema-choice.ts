/** Which registered schema a value is written with. */
import { checkCompatibility, parseSchema, type ParsedSchema } from '@millrace/schema';
import { fetchReferences } from './references.js';
import type { RegisteredSchema, SchemaRegistry, SchemaToRegister } from './registry/registry-api.js';
import type { SchemaChoiceOptions } from './serde-options.js';

/** @throws RegistryError, and TypeError where the options ask for nothing that there is */
export async function chooseSchema(registry: SchemaRegistry, subject: string, own: SchemaToRegister | undefined, options: SchemaChoiceOptions): Promise<RegisteredSchema> {
  const { normalize = false } = options;
  if (isAutoRegistering(options)) return registry.register(subject, needOwn(own, 'autoRegister'), { normalize });
  if (options.useSchemaId !== undefined) return checked(registry, own, await byIdOfSubject(registry, options.useSchemaId, subject), options);
  if (options.useLatestWithMetadata !== undefined) return checked(registry, own, await registry.latestWithMetadata(subject, options.useLatestWithMetadata), options);
  if (options.useLatestVersion === true) return checked(registry, own, await registry.latestVersion(subject), options);
  return registry.lookup(subject, needOwn(own, 'looking the schema up'), { normalize });
}

/** Which latest schema is in force may change while the process runs. */
export function followsLatest(options: Pick<SchemaChoiceOptions, 'autoRegister' | 'useSchemaId' | 'useLatestVersion' | 'useLatestWithMetadata'>): boolean {
  return !isAutoRegistering(options) && options.useSchemaId === undefined && (options.useLatestVersion === true || options.useLatestWithMetadata !== undefined);
}

function isAutoRegistering(options: SchemaChoiceOptions): boolean {
  const isChosen = options.useSchemaId !== undefined || options.useLatestWithMetadata !== undefined || options.useLatestVersion === true;
  return options.autoRegister ?? !isChosen;
}

function needOwn(own: SchemaToRegister | undefined, what: string): SchemaToRegister {
  if (own === undefined) throw new TypeError(`${what} needs a schema; give \`schema\`, or useLatestVersion, useLatestWithMetadata or useSchemaId`);
  return own;
}

async function byIdOfSubject(registry: SchemaRegistry, id: number, subject: string): Promise<RegisteredSchema> {
  return { ...(await registry.schemaById(id, subject)), subject };
}

/** The schema that is written with must read what the own one says, or the value may not fit. */
async function checked(registry: SchemaRegistry, own: SchemaToRegister | undefined, chosen: RegisteredSchema, { compatibilityStrict = true }: SchemaChoiceOptions): Promise<RegisteredSchema> {
  if (own === undefined || !compatibilityStrict || own.schema === chosen.schema) return chosen;
  const [ours, theirs] = await Promise.all([parsed(registry, own), parsed(registry, chosen)]);
  const result = checkCompatibility(theirs, [{ schema: ours, version: 0 }], 'BACKWARD');
  if (result.isCompatible) return chosen;
  throw new TypeError(`version ${chosen.version ?? '?'} (id ${chosen.id}) cannot read values of the serializer's schema: ${result.differences.map(({ text }) => text).join('; ')}`);
}

async function parsed(registry: SchemaRegistry, schema: SchemaToRegister): Promise<ParsedSchema> {
  return parseSchema(schema.schemaType, { schema: schema.schema, references: schema.references, resolve: await fetchReferences(registry, schema) });
}
