/** One instance: its store, and who leads among all instances. Below HTTP; a simulation runs several of these. */
import type { Logger } from '@millrace/platform';
import type { Registry } from './core/registry.js';
import type { Decision } from './core/registry-record.js';
import type { Election } from './election/election.js';
import { urlOf, type Identity } from './election/sr-protocol.js';
import type { Operation } from './store/operation.js';
import type { RegistryStore } from './store/registry-store.js';
import { SerialQueue } from './store/serial-queue.js';

export type Leadership = { readonly kind: 'self' } | { readonly kind: 'other'; readonly identity: Identity } | { readonly kind: 'unknown' };

/** What only the leader does. */
export interface LeaderTask {
  /** May be called again while it runs. */
  start(): void;
  stop(): Promise<void>;
}

/** Changes of several writes that may wait for those before them. */
const longestChanges = 1_000;

export class RegistryNode {
  readonly store: RegistryStore;
  /** Changes that are several writes, one after another, so that none comes between the check and the writes of another. */
  readonly changes: SerialQueue = new SerialQueue(longestChanges);
  readonly #election: Election;
  readonly #logger: Logger;
  #leadership: Leadership = { kind: 'unknown' };
  readonly #tasks: LeaderTask[] = [];
  #isReady = false;
  readonly #decided: Promise<void>;
  #onDecided: () => void = () => {};

  constructor(store: RegistryStore, election: Election, logger: Logger) {
    this.store = store;
    this.#election = election;
    this.#logger = logger;
    this.#decided = new Promise((resolve) => {
      this.#onDecided = resolve;
    });
  }

  get registry(): Registry {
    return this.store.registry;
  }

  get leadership(): Leadership {
    return this.#leadership;
  }

  /** Everything that was there at the start has been read. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Before the election: a task that goes on as long as this instance leads. */
  addLeaderTask(task: LeaderTask): void {
    this.#tasks.push(task);
  }

  /** Reads the log to its end. @throws RegistryError when that takes longer */
  async load(timeoutMs: number): Promise<void> {
    await this.store.start(timeoutMs);
    this.#isReady = true;
  }

  /** Takes part in the election, now that requests can be answered; resolves when it is decided for the first time. */
  elect(): Promise<void> {
    this.#election.start({ onElected: () => this.#onElected(), onFollowing: (leader) => this.#onFollowing(leader) });
    return this.#decided;
  }

  /** @throws NotLeaderError when the request is the leader's */
  write<Response>(operation: Operation, decide: (registry: Registry) => Decision<Response>): Promise<Response> {
    return this.store.write(operation, decide);
  }

  async stop(): Promise<void> {
    this.store.follow();
    await Promise.all(this.#tasks.map((task) => task.stop()));
    await this.#election.stop();
    await this.store.close();
  }

  #onElected(): void {
    this.#leadership = { kind: 'self' };
    this.#logger.info('elected to lead the registry');
    this.store.lead();
    for (const task of this.#tasks) task.start();
    this.#onDecided();
  }

  #onFollowing(leader: Identity | null): void {
    this.#leadership = leader === null ? { kind: 'unknown' } : { kind: 'other', identity: leader };
    this.#logger.info('follows', { leader: leader === null ? 'nobody yet' : urlOf(leader) });
    this.store.follow();
    for (const task of this.#tasks) void task.stop();
    if (leader !== null) this.#onDecided();
  }
}
