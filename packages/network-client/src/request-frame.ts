/** A request as it goes out: size, header, body, in as few pieces as its records allow. */
import { encodeRequestFrame, Writer, type MessageCodec } from '@millrace/protocol';

// One writer for all: pieces handed out stay as they are while it goes on behind them.
const writer = new Writer(65_536);

/**
 * Encodes a request frame. The pieces belong to the caller; records of more than a few kilobytes are the caller's own bytes
 * and must not change until they are written.
 * @throws ProtocolError when a field does not fit the version.
 */
export function requestFrame<T>(codec: MessageCodec<T>, message: T, apiVersion: number, correlationId: number, clientId: string | null): Uint8Array[] {
  const frame = { apiKey: codec.apiKey ?? -1, apiVersion, correlationId, clientId };
  return encodeRequestFrame(frame, codec, message, writer).map((piece) => {
    if (piece instanceof Uint8Array) return piece;
    throw new TypeError(`${codec.name}: a client sends records that it has at hand`);
  });
}
