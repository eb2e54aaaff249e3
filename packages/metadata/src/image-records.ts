/** An image written as records: features first, so that a reader knows the versions of what follows. */
import { brokerRecord, controllerRecord } from './broker-registration.js';
import type { MetadataParts } from './metadata-image.js';
import {
  METADATA_VERSION_FEATURE,
  MINIMUM_METADATA_VERSION,
  partitionRecordVersion,
  supportsControllerRegistration,
  supportsEligibleLeaderReplicas,
} from './metadata-version.js';
import type { PartitionRegistration } from './partition-registration.js';
import { metadataRecord } from './record-codec.js';
import type { MetadataRecord } from './record-types.js';
import type { TopicImage } from './topics-image.js';

/** One by one, so that a large image can be written in steps. */
export function* imageRecords(parts: MetadataParts): Generator<MetadataRecord> {
  const level = parts.features.get(METADATA_VERSION_FEATURE) ?? MINIMUM_METADATA_VERSION;
  yield* featureRecords(parts.features);
  for (const broker of parts.brokers.values()) yield brokerRecord(broker, level);
  if (supportsControllerRegistration(level)) {
    for (const controller of parts.controllers.values()) yield controllerRecord(controller);
  }
  for (const topic of parts.topics.byId.values()) yield* topicRecords(topic, level);
  yield* settingRecords(parts);
  yield* securityRecords(parts);
  if (parts.zkMigrationState !== 0) {
    yield metadataRecord('ZkMigrationStateRecord', 0, { zkMigrationState: parts.zkMigrationState });
  }
}

function featureRecords(features: ReadonlyMap<string, number>): MetadataRecord[] {
  const names = [...features.keys()].filter((name) => name !== METADATA_VERSION_FEATURE);
  if (features.has(METADATA_VERSION_FEATURE)) names.unshift(METADATA_VERSION_FEATURE);
  return names.map((name) => metadataRecord('FeatureLevelRecord', 0, { name, featureLevel: features.get(name) ?? 0 }));
}

function* topicRecords(topic: TopicImage, level: number): Generator<MetadataRecord> {
  yield metadataRecord('TopicRecord', 0, { name: topic.name, topicId: topic.id });
  for (let index = 0; index < topic.partitions.length; index++) {
    const partition = topic.partitions[index];
    if (partition !== undefined) yield partitionRecord(topic.id, index, partition, level);
  }
}

/** The record of a whole partition, with what this metadata.version can carry of it. */
export function partitionRecord(topicId: string, partitionId: number, partition: PartitionRegistration, metadataVersion: number): MetadataRecord {
  const version = partitionRecordVersion(metadataVersion);
  return metadataRecord('PartitionRecord', version, {
    partitionId,
    topicId,
    replicas: [...partition.replicas],
    isr: [...partition.isr],
    removingReplicas: [...partition.removingReplicas],
    addingReplicas: [...partition.addingReplicas],
    leader: partition.leader,
    leaderRecoveryState: partition.leaderRecoveryState,
    leaderEpoch: partition.leaderEpoch,
    partitionEpoch: partition.partitionEpoch,
    directories: version >= 1 ? [...partition.directories] : [],
    ...(supportsEligibleLeaderReplicas(metadataVersion) && {
      eligibleLeaderReplicas: partition.eligibleLeaderReplicas.length === 0 ? null : [...partition.eligibleLeaderReplicas],
      lastKnownElr: partition.lastKnownElr.length === 0 ? null : [...partition.lastKnownElr],
    }),
  });
}

function* settingRecords(parts: MetadataParts): Generator<MetadataRecord> {
  for (const { type, name: resourceName, values } of parts.configs.values()) {
    for (const [name, value] of values) yield metadataRecord('ConfigRecord', 0, { resourceType: type, resourceName, name, value });
  }
  for (const { entity, values } of parts.clientQuotas.values()) {
    for (const [key, value] of values) {
      yield metadataRecord('ClientQuotaRecord', 0, { entity: [...entity], key, value, remove: false });
    }
  }
  if (parts.nextProducerId > 0) {
    // Who took the last block no longer matters, and Kafka does not say it in a snapshot either.
    yield metadataRecord('ProducerIdsRecord', 0, { brokerId: -1, brokerEpoch: -1, nextProducerId: parts.nextProducerId });
  }
}

function* securityRecords(parts: MetadataParts): Generator<MetadataRecord> {
  for (const entry of parts.acls.values()) yield metadataRecord('AccessControlEntryRecord', 0, entry);
  for (const credential of parts.scram.values()) yield metadataRecord('UserScramCredentialRecord', 0, credential);
  for (const token of parts.delegationTokens.values()) {
    yield metadataRecord('DelegationTokenRecord', 0, { ...token, renewers: [...token.renewers] });
  }
}
