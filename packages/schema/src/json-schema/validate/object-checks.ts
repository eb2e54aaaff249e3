import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../json/json-value.js';
import { patternFinds } from '../pattern-match.js';
import { type Check, type CheckMaker, isObject, problem, within } from './json-problem.js';
import { limitOf } from './scalar-checks.js';

/** Checks of the keywords on members of objects. Those on members that nothing looked at come last: see `unevaluatedProperties`. */
export function objectChecks(maker: CheckMaker): Check[] {
  const { json } = maker;
  return [...requiredChecks(json), ...countChecks(json), ...memberChecks(maker), ...nameChecks(maker), ...dependencyChecks(maker)];
}

function requiredChecks(json: JsonObject): Check[] {
  const names = textsOf(json.get('required'));
  if (names.length === 0) return [];
  return [(value) => missing(value, names)];
}

function missing(value: unknown, names: readonly string[]): ReturnType<Check> {
  if (!isObject(value)) return undefined;
  const name = names.find((candidate) => !Object.hasOwn(value, candidate));
  return name === undefined ? undefined : problem(`required property ${name} is missing`);
}

function countChecks(json: JsonObject): Check[] {
  const [least, most] = [limitOf(json.get('minProperties')), limitOf(json.get('maxProperties'))];
  if (least === undefined && most === undefined) return [];
  return [
    (value) => {
      if (!isObject(value)) return undefined;
      const count = Object.keys(value).length;
      if (least !== undefined && count < least) return problem(`fewer than ${least} properties`);
      return most !== undefined && count > most ? problem(`more than ${most} properties`) : undefined;
    },
  ];
}

function memberChecks(maker: CheckMaker): Check[] {
  const properties = new Map([...(objectOf(maker.json.get('properties')) ?? [])].map(([name, schema]) => [name, maker.child(schema)]));
  const patterns = [...(objectOf(maker.json.get('patternProperties')) ?? [])].map(([pattern, schema]) => ({ pattern, check: maker.child(schema) }));
  const rest = maker.json.get('additionalProperties');
  const additional = rest === undefined ? undefined : maker.child(rest);
  if (properties.size + patterns.length === 0 && additional === undefined) return [];
  return [
    (value, run, evaluated) => {
      if (!isObject(value)) return undefined;
      for (const name of Object.keys(value)) {
        run.steps += patterns.length;
        const checks = checksOf(name, properties, patterns);
        if (checks.length === 0 && additional !== undefined) checks.push(additional);
        for (const check of checks) {
          const found = check(value[name], run, undefined);
          if (found !== undefined) return within(found, name);
        }
        if (checks.length > 0) evaluated?.properties.add(name);
      }
      return undefined;
    },
  ];
}

/** A pattern that cannot be run might be the name's: then nothing is said of the name. */
function checksOf(name: string, properties: ReadonlyMap<string, Check>, patterns: readonly { readonly pattern: string; readonly check: Check }[]): Check[] {
  const own = properties.get(name);
  const checks = own === undefined ? [] : [own];
  for (const { pattern, check } of patterns) {
    const finds = patternFinds(pattern, name);
    if (finds === true) checks.push(check);
    else if (finds === undefined && own === undefined) checks.push(() => undefined);
  }
  return checks;
}

function nameChecks(maker: CheckMaker): Check[] {
  const schema = maker.json.get('propertyNames');
  if (schema === undefined) return [];
  const check = maker.child(schema);
  return [
    (value, run) => {
      if (!isObject(value)) return undefined;
      for (const name of Object.keys(value)) {
        const found = check(name, run, undefined);
        if (found !== undefined) return problem(`property name ${name}: ${found.detail}`);
      }
      return undefined;
    },
  ];
}

/** `dependencies`, and what 2019-09 made of it. */
function dependencyChecks(maker: CheckMaker): Check[] {
  const checks: Check[] = [];
  for (const keyword of ['dependencies', 'dependentRequired', 'dependentSchemas']) {
    for (const [name, dependency] of objectOf(maker.json.get(keyword)) ?? []) {
      const names = textsOf(dependency);
      const check: Check = isJsonArray(dependency) ? (value) => missing(value, names) : maker.child(dependency);
      checks.push((value, run, evaluated) => (isObject(value) && Object.hasOwn(value, name) ? check(value, run, evaluated) : undefined));
    }
  }
  return checks;
}

export function unevaluatedPropertiesCheck(maker: CheckMaker): Check[] {
  const schema = maker.json.get('unevaluatedProperties');
  if (schema === undefined) return [];
  const check = maker.child(schema);
  return [
    (value, run, evaluated) => {
      if (!isObject(value) || evaluated === undefined) return undefined;
      for (const name of Object.keys(value)) {
        if (evaluated.properties.has(name)) continue;
        const found = check(value[name], run, undefined);
        if (found !== undefined) return within(found, name);
        evaluated.properties.add(name);
      }
      return undefined;
    },
  ];
}

function objectOf(value: JsonValue | undefined): JsonObject | undefined {
  return isJsonObject(value) ? value : undefined;
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  return isJsonArray(value) ? value.filter((text) => typeof text === 'string') : [];
}
