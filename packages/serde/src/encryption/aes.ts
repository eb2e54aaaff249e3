/**
 * The two ciphers of field encryption, as Tink writes them without a key id.
 *
 *   AES-GCM   12 bytes of chance, ciphertext, 16 bytes of tag; each time another text
 *   AES-SIV   16 bytes made from the text itself, ciphertext (RFC 5297); the same text gives the same bytes
 *
 * The associated data is empty; in AES-SIV it is there, and empty, which is not the same as none.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { DekAlgorithm } from '../registry/dek-registry.js';

const IV_LENGTH = 12;
const TAG_LENGTH = 16;
const BLOCK = 16;

export const KEY_LENGTHS: Readonly<Record<DekAlgorithm, number>> = { AES128_GCM: 16, AES256_GCM: 32, AES256_SIV: 64 };

export function randomKey(algorithm: DekAlgorithm): Uint8Array {
  return new Uint8Array(randomBytes(KEY_LENGTHS[algorithm]));
}

export function encrypt(algorithm: DekAlgorithm, key: Uint8Array, plaintext: Uint8Array): Uint8Array {
  return algorithm === 'AES256_SIV' ? encryptSiv(key, plaintext) : encryptGcm(key, plaintext);
}

/** @throws Error where the key is another or the bytes were changed */
export function decrypt(algorithm: DekAlgorithm, key: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  return algorithm === 'AES256_SIV' ? decryptSiv(key, ciphertext) : decryptGcm(key, ciphertext);
}

/** A key from a secret: HKDF with SHA-256, neither salt nor info. */
export function derivedKey(secret: string, length: number): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), new Uint8Array(0), length));
}

function encryptGcm(key: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const iv = randomBytes(IV_LENGTH);
  const cipher = createCipheriv(key.length === 16 ? 'aes-128-gcm' : 'aes-256-gcm', key, iv);
  return Buffer.concat([iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

function decryptGcm(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  if (bytes.length < IV_LENGTH + TAG_LENGTH) throw new RangeError(`${bytes.length} bytes are too few for AES-GCM`);
  const decipher = createDecipheriv(key.length === 16 ? 'aes-128-gcm' : 'aes-256-gcm', key, bytes.subarray(0, IV_LENGTH));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_LENGTH));
  return Buffer.concat([decipher.update(bytes.subarray(IV_LENGTH, bytes.length - TAG_LENGTH)), decipher.final()]);
}

function encryptSiv(key: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const iv = synthetic(key.subarray(0, 32), plaintext);
  return Buffer.concat([iv, counterMode(key.subarray(32), iv, plaintext)]);
}

function decryptSiv(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  if (bytes.length < BLOCK) throw new RangeError(`${bytes.length} bytes are too few for AES-SIV`);
  const iv = bytes.subarray(0, BLOCK);
  const plaintext = counterMode(key.subarray(32), iv, bytes.subarray(BLOCK));
  if (!timingSafeEqual(iv, synthetic(key.subarray(0, 32), plaintext))) throw new Error('AES-SIV: the key is another, or the bytes were changed');
  return plaintext;
}

/** S2V over one empty associated data and the text. */
function synthetic(key: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const chained = xor(doubled(cmac(key, new Uint8Array(BLOCK))), cmac(key, new Uint8Array(0)));
  if (plaintext.length < BLOCK) return cmac(key, xor(doubled(chained), padded(plaintext)));
  // Not slice: that of a Buffer is the same memory.
  const last = Uint8Array.from(plaintext);
  last.set(xor(last.subarray(last.length - BLOCK), chained), last.length - BLOCK);
  return cmac(key, last);
}

/** The counter starts at the synthetic block with two bits cleared. */
function counterMode(key: Uint8Array, iv: Uint8Array, bytes: Uint8Array): Uint8Array {
  const counter = Uint8Array.from(iv);
  counter[8] = (counter[8] ?? 0) & 0x7f;
  counter[12] = (counter[12] ?? 0) & 0x7f;
  const cipher = createCipheriv('aes-256-ctr', key, counter);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
}

/** AES-CMAC (RFC 4493): the last block of CBC over the message, its own last block changed by a subkey. */
function cmac(key: Uint8Array, message: Uint8Array): Uint8Array {
  const subkey = doubled(cbcLast(key, new Uint8Array(BLOCK)));
  const isWhole = message.length > 0 && message.length % BLOCK === 0;
  const start = isWhole ? message.length - BLOCK : message.length - (message.length % BLOCK);
  const tail = message.subarray(start);
  const last = isWhole ? xor(tail, subkey) : xor(padded(tail), doubled(subkey));
  return cbcLast(key, Buffer.concat([message.subarray(0, start), last]));
}

function cbcLast(key: Uint8Array, blocks: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-cbc', key, new Uint8Array(BLOCK)).setAutoPadding(false);
  const bytes = Buffer.concat([cipher.update(blocks), cipher.final()]);
  return Uint8Array.from(bytes.subarray(bytes.length - BLOCK));
}

/** Multiplied by x in GF(2^128). */
function doubled(block: Uint8Array): Uint8Array {
  const result = Uint8Array.from(block, (byte, index) => ((byte << 1) | ((block[index + 1] ?? 0) >> 7)) & 0xff);
  if (((block[0] ?? 0) & 0x80) !== 0) result[BLOCK - 1] = (result[BLOCK - 1] ?? 0) ^ 0x87;
  return result;
}

function padded(bytes: Uint8Array): Uint8Array {
  const block = new Uint8Array(BLOCK);
  block.set(bytes);
  block[bytes.length] = 0x80;
  return block;
}

function xor(a: Uint8Array, b: Uint8Array): Uint8Array {
  return Uint8Array.from(a, (byte, index) => byte ^ (b[index] ?? 0));
}
