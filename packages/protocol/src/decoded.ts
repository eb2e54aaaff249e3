import type { Records } from './external-records.js';
import type { UnknownTag } from './unknown-tag.js';

/**
 * A message as decoding gives it: every field is there (defaults put in), and records are bytes.
 * Only `unknownTags` stays undefined where there were none.
 */
export type Decoded<T> = T extends Records
  ? Uint8Array
  : T extends readonly (infer E)[]
    ? Decoded<E>[]
    : T extends object
      ? { [K in keyof T]-?: K extends 'unknownTags' ? UnknownTag[] | undefined : Decoded<Exclude<T[K], undefined>> }
      : T;
