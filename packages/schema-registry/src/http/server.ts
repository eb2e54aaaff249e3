/** The table of requests on Fastify: limits, errors, and what is there beside the table. */
import type { ServerOptions as TlsOptions } from 'node:https';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest, type HTTPMethods } from 'fastify';
import type { Logger, Platform } from '@millrace/platform';
import { RegistryError } from '../core/registry-error.js';
import type { Authenticator } from '../auth/authenticator.js';
import type { RegistryNode } from '../registry-node.js';
import { AnswerCache } from './answer-cache.js';
import type { ServiceSettings } from './call.js';
import { addCompression } from './compression.js';
import { addDocumentation, documentationOf } from './documentation.js';
import { errorOf } from './error-of.js';
import { HttpMetrics } from './http-metrics.js';
import { httpError } from './http-error.js';
import { defaultType, negotiatedType } from './media-types.js';
import { addParsers } from './body-parsers.js';
import { addOperations } from './operations-routes.js';
import { rewriteContexts } from './rewrite-contexts.js';
import { watchHandshakes } from './tls-handshakes.js';
import { bytesOf, routeHandler, type Service } from './route-handler.js';
import type { Method, Route } from './route.js';
import { requestId } from './request-id.js';
import { associationRoutes } from './requests/associations.js';
import { routes } from './routes.js';
import { addShortcut } from './shortcut.js';

export interface ServerSettings {
  readonly service: ServiceSettings;
  /** `max.request.body.size` */
  readonly largestBody: number;
  /** `request.timeout.ms` */
  readonly requestTimeoutMs: number;
  /** `access.control.allow.origin` and `.methods`; null where no other site may call. */
  readonly cors: { readonly origin: string; readonly methods: string } | null;
  readonly tls: TlsOptions | null;
  /** `associations.enable` */
  readonly hasAssociations: boolean;
  /** `compression.enable` */
  readonly compresses: boolean;
}

/** A subject may be long, and is longer when it is encoded. */
const longestParameter = 10_000;
const methods: readonly Method[] = ['GET', 'POST', 'PUT', 'DELETE'];
/** A path that no route has, for what cannot be rewritten. */
const badContext = '/bad-context';

export async function createServer(node: RegistryNode, authenticator: Authenticator, settings: ServerSettings, { clock, logger }: Pick<Platform, 'clock' | 'logger'>): Promise<FastifyInstance> {
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
  if (settings.compresses) addCompression(server);
  if (settings.tls !== null) watchHandshakes(server, logger);
  const metrics = new HttpMetrics(node);
  // Hooks that are done at once: a promise in each would be a good part of what a read costs.
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    metrics.observe(request.method, request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime / 1_000);
    done();
  });
  await addDocumentation(server, settings.service.version);
  addOperations(server, node, metrics);
  const service: Service = { node, authenticator, settings: settings.service, answers: new AnswerCache() };
  const served = settings.hasAssociations ? routes : routes.filter((route) => !associationRoutes.includes(route));
  for (const route of served) server.route({ method: route.method, url: route.path, schema: documentationOf(route), handler: routeHandler(route, service) });
  addOtherMethods(server, served);
  if (authenticator.isOpen && settings.cors === null) addShortcut(server, { node, answers: service.answers, metrics, clock, compresses: settings.compresses });
  return server;
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
function addOtherMethods(server: FastifyInstance, all: readonly Route[]): void {
  const served = new Map<string, Set<Method>>();
  for (const { path, method } of all) served.set(path, (served.get(path) ?? new Set()).add(method));
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
