/** The segments of a log in the order of their base offsets; the last one is active. */
import type { LogSegment } from '../segment/log-segment.js';

export class LogSegments {
  #segments: LogSegment[];

  constructor(segments: LogSegment[]) {
    this.#segments = segments;
  }

  get all(): readonly LogSegment[] {
    return this.#segments;
  }

  get active(): LogSegment {
    return this.#segments.at(-1)!;
  }

  get sizeInBytes(): number {
    let size = 0;
    for (const segment of this.#segments) size += segment.size;
    return size;
  }

  add(segment: LogSegment): void {
    this.#segments.push(segment);
  }

  /** The number of the last segment that begins at this offset or before; -1 when all begin later. */
  floorIndex(offset: number): number {
    let low = -1;
    let high = this.#segments.length - 1;
    // Most questions are about the active segment.
    if (high >= 0 && this.#segments[high]!.baseOffset <= offset) return high;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#segments[middle]!.baseOffset > offset) high = middle - 1;
      else low = middle;
    }
    return low;
  }

  at(index: number): LogSegment | undefined {
    return this.#segments[index];
  }

  /** Where the segment ends: the base of the next one, else the end of the log. */
  endOffsetOf(index: number, logEndOffset: number): number {
    return this.#segments[index + 1]?.baseOffset ?? logEndOffset;
  }

  /** As `endOffsetOf`, for a segment in hand. */
  endOffsetAfter(segment: LogSegment, logEndOffset: number): number {
    return this.endOffsetOf(this.#segments.indexOf(segment), logEndOffset);
  }

  removeFirst(count: number): LogSegment[] {
    return this.#segments.splice(0, count);
  }

  /** Those that begin at this offset or later. */
  removeFrom(offset: number): LogSegment[] {
    const index = this.#segments.findIndex((segment) => segment.baseOffset >= offset);
    return index < 0 ? [] : this.#segments.splice(index);
  }
}
