/** `compression.enable`: answers go out gzipped to who takes that, where it saves anything. */
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/** Smaller ones fit into a packet as they are. */
export const smallestCompressed = 1_024;

export function addCompression(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, payload: unknown, done) => {
    const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
    if (!Buffer.isBuffer(bytes) || bytes.length < smallestCompressed || reply.hasHeader('content-encoding')) return done(null, payload);
    const vary = reply.getHeader('vary');
    reply.header('vary', vary === undefined ? 'accept-encoding' : `${String(vary)}, accept-encoding`);
    if (!takesGzip(request.headers['accept-encoding'])) return done(null, payload);
    gzip(bytes, (error, compressed) => {
      if (error !== null) return done(error);
      reply.header('content-encoding', 'gzip').removeHeader('content-length');
      done(null, compressed);
    });
  });
}

/** `gzip`, or anything, and not with a weight of nothing. */
export function takesGzip(accepted: string | string[] | undefined): boolean {
  const weights = new Map(String(accepted ?? '').toLowerCase().split(',').map((part): [string, number] => {
    const [coding = '', ...parameters] = part.split(';').map((text) => text.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return [coding, weight === undefined ? 1 : Number(weight)];
  }));
  return (weights.get('gzip') ?? weights.get('*') ?? 0) > 0;
}
