/** Hands a request to the leader as it came, and its answer back as it is. */
import http from 'node:http';
import https from 'node:https';
import type { FastifyRequest } from 'fastify';
import { forwardingFailed } from '../core/registry-error.js';
import type { Identity } from '../election/sr-protocol.js';
import type { RequestBody } from './call.js';
import { readText } from './read-text.js';
import { Answer, RawText } from './route.js';

export interface ForwardOptions {
  readonly connectTimeoutMs: number;
  readonly readTimeoutMs: number;
  /** `inter.instance.headers.whitelist`: sent along besides the usual ones. */
  readonly headers: readonly string[];
  /** How the leader's certificate is checked, and ours shown. */
  readonly tls: https.AgentOptions;
}

const usualHeaders: readonly string[] = ['content-type', 'accept', 'authorization', 'x-request-id', 'confluent-accept-unknown-properties'];

/** @throws RegistryError 50003 when the leader cannot be asked; what it answers is no error here */
export async function forwardToLeader(leader: Identity, request: FastifyRequest, what: string, options: ForwardOptions): Promise<Answer> {
  try {
    return await ask(leader, request, options);
  } catch (error) {
    throw forwardingFailed(what, error);
  }
}

function ask({ scheme, host, port }: Identity, request: FastifyRequest, options: ForwardOptions): Promise<Answer> {
  const body = (request.body as RequestBody | undefined)?.bytes;
  const headers: http.OutgoingHttpHeaders = { 'x-forward': 'true', 'content-length': body?.length ?? 0 };
  for (const name of [...usualHeaders, ...options.headers]) if (request.headers[name] !== undefined) headers[name] = request.headers[name];
  // The id that this instance answers with, so that both logs tell of one request.
  headers['x-request-id'] ??= request.id;
  return new Promise((resolve, reject) => {
    const target = { host, port, method: request.method, path: request.originalUrl, headers };
    const asked = scheme === 'https' ? https.request({ ...target, ...options.tls }) : http.request(target);
    asked.setTimeout(options.connectTimeoutMs, () => asked.destroy(new Error(`${host}:${port} did not answer in time`)));
    asked.once('socket', (socket) => {
      if (socket.connecting) socket.once('connect', () => asked.setTimeout(options.readTimeoutMs));
      else asked.setTimeout(options.readTimeoutMs);
    });
    asked.once('error', reject);
    asked.once('response', (response) => {
      readText(response).then((text) => resolve(new Answer(response.statusCode ?? 500, new RawText(text))), reject);
    });
    asked.end(body);
  });
}
