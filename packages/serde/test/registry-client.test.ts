import { describe, expect, it } from 'vitest';
import { RegistryError, SchemaRegistryClient, type Fetch, type FetchInit, type SchemaRegistryOptions } from '@millrace/serde';
import { FakeRegistry } from './fake-registry.js';

type Answer = { status: number; body?: unknown } | Error;

/** A client whose requests get these answers in turn, and whose pauses are only written down. */
function scripted(answers: Answer[], options: Partial<SchemaRegistryOptions> = {}) {
  const asked: { url: string; init: FetchInit }[] = [];
  const pauses: number[] = [];
  const fetch: Fetch = async (url, init) => {
    asked.push({ url, init });
    const answer = answers.shift() ?? new Error('nothing left to answer');
    if (answer instanceof Error) throw answer;
    return { status: answer.status, headers: { get: () => null }, text: async () => (answer.body === undefined ? '' : typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)) };
  };
  const timers = {
    schedule: (delayMs: number, run: () => void) => {
      if (delayMs < 60_000) {
        pauses.push(delayMs);
        run();
      }
      return { cancel: () => {} };
    },
    soon: (run: () => void) => run(),
    runStepped: () => Promise.reject(new Error('not used')),
  };
  const random = { uint32: () => 0, float: () => 1, below: () => 0, bytes: () => new Uint8Array(), uuid: () => '' };
  return { client: new SchemaRegistryClient({ urls: ['http://a:1/base/', 'https://b:2'], fetch, timers, random, ...options }), asked, pauses };
}

const schema = { id: 7, schema: '"string"' };

describe('asking a registry', () => {
  it('goes on to the next URL, and stays with it', async () => {
    const { client, asked, pauses } = scripted([new Error('refused'), { status: 200, body: schema }, { status: 200, body: { ...schema, id: 8 } }]);
    expect(await client.schemaById(7)).toMatchObject({ id: 7, schemaType: 'AVRO' });
    await client.schemaById(8);
    expect(asked.map(({ url }) => url)).toEqual(['http://a:1/base/schemas/ids/7', 'https://b:2/schemas/ids/7', 'https://b:2/schemas/ids/8']);
    expect(pauses).toEqual([]);
  });

  it.each([408, 429, 500, 502, 503, 504])('tries again after %d, with longer and longer pauses', async (status) => {
    const { client, pauses } = scripted([...Array.from({ length: 6 }, () => ({ status })), { status: 200, body: schema }], { retryMaxWaitMs: 3_000 });
    expect((await client.schemaById(7)).id).toBe(7);
    expect(pauses).toEqual([1_000, 2_000, 3_000]);
  });

  it('gives up after its rounds, and says what went wrong', async () => {
    const { client, asked } = scripted(Array.from({ length: 4 }, () => new Error('fetch failed', { cause: new Error('connect ECONNREFUSED') })), { maxRetries: 1 });
    await expect(client.schemaById(7)).rejects.toThrow('schema registry https://b:2 cannot be asked: fetch failed (connect ECONNREFUSED)');
    expect(asked).toHaveLength(4);
  });

  it.each([
    [{ status: 404, body: { error_code: 40403, message: 'Schema 7 not found' } }, { status: 404, errorCode: 40403, message: 'Schema 7 not found' }],
    [{ status: 404, body: '<html>' }, { status: 404, errorCode: 404, message: 'http://a:1/base/schemas/ids/7 answered 404: <html>' }],
    [{ status: 200, body: '<html>' }, { errorCode: 50005, message: 'http://a:1/base/schemas/ids/7 answered what is not JSON: <html>' }],
  ])('does not try again after %j', async (answer, expected) => {
    const { client, asked } = scripted([answer], { maxRetries: 0, urls: 'http://a:1/base' });
    const error = await client.schemaById(7).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(RegistryError);
    expect(error).toMatchObject(expected);
    expect(asked).toHaveLength(1);
  });

  it('sends name and password, from the URL too, or a token', async () => {
    const headers = async (options: Partial<SchemaRegistryOptions>) => {
      const { client, asked } = scripted([{ status: 200, body: schema }], options);
      await client.schemaById(7);
      return asked[0]?.init.headers;
    };
    expect(await headers({ auth: { username: 'kim', password: 'pässword' } })).toMatchObject({ Authorization: `Basic ${Buffer.from('kim:pässword').toString('base64')}` });
    expect(await headers({ urls: 'http://kim:p%40ss@a:1' })).toMatchObject({ Authorization: `Basic ${btoa('kim:p@ss')}` });
    expect(await headers({ auth: { token: async () => 'abc' } })).toMatchObject({ Authorization: 'Bearer abc' });
    expect(await headers({ headers: { 'X-Team': 'a' } })).toMatchObject({ 'X-Team': 'a', Accept: 'application/vnd.schemaregistry.v1+json' });
  });

  it('encodes subjects', async () => {
    const { client, asked } = scripted([{ status: 200, body: [1] }]);
    await client.versions(':.ctx:a/b c');
    expect(asked[0]?.url).toBe('http://a:1/base/subjects/%3A.ctx%3Aa%2Fb%20c/versions');
  });

  it.each<[Partial<SchemaRegistryOptions>, string]>([
    [{ urls: 'localhost' }, '"localhost" is no URL'],
    [{ urls: 'ftp://x' }, 'neither http nor https'],
    [{ urls: [] }, 'no URL of a schema registry given'],
    [{ urls: 'http://x', maxRetries: -1 }, 'maxRetries: -1 is not a number of at least 0'],
    [{ urls: 'http://x', cacheSize: 0 }, 'cacheSize: 0 is not a number of at least 1'],
    [{ urls: 'http://x', requestTimeoutMs: Number.NaN }, 'requestTimeoutMs: NaN'],
  ])('refuses %j', (options, message) => expect(() => new SchemaRegistryClient({ urls: 'http://x', ...options })).toThrow(message));
});

describe('what is remembered', () => {
  it('asks once for what cannot change, also when asked at once', async () => {
    const registry = new FakeRegistry();
    const client = registry.client();
    const sent = { schema: '"string"' };
    await Promise.all([client.register('s', sent), client.register('s', sent)]);
    await client.lookup('s', sent);
    await client.lookup('s', sent);
    await client.schemaById(1, 's');
    await client.schemaById(1, 's');
    expect(registry.asked).toEqual(['POST /subjects/s/versions', 'POST /subjects/s', 'GET /schemas/ids/1']);
  });

  it('forgets what failed', async () => {
    const registry = new FakeRegistry();
    const client = registry.client();
    await expect(client.schemaById(1)).rejects.toThrow('Schema 1 not found');
    registry.register('s', { schema: '"string"' });
    expect((await client.schemaById(1)).schema).toBe('"string"');
  });

  it('asks again for the latest version when its time is over', async () => {
    let nowMs = 0;
    const registry = new FakeRegistry();
    registry.register('s', { schema: '"string"' });
    const client = registry.client({ latestTtlMs: 100, clock: { now: () => nowMs, monotonic: () => nowMs } });
    expect((await client.latestVersion('s')).version).toBe(1);
    registry.register('s', { schema: '"bytes"' });
    nowMs = 99;
    expect((await client.latestVersion('s')).version).toBe(1);
    nowMs = 100;
    expect((await client.latestVersion('s')).version).toBe(2);
  });

  it('keeps no more than it may, the latest used', async () => {
    const registry = new FakeRegistry();
    ['"int"', '"long"', '"string"'].forEach((text) => registry.register('s', { schema: text }));
    const client = registry.client({ cacheSize: 2 });
    for (const id of [1, 2, 1, 3, 1, 2]) await client.schemaById(id);
    expect(registry.asked).toEqual([1, 2, 3, 2].map((id) => `GET /schemas/ids/${id}`));
  });
});
