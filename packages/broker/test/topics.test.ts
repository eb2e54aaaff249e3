/** Topics as clients make, see, change and delete them. */
import { describe, expect, it } from 'vitest';
import { ErrorCode, ZERO_UUID } from '@millrace/protocol';
import { createPartitions, createTopics, deleteTopics, describeLogDirs, describeTopicPartitions, metadata } from './apis.js';
import { batch, tell, valuesIn, type Story } from './story.js';

const { INVALID_REQUEST, INVALID_TOPIC_EXCEPTION, UNKNOWN_TOPIC_ID, UNKNOWN_TOPIC_OR_PARTITION } = ErrorCode;
const topic = (name: string, more: object = {}) => ({ name, numPartitions: 1, replicationFactor: 1, assignments: [], configs: [], ...more });

async function create(story: Story, topics: ReturnType<typeof topic>[], more: object = {}, version = 7) {
  const answer = await story.ask(createTopics, { topics, timeoutMs: 1000, validateOnly: false, ...more }, version);
  return answer.topics;
}

describe('CreateTopics', () => {
  it('answers with what it made, settings and all', () =>
    tell({ 'num.partitions': '3' }, async (story) => {
      const [made] = await create(story, [topic('t', { numPartitions: -1, replicationFactor: -1, configs: [{ name: 'retention.ms', value: '5000' }] })]);
      expect(made).toMatchObject({ name: 't', errorCode: 0, numPartitions: 3, replicationFactor: 1 });
      expect(made!.topicId).not.toBe(ZERO_UUID);
      expect(made!.configs!.find((config) => config.name === 'retention.ms')).toEqual({ name: 'retention.ms', value: '5000', readOnly: false, configSource: 1, isSensitive: false, unknownTags: undefined });
      expect(story.node.node.logs.get('t', 2)!.config.retentionMs).toBe(5000);
    }));

  it('refuses each topic by itself', () =>
    tell({}, async (story) => {
      await story.createTopic('there');
      const asked = [
        topic('there'), topic('twice'), topic('twice'), topic('bad name'), topic('__cluster_metadata'), topic('rf2', { replicationFactor: 2 }),
        topic('none', { numPartitions: 0 }), topic('setting', { configs: [{ name: 'retention.ms', value: 'soon' }] }), topic('good'),
      ];
      const codes = new Map((await create(story, asked)).map(({ name, errorCode }) => [name, errorCode]));
      expect(Object.fromEntries(codes)).toEqual({
        there: ErrorCode.TOPIC_ALREADY_EXISTS, twice: INVALID_REQUEST, 'bad name': INVALID_TOPIC_EXCEPTION, __cluster_metadata: INVALID_REQUEST,
        rf2: ErrorCode.INVALID_REPLICATION_FACTOR, none: ErrorCode.INVALID_PARTITIONS, setting: ErrorCode.INVALID_CONFIG, good: 0,
      });
    }));

  it('is answered when all partitions take records, and holds up nobody meanwhile', () =>
    tell({}, async (story) => {
      const other = await story.connect('other');
      const order: string[] = [];
      const making = create(story, [topic('many', { numPartitions: 100 })]).then(() => order.push('made'));
      await story.wait(2);
      await other.sendVersion(metadata, { topics: [] }, 12).then(() => order.push('answered'));
      await making;
      expect(order).toEqual(['answered', 'made']);
      expect(await story.produceTo('many', 99, batch(['a']))).toMatchObject({ errorCode: 0 });
      await story.ask(deleteTopics, { topics: [{ name: 'many', topicId: ZERO_UUID }], timeoutMs: 1000 });
      await story.createTopic('many');
      expect(await story.produceTo('many', 0, batch(['a']))).toMatchObject({ errorCode: 0, baseOffset: 0 });
      other.close();
    }));

  it('goes on after a kill in the middle', () =>
    tell({}, async (story) => {
      const making = create(story, [topic('many', { numPartitions: 100 })]).catch(() => 'lost');
      const made = () => [...story.node.node.partitions.ofTopic('many')].length;
      while (made() < 5) await story.wait(1);
      expect(made()).toBeLessThan(100);
      await story.killAndStart();
      await making;
      for (const partition of [0, 50, 99]) expect(await story.produceTo('many', partition, batch(['a']))).toMatchObject({ errorCode: 0, baseOffset: 0 });
    }));

  it('makes nothing when it is only to validate', () =>
    tell({}, async (story) => {
      expect((await create(story, [topic('t')], { validateOnly: true }))[0]).toMatchObject({ errorCode: 0, numPartitions: 1 });
      expect((await story.ask(metadata, { topics: null })).topics).toEqual([]);
    }));
});

describe('CreatePartitions', () => {
  it('adds partitions that take records at once', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      const { results } = await story.ask(createPartitions, { topics: [{ name: 't', count: 3, assignments: null }], timeoutMs: 1000, validateOnly: false });
      expect(results[0]).toMatchObject({ name: 't', errorCode: 0 });
      expect(await story.produceTo('t', 2, batch(['a']))).toMatchObject({ errorCode: 0, baseOffset: 0 });
      const again = await story.ask(createPartitions, { topics: [{ name: 't', count: 2, assignments: null }, { name: 'none', count: 2, assignments: null }], timeoutMs: 1000, validateOnly: false });
      expect(again.results.map(({ errorCode }) => errorCode)).toEqual([ErrorCode.INVALID_PARTITIONS, UNKNOWN_TOPIC_OR_PARTITION]);
    }));
});

describe('DeleteTopics', () => {
  it('takes names and ids, and a topic of the same name begins anew', () =>
    tell({}, async (story) => {
      const topicId = await story.createTopic('t');
      await story.produceTo('t', 0, batch(['old']));
      const { responses } = await story.ask(deleteTopics, { topics: [{ name: null, topicId }], timeoutMs: 1000 });
      expect(responses[0]).toMatchObject({ name: 't', topicId, errorCode: 0 });
      await story.createTopic('t');
      expect(await story.fetchFrom('t', 0, 0)).toMatchObject({ errorCode: 0, highWatermark: 0 });
      await story.produceTo('t', 0, batch(['new']));
      await story.restart();
      expect(valuesIn((await story.fetchFrom('t', 0, 0)).records)).toEqual(['0:new']);
    }));

  it('removes the bytes after log.segment.delete.delay.ms', () =>
    tell({ 'log.segment.delete.delay.ms': '1000' }, async (story) => {
      await story.createTopic('t');
      const { files } = story.host.platform;
      const left = () => files.list('/data').filter((name) => name.startsWith('t-0'));
      await story.ask(deleteTopics, { topics: [{ name: 't', topicId: ZERO_UUID }], timeoutMs: 1000 });
      expect(left()).toEqual([expect.stringMatching(/^t-0\.[0-9a-f]{32}-delete$/)]);
      await story.wait(1500);
      expect(left()).toEqual([]);
    }));

  it('answers each name or id once, and deletes none that stands there twice', () =>
    tell({}, async (story) => {
      await story.createTopic('twice');
      const ask = async (topics: { name: string | null; topicId: string }[]) => {
        const { responses } = await story.ask(deleteTopics, { topics, timeoutMs: 1000 });
        return responses.map(({ name, errorCode }) => [name, errorCode]);
      };
      const twice = { name: 'twice', topicId: ZERO_UUID };
      expect(await ask([twice, twice])).toEqual([['twice', INVALID_REQUEST]]);
      expect(await ask([{ name: 'none', topicId: ZERO_UUID }, { name: null, topicId: 'AAAAAAAAAAAAAAAAAAAABQ' }])).toEqual([['none', UNKNOWN_TOPIC_OR_PARTITION], [null, UNKNOWN_TOPIC_ID]]);
      expect(await ask([twice])).toEqual([['twice', 0]]);
    }));

  it('is off with delete.topic.enable=false', () =>
    tell({ 'delete.topic.enable': 'false' }, async (story) => {
      await story.createTopic('t');
      const topics = [{ name: 't', topicId: ZERO_UUID }];
      expect((await story.ask(deleteTopics, { topics, timeoutMs: 1000 })).responses[0]!.errorCode).toBe(ErrorCode.TOPIC_DELETION_DISABLED);
      expect((await story.ask(deleteTopics, { topicNames: ['t'], timeoutMs: 1000 }, 2)).responses[0]!.errorCode).toBe(INVALID_REQUEST);
    }));
});

describe('a change of topics that is given no time', () => {
  it.each([0, -1])('is not carried out, within %i ms', (timeoutMs) =>
    tell({}, async (story) => {
      const topicId = await story.createTopic('there');
      const timedOut = [{ name: 'there', errorCode: ErrorCode.REQUEST_TIMED_OUT, errorMessage: null }];
      expect(await create(story, [topic('new')], { timeoutMs })).toMatchObject([{ ...timedOut[0], name: 'new' }]);
      const grown = await story.ask(createPartitions, { topics: [{ name: 'there', count: 3, assignments: null }], timeoutMs, validateOnly: false });
      expect(grown.results).toMatchObject(timedOut);
      expect((await story.ask(deleteTopics, { topics: [{ name: 'there', topicId: ZERO_UUID }], timeoutMs })).responses).toMatchObject(timedOut);
      const { topics } = await story.ask(metadata, { topics: null }, 12);
      expect(topics).toMatchObject([{ name: 'there', topicId, partitions: [{ partitionIndex: 0 }] }]);
    }));
});

describe('Metadata', () => {
  const one = { errorCode: 0, isInternal: false };

  it('shows brokers and leaders, by name and by id', () =>
    tell({ 'broker.rack': 'r1' }, async (story) => {
      const topicId = await story.createTopic('t', {}, 2);
      const byName = await story.ask(metadata, { topics: [{ name: 't' }] });
      expect(byName).toMatchObject({ errorCode: 0, clusterId: story.node.clusterId, controllerId: 1, brokers: [{ nodeId: 1, host: 'broker', port: 9092, rack: 'r1' }] });
      const partition = { errorCode: 0, leaderId: 1, leaderEpoch: 0, replicaNodes: [1], isrNodes: [1], offlineReplicas: [] };
      expect(byName.topics).toMatchObject([{ ...one, name: 't', topicId, partitions: [{ ...partition, partitionIndex: 0 }, { ...partition, partitionIndex: 1 }] }]);
      expect((await story.ask(metadata, { topics: [{ name: null, topicId }] })).topics).toMatchObject([{ ...one, name: 't', topicId }]);
      expect((await story.ask(metadata, { topics: [{ name: null, topicId: 'AAAAAAAAAAAAAAAAAAAABQ' }] })).topics).toMatchObject([{ errorCode: UNKNOWN_TOPIC_ID, name: null }]);
    }));

  it('means all topics by null, in version 0 by none', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      expect((await story.ask(metadata, { topics: null }, 12)).topics.map(({ name }) => name)).toEqual(['t']);
      expect((await story.ask(metadata, { topics: [] }, 12)).topics).toEqual([]);
      expect((await story.ask(metadata, { topics: [] }, 0)).topics.map(({ name }) => name)).toEqual(['t']);
    }));

  it('makes a missing topic only when both sides want it, and answers each once', () =>
    tell({ 'num.partitions': '2' }, async (story) => {
      const ask = async (names: string[], allowAutoTopicCreation: boolean, version = 12) => {
        const { topics } = await story.ask(metadata, { topics: names.map((name) => ({ name })), allowAutoTopicCreation }, version);
        return topics.map(({ name, errorCode, partitions }) => [name, errorCode, partitions.length]);
      };
      expect(await ask(['t'], false)).toEqual([['t', UNKNOWN_TOPIC_OR_PARTITION, 0]]);
      expect(await ask(['t', 'bad name', 't'], true)).toEqual([['t', 0, 2], ['bad name', INVALID_TOPIC_EXCEPTION, 0]]);
      expect(await ask(['old'], true, 3)).toEqual([['old', 0, 2]]);
      await story.restart({ 'auto.create.topics.enable': 'false' });
      expect(await ask(['new'], true)).toEqual([['new', UNKNOWN_TOPIC_OR_PARTITION, 0]]);
    }));

  it('names the operations that are allowed when asked', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      const asked = { includeClusterAuthorizedOperations: true, includeTopicAuthorizedOperations: true };
      const answer = await story.ask(metadata, { topics: [{ name: 't' }], ...asked }, 10);
      expect([answer.clusterAuthorizedOperations, answer.topics[0]!.topicAuthorizedOperations]).toEqual([8096, 3576]);
      expect((await story.ask(metadata, { topics: [{ name: 't' }] }, 10)).topics[0]!.topicAuthorizedOperations).toBe(-2147483648);
    }));
});

describe('DescribeTopicPartitions', () => {
  const ask = async (story: Story, names: string[], responsePartitionLimit: number, cursor: { topicName: string; partitionIndex: number } | null = null) => {
    const answer = await story.ask(describeTopicPartitions, { topics: names.map((name) => ({ name })), responsePartitionLimit, cursor });
    const { nextCursor } = answer;
    const found = answer.topics.map(({ name, errorCode, partitions }) => `${name} ${errorCode} ${partitions.map(({ partitionIndex }) => partitionIndex).join()}`);
    return [found, nextCursor === null ? null : `${nextCursor.topicName} ${nextCursor.partitionIndex}`];
  };

  it('goes page by page, in order of names', () =>
    tell({}, async (story) => {
      await story.createTopic('b', {}, 2);
      await story.createTopic('a', {}, 3);
      expect(await ask(story, [], 2)).toEqual([['a 0 0,1'], 'a 2']);
      expect(await ask(story, [], 2, { topicName: 'a', partitionIndex: 2 })).toEqual([['a 0 2', 'b 0 0'], 'b 1']);
      expect(await ask(story, [], 2, { topicName: 'b', partitionIndex: 1 })).toEqual([['b 0 1'], null]);
      expect(await ask(story, ['b', 'a', 'a'], 3)).toEqual([['a 0 0,1,2'], 'b 0']);
      expect(await ask(story, [], 0)).toEqual([['a 0 0'], 'a 1']);
      expect(await ask(story, ['a', 'b'], 2, { topicName: 'a', partitionIndex: 9 })).toEqual([['a 0 ', 'b 0 0,1'], null]);
      expect(await ask(story, ['none', 'bad name'], 5)).toEqual([[`bad name ${INVALID_TOPIC_EXCEPTION} `, `none ${UNKNOWN_TOPIC_OR_PARTITION} `], null]);
      expect(await ask(story, ['a'], 5, { topicName: 'a', partitionIndex: -1 })).toEqual([[`a ${INVALID_REQUEST} `], null]);
    }));
});

describe('DescribeLogDirs', () => {
  it('gives sizes of what was asked for, and of the disk', () =>
    tell({}, async (story) => {
      await story.createTopic('t', {}, 2);
      const records = batch(['a']);
      const { length } = records;
      await story.produceTo('t', 0, records);
      const [dir] = (await story.ask(describeLogDirs, { topics: [{ topic: 't', partitions: [0, 9] }, { topic: 'none', partitions: [0] }] })).results;
      expect(dir).toMatchObject({ errorCode: 0, logDir: '/data', topics: [{ name: 't', partitions: [{ partitionIndex: 0, partitionSize: length, offsetLag: 0, isFutureKey: false }] }] });
      expect((await story.ask(describeLogDirs, { topics: null })).results[0]!.topics[0]!.partitions.length).toBe(2);
    }));
});
