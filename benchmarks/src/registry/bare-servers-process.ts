/**
 * Servers that do nothing but answer, on the paths of a registry and with as many bytes: over a raw socket, which shows what
 * the generator can do, over node:http, and over Fastify as it is when it is new, which a registry on Fastify is held against.
 */
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import { HttpMessages } from '../load/http-messages.js';

/** A body of each kind of answer. */
interface Bodies {
  readonly byId: string;
  readonly latest: string;
  readonly lookup: string;
  readonly registered: string;
}

export type BareServer = 'socket' | 'node' | 'fastify';
export type BarePorts = Readonly<Record<BareServer, number>>;
export type BareQuestion = { readonly bodies: Bodies } | 'cpu';
const type = 'application/vnd.schemaregistry.v1+json';
const host = '127.0.0.1';

async function serve({ byId, latest, lookup, registered }: Bodies): Promise<BarePorts> {
  const [byIdBytes, latestBytes, lookupBytes, registeredBytes] = [byId, latest, lookup, registered].map((text) => Buffer.from(text)) as [Buffer, Buffer, Buffer, Buffer];
  const app = fastify();
  app.addContentTypeParser(type, { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'));
  app.get('/schemas/ids/:id', (_request, reply) => reply.header('content-type', type).send(byIdBytes));
  app.get('/subjects/:subject/versions/:version', (_request, reply) => reply.header('content-type', type).send(latestBytes));
  app.post('/subjects/:subject', (_request, reply) => reply.header('content-type', type).send(lookupBytes));
  app.post('/subjects/:subject/versions', (_request, reply) => reply.header('content-type', type).send(registeredBytes));
  await app.listen({ host, port: 0 });
  return { socket: await listening(rawServer(byIdBytes)), node: await listening(nodeServer(byIdBytes)), fastify: (app.server.address() as AddressInfo).port };
}

function rawServer(body: Buffer): net.Server {
  const answer = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\n\r\n`), body]);
  return net.createServer({ noDelay: true }, (socket) => {
    const messages = new HttpMessages(() => socket.write(answer));
    socket.on('data', (bytes) => {
      socket.cork();
      messages.feed(bytes);
      socket.uncork();
    });
    socket.on('error', () => socket.destroy());
  });
}

function nodeServer(body: Buffer): http.Server {
  return http.createServer((_request, response) => {
    response.writeHead(200, { 'content-type': type, 'content-length': body.length });
    response.end(body);
  });
}

function listening(server: net.Server): Promise<number> {
  return new Promise((resolve) => server.listen(0, host, () => resolve((server.address() as AddressInfo).port)));
}

process.on('message', (question: BareQuestion) => {
  if (question !== 'cpu') return void serve(question.bodies).then((ports) => process.send?.(ports));
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
process.once('disconnect', () => process.exit(0));
