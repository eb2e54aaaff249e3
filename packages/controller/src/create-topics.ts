/** CreateTopics: each topic is made or refused by itself; all that are made go into one batch. */
import { ConfigResourceType, metadataRecord, type MetadataRecord, partitionRecord, type PartitionRegistration } from '@millrace/metadata';
import { ErrorCode, ZERO_UUID } from '@millrace/protocol';
import type {
  CreateTopicsRequest,
  CreateTopicsRequestCreatableTopic,
  CreateTopicsResponse,
  CreateTopicsResponseCreatableTopicResult,
} from '@millrace/protocol/messages/create-topics';
import { changeSettings } from './config-changes.js';
import type { ControllerState } from './controller-state.js';
import type { Decision, DecisionContext } from './decision.js';
import { checkAssignment } from './manual-assignment.js';
import { newPartition } from './new-partition.js';
import { placeReplicas } from './replica-placement.js';
import { type Refused, isRefused, refused } from './refused.js';
import { checkTopicName, hasCollisionCharacters, unifyCollisionCharacters } from './topic-name.js';

/** More would not fit into one batch that followers must take whole. */
const MAX_RECORDS = 10_000;

interface NewTopic {
  readonly id: string;
  readonly records: readonly MetadataRecord[];
  readonly partitions: readonly PartitionRegistration[];
}

export function createTopics(state: ControllerState, request: CreateTopicsRequest, context: DecisionContext): Decision<CreateTopicsResponse> {
  const records: MetadataRecord[] = [];
  const results: CreateTopicsResponseCreatableTopicResult[] = [];
  const unifiedNames = existingUnifiedNames(state, request);
  const count = countNames(request);
  for (const topic of request.topics) {
    if (count.get(topic.name) === undefined) continue;
    const duplicate = (count.get(topic.name) ?? 0) > 1;
    // A name given twice is answered once.
    if (duplicate) count.delete(topic.name);
    const made = duplicate
      ? refused(ErrorCode.INVALID_REQUEST, 'Duplicate topic name.')
      : createTopic(state, topic, unifiedNames, MAX_RECORDS - records.length, context);
    if (isRefused(made)) {
      results.push(failure(topic.name, made));
      continue;
    }
    records.push(...made.records);
    results.push(success(topic.name, made));
    if (hasCollisionCharacters(topic.name)) unifiedNames.set(unifyCollisionCharacters(topic.name), topic.name);
  }
  return { records: request.validateOnly === true ? [] : records, events: [], response: { throttleTimeMs: 0, topics: results } };
}

function createTopic(
  state: ControllerState,
  topic: CreateTopicsRequestCreatableTopic,
  unifiedNames: ReadonlyMap<string, string>,
  recordsLeft: number,
  context: DecisionContext,
): NewTopic | Refused {
  const nameProblem = checkTopicName(topic.name);
  if (nameProblem !== null) return refused(ErrorCode.INVALID_TOPIC_EXCEPTION, nameProblem);
  if (state.image.topicByName(topic.name) !== undefined) {
    return refused(ErrorCode.TOPIC_ALREADY_EXISTS, `Topic '${topic.name}' already exists.`);
  }
  const colliding = unifiedNames.get(unifyCollisionCharacters(topic.name));
  if (colliding !== undefined && hasCollisionCharacters(topic.name)) {
    return refused(ErrorCode.INVALID_TOPIC_EXCEPTION, `Topic '${topic.name}' collides with existing topic: ${colliding}`);
  }
  const settings = topicSettings(state, topic);
  if (isRefused(settings)) return settings;
  const replicas = topic.assignments.length > 0 ? assignedReplicas(state, topic) : placedReplicas(state, topic, recordsLeft, context);
  if (isRefused(replicas)) return replicas;
  if (replicas.length + settings.length + 1 > recordsLeft) {
    return refused(ErrorCode.POLICY_VIOLATION, `Unable to perform excessively large batch operation.`);
  }
  return buildTopic(state, topic, settings, replicas, context);
}

function topicSettings(state: ControllerState, topic: CreateTopicsRequestCreatableTopic): readonly MetadataRecord[] | Refused {
  const nulls = topic.configs.filter((config) => config.value === null).map((config) => config.name);
  if (nulls.length > 0) return refused(ErrorCode.INVALID_CONFIG, `Null value not supported for topic configs: ${nulls.join(',')}`);
  const changes = new Map(topic.configs.map((config) => [config.name, config.value]));
  return changeSettings(state, ConfigResourceType.TOPIC, topic.name, changes);
}

type Replicas = readonly (readonly number[])[];

function assignedReplicas(state: ControllerState, topic: CreateTopicsRequestCreatableTopic): Replicas | Refused {
  const invalid = (message: string): Refused => refused(ErrorCode.INVALID_REPLICA_ASSIGNMENT, message);
  if (topic.replicationFactor !== -1) {
    return refused(ErrorCode.INVALID_REQUEST, 'A manual partition assignment was specified, but replication factor was not set to -1.');
  }
  if (topic.numPartitions !== -1) {
    return refused(ErrorCode.INVALID_REQUEST, 'A manual partition assignment was specified, but numPartitions was not set to -1.');
  }
  const byPartition = new Map<number, readonly number[]>();
  let size: number | null = null;
  for (const { partitionIndex, brokerIds } of topic.assignments) {
    if (byPartition.has(partitionIndex)) return invalid(`Found multiple manual partition assignments for partition ${partitionIndex}`);
    const problem = checkAssignment(state.image, brokerIds, size);
    if (problem !== null) return invalid(problem);
    size = brokerIds.length;
    byPartition.set(partitionIndex, brokerIds);
  }
  const replicas: (readonly number[])[] = [];
  for (let index = 0; index < byPartition.size; index++) {
    const brokerIds = byPartition.get(index);
    if (brokerIds === undefined) return invalid('partitions should be a consecutive 0-based integer sequence');
    replicas.push(brokerIds);
  }
  return replicas;
}

function placedReplicas(
  state: ControllerState,
  topic: CreateTopicsRequestCreatableTopic,
  recordsLeft: number,
  context: DecisionContext,
): Replicas | Refused {
  if (topic.replicationFactor < -1 || topic.replicationFactor === 0) {
    return refused(ErrorCode.INVALID_REPLICATION_FACTOR, 'Replication factor must be larger than 0, or -1 to use the default value.');
  }
  if (topic.numPartitions < -1 || topic.numPartitions === 0) {
    return refused(ErrorCode.INVALID_PARTITIONS, 'Number of partitions was set to an invalid non-positive value.');
  }
  const partitions = topic.numPartitions === -1 ? state.options.defaultNumPartitions : topic.numPartitions;
  const replicationFactor = topic.replicationFactor === -1 ? state.options.defaultReplicationFactor : topic.replicationFactor;
  if (partitions >= recordsLeft) return refused(ErrorCode.POLICY_VIOLATION, 'Excessively large number of partitions per request.');
  const placement = placeReplicas(state.image, { partitions, replicationFactor }, context.random);
  if ('assignments' in placement) return placement.assignments;
  return refused(
    ErrorCode.INVALID_REPLICATION_FACTOR,
    `Unable to replicate the partition ${replicationFactor} time(s): ${placement.problem}`,
  );
}

function buildTopic(
  state: ControllerState,
  topic: CreateTopicsRequestCreatableTopic,
  settings: readonly MetadataRecord[],
  replicas: Replicas,
  context: DecisionContext,
): NewTopic | Refused {
  const id = context.random.uuid();
  const records: MetadataRecord[] = [metadataRecord('TopicRecord', 0, { name: topic.name, topicId: id }), ...settings];
  const partitions: PartitionRegistration[] = [];
  for (let index = 0; index < replicas.length; index++) {
    const partition = newPartition(state.image, replicas[index] ?? []);
    if (partition === undefined) {
      const message = `All brokers specified in the manual partition assignment for partition ${index} are fenced or in controlled shutdown.`;
      return refused(ErrorCode.INVALID_REPLICA_ASSIGNMENT, message);
    }
    partitions.push(partition);
    records.push(partitionRecord(id, index, partition, state.image.metadataVersion));
  }
  return { id, records, partitions };
}

function success(name: string, topic: NewTopic): CreateTopicsResponseCreatableTopicResult {
  return {
    name,
    topicId: topic.id,
    errorCode: ErrorCode.NONE,
    errorMessage: null,
    topicConfigErrorCode: ErrorCode.NONE,
    numPartitions: topic.partitions.length,
    replicationFactor: topic.partitions[0]?.replicas.length ?? -1,
    // The broker fills them in: it knows the settings with their defaults, and who may see them.
    configs: null,
  };
}

function failure(name: string, { errorCode, errorMessage }: Refused): CreateTopicsResponseCreatableTopicResult {
  return {
    name,
    topicId: ZERO_UUID,
    errorCode,
    errorMessage,
    topicConfigErrorCode: ErrorCode.NONE,
    numPartitions: -1,
    replicationFactor: -1,
    configs: null,
  };
}

function countNames(request: CreateTopicsRequest): Map<string, number> {
  const count = new Map<string, number>();
  for (const { name } of request.topics) count.set(name, (count.get(name) ?? 0) + 1);
  return count;
}

// Looks through the topics only when a new name could collide at all.
function existingUnifiedNames(state: ControllerState, request: CreateTopicsRequest): Map<string, string> {
  const unified = new Map<string, string>();
  if (!request.topics.some((topic) => hasCollisionCharacters(topic.name))) return unified;
  for (const name of state.image.topics.idByName.keys()) {
    if (hasCollisionCharacters(name)) unified.set(unifyCollisionCharacters(name), name);
  }
  return unified;
}
