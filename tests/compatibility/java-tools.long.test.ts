/** Apache Kafka's command-line tools against the broker, as their shell scripts start them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { partitionForGroup } from '@millrace/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fresh, startBrokerUnderTest, type BrokerUnderTest } from './broker-under-test.js';
import { run, succeed, TalkingProcess, type Run } from './foreign-process.js';
import { javaTools, titled } from './foreign-programs.js';
import { groupOfThree, type Member, type MemberReport } from './group-of-three.js';
import { seen, withOurs, withTheirs, type CommandLine } from './side-by-side.js';
import { CODECS, expectRecords, numberedRecords, standardRecords, type CodecName, type PlainRecord, type SeenRecord } from './standard-records.js';

const { classPath, missing } = javaTools();
const java = ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', classPath];
const tools = 'org.apache.kafka.tools';
/** What SIGTERM makes of a Java program that ends itself in a shutdown hook. */
const terminatedCode = 143;

/** A line of VerifiableConsumer. */
type ConsumerEvent =
  | { name: 'partitions_assigned' | 'partitions_revoked'; partitions: { partition: number }[] }
  | { name: 'record_data'; partition: number; offset: number; value: string | null }
  | { name: 'other' };

describe.skipIf(missing !== null)(titled("Kafka's tools", missing), () => {
  let broker: BrokerUnderTest;
  let directory: string;
  let consumerConfig: string;
  let producerConfig: string;

  beforeAll(async () => {
    broker = await startBrokerUnderTest();
    directory = mkdtempSync(join(tmpdir(), 'millrace-tools-'));
    consumerConfig = join(directory, 'consumer.properties');
    writeFileSync(consumerConfig, 'heartbeat.interval.ms=300\nfetch.max.wait.ms=100\n');
    producerConfig = join(directory, 'producer.properties');
    writeFileSync(producerConfig, 'max.request.size=4000000\n');
  });

  afterAll(async () => {
    await broker?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  function tool(name: string, ...more: string[]): Promise<string> {
    return succeed('java', arguments_(name, more));
  }

  function toolRun(name: string, ...more: string[]): Promise<Run> {
    return run('java', arguments_(name, more));
  }

  function arguments_(name: string, more: string[]): string[] {
    return [...java, name.includes('.admin.') ? name : `${tools}.${name}`, '--bootstrap-server', broker.bootstrap, ...more];
  }

  async function newTopic(partitions = 1, ...more: string[]): Promise<string> {
    const topic = fresh('tools');
    expect(await tool('TopicCommand', '--create', '--topic', topic, '--partitions', String(partitions), ...more)).toContain(`Created topic ${topic}.`);
    return topic;
  }

  async function produce(topic: string, records: PlainRecord[], codec: CodecName = 'none'): Promise<void> {
    const properties = ['parse.key=true', 'key.separator=|', 'parse.headers=true', 'headers.delimiter=;', 'null.marker=NULL'];
    const flags = properties.flatMap((property) => ['--reader-property', property]);
    const lines = records.map(({ key, value, headers }) => {
      const named = headers.map(([name, header]) => `${name}:${header}`).join(',');
      return `${named === '' ? 'NULL' : named};${key ?? 'NULL'}|${value ?? 'NULL'}\n`;
    });
    const command = arguments_('ConsoleProducer', ['--topic', topic, '--compression-codec', codec, '--command-config', producerConfig, ...flags]);
    await succeed('java', command, lines.join(''));
  }

  async function read(topic: string, count: number, ...more: string[]): Promise<SeenRecord[]> {
    const properties = ['print.timestamp', 'print.partition', 'print.offset', 'print.headers', 'print.key'].map((name) => `${name}=true`);
    const flags = [...properties, 'null.literal=NULL'].flatMap((property) => ['--formatter-property', property]);
    const output = await tool('consumer.ConsoleConsumer', '--topic', topic, '--max-messages', String(count), '--timeout-ms', '30000', ...flags, ...more);
    return output.split('\n').filter((line) => line.startsWith('CreateTime:')).map(seenRecord);
  }

  test.each(CODECS)('records come back as they were sent, with %s', async (codec) => {
    const topic = await newTopic();
    await produce(topic, standardRecords(), codec);
    expectRecords(await read(topic, standardRecords().length, '--from-beginning'), standardRecords());
  });

  test('a group of three, with one leaving, one joining, and one that comes back', async () => {
    const topic = await newTopic(6);
    const group = fresh('tools-group');
    await groupOfThree({
      partitions: 6,
      exactlyOnce: true,
      leavesWhileReading: true,
      committed: null,
      join: (_, report) => joinGroup(arguments_('VerifiableConsumer', []), consumerConfig, topic, group, report),
      produce: (from, count) => produce(topic, numberedRecords(from, count)),
    }, 500);
    const described = await tool('consumer.group.ConsumerGroupCommand', '--describe', '--group', group);
    const lags = described.split('\n').filter((line) => line.startsWith(group)).map((line) => line.split(/\s+/)[5]);
    expect(lags).toEqual(['0', '0', '0', '0', '0', '0']);
  }, 300_000);

  test('a verifiable producer is answered for each record', async () => {
    const topic = await newTopic();
    const output = await tool('VerifiableProducer', '--topic', topic, '--max-messages', '500', '--acks', '-1');
    expect(output.match(/"name":"producer_send_success"/g)).toHaveLength(500);
    expect(output).toContain('"sent":500,"acked":500');
  });

  test('the performance tools run to their end', async () => {
    const topic = await newTopic();
    const produced = await tool('ProducerPerformance', '--topic', topic, '--num-records', '20000', '--record-size', '100', '--throughput', '-1');
    expect(produced).toMatch(/^20000 records sent/m);
    expect(await tool('ConsumerPerformance', '--topic', topic, '--num-records', '20000', '--timeout', '30000')).toMatch(/, 20\d{3}, /);
  });

  test('topics: describe, list, alter, delete', async () => {
    const topic = await newTopic(2, '--config', 'retention.ms=123456');
    await tool('TopicCommand', '--alter', '--topic', topic, '--partitions', '4');
    const described = await tool('TopicCommand', '--describe', '--topic', topic);
    expect(described).toMatch(/PartitionCount: 4\s+ReplicationFactor: 1\s+Configs: .*retention\.ms=123456/);
    expect(described.match(/Leader: \d+\s+Replicas: \d+\s+Isr: \d+/g)).toHaveLength(4);
    const again = await toolRun('TopicCommand', '--create', '--topic', topic);
    expect(again.code).toBe(1);
    expect(`${again.stdout}${again.stderr}`).toContain(`Topic '${topic}' already exists`);
    await tool('TopicCommand', '--delete', '--topic', topic);
    expect(await tool('TopicCommand', '--list')).not.toContain(topic);
  });

  test('configs: alter, describe and delete, of a topic and of the broker', async () => {
    const topic = await newTopic();
    const entity = ['--entity-type', 'topics', '--entity-name', topic];
    const config = 'kafka.admin.ConfigCommand';
    await tool(config, '--alter', ...entity, '--add-config', 'retention.ms=5000000,max.message.bytes=2000000');
    expect(await tool(config, '--describe', ...entity)).toMatch(/retention\.ms=5000000 sensitive=false synonyms=\{DYNAMIC_TOPIC_CONFIG:retention\.ms=5000000/);
    await tool(config, '--alter', ...entity, '--delete-config', 'retention.ms');
    expect(await tool(config, '--describe', ...entity)).not.toContain('retention.ms=5000000');
    expect(await tool(config, '--describe', '--all', ...entity)).toContain('retention.ms=604800000 sensitive=false synonyms={}');
    const [, nodeId = ''] = /\(id: (\d+)/.exec(await tool('BrokerApiVersionsCommand')) ?? [];
    expect(await tool(config, '--describe', '--all', '--entity-type', 'brokers', '--entity-name', nodeId)).toMatch(/num\.partitions=\d+ sensitive=false/);
  });

  test('offsets: by time and at the ends; records deleted up to one', async () => {
    const topic = await newTopic();
    await produce(topic, numberedRecords(0, 5));
    await produce(topic, numberedRecords(5, 5));
    const sixth = (await read(topic, 10, '--from-beginning'))[5];
    const offset = async (time: string): Promise<string> => (await tool('GetOffsetShell', '--topic', topic, '--time', time)).trim();
    expect(await offset('latest')).toBe(`${topic}:0:10`);
    expect(await offset(String(sixth?.timestamp))).toBe(`${topic}:0:5`);
    const file = join(directory, 'delete.json');
    writeFileSync(file, JSON.stringify({ partitions: [{ topic, partition: 0, offset: 3 }], version: 1 }));
    expect(await tool('DeleteRecordsCommand', '--offset-json-file', file)).toMatch(/low_watermark: 3/);
    expect(await offset('earliest')).toBe(`${topic}:0:3`);
    expect((await read(topic, 7, '--from-beginning')).map(({ value }) => value)).toEqual(['3', '4', '5', '6', '7', '8', '9']);
  });

  test('groups: commit by reading, list, describe, reset by every mode, resume, delete', async () => {
    const topic = await newTopic();
    await produce(topic, numberedRecords(0, 5));
    await produce(topic, numberedRecords(5, 5));
    const group = fresh('tools-reset');
    const groups = (...more: string[]): Promise<string> => tool('consumer.group.ConsumerGroupCommand', ...more);
    const seen = await read(topic, 10, '--group', group, '--from-beginning');
    expect(await groups('--list')).toContain(group);
    expect(await groups('--describe', '--group', group, '--state')).toMatch(/Empty\s+0/);
    const reset = async (...mode: string[]): Promise<string | undefined> => {
      const output = await groups('--reset-offsets', '--group', group, '--topic', topic, '--execute', ...mode);
      return output.split('\n').find((line) => line.startsWith(group))?.split(/\s+/)[3];
    };
    expect(await reset('--to-latest')).toBe('10');
    expect(await reset('--to-earliest')).toBe('0');
    expect(await reset('--to-offset', '6')).toBe('6');
    expect(await reset('--shift-by', '-2')).toBe('4');
    expect(await reset('--to-datetime', new Date(seen[5]!.timestamp).toISOString().replace('Z', '+00:00'))).toBe('5');
    expect(await reset('--to-current')).toBe('5');
    expect(await groups('--describe', '--group', group, '--offsets')).toMatch(new RegExp(`${group}\\s+${topic}\\s+0\\s+5\\s+10\\s+5`));
    expect((await read(topic, 5, '--group', group)).map(({ value }) => value)).toEqual(['5', '6', '7', '8', '9']);
    expect(await groups('--delete', '--group', group)).toContain('was successful');
    expect(await groups('--list')).not.toContain(group);
  }, 120_000);

  test('internal topics: our console consumer prints what theirs does', async () => {
    const topic = await newTopic();
    await produce(topic, numberedRecords(0, 3));
    const group = fresh('tools-formatters');
    await read(topic, 3, '--group', group, '--from-beginning');
    const described = await tool('TopicCommand', '--describe', '--topic', '__consumer_offsets');
    const partition = partitionForGroup(group, Number(/PartitionCount: (\d+)/.exec(described)?.[1]));
    const ours = join(import.meta.dirname, '../../apps/millrace/bin/millrace.js');
    for (const formatter of ['OffsetsMessageFormatter', 'GroupMetadataMessageFormatter', 'TransactionLogMessageFormatter']) {
      // Assigned, so that no group of the reader adds records of its own.
      const flags = ['--topic', '__consumer_offsets', '--partition', String(partition), '--offset', 'earliest', '--timeout-ms', '3000', '--formatter', `${tools}.consumer.${formatter}`];
      const theirs = await tool('consumer.ConsoleConsumer', ...flags);
      expect(await succeed(process.execPath, [ours, 'console-consumer', '--bootstrap-server', broker.bootstrap, ...flags])).toBe(theirs);
      if (formatter !== 'TransactionLogMessageFormatter') expect(theirs).toContain(`"group":"${group}"`);
    }
  }, 120_000);

  test('our tools print what theirs do, and end with the same code', async () => {
    const topic = await newTopic(3, '--config', 'retention.ms=123456');
    await produce(topic, numberedRecords(0, 9));
    const group = fresh('tools-side-by-side');
    await read(topic, 9, '--group', group, '--from-beginning');
    const plan = join(directory, 'plan.csv');
    writeFileSync(plan, `${topic},0,1\n`);
    const bad = join(directory, 'bad.properties');
    writeFileSync(bad, 'request.timeout.ms=abc\n');
    const lines = (tool: CommandLine['tool'], ...texts: string[]): CommandLine[] =>
      texts.map((text) => ({ tool, args: ['--bootstrap-server', broker.bootstrap, ...text.split(' ').filter(Boolean).map((word) => word.replace('TOPIC', topic).replace('GROUP', group))] }));
    const reset = (mode: string): string => `--reset-offsets --group GROUP --topic TOPIC --dry-run ${mode}`;
    const formatted = (...properties: string[]): string => ['--topic TOPIC --partition 0 --offset earliest --timeout-ms 500', ...properties.map((property) => `--formatter-property ${property}`)].join(' ');
    const all = [
      ...lines('topics', '--describe --topic TOPIC', '--describe --topic TOPIC --at-min-isr-partitions --under-min-isr-partitions', '--describe --topic TOPIC --topics-with-overrides', '--describe --topic nope', '--describe --topic nope --if-exists',
        '--list --topic TOPIC,nope', '--list --topic [', '--list --topic TOPIC stray', '--create', '--create --topic TOPIC', '--create --topic TOPIC --if-not-exists', '--create --topic a/b', '--create --topic a --topic b', '--create --topic a --partitions 0',
        '--alter --topic TOPIC --partitions 1', '--alter --topic nope --partitions 3', '--delete --topic nope', '--delete --topic nope --if-exists', '--list --describe', '--list --partitions 1', `--list --command-config ${bad}`, '--nonsense'),
      ...lines('get-offsets', ...['', ' --time earliest', ' --time -3', ' --time 0', ' --time 99999999999999', ' --time soon', ' --partitions 0,2', ' --partitions x', ' --partitions 9'].map((more) => `--topic TOPIC${more}`),
        ...['TOPIC', 'TOPIC:', 'TOPIC:1', 'TOPIC:1-', 'TOPIC:-2', 'TOPIC:0-2,TOPIC:2', 'TOPIC:x', 'nope'].map((rule) => `--topic-partitions ${rule}`)),
      ...lines('console-consumer', formatted(), formatted('print.key=true', 'print.offset=true', 'print.partition=true', 'print.timestamp=true', 'print.headers=true'), formatted('print.key', 'null.literal=NIL'), formatted('key.separator=|', 'print.key=true', 'line.separator=;'),
        formatted('value.deserializer=org.apache.kafka.common.serialization.BytesDeserializer'), `${formatted()} --max-messages 1`, '--topic TOPIC --offset 1', '--topic TOPIC --partition 0 --offset -5', '--topic TOPIC --partition 0 --group g', '--include x --topic TOPIC'),
      ...lines('consumer-groups', ...['', ' --offsets --verbose', ' --members', ' --members --verbose', ' --state', ' --state --verbose', ' --members --state'].map((more) => `--describe --group GROUP${more}`), '--describe', '--list --describe',
        ...['--to-earliest', '--to-latest', '--to-current', '--to-offset 1', '--to-offset -1', '--to-offset 99', '--shift-by -1', '--by-duration PT1H', '--by-duration -PT1H', '--to-datetime 2020-01-01T00:00:00.000', '--to-earliest --to-latest', ''].map(reset),
        reset('--to-latest').replace('TOPIC', 'TOPIC:0,2'), reset('--to-latest').replace('TOPIC', 'nope'), reset('--to-latest --all-topics'), reset('--to-latest --export'), `--reset-offsets --group GROUP --from-file ${plan} --dry-run`, '--reset-offsets --group GROUP --to-latest', '--validate-regex [', '--delete --group GROUP --topic TOPIC'),
    ];
    const [theirs, ours] = await Promise.all([withTheirs(java, all), withOurs(all)]);
    const report = (runs: Run[]): object[] => all.map(({ tool, args }, index) => ({ line: [tool, ...args].join(' '), ...seen(runs[index]!) }));
    expect(report(ours)).toEqual(report(theirs));
    // One line says what is wrong.
    for (const [index, { code, stderr }] of ours.entries()) if (code !== 0) expect(stderr.trim().split('\n'), all[index]!.args.join(' ')).toHaveLength(1);
  }, 180_000);

  test('the broker: API versions, log directories, quorum, features', async () => {
    const topic = await newTopic();
    const [host, port] = broker.bootstrap.split(':');
    expect(await tool('BrokerApiVersionsCommand')).toMatch(new RegExp(`^${host}:${port} \\(id: \\d+ .*\\n\\tProduce\\(0\\): 0 to \\d+ `));
    const dirs = await tool('LogDirsCommand', '--describe', '--topic-list', topic);
    expect(dirs).toContain(`"partition":"${topic}-0","size":0,"offsetLag":0,"isFuture":false`);
    expect(await tool('MetadataQuorumCommand', 'describe', '--status')).toMatch(/LeaderId:\s+\d+\nLeaderEpoch:\s+\d+\nHighWatermark:\s+\d+/);
    expect(await tool('FeatureCommand', 'describe')).toMatch(/Feature: metadata\.version\s+SupportedMinVersion: \S+/);
  });
});

function joinGroup(command: string[], configFile: string, topic: string, group: string, report: MemberReport): Member {
  const owned = new Set<number>();
  const flags = ['--topic', topic, '--group-id', group, '--verbose', '--reset-policy', 'earliest', '--session-timeout', '10000', '--command-config', configFile];
  const consumer = new TalkingProcess('java', [...command, ...flags], (line, stream) => {
    if (stream === 'stderr' || !line.startsWith('{')) return;
    const event = JSON.parse(line) as ConsumerEvent;
    if (event.name === 'record_data') report.record({ partition: event.partition, offset: event.offset, value: event.value });
    if (event.name !== 'partitions_assigned' && event.name !== 'partitions_revoked') return;
    for (const { partition } of event.partitions) {
      if (event.name === 'partitions_assigned') owned.add(partition);
      else owned.delete(partition);
    }
    report.owned([...owned]);
  });
  return { leave: () => consumer.end('SIGTERM', terminatedCode), kill: () => consumer.kill() };
}

/** A line of ConsoleConsumer: CreateTime:t, Partition:p, Offset:o, headers, key, value. */
function seenRecord(line: string): SeenRecord {
  const [time, partition, offset, headers, key, value] = line.split('\t');
  const number = (field: string | undefined): number => Number(field?.slice(field.indexOf(':') + 1));
  const nullable = (field: string | undefined): string | null => (field === undefined || field === 'NULL' ? null : field);
  const pairs = headers === 'NO_HEADERS' ? [] : (headers ?? '').split(',').map((pair): [string, string] => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]);
  return { partition: number(partition), offset: number(offset), timestamp: number(time), headers: pairs, key: nullable(key), value: nullable(value) };
}
