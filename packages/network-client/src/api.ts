/** One API of the protocol as a client calls it: a request and its response. */
import type { MessageCodec } from '@millrace/protocol';

export interface Api<Request, Response> {
  /** Kafka's API key. */
  readonly key: number;
  /** Kafka's name, such as `Fetch`. */
  readonly name: string;
  readonly request: MessageCodec<Request>;
  readonly response: MessageCodec<Response>;
  /** Whether a decoded response points into the bytes it came in, so that they must be its own. */
  readonly keepsBytes: boolean;
}

/**
 * Pairs a request with its response. `keepsBytes: false` says that the response has no field of bytes: it is then decoded
 * where the socket left it, without a copy.
 */
export function api<Request, Response>(
  request: MessageCodec<Request>,
  response: MessageCodec<Response>,
  options: { keepsBytes?: boolean } = {},
): Api<Request, Response> {
  if (request.apiKey === null) throw new Error(`${request.name} is not a request of an API`);
  return {
    key: request.apiKey,
    name: request.name.replace(/Request$/, ''),
    request,
    response,
    keepsBytes: options.keepsBytes !== false,
  };
}
