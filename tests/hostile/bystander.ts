/** A client that means no harm: it produces and consumes all the time, and everything it sent must come back once and in order. */
import { Admin } from '@millrace/admin';
import { Consumer } from '@millrace/consumer';
import { Producer } from '@millrace/producer';

const topic = 'bystander';

export class Bystander {
  readonly #bootstrapServers: string;
  readonly #producer: Producer;
  readonly #consumer: Consumer;
  #read = 0;
  #isRunning = true;
  #failure: Error | null = null;
  readonly #run: Promise<void>;
  #waiters: { count: number; resolve: () => void; reject: (error: Error) => void }[] = [];

  private constructor(bootstrapServers: string) {
    this.#bootstrapServers = bootstrapServers;
    this.#producer = new Producer({ bootstrapServers, lingerMs: 0 });
    this.#consumer = new Consumer({ bootstrapServers, autoOffsetReset: 'earliest', fetchMaxWaitMs: 100 });
    this.#consumer.assign([{ topic, partition: 0 }]);
    this.#run = this.#goOn().catch((error: unknown) => this.#fail(error as Error));
  }

  static async begin(bootstrapServers: string): Promise<Bystander> {
    await createTopic(bootstrapServers, topic);
    return new Bystander(bootstrapServers);
  }

  createTopic(name: string): Promise<void> {
    return createTopic(this.#bootstrapServers, name);
  }

  /** Resolves when so many more records went in and came out. @throws Error when one did not */
  served(count = 10): Promise<void> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => this.#waiters.push({ count: this.#read + count, resolve, reject }));
  }

  async end(): Promise<void> {
    this.#isRunning = false;
    await this.#run;
    await Promise.all([this.#producer.close(), this.#consumer.close()]);
    if (this.#failure !== null) throw this.#failure;
  }

  async #goOn(): Promise<void> {
    let sent = 0;
    while (this.#isRunning) {
      await this.#producer.send({ topic, partition: 0, value: String(sent++) });
      while (this.#read < sent) {
        for (const { valueText } of await this.#consumer.poll()) {
          if (valueText !== String(this.#read)) throw new Error(`record ${valueText} came where ${this.#read} was expected`);
          this.#read++;
        }
      }
      const ready = this.#waiters.filter(({ count }) => count <= this.#read);
      this.#waiters = this.#waiters.filter(({ count }) => count > this.#read);
      for (const { resolve } of ready) resolve();
    }
  }

  #fail(error: Error): void {
    this.#failure = error;
    for (const { reject } of this.#waiters.splice(0)) reject(error);
  }
}

async function createTopic(bootstrapServers: string, name: string): Promise<void> {
  const admin = new Admin({ bootstrapServers });
  const [created] = await admin.createTopics([{ topic: name, partitions: 1, replicationFactor: 1 }]);
  await admin.close();
  if (created?.error) throw created.error;
}
