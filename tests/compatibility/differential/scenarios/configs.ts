/** DescribeConfigs, AlterConfigs, IncrementalAlterConfigs, ListConfigResources. */
import type { Message, Peer } from '../peer.js';
import { since, type Scenario } from './scenario.js';

const [topicType, brokerType, loggerType, clientMetricsType, groupType] = [2, 4, 8, 16, 32];
const [set, remove, append, subtract] = [0, 1, 2, 3];

/** Waits until a setting of a topic has the value. */
async function untilSetting(peer: Peer, topic: string, name: string, value: string): Promise<void> {
  const request = { resources: [{ resourceType: topicType, resourceName: topic, configurationKeys: [name] }] };
  const valueOf = (answer: Message): unknown => (answer as { results: { configs: { value: string }[] }[] }).results[0]?.configs[0]?.value;
  await peer.until('DescribeConfigs', 4, request, (answer) => valueOf(answer) === value);
}

export const configScenarios: readonly Scenario[] = [
  {
    name: 'settings are described',
    api: 'DescribeConfigs',
    async run(peer, version, tag) {
      await peer.createTopic(tag, 1, { 'retention.ms': '777', 'cleanup.policy': 'compact' });
      const ask = (about: string, resourceType: number, resourceName: string, configurationKeys: string[] | null = null, more: object = {}) =>
        peer.call('DescribeConfigs', version, about, { resources: [{ resourceType, resourceName, configurationKeys }], ...more });
      const full = { includeSynonyms: true, ...since(version, 3, { includeDocumentation: true }) };
      await ask('a topic', topicType, tag);
      await ask('a topic in full', topicType, tag, null, full);
      await ask('two settings of a topic', topicType, tag, ['retention.ms', 'segment.ms', 'no.such.setting', 'retention.ms']);
      await ask('no setting of a topic', topicType, tag, []);
      await ask('a topic that is not there', topicType, `${tag}-nowhere`);
      for (const name of ['', '?']) await ask(`the topic "${name}"`, topicType, name);
      await ask('the broker', brokerType, '1');
      await ask('the broker in full', brokerType, '1', null, full);
      await ask('the default of brokers', brokerType, '', null, full);
      for (const name of ['2', '-1', 'one', '01']) await ask(`the broker "${name}"`, brokerType, name);
      await ask('a group', groupType, tag, null, full);
      await ask('the group without a name', groupType, '');
      await ask('client metrics', clientMetricsType, tag, null, full);
      await ask('client metrics without a name', clientMetricsType, '');
      for (const type of [0, 1, 3, 99, -1]) await ask(`the resource type ${type}`, type, 'x');
      await peer.call('DescribeConfigs', version, 'the same twice', { resources: [{ resourceType: topicType, resourceName: tag, configurationKeys: ['retention.ms'] }, { resourceType: topicType, resourceName: tag, configurationKeys: ['segment.ms'] }] });
      await peer.call('DescribeConfigs', version, 'nothing', { resources: [] });
    },
  },
  {
    name: 'settings are replaced',
    api: 'AlterConfigs',
    async run(peer, version, tag) {
      await peer.createTopic(tag, 1, { 'retention.ms': '777' });
      const alter = (about: string, resources: object[], validateOnly = false) => peer.call('AlterConfigs', version, about, { resources, validateOnly });
      const topic = (...configs: [string, string | null][]) => ({ resourceType: topicType, resourceName: tag, configs: configs.map(([name, value]) => ({ name, value })) });
      await alter('only checked', [topic(['retention.ms', '5'])], true);
      await alter('a topic', [topic(['segment.ms', '100000'])]);
      await untilSetting(peer, tag, 'segment.ms', '100000');
      await peer.call('DescribeConfigs', 4, 'what it is then', { resources: [{ resourceType: topicType, resourceName: tag, configurationKeys: ['retention.ms', 'segment.ms'] }] });
      await alter('nothing for a topic', [topic()]);
      await alter('a wrong value', [topic(['retention.ms', 'soon'])]);
      await alter('an unknown name', [topic(['no.such.setting', '1'])]);
      await alter('null', [topic(['retention.ms', null])]);
      await alter('a name twice', [topic(['retention.ms', '1'], ['retention.ms', '2'])]);
      // Apache's broker does not answer, so once is enough.
      if (version === 2) await alter('the same twice', [topic(['retention.ms', '1']), topic(['retention.ms', '2'])]);
      const other = (resourceType: number, resourceName: string, name: string, value: string) => ({ resourceType, resourceName, configs: [{ name, value }] });
      await alter('one good, one bad', [topic(['retention.ms', '9']), other(topicType, `${tag}-nowhere`, 'retention.ms', '1')]);
      await alter('no topic name', [other(topicType, '', 'retention.ms', '1')]);
      await alter('the broker, read-only', [other(brokerType, '1', 'log.dirs', '/x')]);
      await alter('the broker, unknown name', [other(brokerType, '1', 'no.such.setting', '1')]);
      await alter('the broker, wrong value', [other(brokerType, '1', 'log.cleaner.threads', 'many')]);
      await alter('another broker', [other(brokerType, '7', 'log.cleaner.threads', '1')]);
      await alter('a broker that is no number', [other(brokerType, 'one', 'log.cleaner.threads', '1')]);
      await alter('all brokers', [other(brokerType, '', 'log.cleaner.threads', '1')]);
      await alter('all brokers, nothing', [{ resourceType: brokerType, resourceName: '', configs: [] }]);
      await alter('an unknown type', [other(77, 'x', 'y', 'z')]);
      await alter('nothing', []);
    },
  },
  {
    name: 'settings are changed one by one',
    api: 'IncrementalAlterConfigs',
    async run(peer, version, tag) {
      await peer.createTopic(tag, 1, { 'retention.ms': '777' });
      type Change = [name: string, configOperation: number, value: string | null];
      const resource = (resourceType: number, resourceName: string, ...changes: Change[]) => ({ resourceType, resourceName, configs: changes.map(([name, configOperation, value]) => ({ name, configOperation, value })) });
      const alter = (about: string, resources: object[], validateOnly = false) => peer.call('IncrementalAlterConfigs', version, about, { resources, validateOnly });
      const topic = (about: string, ...changes: Change[]) => alter(about, [resource(topicType, tag, ...changes)]);
      await alter('only checked', [resource(topicType, tag, ['retention.ms', set, '5'])], true);
      await topic('set', ['segment.ms', set, '100000'], ['cleanup.policy', append, 'compact']);
      await untilSetting(peer, tag, 'segment.ms', '100000');
      await peer.call('DescribeConfigs', 4, 'what it is then', { resources: [{ resourceType: topicType, resourceName: tag, configurationKeys: ['retention.ms', 'segment.ms', 'cleanup.policy'] }], includeSynonyms: true });
      await topic('append what is there', ['cleanup.policy', append, 'compact']);
      await topic('subtract', ['cleanup.policy', subtract, 'delete'], ['retention.ms', remove, null]);
      await untilSetting(peer, tag, 'cleanup.policy', 'compact');
      await peer.call('DescribeConfigs', 4, 'what it is after that', { resources: [{ resourceType: topicType, resourceName: tag, configurationKeys: ['retention.ms', 'segment.ms', 'cleanup.policy'] }], includeSynonyms: true });
      await topic('delete what is not set', ['retention.ms', remove, null]);
      await topic('delete with a value', ['retention.ms', remove, '5']);
      await topic('subtract the last', ['cleanup.policy', subtract, 'compact']);
      await topic('append to what is no list', ['retention.ms', append, '5']);
      await topic('subtract from what is no list', ['retention.ms', subtract, '5']);
      await topic('append an unknown name', ['no.such.setting', append, '5']);
      await topic('a wrong value', ['retention.ms', set, 'soon']);
      await topic('an unknown name', ['no.such.setting', set, '1']);
      await topic('delete an unknown name', ['no.such.setting', remove, null]);
      await topic('null', ['retention.ms', set, null]);
      await topic('append null', ['cleanup.policy', append, null]);
      await topic('an unknown operation', ['retention.ms', 9, '1']);
      await topic('a name twice', ['retention.ms', set, '1'], ['retention.ms', set, '2']);
      await topic('nothing for a topic');
      await alter('the same twice', [resource(topicType, tag, ['retention.ms', set, '1']), resource(topicType, tag, ['segment.ms', set, '100000'])]);
      await alter('one good, one bad', [resource(topicType, tag, ['retention.ms', set, '9']), resource(topicType, `${tag}-nowhere`, ['retention.ms', set, '1'])]);
      await alter('no topic name', [resource(topicType, '', ['retention.ms', set, '1'])]);
      await alter('the broker, read-only', [resource(brokerType, '1', ['log.dirs', set, '/x'])]);
      await alter('the broker, unknown name', [resource(brokerType, '1', ['no.such.setting', set, '1'])]);
      await alter('the broker, wrong value', [resource(brokerType, '1', ['log.cleaner.threads', set, 'many'])]);
      await alter('the broker, too much at once', [resource(brokerType, '1', ['num.io.threads', set, '1000'])]);
      await alter('the broker, cluster-wide only', [resource(brokerType, '1', ['message.max.bytes', set, '1048588'])]);
      await alter('the broker, cluster-wide only, back', [resource(brokerType, '1', ['message.max.bytes', remove, null])]);
      await alter('the broker', [resource(brokerType, '1', ['log.cleaner.threads', set, '1'])]);
      await alter('the broker, back', [resource(brokerType, '1', ['log.cleaner.threads', remove, null])]);
      await alter('another broker', [resource(brokerType, '7', ['log.cleaner.threads', set, '1'])]);
      await alter('a broker that is no number', [resource(brokerType, 'one', ['log.cleaner.threads', set, '1'])]);
      await alter('all brokers', [resource(brokerType, '', ['log.cleaner.threads', set, '1'])]);
      await alter('all brokers, back', [resource(brokerType, '', ['log.cleaner.threads', remove, null])]);
      await alter('all brokers, read-only', [resource(brokerType, '', ['node.id', set, '1'])]);
      await alter('all brokers, a per-broker setting', [resource(brokerType, '', ['advertised.listeners', set, 'PLAINTEXT://x:1'])]);
      await alter('a logger', [resource(loggerType, '1', ['no.such.logger', set, 'LOUD'])]);
      await alter('a group', [resource(groupType, tag, ['consumer.session.timeout.ms', set, '50000'])]);
      await alter('a group, too little', [resource(groupType, tag, ['consumer.session.timeout.ms', set, '1'])]);
      await alter('a group, unknown name', [resource(groupType, tag, ['no.such.setting', set, '1'])]);
      await alter('no group name', [resource(groupType, '', ['consumer.session.timeout.ms', set, '50000'])]);
      await alter('client metrics', [resource(clientMetricsType, tag, ['interval.ms', set, '1000'], ['metrics', set, 'org.apache.kafka.'])]);
      await alter('client metrics, wrong', [resource(clientMetricsType, tag, ['interval.ms', set, '1'])]);
      await alter('client metrics, unknown name', [resource(clientMetricsType, tag, ['no.such.setting', set, '1'])]);
      await alter('client metrics, wrong match', [resource(clientMetricsType, tag, ['match', set, 'colour=red'])]);
      await alter('no client metrics name', [resource(clientMetricsType, '', ['interval.ms', set, '1000'])]);
      await alter('an unknown type', [resource(77, 'x', ['y', set, 'z'])]);
      await alter('nothing', []);
    },
  },
  {
    name: 'resources with settings are listed',
    api: 'ListConfigResources',
    async run(peer, version, tag) {
      await peer.createTopic(tag, 1, { 'retention.ms': '777' });
      const ask = (about: string, more: Message) => peer.call('ListConfigResources', version, about, more);
      await peer.call('IncrementalAlterConfigs', 1, 'client metrics', { resources: [{ resourceType: clientMetricsType, resourceName: tag, configs: [{ name: 'interval.ms', configOperation: set, value: '1000' }] }], validateOnly: false });
      await peer.call('IncrementalAlterConfigs', 1, 'a group', { resources: [{ resourceType: groupType, resourceName: tag, configs: [{ name: 'consumer.session.timeout.ms', configOperation: set, value: '50000' }] }], validateOnly: false });
      await peer.until('ListConfigResources', 1, { resourceTypes: [groupType] }, (answer) => JSON.stringify(answer).includes(tag));
      await ask('all', {});
      if (version === 0) return;
      for (const type of [topicType, brokerType, loggerType, clientMetricsType, groupType, 0, 77]) await ask(`of type ${type}`, { resourceTypes: [type] });
      await ask('of two types', { resourceTypes: [brokerType, clientMetricsType] });
    },
  },
];
