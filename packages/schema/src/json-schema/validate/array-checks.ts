import { isJsonArray, type JsonObject } from '../../json/json-value.js';
import { type Dialect, isModern } from '../dialect.js';
import { type Check, type CheckMaker, problem, valueKey, within } from './json-problem.js';
import { limitOf } from './scalar-checks.js';

/** Checks of the keywords on items of arrays. Those on items that nothing looked at come last: see `unevaluatedItems`. */
export function arrayChecks(maker: CheckMaker, dialect: Dialect): Check[] {
  return [...countChecks(maker.json), ...itemChecks(maker), ...containsChecks(maker, dialect)];
}

function countChecks(json: JsonObject): Check[] {
  const [least, most] = [limitOf(json.get('minItems')), limitOf(json.get('maxItems'))];
  const checks: Check[] = [];
  if (least !== undefined) checks.push((value) => (Array.isArray(value) && value.length < least ? problem(`fewer than ${least} items`) : undefined));
  if (most !== undefined) checks.push((value) => (Array.isArray(value) && value.length > most ? problem(`more than ${most} items`) : undefined));
  if (json.get('uniqueItems') === true) {
    checks.push((value) => (Array.isArray(value) && new Set(value.map(valueKey)).size < value.length ? problem('items that are equal') : undefined));
  }
  return checks;
}

/** A tuple is an array under `items` up to 2019-09, and `prefixItems` since. */
function itemChecks(maker: CheckMaker): Check[] {
  const items = maker.json.get('items');
  const prefix = isJsonArray(items) ? items : maker.json.get('prefixItems');
  const tuple = isJsonArray(prefix) ? prefix.map((schema) => maker.child(schema)) : [];
  const restSchema = isJsonArray(items) ? maker.json.get('additionalItems') : items;
  const rest = restSchema === undefined ? undefined : maker.child(restSchema);
  if (tuple.length === 0 && rest === undefined) return [];
  return [
    (value, run, evaluated) => {
      if (!Array.isArray(value)) return undefined;
      const last = rest === undefined ? Math.min(tuple.length, value.length) : value.length;
      for (let index = 0; index < last; index++) {
        const found = (tuple[index] ?? rest)?.(value[index], run, undefined);
        if (found !== undefined) return within(found, index);
        evaluated?.items.add(index);
      }
      return undefined;
    },
  ];
}

function containsChecks(maker: CheckMaker, dialect: Dialect): Check[] {
  const schema = maker.json.get('contains');
  if (schema === undefined || dialect === 'draft-04') return [];
  const check = maker.child(schema);
  const [least, most] = isModern(dialect) ? [limitOf(maker.json.get('minContains')) ?? 1, limitOf(maker.json.get('maxContains'))] : [1, undefined];
  return [
    (value, run, evaluated) => {
      if (!Array.isArray(value)) return undefined;
      let count = 0;
      value.forEach((item, index) => {
        if (check(item, run, undefined) !== undefined) return;
        count++;
        if (dialect === '2020-12') evaluated?.items.add(index);
      });
      if (count < least) return problem(`${count} items match contains, not ${least}`);
      return most !== undefined && count > most ? problem(`${count} items match contains, more than ${most}`) : undefined;
    },
  ];
}

export function unevaluatedItemsCheck(maker: CheckMaker): Check[] {
  const schema = maker.json.get('unevaluatedItems');
  if (schema === undefined) return [];
  const check = maker.child(schema);
  return [
    (value, run, evaluated) => {
      if (!Array.isArray(value) || evaluated === undefined) return undefined;
      for (let index = 0; index < value.length; index++) {
        if (evaluated.items.has(index)) continue;
        const found = check(value[index], run, undefined);
        if (found !== undefined) return within(found, index);
        evaluated.items.add(index);
      }
      return undefined;
    },
  ];
}
