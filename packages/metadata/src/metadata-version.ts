/** The levels of the feature `metadata.version` and what each one switches on (kafka.md 2.5). */

export const METADATA_VERSION_FEATURE = 'metadata.version';
export const MINIMUM_METADATA_VERSION = 7;
/** The highest level that is for production in 4.4. */
export const LATEST_METADATA_VERSION = 33;

const NAMES: readonly string[] = [
  '3.3-IV3', '3.4-IV0', '3.5-IV0', '3.5-IV1', '3.5-IV2', '3.6-IV0', '3.6-IV1', '3.6-IV2', '3.7-IV0',
  '3.7-IV1', '3.7-IV2', '3.7-IV3', '3.7-IV4', '3.8-IV0', '3.9-IV0', '4.0-IV0', '4.0-IV1', '4.0-IV2',
  '4.0-IV3', '4.1-IV0', '4.1-IV1', '4.2-IV0', '4.2-IV1', '4.3-IV0', '4.4-IV0', '4.4-IV1', '4.4-IV2',
];

/** Levels whose step changed the metadata in a way that older software cannot read: no downgrade crosses one. */
const METADATA_CHANGED: readonly number[] = [8, 11, 13, 14, 15, 17, 23, 30, 32, 33];

/** Kafka's name of a level, such as `4.4-IV2`; undefined when the level is unknown. */
export function metadataVersionName(level: number): string | undefined {
  return NAMES[level - MINIMUM_METADATA_VERSION];
}

/** The level of a name such as `4.4-IV2`, or of a release such as `4.4` (its last level); undefined when unknown. */
export function metadataVersionFromName(name: string): number | undefined {
  const exact = NAMES.indexOf(name);
  const index = exact >= 0 ? exact : NAMES.findLastIndex((known) => known.startsWith(`${name}-`));
  return index < 0 ? undefined : index + MINIMUM_METADATA_VERSION;
}

/** Whether going down from one level to another crosses a step that changed the metadata. */
export function losesMetadata(from: number, to: number): boolean {
  return METADATA_CHANGED.some((level) => level > to && level <= from);
}

export const supportsMetadataTransactions = (level: number): boolean => level >= 13;
export const supportsControllerRegistration = (level: number): boolean => level >= 15;
export const supportsDirectoryAssignment = (level: number): boolean => level >= 17;
export const supportsEligibleLeaderReplicas = (level: number): boolean => level >= 23;
export const supportsCordonedLogDirs = (level: number): boolean => level >= 30;
export const supportsUnregisterController = (level: number): boolean => level >= 33;

export function registerBrokerRecordVersion(level: number): number {
  if (level >= 30) return 4;
  if (level >= 17) return 3;
  return level >= 8 ? 2 : 1;
}

export function partitionRecordVersion(level: number): number {
  if (level >= 23) return 2;
  return level >= 17 ? 1 : 0;
}

/** The same steps as {@link partitionRecordVersion}: a change carries what a partition carries. */
export const partitionChangeRecordVersion: (level: number) => number = partitionRecordVersion;
