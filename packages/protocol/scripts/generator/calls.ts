import type { Field, Message, Versions } from './definition.ts';
import { choose, common, condition, flexibleVersions } from './versions.ts';

/** A reader or writer method's name for a type, by whether it is compact and nullable. */
export type Method = (compact: boolean, nullable: boolean) => string;

const LENGTHS: Readonly<Record<string, string>> = { string: 'String', bytes: 'Bytes', records: 'Records' };
const PLAIN: Readonly<Record<string, string>> = {
  bool: 'Boolean', int8: 'Int8', int16: 'Int16', uint16: 'Uint16', int32: 'Int32', uint32: 'Uint32', int64: 'Int64', float64: 'Float64', uuid: 'Uuid',
};

/** The suffix after `read` or `write` for one value. */
export function suffix(field: Field, compact: boolean, nullable: boolean): string {
  const sized = LENGTHS[field.type];
  if (sized !== undefined) return `${compact ? 'Compact' : ''}${nullable ? 'Nullable' : ''}${sized}`;
  const plain = PLAIN[field.type];
  if (plain === undefined) throw new Error(`no type ${field.type}`);
  return field.exact ? `${plain}Exact` : plain;
}

/**
 * An expression that calls the method right for the version. `make` gives the call for one combination of compact and
 * nullable; the questions that `known` versions answer are not asked at run time.
 */
export function byVersion(message: Message, field: Field, known: Versions, nullableType: boolean, make: Method): string {
  const flexible = field.inflexible ? null : common(flexibleVersions(message), known);
  const rigid = field.inflexible ? known : common({ from: 0, to: message.flexible - 1 }, known);
  const within = (versions: Versions, compact: boolean): string => {
    const when = nullableType ? condition(field.nullable, versions) : false;
    return choose(when, make(compact, true), make(compact, false));
  };
  if (flexible === null) return within(rigid!, false);
  if (rigid === null) return within(flexible, true);
  const [yes, no] = [within(flexible, true), within(rigid, false)];
  return choose('flexible', yes.includes('?') ? `(${yes})` : yes, no.includes('?') ? `(${no})` : no);
}

/** The same calls as one statement. */
export function statement(expression: string): string {
  const choice = /^(\w+) \? (.*) : (.*)$/.exec(expression);
  return choice === null ? `${expression};` : `if (${choice[1]}) ${choice[2]}; else ${choice[3]};`;
}
