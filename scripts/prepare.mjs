// What every command needs first: the packages installed and the sources built, each only when something changed.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Runs `npm ci` when packages are missing or older than the lock file. */
export async function installIfNeeded(root) {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return;
  await timed('Installing packages', () => run(root, 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']));
}

/** Builds everything that changed; turbo keeps what did not. */
export async function build(root) {
  const turbo = join(root, 'node_modules/turbo/bin/turbo');
  await timed('Building', () => run(root, process.execPath, [turbo, 'run', 'build', '--output-logs=errors-only', '--log-order=grouped']));
}

async function timed(what, work) {
  const start = performance.now();
  process.stdout.write(`${what} …\n`);
  await work();
  process.stdout.write(`${what}: done in ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
}

function run(cwd, command, args) {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' };
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], env, shell: process.platform === 'win32' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ${args[0]} ended with exit code ${code}`))));
  });
}
