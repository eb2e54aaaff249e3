/** Everything that is measured on brokers, in the order that disturbs least. */
import { join } from 'node:path';
import type { BenchOptions, Part } from '../arguments.js';
import type { MachineLimits } from '../limits/measure-limits.js';
import type { LoadGenerator } from '../load/load-generator.js';
import { IN_FLIGHT, KIB, type Profile } from '../profile.js';
import type { Row } from '../rows.js';
import { type Bench, onNewTopic } from './bench.js';
import { measureFetch } from './fetch.js';
import { measureLatency } from './latency.js';
import { idleMemory, loadedMemory } from './memory.js';
import { type BrokerCommand, startMillrace } from './millrace-process.js';
import { measureProduce } from './produce.js';
import { measureStart } from './start.js';
import { inTurns, type Target } from './target.js';

export interface BrokersRun {
  options: BenchOptions;
  parts: readonly Part[];
  profile: Profile;
  limits: MachineLimits;
  generator: LoadGenerator;
  directory: string;
  command: BrokerCommand;
  progress(text: string): void;
}

const LOADS: readonly Part[] = ['produce', 'fetch', 'latency', 'memory'];

export async function measureBrokers(run: BrokersRun): Promise<{ targets: string[]; rows: Row[] }> {
  const { options, parts, profile, limits, directory, command, progress } = run;
  const compared = comparedTarget(options);
  const targets = ['Millrace', ...compared.map(({ name }) => name)];
  const rows: Row[] = [];
  if (parts.includes('start')) {
    progress('start');
    rows.push(await measureStart(command, directory, profile, limits, compared.length));
  }
  if (!parts.some((part) => LOADS.includes(part))) return { targets, rows };
  if (options.broker !== null) {
    const target = { name: 'Millrace', address: options.broker, pid: options.brokerPid };
    return { targets, rows: [...rows, ...(await underLoad(run, [target, ...compared]))] };
  }
  const broker = await startMillrace(command, join(directory, 'broker'));
  try {
    const target = { name: 'Millrace', address: broker.address, pid: broker.pid };
    return { targets, rows: [...rows, ...(await underLoad(run, [target, ...compared]))] };
  } finally {
    await broker.stop();
  }
}

function comparedTarget({ compare, comparePid }: BenchOptions): Target[] {
  return compare === null ? [] : [{ name: `${compare.host}:${compare.port}`, address: compare, pid: comparePid }];
}

async function underLoad({ parts, profile, limits, generator, progress }: BrokersRun, targets: readonly Target[]): Promise<Row[]> {
  const bench: Bench = { targets, generator, limits, profile, progress };
  const rows: Row[] = [];
  if (parts.includes('memory')) rows.push(idleMemory(bench));
  await warmUp(bench);
  if (parts.includes('produce')) rows.push(...(await measureProduce(bench)));
  if (parts.includes('fetch')) rows.push(...(await measureFetch(bench)));
  if (parts.includes('latency')) rows.push(...(await measureLatency(bench)));
  if (parts.includes('memory')) rows.push(await loadedMemory(bench));
  return rows;
}

/** Load that does not count. What fails here fails again where it is counted, and is reported there. */
async function warmUp({ targets, generator, profile, progress }: Bench): Promise<void> {
  progress('warm-up');
  const load = { kind: 'produce', connections: 4, requestBytes: 4 * KIB, acks: -1, inFlight: IN_FLIGHT, warmupMs: 0, durationMs: profile.brokerWarmupMs } as const;
  await inTurns(targets, 1, async (target) => {
    await onNewTopic(target, 4, (topic) => generator.run({ ...load, ...target.address, topic }));
    return {};
  });
}
