import type { Connection } from '@millrace/platform';
import { expect, it } from 'vitest';
import { BufferPool, STEP_BYTES } from '../src/network/buffer-pool.js';
import { type ReadableRange, ResponseWriter } from '../src/network/response-writer.js';

it('uses one buffer for all steps of a range while the system takes them at once', () => {
  const buffers = new Set<Uint8Array>();
  let released = false;
  const range: ReadableRange = {
    kind: 'external',
    byteLength: 20 * STEP_BYTES,
    readInto: (target, _targetOffset, _from, length) => {
      buffers.add(target);
      return length;
    },
    release: () => {
      released = true;
    },
  };
  let sent = 0;
  const connection = {
    bufferedBytes: 0,
    write: (bytes: Uint8Array) => {
      sent += bytes.length;
      return true;
    },
  } as unknown as Connection; // A writer needs no more of it.
  const writer = new ResponseWriter(connection, new BufferPool(), () => {});
  writer.fulfil(writer.promise(), [range]);
  writer.flush();
  expect([sent, released]).toEqual([range.byteLength, true]);
  expect(buffers.size).toBe(1);
});
