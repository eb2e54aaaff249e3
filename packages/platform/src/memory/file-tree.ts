/** A tree of named inodes with a capacity. Names change only through `apply`, in lists that belong together. */
import { FileError } from '../file-error.js';
import { DirectoryInode, FileInode, type Inode } from './inode.js';

/** A name that gets this inode, or loses what it had. */
export interface NameChange {
  directory: DirectoryInode;
  name: string;
  inode: Inode | null;
}

export interface TreeOptions {
  /** All files together; more fails with ENOSPC. */
  capacityBytes?: number;
  now: () => number;
  /** Hears of each change of names, after it was made. */
  onNames?: (changes: readonly NameChange[]) => void;
  /** Hears of each new file. */
  onFile?: (file: FileInode) => void;
}

export class FileTree {
  readonly root: DirectoryInode = new DirectoryInode();
  capacityBytes: number;
  usedBytes = 0;
  readonly #options: TreeOptions;

  constructor(options: TreeOptions) {
    this.#options = options;
    this.capacityBytes = options.capacityBytes ?? Infinity;
  }

  now(): number {
    return this.#options.now();
  }

  /** What has this path; undefined when nothing has. */
  find(operation: string, path: string): Inode | undefined {
    let inode: Inode | undefined = this.root;
    for (const name of namesOf(path)) {
      if (inode === undefined) return undefined;
      if (!inode.isDirectory) throw new FileError('ENOTDIR', operation, path);
      inode = inode.entries.get(name);
    }
    return inode;
  }

  /** The directory that holds, or may hold, this path's last name. */
  parentOf(operation: string, path: string): { directory: DirectoryInode; name: string } {
    const names = namesOf(path);
    const name = names.pop();
    if (name === undefined) throw new FileError('EINVAL', operation, path);
    const directory = this.find(operation, names.join('/'));
    if (directory === undefined) throw new FileError('ENOENT', operation, path);
    if (!directory.isDirectory) throw new FileError('ENOTDIR', operation, path);
    return { directory, name };
  }

  newFile(): FileInode {
    const file = new FileInode();
    file.modifiedMs = this.now();
    this.#options.onFile?.(file);
    return file;
  }

  apply(changes: readonly NameChange[]): void {
    for (const change of changes) {
      const before = change.directory.entries.get(change.name);
      if (change.inode === null) change.directory.entries.delete(change.name);
      else change.directory.entries.set(change.name, change.inode);
      if (change.inode instanceof FileInode) change.inode.holders++;
      if (before instanceof FileInode) this.release(before);
      change.directory.modifiedMs = this.now();
    }
    this.#options.onNames?.(changes);
  }

  /** One name or one open file less. */
  release(file: FileInode): void {
    file.holders--;
    if (file.holders > 0) return;
    this.usedBytes -= file.content.size;
  }

  /** Bytes of `wanted` that still fit behind the file's present end. */
  roomFor(file: FileInode, wanted: number): number {
    return Math.max(0, Math.min(wanted, this.capacityBytes - this.usedBytes + file.content.size));
  }

  write(file: FileInode, source: Uint8Array, offset: number, length: number, position: number): void {
    const before = file.content.size;
    file.watch?.beforeChange(file.content, position, length);
    file.content.write(source, offset, length, position);
    file.modifiedMs = this.now();
    this.usedBytes += file.content.size - before;
  }

  resize(file: FileInode, size: number): void {
    const before = file.content.size;
    file.watch?.beforeChange(file.content, Math.min(size, before), Math.max(0, before - size));
    file.content.resize(size);
    file.modifiedMs = this.now();
    this.usedBytes += size - before;
  }
}

/** The names of a path: '/' and '\' part them; '.' and nothing between are skipped, '..' goes up. */
function namesOf(path: string): string[] {
  const names: string[] = [];
  for (const name of path.split(/[/\\]/)) {
    if (name === '' || name === '.') continue;
    if (name === '..') names.pop();
    else names.push(name);
  }
  return names;
}
