/**
 * What an interrupted deletion, compaction or split has left in the directory of a log: half-made files go,
 * finished ones take the place of what they replace.
 */
import type { Files } from '@millrace/platform';
import { batchLastOffset } from '@millrace/protocol';
import { BatchScan } from '../segment/batch-scan.js';
import { cleanedSuffix, deletedSuffix, logSuffix, offsetOfFileName, segmentSuffixes, snapshotSuffix, swapSuffix } from '../segment/file-names.js';
import { LogSegment } from '../segment/log-segment.js';

/** Names in a directory after the tidying. */
export function tidyNames(files: Files, directory: string): string[] {
  const names = files.list(directory);
  const remove = (name: string): void => files.removeSync(`${directory}/${name}`);
  const cleaned = names.filter((name) => name.endsWith(cleanedSuffix));
  const firstCleaned = Math.min(Infinity, ...cleaned.map(offsetOf));
  const isHalfMade = (name: string): boolean => name.endsWith(swapSuffix) && offsetOf(name) >= firstCleaned;
  for (const name of names) if (name.endsWith(deletedSuffix) || name.endsWith(cleanedSuffix) || isHalfMade(name)) remove(name);
  const swaps = names.filter((name) => name.endsWith(swapSuffix) && !isHalfMade(name));
  if (swaps.length > 0) finishSwap(files, directory, swaps);
  return files.list(directory);
}

/** All swap files are complete: what lies in their range was replaced. */
function finishSwap(files: Files, directory: string, swaps: readonly string[]): void {
  let first = Infinity;
  let end = -Infinity;
  for (const name of swaps.filter((candidate) => candidate.endsWith(logSuffix + swapSuffix))) {
    first = Math.min(first, offsetOf(name));
    end = Math.max(end, endOfSwap(files, directory, name));
  }
  for (const name of files.list(directory)) {
    if (name.endsWith(swapSuffix) || name.endsWith(snapshotSuffix)) continue;
    const offset = offsetOf(name);
    if (offset >= first && offset < end) files.removeSync(`${directory}/${name}`);
  }
  for (const name of swaps) files.rename(`${directory}/${name}`, `${directory}/${name.slice(0, -swapSuffix.length)}`);
}

function endOfSwap(files: Files, directory: string, name: string): number {
  const baseOffset = offsetOf(name);
  const segment = new LogSegment({ files, directory, baseOffset, isNew: false, createdMs: 0, rollJitterMs: 0, nameSuffix: swapSuffix });
  try {
    let end = baseOffset;
    const scan = new BatchScan(segment, 0, { whole: false });
    while (scan.next()) end = batchLastOffset(scan.buffer, scan.at) + 1;
    return end;
  } finally {
    segment.close();
  }
}

/** The offset that any file of a log begins with; -1 for others. */
function offsetOf(name: string): number {
  const plain = name.replace(/\.(swap|cleaned|deleted)$/, '');
  for (const suffix of [...segmentSuffixes, snapshotSuffix]) {
    const offset = offsetOfFileName(plain, suffix);
    if (offset >= 0) return offset;
  }
  return -1;
}
