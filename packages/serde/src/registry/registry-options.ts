/** Options of the client, checked and filled in. */
import { nodeClock, nodeRandom, nodeTimers, type Clock, type Random, type Timers } from '@millrace/platform';

export type RegistryAuth =
  | { readonly username: string; readonly password: string }
  /** A bearer token, or what gives the current one before each request. */
  | { readonly token: string | (() => string | Promise<string>) };

/** The part of `fetch` that is used; give your own for proxies, client certificates or tests. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchAnswer>;

export interface FetchInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

export interface FetchAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

export interface SchemaRegistryOptions {
  /** One or several registries of one group, tried in turn. Name and password may stand in the URL. */
  urls: string | readonly string[];
  auth?: RegistryAuth;
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>>;
  requestTimeoutMs?: number;
  /** Rounds over all URLs after the first, for 408, 429, 5xx and connections that fail. */
  maxRetries?: number;
  /** The first pause; doubled each round, with chance, up to `retryMaxWaitMs`. */
  retryWaitMs?: number;
  retryMaxWaitMs?: number;
  /** Entries of each cache. */
  cacheSize?: number;
  /** How long an answer about the latest version holds. Default: for ever. */
  latestTtlMs?: number;
  fetch?: Fetch;
  clock?: Clock;
  timers?: Timers;
  random?: Random;
}

export interface RegistrySettings {
  readonly urls: readonly string[];
  readonly auth: RegistryAuth | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly requestTimeoutMs: number;
  readonly maxRetries: number;
  readonly retryWaitMs: number;
  readonly retryMaxWaitMs: number;
  readonly cacheSize: number;
  readonly latestTtlMs: number | undefined;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
}

export function registrySettings(options: SchemaRegistryOptions): RegistrySettings {
  const given = typeof options.urls === 'string' ? options.urls.split(',') : options.urls;
  const parsed = given.map((url) => registryUrl(url.trim()));
  if (parsed.length === 0) throw new TypeError('urls: no URL of a schema registry given');
  const auth = options.auth ?? parsed.find((url) => url.auth !== undefined)?.auth;
  return {
    urls: parsed.map((url) => url.base),
    auth,
    headers: options.headers ?? {},
    requestTimeoutMs: atLeast('requestTimeoutMs', options.requestTimeoutMs ?? 60_000, 1),
    maxRetries: atLeast('maxRetries', options.maxRetries ?? 3, 0),
    retryWaitMs: atLeast('retryWaitMs', options.retryWaitMs ?? 1_000, 0),
    retryMaxWaitMs: atLeast('retryMaxWaitMs', options.retryMaxWaitMs ?? 20_000, 0),
    cacheSize: atLeast('cacheSize', options.cacheSize ?? 1_000, 1),
    latestTtlMs: options.latestTtlMs === undefined ? undefined : atLeast('latestTtlMs', options.latestTtlMs, 0),
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    clock: options.clock ?? nodeClock(),
    timers: options.timers ?? nodeTimers(),
    random: options.random ?? nodeRandom(),
  };
}

function registryUrl(text: string): { base: string; auth: RegistryAuth | undefined } {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new TypeError(`urls: ${JSON.stringify(text)} is no URL; give one such as http://localhost:8081`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new TypeError(`urls: ${JSON.stringify(text)} is neither http nor https`);
  const auth = url.username === '' ? undefined : { username: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  return { base: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, auth };
}

function atLeast(name: string, value: number, least: number): number {
  if (!Number.isFinite(value) || value < least) throw new TypeError(`${name}: ${value} is not a number of at least ${least}`);
  return value;
}
