/** `kafka-storage version-mapping` and `feature-dependencies`: which levels of features belong to a release, and what a level asks of others. */
import { bootstrapLevel, ELIGIBLE_LEADER_REPLICAS_FEATURE, KRAFT_VERSION_FEATURE, LATEST_METADATA_VERSION, METADATA_VERSION_FEATURE, metadataVersionFromName, metadataVersionName, neededMetadataVersion, supportedFeature } from '@millrace/metadata';
import type { ToolIo } from '../io.js';
import { ToolError } from '../tool-error.js';

/** In the order in which Kafka prints them. */
const features: readonly string[] = [KRAFT_VERSION_FEATURE, 'transaction.version', 'group.version', ELIGIBLE_LEADER_REPLICAS_FEATURE, 'share.version', 'streams.version'];

/** Prints the level of each feature that Apache Kafka gives a new cluster of this release; the newest release without one. */
export function printVersionMapping(release: string | undefined, io: ToolIo): void {
  const name = release ?? metadataVersionName(LATEST_METADATA_VERSION) ?? '';
  const metadataVersion = metadataVersionFromName(name);
  if (metadataVersion === undefined) throw new ToolError(`Unknown metadata.version '${name}'. Supported metadata.version are 3.3-IV3 to ${metadataVersionName(LATEST_METADATA_VERSION)}`);
  io.out(`${METADATA_VERSION_FEATURE}=${metadataVersion} (${name})`);
  for (const feature of features) io.out(`${feature}=${bootstrapLevel(feature, metadataVersion)}`);
}

/** Prints what each `name=level` needs beside it. */
export function printFeatureDependencies(pairs: readonly string[], io: ToolIo): void {
  for (const line of pairs.map(dependencyLine)) io.out(line);
}

function dependencyLine(pair: string): string {
  const [, feature = '', digits = ''] = /^\s*([^=\s]+)\s*=\s*(\d{1,5})\s*$/.exec(pair) ?? [];
  if (digits === '') throw new ToolError(`Invalid feature format: ${pair}. Expected format: 'feature=version' (e.g. 'group.version=1')`);
  const range = supportedFeature(feature);
  if (range === undefined) throw new ToolError(`Unknown feature: ${feature}`);
  const level = Number(digits);
  if (feature === METADATA_VERSION_FEATURE) {
    const name = metadataVersionName(level);
    if (name === undefined) throw new ToolError(`Unknown metadata.version ${level}`);
    return `${feature}=${level} (${name}) has no dependencies.`;
  }
  if (level > range.maxSupportedVersion) throw new ToolError(`Feature level ${level} is not supported for feature ${feature}`);
  // The other features' needs decide what a new cluster gets, and Kafka declares them for this one alone.
  if (feature !== ELIGIBLE_LEADER_REPLICAS_FEATURE || level === 0) return `${feature}=${level} has no dependencies.`;
  const needed = neededMetadataVersion(feature, level);
  return `${feature}=${level} requires:\n    ${METADATA_VERSION_FEATURE}=${needed} (${metadataVersionName(needed)})`;
}
