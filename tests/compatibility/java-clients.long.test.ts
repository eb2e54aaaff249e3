/** Apache Kafka's own Java producer, consumer and admin client against the broker. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrokerUnderTest, type BrokerUnderTest } from './broker-under-test.js';
import { succeed } from './foreign-process.js';
import { javaClients, titled } from './foreign-programs.js';
import { scriptedClientTests } from './scripted-client.js';
import { CODECS } from './standard-records.js';

const { classPath, missing } = javaClients();
const sources = join(import.meta.dirname, 'java');

describe.skipIf(missing !== null)(titled('the Java clients', missing), () => {
  let broker: BrokerUnderTest;
  let classes: string;

  beforeAll(async () => {
    classes = mkdtempSync(join(tmpdir(), 'millrace-java-'));
    const files = readdirSync(sources).filter((name) => name.endsWith('.java')).map((name) => join(sources, name));
    await succeed('javac', ['-cp', classPath, '-d', classes, ...files]);
    broker = await startBrokerUnderTest();
  });

  afterAll(async () => {
    await broker?.stop();
    rmSync(classes, { recursive: true, force: true });
  });

  const script = scriptedClientTests({
    name: 'java',
    command: () => ['java', '-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', `${classes}:${classPath}`, 'CompatibilityClient'],
    bootstrap: () => broker.bootstrap,
    codecs: CODECS,
    idempotent: ['--idempotent', 'true'],
    assignors: { range: ['--assignor', 'RangeAssignor'], 'cooperative sticky': ['--assignor', 'CooperativeStickyAssignor'] },
    recordsPerStep: 1000,
  });

  test('admin: cluster, topics, partitions, settings, records, groups', async () => {
    const reports = await script.call<object>('admin', script.fresh(), ['--group', script.fresh()]);
    expect(Object.assign({}, ...reports)).toEqual({
      brokers: 1,
      clusterId: expect.stringMatching(/^[\w-]{22}$/) as string,
      controller: true,
      metadataVersion: true,
      quorumLeader: true,
      logDirs: 1,
      createdPartitions: 2,
      createdWith: '123456',
      twice: 'TopicExistsException',
      listed: true,
      fewer: 'InvalidPartitionsException',
      partitions: 5,
      sameId: true,
      unknown: 'UnknownTopicOrPartitionException',
      altered: '2000000',
      source: 'DYNAMIC_TOPIC_CONFIG',
      documented: true,
      appended: 'delete,compact',
      kept: '123456',
      synonyms: 2,
      back: '1048588',
      isDefault: true,
      wrong: 'InvalidConfigurationException',
      resourceListed: true,
      producers: 1,
      deletedTo: 4,
      // Timestamps are base + 0, 7, 4, 1, 8, 5, 2, 9, 6, 3 seconds; those before offset 4 are gone.
      offsets: [4, 10, 7, 7],
      outside: 'OffsetOutOfRangeException',
      committed: 7,
      note: 'a note',
      groupState: 'EMPTY',
      members: 0,
      groupListed: true,
      offsetsLeft: 0,
      groupDeleted: true,
      groupGone: true,
      deletedTwice: 'UnknownTopicOrPartitionException',
    });
  });
});
