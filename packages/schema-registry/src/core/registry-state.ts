/**
 * All that a registry knows, in memory. It changes in `replay` alone, the same live and on load; the rest reads.
 * Soft-deleted versions are in it: their ids still resolve.
 */
import type { Md5, SchemaContent as HashedContent } from '@millrace/schema';
import { associationKeyText, type Association } from './association.js';
import { ContentPool } from './content-pool.js';
import { ContextIndex } from './context-index.js';
import { dekKeyText, type Dek, type Kek } from './encryption-key.js';
import type { Exporter, ExporterStatus } from './exporter.js';
import type { Mode } from './mode.js';
import { contextOf, defaultContext, isInScope, qualifiedWithin } from './qualified-subject.js';
import type { AssociationRecord, RegistryRecord, SchemaRecord } from './registry-record.js';
import type { StoredVersion } from './stored-version.js';
import type { SubjectConfig } from './subject-config.js';

export interface ForgottenVersion {
  readonly subject: string;
  readonly version: number;
  readonly id: number;
}

const mostForgotten = 10_000;
const noVersions: readonly StoredVersion[] = [];

export class RegistryState {
  readonly configs: Map<string, SubjectConfig> = new Map();
  readonly modes: Map<string, Mode> = new Map();
  readonly associations: Map<string, Association> = new Map();
  readonly exporters: Map<string, Exporter> = new Map();
  readonly exporterStatuses: Map<string, ExporterStatus> = new Map();
  /** Keys of field encryption, deleted ones too. */
  readonly keks: Map<string, Kek> = new Map();
  readonly deks: Map<string, Dek> = new Map();
  /** Versions that were seen here and are forgotten, the last ones: exporters forget their copies. */
  readonly forgotten: Map<string, ForgottenVersion> = new Map();
  readonly #subjects = new Map<string, StoredVersion[]>();
  readonly #contexts = new Map<string, ContextIndex>([[defaultContext, new ContextIndex(defaultContext)]]);
  readonly #referrers = new Map<string, Set<StoredVersion>>();
  readonly #contents: ContentPool;
  #sortedSubjects: readonly string[] | null = null;
  #sortedContexts: readonly string[] | null = null;
  #schemaCount = 0;
  #revision = 0;

  constructor(hash?: Md5) {
    this.#contents = new ContentPool(hash);
  }

  /** Versions in their order, deleted ones too. */
  versions(subject: string): readonly StoredVersion[] {
    return this.#subjects.get(subject) ?? noVersions;
  }

  version(subject: string, version: number): StoredVersion | undefined {
    return this.versions(subject).find((stored) => stored.version === version);
  }

  /** The newest version that is not deleted. */
  latest(subject: string): StoredVersion | undefined {
    return this.versions(subject).findLast((stored) => !stored.deleted);
  }

  /** All subjects that have any version, in order. */
  get subjects(): readonly string[] {
    this.#sortedSubjects ??= [...this.#subjects.keys()].toSorted();
    return this.#sortedSubjects;
  }

  /** All contexts, in order; the default one is always there. */
  get contexts(): readonly string[] {
    this.#sortedContexts ??= [...this.#contexts.values()].filter((context) => context.isDeclared || context.name === defaultContext || !context.isEmpty).map((context) => context.name).toSorted();
    return this.#sortedContexts;
  }

  context(name: string): ContextIndex | undefined {
    return this.#contexts.get(name);
  }

  /** Those that refer to a version, deleted ones too. */
  referrersOf(subject: string, version: number): readonly StoredVersion[] {
    return [...(this.#referrers.get(referenceKey(subject, version)) ?? [])];
  }

  /** Versions of all subjects, and schemas that differ. */
  get counts(): { subjects: number; versions: number; contents: number } {
    return { subjects: this.#subjects.size, versions: this.#schemaCount, contents: this.#contents.size };
  }

  /** Another number after each change. */
  get revision(): number {
    return this.#revision;
  }

  /** The guid that the pooled content of this has. */
  guidOf(content: HashedContent): string {
    return this.#contents.guidOf(content);
  }

  replay(record: RegistryRecord, writtenAtMs: number): void {
    this.#revision++;
    switch (record.keytype) {
      case 'SCHEMA':
        return this.#replaySchema(record, writtenAtMs);
      case 'CONFIG':
        return setOrDelete(this.configs, record.subject, record.value);
      case 'MODE':
        return setOrDelete(this.modes, record.subject, record.value);
      case 'DELETE_SUBJECT':
        return this.#markDeleted(record.subject, record.value?.version ?? 0, writtenAtMs);
      case 'CLEAR_SUBJECT':
        return record.value === null ? undefined : this.#clear(record.subject);
      case 'CONTEXT':
        return this.#replayContext(record.context, record.value !== null);
      case 'ASSOC':
        return this.#replayAssociation(record, writtenAtMs);
      case 'MILLRACE_EXPORTER':
        return setOrDelete(this.exporters, record.name, record.value);
      case 'MILLRACE_EXPORTER_STATUS':
        return setOrDelete(this.exporterStatuses, record.name, record.value);
      case 'MILLRACE_KEK':
        return setOrDelete(this.keks, record.name, record.value === null ? null : { ...record.value, writtenAtMs });
      case 'MILLRACE_DEK':
        return setOrDelete(this.deks, dekKeyText(record), record.value === null ? null : { ...record.value, writtenAtMs });
      case 'NOOP':
    }
  }

  #replaySchema({ subject, version, value }: SchemaRecord, writtenAtMs: number): void {
    const old = this.version(subject, version);
    // The new one is taken first, so that content both share stays pooled.
    const stored: StoredVersion | null = value === null ? null : { subject, version, id: value.id, content: this.#contents.take(value), deleted: value.deleted, writtenAtMs };
    if (old !== undefined) this.#remove(old);
    if (stored !== null) this.#add(stored);
    this.#noteForgotten(subject, version, stored === null ? old : undefined);
  }

  #noteForgotten(subject: string, version: number, old: StoredVersion | undefined): void {
    const key = referenceKey(subject, version);
    this.forgotten.delete(key);
    if (old === undefined) return;
    this.forgotten.set(key, { subject, version, id: old.id });
    for (const oldest of this.forgotten.keys()) {
      if (this.forgotten.size <= mostForgotten) break;
      this.forgotten.delete(oldest);
    }
  }

  #add(stored: StoredVersion): void {
    const versions = this.#subjects.get(stored.subject);
    if (versions === undefined) {
      this.#subjects.set(stored.subject, [stored]);
      this.#sortedSubjects = null;
    } else {
      const after = versions.findLastIndex((other) => other.version < stored.version);
      versions.splice(after + 1, 0, stored);
    }
    this.#contextOf(stored.subject).add(stored);
    this.#sortedContexts = null;
    this.#schemaCount++;
    for (const reference of stored.content.references) {
      const key = referenceKey(qualifiedWithin(stored.subject, reference.subject), reference.version);
      const referrers = this.#referrers.get(key);
      if (referrers === undefined) this.#referrers.set(key, new Set([stored]));
      else referrers.add(stored);
    }
  }

  #remove(stored: StoredVersion): void {
    const versions = this.#subjects.get(stored.subject) ?? [];
    versions.splice(versions.indexOf(stored), 1);
    if (versions.length === 0) {
      this.#subjects.delete(stored.subject);
      this.#sortedSubjects = null;
    }
    this.#contextOf(stored.subject).remove(stored);
    this.#sortedContexts = null;
    this.#schemaCount--;
    for (const reference of stored.content.references) {
      const key = referenceKey(qualifiedWithin(stored.subject, reference.subject), reference.version);
      const referrers = this.#referrers.get(key);
      if (referrers?.delete(stored) === true && referrers.size === 0) this.#referrers.delete(key);
    }
    this.#contents.release(stored.content);
  }

  #markDeleted(subject: string, upTo: number, writtenAtMs: number): void {
    for (const stored of [...this.versions(subject)]) {
      if (stored.deleted || stored.version > upTo) continue;
      const { content } = stored;
      this.#replaySchema({ keytype: 'SCHEMA', subject, version: stored.version, value: { ...content, subject, version: stored.version, id: stored.id, deleted: true } }, writtenAtMs);
    }
  }

  #clear(scope: string): void {
    const cleared = this.subjects.filter((subject) => isInScope(subject, scope));
    for (const name of cleared) for (const stored of this.versions(name).filter((candidate) => candidate.deleted)) this.#remove(stored);
  }

  #replayContext(name: string, isDeclared: boolean): void {
    let context = this.#contexts.get(name);
    if (context === undefined) this.#contexts.set(name, (context = new ContextIndex(name)));
    context.isDeclared = isDeclared;
    this.#sortedContexts = null;
  }

  #replayAssociation({ value, ...key }: AssociationRecord, writtenAtMs: number): void {
    const text = associationKeyText(key);
    const createdAtMs = this.associations.get(text)?.createdAtMs ?? value?.createdAtMs ?? writtenAtMs;
    setOrDelete(this.associations, text, value === null ? null : { ...value, createdAtMs, updatedAtMs: writtenAtMs });
  }

  #contextOf(subject: string): ContextIndex {
    const name = contextOf(subject);
    let context = this.#contexts.get(name);
    if (context === undefined) this.#contexts.set(name, (context = new ContextIndex(name)));
    return context;
  }
}

function referenceKey(subject: string, version: number): string {
  return `${version} ${subject}`;
}

function setOrDelete<Value>(map: Map<string, Value>, key: string, value: Value | null): void {
  if (value === null) map.delete(key);
  else map.set(key, value);
}
