/** Over a socket, since kept answers go out before the framework: they must be those that it would give. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestServer } from './test-server.js';

let server: TestServer;
let port: number;
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const long = JSON.stringify({ type: 'record', name: 'Long', fields: Array.from({ length: 100 }, (_, index) => ({ name: `field_${index}`, type: 'string' })) });

beforeAll(async () => {
  server = await TestServer.start();
  await server.ask('POST', '/subjects/a/versions', { schema: '"int"' });
  await server.ask('POST', '/subjects/:.c:a/versions', { schema: '"long"' });
  await server.ask('POST', '/subjects/long/versions', { schema: long });
  await server.server.listen({ port: 0, host: '127.0.0.1' });
  port = (server.server.server.address() as AddressInfo).port;
});
afterAll(async () => {
  agent.destroy();
  await server.stop();
});

interface Told {
  readonly status: number | undefined;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET', body?: string): Promise<Told> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, path, method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString('latin1') }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Without what differs from answer to answer. */
function comparable({ status, headers: { date: _, 'x-request-id': id, ...headers }, body }: Told): object {
  return { status, headers, body, hasId: typeof id === 'string' && id !== '' };
}

it.each<[string, string, Record<string, string>]>([
  ['a schema', '/schemas/ids/1', {}],
  ['its text', '/schemas/ids/1/schema', {}],
  ['a version', '/subjects/a/versions/latest', {}],
  ['with an id of the caller', '/schemas/ids/1?subject=a', { 'x-request-id': 'mine' }],
  ['as another type', '/schemas/ids/1?subject=a', { accept: 'text/html, application/json;q=0.5' }],
  ['as a type that there is not', '/schemas/ids/1?subject=a', { accept: 'text/html' }],
  ['in a context of the path', '/contexts/c/subjects/a/versions/1', {}],
  ['a long one', '/subjects/long/versions/1', {}],
  ['a long one, gzipped', '/subjects/long/versions/1', { 'accept-encoding': 'gzip' }],
  ['with a slash at its end', '/schemas/ids/1/', {}],
  ['what is not there', '/schemas/ids/99', {}],
])('is the same the second time: %s', async (_, path, headers) => {
  const first = await ask(path, headers);
  const second = await ask(path, headers);
  expect(comparable(second)).toEqual(comparable(first));
  if (headers['x-request-id'] !== undefined) expect(second.headers['x-request-id']).toBe('mine');
});

it('is only for plain reads', async () => {
  for (let times = 0; times < 2; times++) {
    expect((await ask('/schemas/ids/1')).status).toBe(200);
    expect(await ask('/schemas/ids/1', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
    expect((await ask('/schemas/ids/1', {}, 'DELETE')).status).toBe(405);
    expect((await ask('/schemas/ids/1', { 'content-type': 'application/json' }, 'GET', '{}')).status).toBe(200);
  }
});

it('follows the state, and is counted', async () => {
  const read = (): Promise<Told> => ask('/subjects/a/versions/latest');
  const count = async (): Promise<number> => Number(/http_requests_total\{method="GET",route="\/subjects\/:subject\/versions\/:version",status="200"\} (\d+)/.exec((await ask('/metrics')).body)?.[1]);
  await read();
  const before = await count();
  await read();
  expect(await count()).toBe(before + 1);
  await server.ask('PUT', '/config/a', { compatibility: 'NONE' });
  await server.ask('POST', '/subjects/a/versions', { schema: '"string"' });
  expect(JSON.parse((await read()).body)).toMatchObject({ version: 2, schema: '"string"' });
});
