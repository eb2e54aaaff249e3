import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { openDestination } from '../src/exporters/destination.js';

const schemas = Array.from({ length: 700 }, (_, index) => ({ subject: `s${index}`, version: 1, id: index + 1 }));

test.each([
  ['gives less at once than was asked for', (offset: number) => schemas.slice(offset, offset + 100)],
  ['passes over the offset', () => schemas],
])('a registry that %s is listed to its end', async (_, pageAt) => {
  const mostAsked = 20;
  let asked = 0;
  const server = http.createServer((request, response) => {
    const offset = Number(new URL(request.url ?? '', 'http://localhost').searchParams.get('offset'));
    response.end(JSON.stringify(++asked > mostAsked ? [] : pageAt(offset)));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const destination = openDestination({ 'schema.registry.url': `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  expect((await destination.list('.')).size).toBe(schemas.length);
  expect(asked).toBeLessThan(mostAsked);
  destination.close();
  await new Promise((resolve) => void server.close(resolve));
});
