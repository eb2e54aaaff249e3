import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestServer } from './test-server.js';

let registry: TestServer;
beforeAll(async () => {
  registry = await TestServer.start();
});
afterAll(() => registry.stop());

test('a rule without a name is told when it is registered, and found nowhere', async () => {
  await registry.ask('POST', '/subjects/s/versions', { schema: '"int"' });
  const nameless = { schema: '"int"', ruleSet: { domainRules: [{ type: 'CEL' }] } };
  expect((await registry.ask('POST', '/subjects/s/versions', nameless)).json).toEqual({ error_code: 42210, message: 'Missing rule name' });
  expect((await registry.ask('POST', '/subjects/s', nameless)).json).toEqual({ error_code: 40403, message: 'Schema not found' });
});

test('ids and versions that are no 32-bit numbers are refused, as no serializer could write them', async () => {
  await registry.ask('PUT', '/mode/imported?force=true', { mode: 'IMPORT' });
  expect((await registry.ask('POST', '/subjects/imported/versions', { schema: '"int"', id: 2 ** 31, version: 1 })).json).toEqual({ error_code: 400, message: 'id is not a whole number of 32 bits' });
  expect((await registry.ask('POST', '/subjects/imported/versions', { schema: '"int"', id: 1, version: 2 ** 31 })).json).toEqual({ error_code: 400, message: 'version is not a whole number of 32 bits' });
});

test('an id after the last of 32 bits is not given', async () => {
  await registry.ask('PUT', '/mode/:.full:last?force=true', { mode: 'IMPORT' });
  expect((await registry.ask('POST', '/subjects/:.full:last/versions', { schema: '"int"', id: 2 ** 31 - 1, version: 1 })).status).toBe(200);
  expect((await registry.ask('POST', '/subjects/:.full:next/versions', { schema: '"long"' })).json).toEqual({ error_code: 50001, message: 'No schema id is left in context :.full:' });
});

test('rules are enabled where Confluent knows of: it could not read another word from the topic', async () => {
  const enabled = (enableAt: string) => registry.ask('POST', '/subjects/enabled/versions', { schema: '"int"', ruleSet: { domainRules: [{ name: 'r', type: 'CEL' }], enableAt } });
  expect((await enabled('LATER')).json).toEqual({ error_code: 400, message: "ruleSet.enableAt: 'LATER' is none of NONE, ALL, SERVER, GATEWAY, CLIENT" });
  expect((await enabled('CLIENT')).json).toMatchObject({ ruleSet: { enableAt: 'CLIENT' } });
});
