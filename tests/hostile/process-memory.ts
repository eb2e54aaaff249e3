/** The memory of a process, as Linux tells it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export const mebibyte: number = 1024 * 1024;

/** The most that it had in memory since it started, or since `forgetPeak`; null where there is no /proc. */
export function peakMemory(pid: number): number | null {
  return statusOf(pid, 'VmHWM');
}

/** The peak begins at what the process has in memory now. */
export function forgetPeak(pid: number): void {
  const path = `/proc/${pid}/clear_refs`;
  if (existsSync(path)) writeFileSync(path, '5');
}

function statusOf(pid: number, name: string): number | null {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return null;
  const found = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(path, 'utf8'));
  return found === null ? null : Number(found[1]) * 1024;
}
