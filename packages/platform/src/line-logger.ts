/** A logger over a function that takes whole lines: for people on node/, collected in memory/ and simulated/. */
import type { Clock } from './clock.js';
import { logLine } from './log-line.js';
import { logLevelWeight, type LogFields, type Logger, type LogLevel } from './logger.js';

export function lineLogger(clock: Clock, level: LogLevel, writeLine: (line: string) => void, inherited: LogFields = {}): Logger {
  const at = (lineLevel: LogLevel): ((message: string, fields?: LogFields) => void) => {
    if (logLevelWeight[lineLevel] < logLevelWeight[level]) return () => {};
    return (message, fields) => writeLine(logLine(clock.now(), lineLevel, message, { ...inherited, ...fields }));
  };
  return {
    level,
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: (fields) => lineLogger(clock, level, writeLine, { ...inherited, ...fields }),
  };
}
