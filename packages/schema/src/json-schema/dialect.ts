import { isJsonObject, type JsonValue } from '../json/json-value.js';

export type Dialect = 'draft-04' | 'draft-06' | 'draft-07' | '2019-09' | '2020-12';

const DIALECTS: ReadonlyMap<string, Dialect> = new Map<string, Dialect>([
  ['json-schema.org/schema', 'draft-04'],
  ['json-schema.org/draft-04/schema', 'draft-04'],
  ['json-schema.org/draft-06/schema', 'draft-06'],
  ['json-schema.org/draft-07/schema', 'draft-07'],
  ['json-schema.org/draft/2019-09/schema', '2019-09'],
  ['json-schema.org/draft/2020-12/schema', '2020-12'],
]);

/** The dialect that `$schema` names; draft 7 where it names none that is known. */
export function dialectOf(schema: JsonValue): Dialect {
  const url = isJsonObject(schema) ? schema.get('$schema') : undefined;
  return (typeof url === 'string' ? dialectOfUrl(url) : undefined) ?? 'draft-07';
}

export function dialectOfUrl(url: string): Dialect | undefined {
  return DIALECTS.get(url.replace(/^https?:\/\//, '').replace(/#$/, ''));
}

/** 2019-09 and later: `$ref` has siblings, and there are `unevaluated` keywords. */
export function isModern(dialect: Dialect): boolean {
  return dialect === '2019-09' || dialect === '2020-12';
}

export function idKeyword(dialect: Dialect): 'id' | '$id' {
  return dialect === 'draft-04' ? 'id' : '$id';
}
