/** Produce in a closed loop: sizes by acks by connections. */
import { loadKey } from '../limits/measure-limits.js';
import { ACKS, CONNECTIONS, IN_FLIGHT, KIB, PRODUCE_SIZES, sizeName } from '../profile.js';
import { leastLimit, row, type Limit, type Row } from '../rows.js';
import { type Bench, connectionsName, onNewTopic, ratesOf } from './bench.js';
import { inTurns } from './target.js';

const MEGABYTE = 1e6;

export async function measureProduce(bench: Bench): Promise<Row[]> {
  const { targets, generator, profile } = bench;
  const { warmupMs, durationMs, rounds } = profile;
  const rows: Row[] = [];
  for (const connections of CONNECTIONS) {
    for (const requestBytes of PRODUCE_SIZES) {
      for (const acks of ACKS) {
        const name = `produce ${sizeName(requestBytes)}, acks ${acks === -1 ? 'all' : acks}, ${connectionsName(connections)}`;
        bench.progress(name);
        const load = { kind: 'produce', connections, requestBytes, acks, inFlight: IN_FLIGHT, warmupMs, durationMs } as const;
        const outcomes = await inTurns(targets, rounds, (target) =>
          onNewTopic(target, connections, async (topic) => ratesOf(await generator.run({ ...load, ...target.address, topic }))),
        );
        const limit = produceLimit(bench, requestBytes, connections);
        rows.push(row('produce', name, 'MB/s', limit, outcomes, 'megabytes'));
        if (requestBytes === KIB) {
          const perSecond = { name: limit.name, value: (limit.value * MEGABYTE) / requestBytes };
          rows.push(row('produce', name, 'req/s', perSecond, outcomes, 'requests'));
        }
      }
    }
  }
  return rows;
}

/** Every byte crosses the loopback, is checked and is written; the slowest of the three alone binds. */
function produceLimit({ limits }: Bench, requestBytes: number, connections: number): Limit {
  return leastLimit([
    { name: 'loopback', value: limits.nullProduce[loadKey(requestBytes, connections)]! / MEGABYTE },
    { name: 'write', value: limits.write[requestBytes]! / MEGABYTE },
    { name: 'CRC-32C', value: limits.checksum[requestBytes]! / MEGABYTE },
  ]);
}
