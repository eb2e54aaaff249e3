/** Fetch, one request in flight on each connection: from the past, and at the tail while a producer feeds it. */
import { loadKey } from '../limits/measure-limits.js';
import { encodeBatch } from '../load/request-frames.js';
import { CONNECTIONS, FETCH_SIZES, IN_FLIGHT, PAST_BATCH_BYTES, sizeName } from '../profile.js';
import { row, type Limit, type Row } from '../rows.js';
import { type Bench, connectionsName, onNewTopic, ratesOf } from './bench.js';
import { inTurns, type Outcome, type Target } from './target.js';

const MEGABYTE = 1e6;

export async function measureFetch(bench: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  for (const connections of CONNECTIONS) {
    for (const fetchBytes of FETCH_SIZES) {
      const name = `fetch past ${sizeName(fetchBytes)}, ${connectionsName(connections)}`;
      bench.progress(name);
      rows.push(row('fetch', name, 'MB/s', pastLimit(bench, fetchBytes, connections), await fetchPast(bench, fetchBytes, connections), 'megabytes'));
    }
    for (const fetchBytes of FETCH_SIZES) {
      const name = `fetch tail ${sizeName(fetchBytes)}, ${connectionsName(connections)}`;
      bench.progress(name);
      rows.push(row('fetch', name, 'MB/s', tailLimit(bench, fetchBytes, connections), await fetchTail(bench, fetchBytes, connections), 'megabytes'));
    }
  }
  return rows;
}

function fetchPast(bench: Bench, fetchBytes: number, connections: number): Promise<Outcome[]> {
  const { targets, generator, profile } = bench;
  const { warmupMs, durationMs, rounds } = profile;
  const load = { kind: 'fetch', from: 'past', connections, fetchBytes, batchBytes: PAST_BATCH_BYTES, warmupMs, durationMs } as const;
  return inTurns(targets, rounds, (target) =>
    onNewTopic(target, connections, async (topic) => {
      const endOffset = await fill(bench, target, topic, connections);
      return ratesOf(await generator.run({ ...load, ...target.address, topic, endOffset }));
    }),
  );
}

/** Fills each partition with batches alike; gives the offset at which each ends. */
async function fill({ generator, profile }: Bench, { address }: Target, topic: string, connections: number): Promise<number> {
  const batch = encodeBatch(PAST_BATCH_BYTES, Date.now());
  const requestsEach = Math.ceil(profile.pastBytes / connections / batch.bytes.length);
  const load = { kind: 'produce', connections, requestBytes: PAST_BATCH_BYTES, acks: 1, inFlight: IN_FLIGHT, warmupMs: 0, durationMs: 0 } as const;
  await generator.run({ ...load, ...address, topic, requestsEach });
  return requestsEach * batch.records;
}

function fetchTail({ targets, generator, profile }: Bench, fetchBytes: number, connections: number): Promise<Outcome[]> {
  const { warmupMs, durationMs, rounds } = profile;
  const load = { kind: 'fetch', from: 'tail', connections, fetchBytes, batchBytes: fetchBytes, endOffset: 0, warmupMs, durationMs } as const;
  return inTurns(targets, rounds, (target) =>
    onNewTopic(target, connections, async (topic) => ratesOf(await generator.run({ ...load, ...target.address, topic }))),
  );
}

function pastLimit({ limits }: Bench, fetchBytes: number, connections: number): Limit {
  return { name: 'loopback', value: limits.nullFetch[loadKey(fetchBytes, connections)]! / MEGABYTE };
}

/** At the tail each byte crosses the loopback twice. */
function tailLimit({ limits }: Bench, fetchBytes: number, connections: number): Limit {
  const key = loadKey(fetchBytes, connections);
  const seconds = 1 / limits.nullProduce[key]! + 1 / limits.nullFetch[key]!;
  return { name: 'loopback, both ways', value: 1 / seconds / MEGABYTE };
}
