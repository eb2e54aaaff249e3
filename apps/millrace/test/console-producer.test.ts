import { describe, expect, it } from 'vitest';
import { consoleProducerOptions } from '../src/console/console-producer-options.js';
import { produceLines } from '../src/console/console-producer.js';
import { producerOptions } from '../src/console/connect-producer.js';
import type { LineRecord } from '../src/console/line-reader.js';
import type { ProducerPort } from '../src/console/producer-port.js';
import { clientSettings } from '../src/client-settings.js';
import { producerTable } from '@millrace/config';
import { fakeIo, type FakeIoOptions } from './fake-io.js';

const to = ['--bootstrap-server', 'b:1', '--topic', 't'];

interface FakeProducer extends ProducerPort {
  readonly sent: (LineRecord & { topic: string })[];
  readonly calls: string[];
}

function fakeProducer(refuse: (record: LineRecord) => Error | null = () => null): FakeProducer {
  const sent: FakeProducer['sent'] = [];
  const calls: string[] = [];
  return {
    sent,
    calls,
    send: (topic, record) => {
      calls.push(`send ${record.value}`);
      const error = refuse(record);
      if (error !== null) return Promise.reject(error);
      sent.push({ topic, ...record });
      return Promise.resolve().then(() => void calls.push(`acknowledged ${record.value}`));
    },
    flush: () => Promise.resolve(void calls.push('flush')),
    close: () => Promise.resolve(),
  };
}

async function produce(args: readonly string[], input: FakeIoOptions, producer = fakeProducer()) {
  const io = fakeIo(input);
  const code = await produceLines(consoleProducerOptions([...to, ...args], io), producer, io);
  return { code, io, producer };
}

const reader = (...properties: string[]): string[] => properties.flatMap((property) => ['--reader-property', property]);

describe('kafka-console-producer', () => {
  it('sends each line as a value, the last one without an end too, and flushes', async () => {
    const { code, producer } = await produce([], { input: ['one\ntw', 'o\r\n\nlast'] });
    expect(code).toBe(0);
    expect(producer.sent.map(({ topic, key, value }) => [topic, key, value])).toEqual([['t', null, 'one'], ['t', null, 'two'], ['t', null, ''], ['t', null, 'last']]);
    expect(producer.calls).toContain('flush');
  });

  it('takes a carriage return for the end of a line, with or without a line feed behind it', async () => {
    const { producer } = await produce([], { input: ['one\rtwo\r\nthree\r', '\nfour\r', 'five\r', '', '\n\r\n'] });
    expect(producer.sent.map(({ value }) => value)).toEqual(['one', 'two', 'three', 'four', 'five', '']);
  });

  it('sends to the topic that a reader property names, and tells of properties that say nothing to it', async () => {
    const { producer, io } = await produce(reader('topic=other', 'key.serializer=x'), { input: ['v'] });
    expect(producer.sent.map(({ topic }) => topic)).toEqual(['other']);
    expect(io.complaints).toEqual([expect.stringContaining('Ignored: reader property key.serializer is not one of parse.key')]);
  });

  it('prompts a person, and nobody else', async () => {
    expect((await produce([], { input: ['a\nb\n'], isTerminal: true })).io.printed()).toBe('>>>');
    expect((await produce([], { input: ['a\nb\n'] })).io.printed()).toBe('');
  });

  it.each([
    [reader('parse.key=true'), 'k\tv', { key: 'k', value: 'v', headers: [] }],
    [reader('parse.key=true', 'key.separator=:'), 'k:v:w', { key: 'k', value: 'v:w', headers: [] }],
    [reader('parse.key=true', 'parse.headers=true'), 'a:1,b:2\tk\tv', { key: 'k', value: 'v', headers: [['a', '1'], ['b', '2']] }],
    [reader('parse.headers=true', 'headers.delimiter=|', 'headers.separator=;', 'headers.key.separator=='), 'a=1;b=2|v', { key: null, value: 'v', headers: [['a', '1'], ['b', '2']] }],
    [reader('parse.key=true', 'null.marker=NULL'), 'NULL\tNULL', { key: null, value: null, headers: [] }],
    [reader('parse.headers=true'), 'a:1,\tv', { key: null, value: 'v', headers: [['a', '1']] }],
    [reader('parse.key'), 'k\tv', { key: null, value: 'k\tv', headers: [] }],
    [reader('parse.key=true', 'ignore.error=true'), 'no key', { key: null, value: 'no key', headers: [] }],
  ])('reads %j', async (args, line, record) => expect((await produce(args, { input: [line] })).producer.sent).toEqual([{ topic: 't', ...record }]));

  it.each([
    [reader('parse.key=true'), "No key separator found on line number 2: 'no key'"],
    [reader('parse.headers=true'), "No headers delimiter found on line number 2: 'no key'"],
  ])('ends at a line that %j cannot read, naming it', async (args, message) => {
    await expect(produce(args, { input: ['a:1\tv\nno key\n'] })).rejects.toThrow(message);
  });

  it('says which topic did not take a record, goes on, and ends with 1', async () => {
    const producer = fakeProducer(({ value }) => (value === 'b' ? new Error('too large') : null));
    const { code, io } = await produce([], { input: ['a\nb\nc\n'] }, producer);
    expect(code).toBe(1);
    expect(producer.sent.map(({ value }) => value)).toEqual(['a', 'c']);
    expect(io.complaints).toEqual(['Error when sending message to topic t: too large']);
  });

  it('waits for each record with --sync', async () => {
    const { producer } = await produce(['--sync'], { input: ['a\nb\n'] });
    expect(producer.calls).toEqual(['send a', 'acknowledged a', 'send b', 'acknowledged b', 'flush']);
  });

  it('ends with --sync at the first record that is not acknowledged', async () => {
    const { code, producer } = await produce(['--sync'], { input: ['a\nb\nc\n'] }, fakeProducer(({ value }) => (value === 'b' ? new Error('too large') : null)));
    expect(code).toBe(1);
    expect(producer.sent.map(({ value }) => value)).toEqual(['a']);
  });

  it('refuses a delivery time-out that leaves no time for one request', () => {
    const settings = (...more: string[]) => clientSettings(producerTable, consoleProducerOptions([...to, '--command-property', 'delivery.timeout.ms=2499', ...more], fakeIo()).properties);
    expect(() => producerOptions(settings())).toThrow('delivery.timeout.ms=2499 is less than linger.ms + request.timeout.ms, which are 1000 + 1500');
    expect(producerOptions(settings('--timeout', '999')).deliveryTimeoutMs).toBe(2499);
  });

  it('takes settings from flags over properties over its own defaults', () => {
    const io = fakeIo({ files: { 'client.properties': 'acks=0\nlinger.ms=7\n' } });
    const { properties } = consoleProducerOptions(
      [...to, '--command-config', 'client.properties', '--command-property', 'linger.ms=8', '--request-required-acks', '1', '--compression-codec', '--max-block-ms', '9'], io);
    expect(properties).toMatchObject({ acks: '1', 'linger.ms': '8', 'compression.type': 'gzip', 'max.block.ms': '9', retries: '3', 'request.timeout.ms': '1500', 'bootstrap.servers': 'b:1' });
    expect(producerOptions(clientSettings(producerTable, properties))).toMatchObject({ acks: 1, lingerMs: 8, compression: 'gzip', maxBlockMs: 9, retries: 3 });
  });

  it('takes older names, and says so', () => {
    const io = fakeIo();
    expect(consoleProducerOptions([...to, '--property', 'parse.key=true', '--producer-property', 'acks=all'], io)).toMatchObject({ reader: { parseKey: true }, properties: { acks: 'all' } });
    expect(io.complaints).toHaveLength(2);
    expect(io.complaints.join()).toContain('Use --reader-property instead');
  });

  it.each([
    [['--topic', 't'], 'Missing required argument "[bootstrap-server]"'],
    [['--bootstrap-server', 'b:1'], 'Missing required argument "[topic]"'],
    [[...to, '--bogus'], "unknown option '--bogus'"],
    [[...to, '--batch-size', 'x'], 'x is not a whole number'],
    [[...to, '--compression-codec', 'rar'], '--compression-codec rar is not one of none, gzip, snappy, lz4, zstd'],
    [[...to, ...reader('=1')], '=1 is not of the form key=value'],
    [[...to, ...reader('null.marker=:', 'headers.key.separator=:')], 'null.marker may not be equal to a separator'],
    [[...to, '--property', 'a=b', '--reader-property', 'a=b'], 'cannot be specified together'],
    [[...to, '--line-reader', 'com.acme.Reader'], 'only LineMessageReader is there'],
  ])('refuses %j', (args, message) => expect(() => consoleProducerOptions(args, fakeIo())).toThrow(message));

  it('makes no open connection where a protected one was asked for', () => {
    const { properties } = consoleProducerOptions([...to, '--command-property', 'security.protocol=SSL'], fakeIo());
    expect(() => clientSettings(producerTable, properties)).toThrow('security.protocol=SSL is not there yet');
  });
});
