/** The results as text. */
import type { Spread } from '../percentiles.js';
import { formatNumber, formatTable } from '../table.js';
import type { CostRow, RateRow } from './measure.js';

export const NOTE = `Medians of the rounds, lowest–highest in brackets. A bare server answers constant bytes as long as the registry's; "ratio" is the
registry over it, round by round, by the clock and by the server's own processor time. Absolute numbers vary between machines
and from minute to minute, by a factor of two on shared ones: trust ratios of one run.`;

export function ratesTable(rows: readonly RateRow[]): string {
  return formatTable(
    ['requests a second', 'registry', 'limit', '', 'ratio', 'per CPU second', 'limit', 'ratio'],
    rows.map(({ name, limit, registry, bare, ratio, registryPerCpuSecond, barePerCpuSecond, cpuRatio }) => [
      name, spreadText(registry), formatNumber(bare.median), limit, ratioText(ratio), formatNumber(registryPerCpuSecond.median), formatNumber(barePerCpuSecond.median), ratioText(cpuRatio),
    ]),
  );
}

export function costsTable(rows: readonly CostRow[]): string {
  return formatTable(['start and memory', ''], rows.map(({ name, unit, value }) => [name, `${spreadText(value)} ${unit}`]));
}

function spreadText({ median, min, max, rounds }: Spread): string {
  return rounds === 1 ? formatNumber(median) : `${formatNumber(median)} (${formatNumber(min)}–${formatNumber(max)})`;
}

function ratioText({ median, min, max, rounds }: Spread): string {
  return rounds === 1 ? median.toFixed(2) : `${median.toFixed(2)} (${min.toFixed(2)}–${max.toFixed(2)})`;
}
