/**
 * What a power cut does to a log directory. A kill alone loses nothing, since the kernel keeps what was written: so between
 * kill and restart this takes away, or spoils, what no flush has been waited for.
 */
import { appendFileSync, closeSync, copyFileSync, existsSync, openSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Random } from '@millrace/platform';
import { checkpoints, leaderEpochs } from './checkpoint-files.js';
import { filesEnding, partitionDirectories, segmentFiles, unsyncedTails, type UnsyncedTail } from './log-files.js';

export interface DamagedDirectory {
  readonly path: string;
  /** By directory name: everything below this offset was waited for. Of partitions that are not named, nothing is lost. */
  readonly durableEnds: ReadonlyMap<string, number>;
  /** Checkpoints as they were at earlier moments, by their path within `path`. */
  readonly earlier: readonly ReadonlyMap<string, Uint8Array>[];
  readonly random: Random;
}

/** Gives how many files it touched; 0: there was nothing to do it to. */
type Damage = (directory: DamagedDirectory) => number;

/** Kinds that lose records which were written and not flushed. A round has one of them at most. */
export const losses = {
  'tail cut': (directory) => atTails(directory, cutTail),
  'tail garbled': (directory) => atTails(directory, (tail, random) => overwrite(tail, random, random.bytes)),
  'tail zeroed': (directory) => atTails(directory, (tail, random) => overwrite(tail, random, (length) => new Uint8Array(length))),
  'segments lost': loseSegments,
} satisfies Record<string, Damage>;

/** Kinds after which every record is still there. */
export const scratches = {
  'half a batch appended': (directory) => eachLog(directory, (log) => appendHalfBatch(log, directory.random)),
  'random bytes appended': (directory) => eachLog(directory, (log) => appendFileSync(log, directory.random.bytes(1 + directory.random.below(300)))),
  'indexes zeroed': (directory) => someFiles(directory, ['.index', '.timeindex'], zero),
  'indexes deleted': (directory) => someFiles(directory, ['.index', '.timeindex', '.txnindex'], remove),
  'indexes cut': (directory) => someFiles(directory, ['.index', '.timeindex'], (path) => cutAnywhere(path, directory.random)),
  'snapshots zeroed': (directory) => someFiles(directory, ['.snapshot'], zero),
  'snapshots deleted': (directory) => someFiles(directory, ['.snapshot'], remove),
  'snapshots cut': (directory) => someFiles(directory, ['.snapshot'], (path) => cutAnywhere(path, directory.random)),
  'older recovery points': (directory) => restore(directory, (name) => name === checkpoints.recoveryPoint),
  'older high watermarks': (directory) => restore(directory, (name) => name === checkpoints.highWatermark),
  'older log starts': (directory) => restore(directory, (name) => name === checkpoints.logStart),
  'older leader epochs': (directory) => restore(directory, (name) => basename(name) === leaderEpochs),
  'all checkpoints older': (directory) => restore(directory, () => true),
  'checkpoints deleted': (directory) => count(Object.values(checkpoints).map((name) => join(directory.path, name)), remove),
  'leader epochs deleted': (directory) => eachPartition(directory, (path) => count([join(path, leaderEpochs)], remove)),
  'half-written checkpoints left': leaveHalfWritten,
} satisfies Record<string, Damage>;

export type LossName = keyof typeof losses;
export type ScratchName = keyof typeof scratches;

function eachPartition({ path, random }: DamagedDirectory, run: (directory: string, random: Random) => number): number {
  return partitionDirectories(path).reduce((touched, name) => touched + run(join(path, name), random), 0);
}

function atTails({ path, durableEnds, random }: DamagedDirectory, damage: (tail: UnsyncedTail, random: Random) => void): number {
  let touched = 0;
  for (const [name, durableEnd] of durableEnds) {
    for (const tail of unsyncedTails(join(path, name), durableEnd)) {
      if (tail.position >= tail.size) continue;
      damage(tail, random);
      touched++;
    }
  }
  return touched;
}

/** Often to a byte within a batch. */
function cutTail({ path, position, size }: UnsyncedTail, random: Random): void {
  truncateSync(path, position + random.below(size - position));
}

function overwrite({ path, position, size }: UnsyncedTail, random: Random, bytes: (length: number) => Uint8Array): void {
  const from = position + random.below(size - position);
  const length = 1 + random.below(Math.min(size - from, 8192));
  const file = openSync(path, 'r+');
  writeSync(file, bytes(length), 0, length, from);
  closeSync(file);
}

/** The names of new segments were not synced: the newest ones are gone, with all that has their name. */
function loseSegments({ path, durableEnds, random }: DamagedDirectory): number {
  let touched = 0;
  for (const [name, durableEnd] of durableEnds) {
    const directory = join(path, name);
    const [first] = segmentFiles(directory);
    const mayGo = unsyncedTails(directory, durableEnd).filter(({ position, baseOffset }) => position === 0 && baseOffset !== first?.baseOffset);
    for (const { path: log } of mayGo.slice(random.below(mayGo.length + 1))) {
      touched += count(['.log', '.index', '.timeindex', '.txnindex', '.snapshot'].map((suffix) => log.replace(/\.log$/, suffix)), remove);
    }
  }
  return touched;
}

function eachLog(directory: DamagedDirectory, run: (log: string) => void): number {
  return eachPartition(directory, (path) => {
    const active = segmentFiles(path).at(-1);
    if (active === undefined || directory.random.below(3) === 0) return 0;
    run(active.path);
    return 1;
  });
}

/** The first part of a batch that would follow: a copy of the last one, cut anywhere. */
function appendHalfBatch(log: string, random: Random): void {
  const bytes = readFileSync(log);
  const size = bytes.length < 12 ? 0 : 12 + bytes.readInt32BE(8);
  const batch = size > 12 && size <= bytes.length ? Buffer.from(bytes.subarray(0, size)) : Buffer.from(random.bytes(100));
  batch.writeBigInt64BE(2n ** 40n, 0);
  appendFileSync(log, batch.subarray(0, 1 + random.below(batch.length - 1)));
}

function someFiles(directory: DamagedDirectory, suffixes: string[], run: (path: string) => void): number {
  return eachPartition(directory, (path, random) => count(filesEnding(path, ...suffixes).filter(() => random.below(2) === 0), run));
}

function count(paths: readonly string[], run: (path: string) => void): number {
  const there = paths.filter((path) => existsSync(path));
  for (const path of there) run(path);
  return there.length;
}

function zero(path: string): void {
  writeFileSync(path, new Uint8Array(statSync(path).size));
}

function remove(path: string): void {
  rmSync(path);
}

function cutAnywhere(path: string, random: Random): void {
  const { size } = statSync(path);
  if (size > 0) truncateSync(path, random.below(size));
}

/** Puts back what an earlier moment had; a file that was not there then stays as it is. */
function restore({ path, earlier, random }: DamagedDirectory, isWanted: (name: string) => boolean): number {
  if (earlier.length === 0) return 0;
  const moment = earlier[random.below(earlier.length)]!;
  let touched = 0;
  for (const [name, bytes] of moment) {
    if (!isWanted(name) || !existsSync(join(path, name))) continue;
    writeFileSync(join(path, name), bytes);
    touched++;
  }
  return touched;
}

/** As a crash leaves them between writing a new file and renaming it. */
function leaveHalfWritten({ path, random }: DamagedDirectory): number {
  const paths = [...Object.values(checkpoints).map((name) => join(path, name)), ...partitionDirectories(path).map((name) => join(path, name, leaderEpochs))];
  return count(paths, (original) => {
    copyFileSync(original, `${original}.tmp`);
    cutAnywhere(`${original}.tmp`, random);
  });
}
