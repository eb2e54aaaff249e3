/** The first session of the broker's README, as it stands there. */
import { readFileSync } from 'node:fs';
import { startBroker, type RunningBroker } from '@millrace/broker';
import { Consumer } from '@millrace/consumer';
import { Producer } from '@millrace/producer';
import { afterAll, beforeAll, expect, test } from 'vitest';

let broker: RunningBroker;
beforeAll(async () => {
  broker = await startBroker();
});
afterAll(() => broker.stop());

test('an order comes back as it was sent', async () => {
  const { bootstrapServers } = broker;
  const producer = new Producer({ bootstrapServers });
  await producer.send({ topic: 'orders', key: 'customer-7', value: 'two coffees' });
  await producer.close();

  const consumer = new Consumer({ bootstrapServers, groupId: 'kitchen', autoOffsetReset: 'earliest' });
  consumer.subscribe('orders');
  for await (const record of consumer) {
    expect(record.valueText).toBe('two coffees');
    break;
  }
  await consumer.close();
});

test('this file has that session line by line', () => {
  const readme = readFileSync(new URL('../../packages/broker/README.md', import.meta.url), 'utf8');
  const session = /```ts\n([^]*?)```/.exec(readme)![1]!.trimEnd();
  const own = readFileSync(new URL(import.meta.url), 'utf8');
  for (const line of session.split('\n').filter((text) => text.trim() !== '')) expect(own).toContain(line);
});
