/** kafka-python (Debian's python3-kafka, of 2020) against the broker. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrokerUnderTest, type BrokerUnderTest } from './broker-under-test.js';
import { missingPythonModules, PYTHON, titled } from './foreign-programs.js';
import { scriptedClientTests } from './scripted-client.js';
import { CODECS } from './standard-records.js';

const missing = missingPythonModules('kafka', 'snappy', 'lz4.frame', 'zstandard');

describe.skipIf(missing !== null)(titled('kafka-python', missing), () => {
  let broker: BrokerUnderTest;
  beforeAll(async () => {
    broker = await startBrokerUnderTest();
  });
  afterAll(() => broker?.stop());

  const script = scriptedClientTests({
    name: 'kafka-python',
    command: () => [PYTHON, join(import.meta.dirname, 'python/kafka_python_client.py')],
    bootstrap: () => broker.bootstrap,
    codecs: CODECS,
    idempotent: null,
    assignors: { range: [] },
    recordsPerStep: 1000,
  });

  test('admin: cluster, topics, partitions, settings and groups', async () => {
    const topic = script.fresh();
    const group = script.fresh();
    await script.call('create', `${topic}-other`);
    const reports = await script.call<object>('admin', topic, ['--group', group]);
    expect(Object.assign({}, ...reports)).toEqual({
      brokers: 1,
      cluster_id: expect.stringMatching(/^[\w-]{22}$/) as string,
      twice: 'refused',
      listed: true,
      partitions: 5,
      created_with: '123456',
      altered: '2000000',
      // AlterConfigs replaces all that was set before.
      replaced: '604800000',
      state: 'Stable',
      members: 1,
      protocol: 'range',
      group_listed: true,
      committed: { 0: 0, 1: 0, 2: 0, 3: 0, 4: 0 },
      group_deleted: 'NoError',
      still_listed: false,
      deleted: 'gone',
    });
  });
});
