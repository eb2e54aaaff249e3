/**
 * A data key as Tink keeps it: a Protobuf message with the key's bytes, in field 3 for AES-GCM and in field 2 for AES-SIV.
 * The version, field 1, is 0 and not written.
 */
import type { DekAlgorithm } from '../registry/dek-registry.js';
import { KEY_LENGTHS } from './aes.js';

export function wrapKey(algorithm: DekAlgorithm, key: Uint8Array): Uint8Array {
  return Uint8Array.of(algorithm === 'AES256_SIV' ? 0x12 : 0x1a, key.length, ...key);
}

/** @throws RangeError for what is no key of the algorithm */
export function unwrapKey(algorithm: DekAlgorithm, material: Uint8Array): Uint8Array {
  const start = material[0] === 0x08 ? 2 : 0;
  const length = KEY_LENGTHS[algorithm];
  const tag = algorithm === 'AES256_SIV' ? 0x12 : 0x1a;
  if (material[start] !== tag || material[start + 1] !== length || material.length !== start + 2 + length) throw new RangeError(`the data key is none of ${algorithm}`);
  return material.subarray(start + 2);
}
