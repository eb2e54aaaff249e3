/**
 * `npm test` and, with --long, `npm run test:long`: installs what is missing, builds, runs vitest within a time bound.
 * Other arguments go to vitest (a file, `--project x`). The last line is `N passed, N failed, N skipped`;
 * the exit code is 0 only when something passed and nothing failed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const long = process.argv.includes('--long');
const vitestArguments = process.argv.slice(2).filter((argument) => argument !== '--long');
const limitMs = (long ? 28 : 15) * 60_000;
const startedMs = performance.now();
const environment = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', ...(long ? { MILLRACE_LONG: '1' } : {}) };

let running = null;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopRunning('SIGTERM');
    process.exit(1);
  });
}

const temporary = mkdtempSync(join(tmpdir(), 'millrace-test-'));
try {
  await prepare();
  await test();
} catch (error) {
  console.log(error.message);
  close({ passed: 0, failures: [{ name: 'preparation', message: error.message }], skipped: [] });
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

async function prepare() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs) {
    console.log('installing packages');
    await mustSucceed('npm', ['ci', '--no-audit', '--no-fund']);
  }
  console.log('building');
  await mustSucceed(process.execPath, [join(root, 'node_modules/turbo/bin/turbo'), 'run', 'build', '--output-logs=errors-only']);
}

async function test() {
  const file = join(temporary, 'summary.json');
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', '--reporter=./scripts/test-reporter.mjs', ...vitestArguments];
  const end = await run(process.execPath, vitest, { MILLRACE_TEST_SUMMARY: file });
  const summary = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failures: [], skipped: [] };
  if (end.late) summary.failures.push({ name: 'time', message: `not done after ${limitMs / 60_000} minutes` });
  else if (end.code !== 0 && summary.failures.length === 0) {
    summary.failures.push({ name: 'vitest', message: `vitest ended with ${end.code ?? end.signal}` });
  }
  close(summary);
}

/** Prints failures, skips with reasons and the closing line, and sets the exit code. */
function close({ passed, failures, skipped }) {
  // On a machine meant to have every foreign program, one that is missing is a failure.
  const missing = process.env['CI'] === 'true' ? skipped.filter(({ name, reason }) => `${name} ${reason}`.includes('missing:')) : [];
  const failed = [...failures, ...missing.map(({ name }) => ({ name, message: 'a program is missing, and CI must have it' }))];
  const left = skipped.filter((one) => !missing.includes(one));
  if (failed.length > 0) console.log('\nfailures');
  for (const { name, message } of failed) console.log(`- ${name}\n    ${message.replaceAll('\n', '\n    ')}`);
  if (left.length > 0) console.log('\nskipped');
  for (const { name, reason } of left) console.log(`- ${name}${reason === '' ? '' : `: ${reason}`}`);
  process.exitCode = failed.length === 0 && passed > 0 ? 0 : 1;
  console.log(`\n${passed} passed, ${failed.length} failed, ${left.length} skipped`);
}

async function mustSucceed(command, commandArguments) {
  const end = await run(command, commandArguments);
  if (end.late) throw new Error(`${command} ${commandArguments.join(' ')}: not done in time`);
  if (end.code !== 0) throw new Error(`${command} ${commandArguments.join(' ')} ended with ${end.code ?? end.signal}`);
}

/** Runs a command in a process group of its own, so that a late one ends with all it started. */
function run(command, commandArguments, extra = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArguments, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], detached: true, env: { ...environment, ...extra } });
    running = child;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      stopRunning('SIGKILL');
    }, Math.max(1, limitMs - (performance.now() - startedMs)));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      running = null;
      resolve({ code, signal, late });
    });
  });
}

function stopRunning(signal) {
  if (running?.pid === undefined) return;
  try {
    process.kill(-running.pid, signal);
  } catch {
    // It ended meanwhile.
  }
}
