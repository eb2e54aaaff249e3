/** New content under a name in steps that a crash may part: temporary file, sync, rename, sync of the directory. */
import type { Files } from '../files.js';

export function replaceByRename(files: Files, path: string, content: Uint8Array): void {
  const temporary = `${path}.tmp`;
  const file = files.open(temporary, 'truncate');
  try {
    let done = 0;
    while (done < content.length) done += file.writeSync(content, done, content.length - done, done);
    file.syncSync();
  } finally {
    file.close();
  }
  files.rename(temporary, path);
  files.syncDirectory(directoryOf(path));
}

/** The same with writing and sync outside the loop. */
export async function replaceByRenameAsync(files: Files, path: string, content: Uint8Array): Promise<void> {
  const temporary = `${path}.tmp`;
  const file = files.open(temporary, 'truncate');
  try {
    let done = 0;
    while (done < content.length) done += await file.write(content, done, content.length - done, done);
    await file.sync();
  } finally {
    file.close();
  }
  files.rename(temporary, path);
  files.syncDirectory(directoryOf(path));
}

function directoryOf(path: string): string {
  const slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return slash < 0 ? '.' : slash === 0 ? '/' : path.slice(0, slash);
}
