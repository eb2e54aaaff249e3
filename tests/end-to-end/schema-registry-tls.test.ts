/** Listeners of a registry over TLS, with real handshakes: server certificates of both kinds, client certificates, logins and roles, and an instance that forwards. */
import { readFileSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import { startBroker, type RunningBroker } from '@millrace/broker';
import { startRegistry, type RunningRegistry } from '@millrace/schema-registry';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Certificates, hasOpenssl, type Certificate } from './certificates.js';

let certificates: Certificates;
let broker: RunningBroker;
let authority: Certificate;
let server: Certificate;
const started: RunningRegistry[] = [];

beforeAll(async () => {
  if (!hasOpenssl) return;
  certificates = new Certificates();
  authority = certificates.make('authority');
  server = certificates.make('server', { issuer: authority, names: ['IP:127.0.0.1', 'DNS:localhost'] });
  broker = await startBroker({ logLevel: 'error' });
}, 120_000);

afterEach(async () => {
  await Promise.all(started.splice(0).map((registry) => registry.stop()));
});

afterAll(async () => {
  await broker?.stop();
  certificates?.remove();
}, 120_000);

async function start(properties: Readonly<Record<string, string>>): Promise<RunningRegistry> {
  const registry = await startRegistry({
    properties: {
      'kafkastore.bootstrap.servers': broker.bootstrapServers,
      'kafkastore.topic.replication.factor': '1',
      'kafkastore.timeout.ms': '30000',
      'millrace.log.level': 'error',
      listeners: 'https://127.0.0.1:0',
      'host.name': '127.0.0.1',
      'inter.instance.protocol': 'https',
      ...properties,
    },
  });
  started.push(registry);
  return registry;
}

interface Caller extends https.AgentOptions {
  readonly login?: string;
}

interface TlsAnswer {
  readonly status: number;
  readonly json: unknown;
  readonly protocol: string | null;
}

/** Rejects with the error of the handshake. */
function ask({ url }: RunningRegistry, method: string, path: string, { login, ...tls }: Caller = {}, body?: object): Promise<TlsAnswer> {
  const headers = { ...(login === undefined ? {} : { authorization: `Basic ${Buffer.from(login).toString('base64')}` }), ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  return new Promise((resolve, reject) => {
    const request = https.request(url + path, { method, headers, agent: false, ca: readFileSync(authority.certificate), ...tls }, (response) => {
      const protocol = (response.socket as unknown as { getProtocol(): string | null }).getProtocol();
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, json: JSON.parse(text) as unknown, protocol })).on('error', reject);
    });
    request.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const shown = ({ key, certificate }: Certificate): Caller => ({ key: readFileSync(key), cert: readFileSync(certificate) });
const status = async (...request: Parameters<typeof ask>): Promise<number> => (await ask(...request)).status;
const schema = { schema: '"int"' };

describe.skipIf(!hasOpenssl)('a registry over TLS', { timeout: 120_000 }, () => {
  test.each([
    ['a PEM file', () => ({ 'ssl.keystore.location': server.pem })],
    ['a PEM file whose key has a password', () => ({ 'ssl.keystore.location': certificates.encrypted('locked.pem', server, 'secret'), 'ssl.key.password': 'secret' })],
    ['a PKCS12 file', () => ({ 'ssl.keystore.location': certificates.pkcs12('server.p12', server, 'secret'), 'ssl.keystore.type': 'PKCS12', 'ssl.keystore.password': 'secret', 'ssl.key.password': 'secret' })],
  ])('answers with a certificate from %s', async (_, properties) => {
    const registry = await start(properties());
    expect(registry.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(await ask(registry, 'GET', '/schemas/types')).toEqual({ status: 200, json: ['JSON', 'PROTOBUF', 'AVRO'], protocol: 'TLSv1.3' });
    // Whoever does not know who signed it goes no further.
    await expect(ask(registry, 'GET', '/subjects', { ca: [] })).rejects.toThrow('unable to verify the first certificate');
  });

  test('speaks the versions and ciphers that are enabled', async () => {
    const registry = await start({ 'ssl.keystore.location': server.pem, 'ssl.enabled.protocols': 'TLSv1.2', 'ssl.cipher.suites': 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384' });
    expect(await ask(registry, 'GET', '/schemas/types')).toMatchObject({ protocol: 'TLSv1.2' });
    await expect(ask(registry, 'GET', '/subjects', { minVersion: 'TLSv1.3' })).rejects.toThrow(/protocol version/);
    await expect(ask(registry, 'GET', '/subjects', { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256' })).rejects.toThrow(/handshake failure/);
  });

  test('lets in who logs in, and gives each what their roles may', async () => {
    writeFileSync(certificates.path('users'), 'ada: secret, admins\nbob: secret, orders-team\neve: secret, guests\n');
    const registry = await start({
      'ssl.keystore.location': server.pem, 'authentication.method': 'BASIC', 'authentication.roles': 'admins,orders-team',
      'millrace.authentication.users.file': certificates.path('users'), 'millrace.authorization.grants': 'admins:admin,orders-team:write:orders-',
    });
    expect(await ask(registry, 'GET', '/subjects')).toMatchObject({ status: 401, json: { error_code: 401, message: 'Unauthorized' } });
    expect(await status(registry, 'GET', '/subjects', { login: 'bob:wrong' })).toBe(401);
    expect(await status(registry, 'GET', '/subjects', { login: 'eve:secret' })).toBe(403);
    expect(await status(registry, 'POST', '/subjects/orders-value/versions', { login: 'bob:secret' }, schema)).toBe(200);
    expect(await status(registry, 'POST', '/subjects/users-value/versions', { login: 'bob:secret' }, schema)).toBe(403);
    expect(await status(registry, 'PUT', '/config', { login: 'bob:secret' }, { compatibility: 'FULL' })).toBe(403);
    expect(await status(registry, 'PUT', '/config', { login: 'ada:secret' }, { compatibility: 'FULL' })).toBe(200);
  });

  test('asks for a certificate, and its common name is a role or a user', async () => {
    const [ada, bob] = ['ada', 'bob'].map((name) => shown(certificates.make(name, { issuer: authority }))) as [Caller, Caller];
    writeFileSync(certificates.path('roles'), 'bob: secret, mtls-team\n');
    const registry = await start({
      'ssl.keystore.location': server.pem, 'ssl.truststore.location': authority.certificate, 'ssl.client.authentication': 'REQUIRED', 'authentication.method': 'BASIC',
      'millrace.authentication.users.file': certificates.path('roles'), 'millrace.authorization.grants': 'ada:admin,mtls-team:write:mtls-',
    });
    expect(await status(registry, 'PUT', '/config/mtls-value', ada, { compatibility: 'NONE' })).toBe(200);
    expect(await status(registry, 'POST', '/subjects/mtls-value/versions', bob, schema)).toBe(200);
    expect(await status(registry, 'POST', '/subjects/other-value/versions', bob, schema)).toBe(403);

    await expect(ask(registry, 'GET', '/subjects')).rejects.toThrow(/certificate required|socket hang up|ECONNRESET/);
    const stranger = shown(certificates.make('ada-of-another', { issuer: certificates.make('other-authority') }));
    await expect(ask(registry, 'GET', '/subjects', stranger)).rejects.toThrow(/unknown ca|socket hang up|ECONNRESET/);
    const expired = shown(certificates.make('once', { issuer: authority, days: -1 }));
    await expect(ask(registry, 'GET', '/subjects', expired)).rejects.toThrow(/certificate expired|socket hang up|ECONNRESET/);
  });

  test('takes a certificate that it only asks for, but none that is not trusted', async () => {
    const registry = await start({
      'ssl.keystore.location': server.pem, 'ssl.truststore.location': authority.certificate, 'ssl.client.authentication': 'REQUESTED',
      'millrace.authorization.grants': 'clara:admin,*:read',
    });
    expect(await status(registry, 'GET', '/subjects')).toBe(200);
    expect(await status(registry, 'POST', '/subjects/asked/versions', {}, schema)).toBe(403);
    expect(await status(registry, 'POST', '/subjects/asked/versions', shown(certificates.make('clara', { issuer: authority })), schema)).toBe(200);
    const stranger = shown(certificates.make('clara-of-another', { issuer: certificates.make('third-authority') }));
    await expect(ask(registry, 'GET', '/subjects', stranger)).rejects.toThrow(/socket hang up|ECONNRESET/);
  });

  test('forwards to the leader over TLS, with its own certificate', async () => {
    const properties = { 'ssl.keystore.location': server.pem, 'ssl.truststore.location': authority.certificate, 'ssl.client.auth': 'true', 'schema.registry.group.id': 'tls', 'kafkastore.topic': '_schemas_tls' };
    const instances = [await start(properties), await start(properties)];
    const follower = await followerOf(instances);
    const caller = shown(server);
    const registered = await ask(follower, 'POST', '/subjects/forwarded/versions', caller, schema);
    expect(registered).toMatchObject({ status: 200, json: { id: 1 } });
    await expect.poll(() => ask(follower, 'GET', '/schemas/ids/1', caller)).toMatchObject({ status: 200, json: { schema: '"int"' } });
  });

  test('takes the schemas of an exporter that trusts it and logs in', async () => {
    writeFileSync(certificates.path('exporting'), 'exporter: secret, admins\n');
    const destination = await start({ 'ssl.keystore.location': server.pem, 'authentication.method': 'BASIC', 'millrace.authentication.users.file': certificates.path('exporting'), 'schema.registry.group.id': 'to', 'kafkastore.topic': '_schemas_to' });
    const source = await start({ 'ssl.keystore.location': server.pem, 'schema.registry.group.id': 'from', 'kafkastore.topic': '_schemas_from', 'password.encoder.secret': 'sealed' });
    expect(await status(source, 'POST', '/subjects/exported/versions', {}, schema)).toBe(200);
    const config = { 'schema.registry.url': destination.url, 'schema.registry.ssl.truststore.location': authority.certificate, 'basic.auth.credentials.source': 'USER_INFO', 'basic.auth.user.info': 'exporter:secret' };
    const stateOf = async (name: string): Promise<unknown> => (await ask(source, 'GET', `/exporters/${name}/status`)).json;
    for (const [name, change] of [['good', {}], ['stranger', { 'basic.auth.user.info': 'exporter:guess' }]] as const) {
      expect(await status(source, 'POST', '/exporters', {}, { name, contextType: 'NONE', config: { ...config, ...change } })).toBe(200);
    }
    await expect.poll(() => stateOf('good'), { timeout: 30_000 }).toMatchObject({ state: 'RUNNING' });
    expect((await ask(destination, 'GET', '/subjects', { login: 'exporter:secret' })).json).toEqual(['exported']);
    await expect.poll(() => stateOf('stranger'), { timeout: 30_000 }).toMatchObject({ state: 'PAUSED', trace: expect.stringContaining('401: Unauthorized') as string });
  });

  test.each([
    ['expired', () => ({ 'ssl.keystore.location': certificates.make('yesterday', { issuer: authority, days: -1 }).pem }), /^ssl\.keystore\.location: \S+yesterday\.pem: the certificate of .*CN=yesterday expired on /],
    ['a missing password', () => ({ 'ssl.keystore.location': certificates.pkcs12('a.p12', server, 'secret') }), /^ssl\.keystore\.location: \S+a\.p12 cannot be opened, and may need ssl\.keystore\.password: /],
    ['another password', () => ({ 'ssl.keystore.location': certificates.pkcs12('b.p12', server, 'secret'), 'ssl.keystore.password': 'guess' }), /^ssl\.keystore\.location: \S+b\.p12 cannot be opened, ssl\.keystore\.password is not its password: /],
    ['a locked key', () => ({ 'ssl.keystore.location': certificates.encrypted('c.pem', server, 'secret') }), /^ssl\.keystore\.location: \S+c\.pem has a key with a password: set ssl\.key\.password$/],
    ['another password of the key', () => ({ 'ssl.keystore.location': certificates.encrypted('d.pem', server, 'secret'), 'ssl.key.password': 'guess' }), /^ssl\.keystore\.location: \S+d\.pem cannot be opened, ssl\.key\.password is not its password: /],
    ['no key', () => ({ 'ssl.keystore.location': server.certificate }), /^ssl\.keystore\.location: \S+server\.crt has no private key: /],
    ['no certificate', () => ({ 'ssl.keystore.location': server.key }), /^ssl\.keystore\.location: \S+server\.key has no certificate: /],
    ['the certificate of another key', () => {
      const file = certificates.path('mixed.pem');
      writeFileSync(file, readFileSync(authority.key, 'utf8') + readFileSync(server.certificate, 'utf8'));
      return { 'ssl.keystore.location': file };
    }, /^ssl\.keystore\.location: \S+mixed\.pem cannot be opened, the certificate is not that of the key: /],
    ['neither PEM nor PKCS12', () => {
      const file = certificates.path('strange.p12');
      writeFileSync(file, 'strange');
      return { 'ssl.keystore.location': file };
    }, /^ssl\.keystore\.location: \S+strange\.p12 cannot be opened, it is neither PEM nor PKCS12: /],
    ['another type', () => ({ 'ssl.keystore.location': server.pem, 'ssl.keystore.type': 'PKCS12' }), /server\.pem is a PEM file, but ssl\.keystore\.type is PKCS12$/],
    ['a trust store that is not PEM', () => ({ 'ssl.keystore.location': server.pem, 'ssl.truststore.location': certificates.pkcs12('trust.p12', server, 'secret') }), /^ssl\.truststore\.location: \S+trust\.p12 has no certificate in PEM form: make one with openssl pkcs12 -in \S+ -nokeys$/],
    ['a version that is not there', () => ({ 'ssl.keystore.location': server.pem, 'ssl.enabled.protocols': 'SSLv3' }), /^ssl\.enabled\.protocols: SSLv3 is none of TLSv1, TLSv1\.1, TLSv1\.2, TLSv1\.3$/],
    ['a cipher that is not there', () => ({ 'ssl.keystore.location': server.pem, 'ssl.cipher.suites': 'TLS_X_WITH_Y' }), /^ssl\.cipher\.suites: TLS_X_WITH_Y is no cipher suite that is known here$/],
  ])('does not start with %s', async (_, properties, message) => {
    await expect(start(properties())).rejects.toThrow(message);
  });
});

/** Who does not lead, as soon as somebody does. */
async function followerOf(instances: readonly RunningRegistry[]): Promise<RunningRegistry> {
  const kinds = (): string[] => instances.map(({ node }) => node.leadership.kind).toSorted();
  await expect.poll(kinds, { timeout: 60_000 }).toEqual(['other', 'self']);
  return instances.find(({ node }) => node.leadership.kind === 'other')!;
}
