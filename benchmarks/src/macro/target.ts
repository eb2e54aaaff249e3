/** A broker under load, and measuring several of them in turns so that the machine's moods fall on all alike. */
import type { Address } from '../arguments.js';
import { spreadOf, type Spread } from '../percentiles.js';

export interface Target {
  name: string;
  address: Address;
  /** Of its process, when it is on this machine and known. */
  pid: number | null;
}

/** What came of one measurement on one target. */
export type Outcome = { values: Record<string, Spread> } | { failed: string };

/** Measures A, B, A, B … and gives one outcome per target. A target that failed is not asked again. */
export async function inTurns(
  targets: readonly Target[],
  rounds: number,
  measure: (target: Target) => Promise<Record<string, number>>,
): Promise<Outcome[]> {
  const rows = targets.map((): Record<string, number>[] => []);
  const failures = new Map<Target, string>();
  for (let round = 0; round < rounds; round++) {
    for (const [i, target] of targets.entries()) {
      if (failures.has(target)) continue;
      try {
        rows[i]!.push(await measure(target));
      } catch (error) {
        failures.set(target, error instanceof Error ? error.message : String(error));
      }
    }
  }
  return targets.map((target, i) => {
    const failed = failures.get(target);
    return failed === undefined ? { values: spreads(rows[i]!) } : { failed };
  });
}

function spreads(rounds: readonly Record<string, number>[]): Record<string, Spread> {
  const names = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, spreadOf(rounds.map((round) => round[name]!))]));
}
