import { Simulation } from '@millrace/platform/simulated';
import { expect, test } from 'vitest';
import { Admin } from '../src/index.js';

test.each<[string, (admin: Admin) => Promise<unknown>, string]>([
  ['no topics', (admin) => admin.createTopics(undefined as unknown as []), 'createTopics: topics: undefined is not a list'],
  ['a name in place of names', (admin) => admin.deleteTopics('t' as unknown as string[]), 'deleteTopics: topics: t is not a list'],
  ['a group in place of groups', (admin) => admin.describeConsumerGroups('g' as unknown as string[]), 'describeConsumerGroups: groupIds: g is not a list'],
  ['no offsets', (admin) => admin.alterConsumerGroupOffsets('g', undefined as unknown as []), 'alterConsumerGroupOffsets: offsets: undefined is not a list'],
  ['deleting what is no name', (admin) => admin.deleteTopics([5 as unknown as string]), 'deleteTopics: 5 is neither the name of a topic nor { topicId }'],
  ['a place that does not exist', (admin) => admin.listOffsets([{ topic: 't', partition: 0, at: 'newest' as 'latest' }]), 'listOffsets: at: "newest" is none of latest, earliest, '],
  ['a timestamp that is none', (admin) => admin.listOffsets([{ topic: 't', partition: 0, at: { timestamp: Number.NaN } }]), 'listOffsets: timestamp: NaN is not a whole number'],
])('%s is refused by name, as a rejection', async (_what, run, message) => {
  const { platform } = new Simulation(1).node('client');
  await expect(run(new Admin({ bootstrapServers: 'broker:9092', platform }))).rejects.toThrow(message);
});
