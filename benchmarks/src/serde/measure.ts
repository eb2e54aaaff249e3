/** Rounds over all subjects, so that a slow moment of the machine falls on each of them; shares are taken within a round. */
import type { Subject } from './subjects.js';

export interface MeasureOptions {
  readonly roundMs: number;
  readonly rounds: number;
}

interface Rates {
  readonly encode: number[];
  readonly decode: number[];
}

const STEP = 200;

export async function measure(all: readonly Subject[], { roundMs, rounds }: MeasureOptions): Promise<string[]> {
  const rates = new Map(all.map(({ name }): [string, Rates] => [name, { encode: [], decode: [] }]));
  // One round more than is counted, to warm up.
  for (let round = 0; round <= rounds; round++) {
    for (const subject of all) {
      const encode = await rate(subject.encode, roundMs);
      const decode = await rate(subject.decode, roundMs);
      if (round === 0) continue;
      rates.get(subject.name)?.encode.push(encode);
      rates.get(subject.name)?.decode.push(decode);
    }
  }
  const width = Math.max(...all.map(({ name }) => name.length));
  const head = `${''.padEnd(width)}  ${'encoded/s'.padStart(11)} ${'share'.padStart(6)}  ${'decoded/s'.padStart(11)} ${'share'.padStart(6)}`;
  return [head, ...all.map((subject) => lineOf(subject, rates, width))];
}

function lineOf({ name, of }: Subject, rates: ReadonlyMap<string, Rates>, width: number): string {
  const cells = (['encode', 'decode'] as const).map((way) => {
    const own = rates.get(name)?.[way] ?? [];
    const other = of === undefined ? undefined : rates.get(of)?.[way];
    const share = other === undefined ? '' : `${Math.round(100 * median(own.map((value, round) => value / (other[round] ?? Number.NaN))))} %`;
    return `${Math.round(median(own)).toLocaleString('en-US').padStart(11)} ${share.padStart(6)}`;
  });
  return `${name.padEnd(width)}  ${cells.join('  ')}`;
}

async function rate(work: (times: number) => void | Promise<void>, forMs: number): Promise<number> {
  const start = performance.now();
  let times = 0;
  let elapsed = 0;
  while (elapsed < forMs) {
    await work(STEP);
    times += STEP;
    elapsed = performance.now() - start;
  }
  return (1000 * times) / elapsed;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
