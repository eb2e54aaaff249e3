/** What kafkajs does against the broker; `npm test` runs it with few records, `npm run test:long` with many. */
import { codecByName, ensureCodec } from '@millrace/protocol';
import kafkajs, { type Admin, type Consumer, type EachMessagePayload, type IHeaders, type Kafka, type KafkaMessage, type Message } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fresh, startBrokerUnderTest, type BrokerUnderTest } from './broker-under-test.js';
import { groupOfThree, type Member, type MemberReport } from './group-of-three.js';
import { CODECS, expectRecords, numberedRecords, standardRecords, type CodecName, type PlainRecord, type SeenRecord } from './standard-records.js';

const { CompressionCodecs, CompressionTypes, ConfigResourceTypes, logLevel } = kafkajs;
const compressionOf = { none: CompressionTypes.None, gzip: CompressionTypes.GZIP, snappy: CompressionTypes.Snappy, lz4: CompressionTypes.LZ4, zstd: CompressionTypes.ZSTD };
const maxDecompressedBytes = 16 << 20;

// kafkajs brings gzip only and takes the others from outside.
for (const name of ['snappy', 'lz4', 'zstd'] as const) {
  const codec = codecByName(name)!;
  CompressionCodecs[compressionOf[name] as keyof typeof CompressionCodecs] = () => ({
    compress: ({ buffer }: { buffer: Buffer }) => Promise.resolve(Buffer.from(codec.compress(buffer))),
    decompress: (bytes: Buffer) => Promise.resolve(Buffer.from(codec.decompress(bytes, maxDecompressedBytes))),
  });
}

export function kafkajsSuite(recordsPerStep: number): void {
  describe('kafkajs', () => {
    let broker: BrokerUnderTest;
    let kafka: Kafka;
    let admin: Admin;

    beforeAll(async () => {
      broker = await startBrokerUnderTest();
      await ensureCodec(4);
      kafka = new kafkajs.Kafka({ clientId: 'kafkajs-tests', brokers: [broker.bootstrap], logLevel: logLevel.NOTHING });
      admin = kafka.admin();
      await admin.connect();
    });

    afterAll(async () => {
      await admin?.disconnect();
      await broker?.stop();
    });

    async function newTopic(numPartitions = 1): Promise<string> {
      const topic = fresh('kafkajs');
      expect(await admin.createTopics({ topics: [{ topic, numPartitions, replicationFactor: 1 }] })).toBe(true);
      return topic;
    }

    async function produce(topic: string, messages: Message[], codec: CodecName = 'none', idempotent = false): Promise<void> {
      const producer = kafka.producer({ idempotent });
      await producer.connect();
      await producer.send({ topic, messages, compression: compressionOf[codec], acks: -1 });
      await producer.disconnect();
    }

    /** Reads `count` records, from offset 0 or where `seek` says. */
    async function read(topic: string, count: number, seek?: (consumer: Consumer) => void): Promise<SeenRecord[]> {
      const consumer = kafka.consumer({ groupId: fresh('reader'), maxWaitTimeInMs: 100 });
      await consumer.connect();
      await consumer.subscribe({ topics: [topic], fromBeginning: true });
      const seen: SeenRecord[] = [];
      await new Promise<void>((resolve, reject) => {
        consumer.on('consumer.crash', ({ payload }) => reject(payload.error));
        const eachMessage = ({ partition, message }: EachMessagePayload): Promise<void> => {
          seen.push(seenRecord(partition, message));
          if (seen.length === count) resolve();
          return Promise.resolve();
        };
        consumer.run({ eachMessage }).catch(reject);
        seek?.(consumer);
      });
      await consumer.disconnect();
      return seen;
    }

    test.each(CODECS)('records come back as they were sent, with %s', async (codec) => {
      const topic = await newTopic();
      const records = standardRecords();
      await produce(topic, records.map(message), codec);
      expectRecords(await read(topic, records.length), records);
    });

    test('an idempotent producer sends each record once', async () => {
      const topic = await newTopic();
      await produce(topic, numberedRecords(0, 100).map(message), 'none', true);
      expectRecords(await read(topic, 100), numberedRecords(0, 100));
    });

    test('a topic is created by producing to it', async () => {
      const topic = fresh('kafkajs-auto');
      const producer = kafka.producer({ allowAutoTopicCreation: true });
      await producer.connect();
      await producer.send({ topic, messages: [{ value: 'first' }] });
      await producer.disconnect();
      expect(await admin.listTopics()).toContain(topic);
    });

    test('a group of three, with one leaving, one joining, and one that comes back', async () => {
      const topic = await newTopic(6);
      const groupId = fresh('kafkajs-group');
      await groupOfThree({
        partitions: 6,
        exactlyOnce: false,
        leavesWhileReading: true,
        committed: async () => {
          const offsets = await admin.fetchOffsets({ groupId, topics: [topic] });
          return offsets.flatMap(({ partitions }) => partitions).reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0);
        },
        join: (_, report) => joinGroup(kafka, groupId, topic, report),
        produce: (from, count) => produce(topic, numberedRecords(from, count).map(message)),
      }, recordsPerStep);
    }, 180_000);

    test('seeks by timestamp', async () => {
      const topic = await newTopic();
      const base = Date.now() - 100_000;
      const messages = numberedRecords(0, 10).map((record, index) => ({ ...message(record), timestamp: String(base + index * 1000) }));
      await produce(topic, messages);
      expect(await admin.fetchTopicOffsetsByTimestamp(topic, base + 4500)).toEqual([{ partition: 0, offset: '5' }]);
      expect(await admin.fetchTopicOffsetsByTimestamp(topic, base + 9001)).toEqual([{ partition: 0, offset: '10' }]);
      const seen = await read(topic, 5, (consumer) => consumer.seek({ topic, partition: 0, offset: '5' }));
      expect(seen.map(({ value, timestamp }) => [value, timestamp - base])).toEqual([['5', 5000], ['6', 6000], ['7', 7000], ['8', 8000], ['9', 9000]]);
    });

    test('admin: the cluster, topics and partitions', async () => {
      const cluster = await admin.describeCluster();
      expect(cluster.brokers).toHaveLength(1);
      expect(cluster.clusterId).toMatch(/^[\w-]{22}$/);
      const topic = await newTopic(2);
      await admin.createPartitions({ topicPartitions: [{ topic, count: 5 }] });
      const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
      expect(topics[0]?.partitions.map(({ partitionId }) => partitionId).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4]);
      await expect(admin.createTopics({ topics: [{ topic, replicationFactor: 1 }] })).resolves.toBe(false);
      await admin.deleteTopics({ topics: [topic] });
      expect(await admin.listTopics()).not.toContain(topic);
    });

    test('admin: settings of a topic', async () => {
      const topic = await newTopic();
      const resource = { type: ConfigResourceTypes.TOPIC, name: topic };
      await admin.alterConfigs({ validateOnly: false, resources: [{ ...resource, configEntries: [{ name: 'retention.ms', value: '123456' }] }] });
      await expect.poll(async () => {
        const { resources } = await admin.describeConfigs({ includeSynonyms: true, resources: [{ ...resource, configNames: ['retention.ms'] }] });
        return resources[0]?.configEntries[0]?.configValue;
      }).toBe('123456');
      const wrong = admin.alterConfigs({ validateOnly: false, resources: [{ ...resource, configEntries: [{ name: 'retention.ms', value: 'soon' }] }] });
      await expect(wrong).rejects.toMatchObject({ type: 'INVALID_CONFIG' });
    });

    test('admin: records are deleted, offsets of a group set, the group listed, described and deleted', async () => {
      const topic = await newTopic();
      await produce(topic, numberedRecords(0, 10).map(message));
      // kafkajs deletes records only of topics whose leaders it has looked up before.
      expect(await admin.fetchTopicOffsets(topic)).toEqual([{ partition: 0, offset: '10', high: '10', low: '0' }]);
      await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: '4' }] });
      expect(await admin.fetchTopicOffsets(topic)).toEqual([{ partition: 0, offset: '10', high: '10', low: '4' }]);
      const groupId = fresh('kafkajs-admin');
      await admin.setOffsets({ groupId, topic, partitions: [{ partition: 0, offset: '7' }] });
      expect(await admin.fetchOffsets({ groupId, topics: [topic] })).toEqual([{ topic, partitions: [{ partition: 0, offset: '7', metadata: null }] }]);
      expect((await admin.listGroups()).groups.map((group) => group.groupId)).toContain(groupId);
      expect((await admin.describeGroups([groupId])).groups[0]).toMatchObject({ groupId, state: 'Empty', members: [] });
      await admin.deleteGroups([groupId]);
      expect((await admin.listGroups()).groups.map((group) => group.groupId)).not.toContain(groupId);
    });
  });
}

async function joinGroup(kafka: Kafka, groupId: string, topic: string, report: MemberReport): Promise<Member> {
  const consumer = kafka.consumer({ groupId, sessionTimeout: 10_000, heartbeatInterval: 300, maxWaitTimeInMs: 100 });
  consumer.on('consumer.rebalancing', () => report.owned([]));
  consumer.on('consumer.group_join', ({ payload }) => report.owned(payload.memberAssignment[topic] ?? []));
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    eachMessage: ({ partition, message: { offset, value } }) => {
      report.record({ partition, offset: Number(offset), value: value?.toString() ?? null });
      return Promise.resolve();
    },
  });
  return { leave: () => consumer.disconnect(), kill: () => void consumer.disconnect() };
}

function message({ key, value, headers }: PlainRecord): Message {
  return { key, value, headers: Object.fromEntries(headers) as IHeaders };
}

function seenRecord(partition: number, { key, value, headers, offset, timestamp }: KafkaMessage): SeenRecord {
  return {
    partition,
    offset: Number(offset),
    timestamp: Number(timestamp),
    key: key?.toString() ?? null,
    value: value?.toString() ?? null,
    headers: Object.entries(headers ?? {}).map(([name, header]) => [name, header?.toString() ?? null]),
  };
}
