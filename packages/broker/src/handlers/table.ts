/**
 * Every API that is served: its versions, the listeners, and the file that handles it, loaded on first use.
 * The router and the answer of ApiVersions are both made from this table, so what is not here is not announced.
 */
import type { AnyHandler } from './handler.js';

export type ListenerKind = 'broker' | 'controller';

export interface ApiRow {
  readonly key: number;
  readonly name: string;
  readonly minVersion: number;
  readonly maxVersion: number;
  readonly on: readonly ListenerKind[];
  readonly load: () => Promise<AnyHandler>;
}

const BROKER: readonly ListenerKind[] = ['broker'];
const BOTH: readonly ListenerKind[] = ['broker', 'controller'];

const row = (
  key: number,
  name: string,
  minVersion: number,
  maxVersion: number,
  on: readonly ListenerKind[],
  load: () => Promise<AnyHandler>,
): ApiRow => {
  let loaded: Promise<AnyHandler> | null = null;
  // One import for all nodes of a process: even of a module that is there it takes turns of the loop, which a simulation must not wait for.
  return { key, name, minVersion, maxVersion, on, load: () => (loaded ??= load()) };
};

export const apiTable: readonly ApiRow[] = [
  row(0, 'Produce', 3, 13, BROKER, async () => (await import('./produce.js')).produce),
  row(1, 'Fetch', 4, 18, BROKER, async () => (await import('./fetch.js')).fetch),
  row(2, 'ListOffsets', 1, 11, BROKER, async () => (await import('./list-offsets.js')).listOffsets),
  row(3, 'Metadata', 0, 13, BROKER, async () => (await import('./metadata.js')).metadata),
  row(8, 'OffsetCommit', 2, 10, BROKER, async () => (await import('./offset-commit.js')).offsetCommit),
  row(9, 'OffsetFetch', 1, 10, BROKER, async () => (await import('./offset-fetch.js')).offsetFetch),
  row(10, 'FindCoordinator', 0, 6, BROKER, async () => (await import('./find-coordinator.js')).findCoordinator),
  row(11, 'JoinGroup', 0, 9, BROKER, async () => (await import('./join-group.js')).joinGroup),
  row(12, 'Heartbeat', 0, 4, BROKER, async () => (await import('./heartbeat.js')).heartbeat),
  row(13, 'LeaveGroup', 0, 5, BROKER, async () => (await import('./leave-group.js')).leaveGroup),
  row(14, 'SyncGroup', 0, 5, BROKER, async () => (await import('./sync-group.js')).syncGroup),
  row(15, 'DescribeGroups', 0, 6, BROKER, async () => (await import('./describe-groups.js')).describeGroups),
  row(16, 'ListGroups', 0, 5, BROKER, async () => (await import('./list-groups.js')).listGroups),
  row(18, 'ApiVersions', 0, 5, BOTH, async () => (await import('./api-versions.js')).apiVersions),
  row(19, 'CreateTopics', 2, 7, BOTH, async () => (await import('./create-topics.js')).createTopics),
  row(20, 'DeleteTopics', 1, 6, BOTH, async () => (await import('./delete-topics.js')).deleteTopics),
  row(21, 'DeleteRecords', 0, 2, BROKER, async () => (await import('./delete-records.js')).deleteRecords),
  row(22, 'InitProducerId', 0, 5, BROKER, async () => (await import('./init-producer-id.js')).initProducerId),
  row(23, 'OffsetForLeaderEpoch', 2, 4, BROKER, async () => (await import('./offset-for-leader-epoch.js')).offsetForLeaderEpoch),
  row(32, 'DescribeConfigs', 1, 4, BOTH, async () => (await import('./describe-configs.js')).describeConfigs),
  row(33, 'AlterConfigs', 0, 2, BOTH, async () => (await import('./alter-configs.js')).alterConfigs),
  row(35, 'DescribeLogDirs', 1, 5, BROKER, async () => (await import('./describe-log-dirs.js')).describeLogDirs),
  row(37, 'CreatePartitions', 0, 3, BOTH, async () => (await import('./create-partitions.js')).createPartitions),
  row(42, 'DeleteGroups', 0, 3, BROKER, async () => (await import('./delete-groups.js')).deleteGroups),
  row(44, 'IncrementalAlterConfigs', 0, 1, BOTH, async () => (await import('./incremental-alter-configs.js')).incrementalAlterConfigs),
  row(47, 'OffsetDelete', 0, 0, BROKER, async () => (await import('./offset-delete.js')).offsetDelete),
  row(55, 'DescribeQuorum', 0, 2, BOTH, async () => (await import('./describe-quorum.js')).describeQuorum),
  row(57, 'UpdateFeatures', 0, 2, BOTH, async () => (await import('./update-features.js')).updateFeatures),
  row(60, 'DescribeCluster', 0, 2, BOTH, async () => (await import('./describe-cluster.js')).describeCluster),
  row(61, 'DescribeProducers', 0, 0, BROKER, async () => (await import('./describe-producers.js')).describeProducers),
  row(74, 'ListConfigResources', 0, 1, BROKER, async () => (await import('./list-config-resources.js')).listConfigResources),
  row(75, 'DescribeTopicPartitions', 0, 0, BROKER, async () => (await import('./describe-topic-partitions.js')).describeTopicPartitions),
];

const byKey: ReadonlyMap<number, ApiRow> = new Map(apiTable.map((api) => [api.key, api]));

/** The row of an API, if that kind of listener serves it. */
export function servedApi(key: number, kind: ListenerKind): ApiRow | undefined {
  const api = byKey.get(key);
  return api?.on.includes(kind) === true ? api : undefined;
}
