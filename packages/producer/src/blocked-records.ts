/** Records that cannot be taken yet: the topic is not known, or memory is short. First come, first served, by topic. */
import type { NetworkClient } from '@millrace/network-client';
import { ErrorCode, errorMessage, isRetriable, KafkaError } from '@millrace/protocol';
import type { ProducerRecord, RecordMetadata } from './producer-record.js';

interface Blocked {
  readonly record: ProducerRecord;
  readonly deadlineMs: number;
  readonly resolve: (result: Promise<RecordMetadata>) => void;
  readonly reject: (failure: Error) => void;
  /** Resolves when it is in a batch, or has failed. */
  readonly served: Promise<void>;
  readonly onServed: () => void;
}

/** What waiting for a topic came to, which holds for all records whose time is over by then. */
interface InVain {
  readonly failure: Error;
  readonly untilMs: number;
}

/** Served records that a queue may still hold. */
const forgetAfter = 1024;

export class BlockedRecords {
  readonly #client: NetworkClient;
  readonly #maxBlockMs: number;
  readonly #isKnown: (topic: string) => unknown;
  readonly #append: (record: ProducerRecord) => Promise<RecordMetadata> | null;
  readonly #byTopic = new Map<string, Blocked[]>();
  #roomWaiters: (() => void)[] = [];
  #stopped: Error | null = null;

  /** `isKnown` gives undefined for a topic without partitions; `append` gives null while memory is short. */
  constructor(
    client: NetworkClient, maxBlockMs: number, isKnown: (topic: string) => unknown, append: (record: ProducerRecord) => Promise<RecordMetadata> | null,
  ) {
    this.#client = client;
    this.#maxBlockMs = maxBlockMs;
    this.#isKnown = isKnown;
    this.#append = append;
  }

  /** Whether records of this topic wait, so that later ones must wait behind them. */
  has(topic: string): boolean {
    return this.#byTopic.size > 0 && this.#byTopic.has(topic);
  }

  add(record: ProducerRecord, ready: Promise<void>): Promise<RecordMetadata> {
    return new Promise<RecordMetadata>((resolve, reject) => {
      let onServed = (): void => {};
      const served = new Promise<void>((run) => {
        onServed = run;
      });
      const blocked: Blocked = { record, deadlineMs: this.#client.platform.clock.monotonic() + this.#maxBlockMs, resolve, reject, served, onServed };
      const waiting = this.#byTopic.get(record.topic);
      if (waiting !== undefined) {
        waiting.push(blocked);
        return;
      }
      const queue = [blocked];
      this.#byTopic.set(record.topic, queue);
      void this.#pump(record.topic, queue, ready);
    });
  }

  /** Memory was freed. */
  onRoom(): void {
    if (this.#roomWaiters.length === 0) return;
    const waiters = this.#roomWaiters;
    this.#roomWaiters = [];
    for (const resume of waiters) resume();
  }

  /** Resolves when what waits now waits no longer; others may by then. */
  async served(): Promise<void> {
    await Promise.all([...this.#byTopic.values()].flatMap((queue) => queue.slice(-1)).map((last) => last.served));
  }

  stop(failure: Error): void {
    this.#stopped = failure;
    for (const blocked of [...this.#byTopic.values()].flatMap((queue) => queue.splice(0))) {
      blocked.reject(failure);
      blocked.onServed();
    }
    this.onRoom();
  }

  async #pump(topic: string, queue: Blocked[], ready: Promise<void>): Promise<void> {
    let inVain: InVain | null = null;
    for (let next = 0; next < queue.length; next++) {
      const blocked = queue[next]!;
      try {
        await ready;
        if (this.#isKnown(topic) === undefined) {
          inVain = await this.#learn(topic, blocked.deadlineMs, inVain);
          if (inVain !== null) throw inVain.failure;
        }
        const [pending] = await this.#appended(blocked);
        blocked.resolve(pending);
      } catch (error) {
        blocked.reject(error as Error);
      }
      blocked.onServed();
      if (next === forgetAfter) next = this.#forget(queue, next);
    }
    this.#byTopic.delete(topic);
  }

  /** In a list of one: a promise would be awaited. */
  async #appended({ record, deadlineMs }: Blocked): Promise<[Promise<RecordMetadata>]> {
    for (;;) {
      if (this.#stopped !== null) throw this.#stopped;
      const pending = this.#append(record);
      if (pending !== null) return [pending];
      await this.#room(deadlineMs);
    }
  }

  /** Drops what was served, so that a queue that never empties does not grow for ever. */
  #forget(queue: Blocked[], served: number): number {
    queue.splice(0, served + 1);
    return -1;
  }

  /** Resolves when some memory was freed. @throws KafkaError REQUEST_TIMED_OUT at the deadline. */
  #room(deadlineMs: number): Promise<void> {
    const { clock, timers } = this.#client.platform;
    return new Promise((resolve, reject) => {
      const timer = timers.schedule(deadlineMs - clock.monotonic(), () => {
        reject(new KafkaError(ErrorCode.REQUEST_TIMED_OUT, `send: no room within ${this.#maxBlockMs} ms, bufferMemory is used up`));
      });
      this.#roomWaiters.push(() => {
        timer.cancel();
        resolve();
      });
    });
  }

  /** Null when the topic is known now. Records that came with one that waited in vain do not wait once more, one behind the other. */
  async #learn(topic: string, deadlineMs: number, before: InVain | null): Promise<InVain | null> {
    if (before !== null && deadlineMs <= before.untilMs) return before;
    const { metadata, platform, settings } = this.#client;
    metadata.watch(topic);
    const leftMs = Math.max(0, Math.ceil(deadlineMs - platform.clock.monotonic()));
    try {
      await this.#client.retry(`metadata of topic '${topic}'`, leftMs, async () => {
        const view = (await metadata.refresh()).topics.get(topic);
        if (view !== undefined && view.partitions.length > 0) return;
        const code = view?.errorCode ?? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION;
        const known = code === ErrorCode.NONE ? ErrorCode.LEADER_NOT_AVAILABLE : code;
        throw new KafkaError(known, `topic '${topic}': ${isRetriable(known) ? 'no partitions yet' : errorMessage(known)}`);
      });
      return null;
    } catch (error) {
      return { failure: error as Error, untilMs: deadlineMs + settings.retryBackoffMs };
    }
  }
}
