/** Schemas as they are understood, remembered: most of what a registry is asked was asked before. */
import { parseSchema, SCHEMA_TYPES, SchemaError, type AnySchema, type ReferencedSchema, type SchemaReference } from '@millrace/schema';
import { KnownGuids } from './known-guids.js';
import { qualifiedWithin } from './qualified-subject.js';
import { invalidSchema, RegistryError } from './registry-error.js';
import type { RegistryState } from './registry-state.js';
import { latestVersion, type SchemaDraft } from './schema-request.js';
import type { StoredVersion } from './stored-version.js';

export interface ParseOptions {
  /** Where references without a context are looked up. */
  readonly subject: string;
  /** Being registered: stricter than what is stored already. */
  readonly isNew: boolean;
}

const schemaTypes: ReadonlySet<string> = new Set(SCHEMA_TYPES);

export class ParsedSchemas {
  readonly guids: KnownGuids;
  readonly #state: RegistryState;
  readonly #limit: number;
  /** In the order of their last use. */
  readonly #known = new Map<string, AnySchema>();

  constructor(state: RegistryState, limit: number) {
    this.guids = new KnownGuids(state);
    this.#state = state;
    this.#limit = limit;
  }

  /** What somebody sent. @throws RegistryError 42201 */
  ofDraft(draft: SchemaDraft, options: ParseOptions): AnySchema {
    if (!schemaTypes.has(draft.schemaType)) throw invalidSchema(`Invalid schema type ${draft.schemaType}`);
    try {
      return this.#parse(draft, options, options.isNew ? 'new' : 'old');
    } catch (error) {
      if (!(error instanceof SchemaError)) throw error;
      throw invalidSchema(`Invalid schema ${draftText(draft, options.subject)} with refs [${draft.references.map(referenceText).join(', ')}] of type ${draft.schemaType}, details: ${error.message}`, error);
    }
  }

  /** What is stored already. @throws RegistryError 42201 */
  ofStored({ subject, content }: StoredVersion): AnySchema {
    return this.ofDraft(content, { subject, isNew: false });
  }

  #parse(draft: SchemaDraft, { subject, isNew }: ParseOptions, kind: string): AnySchema {
    // What a name leads to may change, so only schemas without references are remembered.
    const key = draft.references.length > 0 ? null : JSON.stringify([kind, draft.schemaType, draft.metadata ?? null, draft.ruleSet ?? null, draft.schema]);
    const known = key === null ? undefined : this.#known.get(key);
    if (known !== undefined && key !== null) {
      this.#known.delete(key);
      this.#known.set(key, known);
      return known;
    }
    const parsed = parseSchema(draft.schemaType, {
      schema: draft.schema,
      references: draft.references,
      resolve: (reference) => this.#resolve(reference, subject),
      isNew,
      metadata: draft.metadata,
      ruleSet: draft.ruleSet,
    });
    if (key !== null) this.#remember(key, parsed);
    return parsed;
  }

  /** Deleted versions still serve those that refer to them. What the target refers to is qualified here, since it is meant from there. */
  #resolve(reference: SchemaReference, subject: string): ReferencedSchema | undefined {
    const target = qualifiedWithin(subject, reference.subject);
    const stored = reference.version === latestVersion ? this.#state.latest(target) : this.#state.version(target, reference.version);
    if (stored === undefined) return undefined;
    const references = stored.content.references.map((further) => ({ ...further, subject: qualifiedWithin(target, further.subject) }));
    return { schema: stored.content.schema, references, version: stored.version };
  }

  #remember(key: string, parsed: AnySchema): void {
    this.#known.set(key, parsed);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= this.#limit) break;
      this.#known.delete(oldest);
    }
  }
}

/** As Confluent names a schema in its messages. */
function draftText({ schema, schemaType, references }: SchemaDraft, subject: string): string {
  return `{subject=${subject},version=0,id=-1,schemaType=${schemaType},references=[${references.map(referenceText).join(', ')}],metadata=null,ruleSet=null,schema=${schema}}`;
}

function referenceText({ name, subject, version }: SchemaReference): string {
  return `{name='${name}', subject='${subject}', version=${version}}`;
}

export function isRegistryError(error: unknown): error is RegistryError {
  return error instanceof RegistryError;
}
