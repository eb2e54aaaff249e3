/** confluent-kafka (Debian's python3-confluent-kafka, on librdkafka) against the broker. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrokerUnderTest, type BrokerUnderTest } from './broker-under-test.js';
import { missingPythonModules, PYTHON, titled } from './foreign-programs.js';
import { scriptedClientTests } from './scripted-client.js';
import { CODECS } from './standard-records.js';

const missing = missingPythonModules('confluent_kafka');

describe.skipIf(missing !== null)(titled('confluent-kafka', missing), () => {
  let broker: BrokerUnderTest;
  beforeAll(async () => {
    broker = await startBrokerUnderTest();
  });
  afterAll(() => broker?.stop());

  const script = scriptedClientTests({
    name: 'confluent-kafka',
    command: () => [PYTHON, join(import.meta.dirname, 'python/confluent_client.py')],
    bootstrap: () => broker.bootstrap,
    codecs: CODECS,
    idempotent: ['--idempotent'],
    assignors: { range: ['--assignor', 'range'], roundrobin: ['--assignor', 'roundrobin'] },
    recordsPerStep: 1000,
  });

  test('admin: cluster, topics, partitions, settings, offsets and groups', async () => {
    const topic = script.fresh();
    const group = script.fresh();
    const reports = await script.call<object>('admin', topic, ['--group', group]);
    expect(Object.assign({}, ...reports)).toEqual({
      brokers: 1,
      cluster_id: expect.stringMatching(/^[\w-]{22}$/) as string,
      twice: 'TOPIC_ALREADY_EXISTS',
      fewer: 'INVALID_PARTITIONS',
      partitions: 5,
      created_with: '123456',
      altered: '2000000',
      // AlterConfigs replaces all that was set before.
      replaced: '604800000',
      wrong: 'INVALID_CONFIG',
      watermarks: [0, 10],
      committed: 7,
      group: [group, 'Empty', '', 0],
      group_listed: true,
      deleted: 'UNKNOWN_TOPIC_OR_PART',
    });
  });
});
