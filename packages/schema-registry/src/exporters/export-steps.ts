/** What is to be done so that a destination has what an exporter copies: a comparison, and pure. */
import type { Metadata, RuleSet, SchemaReference } from '@millrace/schema';
import { destinationReference, destinationSubject, isExported } from '../core/exported-subjects.js';
import type { Exporter } from '../core/exporter.js';
import { contextOf, contextPrefix, defaultContext, qualifiedWithin } from '../core/qualified-subject.js';
import type { RegistryState } from '../core/registry-state.js';
import type { StoredVersion } from '../core/stored-version.js';

/** A version at the destination. */
export interface CopiedVersion {
  readonly subject: string;
  readonly version: number;
  readonly id: number;
  readonly deleted: boolean;
}

/** What is known of the destination, by `copyKey`. */
export type Copies = ReadonlyMap<string, CopiedVersion>;

export interface CopyBody {
  readonly schemaType: string;
  readonly schema: string;
  readonly references: readonly SchemaReference[];
  readonly metadata?: Metadata;
  readonly ruleSet?: RuleSet;
  readonly id: number;
  readonly version: number;
}

export type ExportStep =
  | { readonly kind: 'register'; readonly copy: CopiedVersion; readonly body: CopyBody }
  /** Marks as deleted. */
  | { readonly kind: 'delete'; readonly copy: CopiedVersion }
  /** Of one that is marked as deleted. */
  | { readonly kind: 'forget'; readonly copy: CopiedVersion };

export function copyKey({ subject, version }: Pick<CopiedVersion, 'subject' | 'version'>): string {
  return `${version} ${subject}`;
}

/** Contexts of the destination that the exporter has something to do with. */
export function destinationContexts(state: RegistryState, exporter: Exporter): string[] {
  const sources = [...wantedVersions(state, exporter), ...forgottenOf(state, exporter)];
  return [...new Set(sources.map(({ subject }) => contextOf(destinationSubject(exporter, subject))))].toSorted();
}

/** What config and mode are set for before copies come: a context that is the exporter's, or else the subject alone. */
export function importScope(subject: string): string {
  const context = contextOf(subject);
  return context === defaultContext ? subject : contextPrefix(context);
}

/** In an order in which each can be done: what others refer to comes before them, and goes after them. */
export function exportSteps(state: RegistryState, exporter: Exporter, copies: Copies): ExportStep[] {
  const registered: ExportStep[] = [];
  const deleted: ExportStep[] = [];
  for (const stored of wantedVersions(state, exporter)) {
    const copy: CopiedVersion = { subject: destinationSubject(exporter, stored.subject), version: stored.version, id: stored.id, deleted: stored.deleted };
    const there = copies.get(copyKey(copy));
    const isThere = there?.id === copy.id && (copy.deleted || !there.deleted);
    if (!isThere) registered.push({ kind: 'register', copy: { ...copy, deleted: false }, body: bodyOf(exporter, stored) });
    if (copy.deleted && !(isThere && there.deleted)) deleted.push({ kind: 'delete', copy });
  }
  return [...registered, ...deleted.toReversed(), ...forgettingSteps(state, exporter, copies)];
}

function forgettingSteps(state: RegistryState, exporter: Exporter, copies: Copies): ExportStep[] {
  return forgottenOf(state, exporter).flatMap(({ subject, version, id }): ExportStep[] => {
    const there = copies.get(copyKey({ subject: destinationSubject(exporter, subject), version }));
    // Another id is not a copy of what is gone.
    if (there === undefined || there.id !== id || state.version(subject, version) !== undefined) return [];
    const forget: ExportStep = { kind: 'forget', copy: there };
    return there.deleted ? [forget] : [{ kind: 'delete', copy: { ...there, deleted: true } }, forget];
  });
}

function forgottenOf({ forgotten }: RegistryState, exporter: Exporter): { subject: string; version: number; id: number }[] {
  return [...forgotten.values()].filter(({ subject }) => isExported(exporter, subject)).toReversed();
}

/** All that is exported, and all that this refers to, what is referred to first. */
function wantedVersions(state: RegistryState, exporter: Exporter): StoredVersion[] {
  const wanted = new Set<StoredVersion>();
  // A schema refers to what was there before it, so this ends.
  const visit = (stored: StoredVersion): void => {
    if (wanted.has(stored)) return;
    for (const reference of stored.content.references) {
      const target = state.version(qualifiedWithin(stored.subject, reference.subject), reference.version);
      if (target !== undefined && target !== stored) visit(target);
    }
    wanted.add(stored);
  };
  for (const subject of state.subjects) if (isExported(exporter, subject)) for (const stored of state.versions(subject)) visit(stored);
  return [...wanted];
}

function bodyOf(exporter: Exporter, { subject, id, version, content }: StoredVersion): CopyBody {
  const { schemaType, schema, references, metadata, ruleSet } = content;
  return {
    schemaType, schema,
    references: references.map((reference) => destinationReference(exporter, subject, reference)),
    ...(metadata === undefined ? {} : { metadata }),
    ...(ruleSet === undefined ? {} : { ruleSet }),
    id, version,
  };
}
