import { describe, expect, test } from 'vitest';
import {
  ConfigResourceType,
  decodeMetadataRecord,
  encodeMetadataRecord,
  MetadataDelta,
  MetadataImage,
  MetadataLoader,
  type MetadataRecord,
} from '../src/index.js';
import { metadataRecords, readExpected, readLog } from './apache-log.js';

/** Follows a log from its start, as a node does whose log is all committed. */
function load(name: string): MetadataImage {
  const loader = new MetadataLoader();
  for (const { offset, value } of readLog(name)) {
    if (value === null) loader.skip(offset, 1);
    else loader.replay(decodeMetadataRecord(value), offset, 1);
    loader.publish();
  }
  return loader.image;
}

function imageOf(records: readonly MetadataRecord[]): MetadataImage {
  const delta = new MetadataDelta(MetadataImage.empty);
  records.forEach((record, offset) => delta.replay(record, offset, 0));
  return delta.apply();
}

// The order of topics and of the features of a node is Java's, by hash: it says nothing.
const comparable = (change: MetadataRecord): string => {
  const { record } = change;
  const features = 'features' in record ? record.features.toSorted((a, b) => a.name.localeCompare(b.name)) : undefined;
  return JSON.stringify({ ...change, record: { ...record, features } });
};
const inOrder = (records: readonly MetadataRecord[]): string[] => records.map(comparable).sort();
const plain = (values: ReadonlyMap<string, unknown>): Record<string, unknown> => Object.fromEntries(values);

describe.each(['clean', 'crashed'])('the metadata log of a directory by Apache Kafka: %s', (name) => {
  const image = load(`${name}.log`);
  const expected = readExpected(`${name}.expected.jsonl`);
  const lines = (kind: string) => expected.filter((line) => line.kind === kind);

  test('every record is written back to the same bytes', () => {
    for (const { value } of readLog(`${name}.log`)) {
      if (value !== null) expect([...encodeMetadataRecord(decodeMetadataRecord(value))]).toEqual([...value]);
    }
  });

  test('has the topics, ids and partitions that clients saw', () => {
    const topics = [...image.topics.byId.values()].map((topic) => ({
      topic: topic.name,
      topicId: topic.id,
      configs: plain(image.configValues(ConfigResourceType.TOPIC, topic.name)),
      partitions: topic.partitions.length,
    }));
    const seen = lines('topic').map(({ topic, topicId, configs, partitions }) => ({
      topic,
      topicId,
      configs,
      partitions: (partitions as unknown[]).length,
    }));
    const byName = (a: { topic: unknown }, b: { topic: unknown }): number => String(a.topic).localeCompare(String(b.topic));
    expect(topics.sort(byName)).toEqual(seen.sort(byName));
  });

  test('has the features', () => {
    const seen = lines('feature').filter((line) => line['name'] !== 'kraft.version');
    expect(plain(image.features)).toEqual(Object.fromEntries(seen.map((line) => [line['name'], line['level']])));
  });

  test('has the settings of brokers, groups and client metrics', () => {
    const types: Record<string, number> = { BROKER: 4, GROUP: 32, CLIENT_METRICS: 16 };
    for (const { type, name: resource, configs } of lines('config')) {
      expect(plain(image.configValues(types[type as string] ?? 0, resource as string)), `${String(type)} ${String(resource)}`).toEqual(configs);
    }
    const others = [...image.configs.values()].filter((one) => one.type !== ConfigResourceType.TOPIC);
    expect(others.length).toBe(lines('config').length);
  });

  test('has the quotas and SCRAM credentials', () => {
    const quotas = [...image.clientQuotas.values()].map(({ entity, values }) => ({
      kind: 'quota',
      entity: `{${entity.map((part) => `${part.entityType}=${part.entityName}`).join(', ')}}`,
      ...plain(values),
    }));
    expect(quotas).toHaveLength(lines('quota').length);
    for (const quota of lines('quota')) expect(quotas).toContainEqual(quota);
    const iterations = [...image.scram.values()].map(({ name: user, mechanism, iterations: count }) => [user, mechanism, count]);
    const seen = lines('scram').flatMap(({ user, ...by }) => [
      [user, 1, by['SCRAM-SHA-256']],
      [user, 2, by['SCRAM-SHA-512']],
    ]);
    expect(new Set(iterations.map((one) => one.join()))).toEqual(new Set(seen.map((one) => one.join())));
  });

  test('is the same again from its own snapshot', () => {
    const again = imageOf(image.toRecords());
    expect(inOrder(again.toRecords())).toEqual(inOrder(image.toRecords()));
    expect(again.nextProducerId).toBe(image.nextProducerId);
    expect([...again.brokers.values()]).toEqual([...image.brokers.values()]);
    for (const topic of image.topics.byId.values()) expect(again.topicById(topic.id)).toEqual(topic);
  });
});

test('a snapshot at an offset holds what Apache Kafka wrote into its own', () => {
  const delta = new MetadataDelta(MetadataImage.empty);
  for (const { offset, value } of readLog('clean.log')) {
    if (value !== null && offset < 124) delta.replay(decodeMetadataRecord(value), offset, 1);
  }
  const image = delta.apply();
  expect(inOrder(image.toRecords())).toEqual(inOrder(metadataRecords('clean-124.checkpoint')));
});

test('the log continues from the snapshot to the same image', () => {
  const loader = new MetadataLoader();
  loader.loadSnapshot(metadataRecords('clean-124.checkpoint'), 123, 1);
  for (const { offset, value } of readLog('clean.log')) {
    if (offset < 124) continue;
    if (value === null) loader.skip(offset, 2);
    else loader.replay(decodeMetadataRecord(value), offset, 2);
  }
  const update = loader.publish();
  expect(inOrder(loader.image.toRecords())).toEqual(inOrder(load('clean.log').toRecords()));
  expect(update?.image.offset).toBe(291);
});

test('the snapshot of a formatted directory finalizes features', () => {
  expect(plain(imageOf(metadataRecords('formatted.checkpoint')).features)).toEqual({
    'metadata.version': 33,
    'eligible.leader.replicas.version': 1,
    'group.version': 1,
    'share.version': 2,
    'streams.version': 1,
    'transaction.version': 2,
  });
});
