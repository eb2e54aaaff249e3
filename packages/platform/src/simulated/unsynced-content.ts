/**
 * What a crash may take back of one file: the old content of each 512-byte sector changed since the last sync, and the old size.
 * A sync covers what was changed before it began: its changes form a generation, dropped when it is done.
 */
import type { Random } from '../random.js';
import type { ChunkedBytes } from '../memory/chunked-bytes.js';
import type { ContentWatch } from '../memory/inode.js';

export const sectorBytes = 512;

interface Generation {
  readonly sizeBefore: number;
  /** The old sectors, with zeros beyond the end. */
  readonly sectors: Map<number, Uint8Array>;
}

/** Names the changes that a sync covers. */
export type SyncToken = Generation | null;

export class UnsyncedContent implements ContentWatch {
  /** Oldest first; the last takes new changes unless a sync has sealed it. */
  #generations: Generation[] = [];
  #sealed = true;

  beforeChange(content: ChunkedBytes, position: number, length: number): void {
    if (this.#sealed) {
      this.#generations.push({ sizeBefore: content.size, sectors: new Map() });
      this.#sealed = false;
    }
    const { sectors } = this.#generations.at(-1)!;
    const first = Math.floor(position / sectorBytes);
    const last = Math.ceil((position + length) / sectorBytes);
    for (let sector = first; sector < last; sector++) {
      if (!sectors.has(sector)) sectors.set(sector, sectorOf(content, sector * sectorBytes));
    }
  }

  beginSync(): SyncToken {
    this.#sealed = true;
    return this.#generations.at(-1) ?? null;
  }

  endSync(token: SyncToken): void {
    const index = token === null ? -1 : this.#generations.indexOf(token);
    this.#generations.splice(0, index + 1);
    if (this.#generations.length === 0) this.#sealed = true;
  }

  /** Takes back by chance; returns how many sectors differ from what was written. */
  crash(content: ChunkedBytes, random: Random, lossRate: number): number {
    const generations = this.#generations;
    this.#generations = [];
    this.#sealed = true;
    if (generations.length === 0) return 0;
    const size = survivingSize(generations[0]!.sizeBefore, content.size, random, lossRate);
    let lost = 0;
    for (const [sector, versions] of versionsOf(generations)) {
      if (random.float() >= lossRate) continue;
      content.write(versions[random.below(versions.length)]!, 0, sectorBytes, sector * sectorBytes);
      lost++;
    }
    content.resize(size);
    return lost;
  }
}

const zeros: Uint8Array = new Uint8Array(sectorBytes);

/** A copy, except of holes and of what lies beyond the end: files are laid out in advance with megabytes of those. */
function sectorOf(content: ChunkedBytes, position: number): Uint8Array {
  if (content.isHole(position)) return zeros;
  const sector = new Uint8Array(sectorBytes);
  content.read(sector, 0, sectorBytes, position);
  return sector;
}

/** The size before, the size now, or one between them. */
function survivingSize(before: number, now: number, random: Random, lossRate: number): number {
  if (before === now || random.float() >= lossRate) return now;
  if (random.below(2) === 0) return before;
  return Math.min(before, now) + random.below(Math.abs(now - before) + 1);
}

/** For each changed sector, in order, the contents it may fall back to. */
function versionsOf(generations: readonly Generation[]): [number, Uint8Array[]][] {
  const versions = new Map<number, Uint8Array[]>();
  for (const { sectors } of generations) {
    for (const [sector, old] of sectors) {
      const known = versions.get(sector);
      if (known === undefined) versions.set(sector, [old]);
      else known.push(old);
    }
  }
  return [...versions].toSorted(([left], [right]) => left - right);
}
