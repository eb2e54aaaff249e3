/** The whole run, part by part. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Address, ArgumentError, type BenchOptions } from './arguments.js';
import { measureLimits } from './limits/measure-limits.js';
import { LoadGenerator } from './load/load-generator.js';
import { describeMachine, machineLine } from './machine.js';
import { answersApiVersions } from './macro/broker-calls.js';
import { measureBrokers } from './macro/measure-brokers.js';
import { brokerCommand } from './macro/millrace-process.js';
import { measureMicro } from './micro/measure-micro.js';
import { planOf } from './plan.js';
import { FULL, QUICK } from './profile.js';
import { brokersTable, failures, limitsTable, microTable, type Results } from './report.js';

const NOTE = `Medians of the rounds, lowest–highest in brackets. MB is 10^6 bytes of record batches. "of limit": the result over the
limit beside it; for times and memory, how many times the limit. Absolute numbers vary between machines and from minute
to minute, by a factor of two on shared ones: trust ratios of one run.`;

/** Gives the exit code: 1 when something failed. */
export async function runBench(options: BenchOptions, print: (line: string) => void, progress: (text: string) => void): Promise<number> {
  const profile = options.quick ? QUICK : FULL;
  const machine = describeMachine();
  await ensureAnswering('--broker', options.broker);
  await ensureAnswering('--compare', options.compare);
  const parts = options.broker === null ? options.only : options.only.filter((part) => part !== 'start');
  const plan = planOf(parts, profile, options.compare === null ? 1 : 2);
  const seconds = Math.ceil(plan.reduce((sum, { estimatedMs }) => sum + estimatedMs, 0) / 1000);
  print(`Machine: ${machineLine(machine)}`);
  print(`Plan, about ${seconds} s: ${plan.map(({ part, what }) => `${part} (${what})`).join('; ')}\n`);
  const directory = workDirectory(options.directory);
  const generator = new LoadGenerator();
  try {
    progress('limits of this machine');
    const limits = await measureLimits(generator, directory, profile);
    print(`${limitsTable(limits)}\n`);
    const micro = parts.includes('micro') ? measureMicro(profile.microMs) : [];
    if (micro.length > 0) print(`${microTable(micro)}\n`);
    const command = brokerCommand(options.source);
    const { targets, rows } = await measureBrokers({ options, parts, profile, limits, generator, directory, command, progress });
    if (rows.length > 0) print(`${brokersTable(targets, rows)}\n\n${NOTE}`);
    const failed = failures(targets, rows);
    for (const line of failed) print(`failed: ${line}`);
    const broker = options.broker === null ? command.from : `${options.broker.host}:${options.broker.port}`;
    const results: Results = { takenAt: new Date().toISOString(), machine, broker, profile: options.quick ? 'quick' : 'full', targets, limits, micro, rows };
    if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`);
    return failed.length > 0 ? 1 : 0;
  } finally {
    await generator.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function ensureAnswering(flag: string, address: Address | null): Promise<void> {
  if (address === null || (await answersApiVersions(address))) return;
  throw new ArgumentError(`${flag}: no broker answers at ${address.host}:${address.port}`);
}

/** A new directory of our own within the one asked for; it goes when the run is over. */
function workDirectory(parent: string | null): string {
  if (parent !== null) mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent ?? tmpdir(), 'millrace-bench-'));
}
