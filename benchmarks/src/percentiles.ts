/** What is said of many measurements: percentiles by nearest rank, and of rounds the median with the lowest and highest. */

export interface Spread {
  median: number;
  min: number;
  max: number;
  rounds: number;
}

/** The smallest value that at least `fraction` (0 to 1) of them do not exceed. `sorted` is ascending and not empty. */
export function percentile(sorted: ArrayLike<number>, fraction: number): number {
  const rank = Math.max(1, Math.ceil(fraction * sorted.length));
  const value = sorted[rank - 1];
  if (value === undefined) throw new RangeError(`no percentile ${fraction} of ${sorted.length} values`);
  return value;
}

/** Median (the mean of the middle two of an even count), lowest and highest of one or more rounds. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError('no rounds to take a median of');
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1]!;
  const median = sorted.length % 2 === 1 ? upper : (sorted[(sorted.length >> 1) - 1]! + upper) / 2;
  return { median, min: sorted[0]!, max: sorted.at(-1)!, rounds: sorted.length };
}
