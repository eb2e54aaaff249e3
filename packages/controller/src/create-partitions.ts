/** CreatePartitions: a topic grows to a number of partitions. */
import { type MetadataRecord, partitionRecord, type TopicImage } from '@millrace/metadata';
import { ErrorCode } from '@millrace/protocol';
import type {
  CreatePartitionsRequest,
  CreatePartitionsRequestCreatePartitionsTopic,
  CreatePartitionsResponse,
  CreatePartitionsResponseCreatePartitionsTopicResult,
} from '@millrace/protocol/messages/create-partitions';
import type { ControllerState } from './controller-state.js';
import type { Decision, DecisionContext } from './decision.js';
import { checkAssignment } from './manual-assignment.js';
import { newPartition } from './new-partition.js';
import { isRefused, type Refused, refused } from './refused.js';
import { placeReplicas } from './replica-placement.js';

const MAX_RECORDS = 10_000;

export function createPartitions(state: ControllerState, request: CreatePartitionsRequest, context: DecisionContext): Decision<CreatePartitionsResponse> {
  const records: MetadataRecord[] = [];
  const results: CreatePartitionsResponseCreatePartitionsTopicResult[] = [];
  for (const topics of byName(request)) {
    const [topic] = topics;
    const made = topics.length > 1
      ? refused(ErrorCode.INVALID_REQUEST, 'Duplicate topic name.')
      : grow(state, topic, MAX_RECORDS - records.length, context);
    if (isRefused(made)) {
      results.push({ name: topic.name, errorCode: made.errorCode, errorMessage: made.errorMessage });
      continue;
    }
    records.push(...made);
    results.push({ name: topic.name, errorCode: ErrorCode.NONE, errorMessage: null });
  }
  return { records: request.validateOnly ? [] : records, events: [], response: { throttleTimeMs: 0, results } };
}

/** The topics that were asked for; one that was named twice is answered once. */
function byName(request: CreatePartitionsRequest): Iterable<[CreatePartitionsRequestCreatePartitionsTopic, ...unknown[]]> {
  const topics = new Map<string, [CreatePartitionsRequestCreatePartitionsTopic, ...unknown[]]>();
  for (const topic of request.topics) {
    const same = topics.get(topic.name);
    if (same === undefined) topics.set(topic.name, [topic]);
    else same.push(topic);
  }
  return topics.values();
}

function grow(
  state: ControllerState,
  request: CreatePartitionsRequestCreatePartitionsTopic,
  recordsLeft: number,
  context: DecisionContext,
): readonly MetadataRecord[] | Refused {
  const topic = state.image.topicByName(request.name);
  if (topic === undefined) return refused(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, null);
  const now = topic.partitions.length;
  if (request.count === now) return refused(ErrorCode.INVALID_PARTITIONS, `Topic already has ${now} partition(s).`);
  if (request.count < now) {
    return refused(
      ErrorCode.INVALID_PARTITIONS,
      `The topic ${request.name} currently has ${now} partition(s); ${request.count} would not be an increase.`,
    );
  }
  const added = request.count - now;
  if (added > recordsLeft) return refused(ErrorCode.POLICY_VIOLATION, 'Excessively large number of additional partitions per request.');
  const replicas = request.assignments === null ? placed(state, topic, added, context) : assigned(state, topic, request, added);
  return isRefused(replicas) ? replicas : partitionRecords(state, topic, replicas);
}

type Replicas = readonly (readonly number[])[];

function assigned(state: ControllerState, topic: TopicImage, request: CreatePartitionsRequestCreatePartitionsTopic, added: number): Replicas | Refused {
  const assignments = (request.assignments ?? []).map((assignment) => assignment.brokerIds);
  if (assignments.length !== added) {
    return refused(
      ErrorCode.INVALID_REPLICA_ASSIGNMENT,
      `Attempted to add ${added} additional partition(s), but only ${assignments.length} assignment(s) were specified.`,
    );
  }
  const size = topic.partitions[0]?.replicas.length ?? null;
  for (const brokerIds of assignments) {
    const problem = checkAssignment(state.image, brokerIds, size);
    if (problem !== null) return refused(ErrorCode.INVALID_REPLICA_ASSIGNMENT, problem);
  }
  return assignments;
}

function placed(state: ControllerState, topic: TopicImage, added: number, context: DecisionContext): Replicas | Refused {
  const replicationFactor = topic.partitions[0]?.replicas.length ?? state.options.defaultReplicationFactor;
  const placement = placeReplicas(state.image, { partitions: added, replicationFactor }, context.random);
  if ('assignments' in placement) return placement.assignments;
  return refused(ErrorCode.INVALID_REPLICATION_FACTOR, `Unable to replicate the partition ${replicationFactor} time(s): ${placement.problem}`);
}

function partitionRecords(state: ControllerState, topic: TopicImage, replicas: Replicas): readonly MetadataRecord[] | Refused {
  const records: MetadataRecord[] = [];
  for (let index = 0; index < replicas.length; index++) {
    const partition = newPartition(state.image, replicas[index] ?? []);
    const partitionId = topic.partitions.length + index;
    if (partition === undefined) {
      const message = `All brokers specified in the manual partition assignment for partition ${partitionId} are fenced or in controlled shutdown.`;
      return refused(ErrorCode.INVALID_REPLICA_ASSIGNMENT, message);
    }
    records.push(partitionRecord(topic.id, partitionId, partition, state.image.metadataVersion));
  }
  return records;
}
