/** JSONata: migrations, mostly. The value is plain data; patterns run in linear time, since they come from the registry. */
import jsonata from 'jsonata';
import { LinearPattern } from './linear-pattern.js';
import { RuleError, type RuleExecutor } from './rule-context.js';

const expressions = new Map<string, jsonata.Expression>();
const MAX_EXPRESSIONS = 1_000;

/** An expression comes from the registry: it ends, whatever it says. */
const LIMITS: jsonata.JsonataOptions = {
  timeout: 5_000,
  stack: 500,
  sequence: 1_000_000,
  // JSONata makes one from a RegExp and calls `exec`; the rest of the class it never looks at.
  RegexEngine: LinearPattern as unknown as RegExpConstructor,
};

export const jsonataRules: RuleExecutor = {
  type: 'JSONATA',
  run: async (value, { rule, codec }) => {
    if (rule.expr === undefined) throw new RuleError(rule, 'the rule has no expression');
    const plain = codec === undefined ? value : codec.toPlain(value);
    const result: unknown = plainOf(await expressionOf(rule.expr).evaluate(plain));
    return codec === undefined || rule.kind === 'CONDITION' ? result : codec.fromPlain(result, value);
  },
};

function expressionOf(text: string): jsonata.Expression {
  const known = expressions.get(text);
  if (known !== undefined) return known;
  const expression = jsonata(text, LIMITS);
  if (expressions.size >= MAX_EXPRESSIONS) expressions.clear();
  expressions.set(text, expression);
  return expression;
}

/** JSONata marks its arrays with properties of its own. */
function plainOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value !== 'object' || value === null || value.constructor !== Object) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plainOf(member)]));
}
