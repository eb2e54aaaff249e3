/** `Files` over a tree in memory, with the semantics of POSIX. */
import { FileError } from '../file-error.js';
import type { File, FileLock, Files, FileStat, OpenMode } from '../files.js';
import type { FileTree } from './file-tree.js';
import { DirectoryInode, FileInode, type Inode } from './inode.js';
import { replaceByRename } from './replace-by-rename.js';
import { TreeFile } from './tree-file.js';

/** What `freeBytes` says when there is no capacity: 1 TiB. */
const boundlessBytes = 2 ** 40;

export class TreeFiles implements Files {
  readonly #tree: FileTree;
  readonly #locked: Set<Inode> = new Set();

  constructor(tree: FileTree) {
    this.#tree = tree;
  }

  open(path: string, mode: OpenMode): File {
    return this.openTreeFile(path, mode);
  }

  openTreeFile(path: string, mode: OpenMode): TreeFile {
    const { directory, name } = this.#tree.parentOf('open', path);
    let inode = directory.entries.get(name);
    if (inode === undefined) {
      if (mode === 'read' || mode === 'readWrite') throw new FileError('ENOENT', 'open', path);
      inode = this.#tree.newFile();
      this.#tree.apply([{ directory, name, inode }]);
    } else if (mode === 'createNew') throw new FileError('EEXIST', 'open', path);
    if (inode.isDirectory) throw new FileError('EISDIR', 'open', path);
    if (mode === 'truncate') this.#tree.resize(inode, 0);
    return new TreeFile(path, this.#tree, inode, mode !== 'read');
  }

  exists(path: string): boolean {
    try {
      return this.#tree.find('exists', path) !== undefined;
    } catch {
      return false; // below a file there is nothing
    }
  }

  stat(path: string): FileStat | null {
    const inode = this.#tree.find('stat', path);
    if (inode === undefined) return null;
    const size = inode.isDirectory ? 0 : inode.content.size;
    return { size, modifiedMs: inode.modifiedMs, isDirectory: inode.isDirectory };
  }

  list(path: string): string[] {
    return [...this.directory('list', path).entries.keys()].toSorted();
  }

  directory(operation: string, path: string): DirectoryInode {
    const inode = this.#existing(operation, path);
    if (!inode.isDirectory) throw new FileError('ENOTDIR', operation, path);
    return inode;
  }

  makeDirectory(path: string): void {
    const inode = this.#tree.find('makeDirectory', path);
    if (inode?.isDirectory === true) return;
    if (inode !== undefined) throw new FileError('EEXIST', 'makeDirectory', path);
    const above = path.replace(/[/\\]+[^/\\]+[/\\]*$/, '');
    if (above !== path && above !== '') this.makeDirectory(above);
    const { directory, name } = this.#tree.parentOf('makeDirectory', path);
    const made = new DirectoryInode();
    made.modifiedMs = this.#tree.now();
    this.#tree.apply([{ directory, name, inode: made }]);
  }

  rename(from: string, to: string): void {
    const source = this.#tree.parentOf('rename', from);
    const inode = this.#existing('rename', from);
    const target = this.#tree.parentOf('rename', to);
    const replaced = target.directory.entries.get(target.name);
    if (replaced === inode) return;
    if (replaced !== undefined) {
      if (replaced.isDirectory && !inode.isDirectory) throw new FileError('EISDIR', 'rename', from);
      if (!replaced.isDirectory && inode.isDirectory) throw new FileError('ENOTDIR', 'rename', from);
      if (replaced.isDirectory && replaced.entries.size > 0) throw new FileError('ENOTEMPTY', 'rename', from);
    }
    if (inode.isDirectory && contains(inode, target.directory)) throw new FileError('EINVAL', 'rename', from);
    // The new name first: at no time is the file without one.
    this.#tree.apply([
      { directory: target.directory, name: target.name, inode },
      { directory: source.directory, name: source.name, inode: null },
    ]);
  }

  removeSync(path: string): void {
    const inode = this.#tree.find('remove', path);
    if (inode === undefined) return;
    if (inode.isDirectory) throw new FileError('EISDIR', 'remove', path);
    this.#tree.apply([{ ...this.#tree.parentOf('remove', path), inode: null }]);
  }

  async remove(path: string): Promise<void> {
    this.removeSync(path);
  }

  removeDirectorySync(path: string): void {
    const inode = this.#tree.find('removeDirectory', path);
    if (inode === undefined) return;
    if (inode.isDirectory) this.#empty(inode);
    this.#tree.apply([{ ...this.#tree.parentOf('removeDirectory', path), inode: null }]);
  }

  async removeDirectory(path: string): Promise<void> {
    this.removeDirectorySync(path);
  }

  readAll(path: string): Uint8Array {
    const inode = this.#existing('read', path);
    if (inode.isDirectory) throw new FileError('EISDIR', 'read', path);
    const all = new Uint8Array(inode.content.size);
    inode.content.read(all, 0, all.length, 0);
    return all;
  }

  replace(path: string, content: Uint8Array): void {
    replaceByRename(this, path, content);
  }

  async replaceAsync(path: string, content: Uint8Array): Promise<void> {
    this.replace(path, content);
  }

  syncDirectory(path: string): void {
    this.directory('syncDirectory', path);
  }

  freeBytes(path: string): { total: number; usable: number } {
    this.#existing('freeBytes', path);
    const total = Math.min(boundlessBytes, this.#tree.capacityBytes);
    return { total, usable: Math.max(0, total - this.#tree.usedBytes) };
  }

  setModified(path: string, ms: number): void {
    this.#existing('setModified', path).modifiedMs = ms;
  }

  lock(path: string): FileLock | null {
    const file = this.openTreeFile(path, 'create');
    if (this.#locked.has(file.inode)) {
      file.close();
      return null;
    }
    this.#locked.add(file.inode);
    let held = true;
    return {
      release: () => {
        if (!held) return;
        held = false;
        this.#locked.delete(file.inode);
        file.close();
      },
    };
  }

  #existing(operation: string, path: string): Inode {
    const inode = this.#tree.find(operation, path);
    if (inode === undefined) throw new FileError('ENOENT', operation, path);
    return inode;
  }

  #empty(directory: DirectoryInode): void {
    for (const [name, inode] of directory.entries) {
      if (inode.isDirectory) this.#empty(inode);
      this.#tree.apply([{ directory, name, inode: null }]);
    }
  }
}

function contains(directory: DirectoryInode, wanted: DirectoryInode): boolean {
  if (directory === wanted) return true;
  for (const inode of directory.entries.values()) if (!(inode instanceof FileInode) && contains(inode, wanted)) return true;
  return false;
}
