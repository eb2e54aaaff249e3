/** What answers look like. Members that are absent or empty are left out, false and 0 are not. */
import type { Metadata, RuleSet, SchemaReference } from '@millrace/schema';
import type { RegisteredSchema } from '../core/register-schema.js';
import type { SchemaContent, StoredVersion } from '../core/stored-version.js';

/** The two generations of answers: those of 8.x say more than those of 7.x. */
export interface EntityStyle {
  /** As 7.x: no guid, ts and deleted, no schemaType for AVRO, and only the id after a registration. */
  readonly isLegacy: boolean;
}

interface ContentMembers {
  schemaType?: string;
  references?: readonly SchemaReference[];
  metadata?: Metadata;
  ruleSet?: RuleSet;
  schema: string;
}

/** A version of a subject. */
export function schemaEntity({ subject, version, id, content, deleted, writtenAtMs }: StoredVersion, style: EntityStyle, schema: string = content.schema): object {
  return {
    subject, version, id,
    ...(style.isLegacy ? {} : { guid: content.guid }),
    ...contentMembers(content, style, schema),
    ...(style.isLegacy ? {} : { ts: writtenAtMs, deleted }),
  };
}

export interface SchemaStringExtras {
  readonly subject?: string;
  readonly version?: number;
  readonly maxId?: number;
}

/** A schema by itself. */
export function schemaString({ content, deleted, writtenAtMs }: StoredVersion, style: EntityStyle, schema: string, { subject, version, maxId }: SchemaStringExtras): object {
  const { schemaType, schema: text, ...contract } = contentMembers(content, style, schema);
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(version === undefined ? {} : { version }),
    ...(style.isLegacy ? {} : { guid: content.guid }),
    ...(schemaType === undefined ? {} : { schemaType }),
    schema: text,
    ...contract,
    ...(maxId === undefined ? {} : { maxId }),
    ...(style.isLegacy ? {} : { ts: writtenAtMs, deleted }),
  };
}

export function registerResponse({ id, version, content }: RegisteredSchema, style: EntityStyle, schema: string = content.schema): object {
  if (style.isLegacy) return { id };
  return { id, version, guid: content.guid, ...contentMembers(content, style, schema) };
}

function contentMembers({ schemaType, references, metadata, ruleSet }: SchemaContent, { isLegacy }: EntityStyle, schema: string): ContentMembers {
  return {
    ...(isLegacy && schemaType === 'AVRO' ? {} : { schemaType }),
    ...(references.length === 0 ? {} : { references }),
    ...(metadata === undefined ? {} : { metadata }),
    ...(ruleSet === undefined ? {} : { ruleSet }),
    schema,
  };
}
