/** The registry that an exporter copies to, over Confluent's REST API. */
import http from 'node:http';
import https from 'node:https';
import { readFileSync } from 'node:fs';
import { urlProperty } from '../core/exporter.js';
import { contextOf, contextPrefix, defaultContext, normalizedSubject } from '../core/qualified-subject.js';
import { invalidExporterConfig } from '../core/registry-error.js';
import { JsonMembers } from '../records/json-members.js';
import { readText } from '../http/read-text.js';
import { copyKey, type CopiedVersion, type CopyBody } from './export-steps.js';

export interface Destination {
  /** All versions of a context, deleted ones too, by `copyKey`. */
  list(context: string): Promise<Map<string, CopiedVersion>>;
  /** So that ids are taken as they come. Refused where other schemas are there already. */
  importInto(scope: string): Promise<void>;
  register(subject: string, body: CopyBody): Promise<void>;
  /** Fine as well when it is marked, or is not there. */
  delete(copy: CopiedVersion, permanent: boolean): Promise<void>;
  close(): void;
}

export class DestinationError extends Error {
  override readonly name = 'DestinationError';
  /** Of the answer; null without one. */
  readonly status: number | null;
  readonly code: number | null;

  constructor(status: number | null, code: number | null, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.code = code;
  }

  /** Another try may go better. */
  get isPassing(): boolean {
    return this.status === null || this.status >= 500 || this.status === 408 || this.status === 429;
  }
}

interface Answer {
  readonly status: number;
  readonly value: unknown;
}

const requestTimeoutMs = 60_000;
const listedAtOnce = 500;
const subjectNotFound = 40401;
const versionNotFound = 40402;
const softDeleted: ReadonlySet<number> = new Set([40404, 40406]);
const contentType = 'application/vnd.schemaregistry.v1+json';
const trustStore = 'schema.registry.ssl.truststore.location';

/** @throws RegistryError 40951 for what the config says and is not understood */
export function openDestination(config: Readonly<Record<string, string>>): Destination {
  return new HttpDestination(config);
}

/** @throws RegistryError 40951 as `openDestination` does */
export function checkDestination(config: Readonly<Record<string, string>>): void {
  openDestination(config).close();
}

class HttpDestination implements Destination {
  readonly #urls: readonly URL[];
  readonly #headers: Readonly<Record<string, string>>;
  readonly #agents: { readonly http: http.Agent; readonly https: https.Agent };

  constructor(config: Readonly<Record<string, string>>) {
    this.#urls = (config[urlProperty] ?? '').split(',').map((url) => urlOf(url.trim()));
    const authorization = authorizationOf(config);
    this.#headers = { accept: contentType, ...(authorization === undefined ? {} : { authorization }) };
    this.#agents = { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true, ...trusted(config) }) };
  }

  async list(context: string): Promise<Map<string, CopiedVersion>> {
    const copies = new Map<string, CopiedVersion>();
    const seen = new Set<string>();
    for (let offset = 0; ;) {
      const prefix = encodeURIComponent(context === defaultContext ? ':.:' : contextPrefix(context));
      const page = (await this.#ask('GET', `/schemas?subjectPrefix=${prefix}&deleted=true&offset=${offset}&limit=${listedAtOnce}`)).value;
      const before = seen.size;
      if (!Array.isArray(page)) throw new DestinationError(502, null, 'its list of schemas is none');
      for (const item of page) {
        const copy = copyOf(item);
        seen.add(copyKey(copy));
        // Older registries pass over the prefix.
        if (contextOf(copy.subject) === context) copies.set(copyKey(copy), copy);
      }
      // A page may be shorter than was asked for, and a registry may give the same one for ever.
      if (seen.size === before) return copies;
      offset += page.length;
    }
  }

  async importInto(scope: string): Promise<void> {
    const path = `/mode/${encodeURIComponent(scope)}`;
    const { value } = await this.#ask('GET', `${path}?defaultToGlobal=true`);
    if (new JsonMembers(value, 'mode').optionalString('mode') === 'IMPORT') return;
    await this.#ask('PUT', path, { mode: 'IMPORT' });
  }

  async register(subject: string, body: CopyBody): Promise<void> {
    await this.#ask('POST', `/subjects/${encodeURIComponent(subject)}/versions`, body);
  }

  async delete({ subject, version }: CopiedVersion, permanent: boolean): Promise<void> {
    try {
      await this.#ask('DELETE', `/subjects/${encodeURIComponent(subject)}/versions/${version}${permanent ? '?permanent=true' : ''}`);
    } catch (error) {
      const code = error instanceof DestinationError ? (error.code ?? 0) : 0;
      if (code === subjectNotFound || code === versionNotFound || (!permanent && softDeleted.has(code))) return;
      throw error;
    }
  }

  close(): void {
    this.#agents.http.destroy();
    this.#agents.https.destroy();
  }

  /** The first of the urls that answers. @throws DestinationError for a refusal too */
  async #ask(method: string, path: string, body?: object): Promise<Answer> {
    let failure: DestinationError | null = null;
    for (const url of this.#urls) {
      try {
        return await this.#askAt(url, method, path, body);
      } catch (error) {
        if (!(error instanceof DestinationError) || !error.isPassing) throw error;
        failure = error;
      }
    }
    throw failure ?? new DestinationError(null, null, `${urlProperty} is empty`);
  }

  async #askAt(url: URL, method: string, path: string, body: object | undefined): Promise<Answer> {
    const where = `${method} ${url.origin}${url.pathname.replace(/\/$/, '')}${path}`;
    let answer: Answer;
    try {
      answer = await this.#send(url, method, path, body === undefined ? undefined : Buffer.from(JSON.stringify(body)));
    } catch (error) {
      throw new DestinationError(null, null, `${where}: ${(error as Error).message}`, { cause: error });
    }
    if (answer.status < 300) return answer;
    const { code, message } = refusalOf(answer.value);
    throw new DestinationError(answer.status, code, `${where}: ${code ?? answer.status}${message === '' ? '' : `: ${message}`}`);
  }

  #send(url: URL, method: string, path: string, body: Buffer | undefined): Promise<Answer> {
    const isSecure = url.protocol === 'https:';
    const headers = { ...this.#headers, ...(body === undefined ? {} : { 'content-type': contentType, 'content-length': body.length }) };
    return new Promise((resolve, reject) => {
      const options = { method, headers, agent: isSecure ? this.#agents.https : this.#agents.http, timeout: requestTimeoutMs };
      const asked = (isSecure ? https : http).request(url.origin + url.pathname.replace(/\/$/, '') + path, options);
      asked.once('timeout', () => asked.destroy(new Error(`no answer within ${requestTimeoutMs} ms`)));
      asked.once('error', reject);
      asked.once('response', (response) => {
        readText(response).then((text) => resolve({ status: response.statusCode ?? 500, value: jsonOf(text) }), reject);
      });
      asked.end(body);
    });
  }
}

function urlOf(text: string): URL {
  try {
    return new URL(text);
  } catch (error) {
    throw invalidExporterConfig(`${urlProperty}: '${text}': ${(error as Error).message}`);
  }
}

function authorizationOf(config: Readonly<Record<string, string>>): string | undefined {
  const user = config['basic.auth.user.info'] ?? config['schema.registry.basic.auth.user.info'];
  const source = config['basic.auth.credentials.source']?.toUpperCase();
  if (source !== undefined && source !== 'USER_INFO') throw invalidExporterConfig(`basic.auth.credentials.source: ${source} is not supported, USER_INFO is`);
  if (source !== undefined && user === undefined) throw invalidExporterConfig('basic.auth.credentials.source USER_INFO needs basic.auth.user.info');
  if (user !== undefined) return `Basic ${Buffer.from(user).toString('base64')}`;
  const tokens = config['bearer.auth.credentials.source']?.toUpperCase();
  if (tokens !== undefined && tokens !== 'STATIC_TOKEN') throw invalidExporterConfig(`bearer.auth.credentials.source: ${tokens} is not supported, STATIC_TOKEN is`);
  const token = config['bearer.auth.token'];
  if (tokens !== undefined && token === undefined) throw invalidExporterConfig('bearer.auth.credentials.source STATIC_TOKEN needs bearer.auth.token');
  return token === undefined ? undefined : `Bearer ${token}`;
}

function trusted(config: Readonly<Record<string, string>>): https.AgentOptions {
  const other = Object.keys(config).find((name) => name.startsWith('schema.registry.ssl.') && name !== trustStore);
  if (other !== undefined) throw invalidExporterConfig(`${other} is not supported; ${trustStore} is, a PEM file`);
  const file = config[trustStore];
  if (file === undefined) return {};
  let text: string;
  try {
    text = readFileSync(file, 'latin1');
  } catch (error) {
    throw invalidExporterConfig(`${trustStore}: ${(error as Error).message}`);
  }
  if (!text.includes('-----BEGIN CERTIFICATE')) throw invalidExporterConfig(`${trustStore}: ${file} has no certificate in PEM form`);
  return { ca: text };
}

function copyOf(item: unknown): CopiedVersion {
  const members = new JsonMembers(item, 'schema');
  return { subject: normalizedSubject(members.string('subject')), version: members.integer('version'), id: members.integer('id'), deleted: members.optionalBoolean('deleted') ?? false };
}

function refusalOf(value: unknown): { code: number | null; message: string } {
  const { error_code: code, message } = (typeof value === 'object' && value !== null ? value : {}) as { error_code?: unknown; message?: unknown };
  return { code: typeof code === 'number' ? code : null, message: typeof message === 'string' ? message : '' };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
