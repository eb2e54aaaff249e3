/**
 * What is known of one partition from outside: which value was acknowledged, read or found on the disk at which offset.
 * All sources must agree, and what was acknowledged must stay, unless power was lost before it was synced.
 */
import type { DiskRecord } from './disk-image.js';

/** What the log of a partition shows after an event. */
export interface LogState {
  readonly logStartOffset: number;
  readonly highWatermark: number;
  readonly flushedOffset: number;
  readonly writtenOffset: number;
  readonly logEndOffset: number;
}

/** An answer that was on its way when power was lost may come so much later. */
const lateAnswerMs = 5_000;

/** Values of one producer carry its name and a rising number: `name.number.padding`. */
export function sentBy(value: string): { producer: string; number: number } {
  const [producer = '', number = ''] = value.split('.', 2);
  return { producer, number: Number(number) };
}

/** For messages. */
function shortly(value: string): string {
  const { producer, number } = sentBy(value);
  return `${producer}.${number}`;
}

export class PartitionLedger {
  readonly name: string;
  /** flush.messages=1: acknowledged means synced. */
  readonly isDurable: boolean;
  /** Whether retention or a request may have deleted records; else the log begins at 0. */
  readonly mayLoseStart: boolean;
  /** Below it records may be gone. */
  deletedBelow = 0;
  /** As far as anybody was told that the log goes. */
  committedEnd = 0;
  acknowledged = 0;
  /** Times that a loss of power took something back. */
  losses = 0;
  readonly #values: (string | undefined)[] = [];
  readonly #offsets: Map<string, number> = new Map();
  #acknowledgedEnd = 0;
  #flushed = 0;
  /** In this life; it begins with what a checkpoint says. */
  #observedHighWatermark = 0;
  #lost: { from: number; to: number; untilMs: number }[] = [];

  constructor(name: string, options: { isDurable: boolean; mayLoseStart: boolean }) {
    this.name = name;
    this.isDurable = options.isDurable;
    this.mayLoseStart = options.mayLoseStart;
  }

  /** After each event: the ends are in order, and nothing is committed that is not written. */
  observe(log: LogState): void {
    const { logStartOffset, highWatermark, flushedOffset, writtenOffset, logEndOffset } = log;
    if (!(logStartOffset <= highWatermark && highWatermark <= writtenOffset && writtenOffset <= logEndOffset && flushedOffset <= writtenOffset)) {
      throw new Error(`${this.name}: offsets are not in order: ${JSON.stringify({ logStartOffset, highWatermark, flushedOffset, writtenOffset, logEndOffset })}`);
    }
    const isAdvanced = highWatermark > this.#observedHighWatermark;
    this.#observedHighWatermark = highWatermark;
    if (this.isDurable && isAdvanced && highWatermark > flushedOffset) throw new Error(`${this.name}: high watermark ${highWatermark} is beyond what is synced, ${flushedOffset}`);
    if (logStartOffset > 0 && !this.mayLoseStart) throw new Error(`${this.name}: the log begins at ${logStartOffset}, and nobody deleted records`);
    if (logStartOffset > this.deletedBelow) this.deletedBelow = logStartOffset;
    if (highWatermark > this.committedEnd) this.committedEnd = highWatermark;
    this.#flushed = flushedOffset;
  }

  acknowledge(offset: number, value: string, nowMs: number): void {
    this.acknowledged++;
    if (this.#isLost(offset, nowMs) && this.#values[offset] !== value) return;
    if (offset >= this.committedEnd) throw new Error(`${this.name}: ${shortly(value)} was acknowledged at offset ${offset}, and the high watermark was never beyond ${this.committedEnd}`);
    this.note(offset, value, 'acknowledged');
    this.#acknowledgedEnd = Math.max(this.#acknowledgedEnd, offset + 1);
  }

  /** A reader was given this value. */
  read(offset: number, value: string, nowMs: number): void {
    if (this.#isLost(offset, nowMs) && this.#values[offset] !== value) return;
    if (offset >= this.committedEnd) throw new Error(`${this.name}: offset ${offset} was read, and the high watermark was never beyond ${this.committedEnd}`);
    this.note(offset, value, 'read');
  }

  note(offset: number, value: string, source: string): void {
    const there = this.#values[offset];
    if (there !== undefined && there !== value) throw new Error(`${this.name}: at offset ${offset} ${shortly(value)} was ${source}, and ${shortly(there)} before`);
    const before = this.#offsets.get(value);
    if (before !== undefined && before !== offset) throw new Error(`${this.name}: ${shortly(value)} was ${source} at offset ${offset}, and stands at ${before} already`);
    this.#values[offset] = value;
    this.#offsets.set(value, offset);
  }

  /** At a start and at the end: compares with what is on the disk, and takes note of what a loss of power took. */
  verify(records: readonly DiskRecord[], log: LogState, powerLost: boolean, nowMs: number): void {
    const floor = Math.max(this.committedEnd, this.#acknowledgedEnd);
    const mustReach = powerLost && !this.isDurable ? Math.min(floor, this.#flushed) : floor;
    if (log.logEndOffset < mustReach) throw new Error(`${this.name}: the log ends at ${log.logEndOffset}, and ${mustReach} was ${powerLost ? 'synced' : 'acknowledged'}`);
    this.#cutTo(log.logEndOffset, nowMs);
    this.#observedHighWatermark = log.highWatermark;
    let expected = log.logStartOffset;
    const last = new Map<string, number>();
    for (const { offset, value } of records) {
      if (offset !== expected) throw new Error(`${this.name}: the disk has offset ${offset} where ${expected} belongs`);
      expected++;
      this.note(offset, value, 'on the disk');
      const { producer, number } = sentBy(value);
      if (number <= (last.get(producer) ?? -1)) throw new Error(`${this.name}: at offset ${offset} ${shortly(value)} comes after number ${last.get(producer)} of its producer`);
      last.set(producer, number);
    }
    if (expected !== log.logEndOffset) throw new Error(`${this.name}: the disk ends at ${expected}, the log at ${log.logEndOffset}`);
  }

  /** Offsets that a group must have seen by now: acknowledged or not, they are in the log. */
  *present(): Iterable<number> {
    for (let offset = this.deletedBelow; offset < this.committedEnd; offset++) yield offset;
  }

  #isLost(offset: number, nowMs: number): boolean {
    return this.#lost.some(({ from, to, untilMs }) => offset >= from && offset < to && nowMs < untilMs);
  }

  #cutTo(end: number, nowMs: number): void {
    this.#lost = this.#lost.filter(({ untilMs }) => nowMs < untilMs);
    this.deletedBelow = Math.min(this.deletedBelow, end);
    if (end < this.committedEnd) {
      this.losses++;
      this.#lost.push({ from: end, to: this.committedEnd, untilMs: nowMs + lateAnswerMs });
    }
    for (let offset = end; offset < this.#values.length; offset++) {
      const value = this.#values[offset];
      if (value !== undefined) this.#offsets.delete(value);
    }
    this.#values.length = Math.min(this.#values.length, end);
    this.committedEnd = Math.min(this.committedEnd, end);
    this.#acknowledgedEnd = Math.min(this.#acknowledgedEnd, end);
  }
}
