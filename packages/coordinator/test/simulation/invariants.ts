import type { JoinGroupResponse } from '@millrace/protocol/messages/join-group';

/** What must be true of a group, seen from its members: told of every answer as it is sent. */
export class Invariants {
  /** Owner of each partition, by generation. */
  readonly #owners = new Map<number, Map<number, string>>();
  readonly #acknowledged = new Map<number, number>();
  #joined = new Map<number, { leader: string; protocolName: string }>();
  #generation = -1;
  /** What happened, so that a run in which nothing did is not taken for a good one. */
  generations = 0;
  commits = 0;

  /** The partition has moved: a generation that was not written is made again. */
  movedOn(): void {
    this.#generation = -1;
    this.#joined = new Map();
  }

  /** One generation at a time: once one is accepted, no older one is. */
  accepted(generationId: number, what: string): void {
    if (generationId < this.#generation) throw new Error(`${what} of generation ${generationId} was accepted after ${this.#generation}`);
    this.#generation = generationId;
  }

  /** A generation has one leader and one protocol. */
  joined({ generationId = -1, leader, protocolName }: JoinGroupResponse, agrees: boolean): void {
    this.accepted(generationId, 'a join');
    const before = this.#joined.get(generationId);
    if (before === undefined) this.generations++;
    // A static member that came back is told that its old id leads.
    if (before !== undefined && agrees && before.leader !== leader)
      throw new Error(`generation ${generationId} has the leaders ${before.leader} and ${leader}`);
    if (before !== undefined && before.protocolName !== protocolName) throw new Error(`generation ${generationId} has two protocols`);
    if (before === undefined || agrees) this.#joined.set(generationId, { leader, protocolName: protocolName ?? '' });
  }

  /** No two owners of a partition in a generation. */
  owns(generationId: number, owner: string, partitions: readonly number[]): void {
    this.accepted(generationId, 'a sync');
    let owners = this.#owners.get(generationId);
    if (owners === undefined) this.#owners.set(generationId, (owners = new Map()));
    for (const partition of partitions) {
      const other = owners.get(partition);
      if (other !== undefined && other !== owner)
        throw new Error(`partition ${partition} of generation ${generationId} has the owners ${other} and ${owner}`);
      owners.set(partition, owner);
    }
  }

  committed(partition: number, offset: number): void {
    this.commits++;
    this.#acknowledged.set(partition, Math.max(offset, this.#acknowledged.get(partition) ?? -1));
  }

  /** What was acknowledged is there, or something later. */
  found(partition: number, offset: number): void {
    const acknowledged = this.#acknowledged.get(partition);
    if (acknowledged !== undefined && offset < acknowledged)
      throw new Error(`partition ${partition} was committed at ${acknowledged} and is at ${offset}`);
  }
}
