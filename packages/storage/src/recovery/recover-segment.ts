/** Reads a segment batch by batch, checks everything, and builds again what is made from it. */
import { batchBaseOffset, batchDamage, batchLastOffset, batchLastOffsetDelta, batchPartitionLeaderEpoch } from '@millrace/protocol';
import type { LeaderEpochs } from '../log/leader-epochs.js';
import type { ProducerState } from '../producer-state/producer-state.js';
import { hasProducerId } from '../segment/batch-fields.js';
import { BatchScan } from '../segment/batch-scan.js';
import type { LogSegment } from '../segment/log-segment.js';

export interface RecoveredSegment {
  /** The offset after its last good batch. */
  endOffset: number;
  /** Bytes cut off. */
  truncatedBytes: number;
  /** Why the first of them is no good batch; empty when nothing was cut. */
  damage: string;
}

const chunkBytes = 1_048_576;

/** A step for each batch. `state` must stand at the beginning of the segment. `beforeCut` runs before the file is made shorter. */
export function* recoverSegment(
  segment: LogSegment,
  indexIntervalBytes: number,
  state: ProducerState,
  epochs: LeaderEpochs,
  beforeCut: () => void,
): Generator<void, RecoveredSegment, void> {
  segment.resetIndexes();
  const scan = new BatchScan(segment, 0, { whole: true, chunkBytes: Math.min(chunkBytes, Math.max(64, segment.size)) });
  let endOffset = segment.baseOffset;
  let validBytes = 0;
  let damage = '';
  while (scan.next()) {
    const { buffer, at } = scan;
    damage = damageOf(segment, scan, endOffset);
    if (damage !== '') break;
    segment.noteBatch(buffer, at, scan.position, indexIntervalBytes);
    const epoch = batchPartitionLeaderEpoch(buffer, at);
    if (epoch >= 0 && epoch > (epochs.latestEpoch ?? -1)) epochs.assign(epoch, batchBaseOffset(buffer, at));
    if (hasProducerId(buffer, at)) {
      const completed = state.apply(buffer, at);
      if (completed?.aborted === true) segment.transactionIndex.append(completed);
    }
    endOffset = batchLastOffset(buffer, at) + 1;
    validBytes += scan.size;
    yield;
  }
  state.endOffset = endOffset;
  const truncatedBytes = segment.size - validBytes;
  if (truncatedBytes > 0) {
    beforeCut();
    segment.held.file.truncate(validBytes);
    segment.size = validBytes;
    segment.writtenSize = validBytes;
  }
  segment.finish();
  return { endOffset, truncatedBytes, damage: damage === '' ? scan.damage : damage };
}

function damageOf(segment: LogSegment, scan: BatchScan, expected: number): string {
  const { buffer, at } = scan;
  const damage = batchDamage(buffer, at);
  if (damage !== '') return damage;
  const baseOffset = batchBaseOffset(buffer, at);
  if (baseOffset < expected) return `a batch of offset ${baseOffset} where ${expected} or later is expected`;
  if (batchLastOffsetDelta(buffer, at) < 0) return `a batch with last offset delta ${batchLastOffsetDelta(buffer, at)}`;
  if (!segment.takesOffset(batchLastOffset(buffer, at))) return `a batch with offset ${batchLastOffset(buffer, at)}, beyond what the segment may hold`;
  return '';
}
