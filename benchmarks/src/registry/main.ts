/** `npm run bench:registry`: a registry on our broker, each in a process of its own, beside servers that do nothing. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArgumentError } from '../arguments.js';
import { describeMachine, machineLine } from '../machine.js';
import { measureRegistry } from './measure.js';
import { parseRegistryOptions, REGISTRY_USAGE, type RegistryBenchOptions } from './options.js';
import { costsTable, ratesTable, NOTE } from './report.js';

async function run(options: RegistryBenchOptions): Promise<void> {
  const machine = describeMachine();
  console.log(`Machine: ${machineLine(machine)}`);
  if (options.directory !== null) mkdirSync(options.directory, { recursive: true });
  const directory = mkdtempSync(join(options.directory ?? tmpdir(), 'millrace-bench-'));
  try {
    const results = await measureRegistry(options, directory, (text) => console.error(text));
    console.log(`Registry: ${results.registry}; ${options.schemas} schemas; ${options.connections} connections\n`);
    console.log(`${ratesTable(results.rates)}\n\n${costsTable(results.costs)}\n\n${NOTE}`);
    if (options.json !== null) writeFileSync(options.json, `${JSON.stringify({ takenAt: new Date().toISOString(), machine, ...results }, null, 2)}\n`);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

try {
  const options = parseRegistryOptions(process.argv.slice(2));
  if (options.help) console.log(REGISTRY_USAGE);
  else await run(options);
} catch (error) {
  console.error(error instanceof ArgumentError ? `bench:registry: ${error.message}` : error);
  process.exitCode = 1;
}
