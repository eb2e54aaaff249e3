/** Log lines on standard output: for people, or JSON by pino, which is loaded only then. */
import { createRequire } from 'node:module';
import type * as Pino from 'pino';
import type { Clock } from '../clock.js';
import { lineLogger } from '../line-logger.js';
import type { Logger, LogLevel } from '../logger.js';

export interface NodeLoggerOptions {
  /** The lowest level that is written; default info. */
  level?: LogLevel;
  /** Default line. */
  format?: 'line' | 'json';
  /** Where lines go; default standard output. */
  write?: (text: string) => void;
}

const toStandardOutput = (text: string): void => void process.stdout.write(text);

function overPino(pino: Pino.Logger, level: LogLevel): Logger {
  return {
    level,
    debug: (message, fields) => pino.debug(fields ?? {}, message),
    info: (message, fields) => pino.info(fields ?? {}, message),
    warn: (message, fields) => pino.warn(fields ?? {}, message),
    error: (message, fields) => pino.error(fields ?? {}, message),
    child: (fields) => overPino(pino.child(fields), level),
  };
}

export function nodeLogger(clock: Clock, options: NodeLoggerOptions = {}): Logger {
  const { level = 'info', format = 'line', write = toStandardOutput } = options;
  if (format === 'line') return lineLogger(clock, level, (line) => write(`${line}\n`));
  const { pino, stdSerializers } = createRequire(import.meta.url)('pino') as typeof Pino;
  const serializers = { error: stdSerializers.err };
  return overPino(pino({ level, base: null, serializers, timestamp: () => `,"time":${clock.now()}` }, { write }), level);
}
