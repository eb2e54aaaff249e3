/** A disk port that does not do what it says, for planted bugs: everything else goes through to the real one of the machine. */
import type { File, Files, Platform } from '@millrace/platform';

export interface Lies {
  /** Files whose sync does nothing. */
  syncs?: (path: string) => boolean;
  /** Directories whose sync does nothing. */
  directorySyncs?: boolean;
  /** Every start is told that the directory was closed in order. */
  cleanShutdowns?: boolean;
  /** Content that is put in the place of what is written as a whole. */
  replaces?: (path: string, content: Uint8Array) => Uint8Array;
}

const marker = '.kafka_cleanshutdown';

export function lying(platform: Platform, lies: Lies): Platform {
  const { files } = platform;
  const replaced = (path: string, content: Uint8Array): Uint8Array => lies.replaces?.(path, content) ?? content;
  const own: Partial<Files> = {
    open: (path, mode) => (lies.syncs?.(path) === true ? unsynced(files.open(path, mode)) : files.open(path, mode)),
    syncDirectory: (path) => {
      if (lies.directorySyncs !== true) files.syncDirectory(path);
    },
    exists: (path) => (lies.cleanShutdowns === true && path.endsWith(marker)) || files.exists(path),
    readAll: (path) => {
      if (lies.cleanShutdowns === true && path.endsWith(marker)) return new TextEncoder().encode('{"version":0,"brokerEpoch":1}');
      return files.readAll(path);
    },
    replace: (path, content) => {
      files.replace(path, replaced(path, content));
    },
    replaceAsync: (path, content) => files.replaceAsync(path, replaced(path, content)),
  };
  return { ...platform, files: over(files, own) };
}

function unsynced(file: File): File {
  return over(file, { sync: () => Promise.resolve(), syncSync: () => {} });
}

/** `own` methods before those of `base`, which keep their `this`. */
function over<T extends object>(base: T, own: Partial<T>): T {
  return new Proxy(base, {
    get: (target, name) => {
      const found: unknown = Reflect.get(own, name) ?? Reflect.get(target, name);
      return typeof found === 'function' && !(name in own) ? (found.bind(target) as unknown) : found;
    },
  });
}
