/**
 * CEL: conditions and transformations of a whole value (`message`), or of each tagged field (`value`, `name`, `fullName`,
 * `typeName`, `tags`, `message`). What stands before a `;` is a guard: where it is false the rule does not apply.
 */
import { celEnv, isCelError, isCelList, isCelMap, isCelUint, parse, plan, type CelInput } from '@bufbuild/cel';
import { strings } from '@bufbuild/cel/ext';
import { isMessage } from '@bufbuild/protobuf';
import { timestampDate, TimestampSchema } from '@bufbuild/protobuf/wkt';
import { plainToCel } from './cel-values.js';
import type { Field } from './field-visitor.js';
import { RuleError, type RuleContext, type RuleExecutor } from './rule-context.js';
import { overTaggedFields } from './tagged-fields.js';

type Bindings = Readonly<Record<string, unknown>>;
type Program = (bindings: Bindings) => unknown;

const environment = celEnv({ funcs: strings });
const programs = new Map<string, Program>();
const MAX_PROGRAMS = 1_000;

export const celRules: RuleExecutor = {
  type: 'CEL',
  run: (value, context) => {
    const message = context.codec === undefined ? plainToCel(value) : context.codec.toCel(value);
    const result = evaluate(context, { message }, SKIPPED);
    if (result === SKIPPED) return context.rule.kind === 'CONDITION' ? true : value;
    if (context.rule.kind === 'CONDITION') return result;
    return context.codec === undefined ? celToPlain(result) : context.codec.fromCel(celToPlain(result), value);
  },
};

export const celFieldRules: RuleExecutor = {
  type: 'CEL_FIELD',
  run: (value, context) =>
    overTaggedFields(value, context, (field, fieldValue) => {
      const result = evaluate(context, fieldBindings(field, fieldValue), SKIPPED);
      if (result === SKIPPED) return context.rule.kind === 'CONDITION' ? true : fieldValue;
      return context.rule.kind === 'CONDITION' ? result : likeBefore(result, fieldValue);
    }),
};

const SKIPPED: unique symbol = Symbol('skipped');

function fieldBindings(field: Field, value: unknown): Bindings {
  const isWhole = field.type === 'INT' || field.type === 'LONG';
  return {
    value: isWhole && typeof value === 'number' ? BigInt(value) : plainToCel(value, false),
    fullName: field.fullName,
    name: field.name,
    typeName: field.type,
    tags: field.tags,
    message: plainToCel(field.containing),
  };
}

function evaluate(context: RuleContext, bindings: Bindings, skipped: typeof SKIPPED): unknown {
  const expression = context.rule.expr;
  if (expression === undefined) throw new RuleError(context.rule, 'the rule has no expression');
  const split = guardEnd(expression);
  if (split >= 0 && expression.slice(0, split).trim() !== '' && runProgram(context, expression.slice(0, split), bindings) === false) return skipped;
  return runProgram(context, expression.slice(split + 1), bindings);
}

/** The first `;` outside of quotes. */
function guardEnd(expression: string): number {
  let quote = '';
  for (let i = 0; i < expression.length; i++) {
    const letter = expression[i] ?? '';
    if (quote !== '') {
      if (letter === '\\') i++;
      else if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === ';') return i;
  }
  return -1;
}

function runProgram(context: RuleContext, expression: string, bindings: Bindings): unknown {
  const result = programOf(context, expression)(bindings);
  if (isCelError(result)) throw new RuleError(context.rule, `${expression.trim()}: ${result.message}`, result);
  return result;
}

function programOf(context: RuleContext, expression: string): Program {
  const known = programs.get(expression);
  if (known !== undefined) return known;
  try {
    const planned = plan(environment, parse(expression));
    const program: Program = (bindings) => planned(bindings as Record<string, CelInput>);
    if (programs.size >= MAX_PROGRAMS) programs.clear();
    programs.set(expression, program);
    return program;
  } catch (error) {
    throw new RuleError(context.rule, `${expression.trim()} is no CEL: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}

/** What CEL gives, as plain data; its ints are numbers where that is exact. */
function celToPlain(value: unknown): unknown {
  if (typeof value === 'bigint') return value >= -MAX_SAFE && value <= MAX_SAFE ? Number(value) : value;
  if (isCelUint(value)) return celToPlain(value.value);
  if (isCelList(value)) return Array.from(value, celToPlain);
  if (isCelMap(value)) return Object.fromEntries(Array.from(value, ([key, member]) => [String(celToPlain(key)), celToPlain(member)]));
  if (isTimestamp(value)) return timestampDate(value.message);
  return value;
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** A long that was a bigint stays one. */
function likeBefore(result: unknown, before: unknown): unknown {
  return typeof before === 'bigint' && typeof result === 'bigint' ? result : celToPlain(result);
}

function isTimestamp(value: unknown): value is { message: Parameters<typeof timestampDate>[0] } {
  return typeof value === 'object' && value !== null && 'message' in value && isMessage(value.message, TimestampSchema);
}
