/** The keys of field encryption as a registry keeps them, in front of a registry that answers all other calls. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Record<string, unknown>;

export interface KeyRegistry {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startKeyRegistry(registryUrl: string): Promise<KeyRegistry> {
  const keys = new Keys();
  const server: Server = createServer((request, response) => {
    const answer = async () => {
      const body = await bodyOf(request);
      const { url = '/', method = 'GET' } = request;
      if (url.startsWith('/dek-registry/v1/keks')) return keys.answer(method, url, body);
      const forwarded = await fetch(`${registryUrl}${url}`, { method, headers: { 'content-type': 'application/json' }, ...(body !== '' && { body }) });
      return { status: forwarded.status, text: await forwarded.text() };
    };
    answer().then(
      ({ status, text }) => response.writeHead(status, { 'content-type': 'application/vnd.schemaregistry.v1+json' }).end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

class Keys {
  readonly #keks = new Map<string, Json>();
  readonly #deks: Json[] = [];

  answer(method: string, url: string, body: string): { status: number; text: string } {
    const { pathname, searchParams } = new URL(url, 'http://keys');
    const [kek, , subject, , version] = pathname.split('/').slice(4).map(decodeURIComponent);
    const sent = body === '' ? {} : (JSON.parse(body) as Json);
    if (kek === undefined) {
      this.#keks.set(String(sent['name']), sent);
      return ok(sent);
    }
    if (subject === undefined) return found(this.#keks.get(kek));
    if (method === 'POST') {
      const dek = { ...sent, kekName: kek, ts: Date.now() };
      this.#deks.push(dek);
      return ok(dek);
    }
    const deks = this.#deks.filter((dek) => dek['kekName'] === kek && dek['subject'] === subject && dek['algorithm'] === searchParams.get('algorithm'));
    return found(version === 'latest' || version === '-1' ? deks.at(-1) : deks.find((dek) => dek['version'] === Number(version)));
  }
}

function ok(json: Json): { status: number; text: string } {
  return { status: 200, text: JSON.stringify(json) };
}

function found(json: Json | undefined): { status: number; text: string } {
  return json === undefined ? { status: 404, text: JSON.stringify({ error_code: 40470, message: 'Key not found' }) } : ok(json);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}
