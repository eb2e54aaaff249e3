import { javaDoubleText } from '../../json/java-number.js';
import { ComparisonBudget } from '../../compatibility/difference.js';
import type { CompatibilityPolicy } from '../../compatibility/compatibility-level.js';
import { jsonText } from '../../json/json-text.js';
import { isJsonArray, isJsonObject, type JsonValue } from '../../json/json-value.js';
import { MAX_COMPARISON_DEPTH } from '../../limits.js';
import { SchemaError } from '../../schema-error.js';
import type { SchemaNode } from '../schema-node.js';
import { isCompatibleType, type JsonDifferenceType } from './difference-types.js';

/** A difference and the steps that lead to it from where it is told. */
export interface JsonDifference {
  readonly type: JsonDifferenceType;
  readonly path: readonly string[];
}

export type Differences = readonly JsonDifference[];
export type ComparePair = (original: SchemaNode | undefined, update: SchemaNode | undefined) => Differences;

/** What one comparison knows: its policy, how much it may still do, and the pairs that it has seen. */
export class DiffContext {
  readonly policy: CompatibilityPolicy;
  readonly #budget = new ComparisonBudget();
  readonly #done = new Map<SchemaNode, Map<SchemaNode, Differences>>();
  /** Pairs being compared, outermost first, with their depth. */
  readonly #inProgress = new Map<SchemaNode, Map<SchemaNode, number>>();
  #depth = 0;
  /** The outermost pair in progress that a result since then has leant on. */
  #leansOn = Infinity;
  readonly #valueIds = new Map<string, number>();
  readonly #knownIds = new Map<JsonValue, number>();

  constructor(policy: CompatibilityPolicy) {
    this.policy = policy;
  }

  spend(steps: number): void {
    this.#budget.spend(steps, '#');
  }

  isCompatible(differences: Differences): boolean {
    return differences.every((difference) => isCompatibleType(difference.type, this.policy));
  }

  /**
   * Compares a pair once. A pair in progress counts as compatible, which ends recursion; a result that leant on such a
   * pair is not kept, because it holds only there.
   */
  once(original: SchemaNode, update: SchemaNode, compare: () => Differences): Differences {
    const known = this.#done.get(original)?.get(update);
    this.#budget.spend(1 + (known?.length ?? 0), '#');
    if (known !== undefined) return known;
    const open = this.#inProgress.get(original)?.get(update);
    if (open !== undefined) {
      this.#leansOn = Math.min(this.#leansOn, open);
      return [];
    }
    const depth = this.#depth++;
    if (depth > MAX_COMPARISON_DEPTH) throw new SchemaError('LIMIT_EXCEEDED', '#', `Schemas refer deeper than ${MAX_COMPARISON_DEPTH}`);
    mapAt(this.#inProgress, original).set(update, depth);
    const outer = this.#leansOn;
    this.#leansOn = Infinity;
    const found = compare();
    this.#depth = depth;
    this.#inProgress.get(original)?.delete(update);
    if (this.#leansOn >= depth) mapAt(this.#done, original).set(update, found);
    this.#leansOn = Math.min(outer, this.#leansOn >= depth ? Infinity : this.#leansOn);
    this.#budget.spend(found.length, '#');
    return found;
  }

  /** A number that equal values share, members in any order. */
  valueId(value: JsonValue): number {
    if (!isJsonArray(value) && !isJsonObject(value)) return this.#idOf(jsonText(value, (number) => (number.isInteger ? number.text : javaDoubleText(number.value))));
    const known = this.#knownIds.get(value);
    if (known !== undefined) return known;
    const text = isJsonArray(value)
      ? `[${value.map((element) => this.valueId(element)).join()}`
      : `{${[...value].map(([key, member]) => `${JSON.stringify(key)}:${this.valueId(member)}`).toSorted().join()}`;
    const id = this.#idOf(text);
    this.#knownIds.set(value, id);
    return id;
  }

  #idOf(text: string): number {
    const id = this.#valueIds.get(text) ?? this.#valueIds.size;
    this.#valueIds.set(text, id);
    return id;
  }
}

export function at(step: string | readonly string[], differences: Differences): JsonDifference[] {
  const steps = typeof step === 'string' ? [step] : step;
  return differences.map(({ type, path }) => ({ type, path: [...steps, ...path] }));
}

export function differs(type: JsonDifferenceType, ...path: string[]): JsonDifference {
  return { type, path };
}

function mapAt<V>(maps: Map<SchemaNode, Map<SchemaNode, V>>, key: SchemaNode): Map<SchemaNode, V> {
  const found = maps.get(key) ?? new Map<SchemaNode, V>();
  maps.set(key, found);
  return found;
}
