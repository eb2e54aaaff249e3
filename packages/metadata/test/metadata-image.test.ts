import { describe, expect, test } from 'vitest';
import {
  decodeMetadataRecord,
  encodeMetadataRecord,
  MetadataDelta,
  MetadataError,
  MetadataImage,
  MetadataLoader,
  metadataRecord,
  metadataVersionFromName,
  metadataVersionName,
  losesMetadata,
  type MetadataRecord,
} from '../src/index.js';

const TOPIC = 'i17TxguQTFC0UECNlKr1pQ';
const OTHER = 'rdz96yZ5TsOYCW1zn_oNEw';

const topic = (topicId = TOPIC, name = 'orders'): MetadataRecord => metadataRecord('TopicRecord', 0, { name, topicId });
const partition = (partitionId = 0, topicId = TOPIC): MetadataRecord =>
  metadataRecord('PartitionRecord', 2, {
    partitionId,
    topicId,
    replicas: [1, 2],
    isr: [1, 2],
    removingReplicas: [],
    addingReplicas: [],
    leader: 1,
    leaderEpoch: 0,
    partitionEpoch: 0,
    directories: ['JTAhEceLS5eRU92ELW7Cow', 'AAAAAAAAAAAAAAAAAAAAAQ'],
  });

function after(records: readonly MetadataRecord[], base: MetadataImage = MetadataImage.empty): MetadataImage {
  const delta = new MetadataDelta(base);
  records.forEach((record, index) => delta.replay(record, base.offset + 1 + index, 1));
  return delta.apply();
}

describe('records', () => {
  test('a record of an unknown type, frame or with bytes behind it is refused', () => {
    expect(() => decodeMetadataRecord(Uint8Array.of(1, 99, 0))).toThrow(/no metadata record has type 99/);
    expect(() => decodeMetadataRecord(Uint8Array.of(2, 20, 0))).toThrow(/frame version 2/);
    const noOp = encodeMetadataRecord(metadataRecord('NoOpRecord', 0, {}));
    expect(() => decodeMetadataRecord(Uint8Array.of(...noOp, 7))).toThrow(/NoOpRecord/);
  });

  test('a value that its version cannot carry is refused when the record is made', () => {
    expect(() => metadataRecord('PartitionChangeRecord', 0, { partitionId: 0, topicId: TOPIC, eligibleLeaderReplicas: [1] })).toThrow();
  });
});

describe('partitions', () => {
  test('naming a leader begins a leader epoch, any change a partition epoch', () => {
    const image = after([
      topic(),
      partition(),
      metadataRecord('PartitionChangeRecord', 2, { partitionId: 0, topicId: TOPIC, isr: [2] }),
      metadataRecord('PartitionChangeRecord', 2, { partitionId: 0, topicId: TOPIC, leader: 2 }),
    ]);
    expect(image.partition(TOPIC, 0)).toMatchObject({ leader: 2, isr: [2], leaderEpoch: 1, partitionEpoch: 2 });
  });

  test('a change of replicas keeps the directories of those that stay', () => {
    const image = after([topic(), partition(), metadataRecord('PartitionChangeRecord', 1, { partitionId: 0, topicId: TOPIC, replicas: [3, 1] })]);
    expect(image.partition(TOPIC, 0)?.directories).toEqual(['AAAAAAAAAAAAAAAAAAAAAQ', 'JTAhEceLS5eRU92ELW7Cow']);
  });

  test('ClearElr forgets the eligible replicas of one topic or of all', () => {
    const eligible = (topicId: string): MetadataRecord =>
      metadataRecord('PartitionChangeRecord', 2, { partitionId: 0, topicId, eligibleLeaderReplicas: [1], lastKnownElr: [2] });
    const records = [topic(), partition(), topic(OTHER, 'other'), partition(0, OTHER), eligible(TOPIC), eligible(OTHER)];
    const one = after([...records, metadataRecord('ClearElrRecord', 0, { topicName: 'orders' })]);
    expect(one.partition(TOPIC, 0)?.eligibleLeaderReplicas).toEqual([]);
    expect(one.partition(OTHER, 0)?.eligibleLeaderReplicas).toEqual([1]);
    const all = after([...records, metadataRecord('ClearElrRecord', 0, { topicName: '' })]);
    expect(all.partition(OTHER, 0)).toMatchObject({ eligibleLeaderReplicas: [], lastKnownElr: [] });
  });
});

describe('deltas', () => {
  test('what did not change is shared with the image before', () => {
    const before = after([topic(), partition(), topic(OTHER, 'other'), partition(0, OTHER)]);
    const now = after([metadataRecord('PartitionChangeRecord', 2, { partitionId: 0, topicId: OTHER, leader: 2 })], before);
    expect(now.topicById(TOPIC)).toBe(before.topicById(TOPIC));
    expect(now.topicById(OTHER)).not.toBe(before.topicById(OTHER));
    expect(before.partition(OTHER, 0)?.leader).toBe(1);
    expect(now.brokers).toBe(before.brokers);
  });

  test('a deleted topic takes its settings along, and its name may be used again', () => {
    const setting = metadataRecord('ConfigRecord', 0, { resourceType: 2, resourceName: 'orders', name: 'retention.ms', value: '1' });
    const before = after([topic(), partition(), setting]);
    const delta = new MetadataDelta(before);
    delta.replay(metadataRecord('RemoveTopicRecord', 0, { topicId: TOPIC }), 10);
    delta.replay(topic(OTHER), 11);
    delta.replay(partition(0, OTHER), 12);
    const now = delta.apply();
    const { topics, configs } = delta.changes(now);
    expect(now.topicByName('orders')?.id).toBe(OTHER);
    expect(now.configValues(2, 'orders').size).toBe(0);
    expect(topics.deleted.map((one) => one.id)).toEqual([TOPIC]);
    expect(topics.created.map((one) => one.id)).toEqual([OTHER]);
    expect(configs).toEqual([{ type: 2, name: 'orders', values: new Map() }]);
  });

  test('what cannot be is an error with its offset', () => {
    const bad = [partition(), metadataRecord('RemoveTopicRecord', 0, { topicId: TOPIC }), metadataRecord('BrokerRegistrationChangeRecord', 0, { brokerId: 1, brokerEpoch: 3 })];
    for (const record of bad) {
      const delta = new MetadataDelta(MetadataImage.empty);
      expect(() => delta.replay(record, 41)).toThrow(MetadataError);
      expect(() => delta.replay(record, 41)).toThrow(/offset 41/);
    }
  });
});

describe('the loader', () => {
  const begin = metadataRecord('BeginTransactionRecord', 0, { name: 'many' });
  const end = metadataRecord('EndTransactionRecord', 0, {});
  const abort = metadataRecord('AbortTransactionRecord', 0, {});

  test('publishes a transaction when it ends, all at once', () => {
    const loader = new MetadataLoader();
    [begin, topic()].forEach((record, offset) => loader.replay(record, offset, 1));
    expect(loader.publish()).toBeUndefined();
    [partition(), end].forEach((record, index) => loader.replay(record, 2 + index, 1));
    const update = loader.publish();
    expect(update?.changes.topics.created.map((one) => one.name)).toEqual(['orders']);
    expect(update?.image.offset).toBe(3);
    expect(update?.image.topicByName('orders')?.partitions).toHaveLength(1);
  });

  test('forgets an aborted one and goes on', () => {
    const loader = new MetadataLoader();
    [begin, topic(), abort, topic(OTHER, 'other'), partition(0, OTHER)].forEach((record, offset) => loader.replay(record, offset, 1));
    const update = loader.publish();
    expect([...(update?.image.topics.idByName.keys() ?? [])]).toEqual(['other']);
  });

  test('refuses a transaction within another, and an end without a beginning', () => {
    const loader = new MetadataLoader();
    expect(() => loader.replay(end, 0, 1)).toThrow(MetadataError);
    loader.replay(begin, 1, 1);
    expect(() => loader.replay(begin, 2, 1)).toThrow(MetadataError);
  });

  test('tells the difference that a snapshot makes to what was published before', () => {
    const loader = new MetadataLoader();
    [topic(), partition()].forEach((record, offset) => loader.replay(record, offset, 1));
    loader.publish();
    const update = loader.loadSnapshot([topic(OTHER, 'other'), partition(0, OTHER)], 99, 2);
    expect(update.changes.topics.deleted.map((one) => one.name)).toEqual(['orders']);
    expect(update.changes.topics.created.map((one) => one.name)).toEqual(['other']);
    expect([update.image.offset, update.image.epoch]).toEqual([99, 2]);
  });
});

test('levels of metadata.version have Kafka\'s names', () => {
  expect([7, 21, 25, 33].map(metadataVersionName)).toEqual(['3.3-IV3', '3.9-IV0', '4.0-IV3', '4.4-IV2']);
  expect(metadataVersionFromName('4.3')).toBe(30);
  expect(metadataVersionFromName('4.5-IV0')).toBeUndefined();
  expect([losesMetadata(33, 32), losesMetadata(29, 24)]).toEqual([true, false]);
});
