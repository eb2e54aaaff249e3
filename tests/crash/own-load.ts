/** Load from our idempotent producer: it lives through all rounds, and so through all crashes. */
import { Producer } from '@millrace/producer';
import type { Random } from '@millrace/platform';

/** Records that may be unanswered at a time. */
const mostUnanswered = 200;

export interface LoadTarget {
  readonly topic: string;
  readonly partition: number;
}

export class OwnLoad {
  readonly #producer: Producer;
  readonly #targets: readonly LoadTarget[];
  readonly #random: Random;
  readonly #unanswered = new Set<Promise<unknown>>();
  readonly #numbers = new Map<string, number>();
  #isRunning = false;
  #run: Promise<void> = Promise.resolve();
  #failure: Error | null = null;

  constructor(bootstrapServers: string, targets: readonly LoadTarget[], random: Random) {
    this.#producer = new Producer({ bootstrapServers, lingerMs: 1, batchSize: 1500, retryBackoffMaxMs: 200, reconnectBackoffMaxMs: 200 });
    this.#targets = targets;
    this.#random = random;
  }

  begin(): void {
    this.#isRunning = true;
    this.#run = this.#send();
  }

  /** Sends no more; resolves when everything that was sent is acknowledged. @throws KafkaError of a record that was not */
  async settle(): Promise<void> {
    this.#isRunning = false;
    await this.#run;
    await Promise.all(this.#unanswered);
    if (this.#failure !== null) throw this.#failure;
  }

  async close(): Promise<void> {
    this.#isRunning = false;
    await this.#producer.close({ timeoutMs: 0 });
  }

  async #send(): Promise<void> {
    while (this.#isRunning) {
      for (const target of this.#targets) this.#sendSome(target);
      await (this.#unanswered.size < mostUnanswered ? new Promise((resolve) => setImmediate(resolve)) : Promise.race(this.#unanswered));
    }
  }

  #sendSome({ topic, partition }: LoadTarget): void {
    const name = `${topic}-${partition}`;
    let number = this.#numbers.get(name) ?? 0;
    for (let left = 1 + this.#random.below(5); left > 0; left--) {
      const value = `own-${name}#${number++}|${'.'.repeat(this.#random.below(200))}`;
      const answer = this.#producer.send({ topic, partition, value }).then(() => undefined, (error: unknown) => {
        this.#failure ??= error as Error;
      });
      this.#unanswered.add(answer);
      void answer.then(() => this.#unanswered.delete(answer));
    }
    this.#numbers.set(name, number);
  }
}
