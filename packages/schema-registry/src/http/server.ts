/** The table of requests on Fastify: negotiation, limits, who may, errors. */
import { randomUUID } from 'node:crypto';
import type { ServerOptions as TlsOptions } from 'node:https';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest, type HTTPMethods } from 'fastify';
import type { Logger } from '@millrace/platform';
import { resolveAlias } from '../core/change-config.js';
import { normalizedSubject } from '../core/qualified-subject.js';
import { RegistryError } from '../core/registry-error.js';
import type { Authenticator } from '../auth/authenticator.js';
import type { RegistryNode } from '../registry-node.js';
import { Call, type ServiceSettings } from './call.js';
import { addDocumentation, documentationOf } from './documentation.js';
import { errorOf } from './error-of.js';
import { HttpMetrics } from './http-metrics.js';
import { httpError, unauthorized } from './http-error.js';
import { defaultType, negotiatedType } from './media-types.js';
import { addParsers } from './body-parsers.js';
import { addOperations } from './operations-routes.js';
import { rewriteContexts } from './rewrite-contexts.js';
import { watchHandshakes } from './tls-handshakes.js';
import { Answer, RawText, type Method, type Route } from './route.js';
import { routes } from './routes.js';

export interface ServerSettings {
  readonly service: ServiceSettings;
  /** `max.request.body.size` */
  readonly largestBody: number;
  /** `request.timeout.ms` */
  readonly requestTimeoutMs: number;
  /** `access.control.allow.origin` and `.methods`; null where no other site may call. */
  readonly cors: { readonly origin: string; readonly methods: string } | null;
  readonly tls: TlsOptions | null;
}

/** A subject may be long, and is longer when it is encoded. */
const longestParameter = 10_000;
const methods: readonly Method[] = ['GET', 'POST', 'PUT', 'DELETE'];
/** A path that no route has, for what cannot be rewritten. */
const badContext = '/bad-context';

export async function createServer(node: RegistryNode, authenticator: Authenticator, settings: ServerSettings, logger: Logger): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    bodyLimit: settings.largestBody,
    requestTimeout: settings.requestTimeoutMs,
    routerOptions: { maxParamLength: longestParameter, ignoreTrailingSlash: true },
    genReqId: (request) => requestId(request.headers['x-request-id']),
    rewriteUrl: (request) => rewriteContexts(request.url ?? '/') ?? badContext,
    frameworkErrors: (error, request, reply) => sendError(reply, request, errorOf(error, logger)),
    ...(settings.tls === null ? {} : { https: settings.tls }),
  }) as FastifyInstance; // over TLS its raw server is of another type, which nothing here looks at
  // Answers are made to fit by hand; bodies are read with words of our own.
  server.setValidatorCompiler(() => () => true);
  server.setSerializerCompiler(() => JSON.stringify);
  addParsers(server);
  addErrors(server, logger);
  if (settings.cors !== null) addCors(server, settings.cors);
  if (settings.tls !== null) watchHandshakes(server, logger);
  const metrics = new HttpMetrics(node);
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  server.addHook('onResponse', async (request, reply) => {
    metrics.observe(request.method, request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime / 1_000);
  });
  await addDocumentation(server, settings.service.version);
  addOperations(server, node, metrics);
  for (const route of routes) addRoute(server, route, node, authenticator, settings.service);
  addOtherMethods(server);
  return server;
}

function addRoute(server: FastifyInstance, route: Route, node: RegistryNode, authenticator: Authenticator, service: ServiceSettings): void {
  server.route({
    method: route.method,
    url: route.path,
    schema: documentationOf(route),
    handler: async (request, reply) => {
      const type = negotiatedType(request.headers.accept);
      if (type === undefined) throw httpError(406);
      const permissions = route.access === 'none' ? null : await authenticator.permissions(request);
      if (permissions === null && route.access !== 'none') {
        reply.header('www-authenticate', authenticator.challenge);
        throw unauthorized();
      }
      const call = new Call(node, service, request, permissions);
      checkAccess(route, call);
      return send(reply, type, await route.handle(call));
    },
  });
}

function checkAccess({ access }: Route, call: Call): void {
  const { permissions } = call;
  if (permissions === null || access === 'none' || access === 'read-all') return;
  if (access === 'administer') {
    if (!permissions.mayAdminister) throw httpError(403);
    return;
  }
  const named = call.param('subject');
  // A list without a subject shows what may be read; a write without one is an administrator's.
  if (named === '') {
    if (access === 'write' && !permissions.mayAdminister) throw httpError(403);
    return;
  }
  const own = normalizedSubject(named);
  for (const subject of new Set([own, resolveAlias(call.registry, own)])) {
    if (!(access === 'write' ? permissions.mayWrite(subject) : permissions.mayRead(subject))) throw httpError(403);
  }
}

function send(reply: FastifyReply, type: string, answer: unknown): FastifyReply {
  reply.header('content-type', type);
  if (answer instanceof Answer) {
    reply.code(answer.status);
    if (answer.body === undefined) return reply.removeHeader('content-type').send();
    return reply.send(bytesOf(answer.body));
  }
  return reply.send(bytesOf(answer));
}

/** Bytes, since to a text Fastify would add a charset to the type, which Confluent's registry does not send. */
function bytesOf(answer: unknown): Buffer {
  return Buffer.from(answer instanceof RawText ? answer.text : JSON.stringify(answer));
}

function addErrors(server: FastifyInstance, logger: Logger): void {
  server.setErrorHandler((error, request, reply) => sendError(reply, request, errorOf(error, logger)));
  server.setNotFoundHandler((request, reply) => {
    const isBadContext = request.url.startsWith(badContext);
    sendError(reply, request, isBadContext ? new RegistryError(400, 'Context name cannot contain a colon') : httpError(404));
  });
}

function sendError(reply: FastifyReply, request: FastifyRequest, error: RegistryError): void {
  reply.header('x-request-id', request.id);
  reply.code(error.httpStatus).header('content-type', negotiatedType(request.headers.accept) ?? defaultType);
  void reply.send(bytesOf({ error_code: error.code, message: error.message }));
}

/** A path that is there under another method is another error than one that is not. */
function addOtherMethods(server: FastifyInstance): void {
  const served = new Map<string, Set<Method>>();
  for (const { path, method } of routes) served.set(path, (served.get(path) ?? new Set()).add(method));
  for (const [url, own] of served) {
    const others: HTTPMethods[] = [...methods.filter((method) => !own.has(method)), 'PATCH'];
    server.route({
      method: others,
      url,
      schema: { hide: true },
      handler: (_request, reply) => {
        reply.header('allow', [...own].join(', '));
        throw httpError(405);
      },
    });
  }
}

function addCors(server: FastifyInstance, { origin, methods: allowed }: { readonly origin: string; readonly methods: string }): void {
  server.addHook('onRequest', async (request, reply) => {
    if (request.headers.origin === undefined) return;
    reply.header('access-control-allow-origin', origin).header('vary', 'origin');
    if (request.method !== 'OPTIONS') return;
    reply.header('access-control-allow-methods', allowed).header('access-control-allow-headers', 'authorization, content-type, accept');
    await reply.code(204).send();
  });
  server.options('*', { schema: { hide: true } }, (_request, reply) => void reply.code(204).send());
}

/** The caller's own, when there is exactly one that fits on a line. */
function requestId(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\x21-\x7e]{1,256}$/.test(header) ? header : randomUUID();
}

