/**
 * Subjects and the contexts they live in. `:.orders:payment-value` is the subject `payment-value` of the context `.orders`;
 * a plain name is one of the default context, which is `.` and is never written.
 */
export const defaultContext = '.';
/** Carries config and mode for all contexts, and no schemas. */
export const globalContext = '.__GLOBAL';
/** `:*:` before a prefix asks for all contexts. */
const wildcardContext = '*';
const reservedNames: ReadonlySet<string> = new Set(['__GLOBAL', '__EMPTY']);

export interface QualifiedSubject {
  readonly context: string;
  readonly name: string;
}

export function parseSubject(text: string): QualifiedSubject {
  if (text.startsWith(':*:')) return { context: wildcardContext, name: text.slice(3) };
  if (!text.startsWith(':.')) return { context: defaultContext, name: text };
  const end = text.indexOf(':', 2);
  return end < 0 ? { context: text.slice(1), name: '' } : { context: text.slice(1, end), name: text.slice(end + 1) };
}

/** `:.orders:`, and nothing for the default context. */
export function contextPrefix(context: string): string {
  return context === defaultContext ? '' : `:${context}:`;
}

export function subjectText({ context, name }: QualifiedSubject): string {
  return contextPrefix(context) + name;
}

/** The one spelling of a subject: `:.:a` is `a`. */
export function normalizedSubject(text: string): string {
  return text.startsWith(':') ? subjectText(parseSubject(text)) : text;
}

export function contextOf(subject: string): string {
  return parseSubject(subject).context;
}

/** A reference or an alias without a context is meant in that of the subject it stands in. */
export function qualifiedWithin(parent: string, subject: string): string {
  const own = parseSubject(subject);
  return own.context === defaultContext ? contextPrefix(contextOf(parent)) + own.name : subjectText(own);
}

/** `:.orders:` and the like: a context rather than a subject in it. */
export function isWholeContext(subject: string): boolean {
  return subject.startsWith(':.') && parseSubject(subject).name === '';
}

/** Whether a subject is in a scope of config and mode: all (empty or the global context), one context, or one subject. */
export function isInScope(subject: string, scope: string): boolean {
  if (scope === '' || scope === contextPrefix(globalContext)) return true;
  return isWholeContext(scope) ? contextOf(subject) === contextOf(scope) : subject === scope;
}

export function isWildcard({ context }: QualifiedSubject): boolean {
  return context === wildcardContext;
}

export interface SubjectRules {
  /** Config and mode may name the global context. */
  readonly allowsGlobal?: boolean;
  readonly rejectsEmpty?: boolean;
}

export function hasControlCharacters(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /[\u0000-\u001f\u007f-\u009f]/.test(text);
}

export function isValidSubject(text: string, { allowsGlobal = false, rejectsEmpty = false }: SubjectRules = {}): boolean {
  if (hasControlCharacters(text)) return false;
  const { context, name } = parseSubject(text);
  if (reservedNames.has(name)) return false;
  if (context === globalContext && !allowsGlobal) return false;
  return !(rejectsEmpty && (name === '' || name === '*'));
}

/** `orders`, `.orders` and `:.orders:` are one context. Undefined for a name with a colon inside. */
export function contextNamed(text: string): string | undefined {
  const bare = text.replace(/^:/, '').replace(/:$/, '');
  if (bare.includes(':')) return undefined;
  return bare.startsWith('.') ? bare : `.${bare}`;
}
