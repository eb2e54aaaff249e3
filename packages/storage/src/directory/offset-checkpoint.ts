/** A checkpoint of one offset per partition, such as `recovery-point-offset-checkpoint`. */
import type { Files } from '@millrace/platform';
import { checkpointNumber, formatCheckpoint, parseCheckpoint } from './checkpoint-text.js';

export interface PartitionOffset {
  topic: string;
  partition: number;
  offset: number;
}

export const recoveryPointFile = 'recovery-point-offset-checkpoint';
export const logStartOffsetFile = 'log-start-offset-checkpoint';
export const highWatermarkFile = 'replication-offset-checkpoint';

/** Offsets by the names of their directories; empty when there is no file. */
export function readOffsetCheckpoint(files: Files, path: string): Map<string, number> {
  const offsets = new Map<string, number>();
  if (!files.exists(path)) return offsets;
  for (const [topic, partition, offset] of parseCheckpoint(files.readAll(path), path, 3)) {
    offsets.set(`${topic!}-${checkpointNumber(partition!, path)}`, checkpointNumber(offset!, path));
  }
  return offsets;
}

export function formatOffsetCheckpoint(offsets: readonly PartitionOffset[]): Uint8Array {
  return formatCheckpoint(offsets.map(({ topic, partition, offset }) => `${topic} ${partition} ${offset}`));
}
