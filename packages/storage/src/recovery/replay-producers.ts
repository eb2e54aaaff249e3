/** Producer state from batches: from where the state stands up to an offset. */
import { batchBaseOffset, batchLastOffset, isControlBatch } from '@millrace/protocol';
import type { ProducerState } from '../producer-state/producer-state.js';
import { hasProducerId } from '../segment/batch-fields.js';
import { BatchScan } from '../segment/batch-scan.js';
import type { LogSegment } from '../segment/log-segment.js';

export function replayProducers(state: ProducerState, segments: readonly LogSegment[], logStartOffset: number, endOffset: number): void {
  for (const _ of replaySteps(state, segments, logStartOffset, endOffset)) void _;
}

/** A step for each batch, so that loading holds the loop for short times only. */
export function* replaySteps(state: ProducerState, segments: readonly LogSegment[], logStartOffset: number, endOffset: number): Generator<void, void, void> {
  const from = Math.max(state.endOffset, logStartOffset);
  for (const [index, segment] of segments.entries()) {
    const end = segments[index + 1]?.baseOffset ?? endOffset;
    if (end <= from || segment.baseOffset >= endOffset) continue;
    const position = from <= segment.baseOffset ? 0 : segment.offsetIndex.positionFor(from);
    const scan = new BatchScan(segment, position, { whole: false });
    while (scan.next()) {
      const { buffer, at } = scan;
      if (batchBaseOffset(buffer, at) >= endOffset) break;
      if (batchLastOffset(buffer, at) < from || !hasProducerId(buffer, at)) continue;
      if (isControlBatch(buffer, at)) applyWhole(state, segment, scan.position);
      else state.apply(buffer, at);
      yield;
    }
    // Without the producers behind it their duplicates would be taken for new records.
    if (scan.damage !== '') throw segment.corrupt(scan.damage, scan.position);
  }
  state.endOffset = endOffset;
}

/** Of a control batch its record is needed too. */
function applyWhole(state: ProducerState, segment: LogSegment, position: number): void {
  const whole = new BatchScan(segment, position, { whole: true, chunkBytes: 256 });
  if (whole.next()) state.apply(whole.buffer, whole.at);
}
