/**
 * Incremental fetch sessions (KIP-227): the broker remembers what a client fetches and what it was last told, so that
 * both sides name only what changed. The cache is bounded: a new session takes the place of one that was not used for two
 * minutes, or else of a smaller one that has lived so long. (Those of followers come first in Kafka; there are none here.)
 */
import type { Random } from '@millrace/platform';
import { ErrorCode } from '@millrace/protocol';

/** min.incremental.fetch.session.eviction.ms in Kafka. */
export const MIN_EVICTION_MS = 120_000;
const FINAL_EPOCH = -1;
const INITIAL_EPOCH = 0;
const MAX_EPOCH = 2_147_483_647;

/** What a client asked of one partition, and what it was told last. */
export interface FetchPartition {
  topic: string;
  topicId: string;
  partition: number;
  fetchOffset: number;
  maxBytes: number;
  currentLeaderEpoch: number;
  lastFetchedEpoch: number;
  logStartOffset: number;
  lastHighWatermark: number;
  lastLogStartOffset: number;
}

export interface FetchSession {
  readonly id: number;
  epoch: number;
  /** Whether topics are named by id (version 13 on): a session cannot change that. */
  readonly usesTopicIds: boolean;
  /** In the order in which they are to be served; the served ones move to the end. */
  readonly partitions: Map<string, FetchPartition>;
  readonly createdMs: number;
  lastUsedMs: number;
}

/** How a request is to be answered. */
export type FetchContext =
  | { kind: 'sessionless'; partitions: FetchPartition[] }
  | { kind: 'new'; session: FetchSession | null; partitions: FetchPartition[] }
  | { kind: 'incremental'; session: FetchSession; partitions: FetchPartition[] }
  | { kind: 'error'; errorCode: number };

export interface FetchMetadata {
  sessionId: number;
  sessionEpoch: number;
  usesTopicIds: boolean;
  partitions: FetchPartition[];
  forgotten: { topic: string; topicId: string; partition: number }[];
}

export class FetchSessionCache {
  readonly #slots: number;
  readonly #random: Random;
  readonly #sessions = new Map<number, FetchSession>();

  /** @param slots max.incremental.fetch.session.cache.slots */
  constructor(slots: number, random: Random) {
    this.#slots = slots;
    this.#random = random;
  }

  get size(): number {
    return this.#sessions.size;
  }

  open(request: FetchMetadata, now: number): FetchContext {
    if (request.sessionEpoch === INITIAL_EPOCH || request.sessionEpoch === FINAL_EPOCH) {
      if (request.sessionId !== 0) this.#sessions.delete(request.sessionId);
      if (request.sessionEpoch === FINAL_EPOCH) return { kind: 'sessionless', partitions: request.partitions };
      return { kind: 'new', session: this.#create(request, now), partitions: request.partitions };
    }
    const session = this.#sessions.get(request.sessionId);
    if (session === undefined) return { kind: 'error', errorCode: ErrorCode.FETCH_SESSION_ID_NOT_FOUND };
    if (session.usesTopicIds !== request.usesTopicIds) return { kind: 'error', errorCode: ErrorCode.FETCH_SESSION_TOPIC_ID_ERROR };
    if (session.epoch !== request.sessionEpoch) return { kind: 'error', errorCode: ErrorCode.INVALID_FETCH_SESSION_EPOCH };
    update(session, request);
    session.epoch = session.epoch === MAX_EPOCH ? 1 : session.epoch + 1;
    session.lastUsedMs = now;
    if (session.partitions.size === 0) {
      this.#sessions.delete(session.id);
      return { kind: 'sessionless', partitions: [] };
    }
    return { kind: 'incremental', session, partitions: [...session.partitions.values()] };
  }

  #create(request: FetchMetadata, now: number): FetchSession | null {
    if (!this.#makeRoom(request.partitions.length, now)) return null;
    let id = 0;
    while (id === 0 || this.#sessions.has(id)) id = 1 + this.#random.below(MAX_EPOCH - 1);
    const partitions = new Map(request.partitions.map((partition) => [keyOf(partition), partition]));
    const session: FetchSession = { id, epoch: 1, usesTopicIds: request.usesTopicIds, partitions, createdMs: now, lastUsedMs: now };
    this.#sessions.set(id, session);
    return session;
  }

  /** For a session of so many partitions. */
  #makeRoom(size: number, now: number): boolean {
    if (this.#slots <= 0) return false;
    if (this.#sessions.size < this.#slots) return true;
    const evicted = this.#longestUnused(now) ?? this.#smallerThan(size, now);
    return evicted !== null && this.#sessions.delete(evicted.id);
  }

  #longestUnused(now: number): FetchSession | null {
    let oldest: FetchSession | null = null;
    for (const session of this.#sessions.values()) {
      if (oldest === null || session.lastUsedMs < oldest.lastUsedMs) oldest = session;
    }
    return oldest !== null && now - oldest.lastUsedMs > MIN_EVICTION_MS ? oldest : null;
  }

  #smallerThan(size: number, now: number): FetchSession | null {
    let smallest: FetchSession | null = null;
    for (const session of this.#sessions.values()) {
      if (now - session.createdMs <= MIN_EVICTION_MS) continue;
      if (session.partitions.size < (smallest?.partitions.size ?? size)) smallest = session;
    }
    return smallest;
  }
}

/** A partition that was answered goes to the end, so that none starves when the bytes do not suffice for all. */
export function moveToEnd(session: FetchSession, partition: FetchPartition): void {
  const key = keyOf(partition);
  if (session.partitions.delete(key)) session.partitions.set(key, partition);
}

function update(session: FetchSession, request: FetchMetadata): void {
  for (const asked of request.partitions) {
    const key = keyOf(asked);
    const known = session.partitions.get(key);
    if (known === undefined) session.partitions.set(key, asked);
    else {
      known.fetchOffset = asked.fetchOffset;
      known.maxBytes = asked.maxBytes;
      known.currentLeaderEpoch = asked.currentLeaderEpoch;
      known.lastFetchedEpoch = asked.lastFetchedEpoch;
      known.logStartOffset = asked.logStartOffset;
    }
  }
  for (const forgotten of request.forgotten) session.partitions.delete(keyOf(forgotten));
}

function keyOf(partition: { topic: string; topicId: string; partition: number }): string {
  return `${partition.topicId}/${partition.topic}/${partition.partition}`;
}
