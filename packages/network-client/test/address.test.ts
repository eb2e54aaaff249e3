import { expect, test } from 'vitest';
import { addressText, clientSettings, parseBootstrapServers } from '../src/index.js';

test('bootstrap servers in all their spellings', () => {
  expect(parseBootstrapServers('a:1, b.example:65535,[::1]:9092,PLAINTEXT://c:2,a:1')).toEqual([
    { host: 'a', port: 1 }, { host: 'b.example', port: 65535 }, { host: '::1', port: 9092 }, { host: 'c', port: 2 },
  ]);
  expect(addressText({ host: '::1', port: 9092 })).toBe('[::1]:9092');
});

test.each(['nohost', 'a:0', 'a:65536', ':9092', 'a:b'])('%s is refused by name', (text) => {
  expect(() => parseBootstrapServers(text)).toThrow(`bootstrap server '${text}' is not host:port`);
});

test('options that are wrong are named', () => {
  expect(() => clientSettings({}, 'x')).toThrow('bootstrapServers');
  expect(() => clientSettings({ brokers: 'a:1', requestTimeoutMs: -1 }, 'x')).toThrow('requestTimeoutMs: -1');
});
