import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RegistryError } from '../src/core/registry-error.js';
import { LogTimeoutError, RecordTooLargeError } from '../src/store/schema-log.js';
import { MemoryLog } from './memory-log.js';
import { avroRecord } from './registry-story.js';
import { TestServer } from './test-server.js';

const first = avroRecord('R', ['a']);
const second = avroRecord('R', ['a'], ['b']);
const v1 = 'application/vnd.schemaregistry.v1+json';

describe('one registry', () => {
  let registry: TestServer;
  beforeAll(async () => {
    registry = await TestServer.start();
  });
  afterAll(() => registry.stop());

  test('registers, and tells of what it has', async () => {
    const registered = await registry.ask('POST', '/subjects/s/versions', { schema: first });
    expect(registered).toMatchObject({ status: 200, type: v1 });
    expect(registered.json).toEqual({ id: 1, version: 1, guid: expect.any(String), schemaType: 'AVRO', schema: first });
    const { guid } = registered.json as { guid: string };
    expect((await registry.ask('GET', '/subjects')).json).toEqual(['s']);
    expect((await registry.ask('GET', '/subjects/s/versions')).json).toEqual([1]);
    const version = (await registry.ask('GET', '/subjects/s/versions/latest')).json;
    expect(version).toEqual({ subject: 's', version: 1, id: 1, guid, schemaType: 'AVRO', schema: first, ts: expect.any(Number), deleted: false });
    expect((await registry.ask('GET', '/subjects/s/versions/-1')).json).toEqual(version);
    expect((await registry.ask('POST', '/subjects/s', { schema: first })).json).toEqual(version);
    expect((await registry.ask('GET', '/schemas')).json).toEqual([version]);
    expect((await registry.ask('GET', '/schemas/ids/1')).json).toEqual({ guid, schemaType: 'AVRO', schema: first, ts: expect.any(Number), deleted: false });
    expect((await registry.ask('GET', '/schemas/ids/1?subject=s&fetchMaxId=true')).json).toMatchObject({ subject: 's', version: 1, maxId: 1 });
    expect((await registry.ask('GET', '/schemas/ids/1/subjects')).json).toEqual(['s']);
    expect((await registry.ask('GET', '/schemas/ids/1/versions')).json).toEqual([{ subject: 's', version: 1 }]);
    expect((await registry.ask('GET', `/schemas/guids/${guid}`)).json).toMatchObject({ schema: first });
    expect((await registry.ask('GET', `/schemas/guids/${guid}/ids`)).json).toEqual([{ context: '.', id: 1 }]);
    expect(await registry.ask('GET', '/schemas/ids/1/schema')).toMatchObject({ text: first, type: v1 });
    expect(await registry.ask('GET', '/subjects/s/versions/1/schema')).toMatchObject({ text: first });
    expect((await registry.ask('GET', '/subjects/s/versions/1/referencedby')).json).toEqual([]);
  });

  test('a slash in a subject is %2F, and a subject may be long', async () => {
    const long = 'x'.repeat(3_000);
    expect((await registry.ask('POST', '/subjects/a%2Fb/versions', { schema: '"int"' })).status).toBe(200);
    expect((await registry.ask('GET', '/subjects/a%2Fb/versions')).json).toEqual([1]);
    expect((await registry.ask('POST', `/subjects/${long}/versions`, { schema: '"int"' })).status).toBe(200);
    expect((await registry.ask('DELETE', `/subjects/${long}`)).json).toEqual([1]);
    expect((await registry.ask('GET', '/subjects?deleted=false&subjectPrefix=a')).json).toEqual(['a/b']);
  });

  test.each([
    ['/contexts/c/subjects/t/versions/1', '/subjects/:.c:t/versions/1'],
    ['/contexts/.c/subjects/t/versions/1', '/subjects/%3A.c%3At/versions/1'],
    ['/contexts/:.c:/subjects/t/versions/1', '/subjects/:.c:t/versions/1'],
    ['/contexts/c/subjects/subjects/versions/1', '/subjects/:.c:subjects/versions/1'],
    ['/contexts/c/subjects', '/subjects?subjectPrefix=:.c:'],
    ['/contexts/c/schemas/ids/1', '/schemas/ids/1?subject=:.c:'],
    ['/contexts/c/schemas', '/schemas?subjectPrefix=:.c:'],
    ['/contexts/c/config?defaultToGlobal=true', '/config/:.c:?defaultToGlobal=true'],
    ['/contexts/c/mode?defaultToGlobal=true', '/mode/:.c:?defaultToGlobal=true'],
    ['/contexts/c/subjects/t/metadata?key=a&value=b', '/subjects/:.c:t/metadata?key=a&value=b'],
  ])('%s is %s', async (withContext, plain) => {
    await registry.ask('POST', '/contexts/c/subjects/t/versions', { schema: '"int"' });
    const found = await registry.ask('GET', withContext);
    expect(found.status).toBe((await registry.ask('GET', plain)).status);
    expect(found.text).toBe((await registry.ask('GET', plain)).text);
  });

  test('contexts are listed and go when they are empty', async () => {
    expect((await registry.ask('GET', '/contexts')).json).toEqual(['.', '.c']);
    expect((await registry.ask('DELETE', '/contexts/c')).json).toEqual({ error_code: 42211, message: "The specified context '.c' is not empty." });
    await registry.ask('DELETE', '/contexts/c/subjects/t');
    await registry.ask('DELETE', '/contexts/c/subjects/t?permanent=true');
    expect(await registry.ask('DELETE', '/contexts/c')).toMatchObject({ status: 204, text: '' });
    expect((await registry.ask('GET', '/contexts')).json).toEqual(['.']);
    expect(await registry.ask('GET', '/contexts/a:b/subjects')).toMatchObject({ status: 400 });
  });

  test('config says compatibilityLevel, and a change says compatibility', async () => {
    expect((await registry.ask('GET', '/config')).json).toEqual({ compatibilityLevel: 'BACKWARD' });
    expect((await registry.ask('PUT', '/config/k', { compatibility: 'full', alias: 's' })).json).toEqual({ alias: 's', compatibility: 'FULL' });
    expect((await registry.ask('GET', '/config/k')).json).toEqual({ alias: 's', compatibilityLevel: 'FULL' });
    // Behind an alias is the other subject, but not for config and mode.
    expect((await registry.ask('GET', '/subjects/k/versions/1')).json).toMatchObject({ subject: 's' });
    expect((await registry.ask('PUT', '/config/k', { alias: null })).json).toEqual({ compatibility: 'FULL' });
    expect((await registry.ask('DELETE', '/config/k')).json).toEqual({ compatibilityLevel: 'FULL' });
    expect((await registry.ask('GET', '/config/k')).json).toEqual({ error_code: 40408, message: "Subject 'k' does not have subject-level compatibility configured" });
    expect((await registry.ask('GET', '/config/:.:')).json).toEqual({ compatibilityLevel: 'BACKWARD' });
  });

  test('mode', async () => {
    expect((await registry.ask('GET', '/mode')).json).toEqual({ mode: 'READWRITE' });
    expect((await registry.ask('PUT', '/mode/k', { mode: 'readonly' })).json).toEqual({ mode: 'READONLY' });
    expect(await registry.ask('POST', '/subjects/k/versions', { schema: '"int"' })).toMatchObject({ status: 422, json: { error_code: 42205 } });
    expect((await registry.ask('DELETE', '/mode/k')).json).toEqual({ mode: 'READONLY' });
    expect(await registry.ask('PUT', '/mode/k', { mode: 'sideways' })).toMatchObject({ status: 422, json: { error_code: 42204, message: 'Invalid mode. Valid values are READWRITE, READONLY, IMPORT and FORWARD.' } });
  });

  test('compatibility: in words only when asked, and words for a broken schema too', async () => {
    const path = '/compatibility/subjects/s/versions';
    expect((await registry.ask('POST', `${path}/latest`, { schema: second })).json).toEqual({ is_compatible: true });
    expect((await registry.ask('POST', `${path}?verbose=true`, { schema: second })).json).toEqual({ is_compatible: true, messages: [] });
    expect((await registry.ask('POST', `${path}/1?verbose=TRUE`, { schema: '"int"' })).json).toMatchObject({ is_compatible: false, messages: expect.any(Array) });
    expect(await registry.ask('POST', `${path}/latest`, { schema: '{' })).toMatchObject({ status: 422 });
    expect(await registry.ask('POST', `${path}/latest?verbose=true`, { schema: '{' })).toMatchObject({ status: 200, json: { is_compatible: false } });
    expect((await registry.ask('POST', '/compatibility/subjects/gone/versions/latest', { schema: '"int"' })).json).toEqual({ is_compatible: true });
    expect((await registry.ask('POST', '/compatibility/subjects/gone/versions/1', { schema: '"int"' })).json).toEqual({ error_code: 40402, message: 'Version 1 not found.' });
  });

  test.each([
    ['GET', '/nothing', 404, 'HTTP 404 Not Found'],
    ['GET', '/schemas/ids/x', 404, 'HTTP 404 Not Found'],
    ['GET', '/subjects?offset=x', 404, 'HTTP 404 Not Found'],
    ['POST', '/config', 405, 'HTTP 405 Method Not Allowed'],
    ['PATCH', '/subjects/s', 405, 'HTTP 405 Method Not Allowed'],
    ['GET', '/subjects/%zz', 400, 'HTTP 400 Bad Request'],
    ['GET', '/schemas/ids/77', 40403, 'Schema 77 not found'],
    ['GET', '/schemas/ids/77/subjects', 40403, 'Schema not found'],
    ['GET', '/subjects/gone/versions', 40401, "Subject 'gone' not found."],
    ['GET', '/subjects/s/versions/9', 40402, 'Version 9 not found.'],
    ['GET', '/subjects/s/versions/0', 42202, "The specified version '0' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\""],
  ] as const)('%s %s is %i', async (method, url, code, message) => {
    const answer = await registry.ask(method, url);
    expect(answer.json).toEqual({ error_code: code, message });
    expect(answer.status).toBe(code < 1000 ? code : Math.floor(code / 100));
    expect(answer.type).toBe(v1);
  });

  test.each([
    ['no body', undefined, {}, 422, 422],
    ['a body that is null', 'null', {}, 422, 422],
    ['a body that is no JSON', '{', {}, 400, 400],
    ['a body that is a list', '[]', {}, 400, 400],
    ['a member of another type', { schema: 7 }, {}, 400, 400],
    ['a reference without a subject', { schema: '"int"', references: [{ name: 'a', version: 1 }] }, {}, 400, 400],
    ['a rule of an unknown mode', { schema: '"int"', ruleSet: { domainRules: [{ name: 'a', mode: 'SIDEWAYS' }] } }, {}, 400, 400],
    ['a foreign type', { schema: '"int"' }, { 'content-type': 'text/plain' }, 415, 415],
    ['an answer of a foreign type', { schema: '"int"' }, { accept: 'text/html' }, 406, 406],
    ['a body that is too large', { schema: 'x'.repeat(2_000_000) }, {}, 413, 413],
    ['a schema of an unknown type', { schema: 'x', schemaType: 'XML' }, {}, 422, 42201],
    ['deep nesting', { schema: `${'{"type":"array","items":'.repeat(5_000)}"int"${'}'.repeat(5_000)}` }, {}, 422, 42201],
  ])('%s is answered', async (_, body, headers, status, code) => {
    const answer = await registry.ask('POST', '/subjects/bad/versions', body, headers);
    expect([answer.status, (answer.json as { error_code: number }).error_code]).toEqual([status, code]);
    expect(Object.keys(answer.json as object)).toEqual(['error_code', 'message']);
  });

  test('members that are not known are passed over', async () => {
    expect((await registry.ask('POST', '/subjects/tolerant/versions', { schema: '"long"', unknown: { deep: [1] } })).status).toBe(200);
  });

  test('the type of an answer is what is accepted', async () => {
    const types = async (accept: string): Promise<string> => (await registry.ask('GET', '/subjects', undefined, { accept })).type;
    expect(await types('*/*')).toBe(v1);
    expect(await types('application/json')).toBe('application/json');
    expect(await types('application/vnd.schemaregistry+json, application/json')).toBe('application/vnd.schemaregistry+json');
    expect(await types('application/vnd.schemaregistry.v1+json, application/vnd.schemaregistry+json, application/json')).toBe(v1);
    expect(await types('application/json;q=0.9, application/vnd.schemaregistry.v1+json;q=0.1')).toBe('application/json');
    expect((await registry.ask('POST', '/subjects/octets/versions', '{"schema":"\\"int\\""}', { 'content-type': 'application/octet-stream' })).status).toBe(200);
  });

  test('a request has an id, its own or a new one', async () => {
    expect((await registry.ask('GET', '/subjects', undefined, { 'x-request-id': 'mine-7' })).headers['x-request-id']).toBe('mine-7');
    expect((await registry.ask('GET', '/nothing')).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('lists come in pages', async () => {
    await Promise.all(Array.from({ length: 7 }, (_, index) => registry.ask('POST', `/subjects/page-${index}/versions`, { schema: '"int"' })));
    expect((await registry.ask('GET', '/subjects?subjectPrefix=page-&offset=2&limit=3')).json).toEqual(['page-2', 'page-3', 'page-4']);
    expect((await registry.ask('GET', '/subjects?subjectPrefix=page-&limit=0')).json).toHaveLength(7);
  });

  test('deleted versions are negative when asked', async () => {
    await registry.ask('POST', '/subjects/signed/versions', { schema: first });
    await registry.ask('POST', '/subjects/signed/versions', { schema: second });
    expect((await registry.ask('DELETE', '/subjects/signed/versions/1')).json).toBe(1);
    expect((await registry.ask('GET', '/subjects/signed/versions?deletedAsNegative=true')).json).toEqual([-1, 2]);
    expect((await registry.ask('GET', '/subjects/signed/versions?deletedOnly=true')).json).toEqual([1]);
  });

  test('about itself', async () => {
    expect((await registry.ask('GET', '/')).json).toEqual({});
    expect((await registry.ask('GET', '/schemas/types')).json).toEqual(['JSON', 'PROTOBUF', 'AVRO']);
    expect((await registry.ask('GET', '/v1/metadata/id')).json).toEqual({ scope: { path: [], clusters: { 'kafka-cluster': 'cluster', 'schema-registry-cluster': 'schema-registry' } } });
    expect((await registry.ask('GET', '/v1/metadata/version')).json).toMatchObject({ version: '8.2.0' });
    expect(await registry.ask('GET', '/health')).toMatchObject({ status: 200, json: { status: 'UP' } });
    expect(await registry.ask('GET', '/ready')).toMatchObject({ status: 200, json: { status: 'UP', leader: 'self' } });
    expect((await registry.ask('GET', '/metrics')).text).toMatch(/schema_registry_leader 1\n/);
    expect((await registry.ask('GET', '/openapi.json')).json).toMatchObject({ openapi: '3.1.0', paths: { '/subjects/{subject}/versions': { post: { summary: expect.any(String) } } } });
    expect((await registry.ask('GET', '/docs/')).status).toBe(200);
  });
});

describe('the switches for older clients', () => {
  test('409 instead of 40901, and answers as those of 7.x', async () => {
    const registry = await TestServer.start({ rules: { incompatibleCode: 409 }, service: { style: { isLegacy: true } } });
    expect((await registry.ask('POST', '/subjects/s/versions', { schema: first })).json).toEqual({ id: 1 });
    expect((await registry.ask('GET', '/subjects/s/versions/1')).json).toEqual({ subject: 's', version: 1, id: 1, schema: first });
    expect((await registry.ask('GET', '/schemas/ids/1')).json).toEqual({ schema: first });
    expect(await registry.ask('POST', '/subjects/s/versions', { schema: '"int"' })).toMatchObject({ status: 409, json: { error_code: 409 } });
    await registry.stop();
  });
});

describe('a log that fails', () => {
  test('a write without an answer is 50002, and the schema is not lost', async () => {
    const log = new MemoryLog();
    const registry = await TestServer.start({ log });
    await registry.ask('POST', '/subjects/s/versions', { schema: '"int"' });
    log.failNext = { error: new LogTimeoutError('late'), isWritten: true };
    expect(await registry.ask('POST', '/subjects/s/versions', { schema: '"long"' })).toMatchObject({ status: 500, json: { error_code: 50002, message: 'Register operation timed out' } });
    expect((await registry.ask('POST', '/subjects/s/versions', { schema: '"long"' })).json).toMatchObject({ id: 2, version: 2 });
    await registry.stop();
  });

  test('a write that fails is 50001, one that is too large 42209, and writing goes on', async () => {
    const log = new MemoryLog();
    const registry = await TestServer.start({ log });
    await registry.ask('POST', '/subjects/s/versions', { schema: '"int"' });
    log.failNext = { error: new Error('the broker is away'), isWritten: false };
    expect(await registry.ask('DELETE', '/subjects/s/versions/1')).toMatchObject({ status: 500, json: { error_code: 50001, message: 'Delete Schema Version operation failed while writing to the Kafka store' } });
    log.failNext = { error: new RecordTooLargeError('1 MB'), isWritten: false };
    expect((await registry.ask('POST', '/subjects/s/versions', { schema: '"long"' })).json).toEqual({ error_code: 42209, message: 'Register operation failed because schema is too large' });
    expect((await registry.ask('POST', '/subjects/s/versions', { schema: '"long"' })).json).toMatchObject({ id: 2, version: 2 });
    await registry.stop();
  });

  test('without a leader there is no writing, but reading', async () => {
    const registry = await TestServer.start({ election: { start: (listener) => listener.onFollowing(null), stop: () => Promise.resolve() } });
    expect((await registry.ask('POST', '/subjects/s/versions', { schema: '"int"' })).json).toEqual({ error_code: 50004, message: 'Leader not known.' });
    expect((await registry.ask('GET', '/subjects')).json).toEqual([]);
    expect((await registry.ask('GET', '/ready')).status).toBe(503);
    await registry.stop();
  });

  test('a leader that cannot be reached is 50003', async () => {
    const registry = await TestServer.start({
      election: { start: (listener) => listener.onFollowing({ host: '127.0.0.1', port: 1, scheme: 'http', isEligible: true, isLeader: true }), stop: () => Promise.resolve() },
    });
    expect(await registry.ask('POST', '/subjects/s/versions', { schema: '"int"' })).toMatchObject({ status: 500, json: { error_code: 50003, message: 'Error while forwarding register schema request to the leader' } });
    await registry.stop();
  });
});

test('codes carry their status', () => expect([new RegistryError(40901, '').httpStatus, new RegistryError(409, '').httpStatus, new RegistryError(50002, '').httpStatus]).toEqual([409, 409, 500]));
