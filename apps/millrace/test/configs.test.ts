import { describe, expect, it } from 'vitest';
import { parseAddConfig } from '../src/configs/config-changes.js';
import { runConfigs } from '../src/configs/configs.js';
import { configsOptions } from '../src/configs/configs-options.js';
import { configEntry, fakeAdmin, topic, type FakeCluster } from './fake-admin.js';
import { fakeIo, type FakeIoOptions } from './fake-io.js';

async function configs(args: string, cluster: FakeCluster = {}, files: FakeIoOptions = {}) {
  const io = fakeIo(files);
  const admin = fakeAdmin(cluster);
  await runConfigs(configsOptions(['--bootstrap-server', 'b:1', ...args.split(' ')], io), admin, io);
  return { printed: io.printed(), calls: admin.calls };
}

const cluster: FakeCluster = {
  topics: [topic('t', 1)],
  configs: {
    'topic:t': [
      configEntry('retention.ms', '1', 'DYNAMIC_TOPIC_CONFIG', [{ name: 'retention.ms', value: '1', source: 'DYNAMIC_TOPIC_CONFIG' }, { name: 'log.retention.ms', value: '2', source: 'STATIC_BROKER_CONFIG' }]),
      configEntry('flush.ms', '5', 'DEFAULT_CONFIG'),
    ],
    'broker:': [configEntry('log.retention.ms', '3', 'DYNAMIC_DEFAULT_BROKER_CONFIG')],
    'broker:1': [configEntry('log.retention.ms', '4', 'DYNAMIC_BROKER_CONFIG'), configEntry('node.id', '1', 'STATIC_BROKER_CONFIG')],
    'group:g': [configEntry('consumer.session.timeout.ms', '46000', 'DYNAMIC_GROUP_CONFIG')],
  },
};

describe('kafka-configs', () => {
  it.each([
    ['--describe --topic no', "The topic 'no' doesn't exist and doesn't have dynamic config.\n"],
    ['--describe --group no', "The group 'no' doesn't exist and doesn't have dynamic config.\n"],
    ['--describe --client-metrics no', "The client-metric 'no' doesn't exist and doesn't have dynamic config.\n"],
    ['--describe --broker 7', "The broker '7' doesn't exist and doesn't have dynamic config.\n"],
  ])('says what is not there: %s', async (args, printed) => expect((await configs(args, cluster)).printed).toBe(printed));

  it('describes a topic', async () => {
    const row = '  retention.ms=1 sensitive=false synonyms={DYNAMIC_TOPIC_CONFIG:retention.ms=1, STATIC_BROKER_CONFIG:log.retention.ms=2}\n';
    expect((await configs('--describe --topic t', cluster)).printed).toBe(`Dynamic configs for topic t are:\n${row}`);
    expect((await configs('--describe --entity-type topics --entity-name t', cluster)).printed).toBe(`Dynamic configs for topic t are:\n${row}`);
    expect((await configs('--describe --entity-type topics', cluster)).printed).toBe(`Dynamic configs for topic t are:\n${row}`);
    expect((await configs('--describe --topic t --all', cluster)).printed).toBe(`All configs for topic t are:\n  flush.ms=5 sensitive=false synonyms={}\n${row}`);
  });

  it('describes brokers, their defaults, and groups', async () => {
    expect((await configs('--describe --broker 1', cluster)).printed).toBe('Dynamic configs for broker 1 are:\n  log.retention.ms=4 sensitive=false synonyms={}\n');
    expect((await configs('--describe --broker-defaults', cluster)).printed).toBe('Default configs for brokers in the cluster are:\n  log.retention.ms=3 sensitive=false synonyms={}\n');
    expect((await configs('--describe --entity-type brokers', cluster)).printed).toMatch(/^Dynamic configs for broker 1 are:\n.*\nDefault configs for brokers in the cluster are:\n/);
    expect((await configs('--describe --group g', cluster)).printed).toContain('Dynamic configs for group g are:\n  consumer.session.timeout.ms=46000');
  });

  it('alters, with values in brackets, from a file, and deletes', async () => {
    expect(await configs('--alter --topic t --add-config retention.ms=5,cleanup.policy=[compact,delete]')).toEqual({
      printed: 'Completed updating config for topic t.\n',
      calls: [['alterConfigs', { type: 'topic', name: 't' }, [{ name: 'retention.ms', value: '5' }, { name: 'cleanup.policy', value: 'compact,delete' }]]],
    });
    expect((await configs('--alter --topic t --delete-config retention.ms', cluster)).calls).toEqual([['alterConfigs', { type: 'topic', name: 't' }, [{ name: 'retention.ms', value: null }]]]);
    expect((await configs('--alter --broker-defaults --add-config-file f', {}, { files: { f: 'a=1\nb = 2\n' } }))).toEqual({
      printed: 'Completed updating default config for brokers in the cluster.\n',
      calls: [['alterConfigs', { type: 'broker', name: '' }, [{ name: 'a', value: '1' }, { name: 'b', value: '2' }]]],
    });
    expect((await configs('--alter --entity-type brokers --entity-default --add-config a=1')).printed).toBe('Completed updating default config for brokers in the cluster.\n');
  });

  it.each([
    ['--topic t', 'Command must include exactly one action: --alter or --describe'],
    ['--describe', 'At least one entity type must be specified'],
    ['--describe --entity-type dogs', '--entity-type dogs is not one of topics, brokers, groups, client-metrics'],
    ['--describe --user u', '--user is not served yet'],
    ['--describe --entity-type users', '--entity-type users is not served yet'],
    ['--describe --broker one', 'must be a valid integer broker id, found: one'],
    ['--describe --topic t --broker 1', 'Only one entity'],
    ['--alter --topic t', 'At least one of --add-config, --add-config-file, or --delete-config'],
    ['--alter --entity-type topics --add-config a=1', 'an entity name must be specified with --alter'],
    ['--alter --topic t --add-config a', 'all configs to be added must be in the format "key=val"'],
    ['--alter --topic t --add-config a=1 --add-config-file f', 'Only one of --add-config or --add-config-file'],
    ['--describe --topic t --add-config a=1', 'cannot be used with --describe'],
  ])('refuses %j', async (args, message) => await expect(configs(args, cluster)).rejects.toThrow(message));

  it('splits outside brackets', () => {
    expect(parseAddConfig('a=1, b=[x,y] ,c=')).toEqual({ a: '1', b: 'x,y', c: '' });
  });
});
