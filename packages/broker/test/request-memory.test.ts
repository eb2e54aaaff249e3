/** queued.max.request.bytes: what requests hold of it comes back, however they end. */
import type { Connection } from '@millrace/platform';
import { describe, expect, it } from 'vitest';
import { fetch, metadata } from './apis.js';
import { type Story, tell } from './story.js';

const limit = { 'socket.request.max.bytes': '1000', 'queued.max.request.bytes': '1000' };

/** A frame that says how long it is, and has so many bytes of that. */
function frame(size: number, sent: number, apiKey = 3, version = 1): Uint8Array {
  const bytes = new Uint8Array(4 + sent).fill(0xee, 4);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, size);
  if (sent >= 4) {
    view.setInt16(4, apiKey);
    view.setInt16(6, version);
  }
  return bytes;
}

/** Sends bytes; `closed` resolves when the broker has closed. */
async function send(story: Story, bytes: Uint8Array): Promise<{ connection: Connection; closed: Promise<void> }> {
  const connection = await story.rawConnection();
  const closed = new Promise<void>((resolve) => {
    connection.start({ onBytes: () => {}, onDrain: () => {}, onClose: () => resolve() });
  });
  connection.write(bytes);
  return { connection, closed };
}

async function isServing(story: Story): Promise<void> {
  expect(await story.ask(metadata, { topics: [] })).toMatchObject({ controllerId: 1 });
}

describe('queued.max.request.bytes', () => {
  it('gets back what requests held that broke the protocol', () =>
    tell(limit, async (story) => {
      for (let round = 0; round < 3; round++) {
        // No such version, no such api, a body that cannot be read.
        for (const bytes of [frame(990, 990, 3, 99), frame(990, 990, 999), frame(990, 990)]) await (await send(story, bytes)).closed;
      }
      await isServing(story);
    }));

  it('counts a frame from its first byte, and gets back what one held that was never whole', () =>
    tell(limit, async (story) => {
      const slow = await send(story, frame(990, 10));
      await story.wait(10);
      let isAnswered = false;
      const answer = isServing(story).then(() => {
        isAnswered = true;
      });
      await story.wait(5000);
      expect(isAnswered).toBe(false);
      slow.connection.destroy();
      await answer;
    }));

  it('gets back what fetches held that waited for data when their clients went', () =>
    tell(limit, async (story) => {
      await story.createTopic('empty');
      // Each of its requests needs nearly all of the memory.
      const largeClient = () => story.connect('a'.repeat(880));
      const connection = await largeClient();
      const topics = [{ topic: 'empty', partitions: [{ partition: 0, fetchOffset: 0, partitionMaxBytes: 1000 }] }];
      const gone = expect(connection.sendVersion(fetch, { maxWaitMs: 2_147_483_647, minBytes: 1, maxBytes: 1000, topics }, 12)).rejects.toThrow();
      await story.wait(10);
      connection.close();
      await gone;
      await story.wait(1000);
      const next = await largeClient();
      expect(await next.sendVersion(metadata, { topics: [] }, 12)).toMatchObject({ controllerId: 1 });
      next.close();
    }));
});
