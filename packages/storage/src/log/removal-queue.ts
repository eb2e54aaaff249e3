/** Segments on their way out: renamed to `.deleted` at once, removed after `file.delete.delay.ms`. A start removes what is left. */
import type { Timer } from '@millrace/platform';
import { deletedSuffix } from '../segment/file-names.js';
import type { LogSegment } from '../segment/log-segment.js';
import type { LogEnvironment } from './log-environment.js';

export class RemovalQueue {
  readonly #environment: LogEnvironment;
  readonly #timers: Set<Timer> = new Set();

  constructor(environment: LogEnvironment) {
    this.#environment = environment;
  }

  /** The names are free at once. */
  remove(segment: LogSegment, delayMs: number): void {
    segment.renameWithSuffix(deletedSuffix);
    segment.close();
    const timer = this.#environment.timers.schedule(
      delayMs,
      () => {
        this.#timers.delete(timer);
        segment.removeFiles().catch((error: unknown) => this.#environment.logger.warn('cannot remove a deleted segment', { error }));
      },
      { keepAlive: false },
    );
    this.#timers.add(timer);
  }

  cancel(): void {
    for (const timer of this.#timers) timer.cancel();
    this.#timers.clear();
  }
}
