/** A server without a socket or a Kafka: requests are injected, the topic is in memory, and it leads at once. */
import { nodePlatform } from '@millrace/platform';
import type { FastifyInstance } from 'fastify';
import { Authenticator, type AuthenticatorOptions } from '../src/auth/authenticator.js';
import type { RegistryRules } from '../src/core/registry.js';
import type { Election } from '../src/election/election.js';
import { ExporterSecrets } from '../src/exporters/secrets.js';
import type { ServiceSettings } from '../src/http/call.js';
import { createServer, type ServerSettings } from '../src/http/server.js';
import { RegistryNode } from '../src/registry-node.js';
import { RegistryStore } from '../src/store/registry-store.js';
import { MemoryLog } from './memory-log.js';
import { someRules } from './registry-story.js';

export interface TestServerOptions {
  readonly log?: MemoryLog;
  readonly rules?: Partial<RegistryRules>;
  readonly service?: Partial<ServiceSettings>;
  readonly server?: Partial<ServerSettings>;
  readonly authenticator?: Partial<AuthenticatorOptions>;
  readonly election?: Election;
}

export interface TestAnswer {
  readonly status: number;
  readonly type: string;
  readonly headers: Record<string, unknown>;
  readonly text: string;
  readonly json: unknown;
}

export class TestServer {
  readonly server: FastifyInstance;
  readonly node: RegistryNode;

  private constructor(server: FastifyInstance, node: RegistryNode) {
    this.server = server;
    this.node = node;
  }

  static async start(options: TestServerOptions = {}): Promise<TestServer> {
    const platform = nodePlatform({ log: { level: 'silent' } });
    const store = new RegistryStore({ log: options.log ?? new MemoryLog(), platform, rules: { ...someRules, ...options.rules }, parsedSchemas: 100, timeoutMs: 5_000 });
    const alone: Election = { start: (listener) => listener.onElected(), stop: () => Promise.resolve() };
    const node = new RegistryNode(store, options.election ?? alone, platform.logger);
    await node.load(5_000);
    void node.elect();
    const all = { default: 1_000_000, max: 1_000_000 };
    const server = await createServer(node, new Authenticator({ users: null, usesCertificates: false, roles: ['*'], grants: [], realm: 'test', ...options.authenticator }), {
      service: {
        style: { isLegacy: false }, schemaPaging: { default: 1000, max: 1000 }, subjectPaging: all, versionPaging: all, contextPaging: all, groupId: 'schema-registry', kafkaClusterId: 'cluster', version: '8.2.0',
        forwarding: { connectTimeoutMs: 1_000, readTimeoutMs: 1_000, headers: [], tls: {} }, exporterSecrets: new ExporterSecrets('secret'), ...options.service,
      },
      largestBody: 1_048_576, requestTimeoutMs: 0, cors: null, tls: null, hasAssociations: true, compresses: true, ...options.server,
    }, platform);
    return new TestServer(server, node);
  }

  async ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH', url: string, body?: unknown, headers: Record<string, string> = {}): Promise<TestAnswer> {
    const payload = body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body), headers: { 'content-type': 'application/vnd.schemaregistry.v1+json', ...headers } };
    const response = await this.server.inject({ method, url, headers, ...payload });
    const text = response.body;
    return { status: response.statusCode, type: String(response.headers['content-type'] ?? ''), headers: response.headers, text, json: jsonOf(text) };
  }

  async stop(): Promise<void> {
    await this.server.close();
    await this.node.stop();
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
