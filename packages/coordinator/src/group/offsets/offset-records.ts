/** Offsets as records. */
import { ZERO_UUID } from '@millrace/protocol';
import { offsetCommit, type OffsetCommitRecord } from '../../records.js';
import type { OffsetStore } from './offset-store.js';

/** What a client commits for one partition. */
export interface OffsetToCommit {
  readonly offset: number;
  readonly leaderEpoch: number;
  readonly metadata: string | null;
  readonly commitTimestampMs: number;
  /** -1 when `offsets.retention.minutes` decides. */
  readonly expireTimestampMs: number;
  readonly topicId: string;
}

/** Only version 1 of the value has a time to expire at; all else is in version 4. */
export function offsetRecord(group: string, topic: string, partition: number, commit: OffsetToCommit): OffsetCommitRecord {
  const expires = commit.expireTimestampMs !== -1;
  const value = offsetCommit({
    offset: commit.offset,
    leaderEpoch: expires ? -1 : commit.leaderEpoch,
    metadata: commit.metadata ?? '',
    commitTimestamp: commit.commitTimestampMs,
    expireTimestamp: commit.expireTimestampMs,
    topicId: expires ? ZERO_UUID : commit.topicId,
  });
  return { type: 'offset-commit', key: { group, topic, partition }, value, valueVersion: expires ? 1 : 4 };
}

export function offsetTombstone(group: string, topic: string, partition: number): OffsetCommitRecord {
  return { type: 'offset-commit', key: { group, topic, partition }, value: null, valueVersion: 4 };
}

/** The records that delete all offsets of a group, those of open transactions too: a tombstone takes both away. */
export function offsetTombstones(offsets: OffsetStore, groupId: string): OffsetCommitRecord[] {
  const records: OffsetCommitRecord[] = [];
  const done = new Set<string>();
  const committed = offsets.of(groupId);
  for (const topics of committed === undefined ? offsets.pendingOf(groupId) : [committed, ...offsets.pendingOf(groupId)]) {
    for (const [topic, partitions] of topics) {
      for (const partition of partitions.keys()) {
        const key = `${topic}:${partition}`;
        if (done.has(key)) continue;
        done.add(key);
        records.push(offsetTombstone(groupId, topic, partition));
      }
    }
  }
  return records;
}
