/** The contract, against files in memory, and what only they can do. */
import { expect, test } from 'vitest';
import { memoryFiles, memoryLogger } from '../src/memory/index.js';
import { filesContract } from './files-contract.js';

filesContract(
  'memory',
  () => {
    const files = memoryFiles();
    files.makeDirectory('/data/logs');
    return { files, root: '/data/logs' };
  },
  (story) => story(),
);

test('a full memory disk writes what fits, then fails; removal gives the room back', () => {
  const files = memoryFiles({ capacityBytes: 100 });
  const file = files.open('/a', 'create');
  expect(file.writeSync(new Uint8Array(90), 0, 90, 0)).toBe(90);
  expect(file.writeSync(new Uint8Array(50), 0, 50, 0)).toBe(50);
  expect(file.writeSync(new Uint8Array(20), 0, 20, 90)).toBe(10);
  expect(() => file.writeSync(new Uint8Array(1), 0, 1, 100)).toThrow(expect.objectContaining({ code: 'ENOSPC' }));
  expect(files.freeBytes('/')).toEqual({ total: 100, usable: 0 });
  files.removeSync('/a');
  expect(files.freeBytes('/').usable).toBe(0);
  file.close();
  expect(files.freeBytes('/').usable).toBe(100);
});

test('a memory logger keeps its last lines, with level and fields', () => {
  const logger = memoryLogger({ now: () => 1_700_000_000_123, monotonic: () => 0 }, 'info', 3);
  logger.debug('unheard');
  logger.child({ node: 1 }).warn('disk slow', { path: '/a b' });
  expect(logger.lines).toEqual(['[2023-11-14 22:13:20,123] WARN disk slow (node=1 path="/a b")']);
  for (let line = 0; line < 20; line++) logger.info(`line ${line}`);
  expect(logger.lines.length).toBeLessThan(6);
  expect(logger.lines.at(-1)).toContain('line 19');
});
