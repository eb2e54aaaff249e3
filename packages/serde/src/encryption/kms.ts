/** Where key encryption keys live: what encrypts and decrypts data keys. */
import { decrypt, derivedKey, encrypt } from './aes.js';

export interface Kms {
  /** The word in `encrypt.kms.type`, as `local-kms` or `aws-kms`. */
  readonly type: string;
  encrypt(keyId: string, plaintext: Uint8Array): Promise<Uint8Array>;
  decrypt(keyId: string, ciphertext: Uint8Array): Promise<Uint8Array>;
}

export interface LocalKmsOptions {
  /** Everyone who has it can read what was encrypted. */
  readonly secret: string;
}

/** A key derived from a secret, for tests and for those who keep the secret well themselves. The same as Confluent's `local-kms`. */
export function localKms({ secret }: LocalKmsOptions): Kms {
  if (secret === '') throw new TypeError('localKms: the secret is empty');
  const key = derivedKey(secret, 16);
  return {
    type: 'local-kms',
    encrypt: async (_keyId, plaintext) => encrypt('AES128_GCM', key, plaintext),
    decrypt: async (_keyId, ciphertext) => decrypt('AES128_GCM', key, ciphertext),
  };
}
