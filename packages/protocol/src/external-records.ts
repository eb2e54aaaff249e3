/**
 * Record batches whose bytes are elsewhere (in a file region, say): the writer keeps their place and counts their
 * length, and whoever sends the frame fetches them.
 */
export interface ExternalRecords {
  readonly kind: 'external';
  /** How many bytes will stand in their place. */
  readonly byteLength: number;
}

/** The value of a records field: the bytes of zero or more record batches, here or elsewhere. Decoding always gives bytes. */
export type Records = Uint8Array | ExternalRecords;

/** Tells records kept elsewhere from bytes at hand. */
export function isExternalRecords(records: Records): records is ExternalRecords {
  return !(records instanceof Uint8Array);
}
