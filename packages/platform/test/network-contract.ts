/** What every implementation of `Network` promises; run against each by network.test.ts. */
import { describe, expect, test } from 'vitest';
import type { Connection, Network } from '../src/index.js';

/** What a connection heard, and a promise of its close. */
export interface Ear {
  received: Buffer[];
  drains: number;
  ends: number;
  closed: Promise<Error | null>;
  /** Resolves once this many bytes are there. */
  has(bytes: number): Promise<Buffer>;
}

export function listenOn(connection: Connection): Ear {
  const waiting: { bytes: number; resolve: (all: Buffer) => void }[] = [];
  let close: (error: Error | null) => void;
  const ear: Ear = {
    received: [],
    drains: 0,
    ends: 0,
    closed: new Promise((resolve) => (close = resolve)),
    has: (bytes) =>
      new Promise((resolve) => {
        waiting.push({ bytes, resolve });
        check();
      }),
  };
  const check = (): void => {
    const all = Buffer.concat(ear.received);
    for (const wait of waiting) if (all.length >= wait.bytes) wait.resolve(all);
  };
  connection.start({
    onBytes: (view) => {
      ear.received.push(Buffer.from(view));
      check();
    },
    onDrain: () => ear.drains++,
    onEnd: () => ear.ends++,
    onClose: (error) => close(error),
  });
  return ear;
}

export interface Hosts {
  server: Network;
  client: Network;
  host: string;
}

export function networkContract(name: string, make: () => Hosts, perform: (story: () => Promise<void>) => Promise<void>): void {
  const pair = async ({ server, client, host }: Hosts): Promise<{ near: Connection; far: Connection; stop: () => Promise<void> }> => {
    let taken!: (connection: Connection) => void;
    const accepted = new Promise<Connection>((resolve) => (taken = resolve));
    const listener = await server.listen({ host, port: 0 }, taken);
    expect(listener.port).toBeGreaterThan(0);
    const near = await client.connect({ host, port: listener.port });
    return { near, far: await accepted, stop: () => listener.close() };
  };

  describe(`network: ${name}`, () => {
    test('carries bytes both ways, in order', () =>
      perform(async () => {
        const { near, far, stop } = await pair(make());
        expect(near.remotePort).toBe(far.localPort);
        expect(near.localPort).toBe(far.remotePort);
        const nearEar = listenOn(near);
        const farEar = listenOn(far);
        near.write(Buffer.from('ping'));
        near.writeAll([Buffer.from(' one'), Buffer.from(''), Buffer.from(' two')]);
        expect((await farEar.has(12)).toString()).toBe('ping one two');
        far.write(Buffer.from('pong'));
        expect((await nearEar.has(4)).toString()).toBe('pong');
        near.end();
        expect(await nearEar.closed).toBeNull();
        expect(await farEar.closed).toBeNull();
        expect(farEar.ends).toBe(1);
        await stop();
      }));

    test('pushes back on a writer and drains', () =>
      perform(async () => {
        const { near, far, stop } = await pair(make());
        const nearEar = listenOn(near);
        const farEar = listenOn(far);
        far.pause();
        const block = new Uint8Array(1_000_000).map((_, index) => index % 253);
        let blocks = 0;
        let room = true;
        // The system's own buffers take some; in the end it must push back.
        while (room && blocks < 100) {
          room = near.write(block);
          blocks++;
        }
        expect(room).toBe(false);
        expect(near.bufferedBytes).toBeGreaterThan(0);
        expect(farEar.received.length).toBe(0);
        far.resume();
        const all = await farEar.has(blocks * block.length);
        expect(all.length).toBe(blocks * block.length);
        expect(all.subarray(-block.length).equals(block)).toBe(true);
        near.end();
        await nearEar.closed;
        expect(nearEar.drains).toBeGreaterThan(0);
        expect(near.bufferedBytes).toBe(0);
        await stop();
      }));

    test('pauses from within onBytes', () =>
      perform(async () => {
        const { near, far, stop } = await pair(make());
        listenOn(near);
        let heard = 0;
        let pieces = 0;
        const paused = new Promise<void>((resolve) => {
          far.start({
            onBytes: (view) => {
              heard += view.length;
              pieces++;
              far.pause();
              resolve();
            },
            onDrain: () => {},
            onClose: () => {},
          });
        });
        const length = 2_000_000;
        near.write(new Uint8Array(length));
        await paused;
        expect(pieces).toBe(1);
        expect(heard).toBeLessThan(length);
        far.destroy();
        near.destroy();
        await stop();
      }));

    test('keeps what came before start', () =>
      perform(async () => {
        const { near, far, stop } = await pair(make());
        const farEar = listenOn(far);
        far.write(Buffer.from('early'));
        far.end();
        near.end();
        await farEar.closed.then(() => {}, () => {});
        await stop();
        const nearEar = listenOn(near);
        expect((await nearEar.has(5)).toString()).toBe('early');
        expect(await nearEar.closed).toBeNull();
      }));

    test('destroy tells both sides', () =>
      perform(async () => {
        const { near, far, stop } = await pair(make());
        const nearEar = listenOn(near);
        const farEar = listenOn(far);
        const reason = new Error('enough');
        near.destroy(reason);
        expect(await nearEar.closed).toBe(reason);
        await farEar.closed;
        near.write(Buffer.from('nothing'));
        await stop();
      }));

    test('a closed listener refuses, and leaves open connections alone', () =>
      perform(async () => {
        const hosts = make();
        const { near, far, stop } = await pair(hosts);
        await stop();
        const farEar = listenOn(far);
        const nearEar = listenOn(near);
        near.write(Buffer.from('still here'));
        await farEar.has(10);
        await expect(hosts.client.connect({ host: hosts.host, port: far.localPort })).rejects.toMatchObject({
          name: 'NetworkError',
          code: 'ECONNREFUSED',
        });
        far.end();
        await nearEar.closed;
        const again = await hosts.server.listen({ host: hosts.host, port: far.localPort }, () => {});
        await again.close();
      }));

    test('a port is taken once', () =>
      perform(async () => {
        const { server, host } = make();
        const listener = await server.listen({ host, port: 0 }, () => {});
        await expect(server.listen({ host, port: listener.port }, () => {})).rejects.toMatchObject({ code: 'EADDRINUSE' });
        await listener.close();
      }));
  });
}
