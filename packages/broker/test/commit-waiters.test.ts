import { describe, expect, it } from 'vitest';
import { ErrorCode } from '@millrace/protocol';
import { CommitWaiters } from '../src/machines/commit-waiters.js';

function scene() {
  const told: string[] = [];
  const waiters = new CommitWaiters((error) => told.push(`failed: ${String(error)}`));
  for (const offset of [1, 2, 5]) waiters.add(offset, (errorCode) => told.push(`${offset} ${errorCode}`));
  return { told, waiters };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('requests to the controller', () => {
  it('are answered when their records are committed, in order', () => {
    const { told, waiters } = scene();
    waiters.committed(1, null);
    expect(told).toEqual([]);
    waiters.committed(3, null);
    expect(told).toEqual(['1 0', '2 0']);
    waiters.fail(ErrorCode.NOT_CONTROLLER);
    expect(told).toEqual(['1 0', '2 0', `5 ${ErrorCode.NOT_CONTROLLER}`]);
  });

  it('wait for what is being carried out, also of an earlier update', async () => {
    const { told, waiters } = scene();
    let done = () => {};
    waiters.committed(1, new Promise((resolve) => (done = resolve)));
    waiters.committed(3, null);
    await soon();
    expect(told).toEqual([]);
    done();
    await soon();
    expect(told).toEqual(['1 0', '2 0']);
    waiters.committed(6, null);
    expect(told).toEqual(['1 0', '2 0', '5 0']);
  });

  it('are told when it cannot be carried out', async () => {
    const { told, waiters } = scene();
    waiters.committed(3, Promise.reject(new Error('no disk')));
    await soon();
    expect(told).toEqual(['failed: Error: no disk', `1 ${ErrorCode.UNKNOWN_SERVER_ERROR}`, `2 ${ErrorCode.UNKNOWN_SERVER_ERROR}`]);
  });
});
