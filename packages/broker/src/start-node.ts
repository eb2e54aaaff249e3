/** Puts a node together from its parts, in the order in which they need each other, and takes it apart again. */
import { type BrokerConfig, topicConfig } from '@millrace/config';
import { supportedFeatures } from '@millrace/metadata';
import type { Platform } from '@millrace/platform';
import { ensureCodec, ZERO_UUID } from '@millrace/protocol';
import { staticVoters } from '@millrace/raft';
import { LogManager, readMetaProperties } from '@millrace/storage';
import { type AdvertisedListener, BrokerLifecycle } from './broker-lifecycle.js';
import type { BrokerNode } from './broker-node.js';
import { configKnowledge } from './dynamic-config/config-knowledge.js';
import { DynamicConfig } from './dynamic-config/dynamic-config.js';
import { logConfig } from './dynamic-config/log-config.js';
import { FetchSessionCache } from './fetch-sessions/fetch-session-cache.js';
import { formattedClusterId } from './format.js';
import { CLUSTER_METADATA_TOPIC } from './internal-topics.js';
import { ControllerMachine } from './machines/controller-machine.js';
import { GroupMachines } from './machines/group-machines.js';
import { openMetadataLog } from './machines/metadata-log.js';
import { MetadataStore } from './machines/metadata-store.js';
import { ProducerIds } from './machines/producer-ids.js';
import { MetadataPublisher } from './metadata-publisher.js';
import { registerNodeGauges } from './metrics/node-gauges.js';
import { RequestMetrics } from './metrics/request-metrics.js';
import { TrafficMetrics } from './metrics/traffic-metrics.js';
import { NodeHealth } from './node-health.js';
import { NodeListeners } from './node-listeners.js';
import { nodeSettings } from './node-settings.js';
import type { RecordValidator } from './record-validation/record-validator.js';
import { Partitions } from './replication/partitions.js';
import { StartError } from './start-error.js';

const ZSTD = 4;
const NO_EPOCH = -1;

export interface RunningNode {
  readonly nodeId: number;
  readonly clusterId: string;
  /** Where clients find it, with real ports. */
  readonly listeners: readonly AdvertisedListener[];
  /** For tests and tools that look inside. */
  readonly node: BrokerNode;
  /** Resolves, with the reason, when the node has stopped by itself: all its log directories failed, or that of the metadata log. */
  readonly failed: Promise<Error>;
  /** Ends connections, flushes, writes the clean-shutdown marker, lets go of the directories. */
  stop(): Promise<void>;
}

export interface StartNodeOptions {
  /**
   * Loads every handler before the first request, as the simulation needs; or soon after the start, so that a broker
   * does not look for its files when they were replaced under it.
   */
  preloadHandlers?: boolean | 'soon';
  /** What holds records against their schemas, for topics that ask for it. */
  recordValidator?: RecordValidator;
}

/** @throws StartError, StorageError, NetworkError */
export async function startNode(platform: Platform, config: BrokerConfig, options: StartNodeOptions = {}): Promise<RunningNode> {
  if (!config.isBroker || !config.isController) {
    throw new StartError('process.roles must be broker,controller: separate roles and clusters of several nodes are not served yet');
  }
  if (config.voters.length > 1) throw new StartError('controller.quorum.voters names several voters: clusters of several nodes are not served yet');
  const clusterId = formattedClusterId(platform, config);
  if (clusterId === null) throw new StartError(unformattedMessage(config));
  await ensureCodec(ZSTD);
  const starting = new NodeAssembly(platform, config, clusterId);
  try {
    return await starting.start(options);
  } catch (error) {
    await starting.abandon();
    throw error;
  }
}

function unformattedMessage(config: BrokerConfig): string {
  return (
    `No readable meta.properties in ${config.metadataLogDir}: the directory is not formatted. Format it with ` +
    `'kafka-storage.sh format --standalone -t CLUSTER_ID -c server.properties', where CLUSTER_ID is what 'kafka-storage.sh random-uuid' gives.`
  );
}

class NodeAssembly {
  readonly #platform: Platform;
  readonly #config: BrokerConfig;
  readonly #clusterId: string;
  #logs: LogManager | null = null;
  #groups: GroupMachines | null = null;
  #controller: ControllerMachine | null = null;
  #listeners: NodeListeners | null = null;
  #publisher: MetadataPublisher | null = null;
  readonly #health: NodeHealth;

  constructor(platform: Platform, config: BrokerConfig, clusterId: string) {
    this.#platform = platform;
    this.#config = config;
    this.#clusterId = clusterId;
    this.#health = new NodeHealth(platform.logger, config.metadataLogDir);
  }

  /** @throws also when the node has to give up meanwhile: what waits for its metadata log would wait for ever. */
  start(options: StartNodeOptions): Promise<RunningNode> {
    const failed = this.#health.failed.then((reason) => {
      throw new StartError(reason.message);
    });
    return Promise.race([this.#start(options), failed]);
  }

  async #start(options: StartNodeOptions): Promise<RunningNode> {
    const { node, publisher } = await this.#parts(options.recordValidator ?? null);
    const lifecycle = new BrokerLifecycle(this.#platform, this.#config, node.controller, this.#clusterId);
    node.setBrokerEpoch(() => lifecycle.epoch);
    const listeners = (this.#listeners = new NodeListeners(this.#platform, this.#config, node.view));
    await listeners.open();
    if (options.preloadHandlers === true) await listeners.preload();
    await node.controller.start();
    await publisher.settled();
    publisher.setStraysAside(node.controller.image);
    const { logs } = node.view;
    const directoryIds = logs.directories.flatMap((directory) => directory.directoryId ?? []);
    const previousEpoch = logs.cleanShutdownBrokerEpoch ?? NO_EPOCH;
    await lifecycle.start(listeners.advertised(), listeners.advertisedControllers(), directoryIds, previousEpoch);
    listeners.begin();
    if (options.preloadHandlers === 'soon') this.#preloadSoon(listeners);
    let stopping: Promise<void> | null = null;
    const stop = () => (stopping ??= this.#stop(lifecycle));
    return {
      nodeId: this.#config.nodeId,
      clusterId: this.#clusterId,
      listeners: listeners.advertised(),
      node: node.view,
      failed: this.#health.failed.then(async (reason) => {
        await stop();
        return reason;
      }),
      stop,
    };
  }

  #preloadSoon(listeners: NodeListeners): void {
    listeners.preload().catch((error: unknown) => {
      this.#platform.logger.warn('handlers could not be loaded', { error: String(error) });
    });
  }

  /** After a start that failed: lets go of what was taken. */
  async abandon(): Promise<void> {
    await this.#listeners?.close();
    this.#groups?.close();
    await this.#publisher?.stop();
    // The marker of an orderly stop speaks for the metadata log too, which may not even have been recovered.
    const isOrderly = this.#controller !== null && (await this.#controller.stop().then(() => true, () => false));
    await this.#logs?.shutdown(this.#logs.cleanShutdownBrokerEpoch ?? NO_EPOCH, isOrderly);
  }

  async #stop(lifecycle: BrokerLifecycle): Promise<void> {
    await lifecycle.stop();
    await this.#listeners!.close();
    this.#groups!.close();
    await this.#publisher!.stop();
    // A directory that failed is marked as such by then, so that it is not taken for closed in order.
    await this.#controller!.stop().catch((error: unknown) => this.#platform.logger.error('the metadata log could not be closed', { error: String(error) }));
    await this.#logs!.shutdown(lifecycle.epoch);
  }

  async #parts(recordValidator: RecordValidator | null) {
    const platform = this.#platform;
    const config = this.#config;
    const dynamicConfig = new DynamicConfig(config, platform.logger);
    const logs = (this.#logs = await LogManager.open({
      platform,
      directories: config.logDirs,
      nodeId: config.nodeId,
      clusterId: this.#clusterId,
      configOf: () => logConfig(topicConfig({}, config), config),
      settings: {
        retentionCheckIntervalMs: config.long('log.retention.check.interval.ms'),
        flushCheckIntervalMs: config.long('log.flush.scheduler.interval.ms'),
        recoveryPointCheckpointIntervalMs: config.int('log.flush.offset.checkpoint.interval.ms'),
        highWatermarkCheckpointIntervalMs: config.long('replica.high.watermark.checkpoint.interval.ms'),
        logStartOffsetCheckpointIntervalMs: config.int('log.flush.start.offset.checkpoint.interval.ms'),
        producerExpirationCheckIntervalMs: config.int('producer.id.expiration.check.interval.ms'),
        fileDeleteDelayMs: config.long('log.segment.delete.delay.ms'),
      },
    }));
    this.#health.watch(logs);
    const settings = nodeSettings(config);
    const partitions = new Partitions();
    const groups = (this.#groups = new GroupMachines(platform, {
      config: settings.group,
      commitTimeoutMs: config.int('offsets.commit.timeout.ms'),
      codec: config.int('offsets.topic.compression.codec'),
      expiryIntervalMs: settings.offsetsRetentionCheckIntervalMs,
      partitionsWhenNew: settings.offsetsTopic.partitions,
    }));
    const publisher = (this.#publisher = new MetadataPublisher(config.nodeId, logs, partitions, groups, dynamicConfig, platform));
    const controller = (this.#controller = await this.#openController(logs, dynamicConfig, publisher));
    let brokerEpoch = () => -1;
    const view: BrokerNode = {
      platform,
      nodeId: config.nodeId,
      clusterId: this.#clusterId,
      settings,
      get image() {
        return controller.image;
      },
      logs,
      partitions,
      controller,
      groups,
      producerIds: new ProducerIds(controller, config.nodeId, () => brokerEpoch()),
      fetchSessions: new FetchSessionCache(config.int('max.incremental.fetch.session.cache.slots'), platform.random),
      dynamicConfig,
      recordValidator,
      trafficMetrics: new TrafficMetrics(platform.metrics),
      requestMetrics: new RequestMetrics(platform.metrics, platform.clock),
      topicName: (topicId) => controller.image.topicById(topicId)?.name,
    };
    registerNodeGauges(platform.metrics, view);
    const setBrokerEpoch = (epoch: () => number) => {
      brokerEpoch = epoch;
    };
    return { node: { view, controller, setBrokerEpoch }, publisher };
  }

  async #openController(logs: LogManager, dynamicConfig: DynamicConfig, publisher: MetadataPublisher): Promise<ControllerMachine> {
    const platform = this.#platform;
    const config = this.#config;
    const directory = logs.directories.find((candidate) => candidate.path === config.metadataLogDir);
    const metadataLog = await openMetadataLog(platform, config, directory?.wasClosed ?? false);
    metadataLog.onFailed = (_log, error) => void directory?.fail(error);
    const store = new MetadataStore(platform.files, config.metadataLogDir, `${config.metadataLogDir}/${CLUSTER_METADATA_TOPIC}-0`);
    const [controllerListener = 'CONTROLLER'] = config.controllerListenerNames;
    return new ControllerMachine(platform, metadataLog, store, {
      nodeId: config.nodeId,
      clusterId: this.#clusterId,
      directoryId: readMetaProperties(platform.files, config.metadataLogDir)?.directoryId ?? ZERO_UUID,
      staticVoters: staticVoters(
        config.voters.map(({ id, host, port }) => ({ id, endpoints: [{ name: controllerListener, host, port }] })),
      ),
      timeouts: {
        electionTimeoutMs: config.int('controller.quorum.election.timeout.ms'),
        fetchTimeoutMs: config.int('controller.quorum.fetch.timeout.ms'),
        electionBackoffMaxMs: config.int('controller.quorum.election.backoff.max.ms'),
        requestTimeoutMs: config.int('controller.quorum.request.timeout.ms'),
        retryBackoffMs: config.int('controller.quorum.retry.backoff.ms'),
        fetchMaxWaitMs: 500,
      },
      controller: {
        nodeId: config.nodeId,
        clusterId: this.#clusterId,
        defaultReplicationFactor: config.int('default.replication.factor'),
        defaultNumPartitions: config.int('num.partitions'),
        sessionTimeoutMs: config.int('broker.session.timeout.ms'),
        configs: configKnowledge(() => dynamicConfig.broker),
        features: supportedFeatures,
      },
      snapshotBytes: config.long('metadata.log.max.record.bytes.between.snapshots'),
      snapshotIntervalMs: config.long('metadata.log.max.snapshot.interval.ms'),
      publish: (update) => publisher.publish(update),
    });
  }
}
