/** One line of the results: what was measured, on each broker, beside its limit. */
import type { Part } from './arguments.js';
import type { Outcome } from './macro/target.js';
import type { Spread } from './percentiles.js';

export type Unit = 'MB/s' | 'req/s' | 'ms' | 'MB';

export interface Limit {
  name: string;
  value: number;
}

export interface Row {
  part: Part;
  name: string;
  unit: Unit;
  /** What this machine allows at most (or, for times and memory, at least); null where none is known. */
  limit: Limit | null;
  /** One per target, the broker first. */
  cells: readonly Cell[];
}

export type Cell = Spread | { failed: string };

/** A row from the value of this name in each target's outcome. */
export function row(part: Part, name: string, unit: Unit, limit: Limit | null, outcomes: readonly Outcome[], value: string): Row {
  const cells = outcomes.map((outcome): Cell => {
    if ('failed' in outcome) return outcome;
    return outcome.values[value] ?? { failed: 'not measured' };
  });
  return { part, name, unit, limit, cells };
}

/** The least of several limits: the one that binds. */
export function leastLimit(limits: readonly Limit[]): Limit {
  const [least] = limits.toSorted((a, b) => a.value - b.value);
  if (least === undefined) throw new RangeError('no limits');
  return least;
}
