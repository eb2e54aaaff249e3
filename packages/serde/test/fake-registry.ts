/** A registry in this process that answers the calls of serializers, as a `fetch`. It keeps what it was asked. */
import { md5, parseSchema, schemaGuid, type SchemaReference } from '@millrace/schema';
import { SchemaRegistryClient, type Fetch, type FetchInit, type SchemaRegistryOptions, type SchemaToRegister } from '@millrace/serde';

interface Stored extends SchemaToRegister {
  subject: string;
  version: number;
  id: number;
  guid: string;
}

export class FakeRegistry {
  readonly asked: string[] = [];
  readonly stored: Stored[] = [];
  readonly #keks = new Map<string, Record<string, unknown>>();
  readonly #deks: Record<string, unknown>[] = [];
  nowMs = 1_700_000_000_000;
  /** Answers given before any other, for tests of failures. */
  readonly failures: { status: number; body: string }[] = [];

  readonly fetch: Fetch = async (url, init) => {
    const { pathname, searchParams } = new URL(url);
    this.asked.push(`${init.method} ${pathname}`);
    const failure = this.failures.shift();
    const { status, body } = failure ?? this.#answer(pathname.split('/').slice(1).map(decodeURIComponent), searchParams, init);
    return { status, headers: { get: () => null }, text: async () => (typeof body === 'string' ? body : JSON.stringify(body)) };
  };

  client(options: Partial<SchemaRegistryOptions> = {}): SchemaRegistryClient {
    return new SchemaRegistryClient({ urls: 'http://registry', fetch: this.fetch, retryWaitMs: 0, ...options });
  }

  register(subject: string, sent: SchemaToRegister): Stored {
    const content = this.#content(sent);
    const ofSubject = this.stored.filter((stored) => stored.subject === subject);
    const known = ofSubject.find(({ guid }) => guid === content.guid);
    if (known !== undefined) return known;
    const id = this.stored.find(({ guid }) => guid === content.guid)?.id ?? Math.max(0, ...this.stored.map((stored) => stored.id)) + 1;
    const stored = { ...sent, ...content, subject, version: ofSubject.length + 1, id };
    this.stored.push(stored);
    return stored;
  }

  #content(sent: SchemaToRegister): { schemaType: 'AVRO' | 'JSON' | 'PROTOBUF'; schema: string; guid: string } {
    const resolve = ({ subject, version }: SchemaReference) => this.stored.find((stored) => stored.subject === subject && stored.version === version);
    const { schemaType = 'AVRO', references = [], metadata, ruleSet } = sent;
    const schema = parseSchema(schemaType, { schema: sent.schema, references, resolve, isNew: true }).canonicalString;
    return { schemaType, schema, guid: schemaGuid({ schema, references, ...(metadata && { metadata }), ...(ruleSet && { ruleSet }) }, md5) };
  }

  #answer(path: string[], query: URLSearchParams, init: FetchInit): { status: number; body: unknown } {
    const sent = init.body === undefined ? {} : (JSON.parse(init.body) as Record<string, unknown>);
    const [root, name, part, last] = path;
    if (root === 'schemas') return found(this.stored.find(({ id, guid }) => (name === 'ids' ? id === Number(part) : guid === part)), 40403, `Schema ${part} not found`);
    if (root === 'dek-registry') return this.#keys(path.slice(3), query, init.method, sent);
    if (root !== 'subjects' || name === undefined) return { status: 404, body: { error_code: 404, message: 'HTTP 404 Not Found' } };
    const versions = this.stored.filter(({ subject }) => subject === name);
    if (part === 'versions' && init.method === 'POST') return { status: 200, body: this.register(name, sent as unknown as SchemaToRegister) };
    if (part === 'versions') return found(last === 'latest' ? versions.at(-1) : versions.find(({ version }) => version === Number(last)), 40402, `Version ${last} not found.`);
    if (part === 'metadata') {
      const pairs = query.getAll('key').map((key, index) => [key, query.getAll('value')[index]]);
      return found(versions.findLast(({ metadata }) => pairs.every(([key, value]) => metadata?.properties?.[key ?? ''] === value)), 40403, 'Schema not found');
    }
    const { guid } = this.#content(sent as unknown as SchemaToRegister);
    return found(versions.find((stored) => stored.guid === guid), versions.length === 0 ? 40401 : 40403, versions.length === 0 ? `Subject '${name}' not found.` : 'Schema not found');
  }

  #keys(path: string[], query: URLSearchParams, method: string, sent: Record<string, unknown>): { status: number; body: unknown } {
    const [kek, , subject, , version] = path;
    if (kek === undefined) {
      this.#keks.set(String(sent['name']), sent);
      return { status: 200, body: sent };
    }
    if (path.length === 1) return found(this.#keks.get(kek), 40470, 'Key not found');
    if (method === 'POST') {
      const dek = { ...sent, kekName: kek, ts: this.nowMs };
      this.#deks.push(dek);
      return { status: 200, body: dek };
    }
    const deks = this.#deks.filter((dek) => dek['kekName'] === kek && dek['subject'] === subject && dek['algorithm'] === query.get('algorithm'));
    return found(version === 'latest' || version === '-1' ? deks.at(-1) : deks.find((dek) => dek['version'] === Number(version)), 40470, 'Key not found');
  }
}

function found(body: unknown, code: number, message: string): { status: number; body: unknown } {
  return body === undefined ? { status: 404, body: { error_code: code, message } } : { status: 200, body };
}
