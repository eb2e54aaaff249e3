/** Field rules: of all fields of a value, those with one of the rule's tags. */
import { RE2JS } from 're2js';
import { isPrimitive, type Field } from './field-visitor.js';
import { RuleError, type RuleContext } from './rule-context.js';

/**
 * Runs a field rule over the value; a rule without tags takes every field.
 * A condition that does not hold for a field fails the rule.
 */
export async function overTaggedFields(value: unknown, context: RuleContext, run: (field: Field, value: unknown) => unknown): Promise<unknown> {
  const { codec, rule } = context;
  if (codec === undefined) throw new RuleError(rule, `rules of type ${rule.type} need a value with fields`);
  const wanted = new Set(rule.tags ?? []);
  const tagsOf = metadataTags(context);
  const changed = await codec.mapFields(value, async (field, fieldValue) => {
    if (!isPrimitive(field.type)) return fieldValue;
    const tags = [...new Set([...field.tags, ...tagsOf(field.fullName)])];
    if (wanted.size > 0 && !tags.some((tag) => wanted.has(tag))) return fieldValue;
    const result = await run({ ...field, tags }, fieldValue);
    if (rule.kind !== 'CONDITION') return result;
    if (result !== true) throw new RuleError(rule, `${rule.doc ?? `${rule.expr} does not hold`} (field ${field.fullName})`);
    return fieldValue;
  });
  return rule.kind === 'CONDITION' ? true : changed;
}

/** Tags that the schema's metadata gives to fields by patterns of their full names. */
function metadataTags(context: RuleContext): (fullName: string) => readonly string[] {
  const patterns = Object.entries(context.schema.metadata?.tags ?? {}).map(([pattern, tags]) => ({ matches: wildcard(pattern), tags }));
  return (fullName) => patterns.filter(({ matches }) => matches(fullName)).flatMap(({ tags }) => tags);
}

/** `*` stands for any characters within one name, `**` for any at all, `?` for one; in linear time, since patterns come from the registry. */
export function wildcard(pattern: string): (name: string) => boolean {
  const source = pattern.replaceAll('**.*', '**').replaceAll(/\*\*|\*|\?|[^*?]+/g, (piece) => {
    if (piece === '**') return '.*';
    if (piece === '*') return '[^.]*';
    return piece === '?' ? '[^.]' : RE2JS.quote(piece);
  });
  const compiled = RE2JS.compile(source);
  return (name) => compiled.matches(name);
}
