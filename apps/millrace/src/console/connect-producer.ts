/** A producer with the settings of Kafka's properties. */
import { producerTable, type Settings } from '@millrace/config';
import { Producer, type ProducerOptions } from '@millrace/producer';
import { clientOptions, clientSettings } from '../client-settings.js';
import { ToolError } from '../tool-error.js';
import type { ProducerPort } from './producer-port.js';

export function connectProducer(properties: Readonly<Record<string, string>>): ProducerPort {
  const producer = new Producer(producerOptions(clientSettings(producerTable, properties)));
  return {
    send: async (topic, { key, value, headers }) => void (await producer.send({ topic, key, value, headers })),
    flush: () => producer.flush(),
    close: () => producer.close(),
  };
}

/** As in Kafka, idempotence goes off by itself when acks are not all and it was not asked for. */
export function producerOptions(settings: Settings): ProducerOptions {
  const acks = { '0': 0, '1': 1, '-1': 'all', all: 'all' } as const;
  const codec = settings.string('compression.type') as NonNullable<ProducerOptions['compression']>;
  const level = codec === 'none' || codec === 'snappy' ? null : settings.int(`compression.${codec}.level`);
  const lingerMs = settings.long('linger.ms');
  const requestTimeoutMs = settings.int('request.timeout.ms');
  const deliveryTimeoutMs = settings.int('delivery.timeout.ms');
  if (settings.isGiven('delivery.timeout.ms') && deliveryTimeoutMs < lingerMs + requestTimeoutMs) {
    throw new ToolError(`delivery.timeout.ms=${deliveryTimeoutMs} is less than linger.ms + request.timeout.ms, which are ${lingerMs} + ${requestTimeoutMs}`);
  }
  return {
    ...clientOptions(settings),
    acks: acks[settings.string('acks') as keyof typeof acks],
    ...(settings.isGiven('enable.idempotence') && { enableIdempotence: settings.boolean('enable.idempotence') }),
    lingerMs,
    batchSize: settings.int('batch.size'),
    maxRequestSize: settings.int('max.request.size'),
    compression: codec,
    ...(level !== null && settings.isGiven(`compression.${codec}.level`) && { compressionLevel: level }),
    deliveryTimeoutMs: Math.max(deliveryTimeoutMs, lingerMs + requestTimeoutMs),
    retries: settings.int('retries'),
    maxInFlightRequestsPerConnection: settings.int('max.in.flight.requests.per.connection'),
    bufferMemory: settings.long('buffer.memory'),
    maxBlockMs: settings.long('max.block.ms'),
  };
}
