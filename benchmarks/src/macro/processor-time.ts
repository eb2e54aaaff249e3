/** Processor time of another process. */
import { existsSync, readFileSync } from 'node:fs';

/** Linux counts in ticks, which are a hundredth of a second for whoever reads them. */
const TICK_MS = 10;
/** Of the fields behind the program's name in brackets. */
const USER = 11;
const SYSTEM = 12;

/** In milliseconds, to the nearest ten; null where the system has no /proc. */
export function processorMs(pid: number): number | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'latin1');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[USER]) + Number(fields[SYSTEM])) * TICK_MS;
}
