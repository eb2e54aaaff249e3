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

/** Builds everything that changed; turbo keeps what did not. Says what it is at, and shows turbo's own lines only when it fails. */
export async function build(root) {
  const turbo = join(root, 'node_modules/turbo/bin/turbo');
  const args = [turbo, 'run', 'build', '--output-logs=new-only', '--log-order=grouped', '--no-color'];
  await timed('Building', () => run(root, process.execPath, args, tellOfPackages()));
}

async function timed(what, work) {
  const start = performance.now();
  process.stdout.write(`${what} …\n`);
  await work();
  process.stdout.write(`${what}: done in ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
}

/** Gets turbo's lines; says which packages had to be built. */
function tellOfPackages() {
  const lines = [];
  return {
    take(line) {
      lines.push(line);
      const name = /^(\S+):build: cache miss/.exec(line)?.[1];
      if (name !== undefined) process.stdout.write(`  ${name}\n`);
    },
    fail: () => process.stderr.write(`${lines.join('\n')}\n`),
  };
}

/** With a listener, the program's output goes there line by line; without, it goes where ours goes. */
function run(cwd, command, args, listener = null) {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' };
  const output = listener === null ? 'inherit' : 'pipe';
  const child = spawn(command, args, { cwd, stdio: ['ignore', output, output], env, shell: process.platform === 'win32' });
  for (const stream of listener === null ? [] : [child.stdout, child.stderr]) eachLine(stream, listener.take);
  // Ctrl-C reaches the child by itself; a SIGTERM to this process alone must be passed on.
  const passOn = () => child.kill('SIGTERM');
  process.on('SIGTERM', passOn);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGTERM', passOn);
      if (code === 0) return resolve();
      listener?.fail();
      reject(new Error(`${command} ${args[0]} ended with exit code ${code}`));
    });
  });
}

function eachLine(stream, take) {
  let rest = '';
  stream.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines) take(line.trimEnd());
  });
  stream.on('end', () => rest !== '' && take(rest));
}
