/** What every implementation of `Files` promises; run against each by files.test.ts. */
import { describe, expect, test } from 'vitest';
import { FileError, type Files } from '../src/index.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(FileError);
    return (error as FileError).code;
  }
  return 'no error';
}

/** `perform` runs an asynchronous story to its end: the simulation needs its events pumped meanwhile. */
export function filesContract(name: string, make: () => { files: Files; root: string }, perform: (story: () => Promise<void>) => Promise<void>): void {
  describe(`files: ${name}`, () => {
    const writeText = (files: Files, path: string, text: string): void => {
      const file = files.open(path, 'truncate');
      expect(file.writeSync(bytesOf(text), 0, text.length, 0)).toBe(text.length);
      file.close();
    };

    test('opens by mode', () => {
      const { files, root } = make();
      const path = `${root}/a`;
      expect(codeOf(() => files.open(path, 'read'))).toBe('ENOENT');
      expect(codeOf(() => files.open(path, 'readWrite'))).toBe('ENOENT');
      expect(codeOf(() => files.open(`${root}/none/a`, 'create'))).toBe('ENOENT');
      files.open(path, 'createNew').close();
      expect(codeOf(() => files.open(path, 'createNew'))).toBe('EEXIST');
      writeText(files, path, 'hello');
      const again = files.open(path, 'create');
      expect(again.size()).toBe(5);
      again.close();
      const emptied = files.open(path, 'truncate');
      expect(emptied.size()).toBe(0);
      emptied.close();
      const readOnly = files.open(path, 'read');
      expect(codeOf(() => readOnly.writeSync(bytesOf('x'), 0, 1, 0))).toBe('EBADF');
      readOnly.close();
      expect(codeOf(() => readOnly.size())).toBe('EBADF');
    });

    test('reads and writes at positions, with a hole of zeros', () => {
      const { files, root } = make();
      const file = files.open(`${root}/a`, 'create');
      expect(file.writeSync(bytesOf('..head..'), 2, 4, 0)).toBe(4);
      expect(file.writeSync(bytesOf('tail'), 0, 4, 8)).toBe(4);
      expect(file.size()).toBe(12);
      const target = new Uint8Array(20).fill(1);
      expect(file.readSync(target, 1, 18, 0)).toBe(12);
      expect(textOf(target.subarray(1, 13))).toBe('head\0\0\0\0tail');
      expect(target[13]).toBe(1);
      expect(file.readSync(target, 0, 4, 12)).toBe(0);
      expect(file.readSync(target, 0, 2, 9)).toBe(2);
      expect(textOf(target.subarray(0, 2))).toBe('ai');
      file.truncate(6);
      expect(file.size()).toBe(6);
      file.truncate(8);
      expect(textOf(files.readAll(`${root}/a`))).toBe('head\0\0\0\0');
      file.syncSync();
      file.close();
    });

    test('keeps what spans many blocks', () => {
      const { files, root } = make();
      const content = new Uint8Array(300_001).map((_, index) => (index * 7) % 251);
      const file = files.open(`${root}/big`, 'createNew');
      let done = 0;
      while (done < content.length) done += file.writeSync(content, done, Math.min(65_537, content.length - done), done);
      file.close();
      expect(files.stat(`${root}/big`)?.size).toBe(content.length);
      expect(Buffer.compare(files.readAll(`${root}/big`), content)).toBe(0);
    });

    test('works outside the loop as well', () =>
      perform(async () => {
        const { files, root } = make();
        const file = files.open(`${root}/a`, 'create');
        expect(await file.writev([bytesOf('one '), bytesOf('two '), bytesOf('three')], 0)).toBe(13);
        expect(await file.write(bytesOf('TWO'), 0, 3, 4)).toBe(3);
        await file.sync();
        const target = new Uint8Array(64);
        expect(await file.read(target, 0, 64, 0)).toBe(13);
        expect(textOf(target.subarray(0, 13))).toBe('one TWO three');
        const late = file.write(bytesOf('end'), 0, 3, 13);
        file.close();
        expect(await late).toBe(3);
        expect(textOf(files.readAll(`${root}/a`))).toBe('one TWO threeend');
        await expect(file.sync()).rejects.toMatchObject({ name: 'FileError', code: 'EBADF' });
      }));

    test('lists, describes, renames and removes', () =>
      perform(async () => {
        const { files, root } = make();
        files.makeDirectory(`${root}/x/y`);
        files.makeDirectory(`${root}/x/y`);
        writeText(files, `${root}/x/b`, 'bb');
        writeText(files, `${root}/x/a`, 'a');
        expect(files.list(`${root}/x`)).toEqual(['a', 'b', 'y']);
        expect(files.stat(`${root}/x`)).toMatchObject({ isDirectory: true });
        expect(files.stat(`${root}/x/b`)).toMatchObject({ size: 2, isDirectory: false });
        expect(files.stat(`${root}/x/none`)).toBeNull();
        expect(files.exists(`${root}/x/y`)).toBe(true);
        files.setModified(`${root}/x/a`, 1_700_000_000_123);
        expect(files.stat(`${root}/x/a`)?.modifiedMs).toBe(1_700_000_000_123);
        files.rename(`${root}/x/b`, `${root}/x/a`);
        expect(textOf(files.readAll(`${root}/x/a`))).toBe('bb');
        expect(files.list(`${root}/x`)).toEqual(['a', 'y']);
        files.rename(`${root}/x`, `${root}/z`);
        expect(files.list(`${root}/z`)).toEqual(['a', 'y']);
        expect(codeOf(() => files.list(`${root}/x`))).toBe('ENOENT');
        expect(codeOf(() => files.rename(`${root}/x`, `${root}/w`))).toBe('ENOENT');
        files.removeSync(`${root}/z/none`);
        files.removeSync(`${root}/z/a`);
        await files.remove(`${root}/z/a`);
        expect(files.exists(`${root}/z/a`)).toBe(false);
        writeText(files, `${root}/z/y/c`, 'c');
        await files.removeDirectory(`${root}/z`);
        await files.removeDirectory(`${root}/z`);
        expect(files.exists(`${root}/z`)).toBe(false);
      }));

    test('an open file survives its name', () => {
      const { files, root } = make();
      writeText(files, `${root}/a`, 'first');
      const file = files.open(`${root}/a`, 'readWrite');
      files.rename(`${root}/a`, `${root}/b`);
      file.writeSync(bytesOf('F'), 0, 1, 0);
      expect(textOf(files.readAll(`${root}/b`))).toBe('First');
      files.removeSync(`${root}/b`);
      writeText(files, `${root}/b`, 'other');
      const target = new Uint8Array(5);
      expect(file.readSync(target, 0, 5, 0)).toBe(5);
      expect(textOf(target)).toBe('First');
      file.close();
    });

    test('replaces a file whole', () =>
      perform(async () => {
        const { files, root } = make();
        files.replace(`${root}/a`, bytesOf('one'));
        files.replace(`${root}/a`, bytesOf('two!'));
        expect(textOf(files.readAll(`${root}/a`))).toBe('two!');
        await files.replaceAsync(`${root}/a`, bytesOf('three'));
        expect(textOf(files.readAll(`${root}/a`))).toBe('three');
        expect(files.list(root)).toEqual(['a']);
        expect(codeOf(() => files.readAll(`${root}/none`))).toBe('ENOENT');
        files.syncDirectory(root);
        const { total, usable } = files.freeBytes(root);
        expect(total).toBeGreaterThanOrEqual(usable);
        expect(usable).toBeGreaterThan(0);
      }));

    test('locks once', () => {
      const { files, root } = make();
      const lock = files.lock(`${root}/.lock`);
      expect(lock).not.toBeNull();
      expect(files.lock(`${root}/.lock`)).toBeNull();
      expect(files.exists(`${root}/.lock`)).toBe(true);
      lock!.release();
      lock!.release();
      const again = files.lock(`${root}/.lock`);
      expect(again).not.toBeNull();
      lock!.release();
      expect(files.lock(`${root}/.lock`)).toBeNull();
      again!.release();
    });

    test('wrong kinds are errors', () => {
      const { files, root } = make();
      writeText(files, `${root}/a`, 'a');
      expect(codeOf(() => files.list(`${root}/a`))).toBe('ENOTDIR');
      expect(codeOf(() => files.makeDirectory(`${root}/a`))).toBe('EEXIST');
      expect(codeOf(() => files.open(`${root}/a/b`, 'create'))).toBe('ENOTDIR');
      files.makeDirectory(`${root}/d/e`);
      expect(codeOf(() => files.open(`${root}/d`, 'create'))).toBe('EISDIR');
      expect(codeOf(() => files.rename(`${root}/a`, `${root}/d`))).toBe('EISDIR');
      files.makeDirectory(`${root}/f`);
      expect(codeOf(() => files.rename(`${root}/f`, `${root}/d`))).toBe('ENOTEMPTY');
    });
  });
}
