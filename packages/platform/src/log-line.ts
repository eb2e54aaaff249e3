/** A log line for people: time, level, message, fields. */
import type { LogFields } from './logger.js';

function valueText(value: unknown): string {
  if (value instanceof Error) return value.stack ?? value.message;
  if (typeof value === 'string') return /^[^\s="]+$/.test(value) ? value : JSON.stringify(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'object' && value !== null) {
    return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner));
  }
  return String(value);
}

/** `[2026-01-31 09:05:00,123] INFO message (key=value other="two words")`, as Kafka's own layout has it, time in UTC. */
export function logLine(timeMs: number, level: string, message: string, fields: LogFields): string {
  const time = new Date(timeMs).toISOString().replace('T', ' ').replace('.', ',').replace('Z', '');
  const named = Object.entries(fields).map(([key, value]) => `${key}=${valueText(value)}`);
  return `[${time}] ${level.toUpperCase()} ${message}${named.length === 0 ? '' : ` (${named.join(' ')})`}`;
}
