import type { JsonObject, JsonValue } from '../../json/json-value.js';
import type { DataProblem } from '../../data/data-problem.js';

/** Steps of one validation: schemas applied to values. Alternatives within alternatives could take forever. */
export const MAX_VALIDATION_STEPS = 1_000_000;

/** Schemas within each other while one value is looked at. */
export const MAX_VALIDATION_DEPTH = 500;

/** What is wrong, and the steps to it, innermost first. */
export interface JsonProblem {
  readonly detail: string;
  readonly steps: (string | number)[];
}

/** Ends a validation that is too much work. */
export class ValidationLimit extends Error {}

/** One validation on its way. */
export interface Run {
  steps: number;
  depth: number;
}

/** What of an object or array a schema and its subschemas looked at; only kept where something asks for it. */
export class Evaluated {
  readonly properties: Set<string> = new Set();
  readonly items: Set<number> = new Set();

  add(other: Evaluated): void {
    for (const name of other.properties) this.properties.add(name);
    for (const index of other.items) this.items.add(index);
  }
}

/** Looks at a value; undefined where it is valid. */
export type Check = (value: unknown, run: Run, evaluated: Evaluated | undefined) => JsonProblem | undefined;

export interface CheckMaker {
  /** The check of a schema inside the one that is being compiled. */
  child(json: JsonValue): Check;
  readonly json: JsonObject;
}

export function problem(detail: string): JsonProblem {
  return { detail, steps: [] };
}

export function within(found: JsonProblem | undefined, step: string | number): JsonProblem | undefined {
  found?.steps.push(step);
  return found;
}

export function dataProblem({ detail, steps }: JsonProblem): DataProblem {
  const path = steps.toReversed().map((step) => (typeof step === 'number' ? `[${step}]` : /^[A-Za-z_$][\w$]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`));
  return { detail, place: `$${path.join('')}` };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text that equal values share, members in any order. */
export function valueKey(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(valueKey).join()}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'undefined';
  return `{${Object.keys(value).toSorted().map((key) => `${JSON.stringify(key)}:${valueKey(value[key])}`).join()}}`;
}
