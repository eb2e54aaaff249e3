/** Names of the files of a log: an offset in twenty digits and what it is. */
export const logSuffix = '.log';
export const indexSuffix = '.index';
export const timeIndexSuffix = '.timeindex';
export const transactionIndexSuffix = '.txnindex';
export const snapshotSuffix = '.snapshot';
export const deletedSuffix = '.deleted';
export const cleanedSuffix = '.cleaned';
export const swapSuffix = '.swap';

/** The suffixes of the files of one segment. */
export const segmentSuffixes: readonly string[] = [logSuffix, indexSuffix, timeIndexSuffix, transactionIndexSuffix];

export function offsetFileName(offset: number, suffix: string): string {
  return String(offset).padStart(20, '0') + suffix;
}

/** The offset in a name such as `00000000000000000042.log`, or -1 when it is not such a name. */
export function offsetOfFileName(name: string, suffix: string): number {
  if (name.length !== 20 + suffix.length || !name.endsWith(suffix)) return -1;
  const digits = name.slice(0, 20);
  const offset = Number(digits);
  return /^\d{20}$/.test(digits) && Number.isSafeInteger(offset) ? offset : -1;
}
