/** Files that live and die with the process, for a broker embedded in a test. */
import type { Files } from '../files.js';
import { FileTree } from './file-tree.js';
import { TreeFiles } from './tree-files.js';

export interface MemoryFilesOptions {
  /** All files together; a write beyond it fails with ENOSPC. Default: no limit. */
  capacityBytes?: number;
  /** For modification times; default: the machine's. */
  now?: () => number;
}

export function memoryFiles(options: MemoryFilesOptions = {}): Files {
  return new TreeFiles(new FileTree({ ...options, now: options.now ?? Date.now }));
}
