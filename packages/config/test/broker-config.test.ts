import { describe, expect, it } from 'vitest';
import { loadBrokerConfig, problemText, settingOfEnvironmentName } from '@millrace/config';

// The settings that Apache Kafka ships for a single combined node.
const shipped = `
process.roles=broker,controller
node.id=1
controller.quorum.bootstrap.servers=localhost:9093
listeners=PLAINTEXT://:9092,CONTROLLER://:9093
inter.broker.listener.name=PLAINTEXT
advertised.listeners=PLAINTEXT://localhost:9092,CONTROLLER://localhost:9093
controller.listener.names=CONTROLLER
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SSL:SSL,SASL_PLAINTEXT:SASL_PLAINTEXT,SASL_SSL:SASL_SSL
num.network.threads=3
num.io.threads=8
socket.send.buffer.bytes=102400
socket.receive.buffer.bytes=102400
socket.request.max.bytes=104857600
log.dirs=/tmp/kraft-combined-logs
num.partitions=1
num.recovery.threads.per.data.dir=1
offsets.topic.replication.factor=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
#log.flush.interval.messages=10000
log.retention.hours=168
log.segment.bytes=1073741824
log.retention.check.interval.ms=300000
`;
const load = (extra = '', more = {}) => loadBrokerConfig({ text: shipped + extra, file: 'server.properties', ...more });
const errorsOf = (extra: string) => load(extra).errors.map(problemText);

describe('the settings of a node', () => {
  it('accepts the file that Apache ships, and names once what has no effect yet', () => {
    const { config, errors, warnings } = load();
    expect(errors).toEqual([]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('num.network.threads');
    expect(warnings[0]).not.toContain('num.partitions');
    expect(config).toMatchObject({ nodeId: 1, isBroker: true, isController: true, logDirs: ['/tmp/kraft-combined-logs'], metadataLogDir: '/tmp/kraft-combined-logs', interBrokerListenerName: 'PLAINTEXT' });
    expect(config.advertisedListeners).toEqual([{ listenerName: 'PLAINTEXT', host: 'localhost', port: 9092, securityProtocol: 'PLAINTEXT' }]);
    expect(config.advertisedControllerListeners).toEqual([{ listenerName: 'CONTROLLER', host: 'localhost', port: 9093, securityProtocol: 'PLAINTEXT' }]);
    expect(config.bootstrapServers).toEqual([{ host: 'localhost', port: 9093 }]);
    expect(config.int('offsets.topic.replication.factor')).toBe(1);
    expect(config.isGiven('num.partitions')).toBe(true);
    expect(config.isGiven('message.max.bytes')).toBe(false);
  });

  it('names key, value, what is allowed and the line of a bad value', () => {
    const lines = shipped.split('\n').length;
    expect(errorsOf('num.partitions=0\n')).toEqual([`server.properties:${lines}: Invalid value 0 for configuration num.partitions: Value must be at least 1 (allowed: a whole number, at least 1)`]);
  });

  it('warns of unknown keys once', () => {
    expect(load('foo.bar=1\nzookeeper.connect=x\n').warnings).toContain('Unknown settings, ignored: foo.bar, zookeeper.connect');
  });

  it('takes the environment over the file and overrides over both', () => {
    const environment = { KAFKA_NUM_PARTITIONS: '3', KAFKA_LOG_RETENTION_HOURS: '1', KAFKA_HEAP_OPTS: '-Xmx1G', HOME: '/root' };
    const { config, errors, warnings } = load('', { environment, overrides: ['num.partitions=7'] });
    expect(errors).toEqual([]);
    expect(config.int('num.partitions')).toBe(7);
    expect(config.int('log.retention.hours')).toBe(1);
    expect(warnings.join()).not.toContain('heap');
  });

  it('puts defaults of the starting program below everything, and warns of none of them', () => {
    const defaults = { 'transaction.state.log.min.isr': '1', 'num.partitions': '5', 'log.dirs': '/default', 'node.id': '9' };
    const text = shipped.split('\n').filter((line) => !/^(log\.dirs|node\.id|transaction|share|num|offsets|socket\.(send|receive))/.test(line)).join('\n');
    const plain = loadBrokerConfig({ defaults, text });
    expect(plain.errors).toEqual([]);
    expect(plain.warnings).toEqual([]);
    expect(plain.config.int('num.partitions')).toBe(5);
    expect(loadBrokerConfig({ defaults, text: `${text}num.partitions=2\n` }).config.int('num.partitions')).toBe(2);
    expect(loadBrokerConfig({ defaults, text, overrides: ['log.dir=/asked'] }).config.logDirs).toEqual(['/asked']);
    expect(loadBrokerConfig({ defaults, text, overrides: ['broker.id=3'] }).config.nodeId).toBe(3);
  });

  it.each([
    ['KAFKA_ADVERTISED_LISTENERS', 'advertised.listeners'],
    ['KAFKA_A__B', 'a_b'],
    ['KAFKA_A___B_C', 'a-b.c'],
  ])('reads %s as %s', (name, setting) => expect(settingOfEnvironmentName(name)).toBe(setting));

  it('names the variable or the override of a bad value', () => {
    expect(load('', { environment: { KAFKA_NUM_PARTITIONS: 'x' } }).errors.map(problemText)[0]).toMatch(/^KAFKA_NUM_PARTITIONS: /);
    expect(load('', { overrides: ['num.partitions=x'] }).errors.map(problemText)[0]).toMatch(/^--override: /);
    expect(load('', { overrides: ['num.partitions'] }).errors.map(problemText)).toEqual(['--override num.partitions is not of the form key=value']);
  });

  it('takes broker.id as node.id, and refuses two that differ', () => {
    const text = shipped.replace('node.id=1', 'broker.id=4');
    expect(loadBrokerConfig({ text }).config.nodeId).toBe(4);
    expect(errorsOf('broker.id=2\n').join()).toContain('You must set `node.id` to the same value as `broker.id`.');
  });

  it.each([
    ['process.roles', 'Missing required configuration "process.roles" which has no default value.'],
    ['node.id', 'Missing required configuration "node.id" which has no default value.'],
    ['controller.listener.names', 'Missing required configuration "controller.listener.names" which has no default value.'],
    ['controller.quorum.bootstrap.servers', 'either controller.quorum.bootstrap.servers must contain'],
  ])('refuses a file without %s', (name, reason) => {
    const text = shipped.split('\n').filter((line) => !line.startsWith(`${name}=`)).join('\n');
    expect(loadBrokerConfig({ text }).errors.map(problemText).join('\n')).toContain(reason);
  });

  it.each([
    ['listeners=PLAINTEXT://:9092,CONTROLLER://:9092', 'Each listener must have a different port'],
    ['listeners=PLAINTEXT://:9092,PLAINTEXT://:9094,CONTROLLER://:9093', 'Each listener must have a different name'],
    ['listeners=PLAINTEXT://:9092,OTHER://:9094,CONTROLLER://:9093', 'No security protocol defined for listener OTHER'],
    ['listeners=PLAINTEXT:9092', 'Unable to parse PLAINTEXT:9092 to a broker endpoint'],
    ['listeners=PLAINTEXT://:99999,CONTROLLER://:9093', 'not between 0 and 65535'],
    ['listeners=PLAINTEXT://:9092', 'controller.listener.names must only contain values appearing in'],
    ['advertised.listeners=PLAINTEXT://0.0.0.0:9092', 'cannot use the nonroutable meta-address 0.0.0.0'],
    ['advertised.listeners=CONTROLLER://localhost:9093', 'There must be at least one broker advertised listener'],
    ['inter.broker.listener.name=CONTROLLER', 'inter.broker.listener.name must be a listener name defined in advertised.listeners'],
    ['security.inter.broker.protocol=PLAINTEXT', 'Only one of inter.broker.listener.name and security.inter.broker.protocol'],
    ['controller.quorum.voters=2@localhost:9093', 'the node id 1 must be included in the set of voters'],
    ['controller.quorum.voters=localhost:9093', 'not of the form id@host:port'],
    ['controller.quorum.bootstrap.servers=localhost', 'not of the form host:port'],
    ['process.roles=broker', "controller.listener.names must not contain a value appearing in the 'listeners'"],
    ['process.roles=controller', 'The listeners config must only contain KRaft controller listeners'],
    ['process.roles=leader', 'String must be one of: broker, controller'],
    ['listener.security.protocol.map=PLAINTEXT:NONE', 'is not a pair of a listener name and one of'],
    ['log.retention.ms=0', 'log.retention.ms must be unlimited (-1) or, greater than or equal to 1'],
    ['queued.max.request.bytes=10', 'queued.max.request.bytes must be larger or equal to socket.request.max.bytes'],
    ['max.connections.per.ip=0', 'can be set to zero only if'],
    ['max.connections.per.ip.overrides=a', 'not of the form host:count'],
    ['broken=\\u12', 'four hexadecimal digits'],
  ])('refuses %s', (line, reason) => expect(errorsOf(`${line}\n`).join('\n')).toContain(reason));

  it('maps the listeners of controllers to PLAINTEXT when no map is given', () => {
    const text = shipped.split('\n').filter((line) => !line.startsWith('listener.security')).join('\n');
    const { config, errors } = loadBrokerConfig({ text });
    expect(errors).toEqual([]);
    expect(config.controllerListeners[0]?.securityProtocol).toBe('PLAINTEXT');
  });

  it('lets an IPv4 and an IPv6 listener share a port', () => {
    expect(errorsOf('listeners=PLAINTEXT://127.0.0.1:9092,TWO://[::1]:9092,CONTROLLER://:9093\nlistener.security.protocol.map=PLAINTEXT:PLAINTEXT,TWO:PLAINTEXT,CONTROLLER:PLAINTEXT\n')).toEqual([]);
  });
});

describe('what protects a broker and is not there yet', () => {
  it.each([
    'ssl.keystore.location=/etc/keys.jks',
    'ssl.client.auth=required',
    'sasl.enabled.mechanisms=PLAIN',
    'authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'listener.name.internal.ssl.keystore.location=/etc/keys.jks',
    'listener.name.internal.plain.sasl.jaas.config=x',
    'listener.name.internal.principal.builder.class=x',
    'delegation.token.secret.key=k',
    'connections.max.reauth.ms=1000',
    'listeners=SSL://:9092,CONTROLLER://:9093\nadvertised.listeners=SSL://localhost:9092\ninter.broker.listener.name=SSL',
    'listener.security.protocol.map=PLAINTEXT:SASL_SSL,CONTROLLER:PLAINTEXT',
    'listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:SSL',
  ])('stops the start: %s', (lines) => expect(errorsOf(`${lines}\n`).join('\n')).toContain('will not run open in its place'));

  it('does not show secrets', () => {
    expect(errorsOf('ssl.key.password=swordfish\nlistener.name.x.plain.sasl.jaas.config=tunafish\n').join()).not.toMatch(/fish/);
  });

  it.each(['ssl.client.auth=none', 'authorizer.class.name=', 'sasl.enabled.mechanisms=GSSAPI', 'ssl.keystore.location='])('lets a default pass: %s', (line) => {
    expect(errorsOf(`${line}\n`)).toEqual([]);
  });
});
