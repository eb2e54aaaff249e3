/** Times one small piece of work over and over. */

export interface MicroResult {
  name: string;
  nanosecondsPerRun: number;
  /** Of the bytes that one run handles; null where bytes say nothing. */
  megabytesPerSecond: number | null;
  /** Records that one run handles, per second; null where there are none. */
  recordsPerSecond: number | null;
}

export interface MicroTask {
  name: string;
  bytes?: number;
  records?: number;
  /** Gives something that depends on the work, so that it cannot be left out. */
  run(): number;
}

const PASSES = 5;
let kept = 0;

/** The median of several passes over `durationMs` in all, after as long a warm-up. */
export function timeTask(task: MicroTask, durationMs: number): MicroResult {
  pass(task, durationMs);
  const passes = Array.from({ length: PASSES }, () => pass(task, durationMs / PASSES)).sort((a, b) => a - b);
  const nanosecondsPerRun = passes[PASSES >> 1]!;
  const perSecond = (count: number | undefined): number | null => (count === undefined ? null : (count / nanosecondsPerRun) * 1e9);
  const bytesPerSecond = perSecond(task.bytes);
  return {
    name: task.name,
    nanosecondsPerRun,
    megabytesPerSecond: bytesPerSecond === null ? null : bytesPerSecond / 1e6,
    recordsPerSecond: perSecond(task.records),
  };
}

/** Nanoseconds per run. The clock is read once in a while only. */
function pass(task: MicroTask, durationMs: number): number {
  let runs = 0;
  let chunk = 1;
  const startedAt = performance.now();
  let elapsedMs = 0;
  while (elapsedMs < durationMs) {
    for (let i = 0; i < chunk; i++) kept ^= task.run();
    runs += chunk;
    elapsedMs = performance.now() - startedAt;
    if (elapsedMs < durationMs / 20) chunk *= 2;
  }
  return (elapsedMs * 1e6) / runs;
}

/** What all the work came to; nobody needs it, which no compiler knows. */
export function workDone(): number {
  return kept;
}
