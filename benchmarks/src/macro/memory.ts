/** Memory of the broker's process: before any load, and the most seen under produce and fetch. */
import { CONNECTIONS, IN_FLIGHT, KIB } from '../profile.js';
import { row, type Cell, type Row } from '../rows.js';
import { type Bench, onNewTopic } from './bench.js';
import { residentBytes } from './resident-memory.js';
import { inTurns, type Target } from './target.js';

const MEGABYTE = 1e6;
const SAMPLE_MS = 100;
const REQUEST_BYTES = 64 * KIB;

/** To be called before anything else is asked of the targets. */
export function idleMemory({ targets, limits }: Pick<Bench, 'targets' | 'limits'>): Row {
  const cells = targets.map(({ pid }): Cell => {
    if (pid === null) return { failed: 'process unknown' };
    const value = residentBytes(pid) / MEGABYTE;
    return { median: value, min: value, max: value, rounds: 1 };
  });
  return { part: 'memory', name: 'memory before load', unit: 'MB', limit: { name: 'bare node', value: limits.bareNode.memory / MEGABYTE }, cells };
}

export async function loadedMemory(bench: Bench): Promise<Row> {
  const connections = Math.max(...CONNECTIONS);
  const name = `memory, most seen, produce 64 KiB, ${connections} connections`;
  bench.progress(name);
  const outcomes = await inTurns(bench.targets, 1, async (target) => ({ most: (await mostUnderLoad(bench, target, connections)) / MEGABYTE }));
  return row('memory', name, 'MB', { name: 'bare node', value: bench.limits.bareNode.memory / MEGABYTE }, outcomes, 'most');
}

async function mostUnderLoad({ generator, profile }: Bench, target: Target, connections: number): Promise<number> {
  const { pid } = target;
  if (pid === null) throw new Error('process unknown');
  let most = 0;
  const sampling = setInterval(() => {
    most = Math.max(most, residentBytes(pid));
  }, SAMPLE_MS);
  try {
    const load = { kind: 'produce', connections, requestBytes: REQUEST_BYTES, acks: -1, inFlight: IN_FLIGHT } as const;
    const timing = { warmupMs: 0, durationMs: profile.memoryLoadMs };
    await onNewTopic(target, connections, (topic) => generator.run({ ...load, ...timing, ...target.address, topic }));
    return Math.max(most, residentBytes(pid));
  } finally {
    clearInterval(sampling);
  }
}
