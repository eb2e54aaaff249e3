/** What a subject says about a schema besides the schema; stored, merged and returned by the registry. */
export interface Metadata {
  readonly tags?: Readonly<Record<string, readonly string[]>>;
  readonly properties?: Readonly<Record<string, string>>;
  /** Names of properties whose values are encrypted at rest. */
  readonly sensitive?: readonly string[];
}

export interface RuleSet {
  readonly migrationRules?: readonly Rule[];
  readonly domainRules?: readonly Rule[];
  readonly encodingRules?: readonly Rule[];
  readonly enableAt?: string;
}

export interface Rule {
  readonly name: string;
  readonly doc?: string;
  readonly kind?: 'TRANSFORM' | 'CONDITION';
  readonly mode?: 'UPGRADE' | 'DOWNGRADE' | 'UPDOWN' | 'READ' | 'WRITE' | 'WRITEREAD';
  readonly type?: string;
  readonly tags?: readonly string[];
  readonly params?: Readonly<Record<string, string>>;
  readonly expr?: string;
  readonly onSuccess?: string;
  readonly onFailure?: string;
  readonly disabled?: boolean;
}
