/** Help is ready at once because little is loaded for it: clients, settings and the broker come when they are needed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { bundleProgram } from '../processes/program.js';

/** What the parser of flags and the errors of Kafka take, and a good half more. The smallest of the clients has as much again. */
const mostBytes = 300_000;

const program = bundleProgram('millrace');
const coverage = mkdtempSync(join(tmpdir(), 'millrace-loaded-'));
afterAll(() => {
  program.remove();
  rmSync(coverage, { recursive: true, force: true });
});

interface Coverage {
  result: { url: string }[];
}

/** Bytes of the program's files that a run loaded, as the engine counts its scripts. */
function run(...args: string[]): { status: number | null; output: string; loadedBytes: number } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program.path, ...args], { encoding: 'utf8', env: { ...process.env, NODE_V8_COVERAGE: coverage } });
  const [file = ''] = readdirSync(coverage);
  const { result } = JSON.parse(readFileSync(join(coverage, file), 'utf8')) as Coverage;
  rmSync(join(coverage, file));
  const files = result.filter(({ url }) => url.startsWith('file:')).map(({ url }) => fileURLToPath(url));
  return { status, output: stdout + stderr, loadedBytes: files.reduce((sum, path) => sum + statSync(path).size, 0) };
}

const tools = ['topics', 'console-producer', 'console-consumer', 'consumer-groups', 'get-offsets', 'configs', 'storage', 'broker-api-versions', 'health', 'schema', 'start'];

test('the overview names every tool, and each prints its help from little code', { timeout: 120_000 }, () => {
  const overview = run('--help');
  expect(overview.loadedBytes).toBeLessThan(mostBytes);
  const named = [...overview.output.matchAll(/^ {2}([a-z-]+) {2,}/gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(tools.toSorted());
  for (const tool of tools) {
    const { status, output, loadedBytes } = run(tool, '--help');
    expect([tool, status, output.includes('Usage:')]).toEqual([tool, 0, true]);
    expect(loadedBytes, tool).toBeLessThan(mostBytes);
  }
});

test('what is loaded beyond that is counted', () => {
  const { status, output, loadedBytes } = run('storage', 'info', '--config', '/nowhere');
  expect([status, output]).toEqual([1, expect.stringContaining('/nowhere')]);
  expect(loadedBytes).toBeGreaterThan(mostBytes);
});
