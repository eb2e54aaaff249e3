/** The terminal of this process. */
import { nodeClock, nodeFiles } from '@millrace/platform';
import type { ToolIo } from './io.js';

export function nodeIo(): ToolIo {
  const files = nodeFiles();
  const clock = nodeClock();
  // A reader that went away, as in `… | head`, ends the tool as it ends any other.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    write: (text) => void process.stdout.write(text),
    writeBytes: (bytes) => (process.stdout.write(bytes) ? Promise.resolve() : new Promise((resolve) => process.stdout.once('drain', resolve))),
    err: (line) => void process.stderr.write(`${line}\n`),
    input: process.stdin,
    isTerminal: process.stdin.isTTY === true,
    environment: process.env,
    nowMs: () => clock.now(),
    readText: (path) => new TextDecoder().decode(files.readAll(path)),
    writeText: (path, text) => files.replace(path, new TextEncoder().encode(text)),
    onInterrupt: (stop) => {
      process.on('SIGINT', stop).on('SIGTERM', stop);
      const watch = whenNpmIsGone(stop);
      return () => {
        clearInterval(watch);
        process.off('SIGINT', stop).off('SIGTERM', stop);
      };
    },
  };
}

/** npx runs a program below a shell, and a SIGTERM to npx ends that shell alone. So its going away counts as one. */
function whenNpmIsGone(stop: () => void): NodeJS.Timeout | undefined {
  if (process.env['npm_execpath'] === undefined) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 250);
  return watch.unref();
}
