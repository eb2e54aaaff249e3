import { randomUUID } from 'node:crypto';

/** The caller's own, when there is exactly one that fits on a line. */
export function requestId(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\x21-\x7e]{1,256}$/.test(header) ? header : randomUUID();
}
