import { RE2JS } from 're2js';

/** Patterns kept compiled; the oldest goes first. */
const MAX_COMPILED = 1_000;
const compiled = new Map<string, RE2JS | undefined>();

/**
 * Whether a pattern finds something in a text, in linear time; undefined for a pattern with what RE2 lacks (look-around,
 * back references). Such a pattern is stored like any other, but not run here.
 */
export function patternFinds(pattern: string, text: string): boolean | undefined {
  if (!compiled.has(pattern)) remember(pattern);
  return compiled.get(pattern)?.matcher(text).find();
}

function remember(pattern: string): void {
  const oldest = compiled.keys().next().value;
  if (compiled.size >= MAX_COMPILED && oldest !== undefined) compiled.delete(oldest);
  compiled.set(pattern, tryCompile(pattern) ?? tryCompile(translated(pattern)));
}

/** Spellings of ECMAScript that RE2 writes otherwise, `\\u0041` for one. */
function translated(pattern: string): string {
  try {
    return RE2JS.translateRegExp(pattern);
  } catch {
    return pattern;
  }
}

function tryCompile(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}
