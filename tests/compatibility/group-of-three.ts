/**
 * A group of three while records keep coming: one member leaves, one joins, all leave, one comes back.
 * Asserted: each partition has one owner among the living, no record is missed, where members commit what they read
 * before they give up a partition none is seen twice, and who comes back goes on where the group stopped.
 */
import { expect } from 'vitest';

export interface GroupRecord {
  partition: number;
  offset: number;
  value: string | null;
}

/** What a member tells about itself while it runs. */
export interface MemberReport {
  /** All partitions owned from now on. */
  owned(partitions: number[]): void;
  record(record: GroupRecord): void;
}

export interface Member {
  /** Commits, leaves the group and ends. */
  leave(): Promise<void>;
  /** Ends at once; for tidying up. */
  kill(): void;
}

export interface GroupClient {
  partitions: number;
  /** False for a client that may forget, in a rebalance, to commit what it has read. */
  exactlyOnce: boolean;
  /** False for a client that drops a record which it is handed while it is told to end: it leaves before more come. */
  leavesWhileReading: boolean;
  /**
   * The committed offsets of all partitions, added up. Who gives up partitions without a last commit leaves its successor to
   * read some records again, and a step is over only when that is done too. Null for a client that commits in time.
   */
  committed: (() => Promise<number>) | null;
  join(name: string, report: MemberReport): Member | Promise<Member>;
  /** Produces records whose values are `from`, `from + 1`, …, spread over the partitions. */
  produce(from: number, count: number): Promise<void>;
}

interface Living {
  name: string;
  owned: number[];
  member: Member | null;
}

const settleLimitMs = 45_000;
const poll = { timeout: settleLimitMs, interval: 50 };

export async function groupOfThree(client: GroupClient, recordsPerStep: number): Promise<void> {
  const group = new Group(client);
  try {
    await group.step(recordsPerStep, async () => {
      await Promise.all(['first', 'second', 'third'].map((name) => group.join(name)));
    });
    if (!client.leavesWhileReading) await group.leave('second');
    await group.step(recordsPerStep, () => group.leave('second'));
    await group.step(recordsPerStep, () => group.join('fourth'));
    await group.leaveAll();
    group.forgetTwice();
    await group.step(recordsPerStep, () => group.join('returned'));
    group.expectNoneTwice();
    await group.leaveAll();
  } finally {
    group.kill();
  }
}

class Group {
  readonly #client: GroupClient;
  readonly #seen = new Map<string, GroupRecord[]>();
  #living: Living[] = [];
  #produced = 0;

  constructor(client: GroupClient) {
    this.#client = client;
  }

  /** Does something to the membership while records come, then waits until all is owned once and all is read. */
  async step(records: number, change: () => Promise<void>): Promise<void> {
    const from = this.#produced;
    this.#produced += records;
    await Promise.all([this.#client.produce(from, records), change()]);
    const all = Array.from({ length: this.#client.partitions }, (_, partition) => partition);
    await expect.poll(() => this.#living.flatMap(({ owned }) => owned).toSorted((a, b) => a - b), poll).toEqual(all);
    await expect.poll(() => this.#living.filter(({ owned }) => owned.length === 0).map(({ name }) => name), poll).toEqual([]);
    await expect.poll(() => this.#seen.size, poll).toBe(this.#produced);
    if (this.#client.committed !== null) await expect.poll(this.#client.committed, poll).toBe(this.#produced);
    this.#expectEach();
  }

  async join(name: string): Promise<void> {
    const living: Living = { name, owned: [], member: null };
    this.#living.push(living);
    living.member = await this.#client.join(name, {
      owned: (partitions) => (living.owned = partitions),
      record: (record) => {
        const place = `${record.partition}@${record.offset}`;
        this.#seen.set(place, [...(this.#seen.get(place) ?? []), record]);
      },
    });
  }

  /** Does nothing for who has left already. */
  async leave(name: string): Promise<void> {
    const living = this.#living.find((one) => one.name === name);
    this.#living = this.#living.filter((one) => one !== living);
    await living?.member?.leave();
  }

  async leaveAll(): Promise<void> {
    const leaving = this.#living;
    this.#living = [];
    for (const { member } of leaving) await member?.leave();
  }

  kill(): void {
    for (const { member } of this.#living) member?.kill();
  }

  /** After all have left, each having committed, nothing may come a second time. */
  expectNoneTwice(): void {
    const twice = [...this.#seen].filter(([, records]) => records.length > 1).map(([place]) => place);
    expect(twice).toEqual([]);
  }

  forgetTwice(): void {
    for (const [place, records] of this.#seen) this.#seen.set(place, records.slice(0, 1));
  }

  #expectEach(): void {
    if (this.#client.exactlyOnce) this.expectNoneTwice();
    const records = [...this.#seen.values()].flatMap((seen) => seen.slice(0, 1));
    const values = records.map(({ value }) => Number(value)).toSorted((a, b) => a - b);
    expect(values).toEqual(Array.from({ length: this.#produced }, (_, index) => index));
    for (let partition = 0; partition < this.#client.partitions; partition++) {
      const offsets = records.filter((one) => one.partition === partition).map(({ offset }) => offset).toSorted((a, b) => a - b);
      expect(offsets).toEqual(offsets.map((_, index) => index));
    }
  }
}
