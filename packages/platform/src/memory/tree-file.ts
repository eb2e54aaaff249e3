/** An open file of a tree. */
import { FileError } from '../file-error.js';
import type { File } from '../files.js';
import type { FileTree } from './file-tree.js';
import type { FileInode } from './inode.js';

export class TreeFile implements File {
  readonly path: string;
  readonly inode: FileInode;
  readonly #tree: FileTree;
  readonly #writable: boolean;
  #closed = false;

  constructor(path: string, tree: FileTree, inode: FileInode, writable: boolean) {
    this.path = path;
    this.inode = inode;
    this.#tree = tree;
    this.#writable = writable;
    inode.holders++;
  }

  size(): number {
    this.#check('size', false);
    return this.inode.content.size;
  }

  readSync(target: Uint8Array, targetOffset: number, length: number, position: number): number {
    this.#check('read', false);
    if (targetOffset + length > target.length) throw new RangeError(`read ${this.path}: ${length} bytes do not fit the target`);
    return this.inode.content.read(target, targetOffset, length, position);
  }

  writeSync(source: Uint8Array, offset: number, length: number, position: number): number {
    this.#check('write', true);
    if (offset + length > source.length) throw new RangeError(`write ${this.path}: the source has no ${length} bytes`);
    // Up to the capacity first, then the error: as a full disk does.
    const fitting = Math.min(length, Math.max(0, this.#tree.roomFor(this.inode, position + length) - position));
    if (fitting === 0 && length > 0) throw new FileError('ENOSPC', 'write', this.path);
    this.#tree.write(this.inode, source, offset, fitting, position);
    return fitting;
  }

  async read(target: Uint8Array, targetOffset: number, length: number, position: number): Promise<number> {
    return this.readSync(target, targetOffset, length, position);
  }

  async write(source: Uint8Array, offset: number, length: number, position: number): Promise<number> {
    return this.writeSync(source, offset, length, position);
  }

  async writev(sources: readonly Uint8Array[], position: number): Promise<number> {
    let done = 0;
    for (const source of sources) {
      const count = source.length === 0 ? 0 : this.writeSync(source, 0, source.length, position + done);
      done += count;
      if (count < source.length) break;
    }
    return done;
  }

  async sync(): Promise<void> {
    this.syncSync();
  }

  syncSync(): void {
    this.#check('sync', false);
  }

  truncate(length: number): void {
    this.#check('truncate', true);
    if (this.#tree.roomFor(this.inode, length) < length) throw new FileError('ENOSPC', 'truncate', this.path);
    this.#tree.resize(this.inode, length);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#tree.release(this.inode);
  }

  #check(operation: string, writes: boolean): void {
    if (this.#closed || (writes && !this.#writable)) throw new FileError('EBADF', operation, this.path);
  }
}
