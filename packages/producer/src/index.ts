/** An idempotent Kafka producer. */
export { Producer } from './producer.js';
export type { ProducerOptions } from './producer-options.js';
export type { Data, ProducerRecord, RecordHeaders, RecordMetadata, TopicRecord } from './producer-record.js';
export type { Partitioner } from './partitioner.js';
export type { ClientOptions } from '@millrace/network-client';
