/** Bodies are read whole, kept as they came for the leader, and understood as JSON whatever their type. */
import type { FastifyInstance } from 'fastify';
import type { RequestBody } from './call.js';
import { badBody, httpError } from './http-error.js';
import { consumedTypes } from './media-types.js';

export function addParsers(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser([...consumedTypes], { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      // With parseAs: 'buffer' it is one.
      done(null, parsed(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  server.addContentTypeParser('*', (_request, payload, done) => {
    payload.resume();
    done(httpError(415));
  });
  // Without a type a body counts as bytes.
  server.addHook('onRequest', (request, _reply, done) => {
    const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
    if (hasBody && request.headers['content-type'] === undefined) request.headers['content-type'] = 'application/octet-stream';
    done();
  });
}

function parsed(bytes: Buffer): RequestBody | undefined {
  if (bytes.length === 0) return undefined;
  try {
    return { bytes, value: JSON.parse(bytes.toString('utf8')) as unknown };
  } catch (error) {
    throw badBody(`The request body is no JSON: ${(error as Error).message}`);
  }
}
