/** Finds where to begin: at the group's committed offset, or by `autoOffsetReset`. Works in the background; `poll` sees the outcome. */
import { fetchCommitted, isRetriableFailure, listOffsets, offsetTimestamps, partitionKey, partitionText, type NetworkClient } from '@millrace/network-client';
import { ErrorCode, KafkaError } from '@millrace/protocol';
import type { ChangeSignal } from './change-signal.js';
import type { AutoOffsetReset, ConsumerSettings } from './consumer-options.js';
import type { PartitionState } from './partition-state.js';

export class Positions {
  readonly #client: NetworkClient;
  readonly #settings: ConsumerSettings;
  readonly #assigned: ReadonlyMap<string, PartitionState>;
  readonly #changed: ChangeSignal;
  readonly #searched = new Set<PartitionState>();
  #failure: Error | null = null;

  constructor(client: NetworkClient, settings: ConsumerSettings, assigned: ReadonlyMap<string, PartitionState>, changed: ChangeSignal) {
    this.#client = client;
    this.#settings = settings;
    this.#assigned = assigned;
    this.#changed = changed;
  }

  /** Begins to look for the positions that are missing. @throws what the last search failed with for good. */
  find(): void {
    if (this.#failure !== null) {
      const failure = this.#failure;
      this.#failure = null;
      throw failure;
    }
    const missing = [...this.#assigned.values()].filter((state) => !state.hasPosition && !this.#searched.has(state));
    if (missing.length === 0) return;
    for (const state of missing) this.#searched.add(state);
    this.#find(missing).catch((error: Error) => {
      // What may pass is tried again by the next poll, however long it lasts.
      const isOfUse = !this.#client.isClosed && missing.some((state) => this.#isStillMissing(state));
      if (isOfUse && !isRetriableFailure(error)) this.#failure = error;
    }).finally(() => this.#searchIsOver(missing));
  }

  async #find(missing: PartitionState[]): Promise<void> {
    const fresh = missing.filter((state) => state.reset === null);
    if (fresh.length > 0) await this.#startAtCommitted(fresh);
    const toReset = missing.filter((state) => this.#isStillMissing(state) && state.reset !== null);
    if (toReset.length > 0) await this.#reset(toReset);
  }

  async #startAtCommitted(states: PartitionState[]): Promise<void> {
    const { groupId, autoOffsetReset, defaultApiTimeoutMs } = this.#settings;
    const found = groupId === null ? [] : await fetchCommitted(this.#client, groupId, states, defaultApiTimeoutMs);
    const committed = new Map(found.map((offset) => [partitionKey(offset.topic, offset.partition), offset]));
    let without: PartitionState | null = null;
    for (const state of states) {
      if (!this.#isStillMissing(state) || state.reset !== null) continue;
      const offset = committed.get(partitionKey(state.topic, state.partition));
      if (offset !== undefined) state.seek(offset.offset, offset.leaderEpoch);
      else if (autoOffsetReset !== 'none') state.resetTo(autoOffsetReset);
      else without ??= state;
    }
    if (without !== null) throw new KafkaError(ErrorCode.OFFSET_OUT_OF_RANGE, `${partitionText(without)} has no committed offset, and autoOffsetReset is 'none'`);
  }

  /** Takes each answer when it comes: a partition that has none does not keep the others waiting. */
  async #reset(states: PartitionState[]): Promise<void> {
    const nowMs = this.#client.platform.clock.now();
    const asked = new Map(states.map((state) => [partitionKey(state.topic, state.partition), { state, reset: state.reset! }]));
    const questions = states.map((state) => ({ topic: state.topic, partition: state.partition, timestamp: timestampOf(state.reset!, nowMs) }));
    const { defaultApiTimeoutMs: timeoutMs, readCommitted } = this.#settings;
    await listOffsets(this.#client, questions, { timeoutMs, readCommitted, onAnswer: (answer) => {
      const { state, reset } = asked.get(partitionKey(answer.topic, answer.partition))!;
      // A seek meanwhile may want another place.
      if (this.#isStillMissing(state) && state.reset === reset) {
        if (answer.offset >= 0) state.seek(answer.offset, answer.leaderEpoch);
        else state.resetTo('latest'); // no record is that young: begin with the next one
      }
      this.#searchIsOver([state]);
    } });
  }

  #searchIsOver(states: readonly PartitionState[]): void {
    for (const state of states) this.#searched.delete(state);
    this.#changed.raise();
  }

  #isStillMissing(state: PartitionState): boolean {
    return !state.hasPosition && this.#assigned.get(partitionKey(state.topic, state.partition)) === state;
  }
}

function timestampOf(reset: AutoOffsetReset, nowMs: number): number {
  if (typeof reset === 'object') return Math.max(0, nowMs - reset.byDurationMs);
  return reset === 'earliest' ? offsetTimestamps.earliest : offsetTimestamps.latest;
}
