/** What a definition file says, as data. */

/** An inclusive range of versions. */
export interface Versions {
  readonly from: number;
  readonly to: number;
}

export interface Field {
  readonly name: string;
  /** Type of the value, or of one element when `array`. */
  readonly type: string;
  readonly array: boolean;
  /** Versions that have the field, in the terms of its message. */
  readonly versions: Versions;
  readonly nullable: Versions | null;
  readonly tag: number | null;
  readonly tagged: Versions | null;
  /** As written: a number, `true`, `null`, a quoted string; null when none is given. */
  readonly default: string | null;
  /** Dropped silently in versions that lack it. */
  readonly ignorable: boolean;
  /** An int64 that must keep all its bits: a bigint. */
  readonly exact: boolean;
  /** Keeps its old encoding in flexible versions. */
  readonly inflexible: boolean;
  readonly meaning: string;
  readonly struct: Struct | null;
}

export interface Struct {
  readonly name: string;
  fields: Field[];
}

export interface Message {
  readonly name: string;
  readonly kind: string;
  readonly key: number | null;
  readonly versions: Versions;
  /** First flexible version; 32767 when there is none. */
  readonly flexible: number;
  /** The last version is not announced unless unstable ones are enabled. */
  readonly unstable: boolean;
  readonly root: Struct;
  /** Every struct but the root, innermost first. */
  readonly structs: Struct[];
}

export interface Api {
  readonly name: string;
  readonly key: number;
  readonly listeners: readonly string[];
}

export interface Definition {
  readonly file: string;
  readonly api: Api | null;
  readonly messages: Message[];
}

export const SCALARS: ReadonlySet<string> = new Set([
  'bool', 'int8', 'int16', 'uint16', 'int32', 'uint32', 'int64', 'float64', 'string', 'uuid', 'bytes', 'records',
]);
