/** What happens to partitions when a broker comes, goes, or may have lost data. */
import { metadataRecord, type MetadataRecord, NO_LEADER, type PartitionRegistration } from '@millrace/metadata';
import { type ControllerState, effectiveMinIsr, elrEnabled, isActive, uncleanElectionEnabled } from './controller-state.js';
import { partitionChange } from './partition-change.js';

type Selector = (partition: PartitionRegistration) => boolean;

interface BrokerMove {
  /** May lead no more and leaves the in-sync replicas; NO_LEADER for none. */
  readonly remove: number;
  /** May lead although the image does not say so yet; NO_LEADER for none. */
  readonly add: number;
  /** May have lost data; NO_LEADER for none. */
  readonly uncleanShutdown: number;
}

/** Fences a broker: others take over what it leads, then the fence itself. */
export function fenceBroker(state: ControllerState, brokerId: number, brokerEpoch: number): MetadataRecord[] {
  const records = leaveIsr(state, brokerId);
  records.push(metadataRecord('BrokerRegistrationChangeRecord', 0, { brokerId, brokerEpoch, fenced: 1 }));
  return records;
}

/** Unfences a broker, which then leads what nobody leads and it may lead. */
export function unfenceBroker(state: ControllerState, brokerId: number, brokerEpoch: number): MetadataRecord[] {
  return [
    metadataRecord('BrokerRegistrationChangeRecord', 0, { brokerId, brokerEpoch, fenced: -1 }),
    ...changePartitions(state, { remove: NO_LEADER, add: brokerId, uncleanShutdown: NO_LEADER }, (partition) => partition.leader === NO_LEADER),
  ];
}

export function beginControlledShutdown(state: ControllerState, brokerId: number, brokerEpoch: number): MetadataRecord[] {
  const records = leaveIsr(state, brokerId);
  if (state.image.brokers.get(brokerId)?.inControlledShutdown !== true) {
    records.unshift(metadataRecord('BrokerRegistrationChangeRecord', 1, { brokerId, brokerEpoch, inControlledShutdown: 1 }));
  }
  return records;
}

export function removeBroker(state: ControllerState, brokerId: number, brokerEpoch: number): MetadataRecord[] {
  const concerns: Selector = (partition) => partition.isr.includes(brokerId) || partition.eligibleLeaderReplicas.includes(brokerId);
  const records = changePartitions(state, { remove: brokerId, add: NO_LEADER, uncleanShutdown: brokerId }, concerns);
  records.push(metadataRecord('UnregisterBrokerRecord', 0, { brokerId, brokerEpoch }));
  return records;
}

/** A broker that did not stop cleanly is not trusted to have what it had. */
export function forgetReplicasOf(state: ControllerState, brokerId: number): MetadataRecord[] {
  const concerns: Selector = (partition) => partition.isr.includes(brokerId) || partition.eligibleLeaderReplicas.includes(brokerId);
  return changePartitions(state, { remove: NO_LEADER, add: NO_LEADER, uncleanShutdown: brokerId }, concerns);
}

/** Moves leadership off directories of a broker that failed. */
export function leaveDirectories(state: ControllerState, brokerId: number, directories: readonly string[]): MetadataRecord[] {
  return changePartitions(state, { remove: brokerId, add: NO_LEADER, uncleanShutdown: NO_LEADER }, (partition) => {
    const directory = partition.directories[partition.replicas.indexOf(brokerId)];
    return directory !== undefined && directories.includes(directory) && partition.isr.includes(brokerId);
  });
}

function leaveIsr(state: ControllerState, brokerId: number): MetadataRecord[] {
  const move: BrokerMove = { remove: brokerId, add: NO_LEADER, uncleanShutdown: NO_LEADER };
  return changePartitions(state, move, (partition) => partition.isr.includes(brokerId));
}

function changePartitions(state: ControllerState, move: BrokerMove, concerns: Selector): MetadataRecord[] {
  const { image } = state;
  const records: MetadataRecord[] = [];
  const mayLead = (id: number): boolean =>
    id !== move.remove && id !== move.uncleanShutdown && (id === move.add || isActive(image, id));
  for (const topic of image.topics.byId.values()) {
    topic.partitions.forEach((partition, partitionId) => {
      if (!concerns(partition)) return;
      const record = partitionChange({
        topicId: topic.id,
        partitionId,
        partition,
        metadataVersion: image.metadataVersion,
        minIsr: effectiveMinIsr(state, topic.name, partition.replicas.length),
        elrEnabled: elrEnabled(image),
        election: uncleanElectionEnabled(state, topic.name) ? 'unclean' : 'online',
        isAcceptableLeader: mayLead,
        targetIsr: partition.isr.filter((id) => id !== move.remove && id !== move.uncleanShutdown),
        uncleanShutdownReplicas: move.uncleanShutdown === NO_LEADER ? [] : [move.uncleanShutdown],
      });
      if (record !== undefined) records.push(record);
    });
  }
  return records;
}
