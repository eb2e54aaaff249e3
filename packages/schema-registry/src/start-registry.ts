/** A registry inside this process, from its settings to open ports. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { Admin } from '@millrace/admin';
import { problemText, type Settings } from '@millrace/config';
import type { ClientOptions } from '@millrace/network-client';
import { nodePlatform, type LogLevel, type Platform } from '@millrace/platform';
import { compatibilityLevel } from '@millrace/schema';
import type { FastifyInstance } from 'fastify';
import { Authenticator } from './auth/authenticator.js';
import { parseGrant } from './auth/permissions.js';
import { Users } from './auth/users.js';
import type { RegistryRules } from './core/registry.js';
import { GroupElection } from './election/group-election.js';
import { Exporters } from './exporters/exporters.js';
import { ExporterSecrets } from './exporters/secrets.js';
import type { ServiceSettings } from './http/call.js';
import { createServer, type ServerSettings } from './http/server.js';
import { RegistryNode } from './registry-node.js';
import { parseBootstrapServers, parseListener, type HttpListener } from './settings/listeners.js';
import { loadSettings, type SettingsSources } from './settings/load-settings.js';
import { clientAuthentication, outgoingTls, tlsOptions, type TlsFiles } from './settings/tls-files.js';
import { KafkaSchemaLog } from './store/kafka-schema-log.js';
import { RegistryStore } from './store/registry-store.js';
import { ensureSchemasTopic } from './store/schemas-topic.js';

export interface StartRegistryOptions extends SettingsSources {
  /** The outside world; default is the real one. */
  readonly platform?: Platform;
  /** Gives up a start that is still waiting for brokers. */
  readonly signal?: AbortSignal;
}

export interface RunningRegistry {
  /** Of the first listener: `http://127.0.0.1:8081`. */
  readonly url: string;
  readonly node: RegistryNode;
  /** Stops without leaving a handle; a second call waits for the first. */
  stop(): Promise<void>;
}

/** What keeps a registry from starting, in one sentence. */
export class RegistryStartError extends Error {
  override readonly name = 'RegistryStartError';
}

/** The release whose API this is. */
const release = '8.2.0';
const largestBodyWithoutLimit = 16 * 1_048_576;
const electionRetryMs = 500;
const longestFirstElectionMs = 10_000;

/**
 * Starts a registry and resolves when it answers and a leader is known, or after ten seconds without one.
 * @throws RegistryStartError that names the setting, the port or the topic
 */
export async function startRegistry(options: StartRegistryOptions): Promise<RunningRegistry> {
  const { settings, topicConfigs, warnings, errors } = loadSettings(options);
  if (errors.length > 0) throw new RegistryStartError(errors.map((problem) => problemText(problem)).join('\n'));
  const platform = options.platform ?? nodePlatform({ log: { level: settings.string('millrace.log.level') as LogLevel } });
  for (const warning of warnings) platform.logger.warn(warning);
  const prepared = prepare(settings, platform.clock.now());
  const exporterSecrets = new ExporterSecrets(settings.stringOrNull('password.encoder.secret'));
  const client: ClientOptions & { platform: Platform } = {
    bootstrapServers: parseBootstrapServers(settings.list('kafkastore.bootstrap.servers')), clientId: settings.string('kafkastore.client.id'), platform,
  };
  platform.logger.info('looks for the schemas', { brokers: client.bootstrapServers, topic: settings.string('kafkastore.topic') });
  const clusterId = await openTopic(client, settings, topicConfigs, options.signal);
  const log = new KafkaSchemaLog({ client, topic: settings.string('kafkastore.topic') });
  const store = new RegistryStore({
    log, platform, rules: rulesOf(settings), parsedSchemas: settings.int('schema.cache.size'), timeoutMs: settings.int('kafkastore.timeout.ms'),
    hash: (bytes) => hash('md5', bytes, 'buffer'),
  });
  const servers: FastifyInstance[] = [];
  const [first] = prepared.listeners as [HttpListener];
  // The port is part of who an instance is, so the election is made when it is known.
  const opened: { election: GroupElection | null; port: number } = { election: null, port: first.port };
  const node = new RegistryNode(store, {
    start: (listener) => {
      opened.election = electionOf(settings, client, first, opened.port);
      opened.election.start(listener);
    },
    stop: async () => opened.election?.stop(),
  }, platform.logger);
  node.addLeaderTask(new Exporters({ node, platform, secrets: exporterSecrets }));
  try {
    await node.load(settings.int('kafkastore.init.timeout.ms'));
    for (const listener of prepared.listeners) {
      const server = await createServer(node, prepared.authenticator, serverSettings(settings, prepared, listener, { clusterId, exporterSecrets }), platform);
      await listen(server, listener);
      servers.push(server);
    }
    opened.port = portOf(servers[0]) ?? first.port;
    await inTime(platform, node.elect(), longestFirstElectionMs);
  } catch (error) {
    await stopAll(node, servers);
    throw error instanceof RegistryStartError ? error : new RegistryStartError((error as Error).message, { cause: error });
  }
  let stopping: Promise<void> | null = null;
  return { url: shownUrl(first, opened.port), node, stop: () => (stopping ??= stopAll(node, servers)) };
}

function shownUrl({ scheme, host }: HttpListener, port: number): string {
  const shown = isEverywhere(host) ? '127.0.0.1' : host;
  return `${scheme}://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
}

function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

interface Prepared {
  readonly listeners: readonly HttpListener[];
  readonly authenticator: Authenticator;
  readonly tls: TlsFiles | null;
}

/** Whatever may be wrong with settings and files is found before anything is opened. */
function prepare(settings: Settings, nowMs: number): Prepared {
  try {
    const listeners = settings.list('listeners').map(parseListener);
    if (listeners.length === 0) throw new TypeError('listeners is empty');
    const tls = tlsOptions(settings, nowMs);
    if (tls === null && listeners.some(({ scheme }) => scheme === 'https')) throw new TypeError('an https listener needs ssl.keystore.location');
    const usersFile = settings.stringOrNull('millrace.authentication.users.file');
    const authenticator = new Authenticator({
      users: settings.string('authentication.method') === 'BASIC' && usersFile !== null ? usersOf(usersFile) : null,
      usesCertificates: clientAuthentication(settings) !== 'NONE',
      roles: settings.list('authentication.roles'),
      grants: settings.list('millrace.authorization.grants').map(parseGrant),
      realm: settings.string('authentication.realm'),
    });
    return { listeners, authenticator, tls };
  } catch (error) {
    throw new RegistryStartError((error as Error).message, { cause: error });
  }
}

function usersOf(file: string): Users {
  try {
    return Users.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new TypeError(`millrace.authentication.users.file: ${file}: ${(error as Error).message}`, { cause: error });
  }
}

/** The id of the cluster. */
async function openTopic(client: ClientOptions & { platform: Platform }, settings: Settings, configs: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<string> {
  await using admin = new Admin({ ...client, defaultApiTimeoutMs: settings.int('kafkastore.init.timeout.ms') });
  const giveUp = (): void => void admin.close();
  signal?.addEventListener('abort', giveUp);
  try {
    await ensureSchemasTopic(admin, {
      topic: settings.string('kafkastore.topic'), replicationFactor: settings.int('kafkastore.topic.replication.factor'), configs, skipsValidation: settings.boolean('kafkastore.topic.skip.validation'),
    }, client.platform.logger);
    return (await admin.describeCluster()).clusterId ?? '';
  } catch (error) {
    if (signal?.aborted === true) throw new RegistryStartError('the start was given up', { cause: error });
    throw new RegistryStartError(`kafkastore.bootstrap.servers ${settings.text('kafkastore.bootstrap.servers')}: ${(error as Error).message}`, { cause: error });
  }
}

function rulesOf(settings: Settings): RegistryRules {
  return {
    compatibilityLevel: compatibilityLevel(settings.string('schema.compatibility.level')) ?? 'BACKWARD',
    validateFields: settings.boolean('schema.validate.fields'),
    validateNewSchemas: settings.boolean('schema.validate.new.schemas'),
    rejectsEmptySubject: settings.boolean('schema.reject.empty.subject'),
    allowsModeChanges: settings.boolean('mode.mutability'),
    incompatibleCode: settings.string('millrace.incompatible.error.code') === '409' ? 409 : 40901,
  };
}

function electionOf(settings: Settings, client: ClientOptions & { platform: Platform }, first: HttpListener, port: number): GroupElection {
  return new GroupElection({
    client,
    groupId: settings.string('schema.registry.group.id'),
    identity: {
      host: settings.stringOrNull('host.name') ?? (isEverywhere(first.host) ? hostname() : first.host),
      port: settings.intOrNull('host.port') ?? port,
      scheme: settings.string('inter.instance.protocol') === 'https' ? 'https' : 'http',
      isEligible: settings.boolean('leader.eligibility'),
    },
    sessionTimeoutMs: settings.int('kafkagroup.session.timeout.ms'),
    heartbeatIntervalMs: settings.int('kafkagroup.heartbeat.interval.ms'),
    rebalanceTimeoutMs: settings.int('kafkagroup.rebalance.timeout.ms'),
    retryAfterMs: electionRetryMs,
    isSticky: settings.boolean('leader.election.sticky'),
  });
}

interface Started {
  readonly clusterId: string;
  readonly exporterSecrets: ExporterSecrets;
}

function serverSettings(settings: Settings, { tls }: Prepared, { scheme }: HttpListener, started: Started): ServerSettings {
  const origin = settings.string('access.control.allow.origin');
  return {
    service: serviceSettings(settings, tls, started),
    largestBody: settings.boolean('size.limit.filter.enabled') ? settings.int('max.request.body.size') : largestBodyWithoutLimit,
    requestTimeoutMs: settings.int('request.timeout.ms'),
    cors: origin === '' ? null : { origin, methods: settings.string('access.control.allow.methods') },
    tls: scheme === 'https' ? tls : null,
    hasAssociations: settings.boolean('associations.enable'),
    compresses: settings.boolean('compression.enable'),
  };
}

function serviceSettings(settings: Settings, tls: Prepared['tls'], { clusterId, exporterSecrets }: Started): ServiceSettings {
  const paging = (what: string): { default: number; max: number } => ({ default: settings.int(`${what}.search.default.limit`), max: settings.int(`${what}.search.max.limit`) });
  return {
    style: { isLegacy: settings.boolean('millrace.legacy.responses') },
    schemaPaging: paging('schema'),
    subjectPaging: paging('subject'),
    versionPaging: paging('subject.version'),
    contextPaging: paging('context'),
    groupId: settings.string('schema.registry.group.id'),
    kafkaClusterId: clusterId,
    exporterSecrets,
    version: release,
    forwarding: {
      connectTimeoutMs: settings.int('leader.connect.timeout.ms'),
      readTimeoutMs: settings.int('leader.read.timeout.ms'),
      headers: settings.list('inter.instance.headers.whitelist').map((name) => name.toLowerCase()),
      tls: outgoingTls(settings, tls),
    },
  };
}

async function listen(server: FastifyInstance, { host, port }: HttpListener): Promise<void> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    await server.close();
    const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    throw new RegistryStartError(isTaken ? `port ${port} of ${host} is in use by another program: set listeners to another one` : `listeners: ${(error as Error).message}`, { cause: error });
  }
}

function inTime({ timers }: Platform, event: Promise<void>, timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = timers.schedule(timeoutMs, resolve);
    void event.then(() => {
      timer.cancel();
      resolve();
    });
  });
}

function portOf(server: FastifyInstance | undefined): number | undefined {
  const address = server?.server.address();
  return typeof address === 'object' && address !== null ? address.port : undefined;
}

async function stopAll(node: RegistryNode, servers: readonly FastifyInstance[]): Promise<void> {
  await Promise.all(servers.map((server) => server.close()));
  await node.stop();
}
