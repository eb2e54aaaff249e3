import { describe, expect, it } from 'vitest';
import { checkClientMetricsOverrides, checkGroupOverrides, checkTopicOverrides, describeBroker, describeClusterDefaults, describeGroup, describeTopic, groupConfig, loadBrokerConfig, problemMessage, topicConfig } from '@millrace/config';

const broker = (extra: Record<string, string> = {}) =>
  loadBrokerConfig({
    properties: { 'process.roles': 'broker,controller', 'node.id': '1', 'controller.quorum.bootstrap.servers': 'localhost:9093', listeners: 'PLAINTEXT://localhost:9092,CONTROLLER://localhost:9093', 'controller.listener.names': 'CONTROLLER', ...extra },
  }).config;
const topicEntry = (name: string, overrides: Record<string, string>, config = broker()) => describeTopic(overrides, config).find((entry) => entry.name === name);

describe('settings of a topic', () => {
  it('are its own, else the broker settings in their order, times their unit, else the default', () => {
    expect(topicConfig({}, broker()).long('retention.ms')).toBe(604_800_000);
    expect(topicConfig({}, broker({ 'log.retention.hours': '1' })).long('retention.ms')).toBe(3_600_000);
    expect(topicConfig({}, broker({ 'log.retention.hours': '1', 'log.retention.minutes': '2' })).long('retention.ms')).toBe(120_000);
    expect(topicConfig({}, broker({ 'log.retention.hours': '1', 'log.retention.ms': '3' })).long('retention.ms')).toBe(3);
    expect(topicConfig({ 'retention.ms': '-1' }, broker({ 'log.retention.ms': '3' })).long('retention.ms')).toBe(-1);
    expect(topicConfig({}, broker({ 'log.retention.hours': '-1' })).long('retention.ms')).toBe(-1);
    expect(topicConfig({}, broker({ 'log.flush.scheduler.interval.ms': '50' })).long('flush.ms')).toBe(50);
    expect(topicConfig({}, broker()).text('flush.messages')).toBe('9223372036854775807');
  });

  it('follow settings that changed at run time', () => {
    const { config, problems } = broker({ 'log.retention.hours': '1' }).withDynamic(new Map([['log.segment.bytes', '2097152']]), new Map([['log.retention.ms', '9'], ['log.segment.bytes', '3145728']]));
    expect(problems).toEqual([]);
    expect(topicConfig({}, config).long('retention.ms')).toBe(9);
    expect(topicConfig({}, config).int('segment.bytes')).toBe(2_097_152);
    expect(topicEntry('segment.bytes', { 'segment.bytes': '4194304' }, config)?.synonyms).toEqual([
      { name: 'segment.bytes', value: '4194304', source: 'DYNAMIC_TOPIC_CONFIG' },
      { name: 'log.segment.bytes', value: '2097152', source: 'DYNAMIC_BROKER_CONFIG' },
      { name: 'log.segment.bytes', value: '3145728', source: 'DYNAMIC_DEFAULT_BROKER_CONFIG' },
      { name: 'log.segment.bytes', value: '1073741824', source: 'DEFAULT_CONFIG' },
    ]);
    expect(describeClusterDefaults(config)).toMatchObject([{ name: 'log.retention.ms', value: '9', source: 'DYNAMIC_DEFAULT_BROKER_CONFIG' }, { name: 'log.segment.bytes' }]);
  });

  it('are described with their source, as Kafka does', () => {
    expect(topicEntry('max.message.bytes', {}, broker({ 'message.max.bytes': '2000' }))).toMatchObject({ value: '2000', source: 'STATIC_BROKER_CONFIG', readOnly: false, isSensitive: false, typeCode: 3 });
    // A synonym under another name than the first is not shown: Kafka drops what stands before its own name.
    expect(topicEntry('retention.ms', {}, broker({ 'log.retention.hours': '2' }))).toMatchObject({ value: '7200000', source: 'DEFAULT_CONFIG', synonyms: [] });
    expect(describeTopic({}, broker()).map((entry) => entry.name)).not.toContain('internal.segment.bytes');
  });

  it.each([
    [{ 'no.such': '1' }, 'Unknown topic config name: no.such'],
    [{ 'retention.ms': 'x' }, 'Invalid value x for configuration retention.ms: Not a number of type LONG'],
    [{ 'segment.bytes': '1024' }, 'Invalid value 1024 for configuration segment.bytes: Value must be at least 1048576'],
    [{ 'cleanup.policy': 'shred' }, 'Invalid value shred for configuration cleanup.policy: String must be one of: compact, delete'],
    [{ 'min.compaction.lag.ms': '2', 'max.compaction.lag.ms': '1' }, 'conflict topic config setting min.compaction.lag.ms (2) > max.compaction.lag.ms (1)'],
  ])('refuse %j', (overrides, message) => expect(checkTopicOverrides(overrides as Record<string, string>, broker()).map(problemMessage)).toEqual([message]));

  it('accept what is right', () => expect(checkTopicOverrides({ 'cleanup.policy': 'compact,delete', 'retention.ms': '-1' }, broker())).toEqual([]));
});

describe('settings of brokers and groups', () => {
  it('describe a broker with passwords hidden and unknown settings shown without value', () => {
    const entries = new Map(describeBroker(broker({ 'ssl.key.password': 'secret', 'my.own': 'x' })).map((entry) => [entry.name, entry]));
    expect(entries.get('ssl.key.password')).toMatchObject({ value: null, isSensitive: true, synonyms: [{ value: null, source: 'STATIC_BROKER_CONFIG' }] });
    expect(entries.get('my.own')).toMatchObject({ value: null, isSensitive: true, readOnly: true, typeCode: 0 });
    expect(entries.get('num.partitions')).toMatchObject({ value: '1', readOnly: true, source: 'DEFAULT_CONFIG' });
    expect(entries.get('message.max.bytes')).toMatchObject({ readOnly: false });
    expect(entries.get('log.retention.hours')?.synonyms).toEqual([{ name: 'log.retention.hours', value: '168', source: 'DEFAULT_CONFIG' }]);
  });

  it('give a group the values of its broker', () => {
    const config = broker({ 'group.consumer.session.timeout.ms': '50000' });
    expect(groupConfig({}, config).int('consumer.session.timeout.ms')).toBe(50_000);
    expect(describeGroup({ 'consumer.session.timeout.ms': '46000' }, config).find((entry) => entry.name === 'consumer.session.timeout.ms')).toMatchObject({ value: '46000', source: 'GROUP_CONFIG' });
    expect(checkGroupOverrides({ x: '1' }, config).map(problemMessage)).toEqual(['Unknown group config name: x']);
  });

  it('bound what a group may set by the broker', () => {
    const config = broker({ 'group.consumer.min.session.timeout.ms': '10', 'group.consumer.session.timeout.ms': '500', 'group.consumer.max.session.timeout.ms': '1000' });
    const check = (value: string) => checkGroupOverrides({ 'consumer.session.timeout.ms': value }, config).map(problemMessage);
    expect([check('9'), check('10'), check('1000')]).toEqual([['consumer.session.timeout.ms must be in the range 10 to 1000 inclusive.'], [], []]);
  });

  it('check client metrics', () => {
    const check = (overrides: Record<string, string>) => checkClientMetricsOverrides(overrides).map(problemMessage);
    expect(check({ 'interval.ms': '100', match: 'client_id=a.*, client_source_port=1', metrics: '' })).toEqual([]);
    expect(check({ 'interval.ms': '99' })).toEqual(['Invalid value 99 for interval.ms, interval must be between 100 and 3600000 (1 hour)']);
    expect(check({ match: 'client_id=a,colour=red' })).toEqual(['Illegal client matching pattern: colour=red']);
    expect(check({ match: 'client_id' })).toEqual(['Illegal client matching pattern: client_id']);
    expect(check({ x: '1' })).toEqual(['Unknown client metrics configuration: x']);
  });

  it('refuse a tiered topic on a broker without tiers', () => {
    expect(checkTopicOverrides({ 'remote.storage.enable': 'true' }, broker({})).map(problemMessage)).toEqual([
      'Tiered Storage functionality is disabled in the broker. Topic cannot be configured with remote log storage.',
    ]);
  });

  it('show broker.id as node.id', () => {
    const entry = describeBroker(broker({ 'node.id': '7' })).find(({ name }) => name === 'broker.id');
    expect(entry).toMatchObject({ value: '7', source: 'STATIC_BROKER_CONFIG', synonyms: [{ name: 'broker.id', value: '7' }, { value: '-1', source: 'DEFAULT_CONFIG' }] });
  });
});
