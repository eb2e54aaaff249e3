/**
 * File locks that Java's FileLock sees and that see Java's. The system's lock may be shared within one process,
 * so a table keeps a second holder out. The native module is loaded at the first lock: a client never needs it.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { FileLock } from '../files.js';
import { fileFailure } from './file-failure.js';

interface NativeLocks {
  tryLock(descriptor: number): boolean;
}

const held: Set<string> = new Set();
let native: NativeLocks | null = null;

function loadNative(): NativeLocks {
  native ??= createRequire(import.meta.url)('fs-native-extensions') as NativeLocks;
  return native;
}

export function lockFile(file: string): FileLock | null {
  try {
    const key = path.join(fs.realpathSync(path.dirname(file)), path.basename(file));
    if (held.has(key)) return null;
    const descriptor = fs.openSync(file, fs.constants.O_RDWR | fs.constants.O_CREAT, 0o644);
    let locked = false;
    try {
      locked = loadNative().tryLock(descriptor);
    } finally {
      if (!locked) fs.closeSync(descriptor);
    }
    if (!locked) return null;
    held.add(key);
    let isMine = true;
    return {
      release: () => {
        if (!isMine) return;
        isMine = false;
        held.delete(key);
        fs.closeSync(descriptor);
      },
    };
  } catch (error) {
    throw fileFailure('lock', file, error);
  }
}
