/** What survives a node: its files, with what a loss of power may take back; and the faults of its calls. */
import { FileError } from '../file-error.js';
import { FileTree } from '../memory/file-tree.js';
import { FileInode, type DirectoryInode } from '../memory/inode.js';
import type { Random } from '../random.js';
import { healthyDisk, type DiskFaults } from './disk-faults.js';
import type { Faults } from './faults.js';
import { UnsyncedContent } from './unsynced-content.js';
import { UnsyncedNames } from './unsynced-names.js';

export class SimulatedDisk {
  readonly tree: FileTree;
  readonly names: UnsyncedNames = new UnsyncedNames();
  readonly faults: DiskFaults = healthyDisk();
  /** File calls of all lives so far. */
  calls = 0;
  readonly #random: Random;
  readonly #counts: Faults;
  #files: Set<FileInode> = new Set();
  #failNext: { operation: string; code: string; matching: string }[] = [];

  constructor(random: Random, counts: Faults, now: () => number) {
    this.#random = random;
    this.#counts = counts;
    this.tree = new FileTree({
      now,
      onNames: (changes) => this.names.record(changes),
      onFile: (file) => {
        file.watch = new UnsyncedContent();
        this.#files.add(file);
      },
    });
  }

  /** The next such call on a path that contains `matching` fails with this code ('EIO', 'ENOSPC', …). */
  failNext(operation: string, code: string, matching = ''): void {
    this.#failNext.push({ operation, code, matching });
  }

  /** What was to fail next does not. */
  forgetFailures(): void {
    this.#failNext = [];
  }

  /** Throws when this call is to fail. */
  check(operation: string, path: string): void {
    this.tree.capacityBytes = this.faults.capacityBytes;
    const planned = this.#failNext.findIndex((next) => next.operation === operation && path.includes(next.matching));
    if (planned >= 0) {
      this.#counts.fileErrors++;
      throw new FileError(this.#failNext.splice(planned, 1)[0]!.code, operation, path);
    }
    const rate = this.faults.errorRates[operation] ?? 0;
    if (rate > 0 && this.#random.float() < rate) {
      this.#counts.fileErrors++;
      throw new FileError('EIO', operation, path);
    }
  }

  /** How many of `length` bytes this write may write. */
  writeLength(length: number): number {
    if (length < 2 || this.#random.float() >= this.faults.shortWriteRate) return length;
    this.#counts.shortWrites++;
    return 1 + this.#random.below(length - 1);
  }

  durationMs(operation: string): number {
    const [least, most] = operation.startsWith('sync') ? this.faults.syncMs : this.faults.callMs;
    return (least + this.#random.float() * (most - least)) * this.faults.slowness;
  }

  /** Power is lost: unsynced names and bytes are kept or not, by chance. */
  losePower(): void {
    this.#counts.lostNames += this.names.crash(this.#random, this.faults.lossRate);
    for (const file of this.#files) {
      this.#counts.lostSectors += (file.watch as UnsyncedContent).crash(file.content, this.#random, this.faults.lossRate);
    }
    this.forgetOpenFiles();
  }

  /** The process is gone: only names hold files. */
  forgetOpenFiles(): void {
    const named = new Set<FileInode>();
    collect(this.tree.root, named);
    // In the order of their making, so that a seed repeats.
    this.#files = new Set([...this.#files].filter((file) => named.has(file)));
    this.tree.usedBytes = 0;
    for (const file of this.#files) {
      file.holders = 1;
      this.tree.usedBytes += file.content.size;
    }
  }
}

function collect(directory: DirectoryInode, into: Set<FileInode>): void {
  for (const inode of directory.entries.values()) {
    if (inode.isDirectory) collect(inode, into);
    else into.add(inode);
  }
}
