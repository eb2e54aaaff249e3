/** What @platformatic/kafka does against the broker; `npm test` runs it with few records, `npm run test:long` with many. */
import './node-22-parts.js';
import type { Admin, Consumer, Message, MessageToProduce, MessagesStream, Producer } from '@platformatic/kafka';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fresh, startBrokerUnderTest, type BrokerUnderTest } from './broker-under-test.js';
import { groupOfThree, type Member, type MemberReport } from './group-of-three.js';
import { CODECS, expectRecords, numberedRecords, standardRecords, type CodecName, type PlainRecord, type SeenRecord } from './standard-records.js';

// After node-22-parts.js, which it needs when it is evaluated.
const platformatic = await import('@platformatic/kafka');

/** Of Kafka's ConfigResource.Type. */
const topicResource = 2;
const setOperation = 0;
const maxBytes = 4 << 20;

type BufferMessage = Message<Buffer, Buffer, Buffer, Buffer>;
type BufferProducer = Producer<Buffer, Buffer, Buffer, Buffer>;
type BufferConsumer = Consumer<Buffer, Buffer, Buffer, Buffer>;
type BufferStream = MessagesStream<Buffer, Buffer, Buffer, Buffer>;

export function platformaticSuite(recordsPerStep: number): void {
  describe('@platformatic/kafka', () => {
    let broker: BrokerUnderTest;
    let admin: Admin;
    let producer: BufferProducer;

    beforeAll(async () => {
      broker = await startBrokerUnderTest();
      const options = { clientId: 'platformatic-tests', bootstrapBrokers: [broker.bootstrap] };
      admin = new platformatic.Admin(options);
      producer = new platformatic.Producer(options);
    });

    afterAll(async () => {
      await producer?.close();
      await admin?.close();
      await broker?.stop();
    });

    async function newTopic(partitions = 1): Promise<string> {
      const topic = fresh('platformatic');
      await admin.createTopics({ topics: [topic], partitions, replicas: 1 });
      return topic;
    }

    async function produce(topic: string, records: (PlainRecord & { timestamp?: number })[], compression: CodecName = 'none'): Promise<void> {
      await producer.send({ messages: records.map((record) => message(topic, record)), compression, acks: -1 });
    }

    function newConsumer(groupId: string): BufferConsumer {
      return new platformatic.Consumer({
        clientId: 'platformatic-tests',
        bootstrapBrokers: [broker.bootstrap],
        groupId,
        sessionTimeout: 10_000,
        rebalanceTimeout: 10_000,
        heartbeatInterval: 300,
        maxWaitTime: 100,
        maxBytes,
        autocommit: false,
        retries: 3,
      });
    }

    /** Reads `count` records of partition 0 from an offset. */
    async function read(topic: string, count: number, offset = 0n): Promise<SeenRecord[]> {
      const consumer = newConsumer(fresh('reader'));
      const stream = await consumer.consume({ topics: [topic], mode: 'manual', offsets: [{ topic, partition: 0, offset }] });
      const seen: SeenRecord[] = [];
      for await (const one of stream) {
        seen.push(seenRecord(one));
        if (seen.length === count) break;
      }
      await consumer.close(true);
      return seen;
    }

    test.each(CODECS)('records come back as they were sent, with %s', async (codec) => {
      const topic = await newTopic();
      await produce(topic, standardRecords(), codec);
      expectRecords(await read(topic, standardRecords().length), standardRecords());
    });

    test('an idempotent producer sends each record once', async () => {
      const topic = await newTopic();
      const idempotent: BufferProducer = new platformatic.Producer({ clientId: 'platformatic-tests', bootstrapBrokers: [broker.bootstrap], idempotent: true });
      for (let from = 0; from < 100; from += 10) {
        await idempotent.send({ messages: numberedRecords(from, 10).map((record) => message(topic, record)), acks: -1 });
      }
      await idempotent.close();
      expectRecords(await read(topic, 100), numberedRecords(0, 100));
    });

    test('a group of three, with one leaving, one joining, and one that comes back', async () => {
      const topic = await newTopic(6);
      const groupId = fresh('platformatic-group');
      await groupOfThree({
        partitions: 6,
        exactlyOnce: false,
        leavesWhileReading: true,
        committed: async () => {
          const [offsets] = await admin.listConsumerGroupOffsets({ groups: [groupId] });
          return (offsets?.topics ?? []).flatMap(({ partitions }) => partitions).reduce((sum, { committedOffset }) => sum + Math.max(0, Number(committedOffset)), 0);
        },
        join: (_, report) => joinGroup(newConsumer(groupId), topic, report),
        produce: (from, count) => produce(topic, numberedRecords(from, count)),
      }, recordsPerStep);
    }, 180_000);

    test('seeks by timestamp', async () => {
      const topic = await newTopic();
      const base = Date.now() - 100_000;
      await produce(topic, numberedRecords(0, 10).map((record, index) => ({ ...record, timestamp: base + index * 1000 })));
      const consumer = newConsumer(fresh('seeker'));
      const found = await consumer.listOffsets({ topics: [topic], timestamp: BigInt(base + 4500) });
      expect(found.get(topic)).toEqual([5n]);
      const none = await consumer.listOffsets({ topics: [topic], timestamp: BigInt(base + 9001) });
      expect(none.get(topic)).toEqual([-1n]);
      await consumer.close();
      const seen = await read(topic, 5, 5n);
      expect(seen.map(({ value, timestamp }) => [value, timestamp - base])).toEqual([['5', 5000], ['6', 6000], ['7', 7000], ['8', 8000], ['9', 9000]]);
    });

    test('admin: the cluster, topics and partitions', async () => {
      const topic = await newTopic(2);
      await expect(admin.createTopics({ topics: [topic] })).rejects.toThrow();
      await admin.createPartitions({ topics: [{ name: topic, count: 5, assignments: null }] });
      const metadata = await admin.metadata({ topics: [topic], forceUpdate: true });
      expect(metadata.id).toMatch(/^[\w-]{22}$/);
      expect(metadata.brokers.size).toBe(1);
      expect(metadata.topics.get(topic)?.partitionsCount).toBe(5);
      await admin.deleteTopics({ topics: [topic] });
      expect(await admin.listTopics()).not.toContain(topic);
    });

    test('admin: settings, log directories, offsets and deletion of records', async () => {
      const topic = await newTopic();
      const resource = { resourceType: topicResource, resourceName: topic } as const;
      await admin.incrementalAlterConfigs({ resources: [{ ...resource, configs: [{ name: 'retention.ms', value: '123456', configOperation: setOperation }] }] });
      await expect.poll(async () => {
        const [described] = await admin.describeConfigs({ resources: [{ ...resource, configurationKeys: ['retention.ms'] }], includeSynonyms: true, includeDocumentation: true });
        return described?.configs[0]?.value;
      }).toBe('123456');
      await produce(topic, numberedRecords(0, 10));
      const [logDirs] = await admin.describeLogDirs({ topics: [{ name: topic, partitions: [0] }] });
      expect(Number(logDirs?.results[0]?.topics[0]?.partitions[0]?.partitionSize)).toBeGreaterThan(0);
      const deleted = await admin.deleteRecords({ topics: [{ name: topic, partitions: [{ partition: 0, offset: 4n }] }] });
      expect(deleted).toEqual([{ name: topic, partitions: [{ partition: 0, lowWatermark: 4n }] }]);
      const [listed] = await admin.listOffsets({ topics: [{ name: topic, partitions: [{ partitionIndex: 0, timestamp: -2n }] }] });
      expect(listed?.partitions[0]?.offset).toBe(4n);
    });

    test('admin: groups and their offsets', async () => {
      const topic = await newTopic();
      const groupId = fresh('platformatic-admin');
      await admin.alterConsumerGroupOffsets({ groupId, topics: [{ name: topic, partitionOffsets: [{ partition: 0, offset: 7n }] }] });
      const [offsets] = await admin.listConsumerGroupOffsets({ groups: [groupId] });
      expect(offsets?.topics).toMatchObject([{ name: topic, partitions: [{ partitionIndex: 0, committedOffset: 7n }] }]);
      expect((await admin.listGroups()).has(groupId)).toBe(true);
      const described: string | undefined = (await admin.describeGroups({ groups: [groupId] })).get(groupId)?.state;
      expect(described).toBe('Empty');
      await admin.deleteGroups({ groups: [groupId] });
      expect((await admin.listGroups()).has(groupId)).toBe(false);
    });
  });
}

async function joinGroup(consumer: BufferConsumer, topic: string, report: MemberReport): Promise<Member> {
  consumer.on('consumer:group:rebalance', () => report.owned([]));
  consumer.on('consumer:group:join', ({ assignments }) => {
    report.owned((assignments ?? []).filter((one) => one.topic === topic).flatMap(({ partitions }) => partitions));
  });
  const stream = await consumer.consume({ topics: [topic], mode: 'committed', fallbackMode: 'earliest' });
  const reading = readAll(stream, report);
  return {
    leave: async () => {
      await stream.close();
      await reading;
      await consumer.close(true);
    },
    kill: () => void consumer.close(true),
  };
}

/** Reports and commits each record; a commit that comes too late for its generation leaves the record to the next owner. */
async function readAll(stream: BufferStream, report: MemberReport): Promise<void> {
  for await (const one of stream) {
    report.record({ partition: one.partition, offset: Number(one.offset), value: one.value?.toString() ?? null });
    try {
      await one.commit();
    } catch {
      // The record comes again, to whoever owns the partition then.
    }
  }
}

function message(topic: string, { key, value, headers, timestamp }: PlainRecord & { timestamp?: number }): MessageToProduce<Buffer, Buffer, Buffer, Buffer> {
  return {
    topic,
    headers: new Map(headers.map(([name, header]) => [Buffer.from(name), Buffer.from(header ?? '')])),
    ...(key === null ? {} : { key: Buffer.from(key) }),
    ...(value === null ? {} : { value: Buffer.from(value) }),
    ...(timestamp === undefined ? {} : { timestamp: BigInt(timestamp) }),
  };
}

function seenRecord({ partition, offset, timestamp, key, value, headers }: BufferMessage): SeenRecord {
  // A null is typed away, yet comes.
  const text = (bytes: Buffer | null | undefined): string | null => bytes?.toString() ?? null;
  return {
    partition,
    offset: Number(offset),
    timestamp: Number(timestamp),
    key: text(key),
    value: text(value),
    headers: [...headers].map(([name, header]) => [name.toString(), text(header)]),
  };
}
