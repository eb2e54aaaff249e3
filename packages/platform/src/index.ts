/** The outside world as small interfaces, and its real implementation on Node. In memory: './memory'; simulated: './simulated'. */
export type { Clock } from './clock.js';
export type { Compute } from './compute.js';
export { registerTask } from './compute.js';
export { FileError } from './file-error.js';
export type { File, FileLock, Files, FileStat, OpenMode } from './files.js';
export type { LogFields, Logger, LogLevel } from './logger.js';
export type { Counter, Histogram, Meter, Metrics, MetricSample } from './metrics.js';
export { metricsRegistry } from './metrics-registry.js';
export type { Connection, ConnectionHandler, ConnectOptions, Listener, ListenOptions, Network } from './network.js';
export { writeHighWaterBytes } from './network.js';
export { NetworkError } from './network-error.js';
export type { Platform } from './platform.js';
export type { Random } from './random.js';
export type { Timer, Timers } from './timers.js';
