/** Whether nodes can do what a finalized level asks. */
import type { FeatureRange } from '@millrace/metadata';

/** Null when the level lies in the node's range, otherwise why not. Level 0 needs no support. */
export function whyUnsupported(who: string, ranges: readonly FeatureRange[], feature: string, level: number): string | null {
  const range = ranges.find((one) => one.name === feature);
  if (range === undefined) return level === 0 ? null : `${who} does not support this feature.`;
  const { minSupportedVersion: min, maxSupportedVersion: max } = range;
  if (level === 0 && min <= 1) return null;
  return level >= min && level <= max ? null : `${who} only supports versions ${min}-${max}`;
}
