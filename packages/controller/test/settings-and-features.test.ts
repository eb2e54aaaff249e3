import { ConfigResourceType, metadataRecord } from '@millrace/metadata';
import { ErrorCode } from '@millrace/protocol';
import { describe, expect, test } from 'vitest';
import { Cluster, config } from './cluster.js';

const { TOPIC, BROKER, GROUP, CLIENT_METRICS, BROKER_LOGGER } = ConfigResourceType;
const [SET, DELETE, APPEND, SUBTRACT] = [0, 1, 2, 3] as const;

type Change = readonly [name: string, operation: number, value: string | null];

function cluster(features: ReadonlyMap<string, number> = new Map()): Cluster {
  const one = new Cluster({}, features);
  one.addBroker(1);
  one.apply(one.createTopic('orders', { configs: { 'retention.ms': '5', 'cleanup.policy': 'compact' } }));
  return one;
}

const alter = (on: Cluster, resourceType: number, resourceName: string, changes: readonly Change[], validateOnly = false) =>
  on.controller.incrementalAlterConfigs({
    resources: [{ resourceType, resourceName, configs: changes.map(([name, configOperation, value]) => ({ name, configOperation, value })) }],
    validateOnly,
  });

describe('IncrementalAlterConfigs', () => {
  test('set, delete, append and subtract make one record each, nothing for what is so already', () => {
    const { records, response } = alter(cluster(), TOPIC, 'orders', [
      ['retention.ms', DELETE, null],
      ['segment.ms', SET, '7'],
      ['cleanup.policy', APPEND, 'delete,compact'],
    ]);
    expect(records).toEqual([config(2, 'orders', 'retention.ms', null), config(2, 'orders', 'segment.ms', '7'), config(2, 'orders', 'cleanup.policy', 'compact,delete')]);
    expect(response.responses).toEqual([{ errorCode: ErrorCode.NONE, errorMessage: null, resourceType: TOPIC, resourceName: 'orders' }]);
    expect(alter(cluster(), TOPIC, 'orders', [['cleanup.policy', SUBTRACT, 'compact']]).records).toEqual([config(2, 'orders', 'cleanup.policy', '')]);
    expect(alter(cluster(), TOPIC, 'orders', [['retention.ms', SET, '5']]).records).toEqual([]);
  });

  test('appending to a setting that is not set begins with its default', () => {
    const one = new Cluster();
    one.addBroker(1);
    one.apply(one.createTopic('plain'));
    expect(alter(one, TOPIC, 'plain', [['cleanup.policy', APPEND, 'compact']]).records).toEqual([config(2, 'plain', 'cleanup.policy', 'delete,compact')]);
  });

  test.each<[number, string, Change[], number]>([
    [TOPIC, 'no', [['retention.ms', SET, '1']], ErrorCode.UNKNOWN_TOPIC_OR_PARTITION],
    [TOPIC, '', [['retention.ms', SET, '1']], ErrorCode.INVALID_REQUEST],
    [TOPIC, 'orders', [['retention.ms', SET, 'soon']], ErrorCode.INVALID_CONFIG],
    [TOPIC, 'orders', [['retention.ms', SET, null]], ErrorCode.INVALID_REQUEST],
    [TOPIC, 'orders', [['retention.ms', APPEND, '1']], ErrorCode.INVALID_CONFIG],
    [TOPIC, 'orders', [['retention.ms', 4, '1']], ErrorCode.INVALID_REQUEST],
    [TOPIC, 'orders', [['a', SET, '1'], ['a', SET, '2']], ErrorCode.INVALID_REQUEST],
    [BROKER, 'x', [['a', SET, '1']], ErrorCode.INVALID_REQUEST],
    [BROKER, '9', [['a', SET, '1']], ErrorCode.BROKER_ID_NOT_REGISTERED],
    [BROKER, '1', [['a', SET, '1']], ErrorCode.NONE],
    [BROKER, '', [['a', SET, '1']], ErrorCode.NONE],
    [GROUP, 'g', [['a', SET, '1']], ErrorCode.NONE],
    [GROUP, '', [['a', SET, '1']], ErrorCode.INVALID_REQUEST],
    [CLIENT_METRICS, 'm', [['a', SET, '1']], ErrorCode.NONE],
    [CLIENT_METRICS, '', [['a', SET, '1']], ErrorCode.INVALID_REQUEST],
    [BROKER_LOGGER, '1', [['a', SET, '1']], ErrorCode.INVALID_REQUEST],
  ])('resource %i %j with %j is answered %i', (type, name, changes, errorCode) => {
    const { records, response } = alter(cluster(), type, name, changes);
    expect(response.responses[0]?.errorCode).toBe(errorCode);
    expect(records.length > 0).toBe(errorCode === ErrorCode.NONE);
  });

  test('a broker gets its settings again though they are the same', () => {
    const one = cluster();
    one.apply(alter(one, BROKER, '1', [['a', SET, '1']]));
    expect(alter(one, BROKER, '1', [['a', SET, '1']]).records).toEqual([config(4, '1', 'a', '1')]);
  });

  test('a resource named twice is refused twice, validateOnly records nothing', () => {
    const one = cluster();
    const resource = { resourceType: TOPIC, resourceName: 'orders', configs: [{ name: 'a', configOperation: SET, value: '1' }] };
    const twice = one.controller.incrementalAlterConfigs({ resources: [resource, { ...resource }], validateOnly: false });
    expect([twice.records.length, ...twice.response.responses.map((response) => response.errorCode)]).toEqual([0, ErrorCode.INVALID_REQUEST, ErrorCode.INVALID_REQUEST]);
    expect(alter(one, TOPIC, 'orders', [['a', SET, '1']], true)).toMatchObject({ records: [], response: { responses: [{ errorCode: 0 }] } });
  });

  test('with eligible leader replicas a change of min.insync.replicas clears them', () => {
    const one = cluster(new Map([['eligible.leader.replicas.version', 1]]));
    expect(alter(one, TOPIC, 'orders', [['min.insync.replicas', SET, '2']]).records).toEqual([
      config(2, 'orders', 'min.insync.replicas', '2'),
      metadataRecord('ClearElrRecord', 0, { topicName: 'orders' }),
    ]);
    expect(alter(one, BROKER, '', [['min.insync.replicas', SET, '2']]).records[1]).toEqual(metadataRecord('ClearElrRecord', 0, { topicName: '' }));
    expect(alter(one, BROKER, '1', [['min.insync.replicas', SET, '2']]).response.responses[0]?.errorCode).toBe(ErrorCode.INVALID_CONFIG);
    expect(alter(one, BROKER, '', [['min.insync.replicas', DELETE, null]]).response.responses[0]?.errorCode).toBe(ErrorCode.INVALID_CONFIG);
  });
});

test('AlterConfigs takes out what it does not name', () => {
  const one = cluster();
  const { records } = one.controller.alterConfigs({
    resources: [{ resourceType: TOPIC, resourceName: 'orders', configs: [{ name: 'retention.ms', value: '6' }] }],
    validateOnly: false,
  });
  expect(records).toEqual([config(2, 'orders', 'retention.ms', '6'), config(2, 'orders', 'cleanup.policy', null)]);
});

describe('UpdateFeatures', () => {
  const update = (on: Cluster, feature: string, maxVersionLevel: number, upgradeType = 1, validateOnly = false) =>
    on.controller.updateFeatures({ featureUpdates: [{ feature, maxVersionLevel, upgradeType }], validateOnly }, 2);

  test('finalizes a level that every node supports', () => {
    const one = cluster();
    const { records, response } = one.apply(update(one, 'group.version', 1));
    expect(records).toEqual([metadataRecord('FeatureLevelRecord', 0, { name: 'group.version', featureLevel: 1 })]);
    expect(response).toEqual({ throttleTimeMs: 0, errorCode: 0, errorMessage: null, results: [] });
    expect(one.controller.image.featureLevel('group.version')).toBe(1);
  });

  test.each<[string, number, number]>([
    ['group.version', 2, 1],
    ['group.version', -1, 1],
    ['group.version', 1, 2],
    ['group.version', 1, 9],
    ['no.such.feature', 1, 1],
    ['metadata.version', 34, 1],
    ['metadata.version', 6, 2],
    ['metadata.version', 32, 1],
    ['metadata.version', 32, 2],
    ['metadata.version', 32, 3],
    ['kraft.version', 0, 2],
  ])('%s to %i by upgrade type %i is refused', (feature, level, type) => {
    const one = cluster();
    expect(update(one, feature, level, type)).toMatchObject({ records: [], response: { errorCode: ErrorCode.INVALID_UPDATE_VERSION } });
  });

  test('a level needs its metadata.version, also when that goes down', () => {
    const one = new Cluster();
    one.controller.replay([metadataRecord('FeatureLevelRecord', 0, { name: 'metadata.version', featureLevel: 29 })], one.log.length, 1);
    expect(update(one, 'share.version', 2).response.errorCode).toBe(ErrorCode.INVALID_UPDATE_VERSION);
    expect(update(one, 'share.version', 1).response.errorCode).toBe(ErrorCode.NONE);
    expect(update(one, 'metadata.version', 27, 2).records).toHaveLength(1);
    one.controller.replay([metadataRecord('FeatureLevelRecord', 0, { name: 'share.version', featureLevel: 1 })], one.log.length + 1, 1);
    expect(update(one, 'metadata.version', 27, 2).response.errorMessage).toMatch(/share.version=1 needs metadata.version 28/);
  });

  test('all or none; version 1 answers for each', () => {
    const one = cluster();
    const good = { feature: 'group.version', maxVersionLevel: 1, upgradeType: 1 };
    const bad = { feature: 'share.version', maxVersionLevel: 9, upgradeType: 1 };
    expect(one.controller.updateFeatures({ featureUpdates: [good, bad] }, 1).records).toEqual([]);
    const unknown = one.controller.updateFeatures({ featureUpdates: [{ feature: 'no.such', maxVersionLevel: 0, upgradeType: 2 }] }, 1).response;
    expect(unknown).toMatchObject({ errorCode: ErrorCode.INVALID_UPDATE_VERSION, errorMessage: expect.stringContaining('Feature no.such not found.') as string, results: [] });
    expect(one.controller.updateFeatures({ featureUpdates: [good] }, 1).response.results).toEqual([{ feature: 'group.version', errorCode: 0, errorMessage: 'NONE' }]);
    expect(one.controller.updateFeatures({ featureUpdates: [good], validateOnly: true }, 1).records).toEqual([]);
  });
});
