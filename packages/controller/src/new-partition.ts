/** A partition at its birth: the active replicas are in sync, and the first of them leads. */
import { NO_LEADER, type MetadataImage, type PartitionRegistration, RECOVERED } from '@millrace/metadata';
import { defaultDirectory, isActive } from './controller-state.js';

/** Undefined when no replica is on an active broker. */
export function newPartition(image: MetadataImage, replicas: readonly number[]): PartitionRegistration | undefined {
  const isr = replicas.filter((id) => isActive(image, id));
  if (isr.length === 0) return undefined;
  return {
    replicas,
    directories: replicas.map((id) => defaultDirectory(image.brokers.get(id))),
    isr,
    removingReplicas: [],
    addingReplicas: [],
    eligibleLeaderReplicas: [],
    lastKnownElr: [],
    leader: isr[0] ?? NO_LEADER,
    leaderRecoveryState: RECOVERED,
    leaderEpoch: 0,
    partitionEpoch: 0,
  };
}
