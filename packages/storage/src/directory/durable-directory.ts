/** A directory that a loss of power keeps: its name and those above it are synced, whoever made them. */
import { FileError, type Files } from '@millrace/platform';

/** Above what this process may read nothing can be synced, nor was it made by it. */
const notOurs: ReadonlySet<string> = new Set(['EACCES', 'EPERM']);

export function makeDurableDirectory(files: Files, path: string): void {
  files.makeDirectory(path);
  for (let at = path; at !== '/' && at !== '.'; ) {
    at = parentOf(at);
    try {
      files.syncDirectory(at);
    } catch (error) {
      if (error instanceof FileError && notOurs.has(error.code)) return;
      throw error;
    }
  }
}

function parentOf(path: string): string {
  const trimmed = path.replace(/\/+$/, '');
  const slash = trimmed.lastIndexOf('/');
  if (slash < 0) return '.';
  return slash === 0 ? '/' : trimmed.slice(0, slash);
}
