/** Numbers under Kafka's own names, inside the process. */
import { expect, it } from 'vitest';
import { ZERO_UUID } from '@millrace/protocol';
import { deleteTopics, metadata } from './apis.js';
import { batch, tell, type Story } from './story.js';

const read = (story: Story) => new Map(story.host.platform.metrics.snapshot().map(({ name, attribute, value }) => [`${name} ${attribute}`, value]));
const traffic = (name: string) => `kafka.server:type=BrokerTopicMetrics,name=${name} Count`;

it('traffic is counted for the node and for each topic', () =>
  tell({}, async (story) => {
    await story.createTopic('t', { 'max.message.bytes': '200' });
    const good = batch(['a', 'b']);
    const { length } = good;
    await story.produceTo('t', 0, good);
    await story.produceTo('t', 0, batch(['x'.repeat(300)]));
    await story.fetchFrom('t', 0, 0);
    await story.fetchFrom('t', 0, 99);
    const found = read(story);
    for (const suffix of ['', ',topic=t']) {
      const count = (name: string) => found.get(`kafka.server:type=BrokerTopicMetrics,name=${name}${suffix} Count`);
      expect([count('BytesInPerSec'), count('MessagesInPerSec'), count('TotalProduceRequestsPerSec')]).toEqual([length, 2, 2]);
      expect([count('BytesOutPerSec'), count('TotalFetchRequestsPerSec')]).toEqual([length, 1]);
    }
    expect(found.get(traffic('FailedFetchRequestsPerSec'))).toBe(1);
    expect(found.get(traffic('BytesRejectedPerSec'))).toBeGreaterThan(300);
    await story.ask(deleteTopics, { topics: [{ name: 't', topicId: ZERO_UUID }], timeoutMs: 1000 });
    expect([...read(story).keys()].filter((name) => name.includes('topic=t'))).toEqual([]);
    expect(read(story).get(traffic('MessagesInPerSec'))).toBe(2);
  }));

it('requests are counted by version, with their sizes and times', () =>
  tell({}, async (story) => {
    for (let count = 0; count < 3; count++) await story.ask(metadata, { topics: [] }, 12);
    await story.ask(metadata, { topics: [] }, 9);
    const found = read(story);
    const of = (name: string) => found.get(`kafka.network:type=RequestMetrics,name=${name}`);
    expect([of('RequestsPerSec,request=Metadata,version=12 Count'), of('RequestsPerSec,request=Metadata,version=9 Count')]).toEqual([3, 1]);
    expect([of('TotalTimeMs,request=Metadata Count'), of('RequestBytes,request=Metadata Count')]).toEqual([4, 4]);
    expect(of('RequestBytes,request=Metadata Max')).toBeGreaterThan(10);
  }));

it('the state of node and logs is there to be read', () =>
  tell({}, async (story) => {
    await story.createTopic('t', {}, 3);
    await story.produceTo('t', 1, batch(['a', 'b']));
    const found = read(story);
    const value = (name: string) => found.get(`${name} Value`);
    expect(value('kafka.controller:type=KafkaController,name=ActiveControllerCount')).toBe(1);
    expect(value('kafka.controller:type=KafkaController,name=GlobalTopicCount')).toBe(1);
    expect(value('kafka.controller:type=KafkaController,name=GlobalPartitionCount')).toBe(3);
    expect(value('kafka.controller:type=KafkaController,name=ActiveBrokerCount')).toBe(1);
    expect(value('kafka.server:type=ReplicaManager,name=LeaderCount')).toBe(3);
    expect(value('kafka.log:type=Log,name=LogEndOffset,topic=t,partition=1')).toBe(2);
    expect(value('kafka.log:type=Log,name=NumLogSegments,topic=t,partition=2')).toBe(1);
    expect(value('kafka.log:type=LogManager,name=OfflineLogDirectoryCount')).toBe(0);
  }));
