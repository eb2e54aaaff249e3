/** Waiting, on the timers handed in. */
import type { Timers } from '@millrace/platform';

/** Resolves after so many milliseconds. */
export function pause(timers: Timers, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    timers.schedule(delayMs, resolve);
  });
}
