/** kcat (librdkafka) against the broker. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fresh, startBrokerUnderTest, type BrokerUnderTest } from './broker-under-test.js';
import { createTopic } from './create-topic.js';
import { jsonLines, run, succeed, TalkingProcess } from './foreign-process.js';
import { missingKcat, titled } from './foreign-programs.js';
import { groupOfThree, type Member, type MemberReport } from './group-of-three.js';
import { CODECS, expectRecords, numberedRecords, standardRecords, type CodecName, type PlainRecord, type SeenRecord } from './standard-records.js';

/** A record as `kcat -J` prints it. */
interface KcatRecord {
  topic: string;
  partition: number;
  offset: number;
  ts: number;
  key: string | null;
  payload: string | null;
  headers?: string[];
}

const missing = missingKcat();

describe.skipIf(missing !== null)(titled('kcat', missing), () => {
  let broker: BrokerUnderTest;
  let directory: string;

  beforeAll(async () => {
    broker = await startBrokerUnderTest();
    directory = mkdtempSync(join(tmpdir(), 'millrace-kcat-'));
  });

  afterAll(async () => {
    await broker?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  function kcat(...more: string[]): Promise<string> {
    return succeed('kcat', ['-b', broker.bootstrap, '-X', 'topic.metadata.refresh.interval.ms=500', ...more]);
  }

  /** kcat creates topics by asking for them; the second time they are there. */
  async function newTopic(): Promise<string> {
    const topic = fresh('kcat');
    await expect.poll(async () => (await run('kcat', ['-b', broker.bootstrap, '-L', '-t', topic, '-X', 'allow.auto.create.topics=true', '-J'])).stdout).toContain('"leader":');
    return topic;
  }

  /** One kcat per record: headers, null values and files are arguments of the whole command. */
  async function produceOne(topic: string, { key, value, headers }: PlainRecord, codec: CodecName): Promise<void> {
    const file = join(directory, 'record');
    writeFileSync(file, value ?? '');
    const keyed = key === null ? [] : ['-k', key];
    const named = headers.flatMap(([name, header]) => ['-H', `${name}=${header ?? ''}`]);
    // A file's content is one record. Null values come from lines only: what is empty there is null under -Z.
    if (value === null) await succeed('kcat', ['-P', '-b', broker.bootstrap, '-t', topic, '-z', codec, '-Z', '-K', '|', ...named], `${key}|\n`);
    else await kcat('-P', '-t', topic, '-z', codec, ...keyed, ...named, file);
  }

  async function produceLines(topic: string, records: PlainRecord[], codec: CodecName, ...more: string[]): Promise<void> {
    const lines = records.map(({ key, value }) => `${key}|${value}\n`).join('');
    await succeed('kcat', ['-P', '-b', broker.bootstrap, '-t', topic, '-z', codec, '-K', '|', ...more], lines);
  }

  async function read(topic: string, ...more: string[]): Promise<SeenRecord[]> {
    return jsonLines<KcatRecord>(await kcat('-C', '-q', '-J', '-e', '-t', topic, ...more)).map(seenRecord);
  }

  test.each(CODECS)('records come back as they were sent, with %s', async (codec) => {
    const topic = await newTopic();
    const records = standardRecords();
    const single = records.slice(0, 6);
    for (const record of single) await produceOne(topic, record, codec);
    await produceLines(topic, records.slice(6), codec);
    expectRecords(await read(topic, '-p', '0'), records);
  });

  test('an idempotent producer sends each record once', async () => {
    const topic = await newTopic();
    await produceLines(topic, numberedRecords(0, 5000), 'lz4', '-X', 'enable.idempotence=true');
    expectRecords(await read(topic, '-p', '0'), numberedRecords(0, 5000));
  });

  test.each(['0', '1', 'all'])('produces with acks %s', async (acks) => {
    const topic = await newTopic();
    await produceLines(topic, numberedRecords(0, 100), 'none', '-X', `acks=${acks}`);
    await expect.poll(async () => (await read(topic)).length).toBe(100);
  });

  test('a group of three, with one leaving, one joining, and one that comes back', async () => {
    const topic = await partitioned(6);
    const groupId = fresh('kcat-group');
    await groupOfThree({
      partitions: 6,
      exactlyOnce: true,
      leavesWhileReading: false,
      committed: null,
      join: (_, report) => joinGroup(broker.bootstrap, groupId, topic, report),
      produce: (from, count) => produceLines(topic, numberedRecords(from, count), 'none'),
    }, 1000);
  }, 240_000);

  test('seeks by timestamp, to the end and from the end', async () => {
    const topic = await newTopic();
    for (const record of numberedRecords(0, 4)) await produceLines(topic, [record], 'none');
    const all = await read(topic);
    const [, , third] = all;
    expect(third).toBeDefined();
    expect((await read(topic, '-p', '0', '-o', `s@${third!.timestamp}`)).map(({ value }) => value)).toEqual(['2', '3']);
    expect((await read(topic, '-p', '0', '-o', `s@${all[0]!.timestamp}`, '-o', `e@${third!.timestamp}`)).map(({ value }) => value)).toEqual(['0', '1']);
    expect((await read(topic, '-p', '0', '-o', '-1')).map(({ value }) => value)).toEqual(['3']);
    expect(await kcat('-Q', '-t', `${topic}:0:${third!.timestamp}`)).toContain('offset 2');
    expect(await kcat('-Q', '-t', `${topic}:0:-1`)).toContain('offset 4');
  });

  test('describes the cluster and its topics', async () => {
    const topic = await newTopic();
    const metadata = JSON.parse(await kcat('-L', '-J')) as { brokers: { name: string }[]; topics: { topic: string; partitions: unknown[] }[] };
    expect(metadata.brokers.map(({ name }) => name)).toEqual([broker.bootstrap]);
    expect(metadata.topics.find((one) => one.topic === topic)?.partitions).toMatchObject([{ partition: 0, replicas: [{ id: expect.any(Number) as number }] }]);
  });

  test('an unknown topic is said to be unknown', async () => {
    const answer = await run('kcat', ['-b', broker.bootstrap, '-C', '-e', '-t', fresh('nowhere'), '-X', 'allow.auto.create.topics=false']);
    expect(answer.code).not.toBe(0);
    expect(answer.stderr).toMatch(/Unknown topic or partition/);
  });

  /** kcat cannot ask for a number of partitions. */
  async function partitioned(partitions: number): Promise<string> {
    const topic = fresh('kcat');
    await createTopic(broker.bootstrap, topic, partitions);
    return topic;
  }
});

function joinGroup(bootstrap: string, groupId: string, topic: string, report: MemberReport): Member {
  const settings = ['session.timeout.ms=10000', 'heartbeat.interval.ms=300', 'auto.offset.reset=earliest', 'fetch.wait.max.ms=100'];
  const kcat = new TalkingProcess('kcat', ['-b', bootstrap, '-u', '-J', ...settings.flatMap((setting) => ['-X', setting]), '-G', groupId, topic], (line, stream) => {
    if (stream === 'stdout') report.record(groupRecord(JSON.parse(line) as KcatRecord));
    else if (/rebalanced .*assigned:/.test(line)) report.owned([...line.matchAll(/\[(\d+)\]/g)].map(([, partition]) => Number(partition)));
    else if (/rebalanced .*revoked:/.test(line)) report.owned([]);
  });
  return { leave: () => kcat.end('SIGTERM'), kill: () => kcat.kill() };
}

function groupRecord({ partition, offset, payload }: KcatRecord): { partition: number; offset: number; value: string | null } {
  return { partition, offset, value: payload };
}

function seenRecord({ partition, offset, ts, key, payload, headers = [] }: KcatRecord): SeenRecord {
  const pairs = headers.flatMap((name, index): [string, string][] => (index % 2 === 0 ? [[name, headers[index + 1] ?? '']] : []));
  return { partition, offset, timestamp: ts, key, value: payload, headers: pairs };
}
