/** Three registries over HTTP on one broker: they elect one leader, forward to it, and go on when it is gone. */
import { startBroker, type RunningBroker } from '@millrace/broker';
import { startRegistry, type RunningRegistry } from '@millrace/schema-registry';
import { afterAll, beforeAll, expect, test } from 'vitest';

let broker: RunningBroker;
const registries: RunningRegistry[] = [];

beforeAll(async () => {
  broker = await startBroker({ logLevel: 'error' });
  for (let index = 0; index < 3; index++) registries.push(await start());
}, 120_000);

afterAll(async () => {
  await Promise.all(registries.map((registry) => registry.stop()));
  await broker?.stop();
}, 120_000);

function start(): Promise<RunningRegistry> {
  return startRegistry({
    properties: {
      'kafkastore.bootstrap.servers': broker.bootstrapServers,
      'kafkastore.topic.replication.factor': '1',
      'kafkastore.timeout.ms': '30000',
      'millrace.log.level': 'error',
      listeners: 'http://127.0.0.1:0',
    },
  });
}

async function ask(registry: RunningRegistry, method: string, path: string, body?: object): Promise<{ status: number; json: unknown }> {
  const answer = await fetch(registry.url + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) });
  return { status: answer.status, json: await answer.json() };
}

const leaders = (): RunningRegistry[] => registries.filter(({ node }) => node.leadership.kind === 'self');

/** Asks again while the answer is that there is no leader, or that it cannot be reached. */
async function register(registry: RunningRegistry, subject: string, schema: string): Promise<{ id: number; version: number }> {
  for (;;) {
    const { status, json } = await ask(registry, 'POST', `/subjects/${subject}/versions`, { schema });
    if (status === 200) return json as { id: number; version: number };
    if (status < 500) throw new Error(JSON.stringify(json));
  }
}

const schemaOf = (number: number): string => JSON.stringify({ type: 'record', name: 'R', fields: [{ name: `f${number}`, type: 'int', default: 0 }] });

test('any instance takes a write, one leads, and ids go on when the leader is gone', { timeout: 180_000 }, async () => {
  const ids: number[] = [];
  for (let number = 0; number < 9; number++) ids.push((await register(registries[number % 3]!, 's', schemaOf(number))).id);
  expect(ids).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(leaders()).toHaveLength(1);

  // An error of the leader comes through as it is.
  const follower = registries.find(({ node }) => node.leadership.kind === 'other')!;
  expect(await ask(follower, 'POST', '/subjects/s/versions', { schema: '{' })).toMatchObject({ status: 422, json: { error_code: 42201 } });
  expect(await ask(follower, 'PUT', '/config/s', { compatibility: 'FULL' })).toEqual({ status: 200, json: { compatibility: 'FULL' } });
  expect(await ask(follower, 'DELETE', '/subjects/gone')).toMatchObject({ status: 404, json: { error_code: 40401 } });

  const [leader] = leaders();
  registries.splice(registries.indexOf(leader!), 1);
  await leader!.stop();
  for (let number = 9; number < 12; number++) ids.push((await register(registries[number % 2]!, 's', schemaOf(number))).id);
  expect(ids.slice(9)).toEqual([10, 11, 12]);
  expect(leaders()).toHaveLength(1);

  // One that starts anew reads all that is there.
  const late = await start();
  registries.push(late);
  expect(await ask(late, 'GET', '/subjects/s/versions')).toEqual({ status: 200, json: ids });
  expect(await ask(late, 'GET', '/schemas/ids/12/schema')).toMatchObject({ status: 200 });
});
