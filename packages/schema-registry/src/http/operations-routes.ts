/** For those who run a registry: is it there, may it be asked, and its numbers. Open to all, and short. */
import type { FastifyInstance } from 'fastify';
import { urlOf } from '../election/sr-protocol.js';
import type { RegistryNode } from '../registry-node.js';
import type { HttpMetrics } from './http-metrics.js';

export function addOperations(server: FastifyInstance, node: RegistryNode, metrics: HttpMetrics): void {
  const tags = ['operations'];
  server.get('/health', { schema: { tags, summary: 'That the process answers' } }, (_request, reply) => reply.type('application/json').send({ status: 'UP' }));
  server.get('/ready', { schema: { tags, summary: '200 when schemas have been read and a leader is known, else 503' } }, (_request, reply) => {
    const { leadership } = node;
    const isReady = node.isReady && leadership.kind !== 'unknown';
    const leader = leadership.kind === 'other' ? urlOf(leadership.identity) : leadership.kind;
    return reply.code(isReady ? 200 : 503).type('application/json').send({ status: isReady ? 'UP' : 'DOWN', hasReadLog: node.isReady, leader });
  });
  server.get('/metrics', { schema: { tags, summary: 'Numbers for Prometheus' } }, async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()));
}
