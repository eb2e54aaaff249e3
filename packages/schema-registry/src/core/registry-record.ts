/** What a registry logs, as values. How it is written is in ../records. A value of null is a tombstone. */
import type { Metadata, RuleSet, SchemaReference, SchemaType } from '@millrace/schema';
import type { Association, AssociationKey } from './association.js';
import type { Dek, DekKey, Kek } from './encryption-key.js';
import type { Exporter, ExporterStatus } from './exporter.js';
import type { Mode } from './mode.js';
import type { SubjectConfig } from './subject-config.js';

export interface SchemaValue {
  readonly subject: string;
  readonly version: number;
  readonly id: number;
  readonly schemaType: SchemaType;
  readonly references: readonly SchemaReference[];
  readonly metadata?: Metadata;
  readonly ruleSet?: RuleSet;
  readonly schema: string;
  readonly deleted: boolean;
}

export interface SchemaRecord {
  readonly keytype: 'SCHEMA';
  readonly subject: string;
  readonly version: number;
  readonly value: SchemaValue | null;
}

/** `subject` is a scope: empty is the global one. */
export interface ConfigRecord {
  readonly keytype: 'CONFIG';
  readonly subject: string;
  readonly value: SubjectConfig | null;
}

export interface ModeRecord {
  readonly keytype: 'MODE';
  readonly subject: string;
  readonly value: Mode | null;
}

/** All versions of the subject up to this one are marked as deleted. */
export interface DeleteSubjectRecord {
  readonly keytype: 'DELETE_SUBJECT';
  readonly subject: string;
  readonly value: { readonly version: number } | null;
}

/** What is marked as deleted in these subjects is forgotten. */
export interface ClearSubjectRecord {
  readonly keytype: 'CLEAR_SUBJECT';
  readonly subject: string;
  readonly value: Record<never, never> | null;
}

export interface ContextRecord {
  readonly keytype: 'CONTEXT';
  readonly tenant: string;
  readonly context: string;
  readonly value: Record<never, never> | null;
}

/** A place in the log to wait for; with the name of a writer, the claim of a leader. */
export interface NoopRecord {
  readonly keytype: 'NOOP';
}

export interface AssociationRecord extends AssociationKey {
  readonly keytype: 'ASSOC';
  readonly value: Association | null;
}

/** Ours: Confluent's registry has exporters in topics of their own. */
export interface ExporterRecord {
  readonly keytype: 'MILLRACE_EXPORTER';
  readonly name: string;
  readonly value: Exporter | null;
}

export interface ExporterStatusRecord {
  readonly keytype: 'MILLRACE_EXPORTER_STATUS';
  readonly name: string;
  readonly value: ExporterStatus | null;
}

/** Ours too: Confluent's registry has the keys of field encryption in a topic of their own. */
export interface KekRecord {
  readonly keytype: 'MILLRACE_KEK';
  readonly name: string;
  readonly value: Kek | null;
}

export interface DekRecord extends DekKey {
  readonly keytype: 'MILLRACE_DEK';
  readonly value: Dek | null;
}

export type RegistryRecord =
  | SchemaRecord
  | ConfigRecord
  | ModeRecord
  | DeleteSubjectRecord
  | ClearSubjectRecord
  | ContextRecord
  | NoopRecord
  | AssociationRecord
  | ExporterRecord
  | ExporterStatusRecord
  | KekRecord
  | DekRecord;

/** What a decision comes to: the records to log, and the answer when they are logged. */
export interface Decision<Response> {
  readonly records: readonly RegistryRecord[];
  readonly response: Response;
}
