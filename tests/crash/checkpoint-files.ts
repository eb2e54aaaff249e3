/** The checkpoint files of a log directory, read without the code that wrote them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { partitionDirectories } from './log-files.js';

export const checkpoints = {
  recoveryPoint: 'recovery-point-offset-checkpoint',
  highWatermark: 'replication-offset-checkpoint',
  logStart: 'log-start-offset-checkpoint',
} as const;
export const leaderEpochs = 'leader-epoch-checkpoint';

/** The checkpoints as they are now, to be restored later. */
export function rememberCheckpoints(path: string): ReadonlyMap<string, Uint8Array> {
  const names = [...Object.values(checkpoints), ...partitionDirectories(path).map((name) => join(name, leaderEpochs))];
  const there = names.filter((name) => existsSync(join(path, name)));
  return new Map(there.map((name) => [name, readFileSync(join(path, name))]));
}

/** The offsets of a checkpoint by directory name; empty when there is no file. */
export function offsetsOf(path: string, checkpoint: keyof typeof checkpoints): ReadonlyMap<string, number> {
  const file = join(path, checkpoints[checkpoint]);
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'utf8').split('\n').slice(2).filter((line) => line !== '');
  return new Map(lines.map((line) => {
    const [topic = '', partition = '', offset = ''] = line.split(' ');
    return [`${topic}-${partition}`, Number(offset)];
  }));
}
