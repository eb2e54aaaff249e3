/** Turns what node:fs throws into a `FileError`. */
import { FileError } from '../file-error.js';

export function fileFailure(operation: string, path: string, error: unknown): FileError {
  if (error instanceof FileError) return error;
  const code = (error as { code?: unknown } | null)?.code;
  return new FileError(typeof code === 'string' ? code : 'EIO', operation, path, error);
}
