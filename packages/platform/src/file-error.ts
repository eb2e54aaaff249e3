const meanings: Partial<Record<string, string>> = {
  EACCES: 'permission denied',
  EBADF: 'the file is closed, or not open for this',
  EEXIST: 'it exists already',
  EIO: 'input/output error',
  EISDIR: 'it is a directory',
  EMFILE: 'too many open files',
  ENOENT: 'no such file or directory',
  ENOSPC: 'no space left on the device',
  ENOTDIR: 'not a directory',
  ENOTEMPTY: 'the directory is not empty',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
};

/** What failed on a file, where, and why, in the words of POSIX. */
export class FileError extends Error {
  override readonly name = 'FileError';
  /** 'ENOENT', 'EACCES', 'ENOSPC', 'EIO', …; 'EBADF' after close. */
  readonly code: string;
  readonly path: string;
  /** The call that failed: 'open', 'write', 'sync', … */
  readonly operation: string;

  constructor(code: string, operation: string, path: string, cause?: unknown) {
    const meaning = meanings[code];
    super(`${operation} ${path}: ${meaning === undefined ? code : `${meaning} (${code})`}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.path = path;
    this.operation = operation;
  }
}
