/** Runs the rules of a schema over a value, one after another, with the action that each asks for. */
import type { Rule } from '@millrace/schema';
import type { Codec } from '../codec.js';
import type { SchemaToRegister } from '../registry/registry-api.js';
import { messageOf, type Part } from '../serde-error.js';
import { parameterOf, RuleError, type RuleAction, type RuleContext, type RuleExecutor, type RuleMode, type RuleOptions } from './rule-context.js';

export interface RuleTask {
  readonly rules: readonly Rule[];
  readonly mode: RuleMode;
  readonly topic: string;
  readonly part: Part;
  readonly subject: string;
  readonly schema: SchemaToRegister;
  readonly codec: Codec<unknown> | undefined;
}

/** Loaded when a rule first needs them: most schemas have none. */
const BUILT_IN: Readonly<Record<string, () => Promise<RuleExecutor>>> = {
  CEL: async () => (await import('./cel-rules.js')).celRules,
  CEL_FIELD: async () => (await import('./cel-rules.js')).celFieldRules,
  JSONATA: async () => (await import('./jsonata-rules.js')).jsonataRules,
};

export class RuleRunner {
  readonly #executors: Map<string, RuleExecutor>;
  readonly #actions: Readonly<Record<string, RuleAction>>;

  constructor({ executors = [], actions = {} }: RuleOptions) {
    this.#executors = new Map(executors.map((executor) => [executor.type, executor]));
    this.#actions = actions;
  }

  /** @throws RuleError where a rule failed and its action is not NONE */
  async run(value: unknown, task: RuleTask): Promise<unknown> {
    let current = value;
    for (const rule of task.rules) current = await this.#runOne(current, contextOf(rule, task));
    return current;
  }

  async #runOne(value: unknown, context: RuleContext): Promise<unknown> {
    const { rule } = context;
    let result: unknown;
    try {
      const executor = await this.#executor(rule);
      result = await executor.run(value, context);
      if (rule.kind === 'CONDITION') {
        if (result !== true) throw new RuleError(rule, conditionText(rule));
        result = value;
      }
    } catch (error) {
      await this.#act(actionName(rule, context.mode, rule.onFailure) ?? 'ERROR', context, value, error instanceof Error ? error : new Error(String(error)));
      return value;
    }
    await this.#act(actionName(rule, context.mode, rule.onSuccess) ?? 'NONE', context, result, undefined);
    return result;
  }

  async #executor(rule: Rule): Promise<RuleExecutor> {
    const type = rule.type ?? '';
    const known = this.#executors.get(type);
    if (known !== undefined) return known;
    const load = Object.hasOwn(BUILT_IN, type) ? BUILT_IN[type] : undefined;
    if (load === undefined) throw new RuleError(rule, `nothing runs rules of type ${type}${type.startsWith('ENCRYPT') ? '; give fieldEncryption() to the serializer' : ''}`);
    const loaded = await load();
    this.#executors.set(type, loaded);
    return loaded;
  }

  async #act(name: string, context: RuleContext, value: unknown, error: Error | undefined): Promise<void> {
    if (name === 'NONE') return;
    const action = Object.hasOwn(this.#actions, name) ? this.#actions[name] : undefined;
    if (action !== undefined) await action(context, value, error);
    else if (name !== 'ERROR') throw new RuleError(context.rule, `rule ${context.rule.name} asks for the action ${name}, which is not there`, error);
    if (name === 'ERROR' || name === 'DLQ') throw new RuleError(context.rule, `rule ${context.rule.name} failed${error === undefined ? '' : `: ${messageOf(error)}`}`, error);
  }
}

function contextOf(rule: Rule, task: RuleTask): RuleContext {
  const { mode, topic, part, subject, schema, codec } = task;
  return { rule, mode, topic, part, subject, schema, codec, parameter: (name) => parameterOf(rule, schema.metadata, name) };
}

function conditionText(rule: Rule): string {
  if (rule.doc !== undefined && rule.doc !== '') return rule.doc;
  return rule.expr === undefined ? 'the condition does not hold' : `${rule.expr} does not hold`;
}

/** A rule for both ways may name two actions, `DLQ,NONE`: the first for writing, the second for reading. */
function actionName(rule: Rule, mode: RuleMode, given: string | undefined): string | undefined {
  if (given === undefined || given === '') return undefined;
  const isBothWays = rule.mode === undefined || rule.mode === 'WRITEREAD' || rule.mode === 'UPDOWN';
  if (!isBothWays || !given.includes(',')) return given;
  const [first, second] = given.split(',').map((name) => name.trim());
  return mode === 'WRITE' || mode === 'UPGRADE' ? first : second;
}
