/** A broker or controller as it registered, and the records that say so. */
import type { Decoded } from '@millrace/protocol';
import type { FeatureRange } from './features.js';
import type { BrokerRegistrationChangeRecord, RegisterBrokerRecord, RegisterControllerRecord } from './generated/index.js';
import { registerBrokerRecordVersion } from './metadata-version.js';
import { metadataRecord } from './record-codec.js';
import type { MetadataRecord } from './record-types.js';

/** Where a node listens. The security protocol is Kafka's number: 0 PLAINTEXT, 1 SSL, 2 SASL_PLAINTEXT, 3 SASL_SSL. */
export interface Endpoint {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly securityProtocol: number;
}

export interface BrokerRegistration {
  readonly id: number;
  /** Offset of the record that registered it. */
  readonly epoch: number;
  readonly incarnationId: string;
  readonly listeners: readonly Endpoint[];
  readonly features: readonly FeatureRange[];
  readonly rack: string | null;
  readonly fenced: boolean;
  readonly inControlledShutdown: boolean;
  readonly isMigratingZkBroker: boolean;
  /** Ids of its log directories. */
  readonly directories: readonly string[];
  /** Those that take no new replicas; null when the broker never said. */
  readonly cordonedDirectories: readonly string[] | null;
}

export interface ControllerRegistration {
  readonly id: number;
  readonly incarnationId: string;
  readonly zkMigrationReady: boolean;
  readonly listeners: readonly Endpoint[];
  readonly features: readonly FeatureRange[];
}

export function brokerFrom(record: Decoded<RegisterBrokerRecord>): BrokerRegistration {
  return {
    id: record.brokerId,
    epoch: record.brokerEpoch,
    incarnationId: record.incarnationId,
    listeners: record.endPoints,
    features: record.features,
    rack: record.rack,
    fenced: record.fenced,
    inControlledShutdown: record.inControlledShutdown,
    isMigratingZkBroker: record.isMigratingZkBroker,
    directories: record.logDirs,
    cordonedDirectories: record.cordonedLogDirs,
  };
}

export function controllerFrom(record: Decoded<RegisterControllerRecord>): ControllerRegistration {
  return {
    id: record.controllerId,
    incarnationId: record.incarnationId,
    zkMigrationReady: record.zkMigrationReady,
    listeners: record.endPoints,
    features: record.features,
  };
}

/** In a change record: 1 sets a flag, -1 clears it, 0 leaves it. */
export function changedBroker(before: BrokerRegistration, record: Decoded<BrokerRegistrationChangeRecord>): BrokerRegistration {
  return {
    ...before,
    fenced: record.fenced === 0 ? before.fenced : record.fenced > 0,
    inControlledShutdown: record.inControlledShutdown === 0 ? before.inControlledShutdown : record.inControlledShutdown > 0,
    directories: record.logDirs.length === 0 ? before.directories : record.logDirs,
    cordonedDirectories: record.cordonedLogDirs ?? before.cordonedDirectories,
  };
}

export function brokerRecord(broker: BrokerRegistration, metadataVersion: number): MetadataRecord {
  const version = registerBrokerRecordVersion(metadataVersion);
  return metadataRecord('RegisterBrokerRecord', version, {
    brokerId: broker.id,
    isMigratingZkBroker: version >= 2 && broker.isMigratingZkBroker,
    incarnationId: broker.incarnationId,
    brokerEpoch: broker.epoch,
    endPoints: [...broker.listeners],
    features: [...broker.features],
    rack: broker.rack,
    fenced: broker.fenced,
    inControlledShutdown: broker.inControlledShutdown,
    ...(version >= 3 && { logDirs: [...broker.directories] }),
    ...(version >= 4 && { cordonedLogDirs: broker.cordonedDirectories === null ? null : [...broker.cordonedDirectories] }),
  });
}

export function controllerRecord(controller: ControllerRegistration): MetadataRecord {
  return metadataRecord('RegisterControllerRecord', 0, {
    controllerId: controller.id,
    incarnationId: controller.incarnationId,
    zkMigrationReady: controller.zkMigrationReady,
    endPoints: [...controller.listeners],
    features: [...controller.features],
  });
}
