/**
 * Files and directories. Calls whose cost grows with the file have an asynchronous form that works outside the loop.
 * A name survives a crash only once its directory was synced; bytes only once their file was.
 * Every failure is a `FileError`.
 */

/**
 * read: must exist. readWrite: must exist. create: read and write, made if missing. createNew: must not exist.
 * truncate: read and write, made if missing, emptied.
 */
export type OpenMode = 'read' | 'readWrite' | 'create' | 'createNew' | 'truncate';

export interface FileStat {
  size: number;
  modifiedMs: number;
  isDirectory: boolean;
}

export interface Files {
  open(path: string, mode: OpenMode): File;
  exists(path: string): boolean;
  /** null when nothing is there. */
  stat(path: string): FileStat | null;
  /** The names in a directory, sorted. */
  list(path: string): string[];
  /** Makes it and its parents; fine when it is there. */
  makeDirectory(path: string): void;
  /** Atomic; replaces a file of that name. Works on directories too. */
  rename(from: string, to: string): void;
  /** Removes a file, outside the loop; fine when it is missing. */
  remove(path: string): Promise<void>;
  /** Removes a small file at once; fine when it is missing. */
  removeSync(path: string): void;
  /** Removes a directory and everything in it, outside the loop; fine when it is missing. */
  removeDirectory(path: string): Promise<void>;
  readAll(path: string): Uint8Array;
  /** Puts new content under a name, so that a crash leaves the old or the new whole: temporary file, sync, rename, sync of the directory. */
  replace(path: string, content: Uint8Array): void;
  /** `replace` outside the loop. */
  replaceAsync(path: string, content: Uint8Array): Promise<void>;
  /** Makes the names in a directory durable. */
  syncDirectory(path: string): void;
  /** Bytes of the volume under `path`: all, and those this process may still use. */
  freeBytes(path: string): { total: number; usable: number };
  setModified(path: string, ms: number): void;
  /** Takes the exclusive lock on a file, made if missing, as Java's FileLock sees it; null when another process or another holder in this one has it. */
  lock(path: string): FileLock | null;
}

export interface FileLock {
  release(): void;
}

/** An open file. It survives the renaming and the removal of its name. */
export interface File {
  /** The path it was opened under. */
  readonly path: string;
  size(): number;
  /** Bytes read: less than `length` only at the end of the file. */
  readSync(target: Uint8Array, targetOffset: number, length: number, position: number): number;
  /** Bytes written: may be fewer than `length`. */
  writeSync(source: Uint8Array, offset: number, length: number, position: number): number;
  read(target: Uint8Array, targetOffset: number, length: number, position: number): Promise<number>;
  /** May write fewer than `length`; `source` must not change until it resolves. */
  write(source: Uint8Array, offset: number, length: number, position: number): Promise<number>;
  /** Writes several buffers behind each other; may write fewer bytes than they have. */
  writev(sources: readonly Uint8Array[], position: number): Promise<number>;
  /** fdatasync outside the loop. */
  sync(): Promise<void>;
  syncSync(): void;
  truncate(length: number): void;
  /** Closes once calls in flight are over; later calls fail with EBADF. Harmless when closed. */
  close(): void;
}
