/** Files of the machine, over node:fs. */
import fs from 'node:fs';
import path from 'node:path';
import type { File, Files, FileStat, OpenMode } from '../files.js';
import { fileFailure } from './file-failure.js';
import { NodeFile } from './node-file.js';
import { lockFile } from './node-locks.js';

const { O_RDONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC } = fs.constants;

const openFlags: Record<OpenMode, number> = {
  read: O_RDONLY,
  readWrite: O_RDWR,
  create: O_RDWR | O_CREAT,
  createNew: O_RDWR | O_CREAT | O_EXCL,
  truncate: O_RDWR | O_CREAT | O_TRUNC,
};

function call<T>(operation: string, file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw fileFailure(operation, file, error);
  }
}

async function callAsync<T>(operation: string, file: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw fileFailure(operation, file, error);
  }
}

function statOf(file: string): FileStat | null {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  return { size: stat.size, modifiedMs: Math.round(stat.mtimeMs), isDirectory: stat.isDirectory() };
}

function syncDirectory(directory: string): void {
  // Windows cannot open a directory, and keeps names by itself.
  if (process.platform === 'win32') return;
  const descriptor = fs.openSync(directory, O_RDONLY);
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

async function syncDirectoryAsync(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.promises.open(directory, O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function writeWhole(file: string, content: Uint8Array): void {
  const descriptor = fs.openSync(file, openFlags.truncate, 0o644);
  try {
    let done = 0;
    while (done < content.length) done += fs.writeSync(descriptor, content, done, content.length - done, done);
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

async function writeWholeAsync(file: string, content: Uint8Array): Promise<void> {
  const handle = await fs.promises.open(file, openFlags.truncate, 0o644);
  try {
    let done = 0;
    while (done < content.length) done += (await handle.write(content, done, content.length - done, done)).bytesWritten;
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function nodeFiles(): Files {
  return {
    open: (file, mode): File => call('open', file, () => new NodeFile(file, fs.openSync(file, openFlags[mode], 0o644))),
    exists: (file) => fs.existsSync(file),
    stat: (file) => call('stat', file, () => statOf(file)),
    list: (directory) => call('list', directory, () => fs.readdirSync(directory).toSorted()),
    makeDirectory: (directory) => call('makeDirectory', directory, () => void fs.mkdirSync(directory, { recursive: true })),
    rename: (from, to) => call('rename', from, () => fs.renameSync(from, to)),
    remove: (file) => callAsync('remove', file, () => ignoreMissing(fs.promises.unlink(file))),
    removeSync: (file) =>
      call('remove', file, () => {
        if (fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined) fs.unlinkSync(file);
      }),
    removeDirectory: (directory) =>
      callAsync('removeDirectory', directory, () => fs.promises.rm(directory, { recursive: true, force: true })),
    readAll: (file) => call('read', file, () => fs.readFileSync(file)),
    replace: (file, content) =>
      call('replace', file, () => {
        writeWhole(`${file}.tmp`, content);
        fs.renameSync(`${file}.tmp`, file);
        syncDirectory(path.dirname(file));
      }),
    replaceAsync: (file, content) =>
      callAsync('replace', file, async () => {
        await writeWholeAsync(`${file}.tmp`, content);
        await fs.promises.rename(`${file}.tmp`, file);
        await syncDirectoryAsync(path.dirname(file));
      }),
    syncDirectory: (directory) => call('syncDirectory', directory, () => syncDirectory(directory)),
    freeBytes: (directory) =>
      call('freeBytes', directory, () => {
        const volume = fs.statfsSync(directory);
        return { total: volume.blocks * volume.bsize, usable: volume.bavail * volume.bsize };
      }),
    setModified: (file, ms) => call('setModified', file, () => fs.utimesSync(file, ms / 1000, ms / 1000)),
    lock: lockFile,
  };
}

async function ignoreMissing(removal: Promise<void>): Promise<void> {
  try {
    await removal;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
  }
}
