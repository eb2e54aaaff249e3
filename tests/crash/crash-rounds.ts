/** So many rounds with a seed that is printed, and that MILLRACE_CRASH_SEED repeats. */
import { randomInt } from 'node:crypto';
import type { Program } from '../processes/program.js';
import { CrashRun, type DamageName } from './crash-run.js';

export interface CrashRoundsResult {
  readonly counts: ReadonlyMap<DamageName, number>;
  /** Acknowledged records that are there at the end, of our producer and of kcat's. */
  readonly ownRecords: number;
  readonly kcatRecords: number;
}

/** The choices repeat with the seed; how far the load has come at each of them does not. */
export async function crashRounds({ program, rounds, withKcat }: { program: Program; rounds: number; withKcat: boolean }): Promise<CrashRoundsResult> {
  const seed = Number(process.env['MILLRACE_CRASH_SEED'] ?? randomInt(2 ** 31));
  console.log(`crash test: ${rounds} rounds, seed ${seed} (MILLRACE_CRASH_SEED=${seed} repeats its choices)`);
  const run = await CrashRun.begin({ program, seed, withKcat });
  try {
    for (let round = 0; round < rounds; round++) await run.round();
    const there = await run.checkAll();
    console.log(`crash test: ${there.ownRecords + there.kcatRecords} acknowledged records are there, ${there.kcatRecords} of them kcat's; rounds by damage: ${[...run.counts].map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
    return { counts: run.counts, ...there };
  } finally {
    await run.end();
  }
}
