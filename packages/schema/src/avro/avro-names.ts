import { SchemaError } from '../schema-error.js';

/** `ascii` is the specification's rule, for new schemas; `unicode` is what Confluent still takes in stored ones. */
export type NameRule = 'ascii' | 'unicode';

const RULES: Record<NameRule, { first: RegExp; rest: RegExp }> = {
  ascii: { first: /^[A-Za-z_]/, rest: /^[A-Za-z0-9_]*$/ },
  unicode: { first: /^[\p{L}_]/u, rest: /^[\p{L}\p{Nd}_]*$/u },
};

/** @throws SchemaError in the words of Avro's name validator */
export function checkName(name: string | null, rule: NameRule, place: string): void {
  const { first, rest } = RULES[rule];
  if (name === null) throw new SchemaError('INVALID_SCHEMA', place, 'Null name');
  if (name === '') throw new SchemaError('INVALID_SCHEMA', place, 'Empty name');
  if (!first.test(name)) throw new SchemaError('INVALID_SCHEMA', place, `Illegal initial character: ${name}`);
  if (!rest.test(name)) throw new SchemaError('INVALID_SCHEMA', place, `Illegal character in: ${name}`);
}
