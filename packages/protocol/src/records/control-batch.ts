import { readInt16, readInt32 } from './batch-header.js';
import { writeInt16, writeInt32 } from './batch-header-writes.js';
import { RecordBatchBuilder } from './record-batch-builder.js';

/** Control batches: one record that is not a user's, its key a version and a type (KIP-98, KIP-595, KIP-630, KIP-853). */

export type ControlRecordName =
  | 'ABORT'
  | 'COMMIT'
  | 'LEADER_CHANGE'
  | 'SNAPSHOT_HEADER'
  | 'SNAPSHOT_FOOTER'
  | 'KRAFT_VERSION'
  | 'KRAFT_VOTERS';

/** The types by their number in the key. */
export const CONTROL_RECORD_NAMES: readonly ControlRecordName[] = [
  'ABORT',
  'COMMIT',
  'LEADER_CHANGE',
  'SNAPSHOT_HEADER',
  'SNAPSHOT_FOOTER',
  'KRAFT_VERSION',
  'KRAFT_VOTERS',
];

/** What a control batch carries. */
export interface ControlBatchOptions {
  readonly type: ControlRecordName;
  /** The control record's message, encoded. */
  readonly value: Uint8Array;
  readonly timestamp: number;
  readonly baseOffset?: number;
  readonly leaderEpoch?: number;
  readonly producerId?: number;
  readonly producerEpoch?: number;
  readonly transactional?: boolean;
}

/** What ends a transaction in a partition. */
export interface EndTransactionMarker {
  readonly type: 'ABORT' | 'COMMIT';
  readonly producerId: number;
  readonly producerEpoch: number;
  readonly coordinatorEpoch: number;
  readonly timestamp: number;
  readonly baseOffset?: number;
  readonly leaderEpoch?: number;
}

/** A batch of one control record. */
export function buildControlBatch(options: ControlBatchOptions): Uint8Array {
  const builder = new RecordBatchBuilder(
    {
      control: true,
      transactional: options.transactional ?? false,
      baseOffset: options.baseOffset ?? 0,
      partitionLeaderEpoch: options.leaderEpoch ?? -1,
      producerId: options.producerId ?? -1,
      producerEpoch: options.producerEpoch ?? -1,
    },
    new Uint8Array(128),
  );
  const key = new Uint8Array(4);
  writeInt16(key, 2, CONTROL_RECORD_NAMES.indexOf(options.type));
  builder.append(options.timestamp, key, options.value);
  return builder.build();
}

/** The batch that commits or aborts a producer's transaction in a partition. */
export function buildEndTransactionMarker(marker: EndTransactionMarker): Uint8Array {
  const { coordinatorEpoch, ...rest } = marker;
  const value = new Uint8Array(6);
  writeInt32(value, 2, coordinatorEpoch);
  return buildControlBatch({ ...rest, value, transactional: true });
}

/** The type number in a control record's key; -1 for a key that is too short or of a negative version. */
export function controlRecordType(key: Uint8Array | null): number {
  return key === null || key.length < 4 || readInt16(key, 0) < 0 ? -1 : readInt16(key, 2);
}

/** The coordinator epoch in the value of an end-transaction marker; -1 for a value that is too short. */
export function endTransactionCoordinatorEpoch(value: Uint8Array | null): number {
  return value === null || value.length < 6 ? -1 : readInt32(value, 2);
}
