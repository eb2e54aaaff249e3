/**
 * The metadata log of a node that Apache Kafka ran: from the state before each batch and the request behind it, this
 * controller decides the very records that Kafka's decided.
 */
import { readFileSync } from 'node:fs';
import { decodeMetadataRecord, type MetadataRecord, MetadataImage } from '@millrace/metadata';
import { RecordReader } from '@millrace/protocol';
import { expect, test } from 'vitest';
import { bootstrapRecords, Controller, type DecisionContext } from '../src/index.js';
import { optionsWith } from './cluster.js';

interface Batch {
  readonly baseOffset: number;
  readonly records: readonly MetadataRecord[];
}

function batches(): Batch[] {
  const reader = new RecordReader(readFileSync(new URL('../../metadata/test/data/clean.log', import.meta.url)));
  const all: Batch[] = [];
  while (reader.nextBatch()) {
    const records: MetadataRecord[] = [];
    for (let record = reader.nextRecord(); record !== undefined; record = reader.nextRecord()) {
      if (!reader.isControl && record.value !== null) records.push(decodeMetadataRecord(record.value));
    }
    if (records.length > 0) all.push({ baseOffset: reader.baseOffset, records });
  }
  return all;
}

const LOG = batches();
const CLUSTER_ID = 'wS7tsekdRz6spVMvYF6uTg';

/** The controller as it stood before the batch at this offset. */
function before(offset: number): { controller: Controller; records: readonly MetadataRecord[]; context: (uuid?: string) => DecisionContext } {
  const controller = new Controller(optionsWith({ clusterId: CLUSTER_ID }));
  controller.load(MetadataImage.empty);
  for (const batch of LOG) if (batch.baseOffset < offset) controller.replay(batch.records, batch.baseOffset, 1);
  const records = LOG.find((batch) => batch.baseOffset === offset)?.records ?? [];
  expect(records.length).toBeGreaterThan(0);
  const context = (uuid = ''): DecisionContext => ({ now: 1, nextOffset: offset, random: { below: () => 0, uuid: () => uuid } });
  return { controller, records: records.filter((record) => record.type !== 'NoOpRecord'), context };
}

// In which order partitions change is Java's, by hash.
const comparable = (records: readonly MetadataRecord[]): string[] => records.map((record) => JSON.stringify(record)).sort();

test('bootstrap', () => {
  const { controller, records } = before(3);
  const features = new Map([['eligible.leader.replicas.version', 1], ['group.version', 1], ['share.version', 2], ['streams.version', 1], ['transaction.version', 2]]);
  expect(controller.activate(bootstrapRecords({ features })).records).toEqual(records);
});

test.each([13, 189])('a broker registers at %i', (offset) => {
  const { controller, records, context } = before(offset);
  const [record] = records;
  if (record?.type !== 'RegisterBrokerRecord') throw new Error('not a registration');
  const { brokerId, incarnationId, endPoints: listeners, features, rack, logDirs } = record.record;
  const request = { brokerId, clusterId: CLUSTER_ID, incarnationId, listeners, features, rack, logDirs, previousBrokerEpoch: offset === 13 ? -1 : 13 };
  const decision = controller.registerBroker(request, context());
  expect(decision.records).toEqual(records);
  expect(decision.response.brokerEpoch).toBe(offset);
});

test.each([
  ['is unfenced', 14, 13, {}],
  ['is unfenced and leads again', 191, 189, {}],
  ['begins its shutdown', 156, 13, { wantShutDown: true }],
  ['begins its shutdown a second time', 261, 189, { wantShutDown: true }],
  ['goes', 185, 13, { wantShutDown: true }],
])('a broker %s at %i', (_name, offset, brokerEpoch, wants) => {
  const { controller, records, context } = before(offset);
  const request = { brokerId: 1, brokerEpoch, currentMetadataOffset: offset, wantFence: false, wantShutDown: false, cordonedLogDirs: [], ...wants };
  const decision = controller.brokerHeartbeat(request, context());
  expect(comparable(decision.records)).toEqual(comparable(records));
  expect(decision.records[0]).toEqual(records[0]);
});

test.each([32, 38, 51, 54, 60, 68, 71, 93, 104])('a topic is created at %i', (offset) => {
  const { controller, records, context } = before(offset);
  const [topic] = records;
  if (topic?.type !== 'TopicRecord') throw new Error('not a topic');
  const configs = records.flatMap((record) => (record.type === 'ConfigRecord' ? [{ name: record.record.name, value: record.record.value }] : []));
  const numPartitions = records.filter((record) => record.type === 'PartitionRecord').length;
  const { name, topicId } = topic.record;
  const request = { topics: [{ name, numPartitions, replicationFactor: 1, assignments: [], configs }], validateOnly: false };
  expect(controller.createTopics(request, context(topicId)).records).toEqual(records);
});

test('a topic is deleted, another grows, producer ids are given out', () => {
  const deleting = before(80);
  expect(deleting.controller.deleteTopics({ topicNames: ['gone'], timeoutMs: 1 }).records).toEqual(deleting.records);
  const growing = before(81);
  const topics = [{ name: 'grown', count: 3, assignments: null }];
  expect(growing.controller.createPartitions({ topics, timeoutMs: 1, validateOnly: false }, growing.context()).records).toEqual(growing.records);
  const allocating = before(229);
  expect(allocating.controller.allocateProducerIds({ brokerId: 1, brokerEpoch: 189 }).records).toEqual(allocating.records);
});
