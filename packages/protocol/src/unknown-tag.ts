import { ProtocolError } from './protocol-error.js';

/** A tagged field that no definition here knows (KIP-482): kept as bytes and written back. */
export interface UnknownTag {
  tag: number;
  data: Uint8Array;
}

const NONE: readonly UnknownTag[] = [];

/** The unknown tags of a struct in ascending order, which the format demands; two of one number are refused. */
export function inTagOrder(tags: readonly UnknownTag[] | undefined): readonly UnknownTag[] {
  if (tags === undefined || tags.length === 0) return NONE;
  const sorted = tags.toSorted((a, b) => a.tag - b.tag);
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i]?.tag === sorted[i - 1]?.tag) throw new ProtocolError('invalid-value', `two fields with tag ${sorted[i]?.tag}`);
  }
  return sorted;
}
