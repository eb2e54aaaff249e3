/**
 * A topic as one type: how its keys and its values are written and read. Producer and consumer are handed what it makes and
 * hand it what they got, so that neither side can mistake the topic, the part or the type.
 */
import type { Deserializer } from './deserializer.js';
import { SerdeError } from './serde-error.js';
import type { Serializer } from './serializer.js';
import type { HeadersToRead } from './wire/headers.js';

/** Both directions of keys or of values; the serializer says which type they are of. */
export interface TopicPart<T> {
  readonly serializer: Serializer<T>;
  readonly deserializer: Deserializer<NoInfer<T>>;
}

/** A record to be written. A value of null deletes the key in a compacted topic. */
export interface RecordToEncode<K, V> {
  readonly key: K | null;
  readonly value: V | null;
  readonly headers?: readonly (readonly [string, Uint8Array | string | null])[];
  readonly partition?: number;
  /** Milliseconds since the epoch. */
  readonly timestamp?: number;
}

/** The same in bytes, as `producer.send` takes it. */
export interface EncodedTopicRecord {
  readonly topic: string;
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers: [string, Uint8Array | string | null][];
  readonly partition?: number;
  readonly timestamp?: number;
}

/** What a topic needs of a record that was read: those of our consumer have it, and the messages of kafkajs. */
export interface RecordToDecode {
  /** Must be that of the topic, where it is told. */
  readonly topic?: string;
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers?: HeadersToRead;
}

export interface DecodedRecord<K, V, R> {
  readonly key: K | null;
  readonly value: V | null;
  /** The record as it was read, for offset, timestamp and headers. */
  readonly record: R;
}

/** Key and value of a topic's records: `RecordOf<typeof orders>`. */
export type RecordOf<T> = T extends Topic<infer K, infer V> ? { readonly key: K | null; readonly value: V | null } : never;

export class Topic<K, V> {
  readonly name: string;
  readonly #key: TopicPart<K>;
  readonly #value: TopicPart<V>;

  constructor(name: string, { key, value }: { readonly key: TopicPart<K>; readonly value: TopicPart<V> }) {
    this.name = name;
    this.#key = key;
    this.#value = value;
  }

  /** @throws SerdeError for a key or a value that does not fit its schema */
  async encode({ key, value, headers = [], ...rest }: RecordToEncode<K, V>): Promise<EncodedTopicRecord> {
    // Serializers may add the id of a schema to them.
    const written = headers.map(([name, content]): [string, Uint8Array | string | null] => [name, content]);
    const keyBytes = await this.#key.serializer.serialize(this.name, key, written);
    const valueBytes = await this.#value.serializer.serialize(this.name, value, written);
    return { topic: this.name, key: keyBytes, value: valueBytes, headers: written, ...rest };
  }

  /** @throws SerdeError for bytes that do not fit their schema; TypeError for a record of another topic */
  async decode<R extends RecordToDecode>(record: R): Promise<DecodedRecord<K, V, R>> {
    if (record.topic !== undefined && record.topic !== this.name) throw new TypeError(`a record of topic ${record.topic} is none of ${this.name}`);
    const key = await this.#key.deserializer.deserialize(this.name, record.key, record.headers);
    const value = await this.#value.deserializer.deserialize(this.name, record.value, record.headers);
    return { key, value, record };
  }
}

/** Defines a topic by how its keys and values are written and read; serializers of keys are made with `part: 'key'`. */
export function defineTopic<K, V>(name: string, parts: { readonly key: TopicPart<K>; readonly value: TopicPart<V> }): Topic<K, V> {
  return new Topic(name, parts);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Keys that are text without a schema, as most are. */
export const textKey: TopicPart<string> = {
  // Null stays null in both, as the declared overloads say.
  serializer: { serialize: ((_topic: string, value: string | null | undefined) => (typeof value === 'string' ? encoder.encode(value) : null)) as Serializer<string>['serialize'] },
  deserializer: { deserialize: readText as Deserializer<string>['deserialize'] },
};

function readText(topic: string, bytes: Uint8Array | null | undefined): string | null {
  if (bytes === null || bytes === undefined) return null;
  try {
    return decoder.decode(bytes);
  } catch (error) {
    throw new SerdeError('DATA', `${bytes.length} bytes are no UTF-8`, { topic, part: 'key' }, error);
  }
}
