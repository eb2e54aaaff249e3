import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '@millrace/schema';
import { avroDeserializer, avroSerializer, fieldEncryption, jsonDeserializer, jsonSerializer, localKms } from '@millrace/serde';
import { decrypt, encrypt, randomKey } from '../src/encryption/aes.js';
import { unwrapKey, wrapKey } from '../src/encryption/key-material.js';
import { FakeRegistry } from './fake-registry.js';

const algorithms = ['AES128_GCM', 'AES256_GCM', 'AES256_SIV'] as const;
const schema = JSON.stringify({ type: 'record', name: 'R', fields: [{ name: 'card', type: 'string', 'confluent:tags': ['PCI'] }, { name: 'pin', type: 'bytes', 'confluent:tags': ['PCI'] }, { name: 'open', type: 'string' }] });
const value = { card: '4111', pin: Buffer.of(1, 2), open: 'x' };

describe('ciphers', () => {
  it.each(algorithms)('%s brings back any text', (algorithm) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (plaintext) => {
        const key = randomKey(algorithm);
        expect(unwrapKey(algorithm, wrapKey(algorithm, key))).toEqual(key);
        expect([...decrypt(algorithm, key, encrypt(algorithm, key, plaintext))]).toEqual([...plaintext]);
      }),
    );
  });

  it.each(algorithms)('%s refuses what was changed, and another key', (algorithm) => {
    const key = randomKey(algorithm);
    const bytes = Uint8Array.from(encrypt(algorithm, key, Uint8Array.of(1, 2, 3)));
    expect(() => decrypt(algorithm, randomKey(algorithm), bytes)).toThrow();
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(() => decrypt(algorithm, key, bytes)).toThrow();
    expect(() => decrypt(algorithm, key, bytes.subarray(0, 5))).toThrow('too few');
  });

  it('gives the same bytes for the same text with AES-SIV', () => {
    const key = randomKey('AES256_SIV');
    const text = new TextEncoder().encode('the same text, longer than a block');
    expect(encrypt('AES256_SIV', key, text)).toEqual(encrypt('AES256_SIV', key, text));
  });
});

function setUp(params: Record<string, string> = {}, more: Partial<Rule> = {}) {
  const registry = new FakeRegistry();
  const client = registry.client();
  const ruleSet = {
    domainRules: [{ name: 'e', kind: 'TRANSFORM', type: 'ENCRYPT', mode: 'WRITEREAD', tags: ['PCI'], onFailure: 'ERROR,NONE', params: { 'encrypt.kek.name': 'k', 'encrypt.kms.type': 'local-kms', 'encrypt.kms.key.id': 'main', ...params }, ...more } as Rule],
  };
  const clock = { now: () => registry.nowMs, monotonic: () => 0 };
  const executors = (secret: string) => ({ executors: fieldEncryption({ registry: registry.client().deks, kms: [localKms({ secret })], clock }) });
  const write = avroSerializer<unknown>({ registry: client, schema, ruleSet, rules: executors('s3cret') });
  const read = (secret: string) => avroDeserializer<{ card: string; pin: Uint8Array; open: string }>({ registry: client, rules: executors(secret) });
  return { registry, client, write, read, ruleSet };
}

describe('field encryption', () => {
  it.each([{}, { 'encrypt.dek.algorithm': 'AES256_SIV' }, { 'encrypt.dek.algorithm': 'AES128_GCM' }, { 'encrypt.dek.expiry.days': '1' }])('hides tagged fields from those without the key: %j', async (params) => {
    const { write, read } = setUp(params);
    const bytes = await write.serialize('t', value);
    expect(Buffer.isBuffer(bytes) && bytes.includes('4111')).toBe(false);
    expect(Buffer.isBuffer(bytes)).toBe(true);
    expect(await read('s3cret').deserialize('t', bytes)).toEqual(value);
    const blind = await read('another').deserialize('t', bytes);
    expect(blind.open).toBe('x');
    expect(blind.card).toMatch(/^[\w+/]{20,}=*$/);
  });

  it('makes one data key for a subject, and a new one when it is too old', async () => {
    const { registry, write, read } = setUp({ 'encrypt.dek.expiry.days': '2' });
    const first = await write.serialize('t', value);
    registry.nowMs += 86_400_000;
    await write.serialize('t', value);
    registry.nowMs += 86_400_000;
    const second = await write.serialize('t', value);
    expect(registry.asked.filter((call) => call.startsWith('POST /dek-registry'))).toEqual(['POST /dek-registry/v1/keks', 'POST /dek-registry/v1/keks/k/deks/t-value', 'POST /dek-registry/v1/keks/k/deks/t-value']);
    for (const bytes of [first, second]) expect(await read('s3cret').deserialize('t', bytes)).toEqual(value);
  });

  it('encrypts whole payloads', async () => {
    const { client, registry } = setUp();
    const rules = { executors: fieldEncryption({ registry: registry.client().deks, kms: [localKms({ secret: 's' })] }) };
    const encodingRules: Rule[] = [{ name: 'p', kind: 'TRANSFORM', type: 'ENCRYPT_PAYLOAD', mode: 'WRITEREAD', params: { 'encrypt.kek.name': 'k', 'encrypt.kms.type': 'local-kms', 'encrypt.kms.key.id': 'main' } }];
    const bytes = await jsonSerializer<unknown>({ registry: client, schema: '{}', ruleSet: { encodingRules }, rules }).serialize('j', { open: 'sesame' });
    expect(Buffer.from(bytes).includes('sesame')).toBe(false);
    expect(await jsonDeserializer({ registry: client, rules }).deserialize('j', bytes)).toEqual({ open: 'sesame' });
  });

  it.each<[Record<string, string>, Partial<Rule>, string]>([
    [{ 'encrypt.kek.name': '' }, {}, 'encrypt.kek.name is not given'],
    [{ 'encrypt.dek.algorithm': 'ROT13' }, {}, 'encrypt.dek.algorithm: ROT13 is none of AES128_GCM, AES256_GCM, AES256_SIV'],
    [{ 'encrypt.dek.expiry.days': '-1' }, {}, 'encrypt.dek.expiry.days: -1 is no number of days'],
    [{ 'encrypt.kms.type': 'aws-kms' }, {}, 'the key k is of aws-kms, and no such KMS was given'],
    [{}, { params: { 'encrypt.kek.name': 'k' } }, 'the registry has no key k, and encrypt.kms.type and encrypt.kms.key.id do not say how to make it'],
  ])('fails for %j', async (params, more, message) => {
    await expect(setUp(params, more).write.serialize('t', value)).rejects.toThrow(message);
  });

  it('refuses an empty secret', () => expect(() => localKms({ secret: '' })).toThrow('the secret is empty'));
});
