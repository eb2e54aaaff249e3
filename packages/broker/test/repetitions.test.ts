/** What is named twice in one request, and what is wrong with a request before anything is looked up, as Apache's broker answers it. */
import { ErrorCode } from '@millrace/protocol';
import { expect, it } from 'vitest';
import { createTopics, deleteRecords, deleteTopics, fetch, incrementalAlterConfigs, listOffsets, metadata, syncGroup } from './apis.js';
import { batch, tell, valuesIn } from './story.js';

const { INVALID_REQUEST, INVALID_TOPIC_EXCEPTION, NONE, REQUEST_TIMED_OUT, UNKNOWN_TOPIC_OR_PARTITION, UNSUPPORTED_VERSION } = ErrorCode;

it('a partition that is fetched twice is sent once, from where it was asked for last', () =>
  tell({}, async (story) => {
    await story.createTopic('t', {}, 2);
    for (const value of ['a', 'b', 'c']) await story.produceTo('t', 0, batch([value]));
    const partition = (index: number, fetchOffset: number) => ({ partition: index, fetchOffset, partitionMaxBytes: 1000 });
    const topics = [{ topic: 't', partitions: [partition(0, 0), partition(1, 0), partition(0, 1)] }, { topic: 't', partitions: [partition(0, 2)] }];
    const { responses } = await story.ask(fetch, { maxWaitMs: 0, minBytes: 0, maxBytes: 1000, isolationLevel: 0, topics }, 12);
    expect(responses[0]!.partitions.map(({ partitionIndex, records }) => [partitionIndex, valuesIn(records)])).toEqual([[0, ['2:c']], [1, []]]);
  }));

it('a partition whose offset is asked for twice is refused once, in whichever entries it stands', () =>
  tell({}, async (story) => {
    await story.createTopic('t', {}, 2);
    const ask = (...indexes: number[]) => ({ name: 't', partitions: indexes.map((partitionIndex) => ({ partitionIndex, timestamp: -1 })) });
    const { topics } = await story.ask(listOffsets, { replicaId: -1, topics: [ask(0, 1), ask(), ask(0)] });
    expect(topics.map(({ name, partitions }) => [name, partitions.map(({ partitionIndex, errorCode }) => [partitionIndex, errorCode])])).toEqual([['t', [[0, INVALID_REQUEST], [1, NONE]]]]);
  }));

it('a special timestamp that is too new for the version is told before anything else', () =>
  tell({}, async (story) => {
    const { topics } = await story.ask(listOffsets, { replicaId: -1, topics: [{ name: 'nowhere', partitions: [{ partitionIndex: 0, timestamp: -3 }] }] }, 6);
    expect(topics[0]!.partitions[0]!.errorCode).toBe(UNSUPPORTED_VERSION);
  }));

it('records are deleted up to the offset that is named last', () =>
  tell({}, async (story) => {
    await story.createTopic('t');
    await story.produceTo('t', 0, batch(['a', 'b', 'c']));
    const upTo = (name: string, ...offsets: number[]) => ({ name, partitions: offsets.map((offset) => ({ partitionIndex: 0, offset })) });
    const { topics } = await story.ask(deleteRecords, { topics: [upTo('t', 2, 1), upTo('empty'), upTo('__consumer_offsets', 0)], timeoutMs: 1000 });
    expect(topics.map(({ name, partitions }) => [name, partitions.map(({ lowWatermark, errorCode }) => [lowWatermark, errorCode])])).toEqual([
      ['t', [[1, NONE]]],
      ['__consumer_offsets', [[-1, UNKNOWN_TOPIC_OR_PARTITION]]],
    ]);
  }));

it('a sync of version 5 says its protocol', () =>
  tell({}, async (story) => {
    const request = { groupId: 'g', generationId: 1, memberId: 'm', groupInstanceId: null, protocolType: 'consumer', protocolName: null, assignments: [] };
    expect((await story.ask(syncGroup, request, 5)).errorCode).toBe(ErrorCode.INCONSISTENT_GROUP_PROTOCOL);
  }));

it('what is wrong with settings is told before that there is no such topic', () =>
  tell({}, async (story) => {
    const change = (resourceName: string, ...configs: [name: string, value: string | null][]) => ({ resourceType: 2, resourceName, configs: configs.map(([name, value]) => ({ name, value, configOperation: 0 })) });
    const codeOf = async (resource: ReturnType<typeof change>) => (await story.ask(incrementalAlterConfigs, { resources: [resource], validateOnly: false })).responses[0]!.errorCode;
    expect(await codeOf(change('nowhere', ['retention.ms', '1'], ['retention.ms', null]))).toBe(INVALID_REQUEST);
    expect(await codeOf(change('nowhere', ['retention.ms', null]))).toBe(INVALID_REQUEST);
    expect(await codeOf(change('nowhere', ['retention.ms', 'soon']))).toBe(ErrorCode.INVALID_CONFIG);
    expect(await codeOf(change('?', ['retention.ms', '1']))).toBe(INVALID_TOPIC_EXCEPTION);
    expect(await codeOf(change('nowhere', ['retention.ms', '1']))).toBe(UNKNOWN_TOPIC_OR_PARTITION);
  }));

it('a request that has no time is told what is wrong with itself where nothing is left to do', () =>
  tell({}, async (story) => {
    const create = async (...names: string[]) => {
      const { topics } = await story.ask(createTopics, { topics: names.map((name) => ({ name, numPartitions: 1, replicationFactor: 1, assignments: [], configs: [] })), timeoutMs: 0 });
      return topics.map(({ name, errorCode }) => [name, errorCode]);
    };
    expect(await create('a', 'b', 'a')).toEqual([['a', REQUEST_TIMED_OUT], ['b', REQUEST_TIMED_OUT], ['a', REQUEST_TIMED_OUT]]);
    expect(await create('a', 'a')).toEqual([['a', INVALID_REQUEST]]);
    const remove = async (...names: (string | null)[]) => {
      const { responses } = await story.ask(deleteTopics, { topics: names.map((name) => ({ name })), timeoutMs: -1 });
      return responses.map(({ name, errorCode }) => [name, errorCode]);
    };
    expect(await remove('a', 'b', 'a', null)).toEqual([['a', REQUEST_TIMED_OUT], ['b', REQUEST_TIMED_OUT], ['a', REQUEST_TIMED_OUT], [null, REQUEST_TIMED_OUT]]);
    expect(await remove('a', 'a', null)).toEqual([['a', INVALID_REQUEST], [null, INVALID_REQUEST]]);
  }));

it('operations are told of a topic that cannot be, and not of one that is not there', () =>
  tell({}, async (story) => {
    const { topics } = await story.ask(metadata, { topics: [{ name: '?' }, { name: 'nowhere' }], allowAutoTopicCreation: false, includeTopicAuthorizedOperations: true });
    expect(topics.map(({ name, topicAuthorizedOperations }) => [name, topicAuthorizedOperations])).toEqual([['?', 3576], ['nowhere', -2147483648]]);
  }));
