/** A logger that collects its lines. */
import type { Clock } from '../clock.js';
import { lineLogger } from '../line-logger.js';
import type { Logger, LogLevel } from '../logger.js';

export interface MemoryLogger extends Logger {
  /** The last lines, at most `limit` of them. */
  readonly lines: readonly string[];
}

export function memoryLogger(clock: Clock, level: LogLevel = 'debug', limit = 10_000): MemoryLogger {
  const lines: string[] = [];
  const logger = lineLogger(clock, level, (line) => {
    lines.push(line);
    // Dropping half at a time keeps a line cheap.
    if (lines.length >= 2 * limit) lines.splice(0, limit);
  });
  return { ...logger, lines };
}
