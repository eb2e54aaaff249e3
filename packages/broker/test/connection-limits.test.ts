/** How many may connect, how fast, and how long they may be silent. */
import { describe, expect, it } from 'vitest';
import { requestFrame, type BrokerConnection } from '@millrace/network-client';
import { fetch, incrementalAlterConfigs, metadata } from './apis.js';
import { batch, joined, tell, type Story } from './story.js';

/** Resolves when the broker has answered something on this connection. */
const served = async (connection: BrokerConnection): Promise<void> => void (await connection.sendVersion(metadata, { topics: [] }, 12));

/** Whether the connection is answered, or closed, within a while. */
async function fate(story: Story, connection: BrokerConnection, ms = 200): Promise<'served' | 'closed' | 'waits'> {
  let told: 'served' | 'closed' | 'waits' = 'waits';
  served(connection).then(() => (told = 'served'), () => (told = 'closed'));
  await story.wait(ms);
  return told;
}

describe('max.connections', () => {
  it('lets who comes too late wait until another has gone', () =>
    tell({ 'max.connections': '2' }, async (story) => {
      const [first, second, third] = [await story.connect(), await story.connect(), await story.connect()];
      expect(await fate(story, first)).toBe('served');
      expect(await fate(story, second)).toBe('served');
      let told = false;
      const waiting = served(third).then(() => (told = true));
      await story.wait(1000);
      expect(told).toBe(false);
      first.close();
      await waiting;
      second.close();
      third.close();
    }));

  it('holds at once when it is changed', () =>
    tell({ 'max.connections': '2' }, async (story) => {
      const [first, second] = [await story.connect(), await story.connect()];
      await Promise.all([served(first), served(second)]);
      const configs = [{ name: 'max.connections', configOperation: 0, value: '3' }];
      await second.sendVersion(incrementalAlterConfigs, { resources: [{ resourceType: 4, resourceName: '1', configs }], validateOnly: false }, 1);
      const third = await story.connect();
      expect(await fate(story, third)).toBe('served');
      for (const connection of [first, second, third]) connection.close();
    }));
});

describe('max.connections.per.ip', () => {
  it('refuses an address that has its share, except where it is overridden', () =>
    tell({ 'max.connections.per.ip': '1' }, async (story) => {
      const [first, second] = [await story.connect(), await story.connect()];
      expect([await fate(story, first), await fate(story, second)]).toEqual(['served', 'closed']);
      first.close();
      await story.wait(10);
      expect(await fate(story, await story.connect())).toBe('served');
      await story.restart({ 'max.connections.per.ip.overrides': 'client:2' });
      const three = [await story.connect(), await story.connect(), await story.connect()];
      const fates: string[] = [];
      for (const connection of three) fates.push(await fate(story, connection));
      expect(fates).toEqual(['served', 'served', 'closed']);
      for (const connection of three) connection.close();
    }));
});

describe('max.connection.creation.rate', () => {
  it('lets connections begin so many a second', () =>
    tell({ 'max.connection.creation.rate': '2' }, async (story) => {
      const before = story.nowMs;
      const connections = await Promise.all([0, 1, 2, 3, 4].map(() => story.connect()));
      const times = await Promise.all(connections.map(async (connection) => {
        await served(connection);
        return story.nowMs - before;
      }));
      const halfSeconds = times.toSorted((a, b) => a - b).map((time) => Math.floor((time + 50) / 500));
      expect(halfSeconds).toEqual([0, 0, 1, 2, 3]);
      for (const connection of connections) connection.close();
    }));
});

describe('connections.max.idle.ms', () => {
  it('ends who is silent, and not who is heard of or waits for an answer', () =>
    tell({ 'connections.max.idle.ms': '1000' }, async (story) => {
      await story.createTopic('t');
      const [silent, talking, waiting] = [await story.connect(), await story.connect(), await story.connect()];
      const topics = [{ topic: 't', partitions: [{ partition: 0, fetchOffset: 0, partitionMaxBytes: 1000 }] }];
      const fetched = waiting.sendVersion(fetch, { maxWaitMs: 5000, minBytes: 1, topics }, 12);
      for (let count = 0; count < 10; count++) {
        await served(talking);
        await story.wait(450);
      }
      expect([silent.isOpen, talking.isOpen, waiting.isOpen]).toEqual([false, true, true]);
      expect((await fetched).errorCode).toBe(0);
      talking.close();
      waiting.close();
    }));

  it('ends who does not read what was asked for', () =>
    tell({ 'connections.max.idle.ms': '1000' }, async (story) => {
      await story.createTopic('t');
      for (let count = 0; count < 8; count++) await story.produceTo('t', 0, batch(['x'.repeat(1_000_000)]));
      const connection = await story.rawConnection();
      let received = 0;
      let closed = false;
      connection.start({ onBytes: (view) => (received += view.length), onDrain: () => {}, onClose: () => (closed = true) });
      const topics = [{ topic: 't', partitions: [{ partition: 0, fetchOffset: 0, partitionMaxBytes: 2 ** 25 }] }];
      connection.write(joined(...requestFrame(fetch.request, { maxWaitMs: 0, minBytes: 0, maxBytes: 2 ** 25, topics }, 12, 1, 'reader')));
      connection.pause();
      await story.wait(10_000);
      connection.resume();
      await story.wait(1000);
      expect(closed).toBe(true);
      expect(received).toBeLessThan(7_000_000);
    }));
});

describe('socket.request.max.bytes', () => {
  it('ends who announces a larger request', () =>
    tell({ 'socket.request.max.bytes': '1000' }, async (story) => {
      const connection = await story.rawConnection();
      let closed = false;
      connection.start({ onBytes: () => {}, onDrain: () => {}, onClose: () => (closed = true) });
      connection.write(Uint8Array.of(0, 0, 3, 233));
      await story.wait(100);
      expect(closed).toBe(true);
    }));
});
