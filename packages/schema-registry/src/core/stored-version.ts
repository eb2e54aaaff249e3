/** One version of a subject as it is kept in memory. What several versions share is there once. */
import type { Metadata, RuleSet, SchemaReference, SchemaType } from '@millrace/schema';

/** All that makes a schema this one; the guid is its hash. */
export interface SchemaContent {
  readonly guid: string;
  readonly schemaType: SchemaType;
  readonly schema: string;
  readonly references: readonly SchemaReference[];
  readonly metadata?: Metadata;
  readonly ruleSet?: RuleSet;
}

export interface StoredVersion {
  /** Qualified, as it is logged. */
  readonly subject: string;
  readonly version: number;
  readonly id: number;
  readonly content: SchemaContent;
  readonly deleted: boolean;
  /** When its record was written, in milliseconds since the epoch. */
  readonly writtenAtMs: number;
}
