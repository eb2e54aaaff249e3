/** Runs seeds one after another and adds up what happened. A seed counts only if it did something. */
import { rerunCommand, runOneBroker, type Outcome } from './one-broker.js';

const leastAcknowledged = 1_000;
const leastFaults = 5;

/** The seed that MILLRACE_SEED asks for, null without one. */
export function askedSeed(): number | null {
  const text = process.env['MILLRACE_SEED'];
  if (text === undefined) return null;
  const seed = Number(text);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`MILLRACE_SEED: ${text} is not a seed`);
  return seed;
}

export async function runSeeds(first: number, isEnough: (count: number) => boolean): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let seed = first; !isEnough(outcomes.length); seed++) {
    const outcome = await runOneBroker(seed);
    if (outcome.acknowledged < leastAcknowledged || outcome.faults < leastFaults) {
      throw new Error(`seed ${seed} did too little: ${outcome.acknowledged} acknowledged records, ${outcome.faults} faults\n  ${rerunCommand(seed)}`);
    }
    outcomes.push(outcome);
  }
  return outcomes;
}

/** One line for people. */
export function totals(outcomes: readonly Outcome[]): string {
  const sum = (of: (outcome: Outcome) => number): number => outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const { length } = outcomes;
  const crashes = sum(({ faultsByKind }) => faultsByKind.crashes);
  const minutes = sum(({ virtualMs }) => virtualMs) / 60_000;
  return (
    `${length} seeds: ${sum(({ acknowledged }) => acknowledged)} acknowledged records, ${sum(({ reads }) => reads)} reads, ` +
    `${sum(({ commits }) => commits)} commits, ${sum(({ topicsMade }) => topicsMade)} topics made, ${sum(({ faults }) => faults)} faults, ` +
    `${crashes} of them crashes, ${sum(({ starts }) => starts)} starts, ${sum(({ events }) => events)} events in ${minutes.toFixed(0)} virtual minutes`
  );
}
