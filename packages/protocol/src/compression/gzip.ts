import { ProtocolError } from '../protocol-error.js';
import type { Codec } from './codec.js';
import { portableGzip } from './gzip-portable.js';

/**
 * Gzip over the platform's zlib where there is one. The only file here that knows `node:zlib`, and it asks at run time,
 * so that bundles for a browser need nothing in its place.
 */

type Zlib = Pick<typeof import('node:zlib'), 'gzipSync' | 'gunzipSync'>;

interface Platform {
  readonly process?: { getBuiltinModule?(name: string): Zlib | undefined };
}

const zlib: Zlib | undefined = (globalThis as Platform).process?.getBuiltinModule?.('node:zlib');

export const gzip: Codec = zlib === undefined ? portableGzip : gzipOver(zlib);

function gzipOver(platform: Zlib): Codec {
  return {
    id: 1,
    name: 'gzip',
    compress: (bytes, level = -1) => plain(platform.gzipSync(bytes, { level: level >= 1 && level <= 9 ? level : -1 })),
    decompress(bytes, maxBytes) {
      try {
        return plain(platform.gunzipSync(bytes, { maxOutputLength: Math.max(1, maxBytes) }));
      } catch (cause) {
        throw new ProtocolError('malformed', `gzip: ${cause instanceof Error ? cause.message : 'damaged'}`, 0, { cause });
      }
    },
  };
}

/** A Buffer's `slice` does not copy and its JSON differs: it must not get out. */
function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
