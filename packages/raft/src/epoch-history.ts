/** Which epoch wrote which part of the log, and where the log begins and ends. */
import type { EpochStart, LogState } from './raft-api.js';
import type { EpochEndOffset, SnapshotId } from './raft-messages.js';

export class EpochHistory {
  #startOffset: number;
  #endOffset: number;
  #flushedOffset: number;
  #epochs: EpochStart[];
  #snapshots: SnapshotId[];

  /** What was found on start is on disk. */
  constructor(log: LogState) {
    this.#startOffset = log.logStartOffset;
    this.#endOffset = log.logEndOffset;
    this.#flushedOffset = log.logEndOffset;
    this.#epochs = [...log.epochs];
    this.#snapshots = [...log.snapshots];
  }

  get startOffset(): number {
    return this.#startOffset;
  }

  get endOffset(): number {
    return this.#endOffset;
  }

  get flushedOffset(): number {
    return this.#flushedOffset;
  }

  /** Epoch of the last record, or of the snapshot that the log begins with; 0 for an empty log. */
  get lastEpoch(): number {
    return this.#epochs.at(-1)?.epoch ?? this.#snapshots.at(-1)?.epoch ?? 0;
  }

  get latestSnapshot(): SnapshotId | undefined {
    return this.#snapshots.at(-1);
  }

  get earliestSnapshot(): SnapshotId | undefined {
    return this.#snapshots[0];
  }

  hasSnapshot(id: SnapshotId): boolean {
    return this.#snapshots.some((one) => one.endOffset === id.endOffset && one.epoch === id.epoch);
  }

  append(baseOffset: number, endOffset: number, epoch: number): void {
    if (baseOffset !== this.#endOffset) throw new RangeError(`append at ${baseOffset}, but the log ends at ${this.#endOffset}`);
    if (epoch < this.lastEpoch) throw new RangeError(`append in epoch ${epoch} after epoch ${this.lastEpoch}`);
    if (epoch > (this.#epochs.at(-1)?.epoch ?? -1)) this.#epochs.push({ epoch, startOffset: baseOffset });
    this.#endOffset = endOffset;
  }

  flushed(offset: number): void {
    this.#flushedOffset = Math.max(this.#flushedOffset, Math.min(offset, this.#endOffset));
  }

  truncate(offset: number): void {
    this.#endOffset = Math.min(this.#endOffset, offset);
    this.#flushedOffset = Math.min(this.#flushedOffset, offset);
    this.#epochs = this.#epochs.filter((one) => one.startOffset < offset);
  }

  addSnapshot(id: SnapshotId): void {
    if (!this.hasSnapshot(id)) this.#snapshots.push(id);
  }

  /** The log is empty behind the snapshot. */
  beginAt(id: SnapshotId): void {
    this.#snapshots = [id];
    this.#epochs = [];
    this.#startOffset = id.endOffset;
    this.#endOffset = id.endOffset;
    this.#flushedOffset = id.endOffset;
  }

  moveStart(offset: number): void {
    this.#startOffset = Math.max(this.#startOffset, offset);
    this.#snapshots = this.#snapshots.filter((id) => id.endOffset >= this.#startOffset);
  }

  /** Where the highest epoch at or below this one ends; for an epoch before all that is known, the start of the log. */
  endOffsetFor(epoch: number): EpochEndOffset {
    const earliest = this.earliestSnapshot;
    const index = this.#epochs.findLastIndex((one) => one.epoch <= epoch);
    const entry = this.#epochs[index];
    if (entry !== undefined) return { epoch: entry.epoch, endOffset: this.#epochs[index + 1]?.startOffset ?? this.#endOffset };
    if (earliest !== undefined && earliest.endOffset === this.#startOffset && earliest.epoch <= epoch) {
      return { epoch: earliest.epoch, endOffset: earliest.endOffset };
    }
    return { epoch: Math.min(epoch, this.#epochs[0]?.epoch ?? epoch), endOffset: this.#startOffset };
  }
}
