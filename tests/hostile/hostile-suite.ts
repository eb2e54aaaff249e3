/**
 * Clients that send what no client should, against a broker in a process of its own. In all of it a well-behaved client
 * goes on being served, and the broker's memory stays below a bound.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiTable } from '@millrace/broker';
import { seededRandom } from '@millrace/platform/simulated';
import { ensureCodec, ErrorCode, Reader, RecordBatchBuilder, updateCrc } from '@millrace/protocol';
import { produceResponse } from '@millrace/protocol/messages/produce';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { BrokerProcess } from '../processes/broker-program.js';
import { bundleProgram, type Program } from '../processes/program.js';
import { Bystander } from './bystander.js';
import { forgetPeak, mebibyte, peakMemory } from './process-memory.js';
import { RawClient } from './raw-client.js';
import { apiVersionsFrame, describeConfigsFrame, fetchFrame, framed, metadataFrame, produceFrame } from './requests.js';

export interface HostileCounts {
  readonly connections: number;
  readonly randomClients: number;
  readonly deafClients: number;
  readonly insatiableClients: number;
  readonly bombMebibytes: number;
}

/**
 * What the broker may have in memory at any time, from these: 128 MiB when idle, with its code and a heap that the collector
 * has let grow; 256 MiB of garbage between collections; one batch at a time as it is unpacked, of 128 MiB at most, and twice
 * while it grows; and for each client of a crowd 256 KiB of answers in the socket and 256 KiB that wait for it. Without
 * bounds each of these attacks takes gigabytes.
 */
function memoryBound(clients: number): number {
  return 640 * mebibyte + clients * (mebibyte / 2);
}

const atOnce = 40;
const target = 'target';

/** Runs `work` for each number below `count`, some at a time. */
async function inCrowds(count: number, work: (index: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += atOnce) {
    await Promise.all(Array.from({ length: Math.min(atOnce, count - from) }, (_, index) => work(from + index)));
  }
}

function batchOf(value: Uint8Array, codec = 0): Uint8Array {
  const builder = new RecordBatchBuilder({ codec });
  builder.append(1_760_000_000_000, null, value);
  return builder.build().slice();
}

/** Registers the tests; call it inside a `describe`. */
export function testHostileInput(counts: HostileCounts): void {
  const directory = mkdtempSync(join(tmpdir(), 'millrace-hostile-'));
  const random = seededRandom(4);
  let program: Program;
  let broker: BrokerProcess;
  let bystander: Bystander;
  const opened: RawClient[] = [];
  const peaks: string[] = [];

  beforeAll(async () => {
    program = bundleProgram('millrace-broker');
    await ensureCodec(4);
    broker = await BrokerProcess.start(program, { directory, properties: { 'auto.create.topics.enable': 'false' } });
    bystander = await Bystander.begin(`127.0.0.1:${broker.port}`);
    await bystander.createTopic(target);
    await bystander.served();
  }, 120_000);

  afterAll(async () => {
    await bystander?.end();
    console.log(`hostile input: the broker's peak memory in MiB: ${peaks.join(', ')}`);
    await broker?.stop();
    program.remove();
    rmSync(directory, { recursive: true, force: true });
  }, 60_000);

  beforeEach(() => forgetPeak(broker.pid));

  afterEach(async (context) => {
    peaks.push(`${context.task.name} ${Math.round((peakMemory(broker.pid) ?? 0) / mebibyte)}`);
    for (const client of opened.splice(0)) client.destroy();
    await bystander.served();
    expect(broker.errors).toEqual([]);
  });

  async function connect(options?: { reads?: boolean }): Promise<RawClient> {
    const client = await RawClient.connect(broker.port, options);
    opened.push(client);
    return client;
  }

  function expectBoundedMemory(clients: number): void {
    const peak = peakMemory(broker.pid);
    if (peak !== null) expect(peak / mebibyte).toBeLessThan(memoryBound(clients) / mebibyte);
  }

  /** Sends bytes and nothing more; resolves when the broker has closed. */
  async function sendToTheEnd(bytes: Uint8Array): Promise<void> {
    const client = await connect();
    client.send(bytes);
    client.halfClose();
    await client.closed;
  }

  test('random bytes', async () => {
    await inCrowds(counts.randomClients, async (index) => {
      const noise = random.bytes(1 + random.below(5000));
      // Half of them begin as a frame of the right size does.
      await sendToTheEnd(index % 2 === 0 ? noise : framed(noise));
    });
    expectBoundedMemory(atOnce);
  });

  test('frames cut short, with their size and without', async () => {
    const frames = [apiVersionsFrame(), metadataFrame([target]), produceFrame(target, 0, batchOf(new Uint8Array(50))), fetchFrame(target, 0)];
    const cuts = frames.flatMap((frame) => Array.from({ length: Math.floor((frame.length - 4) / 3) }, (_, index) => frame.subarray(4, 4 + index * 3)).map((cut) => ({ frame, cut })));
    await inCrowds(cuts.length, async (index) => {
      const { frame, cut } = cuts[index]!;
      // A client that waits: the broker must find by itself that the frame is too short.
      const client = await connect();
      client.send(framed(cut));
      await client.closed;
      await sendToTheEnd(frame.subarray(0, 4 + cut.length));
    });
  });

  test.each([['too large', 104_857_601], ['as large as can be', 0x7fff_ffff], ['negative', -1], ['as small as can be', -0x8000_0000]])('a frame size that is %s', async (_name, size) => {
    await inCrowds(atOnce, async () => {
      const client = await connect();
      client.send(framed(new Uint8Array(100), size));
      await client.closed;
    });
    expectBoundedMemory(atOnce);
  });

  test('every request in every version, with lengths that promise too much', async () => {
    const requests = apiTable.filter(({ on }) => on.includes('broker')).flatMap(({ key, minVersion, maxVersion }) =>
      Array.from({ length: maxVersion - minVersion + 1 }, (_, index) => ({ key, version: minVersion + index })));
    expect(requests.length).toBeGreaterThan(100);
    await inCrowds(requests.length, async (index) => {
      const { key, version } = requests[index]!;
      for (const fill of [0x7f, 0xff]) {
        const frame = Buffer.alloc(80, fill);
        frame.writeInt16BE(key, 0);
        frame.writeInt16BE(version, 2);
        frame.writeInt32BE(1, 4);
        frame.writeInt16BE(-1, 8);
        // Behind the header's tagged fields, where it has some, or the first byte of the body.
        frame.writeUInt8(0, 10);
        await sendToTheEnd(framed(frame));
      }
    });
    expectBoundedMemory(atOnce);
  });

  test('millions of elements of two bytes each', async () => {
    const names = Buffer.alloc(20_000_000, Buffer.from([1, 0]));
    const header = Buffer.from([0, 3, 0, 9, 0, 0, 0, 1, 0, 1, 0x61, 0]);
    const count = Buffer.from([0x81, 0xad, 0xe2, 0x04]); // 10,000,000 and one
    const client = await connect();
    client.send(framed(Buffer.concat([header, count, names, Buffer.alloc(4)])));
    await client.closed;
    expectBoundedMemory(1);
  });

  // Snappy packs zeros to a twentieth at best, lz4 to a 255th: more would not be taken as one message.
  test.each([['gzip', 1, 1000], ['snappy', 2, 16], ['lz4', 3, 200], ['zstd', 4, 1000]])('a batch that unpacks to very much, %s', async (_name, codec, most) => {
    const batch = batchOf(new Uint8Array(Math.min(most, counts.bombMebibytes) * mebibyte), codec);
    const answers = await Promise.all([1, 2, 3].map(() => produced(batch)));
    // It is a good batch: what it must not do is take the memory that it promises.
    for (const { errorCode } of answers) expect(errorCode).toBe(ErrorCode.NONE);
    // And one that goes wrong on the way.
    const spoilt = Buffer.from(batch);
    spoilt.fill(0x55, Math.max(70, spoilt.length - 40));
    updateCrc(spoilt, 0);
    expect([ErrorCode.CORRUPT_MESSAGE, ErrorCode.INVALID_RECORD]).toContain((await produced(spoilt)).errorCode);
    expectBoundedMemory(10);
  });

  async function produced(records: Uint8Array, client?: RawClient): Promise<{ errorCode: number; baseOffset: number }> {
    const asking = client ?? await connect();
    asking.send(produceFrame(target, 0, records));
    const frame = await asking.frame();
    if (frame === null) throw new Error('the broker closed the connection');
    const reader = new Reader(frame, 4);
    return produceResponse.decode(reader, 8).responses[0]!.partitionResponses[0]!;
  }

  test('batches that are damaged are refused, and the connection goes on', async () => {
    const good = Buffer.from(batchOf(new Uint8Array(100)));
    const client = await connect();
    const before = (await produced(good, client)).baseOffset;
    const damaged: [string, (bytes: Buffer) => void][] = [
      ['checksum', (bytes) => bytes.writeUInt32BE((bytes.readUInt32BE(17) ^ 1) >>> 0, 17)],
      ['magic 0', (bytes) => bytes.writeUInt8(0, 16)],
      ['magic 1', (bytes) => bytes.writeUInt8(1, 16)],
      ['magic 3', (bytes) => bytes.writeUInt8(3, 16)],
      ['a length beyond the frame', (bytes) => bytes.writeInt32BE(1 << 20, 8)],
      ['a negative length', (bytes) => bytes.writeInt32BE(-5, 8)],
      ['a codec that is none', (bytes) => bytes.writeUInt16BE(7, 21)],
      ['a record that is spoilt', (bytes) => bytes.writeUInt8(0xff, 70)],
    ];
    for (const [name, spoil] of damaged) {
      const bytes = Buffer.from(good);
      spoil(bytes);
      expect([ErrorCode.CORRUPT_MESSAGE, ErrorCode.INVALID_RECORD], name).toContain((await produced(bytes, client)).errorCode);
    }
    expect((await produced(good, client)).baseOffset).toBe(before + 1);
  });

  test('requests sent byte by byte are answered, and others do not wait for them', async () => {
    const frame = metadataFrame([target]);
    await Promise.all(Array.from({ length: atOnce }, async () => {
      const client = await connect();
      for (const byte of frame) await client.sent(Uint8Array.of(byte));
      expect(await client.frame()).not.toBeNull();
    }));
  });

  test('large frames that are begun and never finished', async () => {
    await inCrowds(counts.deafClients, async () => {
      const client = await connect();
      client.send(framed(new Uint8Array(1000), 100_000_000));
    });
    await bystander.served();
    expectBoundedMemory(counts.deafClients);
  });

  test('a crowd of connections, all of them answered', async () => {
    const crowd: RawClient[] = [];
    await inCrowds(counts.connections, async () => {
      crowd.push(await connect());
    });
    await bystander.served();
    await inCrowds(crowd.length, async (index) => {
      crowd[index]!.send(apiVersionsFrame());
      expect(await crowd[index]!.frame()).not.toBeNull();
    });
    expect(crowd.filter(({ isClosed }) => isClosed)).toEqual([]);
    await bystander.served();
    expectBoundedMemory(counts.connections);
  });

  test('readers that never read, with requests one behind the other', async () => {
    for (let left = 16; left > 0; left--) expect((await produced(batchOf(random.bytes(900_000)))).errorCode).toBe(ErrorCode.NONE);
    await inCrowds(counts.deafClients, async () => {
      const fetcher = await connect({ reads: false });
      for (let index = 0; index < 100; index++) fetcher.send(fetchFrame(target, 0, index));
    });
    await bystander.served();
    expectBoundedMemory(counts.deafClients);
  });

  test('requests without end from clients that read no answer: they are read no longer', async () => {
    const requests = Buffer.concat(Array.from({ length: 10_000 }, (_, index) => describeConfigsFrame(index)));
    const clients: RawClient[] = [];
    await inCrowds(counts.insatiableClients, async () => {
      const client = await connect({ reads: false });
      clients.push(client);
      // More than the buffers of both sides' systems, for answers that are a thousand times as large.
      for (let sent = 0; sent < 16 * mebibyte; sent += requests.length) client.send(requests);
    });
    await bystander.served();
    expect(clients.filter(({ unsentBytes }) => unsentBytes === 0)).toEqual([]);
    // Here each answer has some hundred kilobytes: one in the socket and one that waits for it.
    expectBoundedMemory(4 * counts.insatiableClients);
  });

  test('connections that are reset, at any moment', async () => {
    const frame = produceFrame(target, 0, batchOf(new Uint8Array(5000)));
    await inCrowds(counts.randomClients, async (index) => {
      const client = await connect();
      if (index % 3 > 0) await client.sent(index % 3 === 1 ? frame.subarray(0, random.below(frame.length)) : frame);
      client.reset();
      await client.closed;
    });
  });
}
