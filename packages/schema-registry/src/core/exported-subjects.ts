/** Which subjects an exporter copies, and how they are called where it copies them to. */
import type { SchemaReference } from '@millrace/schema';
import type { Exporter } from './exporter.js';
import { contextOf, defaultContext, isWildcard, parseSubject, qualifiedWithin, subjectText } from './qualified-subject.js';

export function isExported({ subjects, contextType, context }: Exporter, subject: string): boolean {
  const own = parseSubject(subject);
  // Where source and destination are one registry, copies are not copied again.
  if (contextType !== 'NONE' && context !== undefined && (own.context === context || own.context.startsWith(`${context}.`))) return false;
  return subjects.some((pattern) => {
    const wanted = parseSubject(pattern);
    if (!isWildcard(wanted) && wanted.context !== own.context) return false;
    if (isWildcard(wanted) && wanted.name === '') return true;
    return wanted.name.endsWith('*') ? own.name.startsWith(wanted.name.slice(0, -1)) : own.name === wanted.name;
  });
}

/** `:.copies.orders:dc_payment` of `:.orders:payment`. */
export function destinationSubject(exporter: Exporter, subject: string): string {
  const { context, name } = parseSubject(subject);
  const format = exporter.subjectRenameFormat ?? '${subject}';
  return subjectText({ context: destinationContext(exporter, context), name: format.replaceAll('${subject}', () => name) });
}

export function destinationContext({ contextType, context = defaultContext }: Exporter, source: string): string {
  switch (contextType) {
    case 'NONE':
      return source;
    case 'DEFAULT':
      return defaultContext;
    case 'AUTO':
    case 'CUSTOM':
      return source === defaultContext ? context : context + source;
  }
}

/** A reference of a schema, as it stands in the copy. It is meant from there, so the context is only said where it is another. */
export function destinationReference(exporter: Exporter, subject: string, reference: SchemaReference): SchemaReference {
  const target = destinationSubject(exporter, qualifiedWithin(subject, reference.subject));
  const isNear = contextOf(target) === contextOf(destinationSubject(exporter, subject));
  return { ...reference, subject: isNear ? parseSubject(target).name : target };
}
