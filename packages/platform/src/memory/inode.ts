/** Files and directories without their names, as POSIX has them: an open file lives on when its name is gone. */
import { ChunkedBytes } from './chunked-bytes.js';

/** Hears of changes to a file's content before they happen; the simulated disk knows by it what a crash may take back. */
export interface ContentWatch {
  /** The bytes from `position` to `position + length` are about to change or to be cut off; length 0: only the size grows. */
  beforeChange(content: ChunkedBytes, position: number, length: number): void;
}

export class FileInode {
  readonly isDirectory = false;
  readonly content: ChunkedBytes = new ChunkedBytes();
  watch: ContentWatch | null = null;
  modifiedMs = 0;
  /** Names plus open files; at 0 its bytes are free. */
  holders = 0;
}

export class DirectoryInode {
  readonly isDirectory = true;
  readonly entries: Map<string, Inode> = new Map();
  modifiedMs = 0;
}

export type Inode = FileInode | DirectoryInode;
