/** The memory of a process, as Linux tells it. */
import { existsSync, readFileSync } from 'node:fs';

export const mebibyte: number = 1024 * 1024;

/** The most that it had in memory since it started; null where there is no /proc. */
export function peakMemory(pid: number): number | null {
  return statusOf(pid, 'VmHWM');
}

/** What it has in memory now; null where there is no /proc. */
export function residentMemory(pid: number): number | null {
  return statusOf(pid, 'VmRSS');
}

function statusOf(pid: number, name: string): number | null {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return null;
  const found = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(path, 'utf8'));
  return found === null ? null : Number(found[1]) * 1024;
}
