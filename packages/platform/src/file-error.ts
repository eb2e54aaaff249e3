/** What failed on a file, where, and why, in the words of POSIX. */
export class FileError extends Error {
  override readonly name = 'FileError';
  /** 'ENOENT', 'EACCES', 'ENOSPC', 'EIO', …; 'EBADF' after close. */
  readonly code: string;
  readonly path: string;
  /** The call that failed: 'open', 'write', 'sync', … */
  readonly operation: string;

  constructor(code: string, operation: string, path: string, cause?: unknown) {
    super(`${operation} ${path}: ${code}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.path = path;
    this.operation = operation;
  }
}
