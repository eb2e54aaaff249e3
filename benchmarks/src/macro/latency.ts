/** How long a small Produce takes at a fixed rate, from when it was due. */
import { LATENCY_REQUEST_BYTES, sizeName } from '../profile.js';
import { row, type Row } from '../rows.js';
import { type Bench, onNewTopic } from './bench.js';
import { inTurns } from './target.js';

const PERCENTILES = [
  ['p50', 'p50'],
  ['p99', 'p99'],
  ['p999', 'p99.9'],
] as const;

export async function measureLatency(bench: Bench): Promise<Row[]> {
  const { targets, generator, profile, limits } = bench;
  const rows: Row[] = [];
  for (const ratePerSecond of profile.rates) {
    const name = `${sizeName(LATENCY_REQUEST_BYTES)}, acks all, ${ratePerSecond} a second`;
    bench.progress(`latency of ${name}`);
    const timing = { warmupMs: profile.warmupMs, durationMs: profile.latencyMs };
    const load = { ...timing, kind: 'rate', connections: 1, requestBytes: LATENCY_REQUEST_BYTES, acks: -1, ratePerSecond } as const;
    const outcomes = await inTurns(targets, profile.latencyRounds, (target) =>
      onNewTopic(target, 1, async (topic) => {
        const { latency } = await generator.run({ ...load, ...target.address, topic });
        if (latency === undefined) throw new Error('a rate job gave no latency');
        return { ...latency };
      }),
    );
    for (const [key, title] of PERCENTILES) {
      const limit = { name: 'loopback', value: limits.nullLatency[ratePerSecond]![key] };
      rows.push(row('latency', `latency ${title}, ${name}`, 'ms', limit, outcomes, key));
    }
  }
  return rows;
}
