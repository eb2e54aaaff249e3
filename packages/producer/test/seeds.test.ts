/** Many small worlds: lost requests and answers, refusals, resets. Every record arrives once and in order. */
import { ErrorCode } from '@millrace/protocol';
import { expect, test } from 'vitest';
import { ProducerWorld, type Fate } from './producer-world.js';

const values = Array.from({ length: 300 }, (_, index) => String(index));
const fates: Fate[] = ['lost answer', 'lost request', ErrorCode.NOT_LEADER_OR_FOLLOWER, ErrorCode.REQUEST_TIMED_OUT];

test('each of 100 seeds leaves every record once and in order', async () => {
  for (let seed = 1; seed <= 100; seed++) {
    const logs = await logsOf(seed);
    for (const [partition, log] of logs.entries()) {
      expect(log, `seed ${seed}, partition ${partition}`).toEqual(values.filter((value) => Number(value) % 3 === partition));
    }
  }
});

async function logsOf(seed: number): Promise<readonly string[][]> {
  const world = new ProducerWorld(seed, 3);
  const { random } = world.simulation;
  world.simulation.network.faults.resetRate = 0.01 + (seed % 5) * 0.01;
  world.fate = (bytes) => (bytes.length > 150 ? ErrorCode.MESSAGE_TOO_LARGE : random.float() < 0.15 ? fates[random.below(4)] : undefined);
  const producer = world.producer({
    lingerMs: seed % 3,
    batchSize: 60 + (seed % 7) * 40,
    retryBackoffMs: 10,
    compression: seed % 4 === 0 ? 'gzip' : 'none',
    bufferMemory: seed % 2 === 1 ? 2000 : 1 << 20,
  });
  await world.tell(async () => {
    const sent = values.map((value) => producer.send({ topic: 't', partition: Number(value) % 3, value }));
    await producer.flush();
    await Promise.all(sent);
    await producer.close();
  });
  return world.logs.map((log) => log.values);
}
