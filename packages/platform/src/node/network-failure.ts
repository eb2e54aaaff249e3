/** Turns what node:net reports into a `NetworkError`; another error, given to `destroy`, stays itself. */
import { NetworkError } from '../network-error.js';

export function networkFailure(error: Error): Error {
  // Several addresses tried: the first refusal says it best.
  const first = error instanceof AggregateError ? (error.errors[0] as Error | undefined) ?? error : error;
  const code = (first as { code?: unknown }).code;
  if (typeof code !== 'string' || first instanceof NetworkError) return first;
  return new NetworkError(code, first.message, first);
}
