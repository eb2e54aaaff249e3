import { isJsonArray, type JsonValue } from '../../json/json-value.js';
import { type Dialect, isModern } from '../dialect.js';
import { type Check, type CheckMaker, Evaluated, type JsonProblem, problem, type Run } from './json-problem.js';

/** Checks of the keywords that apply other schemas to the same value. */
export function combinedChecks(maker: CheckMaker, dialect: Dialect): Check[] {
  const { json } = maker;
  const checks: Check[] = [];
  const list = (keyword: string) => listOf(json.get(keyword))?.map((schema) => maker.child(schema));
  const [all, any, one] = [list('allOf'), list('anyOf'), list('oneOf')];
  for (const check of all ?? []) checks.push(passedOn(check));
  if (any !== undefined) checks.push(anyCheck(any));
  if (one !== undefined) checks.push(oneCheck(one));
  const not = json.get('not');
  if (not !== undefined) {
    const check = maker.child(not);
    checks.push((value, run, evaluated) => (check(value, run, evaluated && new Evaluated()) === undefined ? problem('what must not match does') : undefined));
  }
  if (dialect === 'draft-07' || isModern(dialect)) checks.push(...conditionChecks(maker));
  return checks;
}

/** What a subschema looked at counts for the schema around it only if it matched. */
export function passedOn(check: Check): Check {
  return (value, run, evaluated) => {
    if (evaluated === undefined) return check(value, run, undefined);
    const own = new Evaluated();
    const found = check(value, run, own);
    if (found === undefined) evaluated.add(own);
    return found;
  };
}

function anyCheck(checks: readonly Check[]): Check {
  const passed = checks.map(passedOn);
  return (value, run, evaluated) => {
    let first: JsonProblem | undefined;
    let matches = false;
    for (const check of passed) {
      const found = check(value, run, evaluated);
      first ??= found;
      if (found !== undefined) continue;
      matches = true;
      // The others still tell which members they look at.
      if (evaluated === undefined) return undefined;
    }
    return matches ? undefined : none('anyOf', first);
  };
}

function oneCheck(checks: readonly Check[]): Check {
  const passed = checks.map(passedOn);
  return (value, run, evaluated) => {
    let first: JsonProblem | undefined;
    let count = 0;
    for (const check of passed) {
      const found = check(value, run, evaluated);
      first ??= found;
      if (found === undefined && ++count > 1) return problem('more than one schema of oneOf matches');
    }
    return count === 1 ? undefined : none('oneOf', first);
  };
}

function none(keyword: string, first: JsonProblem | undefined): JsonProblem {
  return { detail: `no schema of ${keyword} matches${first === undefined ? '' : ` (${first.detail})`}`, steps: first?.steps ?? [] };
}

function conditionChecks(maker: CheckMaker): Check[] {
  const condition = maker.json.get('if');
  if (condition === undefined) return [];
  const check = passedOn(maker.child(condition));
  const branch = (keyword: string) => {
    const schema = maker.json.get(keyword);
    return schema === undefined ? undefined : passedOn(maker.child(schema));
  };
  const [yes, no] = [branch('then'), branch('else')];
  return [(value: unknown, run: Run, evaluated) => (check(value, run, evaluated) === undefined ? yes : no)?.(value, run, evaluated)];
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] | undefined {
  return isJsonArray(value) ? value : undefined;
}
