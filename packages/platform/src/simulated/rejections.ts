/**
 * Promises that nobody handles, while a simulation runs: a dead node's are its own affair, any other is a bug that the seed found.
 * Node's own handling is set aside meanwhile.
 */
import { isOfCrashedNode } from './node-crashed-error.js';

type Listener = (reason: unknown, promise: Promise<unknown>) => void;

export interface Rejections {
  /** The first unhandled one so far, if any. */
  found: { reason: unknown } | null;
  stop(): void;
}

export function watchRejections(): Rejections {
  const others = process.listeners('unhandledRejection') as Listener[];
  process.removeAllListeners('unhandledRejection');
  const rejections: Rejections = {
    found: null,
    stop: () => {
      process.off('unhandledRejection', hear);
      for (const other of others) process.on('unhandledRejection', other);
    },
  };
  const hear = (reason: unknown): void => {
    if (!isOfCrashedNode(reason)) rejections.found ??= { reason };
  };
  process.on('unhandledRejection', hear);
  return rejections;
}
