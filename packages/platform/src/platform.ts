/** The outside world of one node, put together port by port: `{ ...nodePlatform(), files: memoryFiles() }`. */
import type { Clock } from './clock.js';
import type { Compute } from './compute.js';
import type { Files } from './files.js';
import type { Logger } from './logger.js';
import type { Metrics } from './metrics.js';
import type { Network } from './network.js';
import type { Random } from './random.js';
import type { Timers } from './timers.js';

export interface Platform {
  clock: Clock;
  timers: Timers;
  random: Random;
  files: Files;
  network: Network;
  compute: Compute;
  logger: Logger;
  metrics: Metrics;
}
