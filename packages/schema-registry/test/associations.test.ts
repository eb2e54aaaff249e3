/** Associations over HTTP, on a server without a socket. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryLog } from './memory-log.js';
import { TestServer, type TestAnswer } from './test-server.js';

const record = (...fields: string[]): string => JSON.stringify({ type: 'record', name: 'R', fields: fields.map((name) => ({ name, type: 'string' })) });
const withDefaults = JSON.stringify({ type: 'record', name: 'R', fields: [{ name: 'z', type: 'string', default: '' }] });
const withDefault = JSON.stringify({ type: 'record', name: 'R', fields: [{ name: 'a', type: 'string' }, { name: 'b', type: 'string', default: '' }] });
/** A topic that is not there yet. */
const unborn = { resourceName: 'orders', resourceNamespace: 'lkc' };
const orders = { ...unborn, resourceId: 'id-1' };
const resource = { ...orders, resourceType: 'topic' };
const own = (type: string, name = 'orders'): string => `:.lkc:${name}-${type}`;
const invalid = (property: string, detail: string): [number, string] => [42212, `The association specified an invalid value for property: '${property}', detail: ${detail}`];

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(() => server.stop());

const post = (body: object, query = ''): Promise<TestAnswer> => server.ask('POST', `/associations${query}`, body);
const put = (body: object, id = 'id-1', query = ''): Promise<TestAnswer> => server.ask('PUT', `/associations/resources/${id}${query}`, body);
const create = (association: object, more: object = {}): Promise<TestAnswer> => post({ ...orders, ...more, associations: [association] });
const register = (subject: string, schema: string): Promise<TestAnswer> => server.ask('POST', `/subjects/${encodeURIComponent(subject)}/versions`, { schema });
const errorOf = ({ json }: TestAnswer): [number, string] => {
  const { error_code: code, message } = json as { error_code: number; message: string };
  return [code, message];
};
const strong = { associationType: 'value', schema: { schema: record('a') } };

describe('an association with its topic', () => {
  it('registers the schema under the subject that is the topic\'s own, and is STRONG and frozen', async () => {
    const made = await post({ ...orders, associations: [strong, { associationType: 'key', schema: { schema: '"string"' } }] });
    expect(made.status).toBe(200);
    expect(made.json).toEqual({
      ...resource,
      associations: [
        { subject: own('value'), associationType: 'value', lifecycle: 'STRONG', schema: expect.objectContaining({ subject: own('value'), version: 1, id: 1, schema: record('a') }) as object },
        { subject: own('key'), associationType: 'key', lifecycle: 'STRONG', schema: expect.objectContaining({ id: 2, schema: '"string"' }) as object },
      ],
    });
    const value = { subject: own('value'), guid: expect.stringMatching(/^[\da-f-]{36}$/) as string, ...resource, associationType: 'value', lifecycle: 'STRONG', createTs: expect.any(Number) as number, updateTs: expect.any(Number) as number };
    const key = { ...value, subject: own('key'), associationType: 'key' };
    expect((await server.ask('GET', '/associations/resources/id-1')).json).toEqual([key, value]);
    expect((await server.ask('GET', '/associations/resources/lkc/orders?associationType=value')).json).toEqual([value]);
    expect((await server.ask('GET', '/associations/resources/-/orders?limit=1&offset=1')).json).toEqual([value]);
    expect((await server.ask('GET', '/associations/resources/lkc/-?associationType=key&associationType=value')).json).toEqual([key, value]);
    expect((await server.ask('GET', `/associations/subjects/${encodeURIComponent(own('key'))}?lifecycle=STRONG`)).json).toEqual([key]);
    for (const nothing of ['/associations/resources/lkc/other', '/associations/resources/none', '/associations/resources/id-1?lifecycle=WEAK', '/associations/resources/id-1?resourceType=table']) {
      expect((await server.ask('GET', nothing)).json, nothing).toEqual([]);
    }
    expect((await server.ask('GET', '/associations/resources/id-1?lifecycle=strongish')).status).toBe(404);
  });

  it('is made once, however often it is asked for', async () => {
    await create(strong);
    expect((await create(strong)).status).toBe(200);
    expect(errorOf(await create({ ...strong, schema: { schema: '"int"' } }))).toEqual([40903, "An association of type 'value' already exists for resource 'orders'"]);
    expect((await server.ask('GET', `/subjects/${encodeURIComponent(own('value'))}/versions`)).json).toEqual([1]);
  });

  it('is only checked in a dry run, which needs no id yet', async () => {
    expect((await post({ ...unborn, associations: [strong] }, '?dryRun=true')).json).toEqual({ resourceName: 'orders', resourceNamespace: 'lkc', resourceType: 'topic' });
    expect((await server.ask('GET', '/subjects')).json).toEqual([]);
    expect(errorOf(await post({ ...unborn, associations: [strong] }))).toEqual(invalid('resourceId', 'cannot be null or empty'));
    await create(strong);
    expect((await post({ ...unborn, associations: [strong] }, '?dryRun=true')).status).toBe(200);
    expect(errorOf(await post({ ...unborn, associations: [{ ...strong, schema: { schema: '"int"' } }] }, '?dryRun=true'))[0]).toBe(40903);
  });

  it('makes nothing when one of its parts is wrong', async () => {
    expect(errorOf(await post({ ...orders, associations: [strong, { associationType: 'key', schema: { schema: '{' } }] }))[0]).toBe(42201);
    expect(errorOf(await post({ ...orders, associations: [strong, { associationType: 'key', subject: 'nowhere', lifecycle: 'WEAK' }] }))).toEqual(invalid('lifecycle', 'must be the same for all associations of a resource, and would be value=STRONG, key=WEAK'));
    expect((await server.ask('GET', '/subjects')).json).toEqual([]);
    expect((await server.ask('GET', '/associations/resources/id-1')).json).toEqual([]);
  });

  it('protects its subject', async () => {
    await create(strong);
    const subject = encodeURIComponent(own('value'));
    expect(errorOf(await server.ask('DELETE', `/subjects/${subject}`))).toEqual([40904, `An association already exists for subject '${own('value')}'`]);
    expect(errorOf(await server.ask('DELETE', `/subjects/${subject}/versions/1`))[0]).toBe(40907);
    expect(errorOf(await create(strong, { resourceId: 'id-2' }))[0]).toBe(40904);
    const referring = { schema: '"int"', references: [{ name: 'R', subject: own('value'), version: 1 }] };
    expect(errorOf(await server.ask('POST', '/subjects/leans/versions', referring))[0]).toBe(42205);
    expect(errorOf(await put({ ...orders, resourceName: 'other', resourceId: 'id-3', associations: [{ subject: own('value'), lifecycle: 'WEAK' }] }, 'id-3'))).toEqual([40905, `A strong association already exists for subject '${own('value')}'`]);
  });

  it('does not take over a subject that others use', async () => {
    await register(own('value'), record('a'));
    expect((await create(strong)).status).toBe(200);
    await register(own('value', 'paid'), record('a'));
    await register(own('value', 'paid'), withDefault);
    expect(errorOf(await create({ associationType: 'value', schema: { schema: withDefault } }, { resourceName: 'paid', resourceId: 'id-2' }))).toEqual(invalid('frozen', 'an association cannot be made frozen when its subject has schemas'));
    await register(own('value', 'leant'), '"string"');
    await server.ask('POST', '/subjects/leans/versions', { schema: '"int"', references: [{ name: 'x', subject: own('value', 'leant'), version: 1 }] });
    expect(errorOf(await create({ associationType: 'value', schema: { schema: '"string"' } }, { resourceName: 'leant', resourceId: 'id-3' }))).toEqual([42206, `One or more references exist to the schema ${own('value', 'leant')}.`]);
  });
});

describe('an association with a shared subject', () => {
  beforeEach(() => register('shared', record('a')));

  it('is made by PUT and by POST, for several topics', async () => {
    const weak = { subject: 'shared', lifecycle: 'WEAK' };
    expect((await put({ ...orders, associations: [weak] })).json).toEqual({ ...resource, associations: [{ subject: 'shared', associationType: 'value', lifecycle: 'WEAK' }] });
    expect((await create(weak, { resourceName: 'paid', resourceId: 'id-2' })).status).toBe(200);
    expect((await server.ask('GET', '/associations/subjects/shared')).json).toMatchObject([{ resourceName: 'orders' }, { resourceName: 'paid' }]);
    expect((await put({ ...orders, associations: [weak] })).status).toBe(200);
    expect((await server.ask('DELETE', '/subjects/shared')).status).toBe(409);
  });

  it('is meant in the context of the request', async () => {
    await register(':.c:shared', record('a'));
    expect((await server.ask('PUT', '/contexts/c/associations/resources/id-1', { ...orders, associations: [{ subject: 'shared' }] })).json).toMatchObject({ associations: [{ subject: ':.c:shared' }] });
    expect((await put({ ...orders, resourceName: 'paid', resourceId: 'id-2', associations: [{ subject: 'shared' }] }, 'id-2', '?context=:.c:')).json).toMatchObject({ associations: [{ subject: ':.c:shared' }] });
  });

  it.each([
    ['a subject without a schema', { subject: 'nowhere' }, [40907, "No active (non-deleted) version exists for subject 'nowhere'"]],
    ['no subject', {}, invalid('subject', 'must be there for a WEAK association')],
    ['the topic\'s own subject', { subject: own('value'), lifecycle: 'WEAK' }, invalid('subject', `a WEAK association cannot use subject '${own('value')}'`)],
    ['a schema', { subject: 'shared', schema: { schema: '"int"' } }, invalid('schema', 'comes only with an association that is made together with its topic')],
    ['a schema, said to be weak', { subject: 'shared', lifecycle: 'WEAK', schema: { schema: '"int"' } }, invalid('lifecycle', 'cannot be WEAK beside a schema')],
    ['frozen', { subject: 'shared', frozen: true }, invalid('frozen', 'an association with lifecycle of WEAK cannot be frozen=true')],
    ['strong', { lifecycle: 'STRONG' }, invalid('lifecycle', 'cannot be STRONG unless the association is made together with its topic')],
    ['another type', { subject: 'shared', associationType: 'header' }, invalid('associationType', "must be either 'key' or 'value'")],
    ['another lifecycle', { subject: 'shared', lifecycle: 'MEDIUM' }, invalid('lifecycle', "'MEDIUM' is neither STRONG nor WEAK")],
    ['an empty subject', { subject: '' }, invalid('subject', 'cannot be empty or have control characters')],
  ])('is refused by PUT with %s', async (_, association, error) => {
    expect(errorOf(await put({ ...orders, associations: [association] }))).toEqual(error);
  });

  it('cannot be changed into another', async () => {
    await register('second', record('a'));
    await put({ ...orders, associations: [{ subject: 'shared', lifecycle: 'WEAK' }] });
    expect(errorOf(await put({ ...orders, associations: [{ subject: 'second', lifecycle: 'WEAK' }] }))).toEqual(invalid('subject', "cannot be changed from 'shared' to 'second'"));
    expect(errorOf(await put({ ...orders, associations: [{ lifecycle: 'STRONG' }] }))).toEqual(invalid('frozen', 'an association with lifecycle of STRONG cannot be frozen=false'));
    expect(errorOf(await create({ subject: 'second', lifecycle: 'WEAK' }))[0]).toBe(40903);
    expect((await put({ ...orders, associations: [{}] })).status).toBe(200);
  });
});

describe('requests that are wrong', () => {
  it.each([
    ['no name', { resourceNamespace: 'lkc', resourceId: 'x', associations: [strong] }, invalid('resourceName', 'cannot be null or empty')],
    ['a long name', { ...orders, resourceName: 'x'.repeat(257), associations: [strong] }, invalid('resourceName', 'is longer than 256')],
    ['a name that is none', { ...orders, resourceName: 'a/b', associations: [strong] }, invalid('resourceName', "illegal character '/'")],
    ['no namespace', { resourceName: 'orders', resourceId: 'x', associations: [strong] }, invalid('resourceNamespace', 'cannot be null or empty')],
    ['another type of resource', { ...orders, resourceType: 'table', associations: [strong] }, invalid('resourceType', "must be 'topic'")],
    ['no association', { ...orders, associations: [] }, invalid('associations', 'cannot be null or empty')],
    ['nothing about associations', orders, invalid('associations', 'cannot be null or empty')],
    ['a type twice', { ...orders, associations: [strong, strong] }, invalid('associationType', "'value' is there more than once")],
    ['STRONG without a schema', { ...orders, associations: [{ lifecycle: 'STRONG' }] }, invalid('schema', 'must be there for a frozen association')],
    ['a schema that is not frozen', { ...orders, associations: [{ ...strong, frozen: false }] }, invalid('frozen', 'cannot be false beside a schema')],
    ['a schema for another subject', { ...orders, associations: [{ ...strong, subject: 'other' }] }, invalid('subject', `a frozen association must use subject '${own('value')}'`)],
  ])('POST with %s', async (_, body, error) => {
    const answer = await post(body);
    expect([answer.status, ...errorOf(answer)]).toEqual([422, ...error]);
  });

  it.each([
    ['a text', '"x"', 400],
    ['no object in the list', { ...orders, associations: ['x'] }, 400],
    ['a number for a name', { ...orders, resourceName: 7, associations: [strong] }, 400],
  ])('POST with %s', async (_, body, status) => {
    expect((await post(body as object)).status).toBe(status);
  });

  it('PUT with another id in the body than in the path', async () => {
    expect(errorOf(await put({ ...orders, associations: [{ subject: 's' }] }, 'id-2'))).toEqual(invalid('resourceId', 'is another in the path than in the body'));
  });

  it('while the subject is read-only or being imported', async () => {
    await server.ask('PUT', `/mode/${encodeURIComponent(own('value'))}`, { mode: 'IMPORT' });
    expect(errorOf(await create(strong))).toEqual(invalid('schema', `cannot be there while subject '${own('value')}' is in IMPORT mode`));
    await server.ask('PUT', `/mode/${encodeURIComponent(own('value'))}`, { mode: 'READONLY' });
    expect(errorOf(await create(strong))[0]).toBe(42205);
  });
});

describe('a topic that goes', () => {
  beforeEach(() => create(strong));

  it('takes its own subject with it when that is asked', async () => {
    expect(errorOf(await server.ask('DELETE', '/associations/resources/id-1'))).toEqual([40908, `The association of type  'value' is frozen for subject '${own('value')}'`]);
    expect((await server.ask('DELETE', '/associations/resources/id-1?cascadeLifecycle=true&dryRun=true')).status).toBe(204);
    expect((await server.ask('GET', '/associations/resources/id-1')).json).toHaveLength(1);
    expect((await server.ask('DELETE', '/associations/resources/id-1?cascadeLifecycle=true')).status).toBe(204);
    expect((await server.ask('GET', '/associations/resources/id-1')).json).toEqual([]);
    expect((await server.ask('GET', '/subjects?deleted=true')).json).toEqual([]);
    expect(errorOf(await server.ask('DELETE', '/associations/resources/id-1'))).toEqual([40410, "Association for 'id-1' not found."]);
  });

  it('leaves shared subjects', async () => {
    await register('shared', '"int"');
    await put({ ...orders, resourceName: 'paid', resourceId: 'id-2', associations: [{ subject: 'shared' }] }, 'id-2');
    expect((await server.ask('DELETE', '/associations/resources/id-2?associationType=key')).status).toBe(404);
    expect((await server.ask('DELETE', '/associations/resources/id-2?cascadeLifecycle=true')).status).toBe(204);
    expect((await server.ask('GET', '/subjects/shared/versions')).json).toEqual([1]);
  });
});

describe('batches', () => {
  it('get several resources, each with an error of its own', async () => {
    await create(strong);
    const answer = await server.ask('POST', '/associations:batchGet?includeSchemas=true', { requests: [{ resourceId: 'id-1' }, { resourceName: 'orders', resourceNamespace: 'lkc', associationTypes: ['key'] }, { resourceName: 'orders' }, { resourceId: 7 }] });
    expect(answer.status).toBe(207);
    expect(answer.json).toEqual({
      results: [
        { result: { ...resource, associations: [{ subject: own('value'), associationType: 'value', lifecycle: 'STRONG', schema: expect.objectContaining({ schema: record('a') }) as object }] } },
        { result: { resourceName: 'orders', resourceNamespace: 'lkc', resourceType: 'topic' } },
        { error: { error_code: 42212, message: invalid('resourceNamespace', 'must be there beside resourceName')[1] } },
        { error: { error_code: 400, message: expect.stringContaining('requests[3].resourceId') as string } },
      ],
    });
    expect(errorOf(await server.ask('POST', '/associations:batchGet', {}))).toEqual(invalid('requests', 'cannot be null or empty'));
  });

  it('change several resources, each in its order', async () => {
    await register('shared', '"int"');
    const answer = await server.ask('POST', '/associations:batchMutate', {
      requests: [
        { ...orders, associations: [{ opType: 'CREATE', ...strong }, { opType: 'CREATE', associationType: 'key', schema: { schema: '"string"' } }] },
        { ...orders, resourceName: 'paid', resourceId: 'id-2', associations: [{ opType: 'UPSERT', subject: 'nowhere' }] },
        { ...orders, resourceName: 'sent', resourceId: 'id-3', associations: [{ opType: 'UPSERT', subject: 'shared' }] },
        { ...orders, associations: [{ opType: 'DELETE', associationType: 'key', cascadeLifecycle: true }] },
        { ...orders, associations: [{ opType: 'RENAME' }] },
        { ...orders, associations: [{ opType: 'DELETE' }, { opType: 'UPSERT' }] },
        { ...orders, associations: [] },
      ],
    });
    expect(answer.status).toBe(207);
    const { results } = answer.json as { results: { result?: { associations?: { associationType: string }[] }; error?: { error_code: number; message: string } }[] };
    expect(results.map(({ result, error }) => error?.error_code ?? result?.associations?.map(({ associationType }) => associationType))).toEqual([['key', 'value'], 40907, ['value'], ['value'], 400, 42212, 42212]);
    expect(results[4]!.error!.message).toContain("requests[4].associations[0].opType: 'RENAME' is none of CREATE, UPSERT, DELETE");
    expect((await server.ask('GET', '/subjects')).json).toEqual([own('value'), 'shared']);
  });

  it('change nothing in a dry run', async () => {
    const answer = await server.ask('POST', '/associations:batchMutate?dryRun=true', { requests: [{ ...orders, associations: [{ opType: 'CREATE', ...strong }] }, { ...orders, associations: [{ opType: 'CREATE', lifecycle: 'STRONG' }] }] });
    expect(answer.json).toEqual({ results: [{ result: resource }, { error: { error_code: 42212, message: invalid('schema', 'must be there for a frozen association')[1] } }] });
    expect((await server.ask('GET', '/subjects')).json).toEqual([]);
  });
});

it('are not served with associations.enable=false', async () => {
  const without = await TestServer.start({ server: { hasAssociations: false } });
  expect((await without.ask('GET', '/associations/resources/id-1')).status).toBe(404);
  expect((await without.ask('POST', '/associations', { ...orders, associations: [strong] })).status).toBe(404);
  await without.stop();
});

describe('GET /schemas', () => {
  it('lists the schemas of subjects that have such associations', async () => {
    await register('shared', '"int"');
    await register('alone', '"long"');
    await create(strong);
    await put({ ...orders, resourceName: 'paid', resourceId: 'id-2', associations: [{ subject: 'shared' }] }, 'id-2');
    const listed = async (query: string) => ((await server.ask('GET', `/schemas?${query}`)).json as { subject: string; associations?: { lifecycle: string }[] }[]).map(({ subject, associations }) => [subject, associations?.map(({ lifecycle }) => lifecycle)]);
    expect(await listed('lifecycle=STRONG')).toEqual([[own('value'), ['STRONG']]]);
    expect(await listed('lifecycle=WEAK&lifecycle=NONE')).toEqual([['alone', undefined], ['shared', ['WEAK']]]);
    expect(await listed('lifecycle=NONE')).toEqual([['alone', undefined]]);
    expect(await listed('resourceType=topic')).toEqual([[own('value'), ['STRONG']], ['shared', ['WEAK']]]);
    expect(await listed('associationType=key')).toEqual([]);
    expect(await listed('')).toEqual([[own('value'), undefined], ['alone', undefined], ['shared', undefined]]);
    expect((await server.ask('GET', '/schemas?lifecycle=MEDIUM')).status).toBe(404);
  });
});

describe('a deletion with its cascade', () => {
  it('is one write, so that none leaves the subject behind without its association', async () => {
    const log = new MemoryLog();
    const registry = await TestServer.start({ log });
    await registry.ask('POST', '/associations', { ...orders, associations: [strong] });
    const append = vi.spyOn(log, 'append');
    expect((await registry.ask('DELETE', '/associations/resources/id-1?cascadeLifecycle=true')).status).toBe(204);
    expect(append).toHaveBeenCalledTimes(1);
    expect((await registry.ask('GET', `/subjects/${encodeURIComponent(own('value'))}/versions?deleted=true`)).status).toBe(404);
    await registry.stop();
  });

  it('is the leader\'s even where nothing is known of the topic yet', async () => {
    const leader = { scheme: 'http', host: '127.0.0.1', port: 1 } as const;
    const follower = await TestServer.start({ election: { start: (listener) => listener.onFollowing({ ...leader, isEligible: true, isLeader: true }), stop: () => Promise.resolve() } });
    expect(errorOf(await follower.ask('DELETE', '/associations/resources/id-1'))[0]).toBe(50003);
    await follower.stop();
  });
});

it('is one\'s alone when two make associations of one name at the same time', async () => {
  // Writes take a moment here, so that both wait behind another.
  const log = new MemoryLog();
  const append = log.append.bind(log);
  let release = (): void => {};
  const registry = await TestServer.start({ log });
  await registry.ask('POST', '/subjects/other/versions', { schema: '"int"' });
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  vi.spyOn(log, 'append').mockImplementation(async (records) => {
    await held;
    return append(records);
  });
  const others = registry.ask('POST', '/subjects/other2/versions', { schema: '"long"' });
  const both = Promise.all(['a', 'b'].map((id) => registry.ask('POST', '/associations', { ...orders, resourceId: id, associations: [{ ...strong, schema: { schema: id === 'a' ? record() : withDefaults } }] })));
  await vi.waitFor(() => expect(log.append).toHaveBeenCalled());
  release();
  await others;
  expect((await both).map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([200, 422]);
  expect((await registry.ask('GET', `/subjects/${encodeURIComponent(own('value'))}/versions`)).json).toEqual([1]);
  await registry.stop();
});
