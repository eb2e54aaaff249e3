/** An admin client: topics, settings, groups, offsets, the cluster. One call, one file; results have an `error` per item, null where it went well. */
import { checkedNumber, clientSettings, NetworkClient, type ClientOptions, type CommittedOffset, type ControllerOptions, type OffsetAnswer, type OffsetToCommit, type TopicPartition, type VersionRange } from '@millrace/network-client';
import type { ItemResult, AdminContext } from './admin-context.js';
import { alterConfigs, type ConfigChanges } from './alter-configs.js';
import { apiVersions } from './api-versions.js';
import type { ConfigResource, ConfigResourceType } from './config-resource.js';
import { listConsumerGroupOffsets, alterConsumerGroupOffsets, deleteConsumerGroupOffsets } from './consumer-group-offsets.js';
import { alterClientQuotas, describeClientQuotas, type EntityQuotas, type QuotaChanges, type QuotaEntity, type QuotaFilter } from './client-quotas.js';
import { createPartitions, type NewPartitions } from './create-partitions.js';
import { createTopics, type NewTopic, type CreatedTopic } from './create-topics.js';
import { deleteConsumerGroups } from './delete-consumer-groups.js';
import { deleteRecords, type RecordsToDelete, type DeletedRecords } from './delete-records.js';
import { deleteTopics, type DeletedTopic } from './delete-topics.js';
import { describeCluster, type ClusterDescription } from './describe-cluster.js';
import { describeConfigs, type ConfigQuestion, type ConfigDescription } from './describe-configs.js';
import { describeConsumerGroups, type GroupDescription } from './describe-consumer-groups.js';
import { describeLogDirs, type LogDirDescription } from './describe-log-dirs.js';
import { describeMetadataQuorum, type QuorumDescription } from './describe-metadata-quorum.js';
import { describeProducers, type PartitionProducers } from './describe-producers.js';
import { describeTopics, type TopicDescription } from './describe-topics.js';
import { describeFeatures, updateFeatures, type FeatureMetadata, type FeatureUpdate } from './features.js';
import { listConfigResources } from './list-config-resources.js';
import { listConsumerGroups, type GroupListing } from './list-consumer-groups.js';
import { listOffsets, type OffsetSpec } from './list-offsets.js';
import { listTopics, type TopicListing } from './list-topics.js';
import { removeMembersFromConsumerGroup, type MemberToRemove, type RemovedMember } from './remove-members.js';
import { alterUserScramCredentials, describeUserScramCredentials, type ScramChange, type UserScramCredentials } from './scram-credentials.js';

export interface AdminOptions extends ClientOptions, ControllerOptions {
  /** How long a call tries. Default 60000. */
  defaultApiTimeoutMs?: number;
}

/** Requests to one broker that may be under way at once. */
const maxInFlightRequests = 20;

export class Admin {
  readonly #context: AdminContext;

  /** Connects on first use. @throws TypeError or RangeError naming the option that is wrong. */
  constructor(options: AdminOptions) {
    const client = new NetworkClient(clientSettings(options, 'millrace-admin'), maxInFlightRequests);
    client.metadata.allowAutoTopicCreation = false;
    this.#context = { client, timeoutMs: checkedNumber('defaultApiTimeoutMs', options.defaultApiTimeoutMs ?? 60_000, 1) };
  }

  /** Makes topics. Resolves when the controller has made them; brokers learn of them a moment later. */
  async createTopics(topics: readonly NewTopic[], options?: { validateOnly?: boolean }): Promise<CreatedTopic[]> {
    return createTopics(this.#context, listed('createTopics: topics', topics), options);
  }

  /** Deletes topics by name or `{ topicId }`. */
  async deleteTopics(topics: readonly (string | { readonly topicId: string })[]): Promise<DeletedTopic[]> {
    return deleteTopics(this.#context, listed('deleteTopics: topics', topics));
  }

  /** Names and ids, in order of name. */
  listTopics(options?: { includeInternal?: boolean }): Promise<TopicListing[]> {
    return listTopics(this.#context, options);
  }

  /** Partitions, leaders and replicas; null asks for all topics. */
  describeTopics(topics: readonly string[] | null): Promise<TopicDescription[]> {
    return describeTopics(this.#context, topics);
  }

  /** Adds partitions to topics. */
  async createPartitions(topics: readonly NewPartitions[], options?: { validateOnly?: boolean }): Promise<(ItemResult & { readonly topic: string })[]> {
    return createPartitions(this.#context, listed('createPartitions: topics', topics), options);
  }

  /** Deletes records before an offset. */
  async deleteRecords(records: readonly RecordsToDelete[]): Promise<DeletedRecords[]> {
    return deleteRecords(this.#context, listed('deleteRecords: records', records));
  }

  /** Settings of topics, brokers, groups, …. */
  async describeConfigs(resources: readonly ConfigQuestion[], options?: { includeSynonyms?: boolean; includeDocumentation?: boolean }): Promise<ConfigDescription[]> {
    return describeConfigs(this.#context, listed('describeConfigs: resources', resources), options);
  }

  /** Changes settings and leaves those that are not named as they are (KIP-339). */
  async alterConfigs(resources: readonly ConfigChanges[], options?: { validateOnly?: boolean }): Promise<(ConfigResource & ItemResult)[]> {
    return alterConfigs(this.#context, listed('alterConfigs: resources', resources), options);
  }

  /** What has settings of its own. */
  listConfigResources(types?: readonly ConfigResourceType[]): Promise<ConfigResource[]> {
    return listConfigResources(this.#context, types);
  }

  /** Quotas of users, client ids and addresses. */
  async describeClientQuotas(filters: readonly QuotaFilter[], options?: { strict?: boolean }): Promise<EntityQuotas[]> {
    return describeClientQuotas(this.#context, listed('describeClientQuotas: filters', filters), options);
  }

  /** Sets and removes quotas. */
  async alterClientQuotas(changes: readonly QuotaChanges[], options?: { validateOnly?: boolean }): Promise<({ readonly entity: QuotaEntity } & ItemResult)[]> {
    return alterClientQuotas(this.#context, listed('alterClientQuotas: changes', changes), options);
  }

  /** Mechanisms and iterations of users' credentials; null asks for all users. */
  describeUserScramCredentials(users: readonly string[] | null): Promise<UserScramCredentials[]> {
    return describeUserScramCredentials(this.#context, users);
  }

  /** Sets and removes credentials of users. */
  async alterUserScramCredentials(changes: readonly ScramChange[]): Promise<({ readonly user: string } & ItemResult)[]> {
    return alterUserScramCredentials(this.#context, listed('alterUserScramCredentials: changes', changes));
  }

  /** The cluster's id and brokers. */
  describeCluster(options?: { includeFencedBrokers?: boolean }): Promise<ClusterDescription> {
    return describeCluster(this.#context, options);
  }

  /** All groups, asked of every broker. */
  listConsumerGroups(options?: { states?: readonly string[]; types?: readonly string[] }): Promise<GroupListing[]> {
    return listConsumerGroups(this.#context, options);
  }

  /** State, members and assignments of groups, classic and of KIP-848. */
  async describeConsumerGroups(groupIds: readonly string[]): Promise<GroupDescription[]> {
    return describeConsumerGroups(this.#context, listed('describeConsumerGroups: groupIds', groupIds));
  }

  /** Deletes empty groups. */
  async deleteConsumerGroups(groupIds: readonly string[]): Promise<(ItemResult & { readonly groupId: string })[]> {
    return deleteConsumerGroups(this.#context, listed('deleteConsumerGroups: groupIds', groupIds));
  }

  /** Committed offsets, of these partitions or of all. */
  listConsumerGroupOffsets(groupId: string, partitions?: readonly TopicPartition[] | null): Promise<CommittedOffset[]> {
    return listConsumerGroupOffsets(this.#context, groupId, partitions);
  }

  /** Sets committed offsets of an empty group. */
  async alterConsumerGroupOffsets(groupId: string, offsets: readonly OffsetToCommit[]): Promise<void> {
    return alterConsumerGroupOffsets(this.#context, groupId, listed('alterConsumerGroupOffsets: offsets', offsets));
  }

  /** Forgets committed offsets. */
  async deleteConsumerGroupOffsets(groupId: string, partitions: readonly TopicPartition[]): Promise<(TopicPartition & ItemResult)[]> {
    return deleteConsumerGroupOffsets(this.#context, groupId, listed('deleteConsumerGroupOffsets: partitions', partitions));
  }

  /** Removes members, which the others then take over from. */
  removeMembersFromConsumerGroup(groupId: string, members: readonly MemberToRemove[] | 'all'): Promise<RemovedMember[]> {
    return removeMembersFromConsumerGroup(this.#context, groupId, members);
  }

  /** Offsets at places in logs: earliest, latest, by timestamp, …. */
  async listOffsets(questions: readonly (TopicPartition & { readonly at: OffsetSpec })[], options?: { readCommitted?: boolean }): Promise<OffsetAnswer[]> {
    return listOffsets(this.#context, listed('listOffsets: questions', questions), options);
  }

  /** Directories of brokers and the sizes of replicas in them. */
  describeLogDirs(nodeIds?: readonly number[], partitions?: readonly TopicPartition[]): Promise<LogDirDescription[]> {
    return describeLogDirs(this.#context, nodeIds, partitions);
  }

  /** Who writes to partitions. */
  async describeProducers(partitions: readonly TopicPartition[]): Promise<PartitionProducers[]> {
    return describeProducers(this.#context, listed('describeProducers: partitions', partitions));
  }

  /** Feature levels supported and in force. */
  describeFeatures(nodeId?: number): Promise<FeatureMetadata> {
    return describeFeatures(this.#context, nodeId);
  }

  /** Changes feature levels. */
  async updateFeatures(updates: readonly FeatureUpdate[], options?: { validateOnly?: boolean }): Promise<(ItemResult & { readonly feature: string })[]> {
    return updateFeatures(this.#context, listed('updateFeatures: updates', updates), options);
  }

  /** The controllers' quorum. */
  describeMetadataQuorum(): Promise<QuorumDescription> {
    return describeMetadataQuorum(this.#context);
  }

  /** API versions a broker serves, by key. */
  apiVersions(nodeId: number): Promise<ReadonlyMap<number, VersionRange>> {
    return apiVersions(this.#context, nodeId);
  }

  /** Disconnects; calls under way fail. */
  close(): Promise<void> {
    this.#context.client.close();
    return Promise.resolve();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}

/** What is in the list is judged by the broker, in its own words. @throws TypeError */
function listed<T>(name: string, list: readonly T[]): readonly T[] {
  if (!Array.isArray(list)) throw new TypeError(`${name}: ${String(list)} is not a list`);
  return list;
}
