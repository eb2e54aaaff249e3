/** Rounds over all subjects, so that a slow moment of the machine falls on each of them; shares are taken within a round. */
import { fileURLToPath } from 'node:url';
import { ChildModule } from '../load/child-process.js';
import { spreadOf, type Spread } from '../percentiles.js';
import { formatNumber, formatTable } from '../table.js';
import type { WorkDone, WorkOrder } from './subject-process.js';
import type { Subject, Work } from './subjects.js';

export interface MeasureOptions {
  readonly roundMs: number;
  readonly rounds: number;
  /** Run the serializers from sources even if they are built. */
  readonly source: boolean;
}

export interface SubjectResult {
  readonly name: string;
  readonly of: string | null;
  readonly encode: WayResult;
  readonly decode: WayResult;
}

export interface WayResult {
  /** Records a second of processor time: says more than the clock where other programs run too. */
  readonly perSecond: Spread;
  /** Of the row that it is held against, round by round; null for those that are alone. */
  readonly share: Spread | null;
}

interface Running {
  readonly subject: Subject;
  readonly child: ChildModule;
  readonly rates: Record<keyof Work, number[]>;
}

/** Rounds that do not count. */
const WARM_UP = 3;
const ways = ['encode', 'decode'] as const;
const path = fileURLToPath(new URL('./subject-process.ts', import.meta.url));

export async function measure(all: readonly Subject[], { roundMs, rounds, source }: MeasureOptions): Promise<SubjectResult[]> {
  const running = all.map((subject): Running => ({ subject, child: new ChildModule(path, [subject.name], { source }), rates: { encode: [], decode: [] } }));
  try {
    // Each says that it is ready, in no particular order.
    await Promise.all(running.map(({ child }) => child.ask()));
    for (let round = -WARM_UP; round < rounds; round++) {
      for (const { child, rates } of running) {
        for (const way of ways) {
          const { records, cpuMs } = (await child.ask({ way, forMs: roundMs } satisfies WorkOrder)) as WorkDone;
          if (round >= 0) rates[way].push((records * 1000) / cpuMs);
        }
      }
    }
  } finally {
    await Promise.all(running.map(({ child }) => child.stop()));
  }
  return running.map(({ subject: { name, of }, rates }) => {
    const base = running.find(({ subject }) => subject.name === of)?.rates;
    const result = (way: keyof Work): WayResult => ({
      perSecond: spreadOf(rates[way]),
      share: base === undefined ? null : spreadOf(rates[way].map((rate, round) => rate / base[way][round]!)),
    });
    return { name, of, encode: result('encode'), decode: result('decode') };
  });
}

export function serdeTable(results: readonly SubjectResult[]): string {
  const cells = ({ perSecond, share }: WayResult): string[] => [formatNumber(perSecond.median), share === null ? '' : `${percent(share.median)} % (${percent(share.min)}–${percent(share.max)})`];
  return formatTable(['records a second of processor time', 'encoded', 'share', 'decoded', 'share'], results.map(({ name, encode, decode }) => [name, ...cells(encode), ...cells(decode)]));
}

function percent(share: number): string {
  return String(Math.round(100 * share));
}
