/** An open file on a simulated disk. */
import { FileError } from '../file-error.js';
import type { File } from '../files.js';
import type { TreeFile } from '../memory/tree-file.js';
import type { FileCalls } from './file-calls.js';
import type { UnsyncedContent } from './unsynced-content.js';

export class SimulatedFile implements File {
  readonly path: string;
  readonly #file: TreeFile;
  readonly #calls: FileCalls;
  #inFlight = 0;
  #closed = false;

  constructor(file: TreeFile, calls: FileCalls) {
    this.path = file.path;
    this.#file = file;
    this.#calls = calls;
  }

  size(): number {
    return this.#now('size', () => this.#file.size());
  }

  readSync(target: Uint8Array, targetOffset: number, length: number, position: number): number {
    return this.#now('read', () => this.#file.readSync(target, targetOffset, length, position));
  }

  writeSync(source: Uint8Array, offset: number, length: number, position: number): number {
    return this.#now('write', () => this.#file.writeSync(source, offset, this.#calls.disk.writeLength(length), position));
  }

  read(target: Uint8Array, targetOffset: number, length: number, position: number): Promise<number> {
    return this.#later('read', () => this.#file.readSync(target, targetOffset, length, position));
  }

  write(source: Uint8Array, offset: number, length: number, position: number): Promise<number> {
    return this.#later('write', () => this.#file.writeSync(source, offset, this.#calls.disk.writeLength(length), position));
  }

  writev(sources: readonly Uint8Array[], position: number): Promise<number> {
    return this.#later('write', () => {
      let room = this.#calls.disk.writeLength(sources.reduce((sum, source) => sum + source.length, 0));
      let done = 0;
      for (const source of sources) {
        const wanted = Math.min(source.length, room);
        if (wanted === 0) continue;
        const count = this.#file.writeSync(source, 0, wanted, position + done);
        done += count;
        room -= count;
        if (count < source.length) break;
      }
      return done;
    });
  }

  sync(): Promise<void> {
    const unsynced = this.#unsynced();
    // Only what was written before the sync began is covered by it.
    const token = unsynced.beginSync();
    return this.#later('sync', () => unsynced.endSync(token));
  }

  syncSync(): void {
    const unsynced = this.#unsynced();
    this.#now('sync', () => unsynced.endSync(unsynced.beginSync()));
  }

  truncate(length: number): void {
    this.#now('truncate', () => this.#file.truncate(length));
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#inFlight === 0 && this.#calls.isAlive) this.#file.close();
  }

  #unsynced(): UnsyncedContent {
    return this.#file.inode.watch as UnsyncedContent;
  }

  #check(operation: string): void {
    if (this.#closed && this.#calls.isAlive) throw new FileError('EBADF', operation, this.path);
  }

  #now<T>(operation: string, run: () => T): T {
    this.#check(operation);
    return this.#calls.now(operation, this.path, run);
  }

  async #later<T>(operation: string, run: () => T): Promise<T> {
    this.#check(operation);
    this.#inFlight++;
    try {
      return await this.#calls.later(operation, this.path, run);
    } finally {
      this.#inFlight--;
      if (this.#closed && this.#inFlight === 0 && this.#calls.isAlive) this.#file.close();
    }
  }
}
