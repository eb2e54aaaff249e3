import { describe, expect, it } from 'vitest';
import { consumerTable } from '@millrace/config';
import { encodeCoordinatorRecord, transactionLogKey, transactionLogValue, type CoordinatorRecord } from '@millrace/coordinator';
import { Writer } from '@millrace/protocol';
import { clientSettings } from '../src/client-settings.js';
import { consumerOptions } from '../src/console/connect-consumer.js';
import { consoleConsumerOptions } from '../src/console/console-consumer-options.js';
import { consumeToConsole } from '../src/console/console-consumer.js';
import type { ConsumedRecord, ConsumerPort } from '../src/console/consumer-port.js';
import { fakeIo, type FakeIo } from './fake-io.js';

const bytes = (text: string | null): Uint8Array | null => (text === null ? null : new TextEncoder().encode(text));

function record(offset: number, value: string | null, more: Partial<ConsumedRecord> = {}): ConsumedRecord {
  return { topic: 't', partition: 0, offset, timestamp: 1000 + offset, timestampType: 'CreateTime', leaderEpoch: 0, key: null, value: bytes(value), headers: [], ...more };
}

interface FakeConsumer extends ConsumerPort {
  readonly calls: unknown[][];
}

/** Polls give one list after the other, then nothing; each poll takes its time on the clock of the terminal. */
function fakeConsumer(polls: ConsumedRecord[][], onPoll: (timeoutMs: number) => void = () => {}): FakeConsumer {
  const calls: unknown[][] = [];
  const called = (...call: unknown[]): void => void calls.push(call);
  return {
    calls,
    subscribe: (topics) => called('subscribe', topics),
    assign: (...args) => Promise.resolve(called('assign', ...args)),
    poll: (timeoutMs) => {
      onPoll(timeoutMs);
      return Promise.resolve(polls.shift() ?? []);
    },
    putBack: (records) => called('putBack', records.map(({ offset }) => offset)),
    wakeup: () => called('wakeup'),
    close: () => Promise.resolve(called('close')),
  };
}

const from = ['--bootstrap-server', 'b:1'];

async function consume(args: readonly string[], polls: ConsumedRecord[][]) {
  let now = 0;
  const io: FakeIo = fakeIo({ nowMs: () => now });
  const consumer = fakeConsumer(polls, (timeoutMs) => {
    if (polls.length === 0) now += timeoutMs;
  });
  const code = await consumeToConsole(await consoleConsumerOptions([...from, ...args], io, 7), consumer, io);
  return { code, printed: io.printed(), complaints: io.complaints, calls: consumer.calls };
}

const formatted = (...properties: string[]): string[] => ['--topic', 't', '--timeout-ms', '500', ...properties.flatMap((property) => ['--formatter-property', property])];

describe('the formatters of internal topics', () => {
  const formatter = (name: string): string[] => ['--topic', '__consumer_offsets', '--timeout-ms', '500', '--formatter', `org.apache.kafka.tools.consumer.${name}`];
  const member = { memberId: 'm', groupInstanceId: null, clientId: 'c', clientHost: '/h', rebalanceTimeout: 1, sessionTimeout: 2, subscription: new Uint8Array([1, 2]), assignment: new Uint8Array(0) };
  const group = { protocolType: 'consumer', generation: 1, protocol: 'range', leader: 'm', currentStateTimestamp: 9, members: [member] };
  const commit = { offset: 5, leaderEpoch: 3, metadata: 'note', commitTimestamp: 7, expireTimestamp: 8, topicId: 'AAAAAAAAAAAAAAAAAAAAAQ' };
  const key = { group: 'g', topic: 't', partition: 1 };
  const encoded = (value: CoordinatorRecord): ConsumedRecord => {
    const bytesOf = encodeCoordinatorRecord(value);
    return record(0, null, { key: bytesOf.key, value: bytesOf.value });
  };
  const offsets = (valueVersion: number, value: typeof commit | null = commit): ConsumedRecord => encoded({ type: 'offset-commit', key, value, valueVersion } as CoordinatorRecord);
  const metadata = (valueVersion: number): ConsumedRecord => encoded({ type: 'group-metadata', key: { group: 'g' }, value: group, valueVersion } as CoordinatorRecord);

  it('print what each version has, one behind the other, and nothing of other records', async () => {
    const { printed } = await consume(formatter('OffsetsMessageFormatter'), [[offsets(4), metadata(3), offsets(1), offsets(0), offsets(4, null)]]);
    const keyText = '"key":{"type":1,"data":{"group":"g","topic":"t","partition":1}}';
    expect(printed).toBe([
      `{${keyText},"value":{"version":4,"data":{"offset":5,"leaderEpoch":3,"metadata":"note","commitTimestamp":7,"topicId":"AAAAAAAAAAAAAAAAAAAAAQ"}}}`,
      `{${keyText},"value":{"version":1,"data":{"offset":5,"metadata":"note","commitTimestamp":7,"expireTimestamp":8}}}`,
      `{${keyText},"value":{"version":0,"data":{"offset":5,"metadata":"note","commitTimestamp":7}}}`,
      `{${keyText},"value":null}`,
    ].join(''));
  });

  it('print groups with bytes as base64', async () => {
    const { printed } = await consume(formatter('GroupMetadataMessageFormatter'), [[metadata(3), metadata(0), offsets(4)]]);
    expect(printed).toBe([
      '{"key":{"type":2,"data":{"group":"g"}},"value":{"version":3,"data":{"protocolType":"consumer","generation":1,"protocol":"range","leader":"m","currentStateTimestamp":9,"members":[{"memberId":"m","groupInstanceId":null,"clientId":"c","clientHost":"/h","rebalanceTimeout":1,"sessionTimeout":2,"subscription":"AQI=","assignment":""}]}}}',
      '{"key":{"type":2,"data":{"group":"g"}},"value":{"version":0,"data":{"protocolType":"consumer","generation":1,"protocol":"range","leader":"m","members":[{"memberId":"m","clientId":"c","clientHost":"/h","sessionTimeout":2,"subscription":"AQI=","assignment":""}]}}}',
    ].join(''));
  });

  it('print transactions', async () => {
    const [keys, values] = [new Writer(16), new Writer(64)];
    keys.writeInt16(0);
    transactionLogKey.encode(keys, { transactionalId: 'tx' }, 0);
    values.writeInt16(1);
    const value = { producerId: 4, nextProducerId: 5, producerEpoch: 1, transactionTimeoutMs: 60_000, transactionStatus: 4, transactionPartitions: [{ topic: 't', partitionIds: [0, 1] }], transactionLastUpdateTimestampMs: 2, transactionStartTimestampMs: 3 };
    transactionLogValue.encode(values, value, 1);
    const { printed } = await consume(formatter('TransactionLogMessageFormatter'), [[record(0, null, { key: keys.finish(), value: values.finish() }), record(1, null, { key: null })]]);
    expect(printed).toBe('{"key":{"type":0,"data":{"transactionalId":"tx"}},"value":{"version":1,"data":{"producerId":4,"nextProducerId":5,"producerEpoch":1,"transactionTimeoutMs":60000,"transactionStatus":4,"transactionPartitions":[{"topic":"t","partitionIds":[0,1]}],"transactionLastUpdateTimestampMs":2,"transactionStartTimestampMs":3}}}');
  });

  it('say which there are for another name', async () => {
    await expect(consume(formatter('ShareGroupMessageFormatter'), [])).rejects.toThrow('OffsetsMessageFormatter, GroupMetadataMessageFormatter, TransactionLogMessageFormatter are there');
  });
});

describe('kafka-console-consumer', () => {
  it('prints values as they come, says how many, and ends when none comes for --timeout-ms', async () => {
    const { code, printed, complaints, calls } = await consume(['--topic', 't', '--timeout-ms', '500'], [[record(0, 'one'), record(1, 'two')], [record(2, null)]]);
    expect(code).toBe(0);
    expect(printed).toBe('one\ntwo\nnull\n');
    expect(complaints).toEqual(['Processed a total of 3 messages']);
    expect(calls[0]).toEqual(['subscribe', ['t']]);
  });

  it('ends after --max-messages, and puts back what it did not print', async () => {
    const { printed, calls } = await consume(['--topic', 't', '--max-messages', '2'], [[record(5, 'a'), record(6, 'b'), record(7, 'c')]]);
    expect(printed).toBe('a\nb\n');
    expect(calls).toContainEqual(['putBack', [7]]);
  });

  it('prints the fields that are asked for, in Kafka\'s order', async () => {
    const one = record(3, 'v', { key: bytes('k'), headers: [{ key: 'h', value: bytes('1') }, { key: 'n', value: null }] });
    const all = ['timestamp', 'partition', 'offset', 'epoch', 'headers', 'key'].map((name) => `print.${name}=true`);
    expect((await consume(formatted(...all), [[one]])).printed).toBe('CreateTime:1003\tPartition:0\tOffset:3\tEpoch:0\th:1,n:null\tk\tv\n');
    expect((await consume(formatted('print.key=true', 'print.value=false', 'null.literal=-'), [[record(0, 'v')]])).printed).toBe('-\n');
    expect((await consume(formatted('print.key=true', 'key.separator=|', 'line.separator=;'), [[one]])).printed).toBe('k|v;');
    expect((await consume(formatted('print.headers=true', 'print.timestamp=true'), [[record(0, 'v', { timestamp: -1 })]])).printed).toBe('NO_TIMESTAMP\tNO_HEADERS\tv\n');
  });

  it.each([
    ['LongDeserializer', [0, 0, 0, 0, 0, 0, 1, 0], '256'],
    ['IntegerDeserializer', [255, 255, 255, 255], '-1'],
    ['ShortDeserializer', [1, 0], '256'],
    ['DoubleDeserializer', [0x3f, 0xf8, 0, 0, 0, 0, 0, 0], '1.5'],
    ['FloatDeserializer', [0x3d, 0xcc, 0xcc, 0xcd], '0.1'],
    ['BooleanDeserializer', [1], 'true'],
    ['StringDeserializer', [0x68, 0x69], 'hi'],
    ['BytesDeserializer', [0x68, 0x5c, 0x7f, 0xff], 'h\\x5C\\x7F\\xFF'],
  ])('reads values by %s', async (name, value, text) => {
    const args = formatted(`value.deserializer=org.apache.kafka.common.serialization.${name}`);
    expect((await consume(args, [[record(0, null, { value: Uint8Array.from(value) })]])).printed).toBe(`${text}\n`);
  });

  it('reads a uuid in text, and nothing else by UUIDDeserializer', async () => {
    const read = async (value: string) => (await consume(formatted('value.deserializer=UUIDDeserializer'), [[record(0, value)]])).printed;
    expect(await read('0f8fad5b-d9cb-469f-a165-70867728950e')).toBe('0f8fad5b-d9cb-469f-a165-70867728950e\n');
    await expect(read('0123456789abcdef')).rejects.toThrow('UUIDDeserializer: 16 bytes that are not a uuid in text');
  });

  it('reads text in the encoding of its deserializer', async () => {
    const read = async (encoding: string, ...value: number[]) =>
      (await consume(formatted('value.deserializer=StringDeserializer', `value.deserializer.deserializer.encoding=${encoding}`, 'deserializer.encoding=has-no-effect'), [[record(0, null, { value: Uint8Array.from(value) })]])).printed;
    expect(await read('ISO-8859-1', 0xe9, 0x80)).toBe('é\u0080\n');
    expect(await read('UTF-16', 0, 0x68)).toBe('h\n');
    expect(await read('utf-8', 0xc3, 0xa9)).toBe('é\n');
    await expect(read('EBCDIC')).rejects.toThrow('deserializer.encoding=EBCDIC: there is no such encoding');
  });

  it('prints with LoggingMessageFormatter what Kafka\'s prints, and an event at the end when asked', async () => {
    const { printed } = await consume(['--topic', 't', '--timeout-ms', '500', '--formatter', 'org.apache.kafka.tools.consumer.LoggingMessageFormatter', '--enable-systest-events'], [[record(0, 'v')]]);
    expect(printed).toBe('v\nshutdown_complete\n');
  });

  it('stops at a record that it cannot print, or skips it with --skip-message-on-error', async () => {
    const args = formatted('value.deserializer=LongDeserializer');
    const polls = (): ConsumedRecord[][] => [[record(0, 'short'), record(1, '12345678')]];
    await expect(consume(args, polls())).rejects.toThrow('Size of data received by LongDeserializer is not 8');
    const skipped = await consume([...args, '--skip-message-on-error'], polls());
    expect(skipped.complaints[0]).toContain('skipping this message');
    expect(skipped.printed).toBe('3544952156018063160\n');
  });

  it('ends on Ctrl-C with what it printed', async () => {
    const io = fakeIo();
    const consumer = fakeConsumer([[record(0, 'a')]], () => io.interrupt());
    expect(await consumeToConsole(await consoleConsumerOptions([...from, '--topic', 't'], io, 7), consumer, io)).toBe(0);
    expect(consumer.calls).toContainEqual(['wakeup']);
    expect(io.complaints).toEqual(['Processed a total of 0 messages']);
  });

  it('reads one partition without a group', async () => {
    const { calls } = await consume(['--topic', 't', '--partition', '2', '--offset', '10', '--max-messages', '1'], [[record(10, 'x')]]);
    expect(calls[0]).toEqual(['assign', 't', 2, 10]);
    expect((await consume(['--topic', 't', '--partition', '2', '--max-messages', '0'], [])).calls[0]).toEqual(['assign', 't', 2, 'latest']);
  });

  it('subscribes to a pattern of whole names', async () => {
    const { topics } = await consoleConsumerOptions([...from, '--include', 'orders.*|bills'], fakeIo(), 7);
    expect(['orders-eu', 'bills', 'old-bills'].map((name) => (topics as RegExp).test(name))).toEqual([true, true, false]);
  });

  it('joins a group of its own that commits nothing, or the one that is named', async () => {
    const propertiesOf = async (...args: string[]) => (await consoleConsumerOptions([...from, '--topic', 't', ...args], fakeIo(), 7)).properties;
    expect(await propertiesOf()).toMatchObject({ 'group.id': 'console-consumer-7', 'enable.auto.commit': 'false', 'auto.offset.reset': 'latest' });
    expect(await propertiesOf('--group', 'g', '--from-beginning')).toMatchObject({ 'group.id': 'g', 'auto.offset.reset': 'earliest' });
    expect(await propertiesOf('--group', 'g')).not.toHaveProperty('enable.auto.commit');
    const options = consumerOptions(clientSettings(consumerTable, await propertiesOf('--group', 'g', '--isolation-level', 'read_committed')));
    expect(options).toMatchObject({ groupId: 'g', enableAutoCommit: true, isolationLevel: 'read_committed', autoOffsetReset: 'latest' });
  });

  it.each([
    [['--topic', 't'], 'Missing required argument "[bootstrap-server]"'],
    [from, 'Exactly one of --include/--topic is required.'],
    [[...from, '--topic', 't', '--include', 'x'], 'Exactly one of --include/--topic is required.'],
    [[...from, '--topic', 't', '--offset', '1'], 'The partition is required when offset is specified.'],
    [[...from, '--include', 't', '--partition', '1'], 'The topic is required when partition is specified.'],
    [[...from, '--topic', 't', '--partition', '0', '--offset', '-5'], "The provided offset value '-5' is incorrect."],
    [[...from, '--topic', 't', '--partition', '0', '--group', 'g'], 'Options group and partition cannot be specified together.'],
    [[...from, '--topic', 't', '--partition', '0', '--offset', '1', '--from-beginning'], 'Options from-beginning and offset cannot be specified together.'],
    [[...from, '--topic', 't', '--group', 'g', '--command-property', 'group.id=h'], "Detected group ids: 'h', 'g'"],
    [[...from, '--topic', 't', '--from-beginning', '--command-property', 'auto.offset.reset=latest'], "Can't simultaneously specify --from-beginning"],
    [[...from, '--topic', 't', '--isolation-level', 'serializable'], '--isolation-level serializable is not one of'],
    [[...from, '--topic', 't', '--formatter', 'com.acme.Formatter'], '--formatter com.acme.Formatter: only DefaultMessageFormatter'],
    [[...from, '--topic', 't', '--value-deserializer', 'com.acme.D'], 'deserializer com.acme.D is not there'],
    [[...from, '--include', '['], '[ is an invalid regex.'],
    [[...from, '--topic', 't', '--max-messages', 'x'], 'x is not a whole number'],
    [[...from, '--topic', 't', '--bogus'], "unknown option '--bogus'"],
  ])('refuses %j', (args, message) => expect(consoleConsumerOptions(args, fakeIo(), 7)).rejects.toThrow(message));
});
