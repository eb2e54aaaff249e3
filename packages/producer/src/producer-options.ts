/** What a producer takes; names and defaults are Kafka's, in camelCase. */
import { checkedNumber, type ClientOptions } from '@millrace/network-client';
import type { CodecName } from '@millrace/protocol';
import type { Partitioner } from './partitioner.js';

export interface ProducerOptions extends ClientOptions {
  /** 'all' (-1), 1 or 0. Default 'all'. */
  acks?: 'all' | -1 | 0 | 1;
  /** Each record once and in order, also when requests are repeated. Needs acks 'all'. Default true. */
  enableIdempotence?: boolean;
  /** How long a batch waits for more records. Default 5. */
  lingerMs?: number;
  /** Bytes of a batch before compression. Default 16384. A larger record gets a batch of its own. */
  batchSize?: number;
  /** The largest request, and so the largest record. Default 1048576. */
  maxRequestSize?: number;
  compression?: CodecName;
  /** For codecs that have levels. */
  compressionLevel?: number;
  /** How long a record may take from `send` to its answer, repeats included. Default 120000. */
  deliveryTimeoutMs?: number;
  /** How often a batch is sent again. Default: as often as `deliveryTimeoutMs` allows. */
  retries?: number;
  /** Default 5, which is also the most that idempotence allows. */
  maxInFlightRequestsPerConnection?: number;
  /** Bytes of records that wait to be acknowledged; `send` waits beyond it. Default 33554432. */
  bufferMemory?: number;
  /** How long a record may wait for the topic's metadata or for room in the buffer. Default 60000. */
  maxBlockMs?: number;
  /** Default: murmur2 of the key as in every Kafka client, and sticky for records without a key. */
  partitioner?: Partitioner;
}

export interface ProducerSettings {
  acks: -1 | 0 | 1;
  idempotent: boolean;
  lingerMs: number;
  batchSize: number;
  maxRequestSize: number;
  compression: CodecName;
  compressionLevel: number | undefined;
  deliveryTimeoutMs: number;
  retries: number;
  maxInFlightRequests: number;
  bufferMemory: number;
  maxBlockMs: number;
  requestTimeoutMs: number;
  retryBackoffMs: number;
  retryBackoffMaxMs: number;
}

const mostInFlightWhenIdempotent = 5;

/** Puts in the defaults. @throws TypeError or RangeError naming the option that is wrong. */
export function producerSettings(options: ProducerOptions): ProducerSettings {
  const acks = options.acks === undefined || options.acks === 'all' ? -1 : options.acks;
  if (acks !== -1 && acks !== 0 && acks !== 1) throw new RangeError(`acks: ${String(acks)} is none of 'all', -1, 0, 1`);
  // As in Kafka: other acks switch idempotence off, unless it was asked for.
  const idempotent = options.enableIdempotence ?? acks === -1;
  if (idempotent && acks !== -1) throw new RangeError(`acks: ${acks} does not go with enableIdempotence, which needs 'all'`);
  const maxInFlightRequests = checkedNumber('maxInFlightRequestsPerConnection', options.maxInFlightRequestsPerConnection ?? 5, 1);
  if (idempotent && maxInFlightRequests > mostInFlightWhenIdempotent) {
    throw new RangeError(`maxInFlightRequestsPerConnection: ${maxInFlightRequests} is more than enableIdempotence allows (${mostInFlightWhenIdempotent})`);
  }
  const lingerMs = checkedNumber('lingerMs', options.lingerMs ?? 5, 0);
  const requestTimeoutMs = checkedNumber('requestTimeoutMs', options.requestTimeoutMs ?? 30_000, 1);
  const deliveryTimeoutMs = checkedNumber('deliveryTimeoutMs', options.deliveryTimeoutMs ?? Math.max(120_000, lingerMs + requestTimeoutMs), 1);
  if (options.partitioner !== undefined && typeof options.partitioner !== 'function') throw new TypeError(`partitioner: ${typeof options.partitioner} is not a function`);
  if (deliveryTimeoutMs < lingerMs + requestTimeoutMs) {
    throw new RangeError(`deliveryTimeoutMs: ${deliveryTimeoutMs} is less than lingerMs + requestTimeoutMs (${lingerMs + requestTimeoutMs})`);
  }
  return {
    acks, idempotent, maxInFlightRequests, lingerMs, requestTimeoutMs, deliveryTimeoutMs,
    batchSize: checkedNumber('batchSize', options.batchSize ?? 16_384, 0),
    maxRequestSize: checkedNumber('maxRequestSize', options.maxRequestSize ?? 1_048_576, 0),
    compression: options.compression ?? 'none',
    compressionLevel: options.compressionLevel,
    retries: checkedNumber('retries', options.retries ?? 0x7fff_ffff, 0),
    bufferMemory: checkedNumber('bufferMemory', options.bufferMemory ?? 33_554_432, 1),
    maxBlockMs: checkedNumber('maxBlockMs', options.maxBlockMs ?? 60_000, 0),
    retryBackoffMs: options.retryBackoffMs ?? 100,
    retryBackoffMaxMs: options.retryBackoffMaxMs ?? 1_000,
  };
}
