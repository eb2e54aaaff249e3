/** One request to a registry: the first URL that answers well, in rounds with growing pauses. */
import { RegistryError } from './registry-error.js';
import type { FetchAnswer, RegistryAuth, RegistrySettings } from './registry-options.js';

export interface RegistryRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With its segments encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
}

const CONTENT_TYPE = 'application/vnd.schemaregistry.v1+json';
const RETRIED: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

export class RegistryHttp {
  readonly #settings: RegistrySettings;
  /** The URL that answered last is asked first. */
  #first = 0;

  constructor(settings: RegistrySettings) {
    this.#settings = settings;
  }

  /** The answer's JSON; undefined for an answer without content. */
  async call(request: RegistryRequest): Promise<unknown> {
    const { maxRetries, urls } = this.#settings;
    for (let round = 0; ; round++) {
      let failure: RegistryError | undefined;
      for (let turn = 0; turn < urls.length; turn++) {
        const index = (this.#first + turn) % urls.length;
        const outcome = await this.#attempt(urls[index] ?? '', request);
        if (!(outcome instanceof RegistryError)) {
          this.#first = index;
          return outcome.json;
        }
        if (outcome.status !== 0 && !RETRIED.has(outcome.status)) throw outcome;
        failure = outcome;
      }
      if (failure !== undefined && round >= maxRetries) throw failure;
      await this.#pause(round);
    }
  }

  async #attempt(base: string, request: RegistryRequest): Promise<{ json: unknown } | RegistryError> {
    const url = `${base}${request.path}${queryText(request.query)}`;
    const { fetch, timers, requestTimeoutMs } = this.#settings;
    const headers = await this.#headers();
    const abort = new AbortController();
    const timer = timers.schedule(requestTimeoutMs, () => abort.abort(new Error(`no answer within ${requestTimeoutMs} ms`)));
    try {
      const answer = await fetch(url, {
        method: request.method,
        headers,
        signal: abort.signal,
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      });
      return await readAnswer(answer, url);
    } catch (error) {
      if (error instanceof RegistryError) return error;
      return new RegistryError(`schema registry ${base} cannot be asked: ${reasonOf(error)}`, { status: 0, errorCode: 0, url, cause: error });
    } finally {
      timer.cancel();
    }
  }

  async #headers(): Promise<Record<string, string>> {
    const { auth, headers } = this.#settings;
    return {
      Accept: CONTENT_TYPE,
      'Content-Type': CONTENT_TYPE,
      'Confluent-Accept-Unknown-Properties': 'true',
      ...headers,
      ...(auth === undefined ? {} : { Authorization: await authorization(auth) }),
    };
  }

  #pause(round: number): Promise<void> {
    const { retryWaitMs, retryMaxWaitMs, random, timers } = this.#settings;
    const longest = Math.min(retryMaxWaitMs, retryWaitMs * 2 ** round);
    // Half of it is chance, so that clients that failed together do not come back together.
    const waitMs = longest / 2 + (random.float() * longest) / 2;
    return new Promise((resolve) => timers.schedule(waitMs, resolve));
  }
}

async function readAnswer(answer: FetchAnswer, url: string): Promise<{ json: unknown }> {
  const text = await answer.text();
  const json = text === '' ? undefined : jsonOf(text);
  if (answer.status >= 200 && answer.status < 300) {
    if (json === NOT_JSON) throw new RegistryError(`${url} answered what is not JSON: ${excerpt(text)}`, { status: 0, errorCode: 50005, url });
    return { json };
  }
  const { error_code: errorCode, message } = isObject(json) ? json : {};
  throw new RegistryError(typeof message === 'string' ? message : `${url} answered ${answer.status}${text === '' ? '' : `: ${excerpt(text)}`}`, {
    status: answer.status,
    errorCode: typeof errorCode === 'number' ? errorCode : answer.status,
    url,
  });
}

const NOT_JSON = Symbol('not JSON');

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return NOT_JSON;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function excerpt(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

async function authorization(auth: RegistryAuth): Promise<string> {
  if ('token' in auth) return `Bearer ${typeof auth.token === 'string' ? auth.token : await auth.token()}`;
  return `Basic ${base64(`${auth.username}:${auth.password}`)}`;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** `fetch` hides why in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message || error.cause.name})` : error.message;
}

function queryText(query: RegistryRequest['query']): string {
  const pairs = Object.entries(query ?? {}).flatMap(([key, value]) => (value === undefined ? [] : [`${encodeURIComponent(key)}=${encodeURIComponent(value)}`]));
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
