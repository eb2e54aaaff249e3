/** Later: timers, the end of the current turn, and long work cut into steps. */
export interface Timer {
  /** The timer will not run; harmless after it ran or was cancelled. */
  cancel(): void;
}

export interface Timers {
  /**
   * Runs `run` once after `delayMs`, of any size (also beyond 2^31-1).
   * `keepAlive: false`: the timer alone does not hold the process; the default is true.
   */
  schedule(delayMs: number, run: () => void, options?: { keepAlive?: boolean }): Timer;
  /** Runs at the end of the current turn of the loop, in order; used to coalesce small work. */
  soon(run: () => void): void;
  /**
   * Steps a generator, at most `budgetMs` (default 5) per turn of the loop so that requests come first.
   * Resolves with its return value, rejects with what it throws.
   */
  runStepped<T>(steps: Generator<void, T, void>, budgetMs?: number): Promise<T>;
}

/** How long stepped work may hold the loop in one turn, unless said otherwise. */
export const defaultStepBudgetMs = 5;
