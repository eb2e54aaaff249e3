/** What our clients must be able to do on a broker, whoever made it. */
import { Admin } from '@millrace/admin';
import { Consumer, type ConsumerOptions, type ConsumerRecord } from '@millrace/consumer';
import { ErrorCode } from '@millrace/protocol';
import { Producer, type ProducerOptions } from '@millrace/producer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

export interface BrokerOfSuite {
  readonly bootstrapServers: string;
  stop(): Promise<void>;
}

const soon = { timeout: 30_000, interval: 100 };

/** Registers the tests; call it inside a `describe`. `start` is called once, before them. */
export function testOurClients(start: () => Promise<BrokerOfSuite>): void {
  let bootstrapServers = '';
  let broker: BrokerOfSuite | null = null;
  let admin: Admin;

  beforeAll(async () => {
    broker = await start();
    ({ bootstrapServers } = broker);
    admin = new Admin({ bootstrapServers });
  }, 120_000);

  afterAll(async () => {
    await admin.close();
    await broker?.stop();
  }, 60_000);

  const opened: (Producer | Consumer)[] = [];

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((client) => client.close()));
  });

  function producer(options: Partial<ProducerOptions> = {}): Producer {
    const made = new Producer({ bootstrapServers, ...options });
    opened.push(made);
    return made;
  }

  function consumer(options: Partial<ConsumerOptions> = {}): Consumer {
    const made = new Consumer({ bootstrapServers, autoOffsetReset: 'earliest', ...options });
    opened.push(made);
    return made;
  }

  async function createTopic(topic: string, partitions = 1, configs: Record<string, string> = {}): Promise<void> {
    const [created] = await admin.createTopics([{ topic, partitions, replicationFactor: 1, configs }]);
    expect(created?.error).toBeNull();
  }

  async function read(reader: Consumer, count: number): Promise<ConsumerRecord[]> {
    const records: ConsumerRecord[] = [];
    while (records.length < count) records.push(...await reader.poll());
    return records;
  }

  test.each(['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const)('records with keys, headers and nulls come back as they went, %s', async (compression) => {
    const topic = `codec-${compression}`;
    await createTopic(topic);
    const writer = producer({ compression });
    const large = new Uint8Array(900_000).map((_, index) => (index * 7) & 0xff);
    await writer.send({ topic, key: 'key', value: 'välue', headers: [['a', '1'], ['a', null]], timestamp: 1_700_000_000_000 });
    await writer.sendBatch(topic, [{ key: null, value: null }, { key: '', value: '' }]);
    expect(await writer.send({ topic, value: large })).toMatchObject({ topic, partition: 0, offset: 3 });
    const reader = consumer({ maxPartitionFetchBytes: 1_000 });
    reader.assign([{ topic, partition: 0 }]);
    const [first, second, third, fourth] = await read(reader, 4);
    expect([first?.keyText, first?.valueText, first?.timestamp]).toEqual(['key', 'välue', 1_700_000_000_000]);
    expect(first?.headers).toEqual([{ key: 'a', value: new TextEncoder().encode('1') }, { key: 'a', value: null }]);
    expect([second?.key, second?.value, third?.key?.length, third?.value?.length]).toEqual([null, null, 0, 0]);
    expect(Buffer.compare(fourth!.value!, large)).toBe(0);
  });

  test('many records of several partitions, each once and in order', async () => {
    await createTopic('many', 4);
    const writer = producer({ lingerMs: 1, batchSize: 1_000 });
    for (let index = 0; index < 20_000; index++) void writer.send({ topic: 'many', partition: index % 4, value: String(index) });
    await writer.flush();
    const reader = consumer();
    reader.assign([0, 1, 2, 3].map((partition) => ({ topic: 'many', partition })));
    const seen = [0, 1, 2, 3];
    for (const record of await read(reader, 20_000)) {
      expect(Number(record.valueText)).toBe(seen[record.partition]);
      seen[record.partition]! += 4;
    }
    expect(seen).toEqual([20_000, 20_001, 20_002, 20_003]);
  });

  test.each([['range'], ['roundrobin'], ['sticky'], ['cooperative-sticky']] as const)('a group of two with %s: one joins, one leaves, nothing is read twice', async (assignor) => {
    const topic = `group-${assignor}`;
    await createTopic(topic, 4);
    const options: Partial<ConsumerOptions> = { groupId: topic, partitionAssignors: [assignor], heartbeatIntervalMs: 100, enableAutoCommit: true };
    const writer = producer();
    const seen: string[] = [];
    const one = consumer(options);
    const two = consumer(options);
    for (const member of [one, two]) member.subscribe(topic);
    const takeTurn = async (member: Consumer): Promise<void> => {
      for (const record of await member.poll({ timeoutMs: 100 })) seen.push(record.valueText!);
    };
    while (one.assignment().length !== 4) await takeTurn(one);
    while (one.assignment().length !== 2 || two.assignment().length !== 2) await Promise.all([takeTurn(one), takeTurn(two)]);
    await writer.sendBatch(topic, Array.from({ length: 40 }, (_, index) => ({ partition: index % 4, value: `a${index}` })));
    while (seen.length < 40) await Promise.all([takeTurn(one), takeTurn(two)]);
    await one.close();
    while (two.assignment().length !== 4) await takeTurn(two);
    await writer.sendBatch(topic, Array.from({ length: 40 }, (_, index) => ({ partition: index % 4, value: `b${index}` })));
    while (seen.length < 80) await takeTurn(two);
    await two.close();
    expect(new Set(seen).size).toBe(80);
    expect(seen).toHaveLength(80);
  });

  test('what is committed is where the next one begins', async () => {
    await createTopic('resume');
    const writer = producer();
    await writer.sendBatch('resume', Array.from({ length: 10 }, (_, index) => ({ value: String(index) })));
    const options: Partial<ConsumerOptions> = { groupId: 'resume', enableAutoCommit: false };
    const first = consumer(options);
    first.subscribe('resume');
    await read(first, 10);
    await first.commit([{ topic: 'resume', partition: 0, offset: 4, metadata: 'half way' }]);
    expect(await first.committed([{ topic: 'resume', partition: 0 }])).toMatchObject([{ offset: 4, metadata: 'half way' }]);
    await first.close();
    const second = consumer(options);
    second.subscribe('resume');
    const values: string[] = [];
    for await (const record of second) {
      values.push(record.valueText!);
      if (record.offset === 7) break;
    }
    expect(values).toEqual(['4', '5', '6', '7']);
    expect(await second.position({ topic: 'resume', partition: 0 })).toBe(8);
    await second.close();
  });

  test('a static member comes back without a rebalance', async () => {
    await createTopic('static');
    const options: Partial<ConsumerOptions> = { groupId: 'static', groupInstanceId: 'i1' };
    const generation = async (): Promise<number> => {
      const member = consumer(options);
      member.subscribe('static');
      while (member.assignment().length === 0) await member.poll({ timeoutMs: 100 });
      const { generation: joined } = member.groupMetadata();
      await member.close();
      return joined;
    };
    expect(await generation()).toBe(await generation());
  });

  test('seek, pause, times and ends', async () => {
    await createTopic('places');
    const at = { topic: 'places', partition: 0 };
    const writer = producer();
    await writer.sendBatch('places', Array.from({ length: 10 }, (_, index) => ({ value: String(index), timestamp: 1_000 + index })));
    const reader = consumer();
    reader.assign([at]);
    expect(await reader.offsetsForTimes([{ ...at, timestamp: 1_004 }, { ...at, timestamp: 9_999 }])).toMatchObject([{ offset: 4, timestamp: 1_004 }, { offset: -1 }]);
    expect(await reader.beginningOffsets([at])).toMatchObject([{ offset: 0 }]);
    expect(await reader.endOffsets([at])).toMatchObject([{ offset: 10 }]);
    reader.seek(at, 8);
    expect((await read(reader, 2)).map((record) => record.valueText)).toEqual(['8', '9']);
    reader.seekToBeginning();
    reader.pause([at]);
    expect((await reader.poll({ timeoutMs: 300 })).count).toBe(0);
    reader.resume([at]);
    expect((await read(reader, 10))[0]?.offset).toBe(0);
    reader.seekToEnd();
    expect(await reader.position(at)).toBe(10);
  });

  test('topics, settings, records and groups through the admin client', async () => {
    await createTopic('admin', 2, { 'retention.ms': '1000000' });
    expect((await admin.createTopics([{ topic: 'admin' }]))[0]?.error?.code).toBe(ErrorCode.TOPIC_ALREADY_EXISTS);
    expect((await admin.createPartitions([{ topic: 'admin', totalCount: 3 }]))[0]?.error).toBeNull();
    // A broker beside a controller of its own hears of a change a little later than who asked for it.
    await expect.poll(async () => (await admin.describeTopics(['admin', 'nowhere'])).map((topic) => [topic.topic, topic.partitions.length, topic.error?.name]), soon).toEqual([
      ['admin', 3, undefined], ['nowhere', 0, 'UNKNOWN_TOPIC_OR_PARTITION'],
    ]);
    expect((await admin.listTopics()).map((topic) => topic.topic)).toContain('admin');
    const writer = producer();
    await writer.sendBatch('admin', Array.from({ length: 5 }, () => ({ partition: 0, value: 'x' })));
    const at = { topic: 'admin', partition: 0 };
    expect(await admin.deleteRecords([{ ...at, beforeOffset: 2 }])).toMatchObject([{ lowWatermark: 2, error: null }]);
    expect(await admin.listOffsets([{ ...at, at: 'earliest' }, { ...at, at: 'latest' }])).toMatchObject([{ offset: 2 }, { offset: 5 }]);
    expect((await admin.describeProducers([at]))[0]?.activeProducers).toMatchObject([{ lastSequence: 4 }]);
    const changes = [{ name: 'retention.ms', value: '5000' }, { name: 'cleanup.policy', operation: 'append' as const, value: 'compact' }];
    expect((await admin.alterConfigs([{ type: 'topic', name: 'admin', changes }]))[0]?.error).toBeNull();
    const settings = async () => (await admin.describeConfigs([{ type: 'topic', name: 'admin', names: ['retention.ms', 'cleanup.policy'] }]))[0]?.configs;
    await expect.poll(async () => (await settings())?.map((config) => [config.name, config.value, config.source]), soon).toEqual(expect.arrayContaining([
      ['retention.ms', '5000', 'DYNAMIC_TOPIC_CONFIG'], ['cleanup.policy', 'delete,compact', 'DYNAMIC_TOPIC_CONFIG'],
    ]));
    expect((await admin.describeConfigs([{ type: 'broker', name: '1', names: ['node.id'] }]))[0]?.configs).toMatchObject([{ value: '1', isReadOnly: true }]);
    expect(await admin.listConfigResources(['topic'])).toContainEqual({ type: 'topic', name: 'admin' });
    await admin.alterConsumerGroupOffsets('by-hand', [{ ...at, offset: 3 }]);
    expect(await admin.listConsumerGroupOffsets('by-hand')).toMatchObject([{ offset: 3 }]);
    expect((await admin.listConsumerGroups()).find((group) => group.groupId === 'by-hand')).toMatchObject({ state: 'Empty', type: 'classic' });
    expect(await admin.deleteConsumerGroupOffsets('by-hand', [at])).toMatchObject([{ error: null }]);
    expect((await admin.deleteConsumerGroups(['nobody']))[0]?.error?.name).toBe('GROUP_ID_NOT_FOUND');
    expect((await admin.deleteTopics(['admin', 'nowhere'])).map((topic) => [topic.topic, topic.error?.name])).toEqual(expect.arrayContaining([
      ['admin', undefined], ['nowhere', 'UNKNOWN_TOPIC_OR_PARTITION'],
    ]));
  });

  test('members are described and removed', async () => {
    await createTopic('members', 2);
    const member = consumer({ groupId: 'members', clientId: 'someone', heartbeatIntervalMs: 100, enableAutoCommit: false });
    member.subscribe('members');
    while (member.assignment().length === 0) await member.poll({ timeoutMs: 100 });
    const [group] = await admin.describeConsumerGroups(['members']);
    expect(group).toMatchObject({ state: 'Stable', protocolType: 'consumer', assignor: 'range', members: [{ clientId: 'someone' }] });
    expect(group?.members[0]?.assignment).toEqual([{ topic: 'members', partition: 0 }, { topic: 'members', partition: 1 }]);
    expect(await admin.removeMembersFromConsumerGroup('members', 'all')).toMatchObject([{ error: null }]);
    const before = member.groupMetadata().memberId;
    while (member.groupMetadata().memberId === before || member.assignment().length === 0) await member.poll({ timeoutMs: 100 });
    expect(member.assignment()).toHaveLength(2);
  });

  test('the cluster, its quorum, directories, features and versions', async () => {
    expect(await admin.describeCluster()).toMatchObject({ controllerId: 1, brokers: [{ nodeId: 1, port: Number(bootstrapServers.split(':')[1]), isFenced: false }] });
    expect(await admin.describeMetadataQuorum()).toMatchObject({ leaderId: 1, voters: [{ replicaId: 1 }] });
    expect(await admin.describeLogDirs()).toMatchObject([{ nodeId: 1, error: null }]);
    expect((await admin.describeFeatures()).finalized.get('metadata.version')?.max).toBeGreaterThanOrEqual(29);
    expect(await admin.updateFeatures([{ feature: 'group.version', level: 1 }], { validateOnly: true })).toEqual([{ feature: 'group.version', error: null }]);
    expect((await admin.apiVersions(1)).get(1)?.max).toBeGreaterThanOrEqual(18);
  });
}
