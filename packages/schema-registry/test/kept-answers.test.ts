import { describe, expect, it } from 'vitest';
import { TestServer } from './test-server.js';

const avro = (name: string) => ({ schema: JSON.stringify({ type: 'record', name, fields: [] }) });

describe('answers that are kept', () => {
  it('change with the state', async () => {
    const server = await TestServer.start();
    await server.ask('PUT', '/config', { compatibility: 'NONE' });
    await server.ask('POST', '/subjects/a/versions', avro('One'));
    const latest = async () => (await server.ask('GET', '/subjects/a/versions/latest')).json;
    const byId = async () => (await server.ask('GET', '/schemas/ids/1')).json;
    for (let times = 0; times < 2; times++) expect([await latest(), await byId()]).toMatchObject([{ version: 1, deleted: false }, avro('One')]);
    await server.ask('POST', '/subjects/a/versions', avro('Two'));
    expect(await latest()).toMatchObject({ version: 2, ...avro('Two') });
    await server.ask('DELETE', '/subjects/a');
    for (let times = 0; times < 2; times++) expect([await latest(), await byId()]).toMatchObject([{ error_code: 40401 }, { deleted: true }]);
    await server.ask('POST', '/subjects/b/versions', avro('Two'));
    await server.ask('PUT', '/config/a', { alias: 'b' });
    expect(await latest()).toMatchObject({ subject: 'b', version: 1 });
    await server.stop();
  });

  it('differ by what was asked for', async () => {
    const server = await TestServer.start();
    await server.ask('POST', '/subjects/a/versions', avro('One'));
    for (let times = 0; times < 2; times++) {
      expect((await server.ask('GET', '/schemas/ids/1')).json).not.toHaveProperty('subject');
      expect((await server.ask('GET', '/schemas/ids/1?subject=a')).json).toMatchObject({ subject: 'a', version: 1 });
      const other = await server.ask('GET', '/schemas/ids/1/schema', undefined, { accept: 'application/json' });
      expect([other.type, other.text]).toEqual(['application/json', avro('One').schema]);
      expect((await server.ask('GET', '/schemas/ids/1', undefined, { accept: 'text/html' })).status).toBe(406);
    }
    await server.stop();
  });

  it('are for those who may ask', async () => {
    const users = { rolesOf: () => new Set(['reader']), login: async (header: string | undefined) => (header === undefined ? null : new Set([header])) };
    const server = await TestServer.start({ authenticator: { users: users as never, roles: ['*'], grants: [{ role: 'writer', operation: 'admin', prefix: '' }, { role: 'reader', operation: 'read', prefix: 'b' }] } });
    const as = (authorization?: string) => (authorization === undefined ? {} : { authorization });
    await server.ask('POST', '/subjects/a/versions', avro('One'), as('writer'));
    const statuses = async (name?: string) => Promise.all(['/schemas/ids/1', '/subjects/a/versions/latest'].map(async (url) => (await server.ask('GET', url, undefined, as(name))).status));
    for (let times = 0; times < 2; times++) expect([await statuses('writer'), await statuses('reader'), await statuses()]).toEqual([[200, 200], [403, 403], [401, 401]]);
    await server.stop();
  });
});
