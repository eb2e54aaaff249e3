/** A broker inside this process: for tests, for tools, for a first look. */
import { type BrokerConfig, type ConfigProblem, loadBrokerConfig, problemText } from '@millrace/config';
import { type LogLevel, nodePlatform, type Platform } from '@millrace/platform';
import { memoryFiles } from '@millrace/platform/memory';
import { format, unformattedDirectories } from './format.js';
import { logOptions } from './log-options.js';
import type { RecordValidator } from './record-validation/record-validator.js';
import { StartError } from './start-error.js';
import { type RunningNode, startNode } from './start-node.js';

export interface StartBrokerOptions {
  /** Where the data lies; made and formatted if it is new. Without it and without `log.dirs`: in memory, gone when the broker stops. */
  directory?: string;
  /** Default 127.0.0.1. */
  host?: string;
  /** Default 0: a free one, see `port` of what is returned. */
  port?: number;
  /** Any setting of the broker by its Kafka name, over those above. */
  properties?: Readonly<Record<string, string>>;
  /** `key=value` each, over `properties`. */
  overrides?: readonly string[];
  /** Default `warn`; `millrace.log.level` and `millrace.log.json` among the properties say more. */
  logLevel?: LogLevel;
  /** The outside world; default is the real one. */
  platform?: Platform;
  /** What holds records against their schemas, for topics that ask for it. */
  recordValidator?: RecordValidator;
}

export interface RunningBroker {
  readonly host: string;
  readonly port: number;
  /** `host:port`, for the clients' `bootstrap.servers`. */
  readonly bootstrapServers: string;
  readonly clusterId: string;
  readonly nodeId: number;
  /** Where its data lies; empty when that is memory. */
  readonly directories: readonly string[];
  readonly running: RunningNode;
  /** Stops without leaving a handle; a second call waits for the first. */
  stop(): Promise<void>;
}

const MEMORY_DIRECTORY = '/memory/data';

/**
 * Starts a combined broker and controller and resolves when it serves.
 * @throws StartError with one sentence that names the setting, port or directory
 */
export async function startBroker(options: StartBrokerOptions = {}): Promise<RunningBroker> {
  const loaded = loadBrokerConfig({ defaults: embeddedDefaults(options), properties: options.properties ?? {}, overrides: options.overrides ?? [] });
  if (loaded.errors.length > 0) throw new StartError(problemsText(loaded.errors));
  const { config } = loaded;
  const isInMemory = config.logDirs.every((path) => path === MEMORY_DIRECTORY);
  const platform = options.platform ?? embeddedPlatform(config, isInMemory);
  for (const warning of loaded.warnings) platform.logger.warn(warning);
  formatIfNew(platform, config);
  const running = await startNode(platform, config, {
    preloadHandlers: isInMemory ? false : 'soon',
    ...(options.recordValidator !== undefined && { recordValidator: options.recordValidator }),
  });
  const [listener] = running.listeners;
  if (listener === undefined) throw new StartError('advertised.listeners is empty');
  return {
    host: listener.host,
    port: listener.port,
    bootstrapServers: `${listener.host}:${listener.port}`,
    clusterId: running.clusterId,
    nodeId: running.nodeId,
    directories: isInMemory ? [] : config.logDirs,
    running,
    stop: () => running.stop(),
  };
}

/** Settings of a single node that needs no file: everything with factor 1, nothing to wait for before a first rebalance. */
export function embeddedDefaults({ directory, host = '127.0.0.1', port = 0, logLevel = 'warn' }: StartBrokerOptions): Record<string, string> {
  return {
    'process.roles': 'broker,controller',
    'node.id': '1',
    listeners: `PLAINTEXT://${host}:${port},CONTROLLER://127.0.0.1:0`,
    'controller.listener.names': 'CONTROLLER',
    'controller.quorum.bootstrap.servers': '127.0.0.1:9093',
    'log.dirs': directory ?? MEMORY_DIRECTORY,
    'offsets.topic.replication.factor': '1',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
    'group.initial.rebalance.delay.ms': '0',
    'millrace.log.level': logLevel,
  };
}

/** Formats the directories of a node for itself, all of them or none. */
export function formatIfNew(platform: Platform, config: BrokerConfig): void {
  const fresh = unformattedDirectories(platform, config);
  if (fresh.length === 0) return;
  const voters = config.voters.length > 0 ? 'none' : 'standalone';
  format(platform, config, { clusterId: platform.random.uuid(), initialVoters: voters });
}

export function problemsText(problems: readonly ConfigProblem[]): string {
  return problems.map((problem) => problemText(problem)).join('\n');
}

function embeddedPlatform(config: BrokerConfig, isInMemory: boolean): Platform {
  const platform = nodePlatform({ log: logOptions(config) });
  return isInMemory ? { ...platform, files: memoryFiles() } : platform;
}
