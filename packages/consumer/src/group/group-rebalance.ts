/**
 * Carries a rebalance out on this consumer, step by step inside `poll`: gives up partitions before joining (all of them,
 * or with cooperative assignors only those that go), takes up what was assigned, and calls the listener in between.
 */
import { partitionKey, pause, type NetworkClient, type TopicPartition } from '@millrace/network-client';
import type { ChangeSignal } from '../change-signal.js';
import type { ConsumerSettings } from '../consumer-options.js';
import { PartitionState } from '../partition-state.js';
import type { Assignment, Membership } from './membership.js';

type JoinOutcome = { readonly kind: 'assigned'; readonly assignment: Assignment } | { readonly kind: 'again' } | { readonly kind: 'failed'; readonly error: Error };

export class GroupRebalance {
  readonly #client: NetworkClient;
  readonly #settings: ConsumerSettings;
  readonly #membership: Membership;
  readonly #assigned: Map<string, PartitionState>;
  readonly #changed: ChangeSignal;
  /** Null: the consumer wants to be in no group, or no longer. */
  readonly #wanted: () => readonly string[] | null;
  /** Commits positions, if that is done automatically; never throws. */
  readonly #commit: (isLeaving?: boolean) => Promise<void>;
  readonly #isCooperative: boolean;
  #join: Promise<void> | null = null;
  #outcome: JoinOutcome | null = null;
  #joinedTopics: readonly string[] = [];
  /** What was assigned last, and when: sticky assignors want to know it even when it was given up for joining. */
  #last: Assignment = { partitions: [], generation: -1 };

  constructor(
    client: NetworkClient, settings: ConsumerSettings, membership: Membership, assigned: Map<string, PartitionState>, changed: ChangeSignal,
    wanted: () => readonly string[] | null, commit: (isLeaving?: boolean) => Promise<void>,
  ) {
    this.#client = client;
    this.#settings = settings;
    this.#membership = membership;
    this.#assigned = assigned;
    this.#changed = changed;
    this.#wanted = wanted;
    this.#commit = commit;
    this.#isCooperative = settings.assignors.every((assignor) => assignor.isCooperative);
  }

  /** Does what can be done now. Call again when something changed. @throws what joining failed with for good, or the listener. */
  async step(): Promise<void> {
    this.#membership.polled();
    if (this.#membership.takeLost()) await this.#lose();
    if (this.#outcome !== null) {
      const outcome = this.#outcome;
      this.#outcome = null;
      this.#join = null;
      if (outcome.kind === 'failed') throw outcome.error;
      // Of another generation: the group was left, or went on, before this was looked at.
      if (outcome.kind === 'assigned' && outcome.assignment.generation === this.#membership.generation) await this.#takeUp(outcome.assignment);
    }
    if (!this.#isToJoin()) return;
    await this.#prepare();
    // The consumer may have been closed or unsubscribed meanwhile.
    if (this.#isToJoin()) this.#begin();
  }

  /** Who is a member takes part in a rebalance also when no topic is left for it: the others wait for its answer. */
  #isToJoin(): boolean {
    const topics = this.#wanted();
    return this.#membership.needsJoin && this.#join === null && topics !== null && (topics.length > 0 || this.#membership.generation >= 0);
  }

  #topics(): readonly string[] {
    return this.#wanted() ?? [];
  }

  /** Gives everything up, calling the listener; for leaving. */
  async release(): Promise<void> {
    await this.#commit(true);
    await this.#revoke([...this.#assigned.values()]);
    this.#last = { partitions: [], generation: -1 };
  }

  #begin(): void {
    const topics = this.#topics();
    this.#joinedTopics = topics;
    const subscription = { topics, last: this.#last.partitions, owned: this.#names(), generation: this.#last.generation, rack: this.#settings.clientRack };
    this.#join = this.#membership.join(subscription).then(
      async (assignment) => {
        if (assignment === undefined) await pause(this.#client.platform.timers, this.#client.settings.retryBackoffMs);
        this.#outcome = assignment === undefined ? { kind: 'again' } : { kind: 'assigned', assignment };
      },
      (error: Error) => {
        this.#outcome = { kind: 'failed', error };
      },
    ).finally(() => this.#changed.raise());
  }

  async #prepare(): Promise<void> {
    await this.#commit();
    const topics = new Set(this.#topics());
    const going = [...this.#assigned.values()].filter((state) => !this.#isCooperative || !topics.has(state.topic));
    await this.#revoke(going);
    if (this.#isCooperative) this.#last = { ...this.#last, partitions: this.#names() };
  }

  async #takeUp(assignment: Assignment): Promise<void> {
    const wanted = new Set(assignment.partitions.map((partition) => partitionKey(partition.topic, partition.partition)));
    const going = [...this.#assigned].filter(([key]) => !wanted.has(key)).map(([, state]) => state);
    try {
      if (going.length > 0) {
        await this.#commit();
        await this.#revoke(going);
      }
    } finally {
      // Also when the listener throws: what was assigned to this member is read by no other.
      if (going.length > 0) this.#membership.requestJoin('gave up partitions for others'); // KIP-429: only now may another have them
      await this.#assign(assignment);
    }
  }

  async #assign(assignment: Assignment): Promise<void> {
    const coming = assignment.partitions.filter(({ topic, partition }) => !this.#assigned.has(partitionKey(topic, partition)));
    for (const { topic, partition } of coming) {
      this.#assigned.set(partitionKey(topic, partition), new PartitionState(topic, partition));
      this.#client.metadata.watch(topic);
    }
    this.#last = { partitions: this.#names(), generation: assignment.generation };
    if (this.#joinedTopics.join('\n') !== this.#topics().join('\n')) this.#membership.requestJoin('the subscription changed');
    await this.#settings.rebalanceListener.onAssigned?.(coming.map(({ topic, partition }) => ({ topic, partition })));
  }

  async #revoke(states: readonly PartitionState[]): Promise<void> {
    if (states.length === 0) return;
    const names = states.map(({ topic, partition }) => ({ topic, partition }));
    try {
      await this.#settings.rebalanceListener.onRevoked?.(names);
    } finally {
      this.#drop(names);
    }
  }

  async #lose(): Promise<void> {
    const names = this.#names();
    this.#drop(names);
    this.#last = { partitions: [], generation: -1 };
    if (names.length === 0) return;
    const { rebalanceListener } = this.#settings;
    await (rebalanceListener.onLost === undefined ? rebalanceListener.onRevoked?.(names) : rebalanceListener.onLost(names));
  }

  #drop(partitions: readonly TopicPartition[]): void {
    for (const { topic, partition } of partitions) this.#assigned.delete(partitionKey(topic, partition));
  }

  #names(): TopicPartition[] {
    return [...this.#assigned.values()].map(({ topic, partition }) => ({ topic, partition }));
  }
}
