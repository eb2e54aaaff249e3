/** `Files` of one life of a node, on the disk that survives it. */
import type { File, FileLock, Files, FileStat, OpenMode } from '../files.js';
import { replaceByRename, replaceByRenameAsync } from '../memory/replace-by-rename.js';
import { TreeFiles } from '../memory/tree-files.js';
import type { FileCalls } from './file-calls.js';
import { SimulatedFile } from './simulated-file.js';

export class SimulatedFiles implements Files {
  readonly #calls: FileCalls;
  /** New with each life: locks and open files end with the process. */
  readonly #files: TreeFiles;

  constructor(calls: FileCalls) {
    this.#calls = calls;
    this.#files = new TreeFiles(calls.disk.tree);
  }

  open(path: string, mode: OpenMode): File {
    return this.#calls.now('open', path, () => new SimulatedFile(this.#files.openTreeFile(path, mode), this.#calls));
  }

  exists(path: string): boolean {
    return this.#calls.now('exists', path, () => this.#files.exists(path));
  }

  stat(path: string): FileStat | null {
    return this.#calls.now('stat', path, () => this.#files.stat(path));
  }

  list(path: string): string[] {
    return this.#calls.now('list', path, () => this.#files.list(path));
  }

  makeDirectory(path: string): void {
    this.#calls.now('makeDirectory', path, () => this.#files.makeDirectory(path));
  }

  rename(from: string, to: string): void {
    this.#calls.now('rename', from, () => this.#files.rename(from, to));
  }

  remove(path: string): Promise<void> {
    return this.#calls.later('remove', path, () => this.#files.removeSync(path));
  }

  removeSync(path: string): void {
    this.#calls.now('remove', path, () => this.#files.removeSync(path));
  }

  removeDirectory(path: string): Promise<void> {
    return this.#calls.later('removeDirectory', path, () => this.#files.removeDirectorySync(path));
  }

  readAll(path: string): Uint8Array {
    return this.#calls.now('read', path, () => this.#files.readAll(path));
  }

  replace(path: string, content: Uint8Array): void {
    replaceByRename(this, path, content);
  }

  replaceAsync(path: string, content: Uint8Array): Promise<void> {
    return replaceByRenameAsync(this, path, content);
  }

  syncDirectory(path: string): void {
    this.#calls.now('syncDirectory', path, () => {
      this.#calls.disk.names.sync(this.#files.directory('syncDirectory', path));
    });
  }

  freeBytes(path: string): { total: number; usable: number } {
    return this.#calls.now('freeBytes', path, () => this.#files.freeBytes(path));
  }

  setModified(path: string, ms: number): void {
    this.#calls.now('setModified', path, () => this.#files.setModified(path, ms));
  }

  lock(path: string): FileLock | null {
    const lock = this.#calls.now('lock', path, () => this.#files.lock(path));
    if (lock === null) return null;
    return {
      release: () => {
        if (this.#calls.isAlive) lock.release();
      },
    };
  }
}
