/**
 * ENCRYPT: tagged text and bytes are encrypted when written and decrypted when read. ENCRYPT_PAYLOAD: all bytes of the value are.
 *
 * Parameters, of the rule or as properties of the metadata: `encrypt.kek.name`, `encrypt.kms.type`, `encrypt.kms.key.id`,
 * `encrypt.dek.algorithm` (AES256_GCM, AES128_GCM, AES256_SIV) and `encrypt.dek.expiry.days`. Where keys expire, the ciphertext
 * begins with a zero byte and the version of its key in four bytes.
 */
import type { Field } from '../rules/field-visitor.js';
import { RuleError, type RuleContext, type RuleExecutor } from '../rules/rule-context.js';
import { overTaggedFields } from '../rules/tagged-fields.js';
import { decrypt, encrypt, KEY_LENGTHS } from './aes.js';
import { DekStore, fromBase64, toBase64, type DekRequest, type DekStoreOptions } from './dek-store.js';
import type { DekAlgorithm } from '../registry/dek-registry.js';

/** Give the result to `rules.executors`. */
export function fieldEncryption(options: DekStoreOptions): readonly RuleExecutor[] {
  const keys = new DekStore(options);
  return [
    { type: 'ENCRYPT', run: (value, context) => overTaggedFields(value, context, (field, fieldValue) => overField(keys, context, field, fieldValue)) },
    { type: 'ENCRYPT_PAYLOAD', run: (value, context) => overBytes(keys, context, asBytes(context, value)) },
  ];
}

async function overField(keys: DekStore, context: RuleContext, field: Field, value: unknown): Promise<unknown> {
  const isText = typeof value === 'string';
  if (!isText && !(value instanceof Uint8Array)) {
    throw new RuleError(context.rule, `field ${field.fullName} is of type ${field.type}; only text and bytes are encrypted`);
  }
  if (context.mode === 'WRITE') {
    const encrypted = await overBytes(keys, context, isText ? new TextEncoder().encode(value) : value);
    return isText ? toBase64(encrypted) : encrypted;
  }
  const decrypted = await overBytes(keys, context, isText ? fromBase64(value) : value);
  return isText ? new TextDecoder().decode(decrypted) : decrypted;
}

async function overBytes(keys: DekStore, context: RuleContext, bytes: Uint8Array): Promise<Uint8Array> {
  const request = requestOf(context);
  const isVersioned = request.expiryDays > 0;
  if (context.mode === 'WRITE') {
    const { key, version } = await keys.toWrite(request);
    const ciphertext = encrypt(request.algorithm, key, bytes);
    return isVersioned ? withVersion(version, ciphertext) : ciphertext;
  }
  if (context.mode !== 'READ') throw new RuleError(context.rule, `encryption has no part in ${context.mode}`);
  const { version, ciphertext } = isVersioned ? splitVersion(context, bytes) : { version: 1, ciphertext: bytes };
  const { key } = await keys.toRead(request, version);
  return decrypt(request.algorithm, key, ciphertext);
}

function requestOf(context: RuleContext): DekRequest {
  const kekName = context.parameter('encrypt.kek.name');
  if (kekName === undefined || kekName === '') throw new RuleError(context.rule, 'encrypt.kek.name is not given');
  const algorithm = context.parameter('encrypt.dek.algorithm') ?? 'AES256_GCM';
  if (!Object.hasOwn(KEY_LENGTHS, algorithm)) throw new RuleError(context.rule, `encrypt.dek.algorithm: ${algorithm} is none of ${Object.keys(KEY_LENGTHS).join(', ')}`);
  const expiry = context.parameter('encrypt.dek.expiry.days') ?? '0';
  if (!/^\d{1,6}$/.test(expiry)) throw new RuleError(context.rule, `encrypt.dek.expiry.days: ${expiry} is no number of days`);
  return {
    kekName,
    subject: context.subject,
    algorithm: algorithm as DekAlgorithm,
    kmsType: context.parameter('encrypt.kms.type'),
    kmsKeyId: context.parameter('encrypt.kms.key.id'),
    expiryDays: Number(expiry),
  };
}

function withVersion(version: number, ciphertext: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(5 + ciphertext.length);
  new DataView(bytes.buffer).setInt32(1, version);
  bytes.set(ciphertext, 5);
  return bytes;
}

function splitVersion(context: RuleContext, bytes: Uint8Array): { version: number; ciphertext: Uint8Array } {
  if (bytes.length < 5 || bytes[0] !== 0) throw new RuleError(context.rule, 'the ciphertext does not begin with the version of its key');
  return { version: new DataView(bytes.buffer, bytes.byteOffset).getInt32(1), ciphertext: bytes.subarray(5) };
}

function asBytes(context: RuleContext, value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw new RuleError(context.rule, 'ENCRYPT_PAYLOAD is an encoding rule: it needs bytes');
}
