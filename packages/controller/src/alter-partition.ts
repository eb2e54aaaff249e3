/** AlterPartition: a leader says who is in sync, or that it has recovered from an unclean election (KIP-497, KIP-704). */
import { changedPartition, type MetadataRecord, type PartitionRegistration, RECOVERED, RECOVERING } from '@millrace/metadata';
import { ErrorCode } from '@millrace/protocol';
import type {
  AlterPartitionRequest,
  AlterPartitionRequestPartitionData,
  AlterPartitionResponse,
  AlterPartitionResponsePartitionData,
} from '@millrace/protocol/messages/alter-partition';
import { type ControllerState, effectiveMinIsr, elrEnabled, isActive } from './controller-state.js';
import { type Decision, refusal } from './decision.js';
import { partitionChange } from './partition-change.js';

export function alterPartition(state: ControllerState, request: AlterPartitionRequest): Decision<AlterPartitionResponse> {
  const { brokerId, brokerEpoch = -1 } = request;
  const broker = state.image.brokers.get(brokerId);
  if (broker === undefined || broker.epoch !== brokerEpoch) {
    return refusal({ throttleTimeMs: 0, errorCode: ErrorCode.STALE_BROKER_EPOCH, topics: [] });
  }
  const records: MetadataRecord[] = [];
  const topics = request.topics.map(({ topicId, partitions }) => ({
    topicId,
    partitions: partitions.map((partition) => alterOne(state, brokerId, topicId, partition, records)),
  }));
  return { records, events: [], response: { throttleTimeMs: 0, errorCode: ErrorCode.NONE, topics } };
}

function alterOne(
  state: ControllerState,
  brokerId: number,
  topicId: string,
  request: AlterPartitionRequestPartitionData,
  records: MetadataRecord[],
): AlterPartitionResponsePartitionData {
  const { partitionIndex } = request;
  const topic = state.image.topicById(topicId);
  if (topic === undefined) return failed(partitionIndex, ErrorCode.UNKNOWN_TOPIC_ID);
  const partition = topic.partitions[partitionIndex];
  if (partition === undefined) return failed(partitionIndex, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
  const errorCode = refuse(state, brokerId, partition, request);
  if (errorCode !== ErrorCode.NONE) return failed(partitionIndex, errorCode);
  const record = partitionChange({
    topicId,
    partitionId: partitionIndex,
    partition,
    metadataVersion: state.image.metadataVersion,
    minIsr: effectiveMinIsr(state, topic.name, partition.replicas.length),
    elrEnabled: elrEnabled(state.image),
    election: 'online',
    isAcceptableLeader: (id) => isActive(state.image, id),
    targetIsr: inSync(request),
    uncleanShutdownReplicas: [],
    leaderRecoveryState: request.leaderRecoveryState ?? RECOVERED,
  });
  if (record?.type !== 'PartitionChangeRecord') return described(partitionIndex, partition);
  records.push(record);
  return described(partitionIndex, changedPartition(partition, record.record));
}

function inSync(request: AlterPartitionRequestPartitionData): number[] {
  const withEpochs = request.newIsrWithEpochs ?? [];
  return withEpochs.length > 0 ? withEpochs.map((broker) => broker.brokerId ?? -1) : (request.newIsr ?? []);
}

// The order is Kafka's: what is ahead of this controller first, since it may be the one that is behind.
function refuse(state: ControllerState, brokerId: number, partition: PartitionRegistration, request: AlterPartitionRequestPartitionData): number {
  const { leaderEpoch, partitionEpoch } = request;
  if (leaderEpoch > partition.leaderEpoch || partitionEpoch > partition.partitionEpoch) return ErrorCode.NOT_CONTROLLER;
  if (leaderEpoch < partition.leaderEpoch) return ErrorCode.FENCED_LEADER_EPOCH;
  if (brokerId !== partition.leader) return ErrorCode.INVALID_REQUEST;
  if (partitionEpoch < partition.partitionEpoch) return ErrorCode.INVALID_UPDATE_VERSION;
  const isr = inSync(request);
  const isSubset = isr.every((id) => partition.replicas.includes(id)) && new Set(isr).size === isr.length;
  if (!isSubset || !isr.includes(partition.leader)) return ErrorCode.INVALID_REQUEST;
  const recovering = (request.leaderRecoveryState ?? RECOVERED) === RECOVERING;
  if (recovering && (isr.length > 1 || partition.leaderRecoveryState === RECOVERED)) return ErrorCode.INVALID_REQUEST;
  return isr.every((id) => isActive(state.image, id) && epochMatches(state, id, request)) ? ErrorCode.NONE : ErrorCode.INELIGIBLE_REPLICA;
}

// A leader that does not know the epoch of a replica says -1.
function epochMatches(state: ControllerState, id: number, request: AlterPartitionRequestPartitionData): boolean {
  const epoch = request.newIsrWithEpochs?.find((broker) => broker.brokerId === id)?.brokerEpoch ?? -1;
  return epoch === -1 || epoch === state.image.brokers.get(id)?.epoch;
}

function described(partitionIndex: number, partition: PartitionRegistration): AlterPartitionResponsePartitionData {
  const { leader, leaderEpoch, isr, leaderRecoveryState, partitionEpoch } = partition;
  return { partitionIndex, errorCode: ErrorCode.NONE, leaderId: leader, leaderEpoch, isr: [...isr], leaderRecoveryState, partitionEpoch };
}

function failed(partitionIndex: number, errorCode: number): AlterPartitionResponsePartitionData {
  return { partitionIndex, errorCode, leaderId: 0, leaderEpoch: 0, isr: [], leaderRecoveryState: RECOVERED, partitionEpoch: 0 };
}
