/** Handshakes that fail are told in the log, as callers see a closed connection and no more. */
import type { TLSSocket } from 'node:tls';
import type { FastifyInstance } from 'fastify';
import type { Logger } from '@millrace/platform';

export function watchHandshakes({ server }: FastifyInstance, logger: Logger): void {
  server.on('tlsClientError', (error: Error & { code?: string }, socket: TLSSocket) => {
    logger.info('a TLS handshake failed', { caller: socket.remoteAddress, error: error.message, code: error.code });
  });
  server.on('secureConnection', (socket: TLSSocket) => {
    // A certificate that was only asked for need not be there, but who shows one that is not trusted is not taken for nobody.
    // Declared as an Error, it is the code of one.
    const reason = socket.authorizationError as unknown as string | null;
    if (socket.authorized || reason === null || Object.keys(socket.getPeerCertificate()).length === 0) return;
    logger.info('a client certificate is not trusted', { caller: socket.remoteAddress, reason });
    socket.destroy();
  });
}
