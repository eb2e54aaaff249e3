/** What the tools ask of a cluster. The admin client answers it (connect-admin.ts), and in tests an object. */

export interface TopicPartition {
  topic: string;
  partition: number;
}

export interface ClusterNode {
  id: number;
  host: string;
  port: number;
  rack: string | null;
  isFenced: boolean;
}

export interface NewTopic {
  name: string;
  /** Default: the broker's. */
  partitions?: number;
  replicationFactor?: number;
  /** Brokers by partition, in place of the two counts. */
  assignments?: readonly (readonly number[])[];
  configs: Readonly<Record<string, string>>;
}

export interface TopicListing {
  name: string;
  topicId: string;
  isInternal: boolean;
}

export interface PartitionDescription {
  partition: number;
  /** Null when there is none. */
  leader: number | null;
  replicas: readonly number[];
  isr: readonly number[];
  /** Null when the broker does not tell. */
  elr: readonly number[] | null;
  lastKnownElr: readonly number[] | null;
}

export interface TopicDescription extends TopicListing {
  partitions: readonly PartitionDescription[];
}

export type ConfigResourceType = 'topic' | 'broker' | 'group' | 'client-metrics' | 'broker-logger';

export interface ConfigResource {
  type: ConfigResourceType;
  /** Empty for the defaults of all brokers. */
  name: string;
}

export interface ConfigEntry {
  name: string;
  value: string | null;
  /** `DYNAMIC_TOPIC_CONFIG`, `DEFAULT_CONFIG`, … */
  source: string;
  isSensitive: boolean;
  synonyms: readonly { name: string; value: string | null; source: string }[];
}

export interface ConfigChange {
  name: string;
  /** Null deletes. */
  value: string | null;
}

export type QuotaEntityType = 'user' | 'client-id' | 'ip';

/** Null stands for the default of the type. */
export type QuotaEntity = Readonly<Partial<Record<QuotaEntityType, string | null>>>;

export type ScramMechanism = 'SCRAM-SHA-256' | 'SCRAM-SHA-512';

export interface CredentialChange {
  user: string;
  mechanism: ScramMechanism;
  /** Without one it is removed. */
  password?: string;
  iterations?: number;
}

export interface GroupListing {
  groupId: string;
  /** `Stable`, `Empty`, … */
  state: string;
  /** `Classic`, `Consumer`, … */
  type: string;
  /** `consumer` for groups of consumers. */
  protocolType: string;
}

export interface GroupMember {
  memberId: string;
  groupInstanceId: string | null;
  clientId: string;
  host: string;
  assignment: readonly TopicPartition[];
  /** Null in a classic group, as all that follows of epochs and targets. */
  epoch: number | null;
  targetAssignment: readonly TopicPartition[] | null;
}

export interface GroupDescription {
  groupId: string;
  state: string;
  /** The assignor. */
  protocol: string;
  coordinator: { id: number; host: string; port: number };
  epoch: number | null;
  targetAssignmentEpoch: number | null;
  members: readonly GroupMember[];
}

export interface CommittedOffset extends TopicPartition {
  offset: number;
  leaderEpoch: number | null;
}

/** A name of `OffsetSpec`, or milliseconds since the epoch. */
export type OffsetQuestion = 'latest' | 'earliest' | 'max-timestamp' | 'earliest-local' | 'latest-tiered' | 'earliest-pending-upload' | number;

export interface OffsetAnswer extends TopicPartition {
  /** -1 when there is none. */
  offset: number;
  /** Why there is no answer. */
  error: Error | null;
}

export interface ApiVersionRange {
  apiKey: number;
  minVersion: number;
  maxVersion: number;
}

export interface PartitionResult extends TopicPartition {
  error: Error | null;
}

export interface AdminPort {
  createTopic(topic: NewTopic): Promise<void>;
  listTopics(): Promise<TopicListing[]>;
  describeTopics(names: readonly string[]): Promise<TopicDescription[]>;
  deleteTopics(names: readonly string[]): Promise<void>;
  createPartitions(topic: string, totalCount: number, assignments: readonly (readonly number[])[] | null): Promise<void>;
  describeCluster(): Promise<{ clusterId: string; controllerId: number; nodes: ClusterNode[] }>;
  describeConfigs(resource: ConfigResource): Promise<ConfigEntry[]>;
  /** Names of the resources of a type that have settings. */
  configResourceNames(type: ConfigResourceType): Promise<string[]>;
  alterConfigs(resource: ConfigResource, changes: readonly ConfigChange[]): Promise<void>;
  /** Of entities that have exactly these parts; a part without a name is any. */
  describeQuotas(parts: readonly { type: QuotaEntityType; name?: string | null }[]): Promise<{ entity: QuotaEntity; quotas: ReadonlyMap<string, number> }[]>;
  /** Null removes. */
  alterQuotas(entity: QuotaEntity, quotas: Readonly<Record<string, number | null>>): Promise<void>;
  /** Null for all users; one without credentials is left out. */
  describeCredentials(users: readonly string[] | null): Promise<{ user: string; credentials: readonly { mechanism: string; iterations: number }[] }[]>;
  alterCredentials(changes: readonly CredentialChange[]): Promise<void>;
  listGroups(filter: { states?: readonly string[]; types?: readonly string[] }): Promise<GroupListing[]>;
  /** A group that does not exist is described as `Dead`. */
  describeGroups(groupIds: readonly string[]): Promise<GroupDescription[]>;
  deleteGroup(groupId: string): Promise<void>;
  committedOffsets(groupId: string): Promise<CommittedOffset[]>;
  commitOffsets(groupId: string, offsets: readonly (TopicPartition & { offset: number })[]): Promise<void>;
  deleteOffsets(groupId: string, partitions: readonly TopicPartition[]): Promise<PartitionResult[]>;
  listOffsets(partitions: readonly TopicPartition[], question: OffsetQuestion): Promise<OffsetAnswer[]>;
  apiVersions(nodeId: number): Promise<ApiVersionRange[]>;
  close(): Promise<void>;
}

/** Opens an admin client with the settings of Kafka's properties. */
export type ConnectAdmin = (properties: Readonly<Record<string, string>>) => AdminPort;
