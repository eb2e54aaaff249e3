/** Topics that were made stay, those that were deleted stay away: told by the answers, compared with the committed image. */

/** What is compared with: the broker's image of the cluster. */
export interface TopicsImage {
  topicByName(name: string): { readonly id: string; readonly partitions: readonly unknown[] } | undefined;
  topicById(id: string): unknown;
}

export class TopicsLedger {
  created = 0;
  deleted = 0;
  /** Requests about these topics are not answered, or never were. */
  readonly doubtful: Set<string> = new Set();
  readonly #there: Map<string, { id: string; partitions: number }> = new Map();
  readonly #gone: Map<string, string> = new Map();

  has(name: string): boolean {
    return this.#there.has(name);
  }

  partitionsOf(name: string): number {
    return this.#there.get(name)?.partitions ?? 0;
  }

  made(name: string, id: string, partitions: number): void {
    if (this.#gone.has(id)) throw new Error(`topic ${name} was made with the id ${id} of ${this.#gone.get(id)}, which was deleted`);
    this.created++;
    this.#there.set(name, { id, partitions });
  }

  grew(name: string, partitions: number): void {
    this.#there.get(name)!.partitions = partitions;
  }

  removed(name: string): void {
    this.deleted++;
    const topic = this.#there.get(name);
    if (topic !== undefined) this.#gone.set(topic.id, name);
    this.#there.delete(name);
  }

  check(image: TopicsImage): void {
    for (const [name, { id, partitions }] of this.#there) {
      if (this.doubtful.has(name)) continue;
      const found = image.topicByName(name);
      if (found === undefined) throw new Error(`topic ${name} was made, and is not there`);
      if (found.id !== id) throw new Error(`topic ${name} was made with id ${id}, and has ${found.id}`);
      if (found.partitions.length < partitions) throw new Error(`topic ${name} had ${partitions} partitions, and has ${found.partitions.length}`);
    }
    for (const [id, name] of this.#gone) if (image.topicById(id) !== undefined) throw new Error(`topic ${name} with id ${id} was deleted, and is there again`);
  }
}
