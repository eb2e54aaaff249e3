import { RE2JS } from 're2js';

/** Patterns kept compiled; the oldest goes first. */
const MAX_COMPILED = 1_000;
const compiled = new Map<string, RE2JS | undefined>();

/**
 * Whether a pattern finds something in a text, in linear time. A pattern with what RE2 lacks (look-around, back
 * references) is stored like any other but finds nothing here.
 */
export function patternFinds(pattern: string, text: string): boolean {
  if (!compiled.has(pattern)) remember(pattern);
  return compiled.get(pattern)?.matcher(text).find() ?? false;
}

function remember(pattern: string): void {
  const oldest = compiled.keys().next().value;
  if (compiled.size >= MAX_COMPILED && oldest !== undefined) compiled.delete(oldest);
  compiled.set(pattern, compile(pattern));
}

function compile(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}
