/** What the consumer knows of a partition assigned to it. A new assignment of the same partition is a new object. */
import type { AutoOffsetReset } from './consumer-options.js';
import type { FetchedRecords } from './fetched-records.js';

export class PartitionState {
  readonly topic: string;
  readonly partition: number;
  /** The next offset to give out; -1 while it is not known. */
  position = -1;
  /** Epoch of the last record given out, -1 if unknown. */
  positionEpoch = -1;
  isPaused = false;
  /** Where to begin if the position has to be found: null means at the committed offset. */
  reset: AutoOffsetReset | null = null;
  /** Nothing is asked for before; after a failure. */
  notBeforeMs = 0;
  isFetching = false;
  fetched: FetchedRecords | null = null;
  highWatermark = -1;
  lastStableOffset = -1;
  logStartOffset = -1;

  constructor(topic: string, partition: number) {
    this.topic = topic;
    this.partition = partition;
  }

  get hasPosition(): boolean {
    return this.position >= 0;
  }

  /** Moves on or back; what was fetched for elsewhere goes. */
  seek(offset: number, leaderEpoch: number = -1): void {
    this.position = offset;
    this.positionEpoch = leaderEpoch;
    this.reset = null;
    this.fetched = null;
  }

  /** The position is to be found anew. */
  resetTo(reset: AutoOffsetReset): void {
    this.position = -1;
    this.positionEpoch = -1;
    this.reset = reset;
    this.fetched = null;
  }
}
