import type { ForeignRecord } from '../records.js';

/** A kind of group that this coordinator keeps but does not serve. */
export type ForeignGroupType = 'consumer' | 'share' | 'streams';

const MEMBER_RECORD_TYPES: readonly number[] = [5, 10, 19];

/** The kind of group that writes records of this type; null when none does. */
export function foreignTypeOf(recordType: number): ForeignGroupType | null {
  if ((recordType >= 3 && recordType <= 8) || recordType === 16) return 'consumer';
  if (recordType >= 10 && recordType <= 15) return 'share';
  if (recordType >= 17 && recordType <= 23) return 'streams';
  return null;
}

/** Which records a group of another kind has in the log: enough to tell whether it has members, and to delete it when it has none. */
export class ForeignGroup {
  readonly groupId: string;
  readonly type: ForeignGroupType;
  readonly #records = new Map<string, ForeignRecord>();
  #members = 0;

  constructor(groupId: string, type: ForeignGroupType) {
    this.groupId = groupId;
    this.type = type;
  }

  get hasMembers(): boolean {
    return this.#members > 0;
  }

  /** Nothing of it is left in the log. */
  get isGone(): boolean {
    return this.#records.size === 0;
  }

  replay(record: ForeignRecord): void {
    const key = record.keyBytes.join();
    const had = this.#records.has(key);
    const has = record.valueBytes !== null;
    if (has) this.#records.set(key, tombstone(record));
    else this.#records.delete(key);
    if (MEMBER_RECORD_TYPES.includes(record.recordType)) this.#members += Number(has) - Number(had);
  }

  /** The records that delete the group. */
  tombstones(): ForeignRecord[] {
    return [...this.#records.values()];
  }
}

function tombstone(record: ForeignRecord): ForeignRecord {
  return { ...record, keyBytes: record.keyBytes.slice(), valueBytes: null };
}
