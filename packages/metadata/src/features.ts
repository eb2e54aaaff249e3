/** The features of Kafka 4.4: what a node registers as its range, and what a level asks of the others (kafka.md 2.5). */
import { LATEST_METADATA_VERSION, METADATA_VERSION_FEATURE, MINIMUM_METADATA_VERSION } from './metadata-version.js';

export interface FeatureRange {
  readonly name: string;
  readonly minSupportedVersion: number;
  readonly maxSupportedVersion: number;
}

/** Stored in a control record of the quorum, never in a FeatureLevelRecord. */
export const KRAFT_VERSION_FEATURE = 'kraft.version';
export const ELIGIBLE_LEADER_REPLICAS_FEATURE = 'eligible.leader.replicas.version';

const range = (name: string, maxSupportedVersion: number, minSupportedVersion = 0): FeatureRange => ({
  name,
  minSupportedVersion,
  maxSupportedVersion,
});

/** Apache 4.4's ranges: a node must take every level that one of its clusters may have finalized. */
export const supportedFeatures: readonly FeatureRange[] = [
  range(ELIGIBLE_LEADER_REPLICAS_FEATURE, 1),
  range('group.version', 1),
  range(KRAFT_VERSION_FEATURE, 1),
  range(METADATA_VERSION_FEATURE, LATEST_METADATA_VERSION, MINIMUM_METADATA_VERSION),
  range('share.version', 2),
  range('streams.version', 1),
  range('transaction.version', 2),
];

/** The lowest metadata.version for each level of a feature, level 1 first. */
const NEEDED_METADATA_VERSION: Readonly<Record<string, readonly number[]>> = {
  [ELIGIBLE_LEADER_REPLICAS_FEATURE]: [23],
  'group.version': [22],
  'share.version': [28, 31],
  'streams.version': [29],
  'transaction.version': [24, 24],
};

/** The range of a feature in 4.4, undefined when it knows no such feature. */
export function supportedFeature(name: string): FeatureRange | undefined {
  return supportedFeatures.find((feature) => feature.name === name);
}

/** The lowest metadata.version that allows this level of a feature. */
export function neededMetadataVersion(feature: string, level: number): number {
  return NEEDED_METADATA_VERSION[feature]?.[level - 1] ?? MINIMUM_METADATA_VERSION;
}

/** The lowest metadata.version at which a new cluster of Apache Kafka gets a level that it could have had before. */
const BOOTSTRAP_METADATA_VERSION: Readonly<Record<string, readonly number[]>> = {
  [ELIGIBLE_LEADER_REPLICAS_FEATURE]: [26],
  [KRAFT_VERSION_FEATURE]: [21],
};

/** The level of a feature that Apache Kafka gives a new cluster of this metadata.version. */
export function bootstrapLevel(feature: string, metadataVersion: number): number {
  const steps = BOOTSTRAP_METADATA_VERSION[feature] ?? NEEDED_METADATA_VERSION[feature] ?? [];
  return steps.filter((step) => step <= metadataVersion).length;
}
