import { pbkdf2Sync } from 'node:crypto';
import { api } from '@millrace/network-client';
import { FakeBroker } from '@millrace/network-client/fake-broker';
import { Simulation } from '@millrace/platform/simulated';
import { alterClientQuotasRequest, alterClientQuotasResponse, type AlterClientQuotasRequest } from '@millrace/protocol/messages/alter-client-quotas';
import { alterUserScramCredentialsRequest, alterUserScramCredentialsResponse, type AlterUserScramCredentialsRequest } from '@millrace/protocol/messages/alter-user-scram-credentials';
import { describeClientQuotasRequest, describeClientQuotasResponse, type DescribeClientQuotasRequest } from '@millrace/protocol/messages/describe-client-quotas';
import { describeUserScramCredentialsRequest, describeUserScramCredentialsResponse } from '@millrace/protocol/messages/describe-user-scram-credentials';
import { expect, test } from 'vitest';
import { Admin } from '../src/index.js';

function world() {
  const simulation = new Simulation(1);
  const broker = new FakeBroker(simulation.node('broker').platform, 'broker');
  const admin = new Admin({ bootstrapServers: 'broker:9092', platform: simulation.node('client').platform });
  return { broker, admin, complete: <T>(call: () => Promise<T>): Promise<T> => simulation.complete(broker.listen().then(call)) };
}

test('quotas are asked for by name, by default and by type', async () => {
  const { broker, admin, complete } = world();
  let asked: DescribeClientQuotasRequest | undefined;
  broker.handle(api(describeClientQuotasRequest, describeClientQuotasResponse), (request) => {
    asked = request;
    return { throttleTimeMs: 0, errorCode: 0, errorMessage: null, entries: [{ entity: [{ entityType: 'user', entityName: 'u' }, { entityType: 'client-id', entityName: null }], values: [{ key: 'producer_byte_rate', value: 1024 }] }] };
  });
  const quotas = await complete(() => admin.describeClientQuotas([{ type: 'user', name: 'u' }, { type: 'client-id', name: null }, { type: 'ip' }]));
  expect(asked).toMatchObject({
    strict: true,
    components: [{ entityType: 'user', matchType: 0, match: 'u' }, { entityType: 'client-id', matchType: 1, match: null }, { entityType: 'ip', matchType: 2, match: null }],
  });
  expect(quotas).toEqual([{ entity: { user: 'u', 'client-id': null }, quotas: new Map([['producer_byte_rate', 1024]]) }]);
});

test('quotas are set and removed, each entity with its own result', async () => {
  const { broker, admin, complete } = world();
  let asked: AlterClientQuotasRequest | undefined;
  broker.handle(api(alterClientQuotasRequest, alterClientQuotasResponse), (request) => {
    asked = request;
    return { throttleTimeMs: 0, entries: request.entries.map(({ entity }, index) => ({ entity, errorCode: index === 0 ? 0 : 42, errorMessage: index === 0 ? null : 'no such address' })) };
  });
  const results = await complete(() => admin.alterClientQuotas([
    { entity: { user: null }, quotas: { producer_byte_rate: 5, consumer_byte_rate: null } },
    { entity: { ip: 'nowhere' }, quotas: { connection_creation_rate: 1 } },
  ], { validateOnly: true }));
  expect(asked).toMatchObject({
    validateOnly: true,
    entries: [
      { entity: [{ entityType: 'user', entityName: null }], ops: [{ key: 'producer_byte_rate', value: 5, remove: false }, { key: 'consumer_byte_rate', value: 0, remove: true }] },
      { entity: [{ entityType: 'ip', entityName: 'nowhere' }], ops: [{ key: 'connection_creation_rate', value: 1, remove: false }] },
    ],
  });
  expect(results.map(({ entity, error }) => [entity, error?.message ?? null])).toEqual([[{ user: null }, null], [{ ip: 'nowhere' }, "quotas of ip 'nowhere': no such address"]]);
});

test('a password goes out salted and hashed, and nothing else of it', async () => {
  const { broker, admin, complete } = world();
  let asked: AlterUserScramCredentialsRequest | undefined;
  broker.handle(api(alterUserScramCredentialsRequest, alterUserScramCredentialsResponse), (request) => {
    asked = { deletions: request.deletions, upsertions: request.upsertions.map((one) => ({ ...one, salt: one.salt.slice(), saltedPassword: one.saltedPassword.slice() })) };
    return { throttleTimeMs: 0, results: [{ user: 'a', errorCode: 0, errorMessage: null }, { user: 'b', errorCode: 91, errorMessage: 'no such credential' }] };
  });
  const results = await complete(() => admin.alterUserScramCredentials([{ user: 'a', mechanism: 'SCRAM-SHA-512', password: 'geheim', iterations: 5000 }, { user: 'b', mechanism: 'SCRAM-SHA-256' }]));
  const [{ salt, saltedPassword, ...sent }] = asked!.upsertions as [AlterUserScramCredentialsRequest['upsertions'][number]];
  expect(sent).toMatchObject({ name: 'a', mechanism: 2, iterations: 5000 });
  expect(salt.length).toBeGreaterThanOrEqual(16);
  expect(Buffer.from(saltedPassword)).toEqual(pbkdf2Sync('geheim', salt, 5000, 64, 'sha512'));
  expect(asked!.deletions).toMatchObject([{ name: 'b', mechanism: 1 }]);
  expect(results.map(({ user, error }) => [user, error?.name ?? null])).toEqual([['a', null], ['b', 'RESOURCE_NOT_FOUND']]);
});

test('credentials of all users are described', async () => {
  const { broker, admin, complete } = world();
  broker.handle(api(describeUserScramCredentialsRequest, describeUserScramCredentialsResponse), ({ users }) => {
    expect(users).toBeNull();
    return { throttleTimeMs: 0, errorCode: 0, errorMessage: null, results: [{ user: 'a', errorCode: 0, errorMessage: null, credentialInfos: [{ mechanism: 1, iterations: 4096 }, { mechanism: 9, iterations: 1 }] }] };
  });
  expect(await complete(() => admin.describeUserScramCredentials(null))).toEqual([
    { user: 'a', error: null, credentials: [{ mechanism: 'SCRAM-SHA-256', iterations: 4096 }, { mechanism: 'UNKNOWN', iterations: 1 }] },
  ]);
});

test('a broker that does not serve them is named', async () => {
  const { admin, complete } = world();
  await expect(complete(() => admin.describeClientQuotas([{ type: 'user' }]))).rejects.toThrow('DescribeClientQuotas is not served by');
  await expect(admin.alterUserScramCredentials([{ user: 'a', mechanism: 'PLAIN' as never, password: 'x' }])).rejects.toThrow('mechanism: PLAIN is neither');
  await expect(admin.alterUserScramCredentials([{ user: 'a', mechanism: 'SCRAM-SHA-256', password: '' }])).rejects.toThrow("password: it is empty for user 'a'");
  await expect(admin.alterUserScramCredentials([{ user: 'a', mechanism: 'SCRAM-SHA-256', password: 'x', iterations: 0.5 }])).rejects.toThrow('iterations: 0.5');
});
