import { apis } from './generated/api-table.js';
import type { MessageCodec } from './message-codec.js';

export { apis };

/** The two messages of an API. Whoever imports the API's own module has their types too. */
export interface ApiCodecs {
  readonly request: MessageCodec<unknown>;
  readonly response: MessageCodec<unknown>;
}

export interface ApiInfo {
  readonly key: number;
  /** Kafka's name without Request or Response, such as `Fetch`. */
  readonly name: string;
  readonly minVersion: number;
  readonly maxVersion: number;
  /** The last version that is announced unless unstable ones are enabled. */
  readonly maxStableVersion: number;
  readonly flexibleVersion: number;
  /** Which kinds of listener serve it. */
  readonly listeners: readonly ('broker' | 'controller')[];
  /** Imports the API's messages on first use. */
  load(): Promise<ApiCodecs>;
}

const BY_KEY: ReadonlyMap<number, ApiInfo> = new Map(apis.map((api) => [api.key, api]));

/** The API of this key, undefined when Kafka 4.4 has none. */
export function apiByKey(key: number): ApiInfo | undefined {
  return BY_KEY.get(key);
}
