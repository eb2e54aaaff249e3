/** Thrown by every call of a node that has crashed: there is nobody left to handle it. */
import { FileError } from '../file-error.js';

export class NodeCrashedError extends FileError {
  constructor(operation: string, path: string) {
    super('ECRASHED', operation, path);
  }
}

/** Whether an error, or what caused it, is only a dead node's. */
export function isOfCrashedNode(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 16; cause = cause.cause, depth++) {
    if (cause instanceof NodeCrashedError) return true;
    if (cause instanceof AggregateError && cause.errors.some(isOfCrashedNode)) return true;
  }
  return false;
}
