import { getTextEncoding } from '@bufbuild/protobuf/wire';
import { isUtf8 } from '../../data/byte-reader.js';
import type { DataCheck, DataProblem } from '../../data/data-problem.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/json-value.js';
import { isModern } from '../dialect.js';
import type { JsonSchema } from '../json-schema.js';
import { schemaDocuments } from '../load-schema.js';
import type { SchemaDocument, SchemaDocuments, Target } from '../schema-documents.js';
import { arrayChecks, unevaluatedItemsCheck } from './array-checks.js';
import { combinedChecks, passedOn } from './combined-checks.js';
import { type Check, dataProblem, Evaluated, MAX_VALIDATION_DEPTH, MAX_VALIDATION_STEPS, problem, type Run, ValidationLimit } from './json-problem.js';
import { objectChecks, unevaluatedPropertiesCheck } from './object-checks.js';
import { scalarChecks } from './scalar-checks.js';

/** Looks at a value that was parsed. */
export type JsonCheck = (value: unknown) => DataProblem | undefined;

/**
 * A check of values against a JSON Schema, in bounded time: patterns run on RE2, one that RE2 lacks is passed over.
 * `format` says nothing, and `$dynamicRef` leads where `$ref` would.
 */
export function jsonValueCheck(schema: JsonSchema): JsonCheck {
  const check = new JsonCompiler(schema).root();
  return (value) => {
    try {
      const found = check(value, { steps: 0, depth: 0 }, undefined);
      return found === undefined ? undefined : dataProblem(found);
    } catch (error) {
      if (error instanceof ValidationLimit) return { detail: error.message, place: '$' };
      throw error;
    }
  };
}

/** The same for bytes, which must be one JSON text in UTF-8. */
export function jsonDataCheck(schema: JsonSchema): DataCheck {
  const check = jsonValueCheck(schema);
  return (bytes) => {
    if (!isUtf8(bytes, 0, bytes.length)) return { detail: 'text that is not UTF-8', place: '$' };
    let value: unknown;
    try {
      value = JSON.parse(getTextEncoding().decodeUtf8(bytes));
    } catch (error) {
      return { detail: `no JSON: ${error instanceof Error ? error.message : String(error)}`, place: '$' };
    }
    return check(value);
  };
}

class JsonCompiler {
  readonly #documents: SchemaDocuments;
  readonly #main: SchemaDocument;
  readonly #checks = new Map<JsonObject, Check>();
  /** Whether something asks which members were looked at. */
  readonly #tracks: boolean;

  constructor(schema: JsonSchema) {
    const { documents, main } = schemaDocuments(schema.root, schema.referenced);
    this.#documents = documents;
    this.#main = main;
    this.#tracks = [schema.canonicalString, ...schema.referenced.values()].some((text) => text.includes('"unevaluated'));
  }

  root(): Check {
    return this.#check({ json: this.#main.root, document: this.#main });
  }

  #check(target: Target): Check {
    const { json } = target;
    if (!isJsonObject(json)) return json === false ? () => problem('nothing may stand here') : () => undefined;
    const known = this.#checks.get(json);
    if (known !== undefined) return known;
    let compiled: readonly Check[] | undefined;
    // Compiled when first used, so that a schema within itself ends.
    const check: Check = (value, run, evaluated) => {
      compiled ??= this.#compiled(json, target);
      return applied(compiled, value, run, this.#tracks ? (evaluated ?? new Evaluated()) : undefined);
    };
    this.#checks.set(json, check);
    return check;
  }

  #compiled(json: JsonObject, target: Target): Check[] {
    const { dialect } = target.document;
    const child = (inner: JsonValue) => this.#check({ json: inner, document: target.document });
    const references = this.#references(json, target);
    if (json.has('$ref') && !isModern(dialect)) return references;
    const maker = { json, child };
    return [
      ...references,
      ...scalarChecks(json, dialect),
      ...objectChecks(maker),
      ...arrayChecks(maker, dialect),
      ...combinedChecks(maker, dialect),
      ...(isModern(dialect) ? [...unevaluatedPropertiesCheck(maker), ...unevaluatedItemsCheck(maker)] : []),
    ];
  }

  #references(json: JsonObject, target: Target): Check[] {
    return ['$ref', '$dynamicRef', '$recursiveRef'].flatMap((keyword) => {
      const ref = json.get(keyword);
      return typeof ref === 'string' ? [passedOn(this.#check(this.#documents.find(ref, target, `#/${keyword}`)))] : [];
    });
  }
}

function applied(checks: readonly Check[], value: unknown, run: Run, evaluated: Evaluated | undefined): ReturnType<Check> {
  if (++run.steps > MAX_VALIDATION_STEPS) throw new ValidationLimit(`more than ${MAX_VALIDATION_STEPS} steps to validate`);
  if (++run.depth > MAX_VALIDATION_DEPTH) throw new ValidationLimit(`schemas apply each other deeper than ${MAX_VALIDATION_DEPTH}`);
  for (const check of checks) {
    const found = check(value, run, evaluated);
    if (found !== undefined) {
      run.depth--;
      return found;
    }
  }
  run.depth--;
  return undefined;
}
