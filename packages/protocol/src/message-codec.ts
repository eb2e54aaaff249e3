import type { Decoded } from './decoded.js';
import { ProtocolError } from './protocol-error.js';
import type { Reader } from './reader.js';
import type { Writer } from './writer.js';

export type MessageKind =
  | 'request'
  | 'response'
  | 'header'
  | 'data'
  | 'coordinator-key'
  | 'coordinator-value'
  | 'metadata-record'
  | 'remote-log-metadata-record';

/** First flexible version of a message that has none. */
export const NEVER_FLEXIBLE = 32767;

/** What is known of a message without its fields. */
export interface MessageInfo {
  /** Kafka's name, such as `FetchRequest`. */
  readonly name: string;
  readonly kind: MessageKind;
  /** API key, or the record type of coordinator and metadata records; null where there is none. */
  readonly apiKey: number | null;
  readonly minVersion: number;
  readonly maxVersion: number;
  /** First version with compact types and tagged fields (KIP-482), or {@link NEVER_FLEXIBLE}. */
  readonly flexibleVersion: number;
}

/** Reads and writes one message in all its versions. Both throw {@link ProtocolError} and nothing else. */
export interface MessageCodec<T> extends MessageInfo {
  /** Reads one message at the reader's offset and leaves the offset behind it. */
  decode(reader: Reader, version: number): Decoded<T>;
  encode(writer: Writer, message: T, version: number): void;
}

/** Binds generated functions to the description of their message. */
export function messageCodec<T>(
  info: MessageInfo,
  read: (reader: Reader, version: number) => Decoded<T>,
  write: (writer: Writer, message: T, version: number) => void,
): MessageCodec<T> {
  const { name, kind, apiKey, minVersion, maxVersion, flexibleVersion } = info;
  const check = (version: number): void => {
    if (version >= minVersion && version <= maxVersion) return;
    const error = new ProtocolError('unsupported-version', `version ${version} is not within ${minVersion}-${maxVersion}`);
    error.inMessage(name);
    throw error;
  };
  return {
    name,
    kind,
    apiKey,
    minVersion,
    maxVersion,
    flexibleVersion,
    decode(reader: Reader, version: number): Decoded<T> {
      check(version);
      try {
        return read(reader, version);
      } catch (error) {
        throw named(error, name);
      }
    },
    encode(writer: Writer, message: T, version: number): void {
      check(version);
      try {
        write(writer, message, version);
      } catch (error) {
        throw named(error, name);
      }
    },
  };
}

function named(error: unknown, name: string): unknown {
  if (error instanceof ProtocolError) error.inMessage(name);
  return error;
}
