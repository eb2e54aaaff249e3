/** All logs of a node, in all its directories: loading, making, deleting, and what is done from time to time. */
import type { Timer } from '@millrace/platform';
import type { Log } from '../log/log.js';
import { defaultLogConfig, type LogConfig } from '../log/log-config.js';
import type { LogEnvironment } from '../log/log-environment.js';
import { asStorageError, StorageError } from '../storage-error.js';
import { logDirectoryName } from './directory-names.js';
import { LogDirectory } from './log-directory.js';

export interface LogManagerSettings {
  /** log.retention.check.interval.ms */
  retentionCheckIntervalMs: number;
  /** log.flush.scheduler.interval.ms */
  flushCheckIntervalMs: number;
  /** log.flush.offset.checkpoint.interval.ms */
  recoveryPointCheckpointIntervalMs: number;
  /** log.flush.start.offset.checkpoint.interval.ms */
  logStartOffsetCheckpointIntervalMs: number;
  /** replica.high.watermark.checkpoint.interval.ms */
  highWatermarkCheckpointIntervalMs: number;
  /** producer.id.expiration.check.interval.ms */
  producerExpirationCheckIntervalMs: number;
  /** log.segment.delete.delay.ms, for whole partitions. */
  fileDeleteDelayMs: number;
}

export const defaultLogManagerSettings: Readonly<LogManagerSettings> = {
  retentionCheckIntervalMs: 300_000,
  flushCheckIntervalMs: 2 ** 63,
  recoveryPointCheckpointIntervalMs: 60_000,
  logStartOffsetCheckpointIntervalMs: 60_000,
  highWatermarkCheckpointIntervalMs: 5_000,
  producerExpirationCheckIntervalMs: 600_000,
  fileDeleteDelayMs: 60_000,
};

export interface LogManagerOptions {
  platform: LogEnvironment;
  /** log.dirs; formatted. */
  directories: readonly string[];
  clusterId: string;
  nodeId: number;
  settings?: Partial<LogManagerSettings>;
  /** For logs that are found on the disk, until `updateConfig` says otherwise. */
  configOf?: (topic: string) => LogConfig;
}

export interface NewLog {
  topic: string;
  partition: number;
  /** 22 characters. */
  topicId: string;
  config: LogConfig;
  /** Into this directory; else into the one with the fewest logs. */
  directoryId?: string;
}

export interface DirectoryDescription {
  path: string;
  directoryId: string | null;
  error: StorageError | null;
  totalBytes: number;
  usableBytes: number;
  logs: { topic: string; partition: number; topicId: string; sizeInBytes: number; logEndOffset: number }[];
}

/** Each is four files to rename. */
const segmentsPerStep = 8;

/** Longer means never. */
const longestIntervalMs = 2 ** 53;

export class LogManager {
  readonly directories: readonly LogDirectory[];
  /** Called once for each directory that goes offline. */
  onDirectoryFailed: ((directory: LogDirectory, error: StorageError) => void) | null = null;
  readonly #environment: LogEnvironment;
  readonly #settings: LogManagerSettings;
  readonly #logs: Map<string, Log> = new Map();
  readonly #timers: Set<Timer> = new Set();
  #isStopped = false;

  private constructor(environment: LogEnvironment, directories: LogDirectory[], settings: LogManagerSettings) {
    this.#environment = environment;
    this.directories = directories;
    this.#settings = settings;
    for (const directory of directories) directory.onFailed = (failed, error) => this.onDirectoryFailed?.(failed, error);
  }

  /**
   * Locks, checks and loads all directories. Rejects with a `StorageError` when one is not formatted, locked or another's,
   * or when none can be loaded; one that fails while it is loaded is offline afterwards.
   */
  static async open(options: LogManagerOptions): Promise<LogManager> {
    const { platform, clusterId, nodeId, configOf = () => ({ ...defaultLogConfig }) } = options;
    const opened: LogDirectory[] = [];
    try {
      for (const path of options.directories) opened.push(LogDirectory.open(platform, path, clusterId, nodeId));
      const manager = new LogManager(platform, opened, { ...defaultLogManagerSettings, ...options.settings });
      for (const directory of opened) await manager.#load(directory, configOf);
      const online = opened.find((directory) => directory.error === null);
      if (online === undefined) throw opened[0]?.error ?? new StorageError('not-formatted', '', 'no log directory is given');
      manager.#startTimers();
      return manager;
    } catch (error) {
      for (const directory of opened) directory.letGo();
      throw error;
    }
  }

  async #load(directory: LogDirectory, configOf: (topic: string) => LogConfig): Promise<void> {
    try {
      await this.#environment.timers.runStepped(directory.load(configOf));
    } catch (error) {
      directory.fail(asStorageError(error, directory.path));
      return;
    }
    for (const [name, log] of directory.logs) {
      const other = this.#logs.get(name);
      if (other !== undefined) throw new StorageError('inconsistent', log.directory, `the same partition is in ${other.directory}`);
      this.#logs.set(name, log);
    }
    for (const outgoing of directory.outgoing.slice()) this.#removeLater(directory, outgoing);
  }

  /** Whether all directories were closed in order before; and then the broker epoch of that time. */
  get cleanShutdownBrokerEpoch(): number | null {
    if (!this.directories.every((directory) => directory.wasClosed)) return null;
    return Math.max(...this.directories.map((directory) => directory.previousBrokerEpoch));
  }

  get(topic: string, partition: number): Log | undefined {
    return this.#logs.get(logDirectoryName(topic, partition));
  }

  /** Those found on the disk have the topic id that tells whether they still belong here. */
  logs(): IterableIterator<Log> {
    return this.#logs.values();
  }

  /** Throws a `StorageError` when it is there already or no directory takes it. */
  create({ topic, partition, topicId, config, directoryId }: NewLog): Log {
    const name = logDirectoryName(topic, partition);
    const there = this.#logs.get(name);
    if (there !== undefined) throw new StorageError('inconsistent', there.directory, 'is there already');
    const log = this.#directoryFor(directoryId).create(topic, partition, topicId, config);
    this.#logs.set(name, log);
    return log;
  }

  #directoryFor(directoryId: string | undefined): LogDirectory {
    const online = this.directories.filter((directory) => directory.error === null && (directoryId === undefined || directory.directoryId === directoryId));
    const [first] = online.toSorted((left, right) => left.logs.size - right.logs.size);
    if (first === undefined) throw new StorageError('io', this.directories[0]?.path ?? '', 'no log directory is online for this log');
    return first;
  }

  /** The name is free when it resolves; the bytes go after `fileDeleteDelayMs`. */
  async delete(log: Log): Promise<void> {
    const directory = this.#take(log);
    this.#removeLater(directory, directory.putAside(log, '-delete'));
    await directory.checkpointRecoveryPoints();
    await directory.checkpointHighWatermarks();
    await directory.checkpointLogStartOffsets();
  }

  /** Keeps the bytes of a partition that is not this node's under a name that is out of the way; its path. */
  setAsideAsStray(log: Log): string {
    return this.#take(log).putAside(log, '-stray');
  }

  #take(log: Log): LogDirectory {
    const name = logDirectoryName(log.topic, log.partition);
    const directory = this.directories.find((candidate) => candidate.logs.get(name) === log);
    if (directory === undefined) throw new StorageError('inconsistent', log.directory, 'is no log of this node');
    this.#logs.delete(name);
    return directory;
  }

  #removeLater(directory: LogDirectory, path: string): void {
    this.#after(this.#settings.fileDeleteDelayMs, () => {
      directory.removeOutgoing(path).catch((error: unknown) => this.#environment.logger.warn('cannot remove a deleted partition', { path, error }));
    });
  }

  /** For DescribeLogDirs. */
  describe(): DirectoryDescription[] {
    return this.directories.map((directory) => {
      const free = this.#freeBytes(directory);
      return {
        path: directory.path,
        directoryId: directory.directoryId,
        error: directory.error,
        totalBytes: free.total,
        usableBytes: free.usable,
        logs: Array.from(directory.logs.values(), ({ topic, partition, topicId, sizeInBytes, logEndOffset }) => ({
          topic,
          partition,
          topicId,
          sizeInBytes,
          logEndOffset,
        })),
      };
    });
  }

  #freeBytes(directory: LogDirectory): { total: number; usable: number } {
    if (directory.error !== null) return { total: -1, usable: -1 };
    try {
      return this.#environment.files.freeBytes(directory.path);
    } catch (error) {
      this.#environment.logger.warn('cannot tell the free space', { error: asStorageError(error, directory.path) });
      return { total: -1, usable: -1 };
    }
  }

  /** Deletes what every log's retention allows, a few segments a step; gives their number. */
  *retentionSteps(now: number): Generator<void, number, void> {
    let deleted = 0;
    for (const log of [...this.#logs.values()]) {
      for (;;) {
        // It may have been deleted between two steps.
        if (this.#isStopped || this.#logs.get(logDirectoryName(log.topic, log.partition)) !== log) break;
        const count = this.#guarded(log, () => log.applyRetention(now, segmentsPerStep), 0);
        deleted += count;
        yield;
        if (count < segmentsPerStep) break;
      }
    }
    return deleted;
  }

  *producerExpirySteps(now: number): Generator<void, void, void> {
    for (const log of [...this.#logs.values()]) {
      log.producerState.expire(now);
      yield;
    }
  }

  /** Starts a flush of each log whose `flushMs` is over. */
  flushDue(now: number): void {
    for (const log of this.#logs.values()) {
      if (log.failure === null && log.flushedOffset < log.logEndOffset && now - log.lastFlushMs >= log.config.flushMs) log.flush().catch(() => {});
    }
  }

  async checkpointRecoveryPoints(): Promise<void> {
    for (const directory of this.directories) await directory.checkpointRecoveryPoints();
  }

  async checkpointHighWatermarks(): Promise<void> {
    for (const directory of this.directories) await directory.checkpointHighWatermarks();
  }

  async checkpointLogStartOffsets(): Promise<void> {
    for (const directory of this.directories) await directory.checkpointLogStartOffsets();
  }

  /** Stops in order: logs, checkpoints, the clean-shutdown marker (unless somebody else's log in there was not closed in order), the lock. */
  async shutdown(brokerEpoch: number, isOrderly: boolean = true): Promise<void> {
    if (this.#isStopped) return;
    this.#isStopped = true;
    for (const timer of this.#timers) timer.cancel();
    this.#timers.clear();
    for (const directory of this.directories) await directory.shutdown(brokerEpoch, isOrderly);
  }

  #guarded<T>(log: Log, run: () => T, otherwise: T): T {
    try {
      return run();
    } catch (error) {
      log.fail(error);
      return otherwise;
    }
  }

  #startTimers(): void {
    const settings = this.#settings;
    const { clock } = this.#environment;
    this.#every(settings.retentionCheckIntervalMs, () => this.#stepped(this.retentionSteps(clock.now())));
    this.#every(settings.flushCheckIntervalMs, () => this.flushDue(clock.now()));
    this.#every(settings.recoveryPointCheckpointIntervalMs, () => void this.checkpointRecoveryPoints());
    this.#every(settings.logStartOffsetCheckpointIntervalMs, () => void this.checkpointLogStartOffsets());
    this.#every(settings.highWatermarkCheckpointIntervalMs, () => void this.checkpointHighWatermarks());
    this.#every(settings.producerExpirationCheckIntervalMs, () => this.#stepped(this.producerExpirySteps(clock.now())));
  }

  #stepped(steps: Generator<void, unknown, void>): void {
    this.#environment.timers.runStepped(steps).catch((error: unknown) => this.#environment.logger.error('housekeeping of the logs failed', { error }));
  }

  #every(intervalMs: number, run: () => void): void {
    if (intervalMs > longestIntervalMs) return;
    this.#after(intervalMs, () => {
      this.#every(intervalMs, run);
      run();
    });
  }

  #after(delayMs: number, run: () => void): void {
    const timer = this.#environment.timers.schedule(
      delayMs,
      () => {
        this.#timers.delete(timer);
        if (!this.#isStopped) run();
      },
      { keepAlive: false },
    );
    this.#timers.add(timer);
  }
}
