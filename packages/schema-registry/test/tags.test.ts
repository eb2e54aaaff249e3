import { describe, expect, test } from 'vitest';
import { TestServer } from './test-server.js';

const user = { schema: '{"type":"record","name":"User","namespace":"org.acme","fields":[{"name":"name","type":"string"},{"name":"age","type":"int"}]}' };
const field = (name: string, ...tags: string[]): object => ({ schemaEntity: { entityPath: `org.acme.User.${name}`, entityType: 'sr_field' }, tags });
const record = (...tags: string[]): object => ({ schemaEntity: { entityPath: 'org.acme.User', entityType: 'sr_record' }, tags });
const versions = '/subjects/s/versions';

interface Found {
  version: number;
  schema: string;
  schemaTags?: unknown;
  metadata?: { properties?: Record<string, string> };
  ruleSet?: unknown;
}

const registered = async (): Promise<TestServer> => {
  const registry = await TestServer.start();
  await registry.ask('POST', versions, user);
  return registry;
};

describe('tags of a registration', () => {
  test('are written into the schema, which becomes a version that is named', async () => {
    const registry = await registered();
    const answer = await registry.ask('POST', versions, { ...user, schemaTagsToAdd: [field('name', 'PII'), record('PERSON')] });
    expect(answer).toMatchObject({ status: 200, json: { version: 2, id: 2, metadata: { properties: { 'confluent:version': '2' } } } });
    expect((answer.json as Found).schema).toContain('"confluent:tags":["PII"]');
    const removed = await registry.ask('POST', versions, { schema: (answer.json as Found).schema, schemaTagsToRemove: [record('PERSON')] });
    expect(removed).toMatchObject({ status: 200, json: { version: 3 } });
    expect((removed.json as Found).schema).not.toContain('PERSON');
    // With the tags that it has, it is found again.
    expect((await registry.ask('POST', '/subjects/s', { ...user, schemaTagsToAdd: [field('name', 'PII')] })).json).toMatchObject({ version: 3 });
    await registry.stop();
  });

  test('are taken over from the version before when they are asked to be', async () => {
    const registry = await registered();
    await registry.ask('POST', versions, { ...user, schemaTagsToAdd: [field('name', 'PII'), field('age', 'OLD')] });
    const next = { schema: '{"type":"record","name":"User","namespace":"org.acme","fields":[{"name":"name","type":"string"},{"name":"city","type":"string","default":""}]}', propagateSchemaTags: true };
    const answer = await registry.ask('POST', versions, next);
    expect(answer.status).toBe(200);
    expect((await registry.ask('GET', `${versions}/3?findTags=*`)).json).toMatchObject({ schemaTags: [field('name', 'PII')] });
    // Once more, and nothing is new.
    expect((await registry.ask('POST', versions, next)).json).toMatchObject({ version: 3 });
    await registry.stop();
  });

  test.each([
    [{ ...user, schemaTagsToAdd: [field('nothing', 'PII')] }, 42201, "No matching path 'org.acme.User.nothing' found in the schema"],
    [{ ...user, schemaTagsToAdd: [{ tags: ['PII'] }] }, 400, 'schemaTagsToAdd[0].schemaEntity is missing'],
    [{ ...user, schemaTagsToAdd: [{ schemaEntity: { entityPath: 'a', entityType: 'table' }, tags: ['PII'] }] }, 400, "schemaTagsToAdd[0].schemaEntity.entityType: 'table' is none of sr_record, sr_field"],
    [{ ...user, schemaTagsToRemove: 'PII' }, 400, 'schemaTagsToRemove is not a list'],
    [{ schema: '{', schemaTagsToAdd: [record('PII')] }, 42201, 'Invalid schema'],
  ])('%j is refused', async (body, code, message) => {
    const registry = await registered();
    expect((await registry.ask('POST', versions, body)).json).toMatchObject({ error_code: code, message: expect.stringContaining(message) as string });
    expect((await registry.ask('GET', versions)).json).toEqual([1]);
    await registry.stop();
  });
});

describe('findTags', () => {
  test('shows what has one of the tags', async () => {
    const registry = await registered();
    await registry.ask('POST', versions, { ...user, schemaTagsToAdd: [field('name', 'PII', 'NAME'), field('age', 'OLD'), record('PERSON')] });
    const found = async (query: string): Promise<unknown> => ((await registry.ask('GET', query)).json as Found).schemaTags;
    expect(await found(`${versions}/2?findTags=PII`)).toEqual([field('name', 'PII', 'NAME')]);
    expect(await found(`${versions}/latest?findTags=OLD,PERSON`)).toEqual([record('PERSON'), field('age', 'OLD')]);
    expect(await found(`${versions}/latest?findTags=OLD&findTags=PERSON`)).toEqual([record('PERSON'), field('age', 'OLD')]);
    expect(await found('/schemas/ids/2?findTags=*')).toHaveLength(3);
    expect(await found(`${versions}/2?findTags=NONE`)).toBeUndefined();
    expect(await found(`${versions}/2`)).toBeUndefined();
    expect(await found(`${versions}/1?findTags=*`)).toBeUndefined();
    await registry.stop();
  });
});

describe('POST …/tags', () => {
  test('makes a new version with other tags, metadata and rules', async () => {
    const registry = await registered();
    const rule = { name: 'r', kind: 'CONDITION', type: 'CEL', mode: 'WRITE', expr: 'true' };
    const first = await registry.ask('POST', `${versions}/1/tags`, { tagsToAdd: [field('name', 'PII')], metadata: { properties: { owner: 'ada' } }, ruleSet: { domainRules: [rule] } });
    expect(first).toMatchObject({ status: 200, json: { version: 2, metadata: { properties: { owner: 'ada', 'confluent:version': '2' } }, ruleSet: { domainRules: [{ name: 'r' }] } } });
    const second = await registry.ask('POST', `${versions}/latest/tags`, { newVersion: 3, tagsToRemove: [field('name', 'PII')], rulesToMerge: { domainRules: [{ ...rule, name: 'second' }] }, rulesToRemove: ['r'] });
    expect(second).toMatchObject({ status: 200, json: { version: 3, metadata: { properties: { owner: 'ada', 'confluent:version': '3' } }, ruleSet: { domainRules: [{ name: 'second' }] } } });
    expect((second.json as { schema: string }).schema).not.toContain('PII');
    await registry.stop();
  });

  test.each([
    ['/subjects/none/versions/1/tags', {}, 40401],
    [`${versions}/7/tags`, {}, 40402],
    [`${versions}/zero/tags`, {}, 42202],
    [`${versions}/1/tags`, { tagsToAdd: [field('nothing', 'T')] }, 42201],
    [`${versions}/1/tags`, { newVersion: 9 }, 42201],
    [`${versions}/1/tags`, { ruleSet: {}, rulesToRemove: ['r'] }, 42210],
    [`${versions}/1/tags`, { rulesToMerge: { domainRules: [{ name: '1', type: 'CEL' }] } }, 42210],
    [`${versions}/1/tags`, 'null', 422],
  ])('%s with %j is refused with %i', async (path, body, code) => {
    const registry = await registered();
    expect((await registry.ask('POST', path, body)).json).toMatchObject({ error_code: code });
    expect((await registry.ask('GET', versions)).json).toEqual([1]);
    await registry.stop();
  });

  test('needs the right to write', async () => {
    const registry = await TestServer.start({ authenticator: { grants: [{ role: '*', operation: 'read', prefix: '' }] } });
    expect((await registry.ask('POST', `${versions}/1/tags`, {})).status).toBe(403);
    await registry.stop();
  });
});

test('a version that names itself is found by who does not, and the other way round by its number', async () => {
  const registry = await registered();
  const named = (version: string): object => ({ ...user, metadata: { properties: { 'confluent:version': version } } });
  expect((await registry.ask('POST', '/subjects/s', named('1'))).json).toMatchObject({ version: 1 });
  expect((await registry.ask('POST', '/subjects/s', named('2'))).json).toMatchObject({ error_code: 40403 });
  await registry.ask('POST', `${versions}/1/tags`, {});
  expect((await registry.ask('POST', '/subjects/s', named('2'))).json).toMatchObject({ version: 2 });
  expect((await registry.ask('POST', '/subjects/s', user)).json).toMatchObject({ version: 1 });
  await registry.stop();
});
