/** The records that a new directory begins with: what `kafka-storage format` puts into the bootstrap snapshot. */
import {
  ConfigResourceType,
  LATEST_METADATA_VERSION,
  METADATA_VERSION_FEATURE,
  metadataRecord,
  type MetadataRecord,
} from '@millrace/metadata';
import type { ControllerState } from './controller-state.js';

export interface BootstrapOptions {
  /** Default: the latest. */
  readonly metadataVersion?: number;
  /** Finalized levels of other features. Default: none, since a level says that what it stands for is served. */
  readonly features?: ReadonlyMap<string, number>;
}

export function bootstrapRecords(options: BootstrapOptions = {}): MetadataRecord[] {
  const { metadataVersion = LATEST_METADATA_VERSION, features = new Map<string, number>() } = options;
  const records = [metadataRecord('FeatureLevelRecord', 0, { name: METADATA_VERSION_FEATURE, featureLevel: metadataVersion })];
  for (const name of [...features.keys()].sort()) {
    const featureLevel = features.get(name) ?? 0;
    if (featureLevel > 0) records.push(metadataRecord('FeatureLevelRecord', 0, { name, featureLevel }));
  }
  return records;
}

/** With eligible leader replicas every node must agree on the minimum: it is fixed for the cluster (KIP-966). */
export function minInSyncReplicasRecord(state: ControllerState): MetadataRecord {
  const key = 'min.insync.replicas';
  return metadataRecord('ConfigRecord', 0, {
    resourceType: ConfigResourceType.BROKER,
    resourceName: '',
    name: key,
    value: state.options.configs.defaultValue(ConfigResourceType.BROKER, key) ?? '1',
  });
}
