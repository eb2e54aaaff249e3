import type { CoordinatorRecord, ForeignRecord, GroupMetadataRecord } from '../records.js';
import { emptyGroup, settle, type SettledGroup } from './classic/classic-group.js';
import { groupFromRecord } from './classic/group-metadata.js';
import type { GroupEvent } from './decision.js';
import { ForeignGroup, foreignTypeOf } from './foreign-group.js';
import { OffsetStore } from './offsets/offset-store.js';

/** Where a record stands in the log, and who wrote it: -1 outside transactions. */
export interface LogPosition {
  readonly offset: number;
  readonly producerId: number;
  readonly producerEpoch: number;
}

/**
 * All that one coordinator knows. Logged: classic groups as last written, the record keys of other kinds of groups, and
 * offsets. Volatile: classic groups as they are since then, which is where joins and syncs that wait are; what was logged of
 * such a group is of no interest any more.
 */
export class Groups {
  readonly offsets: OffsetStore = new OffsetStore();
  readonly #logged = new Map<string, SettledGroup>();
  readonly #foreign = new Map<string, ForeignGroup>();
  readonly #live = new Map<string, SettledGroup>();

  classic(groupId: string): SettledGroup | null {
    return this.#live.get(groupId) ?? this.#logged.get(groupId) ?? null;
  }

  foreign(groupId: string): ForeignGroup | null {
    return this.#foreign.get(groupId) ?? null;
  }

  classicGroups(): SettledGroup[] {
    const groups = new Map([...this.#logged, ...this.#live]);
    return [...groups.values()];
  }

  foreignGroups(): Iterable<ForeignGroup> {
    return this.#foreign.values();
  }

  replay(record: CoordinatorRecord, at: LogPosition): void {
    switch (record.type) {
      case 'group-metadata':
        return this.#replayGroup(record);
      case 'foreign':
        return this.#replayForeign(record);
      case 'offset-commit': {
        const { group } = record.key;
        // Offsets may come without a group: their consumer never joined one, and has a simple group.
        const known = record.value === null || this.classic(group) !== null || this.#foreign.has(group);
        if (!known) this.#logged.set(group, emptyGroup(group, -1));
        this.offsets.replay(record, at);
      }
    }
  }

  advance(event: GroupEvent): void {
    if (event.type === 'classic-group-changed') this.#live.set(event.group.groupId, settle(event.group));
    else this.#live.delete(event.groupId);
  }

  #replayGroup({ key, value }: GroupMetadataRecord): void {
    if (value === null) this.#logged.delete(key.group);
    else this.#logged.set(key.group, groupFromRecord(key.group, value));
  }

  #replayForeign(record: ForeignRecord): void {
    const { groupId } = record;
    const type = foreignTypeOf(record.recordType);
    if (groupId === null || type === null) return;
    let group = this.#foreign.get(groupId);
    if (group === undefined) {
      if (record.valueBytes === null) return;
      group = new ForeignGroup(groupId, type);
      this.#foreign.set(groupId, group);
      // Offsets that came before this record made it look like a simple group.
      if (this.#logged.get(groupId)?.protocolType === null) this.#logged.delete(groupId);
    }
    group.replay(record);
    if (group.isGone) this.#foreign.delete(groupId);
  }
}
