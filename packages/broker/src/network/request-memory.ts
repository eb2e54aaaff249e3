/** The bound on request bytes that all sessions hold together (queued.max.request.bytes; 0 or less: no bound). */
import type { RequestMemory } from './session.js';

export function requestMemory(maxBytes: number): RequestMemory {
  const limit = maxBytes > 0 ? maxBytes : Number.POSITIVE_INFINITY;
  let held = 0;
  let waiters: (() => void)[] = [];
  return {
    // One request is always let in, or one larger than the bound would wait for ever.
    take(bytes) {
      if (held > 0 && held + bytes > limit) return false;
      held += bytes;
      return true;
    },
    give(bytes) {
      held -= bytes;
      if (waiters.length === 0 || held >= limit) return;
      const woken = waiters;
      waiters = [];
      for (const wake of woken) wake();
    },
    whenRoom(run) {
      waiters.push(run);
    },
  };
}
