import { describe, expect, it } from 'vitest';
import { runTopics, topicsOptions } from '../src/topics/topics.js';
import { parseReplicaAssignment } from '../src/topics/create-topic.js';
import { configEntry, fakeAdmin, topic, type FakeCluster } from './fake-admin.js';
import { fakeIo } from './fake-io.js';

async function topics(args: string, cluster: FakeCluster = {}) {
  const io = fakeIo();
  const admin = fakeAdmin(cluster);
  await runTopics(topicsOptions(['--bootstrap-server', 'b:1', ...args.split(' ')], io), admin, io);
  return { printed: io.printed(), complaints: io.complaints, calls: admin.calls };
}

describe('kafka-topics', () => {
  it('creates a topic with settings, and says so', async () => {
    const { printed, calls } = await topics('--create --topic orders --partitions 3 --replication-factor 2 --config retention.ms=1 --config=cleanup.policy=compact');
    expect(calls).toEqual([['createTopic', { name: 'orders', partitions: 3, replicationFactor: 2, configs: { 'retention.ms': '1', 'cleanup.policy': 'compact' } }]]);
    expect(printed).toBe('Created topic orders.\n');
  });

  it('warns of names that collide in metrics', async () => {
    expect((await topics('--create --topic a_b')).printed).toContain("WARNING: Due to limitations in metric names, topics with a period ('.') or underscore ('_') could collide.");
  });

  it('leaves an existing topic alone with --if-not-exists only', async () => {
    const exists = Object.assign(new Error('Topic exists'), { name: 'TOPIC_ALREADY_EXISTS' });
    expect((await topics('--create --topic a --if-not-exists', { fail: { createTopic: exists } })).printed).toBe('');
    await expect(topics('--create --topic a', { fail: { createTopic: exists } })).rejects.toThrow('Topic exists');
  });

  it('lists in order, without internal topics when asked, and by pattern', async () => {
    const cluster = { topics: [topic('b', 1), topic('__consumer_offsets', 1), topic('a', 1)] };
    expect((await topics('--list', cluster)).printed).toBe('__consumer_offsets\na\nb\n');
    expect((await topics('--list --exclude-internal', cluster)).printed).toBe('a\nb\n');
    expect((await topics('--list --topic a|c', cluster)).printed).toBe('a\n');
  });

  it('describes with the columns of Kafka', async () => {
    const orders = topic('orders', 1, { partitions: [{ partition: 0, leader: 1, replicas: [1, 2], isr: [1], elr: [2], lastKnownElr: [] }, { partition: 1, leader: null, replicas: [2, 1], isr: [], elr: null, lastKnownElr: null }] });
    const configs = { 'topic:orders': [configEntry('retention.ms', '1', 'DYNAMIC_TOPIC_CONFIG'), configEntry('segment.bytes', '9', 'STATIC_BROKER_CONFIG'), configEntry('min.insync.replicas', '1', 'DEFAULT_CONFIG')] };
    expect((await topics('--describe', { topics: [orders], configs })).printed).toBe(
      [
        'Topic: orders\tTopicId: orders-id\tPartitionCount: 2\tReplicationFactor: 2\tConfigs: retention.ms=1,segment.bytes=9',
        '\tTopic: orders\tPartition: 0\tLeader: 1\tReplicas: 1,2\tIsr: 1\tElr: 2\tLastKnownElr: ',
        '\tTopic: orders\tPartition: 1\tLeader: none\tReplicas: 2,1\tIsr: \tElr: N/A\tLastKnownElr: N/A',
        '',
      ].join('\n'),
    );
    const report = async (flag: string) => (await topics(`--describe ${flag}`, { topics: [orders], configs })).printed.match(/Partition: \d/g);
    expect(await report('--under-replicated-partitions')).toEqual(['Partition: 0', 'Partition: 1']);
    expect(await report('--unavailable-partitions')).toEqual(['Partition: 1']);
    expect(await report('--under-min-isr-partitions')).toEqual(['Partition: 1']);
    expect(await report('--at-min-isr-partitions')).toEqual(['Partition: 0']);
    expect(await report('--under-min-isr-partitions --at-min-isr-partitions')).toEqual(['Partition: 0', 'Partition: 1']);
    expect(await report('--topics-with-overrides')).toBe(null);
  });

  it('describes by id, and says what does not exist', async () => {
    const cluster = { topics: [topic('a', 1), topic('b', 1)] };
    expect((await topics('--describe --topic-id b-id', cluster)).printed).toMatch(/^Topic: b\t/);
    await expect(topics('--describe --topic c', cluster)).rejects.toThrow("Topic 'c' does not exist as expected");
    expect((await topics('--describe --topic c --if-exists', cluster)).printed).toBe('');
  });

  it('deletes and alters what matches', async () => {
    const cluster = { topics: [topic('a1', 1), topic('a2', 2), topic('b', 1)] };
    expect((await topics('--delete --topic a.*', cluster)).calls).toEqual([['deleteTopics', ['a1', 'a2']]]);
    expect((await topics('--alter --topic a2 --partitions 4 --replica-assignment 1,1,1,1', cluster)).calls).toEqual([['createPartitions', 'a2', 4, [[1], [1]]]]);
    await expect(topics('--delete --topic c', cluster)).rejects.toThrow("Topic 'c' does not exist as expected");
  });

  it.each([
    ['', 'Command must include exactly one action: --list, --describe, --create, --alter or --delete'],
    ['--list --create', 'Command must include exactly one action'],
    ['--create', 'Missing required argument "[topic]"'],
    ['--alter --topic a', 'Missing required argument "[partitions]"'],
    ['--alter --topic a --config x=1', "can't be used with option"],
    ['--create --topic a --partitions many', 'many is not a whole number'],
    ['--create --topic a --if-exists', "Option --if-exists can't be used with option --create"],
    ['--describe --config a=b', "Option --config can't be used with option --describe"],
    ['--describe --under-replicated-partitions --topics-with-overrides', "Option --under-replicated-partitions can't be used with option --topics-with-overrides"],
    ['--create --topic a --exclude-internal', "Option --exclude-internal can't be used with option --create"],
    ['--list --nonsense', "unknown option '--nonsense'"],
    ['--create --topic a --topic b', 'Found multiple arguments for option --topic, but only one is taken'],
  ])('refuses %j', async (args, message) => {
    await expect(topics(args === '' ? '--if-exists' : args)).rejects.toThrow(message);
  });

  it.each([
    ['--create --topic a --partitions 0', 'The partitions must be greater than 0'],
    ['--create --topic a --replication-factor 40000', 'The replication factor must be between 1 and 32767 inclusive'],
    ['--create --topic a --config nonsense', 'not of the form key=value'],
    ['--describe --topic [', 'is an invalid regex'],
  ])('refuses %j', async (args, message) => await expect(topics(args)).rejects.toThrow(message));

  it('ignores what belongs to no flag, and says so', async () => {
    expect(await topics('--list extra --exclude-internal more', { topics: [topic('a', 1)] })).toMatchObject({ printed: 'a\n', complaints: ['Ignored: extra more'] });
  });

  it('needs a bootstrap server', () => {
    expect(() => topicsOptions(['--list'], fakeIo())).toThrow('--bootstrap-server must be specified');
  });

  it('parses replica assignments', () => {
    expect(parseReplicaAssignment('0:1,1:2')).toEqual([[0, 1], [1, 2]]);
    expect(() => parseReplicaAssignment('0:0')).toThrow('may not contain duplicate entries: 0');
    expect(() => parseReplicaAssignment('0:1,2')).toThrow('Partition 1 has different replication factor: [2]');
    expect(() => parseReplicaAssignment('x')).toThrow("'x' in the replica assignment");
  });
});
