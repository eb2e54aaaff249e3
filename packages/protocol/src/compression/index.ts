export type { Codec, CodecId, CodecName } from './codec.js';
export { codecById, codecByName, ensureCodec, registerCodec } from './registry.js';
