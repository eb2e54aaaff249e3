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
    expect((await configs('--describe --entity-type groups', cluster)).printed).toContain('Dynamic configs for group g are:\n');
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
    ['--describe --entity-type dogs', 'Invalid entity type dogs, the entity type must be one of topics, clients, users'],
    ['--describe --broker one', 'must be a valid integer broker id, but it is: one'],
    ['--describe --topic t --broker 1', "Only 'users' and 'clients' entity types may be specified together"],
    ['--describe --user u --user-defaults', 'Duplicate entity type(s) specified: users'],
    ['--describe --entity-type users --entity-name a --entity-name b', 'More entity names specified than entity types'],
    ['--describe --entity-type users --entity-name a --client c', '--entity-{type,name,default} should not be used in conjunction with specific entity flags'],
    ['--describe --entity-type topics --entity-default', '--entity-default is only for users, clients, brokers, ips, not topics'],
    ['--describe --entity-type broker-loggers', 'An entity name must be specified with --describe of broker-loggers'],
    ['--describe --ip 999.1.1.1', 'must be a valid IP or resolvable host, but it is: 999.1.1.1'],
    ['--alter --entity-type users --add-config producer_byte_rate=1', 'An entity-name or default entity must be specified with --alter of users, clients, brokers or ips'],
    ['--alter --user u --add-config nonsense=1', "Only quota and SCRAM credential configs can be added or deleted for 'users'. Unexpected config names: nonsense"],
    ['--alter --client c --add-config SCRAM-SHA-256=[password=p]', "Only quota configs can be added or deleted for 'clients'. Unexpected config names: SCRAM-SHA-256"],
    ['--alter --user u --client c --add-config SCRAM-SHA-256=[password=p]', "Only quota configs can be added or deleted for 'clients'"],
    ['--alter --ip 10.0.0.1 --add-config producer_byte_rate=1', "Only connection quota configs can be added or deleted for 'ips'. Unexpected config names: producer_byte_rate"],
    ['--alter --user u --add-config producer_byte_rate=fast', 'Cannot parse quota configuration value for producer_byte_rate: fast'],
    ['--alter --user u --delete-config producer_byte_rate', 'Invalid config(s): producer_byte_rate'],
    ['--alter --user u --add-config SCRAM-SHA-256=[iterations=10,password=p]', 'Iterations 10 is less than the minimum 4096 required for SCRAM-SHA-256'],
    ['--alter --user u --add-config SCRAM-SHA-256=geheim', 'Invalid credential property SCRAM-SHA-256: it must be of the form [iterations=4096,password='],
    ['--alter --user-defaults --add-config SCRAM-SHA-256=[password=p]', 'The use of --entity-default or --user-defaults is not allowed with User SCRAM Credentials'],
    ['--alter --user u --add-config SCRAM-SHA-256=[password=p],producer_byte_rate=1', "Cannot alter both quota and SCRAM credential configs simultaneously for 'users'"],
    ['--alter --broker-logger 1 --add-config no.such=WARN', 'Invalid broker logger(s): no.such'],
    ['--alter --topic t', 'At least one of --add-config, --add-config-file, or --delete-config'],
    ['--alter --entity-type topics --add-config a=1', 'An entity name must be specified with --alter of topics'],
    ['--alter --topic t --add-config a', 'all configs to be added must be in the format "key=val"'],
    ['--alter --topic t --add-config a=1 --add-config-file f', 'Only one of --add-config or --add-config-file'],
    ['--describe --topic t --add-config a=1', 'cannot be used with --describe'],
  ])('refuses %j', async (args, message) => await expect(configs(args, cluster)).rejects.toThrow(message));

  it('describes quotas and credentials as Kafka does', async () => {
    const some: FakeCluster = {
      quotas: [
        { entity: { 'client-id': null, user: 'u' }, quotas: new Map([['producer_byte_rate', 10_000_000], ['consumer_byte_rate', 0.5]]) },
        { entity: { ip: '10.0.0.1' }, quotas: new Map([['connection_creation_rate', 3]]) },
      ],
      credentials: [{ user: 'u', credentials: [{ mechanism: 'SCRAM-SHA-256', iterations: 8192 }, { mechanism: 'SCRAM-SHA-512', iterations: 4096 }] }],
    };
    const quotas = "Quota configs for user-principal 'u', the default client-id are consumer_byte_rate=0.5, producer_byte_rate=1.0E7\nQuota configs for ip '10.0.0.1' are connection_creation_rate=3.0\n";
    const credentials = "SCRAM credential configs for user-principal 'u' are SCRAM-SHA-256=iterations=8192, SCRAM-SHA-512=iterations=4096\n";
    expect(await configs('--describe --user u', some)).toEqual({ printed: quotas + credentials, calls: [['describeQuotas', [{ type: 'user', name: 'u' }]], ['describeCredentials', ['u']]] });
    expect((await configs('--describe --entity-type users', some)).calls).toEqual([['describeQuotas', [{ type: 'user' }]], ['describeCredentials', null]]);
    // Credentials belong to one user, and to no client.
    expect(await configs('--describe --user-defaults', some)).toEqual({ printed: quotas, calls: [['describeQuotas', [{ type: 'user', name: null }]]] });
    expect((await configs('--describe --user u --client-defaults', some)).calls).toEqual([['describeQuotas', [{ type: 'user', name: 'u' }, { type: 'client-id', name: null }]]]);
    expect((await configs('--describe --entity-type clients --entity-default --entity-type users --entity-name u', some)).calls).toEqual([['describeQuotas', [{ type: 'client-id', name: null }, { type: 'user', name: 'u' }]]]);
    expect((await configs('--describe --entity-type ips', some)).calls).toEqual([['describeQuotas', [{ type: 'ip' }]]]);
  });

  it('alters quotas and credentials', async () => {
    expect(await configs('--alter --user u --client-defaults --add-config producer_byte_rate=1e3,request_percentage=50.5')).toEqual({
      printed: 'Completed updating config for user u.\n',
      calls: [['alterQuotas', { user: 'u', 'client-id': null }, { producer_byte_rate: 1000, request_percentage: 50.5 }]],
    });
    expect((await configs('--alter --ip-defaults --add-config connection_creation_rate=4')).printed).toBe('Completed updating default config for ips in the cluster.\n');
    const some: FakeCluster = { quotas: [{ entity: { 'client-id': 'c' }, quotas: new Map([['consumer_byte_rate', 1]]) }] };
    expect(await configs('--alter --client c --delete-config consumer_byte_rate', some)).toEqual({
      printed: 'Completed updating config for client c.\n',
      calls: [['describeQuotas', [{ type: 'client-id', name: 'c' }]], ['alterQuotas', { 'client-id': 'c' }, { consumer_byte_rate: null }]],
    });
    expect(await configs('--alter --user u --add-config SCRAM-SHA-512=[password=a=b] --delete-config SCRAM-SHA-256')).toEqual({
      printed: 'Completed updating config for user u.\n',
      calls: [['alterCredentials', [{ user: 'u', mechanism: 'SCRAM-SHA-512', password: 'a=b', iterations: 4096 }, { user: 'u', mechanism: 'SCRAM-SHA-256' }]]],
    });
  });

  it('alters log levels of a broker', async () => {
    const some: FakeCluster = { configs: { 'broker-logger:1': [configEntry('root', 'INFO', 'DYNAMIC_BROKER_LOGGER_CONFIG')] } };
    expect(await configs('--alter --broker-logger 1 --add-config root=WARN', some)).toEqual({
      printed: 'Completed updating config for broker-logger 1.\n',
      calls: [['alterConfigs', { type: 'broker-logger', name: '1' }, [{ name: 'root', value: 'WARN' }]]],
    });
    expect((await configs('--describe --broker-logger 1', some)).printed).toBe('Dynamic configs for broker-logger 1 are:\n  root=INFO sensitive=false synonyms={}\n');
    expect((await configs('--describe --broker-logger 7', some)).printed).toBe("The broker-logger '7' doesn't exist and doesn't have dynamic config.\n");
  });

  it('says where the cluster is', () => {
    const bootstrap = (...args: string[]) => configsOptions([...args, '--describe', '--broker', '1'], fakeIo()).bootstrap;
    expect(bootstrap('--bootstrap-server', 'b:1')).toEqual({ 'bootstrap.servers': 'b:1' });
    expect(bootstrap('--bootstrap-controller', 'c:1,d:1')).toEqual({ 'bootstrap.controllers': 'c:1,d:1' });
    expect(() => bootstrap()).toThrow('Either --bootstrap-server or --bootstrap-controller must be specified.');
    expect(() => bootstrap('--bootstrap-server', 'b:1', '--bootstrap-controller', 'c:1')).toThrow('Only one of --bootstrap-server or --bootstrap-controller can be specified');
  });

  it.each(['0x10', '0b1', '1_0', 'abc', ''])('takes no number that Java does not: %j', async (text) => {
    await expect(configs(`--alter --user u --add-config producer_byte_rate=${text}`)).rejects.toThrow('Cannot parse quota configuration value for producer_byte_rate');
  });

  it.each([['1d', 1], ['2.5F', 2.5], ['.5', 0.5], ['5.', 5], ['+1e3', 1000]])('takes numbers as Java does: %s', async (text, value) => {
    expect((await configs(`--alter --user u --add-config producer_byte_rate=${text}`)).calls).toEqual([['alterQuotas', { user: 'u' }, { producer_byte_rate: value }]]);
  });

  it('refuses an empty password, and a change of nothing', async () => {
    await expect(configs('--alter --user u --add-config SCRAM-SHA-256=[password=]')).rejects.toThrow('SCRAM-SHA-256: the password is empty');
    await expect(configs('--alter --user u --delete-config ,')).rejects.toThrow('--delete-config names no setting');
  });

  it('splits outside brackets', () => {
    expect(parseAddConfig('a=1, b=[x,y] ,c=')).toEqual({ a: '1', b: 'x,y', c: '' });
  });
});
