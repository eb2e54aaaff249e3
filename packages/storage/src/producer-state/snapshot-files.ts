/** The producer snapshots of a log: which there are, writing and removing them. */
import type { File, Files } from '@millrace/platform';
import { offsetFileName, offsetOfFileName, snapshotSuffix } from '../segment/file-names.js';
import { writeFully } from '../segment/held-file.js';

export class SnapshotFiles {
  readonly #files: Files;
  #directory: string;
  /** Rising. */
  #offsets: number[] = [];
  /** Written, not yet synced. */
  #unsynced: File[] = [];

  constructor(files: Files, directory: string) {
    this.#files = files;
    this.#directory = directory;
    for (const name of files.list(directory)) {
      const offset = offsetOfFileName(name, snapshotSuffix);
      if (offset >= 0) this.#offsets.push(offset);
    }
  }

  get offsets(): readonly number[] {
    return this.#offsets;
  }

  moveTo(directory: string): void {
    this.#directory = directory;
  }

  pathOf(offset: number): string {
    return `${this.#directory}/${offsetFileName(offset, snapshotSuffix)}`;
  }

  /** The newest one not after this offset; -1 when there is none. */
  latestUpTo(offset: number): number {
    return this.#offsets.findLast((candidate) => candidate <= offset) ?? -1;
  }

  read(offset: number): Uint8Array {
    return this.#files.readAll(this.pathOf(offset));
  }

  write(offset: number, bytes: Uint8Array): void {
    const file = this.#files.open(this.pathOf(offset), 'truncate');
    this.#unsynced.push(file);
    writeFully(file, bytes, bytes.length, 0);
    if (!this.#offsets.includes(offset)) {
      this.#offsets.push(offset);
      this.#offsets.sort((left, right) => left - right);
    }
  }

  /** The files written since; the caller syncs and closes them. */
  takeUnsynced(): File[] {
    const taken = this.#unsynced;
    this.#unsynced = [];
    return taken;
  }

  remove(offset: number): void {
    this.#offsets = this.#offsets.filter((candidate) => candidate !== offset);
    this.#files.removeSync(this.pathOf(offset));
  }

  removeWhere(isStray: (offset: number) => boolean): void {
    for (const offset of this.#offsets.filter(isStray)) this.remove(offset);
  }

  /** Keeps those at the base of a segment, and the newest one beyond them all. */
  removeStrays(baseOffsets: ReadonlySet<number>): void {
    const lastBase = Math.max(-1, ...baseOffsets);
    const newest = this.#offsets.at(-1) ?? -1;
    this.removeWhere((offset) => !baseOffsets.has(offset) && !(offset === newest && offset > lastBase));
  }
}
