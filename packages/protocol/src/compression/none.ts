import { ProtocolError } from '../protocol-error.js';
import type { Codec } from './codec.js';

/** No compression: the bytes themselves, not a copy. */
export const none: Codec = {
  id: 0,
  name: 'none',
  compress: (bytes) => bytes,
  decompress(bytes, maxBytes) {
    if (bytes.length > maxBytes) throw new ProtocolError('malformed', `has more than ${maxBytes} bytes`);
    return bytes;
  },
};
