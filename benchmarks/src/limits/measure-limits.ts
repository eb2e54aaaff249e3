/** This machine's limits, measured before the broker so that its results have something to stand beside. */
import type { Latency } from '../load/jobs.js';
import type { LoadGenerator } from '../load/load-generator.js';
import {
  CONNECTIONS,
  FETCH_SIZES,
  IN_FLIGHT,
  KIB,
  LATENCY_REQUEST_BYTES,
  MIB,
  PAST_BATCH_BYTES,
  PRODUCE_SIZES,
  type Profile,
} from '../profile.js';
import { type BareNode, measureBareNode } from './bare-node.js';
import { measureChecksum } from './checksum-rate.js';
import { measureSyncedWrite, measureSyncs, measureWrite } from './file-writes.js';
import { LIMIT_TOPIC } from './limit-topic.js';
import { measureMemoryCopy } from './memory-copy.js';
import { NullBroker } from './null-broker.js';

/** Bytes per second, but for syncs; maps go from the size of a piece, and the keys of those over TCP are of {@link loadKey}. */
export interface MachineLimits {
  memoryCopy: number;
  loopback: number;
  write: Record<number, number>;
  syncedWrite: Record<number, number>;
  syncsPerSecond: number;
  checksum: Record<number, number>;
  /** The same load on a broker that does nothing. */
  nullProduce: Record<string, number>;
  nullFetch: Record<string, number>;
  /** By requests per second. */
  nullLatency: Record<number, Latency>;
  bareNode: BareNode;
}

export function loadKey(bytes: number, connections: number): string {
  return `${bytes}/${connections}`;
}

export async function measureLimits(generator: LoadGenerator, directory: string, profile: Profile): Promise<MachineLimits> {
  const { limitMs } = profile;
  const bySize = (sizes: readonly number[], measure: (size: number) => number): Record<number, number> =>
    Object.fromEntries(sizes.map((size) => [size, measure(size)]));
  const local = {
    memoryCopy: measureMemoryCopy(limitMs),
    write: bySize(PRODUCE_SIZES, (size) => measureWrite(directory, size, limitMs)),
    syncedWrite: bySize([64 * KIB, MIB], (size) => measureSyncedWrite(directory, size, limitMs)),
    syncsPerSecond: measureSyncs(directory, limitMs),
    checksum: bySize(PRODUCE_SIZES, (size) => measureChecksum(size, limitMs)),
    bareNode: await measureBareNode(),
  };
  const nullBroker = await NullBroker.start();
  try {
    return { ...local, ...(await overLoopback(generator, nullBroker, profile)) };
  } finally {
    await nullBroker.stop();
  }
}

type LoopbackLimits = Pick<MachineLimits, 'loopback' | 'nullProduce' | 'nullFetch' | 'nullLatency'>;

async function overLoopback(generator: LoadGenerator, nullBroker: NullBroker, profile: Profile): Promise<LoopbackLimits> {
  const { framePort, sinkPort } = nullBroker.ports;
  const timing = { host: '127.0.0.1', warmupMs: 150, durationMs: profile.limitMs };
  const stream = await generator.run({ ...timing, kind: 'stream', port: sinkPort, connections: 1, chunkBytes: 256 * KIB });
  const load = { ...timing, port: framePort, topic: LIMIT_TOPIC };
  const nullProduce: Record<string, number> = {};
  const nullFetch: Record<string, number> = {};
  for (const connections of CONNECTIONS) {
    for (const requestBytes of PRODUCE_SIZES) {
      const produced = await generator.run({ ...load, kind: 'produce', connections, requestBytes, acks: 1, inFlight: IN_FLIGHT });
      nullProduce[loadKey(requestBytes, connections)] = rateOf(produced);
    }
    for (const fetchBytes of FETCH_SIZES) {
      const past = { from: 'past', batchBytes: PAST_BATCH_BYTES, endOffset: 1 } as const;
      const fetched = await generator.run({ ...load, ...past, kind: 'fetch', connections, fetchBytes });
      nullFetch[loadKey(fetchBytes, connections)] = rateOf(fetched);
    }
  }
  const nullLatency: Record<number, Latency> = {};
  for (const ratePerSecond of profile.rates) {
    const job = { kind: 'rate', connections: 1, requestBytes: LATENCY_REQUEST_BYTES, acks: -1, ratePerSecond } as const;
    const { latency } = await generator.run({ ...load, ...job, durationMs: profile.latencyMs / 2 });
    if (latency !== undefined) nullLatency[ratePerSecond] = latency;
  }
  return { loopback: rateOf(stream), nullProduce, nullFetch, nullLatency };
}

function rateOf({ bytes, elapsedMs }: { bytes: number; elapsedMs: number }): number {
  return (bytes / elapsedMs) * 1000;
}
