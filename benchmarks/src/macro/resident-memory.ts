/** Memory of a process that is in RAM, its files' pages aside as the system counts them. */
import { execFileSync } from 'node:child_process';

/** In bytes. @throws Error when there is no such process */
export function residentBytes(pid: number): number {
  const text = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  const kibibytes = Number(text.trim());
  if (!(kibibytes > 0)) throw new Error(`no memory is known of process ${pid}`);
  return kibibytes * 1024;
}
