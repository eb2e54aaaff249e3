/** A controller with a log that takes everything at once: requests are decided, appended, replayed and committed. */
import { ConfigResourceType, metadataRecord, type MetadataRecord, supportedFeatures } from '@millrace/metadata';
import { bootstrapRecords, Controller, type ControllerOptions, type Decision, type DecisionContext } from '../src/index.js';

export const CLUSTER_ID = 'wS7tsekdRz6spVMvYF6uTg';
const EPOCH = 1;

/** Directory ids and incarnations that tell which broker they are of. */
export const directoryOf = (id: number): string => `d${id}`.padEnd(21, 'x') + 'A';
export const incarnationOf = (id: number, run = 1): string => `i${id}r${run}`.padEnd(21, 'x') + 'A';

export function optionsWith(more: Partial<ControllerOptions> = {}): ControllerOptions {
  return {
    nodeId: 1,
    clusterId: CLUSTER_ID,
    defaultReplicationFactor: 1,
    defaultNumPartitions: 1,
    sessionTimeoutMs: 9000,
    kraftVersion: 1,
    features: supportedFeatures,
    configs: {
      validate: (_type, _name, settings) => (settings.get('retention.ms') === 'soon' ? 'Invalid value soon for configuration retention.ms' : null),
      isList: (_type, key) => key === 'cleanup.policy',
      defaultValue: (type, key) => (key === 'min.insync.replicas' ? '1' : key === 'cleanup.policy' && type === ConfigResourceType.TOPIC ? 'delete' : null),
    },
    ...more,
  };
}

export class Cluster {
  readonly controller: Controller;
  readonly log: MetadataRecord[] = [];
  now = 1_000_000;
  #uuids = 0;

  constructor(options: Partial<ControllerOptions> = {}, features: ReadonlyMap<string, number> = new Map()) {
    this.controller = new Controller(optionsWith(options));
    this.apply(this.controller.activate(bootstrapRecords({ features })));
  }

  get context(): DecisionContext {
    return {
      now: this.now,
      nextOffset: this.log.length,
      random: { below: () => 0, uuid: () => `t${++this.#uuids}`.padEnd(21, 'x') + 'A' },
    };
  }

  /** What a driver does with a decision. */
  apply<R>(decision: Decision<R>): Decision<R> {
    if (decision.records.length > 0) this.controller.replay(decision.records, this.log.length, EPOCH);
    this.log.push(...decision.records);
    for (const event of decision.events) this.controller.advance(event, this.now);
    this.controller.commit(this.log.length);
    return decision;
  }

  /** Registers a broker and unfences it. */
  addBroker(id: number, { rack = null as string | null, run = 1, previousBrokerEpoch = -1 } = {}): number {
    const { brokerEpoch = -1 } = this.apply(this.register(id, { rack, run, previousBrokerEpoch })).response;
    this.heartbeat(id);
    return brokerEpoch;
  }

  register(id: number, { rack = null as string | null, run = 1, previousBrokerEpoch = -1 } = {}) {
    return this.controller.registerBroker(
      {
        brokerId: id,
        clusterId: CLUSTER_ID,
        incarnationId: incarnationOf(id, run),
        listeners: [{ name: 'PLAINTEXT', host: 'localhost', port: 9091 + id, securityProtocol: 0 }],
        features: supportedFeatures.map((feature) => ({ ...feature })),
        rack,
        logDirs: [directoryOf(id)],
        previousBrokerEpoch,
      },
      this.context,
    );
  }

  heartbeat(id: number, { wantFence = false, wantShutDown = false, currentMetadataOffset = this.log.length } = {}) {
    const brokerEpoch = this.controller.image.brokers.get(id)?.epoch ?? -1;
    return this.apply(
      this.controller.brokerHeartbeat({ brokerId: id, brokerEpoch, currentMetadataOffset, wantFence, wantShutDown, cordonedLogDirs: [] }, this.context),
    );
  }

  createTopic(name: string, more: { partitions?: number; replicationFactor?: number; assignments?: number[][]; configs?: Record<string, string> } = {}) {
    const { partitions = -1, replicationFactor = -1, assignments = [], configs = {} } = more;
    return this.controller.createTopics(
      {
        topics: [
          {
            name,
            numPartitions: partitions,
            replicationFactor,
            assignments: assignments.map((brokerIds, partitionIndex) => ({ partitionIndex, brokerIds })),
            configs: Object.entries(configs).map(([key, value]) => ({ name: key, value })),
          },
        ],
        timeoutMs: 1000,
        validateOnly: false,
      },
      this.context,
    );
  }

  partition(topic: string, index = 0) {
    return this.controller.image.topicByName(topic)?.partitions[index];
  }
}

export const config = (resourceType: number, resourceName: string, name: string, value: string | null): MetadataRecord =>
  metadataRecord('ConfigRecord', 0, { resourceType, resourceName, name, value });

export const typesOf = (records: readonly MetadataRecord[]): string[] => records.map((record) => record.type);
