/**
 * `/contexts/orders/subjects/a` is `/subjects/:.orders:a`: the context of the path goes to where a subject, or a prefix of
 * subjects, is named. Works on paths as they came, still encoded.
 */
import { contextNamed, contextPrefix } from '../core/qualified-subject.js';

const namesSubject: ReadonlySet<string> = new Set(['subjects', 'deks']);
const scopes: ReadonlySet<string> = new Set(['config', 'mode']);
const listed: ReadonlySet<string> = new Set(['schemas', 'subjects', 'keks']);

/** The same url when it names no context; undefined when the name cannot be one. */
export function rewriteContexts(url: string): string | undefined {
  if (!url.startsWith('/contexts/')) return url;
  const [path, query] = splitOnce(url, '?');
  const [, , encodedName = '', ...rest] = path.split('/');
  if (rest.length === 0 || (rest.length === 1 && rest[0] === '')) return url;
  const name = decoded(encodedName);
  const context = name === undefined ? undefined : contextNamed(name);
  if (context === undefined) return undefined;
  const prefix = contextPrefix(context);
  const at = subjectAt(rest);
  const segments = rest.map((segment, index) => (index === at ? qualified(segment, prefix) : segment));
  if (scopes.has(rest[0] ?? '')) segments[1] = qualified(rest[1] ?? '', prefix);
  return `/${segments.join('/')}${withQuery(query, rest, prefix)}`;
}

/** Where a subject is named: behind the first word that says so, as a subject, a key or a topic may be called like that too. */
function subjectAt(segments: readonly string[]): number {
  const [first] = segments;
  // /dek-registry/v1/keks/:name/deks/:subject
  const at = first === 'dek-registry' ? 4 : segments.findIndex((segment) => namesSubject.has(segment));
  const isThere = namesSubject.has(segments[at] ?? '') && (first !== 'associations' || at === 1);
  return isThere ? at + 1 : -1;
}

function withQuery(query: string | undefined, segments: readonly string[], prefix: string): string {
  const parameters = new URLSearchParams(query ?? '');
  const last = segments.filter((segment) => segment !== '').at(-1) ?? '';
  if (segments[0] === 'schemas' && segments[1] === 'ids') qualify(parameters, 'subject', prefix);
  else if (segments[0] === 'associations') parameters.set('context', prefix);
  else if (listed.has(last)) qualify(parameters, 'subjectPrefix', prefix);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

function qualify(parameters: URLSearchParams, name: string, prefix: string): void {
  const own = parameters.get(name) ?? '';
  if (!own.startsWith(':.')) parameters.set(name, prefix + own);
}

function qualified(segment: string, prefix: string): string {
  return segment.startsWith(':.') || segment.toLowerCase().startsWith('%3a.') ? segment : encodeURIComponent(prefix) + segment;
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
