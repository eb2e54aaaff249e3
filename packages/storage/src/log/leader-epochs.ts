/**
 * Which leader epoch began at which offset, as followers ask for it (KIP-101); kept in `leader-epoch-checkpoint`.
 * The file follows in the background: what a crash loses of it is in the batches, and a flush waits for it.
 * Names are looked at only at the moment they are used: while bytes are on their way the directory may get another name,
 * and another log the old one.
 */
import type { Files } from '@millrace/platform';
import { writeFully } from '../segment/held-file.js';
import { checkpointNumber, formatCheckpoint, parseCheckpoint } from '../directory/checkpoint-text.js';

export const leaderEpochFile = 'leader-epoch-checkpoint';

export interface EpochEntry {
  epoch: number;
  startOffset: number;
}

export class LeaderEpochs {
  readonly #files: Files;
  #directory: string;
  /** Rising in both. */
  #entries: EpochEntry[];
  #isDirty = false;
  #writing: Promise<void> | null = null;

  constructor(files: Files, directory: string, entries: EpochEntry[]) {
    this.#files = files;
    this.#directory = directory;
    this.#entries = entries;
  }

  static load(files: Files, directory: string): LeaderEpochs {
    const path = `${directory}/${leaderEpochFile}`;
    if (!files.exists(path)) return new LeaderEpochs(files, directory, []);
    const entries = parseCheckpoint(files.readAll(path), path, 2).map(([epoch, startOffset]) => ({
      epoch: checkpointNumber(epoch!, path),
      startOffset: checkpointNumber(startOffset!, path),
    }));
    return new LeaderEpochs(files, directory, entries);
  }

  get entries(): readonly EpochEntry[] {
    return this.#entries;
  }

  /** null before the first. */
  get latestEpoch(): number | null {
    return this.#entries.at(-1)?.epoch ?? null;
  }

  /** A batch of this epoch begins at this offset; what contradicts it goes. */
  assign(epoch: number, startOffset: number): void {
    const last = this.#entries.at(-1);
    if (epoch < 0 || (last !== undefined && last.epoch === epoch && startOffset >= last.startOffset)) return;
    while (this.#entries.length > 0 && (this.#entries.at(-1)!.epoch >= epoch || this.#entries.at(-1)!.startOffset >= startOffset)) this.#entries.pop();
    this.#entries.push({ epoch, startOffset });
    this.#isDirty = true;
  }

  /** The epoch of the record at this offset, -1 when it is not known. */
  epochAt(offset: number): number {
    return this.#entries.findLast((entry) => entry.startOffset <= offset)?.epoch ?? -1;
  }

  /** The largest known epoch not after this one, and where it ended; -1 and -1 when nothing is known of it. */
  endOffsetFor(epoch: number, logEndOffset: number): { epoch: number; endOffset: number } {
    const latest = this.latestEpoch;
    if (epoch === -1 || latest === null || epoch > latest) return { epoch: -1, endOffset: -1 };
    if (epoch === latest) return { epoch, endOffset: logEndOffset };
    const higher = this.#entries.find((entry) => entry.epoch > epoch)!;
    const floor = this.#entries.findLast((entry) => entry.epoch <= epoch);
    return { epoch: floor?.epoch ?? epoch, endOffset: higher.startOffset };
  }

  truncateFromEnd(endOffset: number): void {
    const kept = this.#entries.filter((entry) => entry.startOffset < endOffset);
    if (kept.length !== this.#entries.length) this.#replace(kept);
  }

  /** The epoch that goes on at the new start begins there. */
  truncateFromStart(startOffset: number): void {
    const floor = this.#entries.findLast((entry) => entry.startOffset <= startOffset);
    if (floor === undefined || (floor === this.#entries[0] && floor.startOffset === startOffset)) return;
    const later = this.#entries.filter((entry) => entry.startOffset > startOffset);
    this.#replace([{ epoch: floor.epoch, startOffset }, ...later]);
  }

  clear(): void {
    if (this.#entries.length > 0) this.#replace([]);
  }

  moveTo(directory: string): void {
    this.#directory = directory;
  }

  get #path(): string {
    return `${this.#directory}/${leaderEpochFile}`;
  }

  get isDirty(): boolean {
    return this.#isDirty || this.#writing !== null;
  }

  /** Resolves when the file has what is here now; its name is durable with the next sync of the directory. */
  async flush(): Promise<void> {
    while (this.isDirty) {
      this.#writing ??= this.#write();
      await this.#writing;
    }
  }

  async #write(): Promise<void> {
    this.#isDirty = false;
    const content = formatCheckpoint(this.#entries.map((entry) => `${entry.epoch} ${entry.startOffset}`));
    try {
      const file = this.#files.open(`${this.#path}.tmp`, 'truncate');
      try {
        writeFully(file, content, content.length, 0);
        await file.sync();
      } finally {
        file.close();
      }
      this.#files.rename(`${this.#path}.tmp`, this.#path);
    } catch (error) {
      this.#isDirty = true;
      throw error;
    } finally {
      this.#writing = null;
    }
  }

  #replace(entries: EpochEntry[]): void {
    this.#entries = entries;
    this.#isDirty = true;
  }
}
