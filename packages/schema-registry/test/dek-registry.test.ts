/** The DEK registry over HTTP, on a server without a socket. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseGrant } from '../src/auth/permissions.js';
import { Users } from '../src/auth/users.js';
import { MemoryLog, MemoryTopic } from './memory-log.js';
import { TestServer, type TestAnswer } from './test-server.js';

const root = '/dek-registry/v1/keks';
const kek = { name: 'k', kmsType: 'local-kms', kmsKeyId: 'id' };
const shownKek = { ...kek, kmsProps: {}, shared: false, ts: expect.any(Number) as number };
const dek = { subject: 's', version: 1, algorithm: 'AES256_GCM', encryptedKeyMaterial: 'AAAA' };
const shownDek = { kekName: 'k', ...dek, ts: expect.any(Number) as number };
const errorOf = ({ json }: TestAnswer): [number, string] => {
  const { error_code: code, message } = json as { error_code: number; message: string };
  return [code, message];
};

let server: TestServer;
const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<TestAnswer> => server.ask(method, root + path, body);

beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(() => server.stop());

describe('a key encryption key', () => {
  it('is registered once, changed and listed', async () => {
    expect((await ask('POST', '', kek)).json).toEqual(shownKek);
    expect(errorOf(await ask('POST', '', kek))).toEqual([40971, "Key 'k' already exists; use a different value"]);
    expect((await ask('PUT', '/k', { doc: 'd', kmsProps: { b: '2', a: '1' } })).json).toEqual({ ...shownKek, doc: 'd', kmsProps: { a: '1', b: '2' } });
    expect((await ask('PUT', '/k', { kmsProps: null, doc: null })).json).toEqual({ ...kek, shared: false, ts: shownKek.ts });
    await ask('POST', '', { ...kek, name: 'a', kmsType: 'AWS' });
    expect((await ask('GET', '/a')).json).toMatchObject({ kmsType: 'aws-kms' });
    expect((await ask('GET', '')).json).toEqual(['a', 'k']);
    expect((await ask('GET', '?offset=1&limit=1')).json).toEqual(['k']);
  });

  it('is deleted, brought back, and deleted for good', async () => {
    await ask('POST', '', kek);
    expect(errorOf(await ask('DELETE', '/k?permanent=true'))).toEqual([40471, "Key 'k' was not deleted first before being permanently deleted"]);
    expect((await ask('DELETE', '/k')).status).toBe(204);
    expect(errorOf(await ask('GET', '/k'))).toEqual([40470, "Key 'k' not found"]);
    expect((await ask('GET', '/k?deleted=true')).json).toEqual({ ...shownKek, deleted: true });
    expect([(await ask('GET', '')).json, (await ask('GET', '?deleted=true')).json]).toEqual([[], ['k']]);
    expect(errorOf(await ask('POST', '', { ...kek, kmsKeyId: 'other' }))[0]).toBe(40971);
    expect((await ask('POST', '', kek)).json).toEqual(shownKek);
    await ask('DELETE', '/k');
    expect((await ask('POST', '/k/undelete')).status).toBe(204);
    await ask('DELETE', '/k');
    expect((await ask('DELETE', '/k?permanent=true')).status).toBe(204);
    expect((await ask('GET', '?deleted=true')).json).toEqual([]);
    for (const [method, path] of [['DELETE', '/k'], ['POST', '/k/undelete'], ['POST', '/k/test'], ['GET', '/k/deks']] as const) expect(errorOf(await ask(method, path))[0], path).toBe(40470);
  });

  it.each([
    ['no name', { ...kek, name: undefined }, 'name'], ['a name that is none', { ...kek, name: 'a b' }, 'name'], ['a name that begins with a digit', { ...kek, name: '1' }, 'name'],
    ['no type', { ...kek, kmsType: undefined }, 'kmsType'], ['no id', { ...kek, kmsKeyId: '' }, 'kmsKeyId'],
  ])('is refused with %s', async (_, body, field) => {
    expect(errorOf(await ask('POST', '', body))).toEqual([42271, `Invalid or missing value for field '${field}' of key`]);
  });

  it('is refused when its members are of other types', async () => {
    expect((await ask('POST', '', { ...kek, shared: 'yes' })).status).toBe(400);
    expect((await ask('POST', '', { ...kek, kmsProps: { a: 1 } })).status).toBe(400);
    expect((await ask('POST', '')).status).toBe(422);
  });

  it('is not used by the registry, which has no KMS', async () => {
    expect(errorOf(await ask('POST', '?testSharing=true', { ...kek, shared: true }))[0]).toBe(50070);
    await ask('POST', '', { ...kek, shared: true });
    expect(errorOf(await ask('POST', '/k/test'))).toEqual([50070, "Could not generate encrypted dek for __TEST: this registry has no access to a KMS of type 'local-kms'"]);
    expect(errorOf(await ask('POST', '/k/deks/s', { version: 1 }))[0]).toBe(50070);
    expect(errorOf(await ask('POST', '/k/deks/s', dek))[0]).toBe(50070);
    await ask('POST', '', { ...kek, name: 'own' });
    expect(errorOf(await ask('POST', '/own/test'))).toEqual([42271, "Invalid or missing value for field 'shared' of key"]);
  });
});

describe('a data encryption key', () => {
  beforeEach(() => ask('POST', '', kek));

  it('is registered in versions, under either path', async () => {
    expect((await ask('POST', '/k/deks/s', dek)).json).toEqual(shownDek);
    expect(errorOf(await ask('POST', '/k/deks/s', dek))).toEqual([40971, "Key 's' already exists; use a different value"]);
    expect((await ask('POST', '/k/deks', { ...dek, version: 2 })).json).toEqual({ ...shownDek, version: 2 });
    await ask('POST', '/k/deks/s', { ...dek, algorithm: 'AES256_SIV' });
    expect((await ask('GET', '/k/deks')).json).toEqual(['s']);
    expect((await ask('GET', '/k/deks/s/versions')).json).toEqual([1, 2]);
    expect((await ask('GET', '/k/deks/s/versions?algorithm=AES256_SIV')).json).toEqual([1]);
    // Readers whose keys do not expire ask without a version, and mean the first.
    expect((await ask('GET', '/k/deks/s')).json).toEqual(shownDek);
    for (const latest of ['/versions/latest', '/versions/-1', '/versions/2']) expect((await ask('GET', `/k/deks/s${latest}`)).json, latest).toMatchObject({ version: 2 });
    expect((await ask('GET', '/k/deks/s/versions/1?algorithm=AES256_GCM')).json).toEqual(shownDek);
    expect((await ask('POST', '/k/deks/s?rewrap=true', { ...dek, encryptedKeyMaterial: 'BBBB' })).json).toEqual({ ...shownDek, encryptedKeyMaterial: 'BBBB' });
    expect((await ask('GET', '?subjectPrefix=s')).json).toEqual(['k']);
    expect((await ask('GET', '?subjectPrefix=x')).json).toEqual([]);
    expect(errorOf(await ask('DELETE', '/k'))).toEqual([42272, "One or more references exist to the key 'k'"]);
  });

  it('is deleted, brought back, and deleted for good, by version and as a whole', async () => {
    for (const version of [1, 2]) await ask('POST', '/k/deks/s', { ...dek, version });
    expect(errorOf(await ask('DELETE', '/k/deks/s/versions/1?permanent=true'))).toEqual([40471, "Key 's' was not deleted first before being permanently deleted"]);
    expect((await ask('DELETE', '/k/deks/s/versions/1')).status).toBe(204);
    expect((await ask('GET', '/k/deks/s/versions')).json).toEqual([2]);
    expect((await ask('GET', '/k/deks/s/versions/1?deleted=true')).json).toEqual({ ...shownDek, deleted: true });
    expect((await ask('POST', '/k/deks/s/versions/1/undelete')).status).toBe(204);
    expect(errorOf(await ask('DELETE', '/k/deks/s?permanent=true'))[0]).toBe(40471);
    await ask('DELETE', '/k/deks/s');
    expect(errorOf(await ask('GET', '/k/deks/s'))).toEqual([40470, "Key 's' not found"]);
    await ask('DELETE', '/k');
    expect(errorOf(await ask('POST', '/k/deks/s/undelete'))).toEqual([40472, "Key 'k' must be undeleted first"]);
    await ask('POST', '/k/undelete');
    expect((await ask('POST', '/k/deks/s/undelete')).status).toBe(204);
    expect((await ask('GET', '/k/deks/s/versions')).json).toEqual([1, 2]);
    await ask('DELETE', '/k/deks/s');
    expect((await ask('DELETE', '/k/deks/s?permanent=true')).status).toBe(204);
    expect((await ask('GET', '/k/deks/s/versions?deleted=true')).json).toEqual([]);
    expect(errorOf(await ask('DELETE', '/k/deks/s'))[0]).toBe(40470);
  });

  it.each([
    ['no material', '/k/deks/s', { ...dek, encryptedKeyMaterial: undefined }, 42271], ['version 0', '/k/deks/s', { ...dek, version: 0 }, 42271], ['no subject', '/k/deks', { ...dek, subject: undefined }, 42271],
    ['another algorithm', '/k/deks/s', { ...dek, algorithm: 'DES' }, 400], ['a version that is a text', '/k/deks/s', { ...dek, version: '1' }, 400], ['a key that is not there', '/x/deks/s', dek, 40470],
  ])('is refused with %s', async (_, path, body, code) => {
    expect(errorOf(await ask('POST', path, body))[0]).toBe(code);
  });

  it('is asked for with wrong words', async () => {
    expect(errorOf(await ask('GET', '/k/deks/s/versions/x'))[0]).toBe(42202);
    expect((await ask('GET', '/k/deks/s?algorithm=DES')).status).toBe(404);
  });

  it('is one of a context, and of the subject its alias names', async () => {
    await server.ask('POST', `/contexts/c${root}/k/deks/s`, dek);
    expect((await ask('GET', '/k/deks')).json).toEqual([':.c:s']);
    expect((await server.ask('GET', `/contexts/c${root}`)).json).toEqual(['k']);
    await server.ask('PUT', '/config/other', { alias: 'none', aliasForDeks: 's' });
    await ask('POST', '/k/deks/other', dek);
    expect((await ask('GET', '/k/deks')).json).toEqual([':.c:s', 's']);
  });
});

it('keeps keys in the log, as any instance reads them', async () => {
  const topic = new MemoryTopic();
  const first = await TestServer.start({ log: new MemoryLog(topic) });
  await first.ask('POST', root, kek);
  await first.ask('POST', `${root}/k/deks/s`, dek);
  await first.stop();
  const second = await TestServer.start({ log: new MemoryLog(topic) });
  expect((await second.ask('GET', `${root}/k`)).json).toEqual(shownKek);
  expect((await second.ask('GET', `${root}/k/deks/s`)).json).toEqual(shownDek);
  await second.stop();
});

it('lets administrators change keys of a KMS, and who may write a subject its data keys', async () => {
  const users = Users.parse('ada: secret, admins\nbob: secret, writers\neve: secret, readers\n');
  const guarded = await TestServer.start({ authenticator: { users, grants: ['admins:admin', 'writers:write:s', 'readers:read:s'].map(parseGrant) } });
  const status = async (user: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<number> =>
    (await guarded.ask(method, root + path, body, { authorization: `Basic ${Buffer.from(`${user}:secret`).toString('base64')}` })).status;
  expect((await guarded.ask('GET', root)).status).toBe(401);
  expect(await status('bob', 'POST', '', kek)).toBe(403);
  expect(await status('ada', 'POST', '', kek)).toBe(200);
  expect(await status('bob', 'PUT', '/k', { doc: 'd' })).toBe(403);
  expect(await status('eve', 'POST', '/k/deks/s', dek)).toBe(403);
  expect(await status('bob', 'POST', '/k/deks/s', dek)).toBe(200);
  for (const path of ['/k/deks/x', '/k/deks']) expect(await status('bob', 'POST', path, { ...dek, subject: 'x' }), path).toBe(403);
  expect(await status('eve', 'GET', '/k/deks/s')).toBe(200);
  expect(await status('eve', 'GET', '/k/deks/x')).toBe(403);
  expect(await status('eve', 'DELETE', '/k/deks/s')).toBe(403);
  // An alias is no way around.
  await guarded.ask('PUT', '/config/secret', { aliasForDeks: 'x' }, { authorization: `Basic ${Buffer.from('ada:secret').toString('base64')}` });
  expect(await status('bob', 'POST', '/k/deks/secret', dek)).toBe(403);
  expect(await status('bob', 'GET', '/k/deks/secret')).toBe(403);
  expect(await status('bob', 'DELETE', '/k')).toBe(403);
  await guarded.stop();
});
