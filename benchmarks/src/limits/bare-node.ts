/** What Node costs before it does anything: the time to run an empty program, and its memory. */
import { spawn } from 'node:child_process';
import { residentBytes } from '../macro/resident-memory.js';

export interface BareNode {
  startMs: number;
  /** In bytes. */
  memory: number;
}

export async function measureBareNode(): Promise<BareNode> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.stdout.once('data', () => resolve());
    });
    const startMs = performance.now() - startedAt;
    return { startMs, memory: child.pid === undefined ? 0 : residentBytes(child.pid) };
  } finally {
    child.kill();
  }
}
