/**
 * @platformatic/kafka is written for Node 22. On Node 20 it lacks two things, given here before it is imported:
 * `Promise.withResolvers`, and zstd in node:zlib, for which Millrace's own codec stands in.
 */
import zlib from 'node:zlib';
import { codecByName, ensureCodec } from '@millrace/protocol';

const maxDecompressedBytes = 16 << 20;

interface Resolvers<T> {
  promise: Promise<T>;
  resolve: (value: T | PromiseLike<T>) => void;
  reject: (reason: unknown) => void;
}

function withResolvers<T>(): Resolvers<T> {
  let resolve: Resolvers<T>['resolve'] = () => undefined;
  let reject: Resolvers<T>['reject'] = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

const zstd = codecByName('zstd')!;
await ensureCodec(zstd.id);

if (!('withResolvers' in Promise)) Object.defineProperty(Promise, 'withResolvers', { value: withResolvers, configurable: true, writable: true });
if (!('zstdCompressSync' in zlib)) {
  Object.assign(zlib, {
    zstdCompressSync: (bytes: Uint8Array) => Buffer.from(zstd.compress(bytes)),
    zstdDecompressSync: (bytes: Uint8Array) => Buffer.from(zstd.decompress(bytes, maxDecompressedBytes)),
  });
}
