// `npm start`: installs what is missing, builds what changed, then runs a single-node broker on ./data.
// Only Node's own modules here: nothing may be installed yet.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, installIfNeeded } from './prepare.mjs';

const root = join(import.meta.dirname, '..');

try {
  await installIfNeeded(root);
  await build(root);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const launcher = join(root, 'apps/millrace/dist/millrace.js');
const broker = spawn(process.execPath, [launcher, 'start', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });

// Ctrl-C reaches the whole group by itself; a SIGTERM to this process alone must be passed on.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => broker.kill('SIGTERM'));
broker.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === null ? 1 : 128);
});
