/** ajv for the dialect that a schema names; patterns run in linear time, since schemas come from the registry. */
import { Ajv, type AnySchemaObject, type ValidateFunction, type Options } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Dialect } from '@millrace/schema';
import { RE2JS } from 're2js';

export type Patterns = 'linear' | 'native';

export interface ValidatorInput {
  readonly root: unknown;
  readonly dialect: Dialect;
  /** Referenced schemas by the name that `$ref` uses. */
  readonly referenced: ReadonlyMap<string, unknown>;
  readonly patterns: Patterns;
}

/** @throws TypeError for what ajv cannot compile */
export function jsonValidator({ root, dialect, referenced, patterns }: ValidatorInput): ValidateFunction {
  // JSON has no NaN: it would be written as null.
  const exact = { strictNumbers: true, ownProperties: namesMembersOfAll([root, ...referenced.values()]) };
  const ajv = ajvOf(dialect, { strict: false, allErrors: false, ...exact, ...(patterns === 'linear' && { code: { regExp: linear } }) });
  // Two copies of ajv's types meet here, one for each kind of module.
  (addFormats as unknown as (target: unknown) => void)(ajv);
  for (const [name, schema] of referenced) if (isObject(schema)) ajv.addSchema(known(schema, dialect), name);
  try {
    return ajv.compile(isObject(root) ? known(root, dialect) : (root as boolean));
  } catch (error) {
    throw new TypeError(`the schema cannot be run by ajv: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

const membersOfAll = Object.getOwnPropertyNames(Object.prototype).map((name) => JSON.stringify(name));

/** Whether a schema speaks of members that every object has, as `constructor`: to look for own ones alone takes ajv three times as long. */
function namesMembersOfAll(schemas: readonly unknown[]): boolean {
  return schemas.some((schema) => {
    const text = JSON.stringify(schema);
    return membersOfAll.some((name) => text.includes(name));
  });
}

function ajvOf(dialect: Dialect, options: Options): Ajv {
  switch (dialect) {
    case 'draft-04':
      return new (AjvDraft04 as unknown as new (options: Options) => Ajv)(options);
    case '2019-09':
      return new Ajv2019(options);
    case '2020-12':
      return new Ajv2020(options);
    default:
      return new Ajv(options);
  }
}

/** ajv refuses a `$schema` that it does not have; drafts 6 and 7 are one to it but for the name. */
function known(schema: AnySchemaObject, dialect: Dialect): AnySchemaObject {
  if (dialect !== 'draft-06' && dialect !== 'draft-07') return schema;
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => keyword !== '$schema'));
}

const linear = Object.assign(
  (pattern: string) => {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern));
    return { test: (text: string) => compiled.matcher(text).find() };
  },
  { code: 'linear' },
);

function isObject(value: unknown): value is AnySchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
