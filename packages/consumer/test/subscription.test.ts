import { expect, test } from 'vitest';
import { Consumer } from '../src/index.js';
import { matchingTopics } from '../src/subscription.js';

const topics = ['orders', 'orders-eu', 'old-orders', '__consumer_offsets'].map((name) => ({ name, isInternal: name.startsWith('__') }));

test('patterns match whole names and no internal topics', () => {
  expect(matchingTopics(/orders/, topics)).toEqual(['orders']);
  expect(matchingTopics(/orders.*|old.*/g, topics)).toEqual(['old-orders', 'orders', 'orders-eu']);
  expect(matchingTopics(/.*/, topics)).not.toContain('__consumer_offsets');
});

test('what does not go together is refused with a reason', async () => {
  const alone = new Consumer({ bootstrapServers: 'localhost:1' });
  expect(() => alone.subscribe('t')).toThrow('subscribe: a groupId is needed');
  await expect(alone.poll()).rejects.toThrow('poll: subscribe to topics or assign partitions first');
  alone.assign([{ topic: 't', partition: 0 }]);
  expect(() => alone.seek({ topic: 't', partition: 1 }, 0)).toThrow('seek: t-1 is not assigned to this consumer');
  expect(() => alone.seek({ topic: 't', partition: 0 }, -1)).toThrow('seek: -1 is not an offset');
  expect(() => new Consumer({ bootstrapServers: 'h:1', autoOffsetReset: 'first' as never })).toThrow('autoOffsetReset: "first"');
  expect(() => new Consumer({ bootstrapServers: 'h:1', heartbeatIntervalMs: 50_000 })).toThrow('heartbeatIntervalMs: 50000 is not less than sessionTimeoutMs (45000)');
  await alone.close();
});
