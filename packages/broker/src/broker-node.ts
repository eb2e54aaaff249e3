/** What a handler sees of the node that it works in. */
import type { Platform } from '@millrace/platform';
import type { MetadataImage } from '@millrace/metadata';
import type { LogManager } from '@millrace/storage';
import type { DynamicConfig } from './dynamic-config/dynamic-config.js';
import type { FetchSessionCache } from './fetch-sessions/fetch-session-cache.js';
import type { ControllerMachine } from './machines/controller-machine.js';
import type { GroupMachines } from './machines/group-machines.js';
import type { ProducerIds } from './machines/producer-ids.js';
import type { RequestMetrics } from './metrics/request-metrics.js';
import type { TrafficMetrics } from './metrics/traffic-metrics.js';
import type { NodeSettings } from './node-settings.js';
import type { RecordValidator } from './record-validation/record-validator.js';
import type { Partitions } from './replication/partitions.js';


export interface BrokerNode {
  readonly platform: Platform;
  readonly nodeId: number;
  readonly clusterId: string;
  readonly settings: NodeSettings;
  /** The last committed image of the cluster. */
  readonly image: MetadataImage;
  readonly logs: LogManager;
  readonly partitions: Partitions;
  readonly controller: ControllerMachine;
  readonly groups: GroupMachines;
  readonly producerIds: ProducerIds;
  readonly fetchSessions: FetchSessionCache;
  readonly dynamicConfig: DynamicConfig;
  /** Null: no schema registry, and topics that ask for validation are not written to. */
  readonly recordValidator: RecordValidator | null;
  readonly trafficMetrics: TrafficMetrics;
  readonly requestMetrics: RequestMetrics;
  /** The name of a topic by its id, undefined when there is none. */
  topicName(topicId: string): string | undefined;
}
