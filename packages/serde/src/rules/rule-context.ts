/** What a rule knows while it runs, and what it can be made of. */
import type { Metadata, Rule } from '@millrace/schema';
import type { Codec } from '../codec.js';
import type { SchemaToRegister } from '../registry/registry-api.js';
import type { Part } from '../serde-error.js';

/** What is being done: WRITE and READ by domain and encoding rules, UPGRADE and DOWNGRADE by migrations. */
export type RuleMode = 'WRITE' | 'READ' | 'UPGRADE' | 'DOWNGRADE';

export interface RuleContext {
  readonly rule: Rule;
  readonly mode: RuleMode;
  readonly topic: string;
  readonly part: Part;
  readonly subject: string;
  /** The schema whose rules run. */
  readonly schema: SchemaToRegister;
  /** Of that schema; undefined while bytes are handled, and in migrations, which see plain data. */
  readonly codec: Codec<unknown> | undefined;
  /** A parameter of the rule, or else a property of the schema's metadata. */
  parameter(name: string): string | undefined;
}

/** Runs rules of one type. A condition gives a boolean, a transformation the new value. */
export interface RuleExecutor {
  readonly type: string;
  run(value: unknown, context: RuleContext): unknown;
}

/** What follows a rule: `onSuccess` and `onFailure` name it. `error` is undefined after success. */
export type RuleAction = (context: RuleContext, value: unknown, error: Error | undefined) => void | Promise<void>;

export interface RuleOptions {
  /** Types of rules beside CEL, CEL_FIELD and JSONATA, or in their place. ENCRYPT comes from `fieldEncryption()`. */
  readonly executors?: readonly RuleExecutor[];
  /** Actions by name, beside ERROR and NONE. `DLQ` is called with what failed, before the failure is thrown. */
  readonly actions?: Readonly<Record<string, RuleAction>>;
}

export class RuleError extends Error {
  override readonly name = 'RuleError';
  readonly rule: string;

  constructor(rule: Rule, message: string, cause?: unknown) {
    super(message, { cause });
    this.rule = rule.name;
  }
}

export function parameterOf(rule: Rule, metadata: Metadata | undefined, name: string): string | undefined {
  return rule.params?.[name] ?? metadata?.properties?.[name];
}
