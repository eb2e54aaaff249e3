import { scryptSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { parseGrant } from '../src/auth/permissions.js';
import { Users } from '../src/auth/users.js';
import { TestServer } from './test-server.js';

const basic = (user: string, password: string): Record<string, string> => ({ authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` });
const hashed = scryptSync('secret', Buffer.from('ab12', 'hex'), 32).toString('hex');
const users = (): Users => Users.parse(`ada: secret, admins\nbob: MD5:5ebe2294ecd0e0f08eab7690d2a6ee69, orders-team\neve: SCRYPT:ab12:${hashed}, readers\n`);
const grants = ['admins:admin', 'orders-team:write:orders-', 'readers:read:orders-*'].map(parseGrant);

describe('basic authentication', () => {
  test('asks who is there, and lets nobody else in', async () => {
    const registry = await TestServer.start({ authenticator: { users: users(), realm: 'SchemaRegistry' } });
    const refused = await registry.ask('GET', '/subjects');
    expect(refused).toMatchObject({ status: 401, json: { error_code: 401, message: 'Unauthorized' } });
    expect(refused.headers['www-authenticate']).toBe('basic realm="SchemaRegistry"');
    for (const [user, password] of [['ada', 'wrong'], ['nobody', 'secret'], ['eve', ''], ['', '']] as const) {
      expect((await registry.ask('GET', '/subjects', undefined, basic(user, password))).status, `${user}:${password}`).toBe(401);
    }
    expect((await registry.ask('GET', '/subjects', undefined, { authorization: 'Basic %%%' })).status).toBe(401);
    for (const user of ['ada', 'bob', 'eve', 'eve']) expect((await registry.ask('GET', '/subjects', undefined, basic(user, 'secret'))).status).toBe(200);
    // Whoever watches over the process need not log in.
    expect((await registry.ask('GET', '/health')).status).toBe(200);
    await registry.stop();
  });

  test.each([['ada', 'has no password'], ['ada:', 'has no password']])('a users file with %j', (text, message) => expect(() => Users.parse(text)).toThrow(message));
});

describe('roles', () => {
  test('read, write and administer what begins with their prefix', async () => {
    const registry = await TestServer.start({ authenticator: { users: users(), grants } });
    const [ada, bob, eve] = ['ada', 'bob', 'eve'].map((user) => basic(user, 'secret'));
    const status = async (...request: Parameters<TestServer['ask']>): Promise<number> => (await registry.ask(...request)).status;
    const schema = { schema: '"int"' };
    expect(await status('POST', '/subjects/orders-value/versions', schema, bob)).toBe(200);
    expect(await status('POST', '/subjects/orders-value/versions', schema, eve)).toBe(403);
    expect(await status('POST', '/subjects/users-value/versions', schema, bob)).toBe(403);
    expect(await status('POST', '/subjects/users-value/versions', { schema: '"long"' }, ada)).toBe(200);
    expect((await registry.ask('GET', '/subjects', undefined, eve)).json).toEqual(['orders-value']);
    expect((await registry.ask('GET', '/schemas', undefined, eve)).json).toHaveLength(1);
    expect(await status('GET', '/subjects/users-value/versions', undefined, eve)).toBe(403);
    expect(await status('GET', '/schemas/ids/1', undefined, eve)).toBe(200);
    expect(await status('GET', '/schemas/ids/2', undefined, eve)).toBe(403);
    expect(await status('PUT', '/config', { compatibility: 'NONE' }, bob)).toBe(403);
    expect(await status('PUT', '/config/orders-value', { compatibility: 'NONE' }, bob)).toBe(200);
    expect(await status('PUT', '/config', { compatibility: 'FULL' }, ada)).toBe(200);
    expect(await status('DELETE', '/contexts/x', undefined, bob)).toBe(403);
    // An alias is no way around.
    expect(await status('PUT', '/config/orders-alias', { alias: 'users-value' }, bob)).toBe(200);
    expect(await status('GET', '/subjects/orders-alias/versions', undefined, bob)).toBe(403);
    await registry.stop();
  });

  test('a name without a context is no way into contexts that may not be read', async () => {
    const registry = await TestServer.start({ authenticator: { users: users(), grants } });
    const [ada, bob] = ['ada', 'bob'].map((user) => basic(user, 'secret'));
    const schema = { schema: '"int"' };
    expect((await registry.ask('POST', '/subjects/%3A.secret%3Aorders-value/versions', schema, ada)).status).toBe(200);
    const requests = [
      ['GET', '/subjects/orders-value/versions/1', undefined],
      ['GET', '/subjects/orders-value/versions/latest/schema', undefined],
      ['GET', '/subjects/orders-value/versions/1/referencedby', undefined],
      ['POST', '/subjects/orders-value', schema],
      ['POST', '/subjects/orders-value/versions/1/tags', { metadata: { properties: { a: 'b' } } }],
    ] as const;
    for (const [method, url, body] of requests) {
      expect(await registry.ask(method, url, body, bob), `${method} ${url}`).toMatchObject({ status: 404, json: { error_code: 40401 } });
    }
    for (const [method, url, body] of requests) expect((await registry.ask(method, url, body, ada)).status, `${method} ${url}`).toBe(200);
    await registry.stop();
  });

  test.each(['x', 'x:fly', ':read:a', ''])('%j is no grant', (text) => expect(() => parseGrant(text)).toThrow('role:read|write|admin:prefix'));
});
