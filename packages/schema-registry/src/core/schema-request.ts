/** A schema as somebody sends it, and the version of a subject as somebody names it. */
import type { EntityTags, Metadata, RuleSet, SchemaReference } from '@millrace/schema';
import { invalidVersion } from './registry-error.js';

export interface SchemaRequest {
  readonly schema?: string;
  /** AVRO unless said otherwise. */
  readonly schemaType?: string;
  readonly references?: readonly SchemaReference[];
  readonly metadata?: Metadata;
  readonly ruleSet?: RuleSet;
  /** Only in import mode: the id that it has elsewhere. */
  readonly id?: number;
  /** The version it must become; -1 is the next one. */
  readonly version?: number;
  readonly schemaTagsToAdd?: readonly EntityTags[];
  readonly schemaTagsToRemove?: readonly EntityTags[];
  /** Takes over the tags of the version before. */
  readonly propagateSchemaTags?: boolean;
  /** Skips the compatibility check. */
  readonly force?: boolean;
}

/** A schema on its way to being understood. */
export interface SchemaDraft {
  readonly schema: string;
  readonly schemaType: string;
  readonly references: readonly SchemaReference[];
  readonly metadata?: Metadata;
  readonly ruleSet?: RuleSet;
}

export function draftOf(request: SchemaRequest): SchemaDraft {
  return {
    schema: request.schema ?? '',
    schemaType: request.schemaType ?? 'AVRO',
    references: request.references ?? [],
    ...(request.metadata === undefined ? {} : { metadata: request.metadata }),
    ...(request.ruleSet === undefined ? {} : { ruleSet: request.ruleSet }),
  };
}

export const latestVersion = -1;

/** `latest`, in any case, and -1 are the newest. @throws RegistryError 42202 */
export function parseVersion(text: string): number {
  if (text.toLowerCase() === 'latest') return latestVersion;
  if (!/^[+-]?\d{1,10}$/.test(text)) throw invalidVersion(text);
  const version = Number(text);
  if (version !== latestVersion && (version < 1 || version > 0x7fff_ffff)) throw invalidVersion(text);
  return version;
}
