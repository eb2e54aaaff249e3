/**
 * Bugs to be found. Each is put into the running code from outside, on the prototype of a class or between the broker and its
 * disk, so that the code itself has no switch for it; `plant` gives what takes it out again.
 */
import { GroupCoordinator, type CoordinatorRecord, type LogPosition } from '@millrace/coordinator';
import { MetadataLoader } from '@millrace/metadata';
import { nodePlatform } from '@millrace/platform';
import { memoryFiles } from '@millrace/platform/memory';
import { defaultLogConfig, Log, openLog } from '@millrace/storage';
import { lying, type Lies } from './lying-files.js';
import type { StoryOptions } from './one-broker.js';

export interface PlantedBug {
  readonly name: string;
  /** What the simulation says when it finds it. */
  readonly found: RegExp;
  readonly plant: () => StoryOptions & { remove?: () => void };
  /** Then it is left to the long tests. */
  readonly takesManySeeds?: boolean;
}

type ProducerState = Log['producerState'];

/** Puts another method in the place of one, given the one that was there. */
function replaced<T extends object, K extends keyof T>(prototype: T, name: K, by: (original: T[K]) => T[K]): { remove: () => void } {
  const original = prototype[name];
  prototype[name] = by(original);
  return {
    remove: () => {
      prototype[name] = original;
    },
  };
}

const withLies = (lies: Lies): StoryOptions => ({ wrap: (platform) => lying(platform, lies) });

/** Its class is not for others, but every log has one. */
async function producerStatePrototype(): Promise<ProducerState> {
  const log = await openLog(
    { ...nodePlatform({ log: { level: 'silent' } }), files: memoryFiles() },
    { directory: '/probe-0', topic: 'probe', partition: 0, topicId: '', config: { ...defaultLogConfig }, wasClosed: false, recoveryPoint: 0, logStartOffset: 0, highWatermark: 0 },
  );
  return Object.getPrototypeOf(log.producerState) as ProducerState;
}
const producerState: ProducerState = await producerStatePrototype();

export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'what is appended is acknowledged before it is written',
    found: /the log ends at \d+, and \d+ was (acknowledged|synced)|offsets are not in order/,
    plant: () =>
      replaced(Log.prototype, 'append', (append) => function (this: Log, batch, options) {
        const result = append.call(this, batch, options);
        this.writtenOffset = this.logEndOffset;
        this.onWritten?.(this);
        return result;
      }),
  },
  {
    name: 'the answer names the offset after the right one',
    found: /acknowledged at offset|was acknowledged, and/,
    plant: () =>
      replaced(Log.prototype, 'append', (append) => function (this: Log, batch, options) {
        const result = append.call(this, batch, options);
        return result.baseOffset < 0 || options.origin !== 'client' ? result : { ...result, baseOffset: result.baseOffset + 1 };
      }),
  },
  {
    name: 'the high watermark goes back',
    found: /the high watermark went back/,
    plant: () => {
      let calls = 0;
      return replaced(Log.prototype, 'updateHighWatermark', (update) => function (this: Log, offset) {
        const moved = update.call(this, offset);
        if (++calls % 50 === 0 && this.highWatermark > this.logStartOffset) this.highWatermark--;
        return moved;
      });
    },
  },
  {
    name: 'a fetch reads beyond the high watermark',
    found: /was read, and the high watermark was never beyond/,
    plant: () => replaced(Log.prototype, 'read', (read) => function (this: Log, offset, maxBytes, options) {
      return read.call(this, offset, maxBytes, { ...options, upTo: 'logEnd' });
    }),
  },
  {
    name: 'the last batches of producers are forgotten at a restart',
    found: /stands at \d+ already|comes after number/,
    plant: () => ({
      onStarted: ({ node }) => {
        for (const log of node.logs.logs()) log.producerState.clear(log.logEndOffset);
      },
    }),
  },
  {
    name: 'repeated batches are not recognised, and sequences not checked',
    found: /stands at \d+ already|comes after number/,
    plant: () => {
      const duplicates = replaced(producerState, 'duplicateOf', () => () => undefined);
      const checks = replaced(producerState, 'check', () => () => null);
      return {
        remove: () => {
          duplicates.remove();
          checks.remove();
        },
      };
    },
  },
  {
    name: 'every start is taken for one after an orderly stop, so that nothing is recovered',
    found: /the log ends at|the disk has offset|the disk ends at|stands at \d+ already|comes after number|is not there|is not over|record batch|the first record at/,
    plant: () => withLies({ cleanShutdowns: true }),
    takesManySeeds: true,
  },
  {
    name: 'logs are not synced',
    found: /the log ends at \d+, and \d+ was (acknowledged|synced)|the disk has offset|the disk ends at|is not there|record batch/,
    plant: () => withLies({ syncs: (path) => path.endsWith('.log') && !path.includes('__cluster_metadata') }),
  },
  {
    name: 'the metadata log is not synced',
    found: /was made, and is not there|was deleted, and is there again|was made with id|is not listed|had \d+ partitions/,
    plant: () => withLies({ syncs: (path) => path.includes('__cluster_metadata') && path.endsWith('.log') }),
  },
  {
    name: 'names of files are not synced',
    found: /was made, and is not there|the log ends at|is not served|the disk/,
    plant: () => withLies({ directorySyncs: true }),
  },
  {
    name: 'commits are answered and not written',
    found: /is committed at -?\d+, and \d+ was acknowledged|was given out first, and \d+ was committed/,
    plant: () => replaced(GroupCoordinator.prototype, 'offsetCommit', (commit) => function (this: GroupCoordinator, request, context) {
      return { ...commit.call(this, request, context), records: [] };
    }),
  },
  {
    name: 'committed offsets are not read back at a restart',
    found: /is committed at -?\d+, and \d+ was acknowledged|was given out first, and \d+ was committed/,
    plant: () => {
      const read = new WeakMap<GroupCoordinator, boolean>();
      const loading = replaced(GroupCoordinator.prototype, 'onLoaded', (onLoaded) => function (this: GroupCoordinator, now) {
        read.set(this, true);
        return onLoaded.call(this, now);
      });
      const replay = replaced(GroupCoordinator.prototype, 'replay', (original) => function (this: GroupCoordinator, record: CoordinatorRecord, at: LogPosition) {
        if (record.type !== 'offset-commit' || read.get(this) === true) original.call(this, record, at);
      });
      return {
        remove: () => {
          loading.remove();
          replay.remove();
        },
      };
    },
  },
  {
    name: 'generations of groups start over at a restart',
    found: /is owned by|is not over/,
    plant: () => replaced(GroupCoordinator.prototype, 'replay', (replay) => function (this: GroupCoordinator, record: CoordinatorRecord, at: LogPosition) {
      if (record.type !== 'group-metadata' || (record.value?.members.length ?? 0) === 0) replay.call(this, record, at);
    }),
  },
  {
    name: 'a deleted topic stays in the image',
    found: /is listed|was deleted, and is there again|was made with id/,
    plant: () => replaced(MetadataLoader.prototype, 'replay', (replay) => function (this: MetadataLoader, record, offset, epoch) {
      if (record.type !== 'RemoveTopicRecord') replay.call(this, record, offset, epoch);
    }),
  },
];
