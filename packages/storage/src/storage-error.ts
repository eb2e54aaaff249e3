/**
 * What is wrong: 'io' a call failed, 'locked' another broker has the directory, 'not-formatted' no meta.properties,
 * 'inconsistent' it belongs to another cluster or node, 'corrupt' content that cannot be what was written.
 */
export type StorageErrorKind = 'io' | 'locked' | 'not-formatted' | 'inconsistent' | 'corrupt';

/** The error of this package; names the file or directory. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly kind: StorageErrorKind;
  readonly path: string;

  constructor(kind: StorageErrorKind, path: string, reason: string, cause?: unknown) {
    super(`${path}: ${reason}`, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.path = path;
  }
}

/** The failure of a file call as a `StorageError`; everything else is a bug or a crash of the simulation and goes on as it is. */
export function asStorageError(error: unknown, path: string): StorageError {
  if (error instanceof StorageError) return error;
  if (error instanceof Error && error.name === 'FileError') return new StorageError('io', path, error.message, error);
  throw error;
}
