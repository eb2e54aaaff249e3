/** What a consumer group may not do: own a partition twice in a generation, forget a commit, miss a record. */
import type { PartitionLedger } from './partition-ledger.js';

export class GroupLedger {
  readonly groupId: string;
  commits = 0;
  /** Grows when power takes unsynced commits back; what was asked in an era before says nothing any more. */
  era = 0;
  /** Owner of each partition, by generation. */
  #owners: Map<number, Map<string, string>> = new Map();
  #committed: Map<string, number> = new Map();
  readonly #seen: Map<string, Set<number>> = new Map();

  constructor(groupId: string) {
    this.groupId = groupId;
  }

  owns(generation: number, memberId: string, partitions: readonly string[]): void {
    let owners = this.#owners.get(generation);
    if (owners === undefined) this.#owners.set(generation, (owners = new Map()));
    for (const partition of partitions) {
      const other = owners.get(partition);
      if (other !== undefined && other !== memberId) throw new Error(`${this.groupId}: in generation ${generation} ${partition} is owned by ${other} and ${memberId}`);
      owners.set(partition, memberId);
    }
  }

  saw(partition: string, offset: number): void {
    let seen = this.#seen.get(partition);
    if (seen === undefined) this.#seen.set(partition, (seen = new Set()));
    seen.add(offset);
  }

  committed(partition: string, offset: number, era: number): void {
    if (era !== this.era) return;
    this.commits++;
    this.#committed.set(partition, Math.max(offset, this.lastCommit(partition)));
  }

  /** The highest acknowledged commit, -1 when there is none. */
  lastCommit(partition: string): number {
    return this.#committed.get(partition) ?? -1;
  }

  get partitionsWithCommits(): string[] {
    return [...this.#committed.keys()];
  }

  /** `acknowledged`: what had been acknowledged when the question was put. */
  found(partition: string, offset: number, acknowledged: number): void {
    if (offset < acknowledged) throw new Error(`${this.groupId}: ${partition} is committed at ${offset}, and ${acknowledged} was acknowledged`);
  }

  /** A loss of power took back what was not synced. Offsets that were seen count on: a position beyond the end is not moved back. */
  forget(): void {
    this.era++;
    this.#owners = new Map();
    this.#committed = new Map();
  }

  /** Whether every record that is there was given to a member. */
  missing(ledger: PartitionLedger): number | null {
    const seen = this.#seen.get(ledger.name);
    for (const offset of ledger.present()) if (seen?.has(offset) !== true) return offset;
    return null;
  }
}
