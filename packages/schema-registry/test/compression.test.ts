import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { takesGzip } from '../src/http/compression.js';
import { TestServer } from './test-server.js';

const large = JSON.stringify({ type: 'enum', name: 'E', symbols: Array.from({ length: 500 }, (_, index) => `S${index}`) });

async function registryWith(schema: string, compresses = true): Promise<TestServer> {
  const registry = await TestServer.start({ server: { compresses } });
  await registry.ask('POST', '/subjects/s/versions', { schema });
  return registry;
}

describe('compression', () => {
  test('gzips a large answer for who takes it', async () => {
    const registry = await registryWith(large);
    const path = '/subjects/s/versions/1/schema';
    const plain = await registry.ask('GET', path);
    expect(plain.headers).toMatchObject({ vary: 'accept-encoding', 'content-length': String(large.length) });
    // Twice, as answers are kept.
    for (let index = 0; index < 2; index++) {
      const { headers, rawPayload } = await registry.server.inject({ url: path, headers: { 'accept-encoding': 'br, gzip;q=0.5' } });
      expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'content-type': 'application/vnd.schemaregistry.v1+json', 'content-length': String(rawPayload.length) });
      expect(gunzipSync(rawPayload).toString()).toBe(plain.text);
    }
    await registry.stop();
  });

  test('leaves small answers, and all where it is switched off', async () => {
    const small = await registryWith('"int"');
    expect((await small.ask('GET', '/subjects', undefined, { 'accept-encoding': 'gzip' })).json).toEqual(['s']);
    await small.stop();
    const off = await registryWith(large, false);
    expect((await off.ask('GET', '/schemas/ids/1/schema', undefined, { 'accept-encoding': 'gzip' })).text).toBe(large);
    await off.stop();
  });

  test.each([
    [undefined, false], ['', false], ['gzip', true], ['GZIP', true], ['br', false], ['gzip;q=0', false], ['gzip;q=0.1', true], ['*', true], ['*;q=0', false], ['gzip;q=0, *', false], ['gzip;q=x', false],
  ])('%j takes gzip: %j', (accepted, takes) => expect(takesGzip(accepted)).toBe(takes));
});
