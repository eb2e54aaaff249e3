/** A partition's log on disk, in Kafka's own format; and all the logs of a broker. */
export { metadataTopic } from './directory/directory-names.js';
export { makeDurableDirectory } from './directory/durable-directory.js';
export type { LogDirectory } from './directory/log-directory.js';
export {
  defaultLogManagerSettings,
  LogManager,
  type DirectoryDescription,
  type LogManagerOptions,
  type LogManagerSettings,
  type NewLog,
} from './directory/log-manager.js';
export { formatDirectory, readMetaProperties, writeMetaProperties, type MetaProperties } from './directory/meta-properties.js';
export { readTopicId, writeTopicId } from './directory/partition-metadata.js';
export type { AppendOptions, AppendResult, RecordError } from './log/append-result.js';
export type { EpochEntry } from './log/leader-epochs.js';
export { Log } from './log/log.js';
export type { ActiveProducer } from './producer-state/active-producers.js';
export { defaultLogConfig, type LogConfig } from './log/log-config.js';
export type { LogEnvironment } from './log/log-environment.js';
export type { LogRead, ReadOptions } from './log/log-reader.js';
export { LogSlice } from './log/log-slice.js';
export type { TimestampOffset } from './log/timestamp-lookup.js';
export { openLog, type OpenLogOptions } from './recovery/load-log.js';
export { StorageError, type StorageErrorKind } from './storage-error.js';
