import { metadataRecord } from '@millrace/metadata';
import { ErrorCode, ZERO_UUID } from '@millrace/protocol';
import { describe, expect, test } from 'vitest';
import { checkTopicName } from '../src/index.js';
import { Cluster, config, directoryOf, typesOf } from './cluster.js';

function withBrokers(count: number, racks: readonly (string | null)[] = []): Cluster {
  const cluster = new Cluster();
  for (let id = 1; id <= count; id++) cluster.addBroker(id, { rack: racks[id - 1] ?? null });
  return cluster;
}

describe('CreateTopics', () => {
  test('given one broker, a topic with two partitions and a setting: exactly these records and this answer', () => {
    const cluster = withBrokers(1);
    const { records, response } = cluster.createTopic('orders', { partitions: 2, configs: { 'retention.ms': '5' } });
    const topicId = response.topics[0]?.topicId ?? '';
    const partition = (partitionId: number) =>
      metadataRecord('PartitionRecord', 2, {
        partitionId,
        topicId,
        replicas: [1],
        isr: [1],
        removingReplicas: [],
        addingReplicas: [],
        leader: 1,
        leaderEpoch: 0,
        partitionEpoch: 0,
        directories: [directoryOf(1)],
      });
    expect(records).toEqual([
      metadataRecord('TopicRecord', 0, { name: 'orders', topicId }),
      config(2, 'orders', 'retention.ms', '5'),
      partition(0),
      partition(1),
    ]);
    expect(response).toEqual({
      throttleTimeMs: 0,
      topics: [
        {
          name: 'orders',
          topicId,
          errorCode: ErrorCode.NONE,
          errorMessage: null,
          topicConfigErrorCode: ErrorCode.NONE,
          numPartitions: 2,
          replicationFactor: 1,
          configs: null,
        },
      ],
    });
  });

  test('a decision changes nothing until it is replayed', () => {
    const cluster = withBrokers(1);
    const decision = cluster.createTopic('orders');
    expect(cluster.controller.image.topicByName('orders')).toBeUndefined();
    cluster.apply(decision);
    expect(cluster.controller.image.topicByName('orders')?.partitions).toHaveLength(1);
  });

  test.each([
    ['', ErrorCode.INVALID_TOPIC_EXCEPTION],
    ['..', ErrorCode.INVALID_TOPIC_EXCEPTION],
    ['a b', ErrorCode.INVALID_TOPIC_EXCEPTION],
    ['x'.repeat(250), ErrorCode.INVALID_TOPIC_EXCEPTION],
    ['taken', ErrorCode.TOPIC_ALREADY_EXISTS],
    ['a_b', ErrorCode.INVALID_TOPIC_EXCEPTION],
    ['plain', ErrorCode.NONE],
  ])('the name %j is answered %i', (name, errorCode) => {
    const cluster = withBrokers(1);
    cluster.apply(cluster.createTopic('taken'));
    cluster.apply(cluster.createTopic('a.b'));
    const { response, records } = cluster.createTopic(name);
    expect(response.topics[0]?.errorCode).toBe(errorCode);
    expect(records.length > 0).toBe(errorCode === ErrorCode.NONE);
  });

  test.each([
    [{ partitions: 0 }, ErrorCode.INVALID_PARTITIONS],
    [{ replicationFactor: 0 }, ErrorCode.INVALID_REPLICATION_FACTOR],
    [{ replicationFactor: 4 }, ErrorCode.INVALID_REPLICATION_FACTOR],
    [{ partitions: 20_000 }, ErrorCode.POLICY_VIOLATION],
    [{ configs: { 'retention.ms': 'soon' } }, ErrorCode.INVALID_CONFIG],
    [{ partitions: 1, assignments: [[1]] }, ErrorCode.INVALID_REQUEST],
    [{ replicationFactor: 1, assignments: [[1]] }, ErrorCode.INVALID_REQUEST],
    [{ assignments: [[1], [1, 2]] }, ErrorCode.INVALID_REPLICA_ASSIGNMENT],
    [{ assignments: [[1, 1]] }, ErrorCode.INVALID_REPLICA_ASSIGNMENT],
    [{ assignments: [[9]] }, ErrorCode.INVALID_REPLICA_ASSIGNMENT],
    [{ assignments: [[]] }, ErrorCode.INVALID_REPLICA_ASSIGNMENT],
  ])('%j is refused with %i', (wanted, errorCode) => {
    const { response, records } = withBrokers(3).createTopic('orders', wanted);
    expect(response.topics[0]?.errorCode).toBe(errorCode);
    expect(records).toEqual([]);
  });

  test('what a client assigns is what it gets, fenced brokers out of sync', () => {
    const cluster = withBrokers(3);
    cluster.heartbeat(3, { wantFence: true });
    cluster.apply(cluster.createTopic('orders', { assignments: [[3, 1], [2, 3]] }));
    expect(cluster.partition('orders', 0)).toMatchObject({ replicas: [3, 1], isr: [1], leader: 1 });
    expect(cluster.partition('orders', 1)).toMatchObject({ replicas: [2, 3], isr: [2], leader: 2 });
  });

  test('with every broker fenced there is no room', () => {
    const cluster = withBrokers(1);
    cluster.heartbeat(1, { wantFence: true });
    expect(cluster.createTopic('orders').response.topics[0]?.errorCode).toBe(ErrorCode.INVALID_REPLICATION_FACTOR);
  });

  test('leaders are spread, and replicas over racks', () => {
    const cluster = withBrokers(6, ['a', 'a', 'b', 'b', 'c', 'c']);
    cluster.apply(cluster.createTopic('orders', { partitions: 24, replicationFactor: 3 }));
    const partitions = cluster.controller.image.topicByName('orders')?.partitions ?? [];
    const leaders = new Map<number, number>();
    for (const { leader, replicas } of partitions) {
      leaders.set(leader, (leaders.get(leader) ?? 0) + 1);
      expect(new Set(replicas.map((id) => cluster.controller.image.brokers.get(id)?.rack)).size).toBe(3);
    }
    expect([...leaders.values()]).toEqual([4, 4, 4, 4, 4, 4]);
  });

  test('a name given twice is refused once, validateOnly records nothing', () => {
    const cluster = withBrokers(1);
    const topic = { name: 'orders', numPartitions: 1, replicationFactor: 1, assignments: [], configs: [] };
    const twice = cluster.controller.createTopics({ topics: [topic, topic], validateOnly: false }, cluster.context);
    expect(twice.response.topics.map((one) => one.errorCode)).toEqual([ErrorCode.INVALID_REQUEST]);
    const dry = cluster.controller.createTopics({ topics: [topic], validateOnly: true }, cluster.context);
    expect([dry.records, dry.response.topics[0]?.errorCode]).toEqual([[], ErrorCode.NONE]);
  });
});

describe('DeleteTopics', () => {
  test('by name and by id, each at most once', () => {
    const cluster = withBrokers(1);
    cluster.apply(cluster.createTopic('a'));
    cluster.apply(cluster.createTopic('b'));
    cluster.apply(cluster.createTopic('c'));
    const id = (name: string): string => cluster.controller.image.topicByName(name)?.id ?? '';
    const [a, b] = [id('a'), id('b')];
    const { records, response } = cluster.controller.deleteTopics({
      topics: [
        { name: 'a', topicId: ZERO_UUID },
        { name: null, topicId: b },
        { name: null, topicId: a },
        { name: 'no', topicId: ZERO_UUID },
        { name: null, topicId: directoryOf(7) },
        { name: 'a', topicId: a },
        { name: 'c', topicId: ZERO_UUID },
        { name: 'c', topicId: ZERO_UUID },
      ],
      timeoutMs: 1000,
    });
    // Named and given by its id, `a` is kept; so is `c`, named twice.
    expect(records).toEqual([metadataRecord('RemoveTopicRecord', 0, { topicId: b })]);
    expect(response.responses.map(({ name, errorCode }) => [name, errorCode])).toEqual([
      ['a', ErrorCode.INVALID_REQUEST],
      ['b', ErrorCode.NONE],
      ['no', ErrorCode.UNKNOWN_TOPIC_OR_PARTITION],
      [null, ErrorCode.UNKNOWN_TOPIC_ID],
      ['a', ErrorCode.INVALID_REQUEST],
      ['c', ErrorCode.INVALID_REQUEST],
    ]);
  });

  test('by the names of old versions', () => {
    const cluster = withBrokers(1);
    cluster.apply(cluster.createTopic('a'));
    const { records } = cluster.controller.deleteTopics({ topicNames: ['a'], timeoutMs: 1000 });
    expect(typesOf(records)).toEqual(['RemoveTopicRecord']);
  });
});

describe('CreatePartitions', () => {
  const grow = (cluster: Cluster, count: number, assignments: { brokerIds: number[] }[] | null = null, validateOnly = false) =>
    cluster.controller.createPartitions({ topics: [{ name: 'orders', count, assignments }], timeoutMs: 1000, validateOnly }, cluster.context);

  test('adds partitions of the topic\'s own replication factor', () => {
    const cluster = withBrokers(3);
    cluster.apply(cluster.createTopic('orders', { partitions: 1, replicationFactor: 2 }));
    const { response } = cluster.apply(grow(cluster, 3));
    expect(response.results).toEqual([{ name: 'orders', errorCode: ErrorCode.NONE, errorMessage: null }]);
    const partitions = cluster.controller.image.topicByName('orders')?.partitions ?? [];
    expect(partitions.map((partition) => partition.replicas.length)).toEqual([2, 2, 2]);
  });

  test.each([
    [2, null, ErrorCode.INVALID_PARTITIONS],
    [1, null, ErrorCode.INVALID_PARTITIONS],
    [4, [{ brokerIds: [1] }], ErrorCode.INVALID_REPLICA_ASSIGNMENT],
    [3, [{ brokerIds: [1, 2] }], ErrorCode.INVALID_REPLICA_ASSIGNMENT],
    [3, [{ brokerIds: [3] }], ErrorCode.NONE],
  ])('to %i with %j is answered %i', (count, assignments, errorCode) => {
    const cluster = withBrokers(3);
    cluster.apply(cluster.createTopic('orders', { partitions: 2, replicationFactor: 1 }));
    expect(grow(cluster, count, assignments).response.results[0]?.errorCode).toBe(errorCode);
  });

  test('an unknown topic is unknown, validateOnly records nothing', () => {
    const cluster = withBrokers(1);
    expect(grow(cluster, 3).response.results[0]?.errorCode).toBe(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
    cluster.apply(cluster.createTopic('orders'));
    expect(grow(cluster, 3, null, true).records).toEqual([]);
  });
});

test('topic names', () => {
  expect(['a', 'A-z_0.9', 'x'.repeat(249)].map(checkTopicName)).toEqual([null, null, null]);
  expect(checkTopicName('ä')).toMatch(/'ä' contains/);
});
