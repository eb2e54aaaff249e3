/** What the broker promised beside records: topics that were created or deleted, and offsets that groups committed. */
import type { Admin } from '@millrace/admin';
import { partitionForGroup } from '@millrace/protocol';
import type { LoadTarget } from './own-load.js';

export const offsetsTopic = '__consumer_offsets';
export const offsetsPartitions = 2;

export class ClusterPromises {
  readonly #admin: Admin;
  readonly #committedOn: LoadTarget;
  /** Topic → its id. */
  readonly #topics = new Map<string, string>();
  readonly #deleted = new Set<string>();
  /** Each group commits once, so that no later commit hides that one was lost. */
  readonly #commits = new Map<string, number>();
  /** Of `__consumer_offsets`, by directory name: what was readable, and so flushed, when a commit had been answered. */
  readonly #durableEnds = new Map<string, number>();
  #powerCuts = 0;
  #isRunning = false;
  #run: Promise<void> = Promise.resolve();
  #failure: Error | null = null;

  constructor(admin: Admin, committedOn: LoadTarget) {
    this.#admin = admin;
    this.#committedOn = committedOn;
  }

  get durableEnds(): ReadonlyMap<string, number> {
    return this.#durableEnds;
  }

  async create(topic: string, partitions: number, configs: Record<string, string>): Promise<string> {
    const [created] = await this.#admin.createTopics([{ topic, partitions, replicationFactor: 1, configs }]);
    if (created?.error) throw created.error;
    const [described] = await this.#admin.describeTopics([topic]);
    this.#topics.set(topic, described!.topicId);
    return described!.topicId;
  }

  async delete(topic: string): Promise<void> {
    const [deleted] = await this.#admin.deleteTopics([topic]);
    if (deleted?.error) throw deleted.error;
    this.#topics.delete(topic);
    this.#deleted.add(topic);
  }

  /** Commits for new groups, one after the other, until `settle`. */
  begin(round: number): void {
    this.#isRunning = true;
    this.#run = this.#commit(round).catch((error: unknown) => {
      this.#failure ??= error as Error;
    });
  }

  /** What lies beyond `durableEnds` may be gone. */
  powerCut(): void {
    this.#powerCuts++;
  }

  async settle(): Promise<void> {
    this.#isRunning = false;
    await this.#run;
    if (this.#failure !== null) throw this.#failure;
  }

  async #commit(round: number): Promise<void> {
    let index = 0;
    while (this.#isRunning) {
      const group = `group-${round}-${index}`;
      const offset = round * 1000 + index++;
      const powerCuts = this.#powerCuts;
      await this.#admin.alterConsumerGroupOffsets(group, [{ ...this.#committedOn, offset }]);
      const partition = partitionForGroup(group, offsetsPartitions);
      const [answer] = await this.#admin.listOffsets([{ topic: offsetsTopic, partition, at: 'latest' }]);
      this.#durableEnds.set(`${offsetsTopic}-${partition}`, answer!.offset);
      // Between the two answers a power cut may have taken it: the harness did not know yet that it must not.
      if (powerCuts === this.#powerCuts) this.#commits.set(group, offset);
    }
  }

  /** What was promised and is not so; empty when nothing is. `groupsOf` null: those of all rounds. */
  async problems(groupsOf: number | null): Promise<string[]> {
    return [...await this.#wrongTopics(), ...await this.#wrongCommits(groupsOf)];
  }

  async #wrongTopics(): Promise<string[]> {
    const there = new Map((await this.#admin.describeTopics(null)).map(({ topic, topicId }) => [topic, topicId]));
    const missing = [...this.#topics].filter(([topic, topicId]) => there.get(topic) !== topicId);
    const back = [...this.#deleted].filter((topic) => there.has(topic));
    return [
      ...missing.map(([topic, topicId]) => `topic ${topic} was created with id ${topicId}, and now it is ${there.get(topic) ?? 'not there'}`),
      ...back.map((topic) => `topic ${topic} was deleted and is there again`),
    ];
  }

  async #wrongCommits(round: number | null): Promise<string[]> {
    const problems: string[] = [];
    for (const [group, offset] of this.#commits) {
      if (round !== null && !group.startsWith(`group-${round}-`)) continue;
      const [found] = await this.#admin.listConsumerGroupOffsets(group, [this.#committedOn]);
      if (found?.offset !== offset) problems.push(`${group} committed offset ${offset}, and now it is ${found?.offset ?? 'not there'}`);
    }
    return problems;
  }
}
