/** Data keys in the clear, by key, subject, algorithm and version: fetched from the registry and decrypted once, made where there is none. */
import { nodeClock, type Clock } from '@millrace/platform';
import { BoundedCache } from '../registry/bounded-cache.js';
import type { Dek, DekAlgorithm, DekName, DekRegistry, Kek } from '../registry/dek-registry.js';
import { randomKey } from './aes.js';
import { unwrapKey, wrapKey } from './key-material.js';
import type { Kms } from './kms.js';

export interface DataKey {
  readonly version: number;
  readonly key: Uint8Array;
}

export interface DekStoreOptions {
  readonly registry: DekRegistry;
  readonly kms: readonly Kms[];
  readonly clock?: Clock;
  /** Data keys kept in the clear. */
  readonly cacheSize?: number;
}

export interface DekRequest {
  readonly kekName: string;
  readonly subject: string;
  readonly algorithm: DekAlgorithm;
  readonly kmsType: string | undefined;
  readonly kmsKeyId: string | undefined;
  /** 0: one key for ever. */
  readonly expiryDays: number;
}

const DAY_MS = 86_400_000;

export class DekStore {
  readonly #registry: DekRegistry;
  readonly #kms: ReadonlyMap<string, Kms>;
  readonly #clock: Clock;
  readonly #open: BoundedCache<Uint8Array>;

  constructor({ registry, kms, clock = nodeClock(), cacheSize = 1_000 }: DekStoreOptions) {
    this.#registry = registry;
    this.#kms = new Map(kms.map((one) => [one.type, one]));
    this.#clock = clock;
    this.#open = new BoundedCache({ size: cacheSize, clock });
  }

  /** The key to write with: the first one, or the newest where keys expire. */
  async toWrite(request: DekRequest): Promise<DataKey> {
    const kek = await this.#kekToWrite(request);
    const wanted = request.expiryDays > 0 ? -1 : 1;
    let dek = await this.#registry.dek(request, wanted);
    if (dek === undefined) dek = await this.#create(request, kek, 1);
    else if (this.#isExpired(dek, request.expiryDays)) dek = await this.#create(request, kek, dek.version + 1);
    return this.#opened(request, kek, dek);
  }

  /** The key of a version, deleted or not. */
  async toRead(request: DekRequest, version: number): Promise<DataKey> {
    const kek = await this.#registry.kek(request.kekName);
    if (kek === undefined) throw new Error(`the registry has no key ${request.kekName}`);
    const dek = await this.#registry.dek(request, version, { deleted: true });
    if (dek === undefined) throw new Error(`the registry has no data key of ${request.kekName} for subject ${request.subject}, version ${version}`);
    return this.#opened(request, kek, dek);
  }

  async #kekToWrite({ kekName, kmsType, kmsKeyId }: DekRequest): Promise<Kek> {
    let kek = await this.#registry.kek(kekName);
    if (kek === undefined) {
      if (kmsType === undefined || kmsKeyId === undefined) throw new Error(`the registry has no key ${kekName}, and encrypt.kms.type and encrypt.kms.key.id do not say how to make it`);
      kek = await this.#registry.createKek({ name: kekName, kmsType, kmsKeyId });
    }
    if (kek === undefined) throw new Error(`the key ${kekName} could not be made`);
    if (kmsType !== undefined && kek.kmsType !== kmsType) throw new Error(`the key ${kekName} is of ${kek.kmsType}, the rule says ${kmsType}`);
    if (kmsKeyId !== undefined && kek.kmsKeyId !== kmsKeyId) throw new Error(`the key ${kekName} has the id ${kek.kmsKeyId}, the rule says ${kmsKeyId}`);
    return kek;
  }

  async #create(request: DekRequest, kek: Kek, version: number): Promise<Dek> {
    let material: string | undefined;
    if (kek.shared !== true) {
      const wrapped = wrapKey(request.algorithm, randomKey(request.algorithm));
      material = toBase64(await this.#withKms(kek, (kms, keyId) => kms.encrypt(keyId, wrapped)));
    }
    const dek = await this.#registry.createDek(nameOf(request), version, material);
    if (dek === undefined) throw new Error(`the data key of ${request.kekName} for subject ${request.subject} could not be made`);
    return dek;
  }

  async #opened(request: DekRequest, kek: Kek, dek: Dek): Promise<DataKey> {
    const key = await this.#open.get(JSON.stringify([request.kekName, request.subject, request.algorithm, dek.version, dek.encryptedKeyMaterial]), async () => {
      if (dek.keyMaterial !== undefined) return unwrapKey(request.algorithm, fromBase64(dek.keyMaterial));
      const { encryptedKeyMaterial } = dek;
      if (encryptedKeyMaterial === undefined) throw new Error(`the data key of ${request.kekName} for subject ${request.subject} has no material`);
      return unwrapKey(request.algorithm, await this.#withKms(kek, (kms, keyId) => kms.decrypt(keyId, fromBase64(encryptedKeyMaterial))));
    });
    return { version: dek.version, key };
  }

  /** The first of the key's ids that works; others may stand in its properties. */
  async #withKms<T>(kek: Kek, use: (kms: Kms, keyId: string) => Promise<T>): Promise<T> {
    const kms = this.#kms.get(kek.kmsType);
    if (kms === undefined) throw new Error(`the key ${kek.name} is of ${kek.kmsType}, and no such KMS was given`);
    const others = kek.kmsProps?.['encrypt.alternate.kms.key.ids']?.split(',') ?? [];
    let failure: unknown;
    for (const keyId of [kek.kmsKeyId, ...others.map((id) => id.trim())]) {
      try {
        return await use(kms, keyId);
      } catch (error) {
        failure = error;
      }
    }
    throw new Error(`${kek.kmsType} cannot use the key ${kek.kmsKeyId}: ${failure instanceof Error ? failure.message : String(failure)}`, { cause: failure });
  }

  #isExpired(dek: Dek, expiryDays: number): boolean {
    return expiryDays > 0 && dek.ts !== undefined && this.#clock.now() - dek.ts >= expiryDays * DAY_MS;
  }
}

function nameOf({ kekName, subject, algorithm }: DekRequest): DekName {
  return { kekName, subject, algorithm };
}

export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

export function fromBase64(text: string): Uint8Array {
  return Buffer.from(text, 'base64');
}
