/** Settings as clients see and change them: sources, synonyms, and that they hold at once. */
import { describe, expect, it } from 'vitest';
import { ErrorCode } from '@millrace/protocol';
import { alterConfigs, describeConfigs, incrementalAlterConfigs, listConfigResources } from './apis.js';
import { batch, tell, type Story } from './story.js';

const TOPIC = 2;
const BROKER = 4;
const [SET, DELETE, APPEND, SUBTRACT] = [0, 1, 2, 3] as const;
const { INVALID_CONFIG, INVALID_REQUEST, UNKNOWN_TOPIC_OR_PARTITION } = ErrorCode;

async function see(story: Story, resourceType: number, resourceName: string, key: string) {
  const resources = [{ resourceType, resourceName, configurationKeys: [key] }];
  const { results } = await story.ask(describeConfigs, { resources, includeSynonyms: true, includeDocumentation: false });
  const found = results[0]!.configs[0];
  return found === undefined ? null : { value: found.value, source: found.configSource, synonyms: found.synonyms.map(({ name, value, source }) => [name, value, source]) };
}

async function change(story: Story, resourceType: number, resourceName: string, configs: [string, number, string | null][], validateOnly = false) {
  const resource = { resourceType, resourceName, configs: configs.map(([name, configOperation, value]) => ({ name, configOperation, value })) };
  const { responses } = await story.ask(incrementalAlterConfigs, { resources: [resource], validateOnly });
  return responses[0]!.errorCode;
}

describe('DescribeConfigs', () => {
  it('tells value, source and synonyms of a topic', () =>
    tell({ 'log.index.interval.bytes': '5000' }, async (story) => {
      await story.createTopic('t', { 'segment.bytes': '2000000' });
      expect(await see(story, TOPIC, 't', 'segment.bytes')).toEqual({ value: '2000000', source: 1, synonyms: [['segment.bytes', '2000000', 1], ['log.segment.bytes', '1073741824', 5]] });
      expect(await see(story, TOPIC, 't', 'index.interval.bytes')).toMatchObject({ value: '5000', source: 4 });
      expect(await see(story, TOPIC, 't', 'cleanup.policy')).toMatchObject({ value: 'delete', source: 5 });
    }));

  it('gives every setting when none is named, with words when they are wanted', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      const ask = async (configurationKeys: string[] | null, includeDocumentation: boolean) => {
        const resources = [{ resourceType: TOPIC, resourceName: 't', configurationKeys }];
        return (await story.ask(describeConfigs, { resources, includeSynonyms: false, includeDocumentation })).results[0]!.configs;
      };
      const all = await ask(null, true);
      expect(all.length).toBe(37);
      expect(all.every(({ documentation }) => (documentation ?? '').length > 10)).toBe(true);
      expect((await ask([], false)).length).toBe(37);
      expect((await ask(['retention.ms', 'nonsense'], false)).map(({ name, documentation }) => [name, documentation])).toEqual([['retention.ms', null]]);
    }));

  it('answers for this broker only, and for topics that are there', () =>
    tell({}, async (story) => {
      const errorOf = async (resourceType: number, resourceName: string) => {
        const resources = [{ resourceType, resourceName, configurationKeys: null }];
        return (await story.ask(describeConfigs, { resources, includeSynonyms: false })).results[0]!.errorCode;
      };
      expect(await errorOf(BROKER, '1')).toBe(0);
      expect(await errorOf(BROKER, '')).toBe(0);
      expect(await errorOf(BROKER, '2')).toBe(INVALID_REQUEST);
      expect(await errorOf(TOPIC, 'none')).toBe(UNKNOWN_TOPIC_OR_PARTITION);
      expect(await errorOf(TOPIC, 'bad name')).toBe(ErrorCode.INVALID_TOPIC_EXCEPTION);
      expect(await errorOf(99, 'x')).toBe(INVALID_REQUEST);
    }));
});

describe('IncrementalAlterConfigs', () => {
  it('sets, deletes, appends and subtracts', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      const policy = async () => (await see(story, TOPIC, 't', 'cleanup.policy'))!.value;
      expect(await change(story, TOPIC, 't', [['cleanup.policy', APPEND, 'compact']])).toBe(0);
      expect(await policy()).toBe('delete,compact');
      expect(await change(story, TOPIC, 't', [['cleanup.policy', APPEND, 'compact']])).toBe(0);
      expect(await policy()).toBe('delete,compact');
      expect(await change(story, TOPIC, 't', [['cleanup.policy', SUBTRACT, 'delete']])).toBe(0);
      expect(await policy()).toBe('compact');
      expect(await story.produceTo('t', 0, batch(['no key']))).toMatchObject({ errorCode: ErrorCode.INVALID_RECORD });
      expect(await change(story, TOPIC, 't', [['cleanup.policy', DELETE, null]])).toBe(0);
      expect(await policy()).toBe('delete');
      expect(await story.produceTo('t', 0, batch(['no key']))).toMatchObject({ errorCode: 0 });
    }));

  it('refuses what is wrong, and changes nothing then', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      expect(await change(story, TOPIC, 't', [['retention.ms', SET, '5'], ['segment.ms', SET, 'x']])).toBe(INVALID_CONFIG);
      expect(await change(story, TOPIC, 't', [['nonsense', SET, '5']])).toBe(INVALID_CONFIG);
      expect(await change(story, TOPIC, 't', [['retention.ms', APPEND, '5']])).toBe(INVALID_CONFIG);
      expect(await change(story, TOPIC, 't', [['retention.ms', SET, null]])).toBe(INVALID_REQUEST);
      expect(await change(story, TOPIC, 't', [['retention.ms', 9, '5']])).toBe(INVALID_REQUEST);
      expect(await change(story, TOPIC, 't', [['retention.ms', SET, '1'], ['retention.ms', SET, '2']])).toBe(INVALID_REQUEST);
      expect(await change(story, TOPIC, 'none', [['retention.ms', SET, '5']])).toBe(UNKNOWN_TOPIC_OR_PARTITION);
      expect(await change(story, TOPIC, 't', [['retention.ms', SET, '5']], true)).toBe(0);
      expect(await see(story, TOPIC, 't', 'retention.ms')).toMatchObject({ value: '604800000', source: 5 });
    }));

  it('changes brokers, one or all, and the topics that take their settings from them', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      expect(await change(story, BROKER, '', [['log.retention.ms', SET, '6000000']])).toBe(0);
      expect(await see(story, TOPIC, 't', 'retention.ms')).toMatchObject({ value: '6000000', source: 3 });
      expect(await change(story, BROKER, '1', [['log.retention.ms', SET, '5000000']])).toBe(0);
      expect(await see(story, BROKER, '1', 'log.retention.ms')).toMatchObject({ value: '5000000', source: 2 });
      expect(await see(story, BROKER, '', 'log.retention.ms')).toMatchObject({ value: '6000000', source: 3 });
      expect(story.node.node.logs.get('t', 0)!.config.retentionMs).toBe(5_000_000);
      await story.restart();
      expect(story.node.node.logs.get('t', 0)!.config.retentionMs).toBe(5_000_000);
      expect(await change(story, BROKER, '1', [['log.retention.ms', DELETE, null]])).toBe(0);
      expect(story.node.node.logs.get('t', 0)!.config.retentionMs).toBe(6_000_000);
      expect(await change(story, BROKER, '1', [['num.partitions', SET, '5']])).toBe(INVALID_REQUEST);
      expect(await change(story, BROKER, '1', [['message.max.bytes', SET, '-3']])).toBe(INVALID_REQUEST);
    }));
});

describe('AlterConfigs', () => {
  it('replaces all that a topic has of its own', () =>
    tell({}, async (story) => {
      await story.createTopic('t', { 'retention.ms': '5' });
      const ask = async (configs: { name: string; value: string | null }[]) => {
        const { responses } = await story.ask(alterConfigs, { resources: [{ resourceType: TOPIC, resourceName: 't', configs }], validateOnly: false });
        return responses[0]!.errorCode;
      };
      expect(await ask([{ name: 'segment.bytes', value: '2000000' }])).toBe(0);
      expect(await see(story, TOPIC, 't', 'retention.ms')).toMatchObject({ source: 5 });
      expect(await see(story, TOPIC, 't', 'segment.bytes')).toMatchObject({ value: '2000000', source: 1 });
      expect(await ask([{ name: 'segment.bytes', value: null }])).toBe(INVALID_REQUEST);
    }));
});

describe('ListConfigResources', () => {
  it('names topics, brokers and what has settings, by type', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      await change(story, 32, 'g', [['consumer.session.timeout.ms', SET, '46000']]);
      await change(story, 16, 'm', [['interval.ms', SET, '1000']]);
      const ask = async (resourceTypes: number[], version = 1) => {
        const answer = await story.ask(listConfigResources, version === 0 ? {} : { resourceTypes }, version);
        return [answer.errorCode, answer.configResources.map(({ resourceName, resourceType }) => `${resourceType} ${resourceName}`).toSorted()];
      };
      expect(await ask([], 0)).toEqual([0, ['16 m']]);
      expect(await ask([])).toEqual([0, ['16 m', '2 t', '32 g', '4 1', '8 1']]);
      expect(await ask([2, 32])).toEqual([0, ['2 t', '32 g']]);
      expect(await ask([99])).toEqual([ErrorCode.UNSUPPORTED_VERSION, []]);
    }));
});
