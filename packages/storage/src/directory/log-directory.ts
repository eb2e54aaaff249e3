/** One log directory of a node: its lock, its owner, its logs, its checkpoints. */
import type { FileLock } from '@millrace/platform';
import type { Log } from '../log/log.js';
import type { LogConfig } from '../log/log-config.js';
import type { LogEnvironment } from '../log/log-environment.js';
import { loadSteps, type OpenLogOptions } from '../recovery/load-log.js';
import { asStorageError, StorageError } from '../storage-error.js';
import { takeCleanShutdown, writeCleanShutdown } from './clean-shutdown.js';
import { logDirectoryName, metadataTopic, outgoingName, parseDirectoryName } from './directory-names.js';
import { checkOwner, readMetaProperties } from './meta-properties.js';
import {
  formatOffsetCheckpoint,
  highWatermarkFile,
  logStartOffsetFile,
  readOffsetCheckpoint,
  recoveryPointFile,
  type PartitionOffset,
} from './offset-checkpoint.js';
import { readTopicId, writeTopicId } from './partition-metadata.js';

const lockFile = '.lock';
const closedAtOnce = 16;

export class LogDirectory {
  readonly path: string;
  /** 22 characters; null in directories of the old format. */
  readonly directoryId: string | null;
  readonly logs: Map<string, Log> = new Map();
  /** Of the clean shutdown before; -1 after a crash. */
  readonly previousBrokerEpoch: number;
  readonly wasClosed: boolean;
  error: StorageError | null = null;
  onFailed: ((directory: LogDirectory, error: StorageError) => void) | null = null;
  readonly #environment: LogEnvironment;
  readonly #lock: FileLock;
  /** Of each file that is being written: this round, and the one after it when somebody waits for that. */
  readonly #checkpoints: Map<string, { running: Promise<void>; next: Promise<void> | null }> = new Map();
  readonly #outgoing: string[] = [];

  private constructor(environment: LogEnvironment, path: string, lock: FileLock, directoryId: string | null) {
    this.#environment = environment;
    this.path = path;
    this.#lock = lock;
    this.directoryId = directoryId;
    const shutdown = takeCleanShutdown(environment.files, path);
    this.wasClosed = shutdown !== null;
    this.previousBrokerEpoch = shutdown?.brokerEpoch ?? -1;
    // A process that was killed may have left names that it had not synced; this one builds on them.
    if (shutdown === null) environment.files.syncDirectory(path);
  }

  /** Locks it and checks whose it is; loads nothing yet. Throws a `StorageError` of kind 'not-formatted', 'locked' or 'inconsistent'. */
  static open(environment: LogEnvironment, path: string, clusterId: string, nodeId: number): LogDirectory {
    const { files } = environment;
    const properties = readMetaProperties(files, path);
    if (properties === null) throw new StorageError('not-formatted', path, 'has no meta.properties: it is not formatted');
    checkOwner(path, properties, clusterId, nodeId);
    const lock = files.lock(`${path}/${lockFile}`);
    if (lock === null) throw new StorageError('locked', path, 'another broker uses this directory (it holds the lock)');
    try {
      return new LogDirectory(environment, path, lock, properties.directoryId);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** Directories of deleted partitions that wait for their removal. */
  get outgoing(): readonly string[] {
    return this.#outgoing;
  }

  /** Loads every log in here, in steps. */
  *load(configOf: (topic: string) => LogConfig): Generator<void, void, void> {
    const { files, logger } = this.#environment;
    const recoveryPoints = readOffsetCheckpoint(files, `${this.path}/${recoveryPointFile}`);
    const startOffsets = readOffsetCheckpoint(files, `${this.path}/${logStartOffsetFile}`);
    const highWatermarks = readOffsetCheckpoint(files, `${this.path}/${highWatermarkFile}`);
    for (const name of files.list(this.path)) {
      const parsed = parseDirectoryName(name);
      const directory = `${this.path}/${name}`;
      if (files.stat(directory)?.isDirectory !== true) continue;
      if (parsed.kind === 'deleted') this.#outgoing.push(directory);
      else if (parsed.kind !== 'log') logger.warn('a directory that is not a partition of this node is left alone', { directory });
      // The quorum opens its own log.
      if (parsed.kind !== 'log' || parsed.topic === metadataTopic) continue;
      const log = yield* loadSteps(this.#environment, {
        directory,
        topic: parsed.topic,
        partition: parsed.partition,
        topicId: readTopicId(files, directory) ?? '',
        config: configOf(parsed.topic),
        wasClosed: this.wasClosed,
        recoveryPoint: recoveryPoints.get(name) ?? 0,
        logStartOffset: startOffsets.get(name) ?? 0,
        highWatermark: highWatermarks.get(name) ?? 0,
      });
      this.#add(name, log);
    }
  }

  /** Makes the log of a new partition. Throws a `StorageError` when there is one. */
  create(topic: string, partition: number, topicId: string, config: LogConfig): Log {
    if (this.error !== null) throw this.error;
    const name = logDirectoryName(topic, partition);
    const directory = `${this.path}/${name}`;
    const { files } = this.#environment;
    if (parseDirectoryName(name).kind !== 'log') throw new StorageError('inconsistent', directory, 'is no name for a partition');
    if (this.logs.has(name) || files.exists(directory)) throw new StorageError('inconsistent', directory, 'is there already');
    try {
      files.makeDirectory(directory);
      writeTopicId(files, directory, topicId);
      files.syncDirectory(this.path);
      return this.#add(name, loadAtOnce(this.#environment, {
        directory,
        topic,
        partition,
        topicId,
        config,
        wasClosed: true,
        recoveryPoint: 0,
        logStartOffset: 0,
        highWatermark: 0,
      }));
    } catch (error) {
      throw this.fail(asStorageError(error, directory));
    }
  }

  #add(name: string, log: Log): Log {
    this.logs.set(name, log);
    log.onFailed = (_log, error) => void this.fail(error);
    return log;
  }

  /** Closes a log and takes its name away; the path of what is left. */
  putAside(log: Log, suffix: '-delete' | '-stray'): string {
    const name = logDirectoryName(log.topic, log.partition);
    if (this.logs.get(name) !== log) throw new StorageError('inconsistent', log.directory, 'is no log of this directory');
    const { files, random } = this.#environment;
    const aside = `${this.path}/${outgoingName(log.topic, log.partition, random.bytes(16), suffix)}`;
    this.logs.delete(name);
    log.abandon();
    try {
      files.rename(log.directory, aside);
      // A flush that is under way goes on there, and not in the directory of who gets the name next.
      log.movedTo(aside);
      files.syncDirectory(this.path);
    } catch (error) {
      throw this.fail(asStorageError(error, log.directory));
    }
    if (suffix === '-delete') this.#outgoing.push(aside);
    return aside;
  }

  /** Removes a directory that `putAside` or a start has found. */
  async removeOutgoing(directory: string): Promise<void> {
    const index = this.#outgoing.indexOf(directory);
    if (index < 0) return;
    this.#outgoing.splice(index, 1);
    await this.#environment.files.removeDirectory(directory);
  }

  /** A failed file takes the whole directory offline, as in Kafka. Gives the error. */
  fail(error: StorageError): StorageError {
    if (this.error !== null) return this.error;
    this.error = error;
    this.#environment.logger.error('log directory is offline', { directory: this.path, error });
    for (const log of this.logs.values()) log.fail(error);
    this.onFailed?.(this, error);
    return error;
  }

  checkpointRecoveryPoints(): Promise<void> {
    return this.#checkpoint(recoveryPointFile, (log) => log.recoveryPoint);
  }

  checkpointHighWatermarks(): Promise<void> {
    return this.#checkpoint(highWatermarkFile, (log) => log.highWatermark);
  }

  /** Only starts that the first segment does not tell. */
  checkpointLogStartOffsets(): Promise<void> {
    return this.#checkpoint(logStartOffsetFile, (log) => (log.logStartOffset > log.segments.at(0)!.baseOffset ? log.logStartOffset : null));
  }

  /** Whoever comes while the file is being written waits for one more round, which has the offsets of after. */
  #checkpoint(file: string, offsetOf: (log: Log) => number | null): Promise<void> {
    const { running, next } = this.#checkpoints.get(file) ?? { running: null, next: null };
    if (next !== null) return next;
    const write = async (): Promise<void> => {
      const writing = this.#writeCheckpoint(file, offsetOf);
      this.#checkpoints.set(file, { running: writing, next: null });
      await writing;
      if (this.#checkpoints.get(file)?.next === null) this.#checkpoints.delete(file);
    };
    if (running === null) return write();
    const following = running.then(write);
    this.#checkpoints.set(file, { running, next: following });
    return following;
  }

  /** A failure of the file takes the directory offline. */
  async #writeCheckpoint(file: string, offsetOf: (log: Log) => number | null): Promise<void> {
    if (this.error !== null) return;
    const offsets: PartitionOffset[] = [];
    for (const log of this.logs.values()) {
      const offset = offsetOf(log);
      if (offset !== null) offsets.push({ topic: log.topic, partition: log.partition, offset });
    }
    try {
      await this.#environment.files.replaceAsync(`${this.path}/${file}`, formatOffsetCheckpoint(offsets));
    } catch (error) {
      this.fail(asStorageError(error, `${this.path}/${file}`));
    }
  }

  /** When the start fails because of something else: unlocked, and the marker back where it was as long as nothing was loaded. */
  letGo(): void {
    try {
      if (this.wasClosed && this.logs.size === 0) writeCleanShutdown(this.#environment.files, this.path, this.previousBrokerEpoch);
    } catch (error) {
      // Without the marker the next start recovers. What is no failure of a file goes on.
      asStorageError(error, this.path);
    } finally {
      for (const log of this.logs.values()) log.abandon();
      this.#lock.release();
    }
  }

  /** Everything durable, the marker last; the lock is free afterwards. A failed directory is only unlocked. */
  async shutdown(brokerEpoch: number, isOrderly: boolean): Promise<void> {
    const logs = [...this.logs.values()];
    try {
      for (let index = 0; index < logs.length && this.error === null; index += closedAtOnce) {
        await Promise.all(logs.slice(index, index + closedAtOnce).map((log) => log.close()));
      }
      await this.checkpointRecoveryPoints();
      await this.checkpointHighWatermarks();
      await this.checkpointLogStartOffsets();
      if (this.error === null && isOrderly) writeCleanShutdown(this.#environment.files, this.path, brokerEpoch);
    } catch (error) {
      this.fail(asStorageError(error, this.path));
    } finally {
      for (const log of logs) log.abandon();
      this.#lock.release();
    }
  }
}

function loadAtOnce(environment: LogEnvironment, options: OpenLogOptions): Log {
  const steps = loadSteps(environment, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
