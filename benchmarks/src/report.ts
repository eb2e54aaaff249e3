/** The results as text and as JSON. */
import type { MachineLimits } from './limits/measure-limits.js';
import type { Machine } from './machine.js';
import type { MicroResult } from './micro/timing.js';
import { sizeName } from './profile.js';
import type { Cell, Row } from './rows.js';
import { formatNumber, formatTable } from './table.js';

const MEGABYTE = 1e6;

export interface Results {
  takenAt: string;
  machine: Machine;
  /** How the broker was run, and the profile's name. */
  broker: string;
  profile: string;
  /** Names of the brokers, in the order of each row's cells. */
  targets: readonly string[];
  limits: MachineLimits;
  micro: readonly MicroResult[];
  rows: readonly Row[];
}

export function limitsTable(limits: MachineLimits): string {
  const megabytes = (value: number): string => `${formatNumber(value / MEGABYTE)} MB/s`;
  const bySize = (title: string, values: Record<number, number>): [string, string][] =>
    Object.entries(values).map(([size, value]) => [`${title} ${sizeName(Number(size))}`, megabytes(value)]);
  const byLoad = (title: string, values: Record<string, number>): [string, string][] =>
    Object.entries(values).map(([key, value]) => {
      const [size, connections] = key.split('/');
      return [`${title} ${sizeName(Number(size))}, connections ${connections}`, megabytes(value)];
    });
  return formatTable(
    ['this machine', ''],
    [
      ['memory copy', megabytes(limits.memoryCopy)],
      ['loopback TCP between two processes, one stream', megabytes(limits.loopback)],
      ...bySize('sequential write, not synced,', limits.write),
      ...bySize('sequential write, each synced,', limits.syncedWrite),
      ['syncs of 4 KiB writes', `${formatNumber(limits.syncsPerSecond)} a second`],
      ...bySize('CRC-32C', limits.checksum),
      ...byLoad('loopback, produce answered by nobody,', limits.nullProduce),
      ...byLoad('loopback, fetch answered by nobody,', limits.nullFetch),
      ...Object.entries(limits.nullLatency).map(([rate, { p50, p99, p999 }]) => [
        `loopback, answer at ${rate} a second: p50, p99, p99.9`,
        `${formatNumber(p50)}, ${formatNumber(p99)}, ${formatNumber(p999)} ms`,
      ]),
      ['Node itself: start, memory', `${formatNumber(limits.bareNode.startMs)} ms, ${formatNumber(limits.bareNode.memory / MEGABYTE)} MB`],
    ],
  );
}

export function microTable(micro: readonly MicroResult[]): string {
  const optional = (value: number | null, scale: number, unit: string): string => (value === null ? '' : `${formatNumber(value / scale)} ${unit}`);
  return formatTable(
    ['in one process', 'each', 'bytes', 'records'],
    micro.map(({ name, nanosecondsPerRun, megabytesPerSecond, recordsPerSecond }) => [
      name,
      `${formatNumber(nanosecondsPerRun / 1000)} µs`,
      optional(megabytesPerSecond, 1, 'MB/s'),
      optional(recordsPerSecond, 1e6, 'M/s'),
    ]),
  );
}

/** Medians with lowest and highest; the share of the limit; with a second broker also the first over the second. */
export function brokersTable(targets: readonly string[], rows: readonly Row[]): string {
  const [, other] = targets;
  const header = ['', targets[0]!, 'limit', 'of limit', ...(other === undefined ? [] : [other, 'ratio'])];
  const lines = rows.map(({ name, unit, limit, cells }) => {
    const [first, second] = cells;
    const line = [name, cellText(first, unit), limit === null ? '' : `${formatNumber(limit.value)} ${limit.name}`, ratioText(first, limit?.value)];
    return other === undefined ? line : [...line, cellText(second, unit), ratioText(first, medianOf(second))];
  });
  return formatTable(header, lines);
}

function cellText(cell: Cell | undefined, unit: string): string {
  if (cell === undefined) return '';
  if ('failed' in cell) return cell.failed.length > 40 ? 'FAILED (see below)' : cell.failed;
  const { median, min, max, rounds } = cell;
  const text = `${formatNumber(median)} ${unit}`;
  return rounds === 1 ? text : `${text} (${formatNumber(min)}–${formatNumber(max)})`;
}

function medianOf(cell: Cell | undefined): number | undefined {
  return cell === undefined || 'failed' in cell ? undefined : cell.median;
}

/** `cell` over `base`, as 0.53 or 12.4. */
export function ratioText(cell: Cell | undefined, base: number | undefined): string {
  const median = medianOf(cell);
  if (median === undefined || base === undefined || base === 0) return '';
  return (median / base).toFixed(2);
}

/** What went wrong in full, one line each. */
export function failures(targets: readonly string[], rows: readonly Row[]): string[] {
  return rows.flatMap(({ name, cells }) =>
    cells.flatMap((cell, i) => ('failed' in cell && cell.failed.length > 40 ? [`${targets[i]}: ${name}: ${cell.failed}`] : [])),
  );
}
