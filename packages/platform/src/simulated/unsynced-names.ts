/**
 * What a crash may take back of directories: changes of names not yet followed by a sync of their directory. As in a journal,
 * the changes of one directory survive up to some point and not beyond; one that concerns two directories survives in both or neither.
 */
import type { DirectoryInode, Inode } from '../memory/inode.js';
import type { NameChange } from '../memory/file-tree.js';
import type { Random } from '../random.js';

interface Change extends NameChange {
  before: Inode | null;
}

export class UnsyncedNames {
  #journal: (readonly Change[])[] = [];
  /** The names as they are now, kept to know what a change replaced. */
  readonly #seen: Map<DirectoryInode, Map<string, Inode>> = new Map();

  record(changes: readonly NameChange[]): void {
    const journaled: Change[] = [];
    for (const change of changes) {
      let seen = this.#seen.get(change.directory);
      if (seen === undefined) this.#seen.set(change.directory, (seen = new Map()));
      journaled.push({ ...change, before: seen.get(change.name) ?? null });
      if (change.inode === null) seen.delete(change.name);
      else seen.set(change.name, change.inode);
    }
    this.#journal.push(journaled);
  }

  /** Everything up to the directory's last change is durable, with what those changes need. */
  sync(directory: DirectoryInode): void {
    const durable = new Set([directory]);
    const kept: (readonly Change[])[] = [];
    // From the last to the first: a change of two directories makes the earlier ones of both durable.
    for (const changes of this.#journal.toReversed()) {
      if (changes.some((change) => durable.has(change.directory))) for (const change of changes) durable.add(change.directory);
      else kept.push(changes);
    }
    this.#journal = kept.toReversed();
  }

  /** Takes back by chance, newest first; returns how many changes. */
  crash(random: Random, lossRate: number): number {
    const stopped = new Set<DirectoryInode>();
    const lost: (readonly Change[])[] = [];
    for (const changes of this.#journal) {
      const isLost = changes.some((change) => stopped.has(change.directory)) || random.float() < lossRate;
      if (!isLost) continue;
      for (const change of changes) stopped.add(change.directory);
      lost.push(changes);
    }
    this.#journal = [];
    for (const changes of lost.toReversed()) for (const change of changes.toReversed()) this.#undo(change);
    return lost.length;
  }

  #undo({ directory, name, before }: Change): void {
    const seen = this.#seen.get(directory)!;
    if (before === null) {
      directory.entries.delete(name);
      seen.delete(name);
    } else {
      directory.entries.set(name, before);
      seen.set(name, before);
    }
  }
}
