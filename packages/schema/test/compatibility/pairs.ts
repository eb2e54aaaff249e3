import { checkCompatibility, COMPATIBILITY_LEVELS, compatibilityMessages, type CompatibilityLevel, type CompatibilityPolicy, parseSchema, type SchemaType } from '@millrace/schema';
import { expect } from 'vitest';

/** Two schemas, and why each cannot read what was written with the other: Confluent's lines, with their `%s`. */
export interface Pair {
  readonly type: SchemaType;
  readonly a: string;
  readonly b: string;
  /** b reads what a wrote. */
  readonly bReadsA: readonly string[];
  /** a reads what b wrote. */
  readonly aReadsB: readonly string[];
  readonly policy?: CompatibilityPolicy;
}

/** Registers `b` after `a` at each of the seven levels and looks at every line of the answer. */
export function expectAtEachLevel(pair: Pair): void {
  const [a, b] = [pair.a, pair.b].map((schema) => parseSchema(pair.type, { schema }));
  for (const level of COMPATIBILITY_LEVELS) {
    const result = checkCompatibility(b!, [{ schema: a!, version: 7 }], level, { policy: pair.policy });
    const lines = compatibilityMessages(result, level, { validateFields: false });
    const expected = expectedLines(pair, level, a!.canonicalString);
    expect(lines, level).toEqual(expected);
    expect(result.isCompatible, level).toBe(expected.length === 0);
  }
}

function expectedLines(pair: Pair, level: CompatibilityLevel, oldText: string): string[] {
  const backward = pair.bReadsA.map((line) => filled(line, 'new', 'old'));
  const forward = pair.aReadsB.map((line) => filled(line, 'old', 'new'));
  const shown = ['{oldSchemaVersion: 7}', `{oldSchema: '${oldText}'}`];
  const lines = {
    NONE: [],
    BACKWARD: [...backward, ...(backward.length > 0 ? shown : [])],
    FORWARD: [...forward, ...(forward.length > 0 ? shown : [])],
    FULL: [...forward, ...backward, ...(backward.length > 0 ? shown : [])],
  }[level.replace('_TRANSITIVE', '') as 'NONE' | 'BACKWARD' | 'FORWARD' | 'FULL'];
  return lines.length === 0 ? [] : [...lines, `{validateFields: 'false', compatibility: '${level}'}`];
}

function filled(line: string, first: string, second: string): string {
  return line.replace('%s', first).replace('%s', second);
}
