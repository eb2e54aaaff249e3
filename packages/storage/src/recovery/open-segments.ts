/** The segments that a directory has, without those of an index only. */
import { indexSuffix, logSuffix, offsetFileName, offsetOfFileName, timeIndexSuffix, transactionIndexSuffix } from '../segment/file-names.js';
import { LogSegment } from '../segment/log-segment.js';
import type { LogEnvironment } from '../log/log-environment.js';
import type { LogConfig } from '../log/log-config.js';
import { offsetEntryBytes } from '../index/offset-index.js';
import { timeEntryBytes } from '../index/time-index.js';
import { StorageError } from '../storage-error.js';

export interface OpenedSegments {
  segments: LogSegment[];
  /** Those whose indexes are missing or wrong. */
  unindexed: Set<LogSegment>;
}

export function openSegments(environment: LogEnvironment, directory: string, names: readonly string[], config: LogConfig): OpenedSegments {
  const { files, clock, random } = environment;
  removeOrphans(environment, directory, names);
  const jitterLimit = Math.min(config.segmentJitterMs, config.segmentMs);
  const opened: OpenedSegments = { segments: [], unindexed: new Set() };
  for (const name of names) {
    const baseOffset = offsetOfFileName(name, logSuffix);
    if (baseOffset < 0) continue;
    const rollJitterMs = jitterLimit < 1 ? 0 : random.below(jitterLimit);
    const segment = new LogSegment({ files, directory, baseOffset, isNew: false, createdMs: clock.now(), rollJitterMs });
    segment.isSealed = true;
    opened.segments.push(segment);
    const wrong = indexFault(environment, segment);
    if (wrong === null) continue;
    environment.logger.warn('indexes are built again', { segment: segment.pathOf(logSuffix), reason: wrong });
    opened.unindexed.add(segment);
  }
  return opened;
}

function removeOrphans(environment: LogEnvironment, directory: string, names: readonly string[]): void {
  const present = new Set(names);
  for (const name of names) {
    for (const suffix of [indexSuffix, timeIndexSuffix, transactionIndexSuffix]) {
      const offset = offsetOfFileName(name, suffix);
      if (offset < 0 || present.has(offsetFileName(offset, logSuffix))) continue;
      environment.logger.warn('an index without its log is removed', { path: `${directory}/${name}` });
      environment.files.removeSync(`${directory}/${name}`);
    }
  }
}

/** What can be told without reading the log; null when the indexes may be used. */
function indexFault({ files }: LogEnvironment, segment: LogSegment): string | null {
  const { offsetIndex, timeIndex, transactionIndex } = segment;
  for (const [index, entryBytes] of [[offsetIndex, offsetEntryBytes], [timeIndex, timeEntryBytes]] as const) {
    const stat = files.stat(index.path);
    if (stat === null) return `${index.path} is missing`;
    if (stat.size % entryBytes !== 0) return `${index.path} has ${stat.size} bytes`;
  }
  try {
    const lastOffset = offsetIndex.last();
    if (lastOffset !== undefined && (lastOffset.offset < segment.baseOffset || lastOffset.position >= segment.size)) return `${offsetIndex.path} ends wrongly`;
    const lastTime = timeIndex.last();
    if (lastTime !== undefined && lastTime.offset < segment.baseOffset) return `${timeIndex.path} ends wrongly`;
    if (lastTime === undefined && segment.size > 0) return `${timeIndex.path} is empty`;
  } catch (error) {
    if (error instanceof StorageError) return error.message;
    throw error;
  }
  return transactionIndex.check(segment.baseOffset);
}
