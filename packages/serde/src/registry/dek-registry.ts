/** The registry of keys: key encryption keys by name, and data encryption keys, encrypted, by key, subject, algorithm and version. */
import { BoundedCache, type BoundedCacheOptions } from './bounded-cache.js';
import { RegistryError } from './registry-error.js';
import type { RegistryHttp } from './registry-http.js';

export type DekAlgorithm = 'AES128_GCM' | 'AES256_GCM' | 'AES256_SIV';

export interface Kek {
  readonly name: string;
  readonly kmsType: string;
  readonly kmsKeyId: string;
  readonly kmsProps?: Readonly<Record<string, string>>;
  /** The registry itself may use the key: it then makes and shows data keys. */
  readonly shared?: boolean;
}

export interface Dek {
  readonly kekName: string;
  readonly subject: string;
  readonly version: number;
  readonly algorithm: DekAlgorithm;
  /** Base64. */
  readonly encryptedKeyMaterial?: string;
  /** Base64; given where the key is shared. */
  readonly keyMaterial?: string;
  /** Milliseconds since the epoch. */
  readonly ts?: number;
}

export interface DekName {
  readonly kekName: string;
  readonly subject: string;
  readonly algorithm: DekAlgorithm;
}

const ROOT = '/dek-registry/v1/keks';

export class DekRegistry {
  readonly #http: RegistryHttp;
  readonly #keks: BoundedCache<Kek>;
  readonly #deks: BoundedCache<Dek>;

  constructor(http: RegistryHttp, options: BoundedCacheOptions) {
    this.#http = http;
    this.#keks = new BoundedCache(options);
    this.#deks = new BoundedCache(options);
  }

  kek(name: string): Promise<Kek | undefined> {
    return orUndefined(this.#keks.get(name, async () => (await this.#http.call({ method: 'GET', path: `${ROOT}/${encodeURIComponent(name)}` })) as Kek));
  }

  /** Registers the key, or gives the one that somebody else registered meanwhile. */
  async createKek(kek: Kek): Promise<Kek | undefined> {
    try {
      const created = (await this.#http.call({ method: 'POST', path: ROOT, body: { shared: false, ...kek } })) as Kek;
      this.#keks.set(kek.name, created);
      return created;
    } catch (error) {
      if (!isConflict(error)) throw error;
      return this.kek(kek.name);
    }
  }

  /** A version, or the latest for −1. */
  dek(name: DekName, version: number, options: { deleted?: boolean } = {}): Promise<Dek | undefined> {
    const load = async () => (await this.#http.call({ method: 'GET', path: `${deksPath(name)}/versions/${version === -1 ? 'latest' : version}`, query: { algorithm: name.algorithm, deleted: options.deleted } })) as Dek;
    return orUndefined(this.#deks.get(dekKey(name, version), load));
  }

  /** Registers a new key, or gives the one that somebody else registered meanwhile. */
  async createDek(name: DekName, version: number, encryptedKeyMaterial: string | undefined): Promise<Dek | undefined> {
    this.#deks.delete(dekKey(name, version));
    this.#deks.delete(dekKey(name, -1));
    try {
      const body = { subject: name.subject, version, algorithm: name.algorithm, encryptedKeyMaterial };
      return await this.#create(name, body);
    } catch (error) {
      if (!isConflict(error)) throw error;
      return this.dek(name, version);
    }
  }

  /** Older registries have the shorter path only. */
  async #create(name: DekName, body: object): Promise<Dek> {
    try {
      return (await this.#http.call({ method: 'POST', path: deksPath(name), body })) as Dek;
    } catch (error) {
      if (!(error instanceof RegistryError) || error.status !== 405) throw error;
      return (await this.#http.call({ method: 'POST', path: `${ROOT}/${encodeURIComponent(name.kekName)}/deks`, body })) as Dek;
    }
  }
}

function deksPath(name: DekName): string {
  return `${ROOT}/${encodeURIComponent(name.kekName)}/deks/${encodeURIComponent(name.subject)}`;
}

function dekKey(name: DekName, version: number): string {
  return JSON.stringify([name.kekName, name.subject, name.algorithm, version]);
}

async function orUndefined<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof RegistryError && error.isNotFound) return undefined;
    throw error;
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof RegistryError && error.status === 409;
}
