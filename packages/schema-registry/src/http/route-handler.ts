/** One request of the table on Fastify: negotiation, who may, the answer as bytes. What can be answered at once is, without a promise. */
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { resolveAlias } from '../core/change-config.js';
import { normalizedSubject } from '../core/qualified-subject.js';
import type { Authenticator } from '../auth/authenticator.js';
import { allPermissions, type Permissions } from '../auth/permissions.js';
import type { RegistryNode } from '../registry-node.js';
import type { AnswerCache } from './answer-cache.js';
import { Call, type ServiceSettings } from './call.js';
import { httpError, unauthorized } from './http-error.js';
import { negotiatedType } from './media-types.js';
import { Answer, RawText, type Route } from './route.js';

export interface Service {
  readonly node: RegistryNode;
  readonly authenticator: Authenticator;
  readonly settings: ServiceSettings;
  readonly answers: AnswerCache;
}

export function routeHandler(route: Route, service: Service): RouteHandlerMethod {
  return (request, reply) => {
    const type = negotiatedType(request.headers.accept);
    if (type === undefined) throw httpError(406);
    const permissions = route.access === 'none' ? null : service.authenticator.permissions(request);
    const answer = permissions instanceof Promise
      ? permissions.then((known) => answerOf(route, service, known, request, reply))
      : answerOf(route, service, permissions, request, reply);
    if (answer instanceof Promise) answer.then((late) => send(reply, type, late)).catch((error: Error) => void reply.send(error));
    else send(reply, type, answer);
  };
}

function answerOf(route: Route, { node, authenticator, settings, answers }: Service, permissions: Permissions | null, request: FastifyRequest, reply: FastifyReply): unknown {
  if (permissions === null && route.access !== 'none') {
    reply.header('www-authenticate', authenticator.challenge);
    throw unauthorized();
  }
  const isKept = route.isKept === true && permissions === allPermissions;
  const kept = isKept ? answers.get(request.url, node.registry.state) : undefined;
  if (kept !== undefined) return kept.bytes;
  const call = new Call(node, settings, request, permissions);
  checkAccess(route, call);
  const answer = route.handle(call);
  if (!isKept) return answer;
  const bytes = bytesOf(answer);
  answers.set(request.url, { bytes, route: route.path });
  return bytes;
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

function send(reply: FastifyReply, type: string, answer: unknown): void {
  reply.header('content-type', type);
  if (!(answer instanceof Answer)) return void reply.send(bytesOf(answer));
  reply.code(answer.status);
  if (answer.body === undefined) reply.removeHeader('content-type').send();
  else reply.send(bytesOf(answer.body));
}

/** Bytes, since to a text Fastify would add a charset to the type, which Confluent's registry does not send. */
export function bytesOf(answer: unknown): Buffer {
  if (Buffer.isBuffer(answer)) return answer;
  return Buffer.from(answer instanceof RawText ? answer.text : JSON.stringify(answer));
}
