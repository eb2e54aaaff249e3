/**
 * Answers that are kept go out before Fastify looks at the request: its way through hooks and router is most of what such a read
 * costs. Only the plainest of requests are short here, and everything else takes the usual way.
 */
import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import type { Clock } from '@millrace/platform';
import type { FastifyInstance } from 'fastify';
import type { RegistryNode } from '../registry-node.js';
import type { AnswerCache } from './answer-cache.js';
import { smallestCompressed, takesGzip } from './compression.js';
import type { HttpMetrics } from './http-metrics.js';
import { negotiatedType } from './media-types.js';
import { requestId } from './request-id.js';

export interface ShortcutOptions {
  readonly node: RegistryNode;
  readonly answers: AnswerCache;
  readonly metrics: HttpMetrics;
  readonly clock: Clock;
  readonly compresses: boolean;
}

/** For a server whose callers may all read everything. */
export function addShortcut(server: FastifyInstance, options: ShortcutOptions): void {
  const raw = server.server;
  const usual = raw.listeners('request') as RequestListener[];
  let isClosing = false;
  // Connections that are kept open are told so by the usual way.
  server.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  raw.removeAllListeners('request');
  raw.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!isClosing && answer(request, response, options)) return;
    for (const listener of usual) listener.call(raw, request, response);
  });
}

/** Whether it was answered. */
function answer(request: IncomingMessage, response: ServerResponse, { node, answers, metrics, clock, compresses }: ShortcutOptions): boolean {
  const { method, url, headers } = request;
  if (method !== 'GET' || url === undefined || headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return false;
  const kept = answers.get(url, node.registry.state);
  if (kept === undefined) return false;
  const varies = compresses && kept.bytes.length >= smallestCompressed;
  if (varies && takesGzip(headers['accept-encoding'])) return false;
  const type = negotiatedType(headers.accept);
  if (type === undefined) return false;
  const startedMs = clock.monotonic();
  const ownHeaders: OutgoingHttpHeaders = { 'x-request-id': requestId(headers['x-request-id']), 'content-type': type, 'content-length': kept.bytes.length };
  if (varies) ownHeaders['vary'] = 'accept-encoding';
  response.writeHead(200, ownHeaders).end(kept.bytes);
  metrics.observe('GET', kept.route, 200, (clock.monotonic() - startedMs) / 1_000);
  return true;
}
