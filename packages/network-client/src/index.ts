/** Connections to brokers, a pool of them, and the view of a cluster. */
export { addressText, parseBootstrapServers, type BrokerAddress, type BrokerNode } from './address.js';
export { api, type Api } from './api.js';
export { Backoff } from './backoff.js';
export { BrokerConnection, type ConnectionSettings, type SendOptions, type Versioned } from './broker-connection.js';
export { checkedNumber, clientSettings, type ClientOptions, type ClientSettings } from './client-options.js';
export { ClusterMetadata, type MetadataQuestion } from './cluster-metadata.js';
export { ClusterView, zeroTopicId, type PartitionView, type TopicView } from './cluster-view.js';
export { ConnectionPool, type PoolSettings } from './connection-pool.js';
export { Coordinators, type CoordinatorKeyType } from './coordinators.js';
export { isRetriableFailure } from './failure.js';
export { FrameReader, type OnFrame } from './frame-reader.js';
export { listOffsets, offsetTimestamps, type ListOffsetsOptions, type OffsetAnswer, type OffsetQuestion } from './list-offsets.js';
export { NetworkClient, type ChannelOptions } from './network-client.js';
export { openConnection } from './open-connection.js';
export { pause } from './pause.js';
export { requestFrame } from './request-frame.js';
export { SupportedVersions, type VersionRange } from './supported-versions.js';
export { byTopic, partitionKey, partitionText, type TopicPartition } from './topic-partition.js';
