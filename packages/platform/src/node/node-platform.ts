/** The real world: this machine through Node. */
import { metricsRegistry } from '../metrics-registry.js';
import type { Platform } from '../platform.js';
import { nodeClock } from './node-clock.js';
import { nodeCompute } from './node-compute.js';
import { nodeFiles } from './node-files.js';
import { nodeLogger, type NodeLoggerOptions } from './node-logger.js';
import { nodeNetwork } from './node-network.js';
import { nodeRandom } from './node-random.js';
import { nodeTimers } from './node-timers.js';

export interface NodePlatformOptions {
  log?: NodeLoggerOptions;
}

/** Each port can be replaced: `{ ...nodePlatform(), files: memoryFiles() }`. */
export function nodePlatform(options: NodePlatformOptions = {}): Platform {
  const clock = nodeClock();
  const timers = nodeTimers();
  return {
    clock,
    timers,
    random: nodeRandom(),
    files: nodeFiles(),
    network: nodeNetwork(timers),
    compute: nodeCompute(),
    logger: nodeLogger(clock, options.log),
    metrics: metricsRegistry(clock),
  };
}
