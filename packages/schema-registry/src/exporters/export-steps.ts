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

/** A version that is exported, and how it is called at the destination. */
export interface WantedCopy {
  readonly stored: StoredVersion;
  readonly copy: CopiedVersion;
}

/** All that is exported, subject by subject, and before each what it refers to. A registry is large: there is time to rest between them. */
export function* wantedCopies(state: RegistryState, exporter: Exporter): Generator<readonly WantedCopy[]> {
  const wanted = new Set<StoredVersion>();
  // A schema refers to what was there before it, so this ends.
  const visit = (stored: StoredVersion, found: WantedCopy[]): void => {
    if (wanted.has(stored)) return;
    wanted.add(stored);
    for (const reference of stored.content.references) {
      const target = state.version(qualifiedWithin(stored.subject, reference.subject), reference.version);
      if (target !== undefined) visit(target, found);
    }
    found.push({ stored, copy: { subject: destinationSubject(exporter, stored.subject), version: stored.version, id: stored.id, deleted: stored.deleted } });
  };
  for (const subject of state.subjects) {
    const found: WantedCopy[] = [];
    if (isExported(exporter, subject)) for (const stored of state.versions(subject)) visit(stored, found);
    yield found;
  }
}

/** Copies of versions that are gone. */
export function unwantedCopies(state: RegistryState, exporter: Exporter): CopiedVersion[] {
  return [...state.forgotten.values()]
    .filter(({ subject, version }) => isExported(exporter, subject) && state.version(subject, version) === undefined)
    .map(({ subject, version, id }) => ({ subject: destinationSubject(exporter, subject), version, id, deleted: true }))
    .toReversed();
}

/** What config and mode are set for before copies come: a context that is the exporter's, or else the subject alone. */
export function importScope(subject: string): string {
  const context = contextOf(subject);
  return context === defaultContext ? subject : contextPrefix(context);
}

/** The difference to what is at the destination, in an order in which it can be done: what others refer to comes before them, and goes after them. */
export class ExportPlan {
  readonly #exporter: Exporter;
  readonly #copies: Copies;
  readonly #wanted = new Set<string>();
  readonly #registered: ExportStep[] = [];
  readonly #deleted: ExportStep[] = [];
  readonly #forgotten: ExportStep[] = [];

  constructor(exporter: Exporter, copies: Copies) {
    this.#exporter = exporter;
    this.#copies = copies;
  }

  want({ stored, copy }: WantedCopy): void {
    const key = copyKey(copy);
    this.#wanted.add(key);
    const there = this.#copies.get(key);
    const isThere = there?.id === copy.id && (copy.deleted || !there.deleted);
    if (!isThere) this.#registered.push({ kind: 'register', copy: { ...copy, deleted: false }, body: bodyOf(this.#exporter, stored) });
    if (copy.deleted && !(isThere && there.deleted)) this.#deleted.push({ kind: 'delete', copy });
  }

  /** After all that is wanted. */
  forget(copy: CopiedVersion): void {
    const key = copyKey(copy);
    const there = this.#copies.get(key);
    // Another id is not a copy of what is gone; and two subjects may have copies of one name.
    if (there?.id !== copy.id || this.#wanted.has(key)) return;
    if (!there.deleted) this.#forgotten.push({ kind: 'delete', copy });
    this.#forgotten.push({ kind: 'forget', copy });
  }

  get steps(): ExportStep[] {
    return [...this.#registered, ...this.#deleted.toReversed(), ...this.#forgotten];
  }
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
