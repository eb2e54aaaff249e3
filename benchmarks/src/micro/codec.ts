/** Encoding and decoding of the two messages that matter most. */
import { Reader, Writer } from '@millrace/protocol';
import { fetchRequest, fetchResponse } from '@millrace/protocol/messages/fetch';
import { produceRequest, produceResponse } from '@millrace/protocol/messages/produce';
import type { MicroTask } from './timing.js';

const PRODUCE_VERSION = 13;
const FETCH_VERSION = 18;
const PARTITIONS = 20;
const TOPIC_ID = 'c3Vubnkgc2lkZSB1cC4gMQ';

export function codecTasks(): MicroTask[] {
  const records = new Uint8Array(1024);
  const indexes = Array.from({ length: PARTITIONS }, (_, index) => index);
  const produce = {
    acks: -1,
    timeoutMs: 30_000,
    topicData: [{ topicId: TOPIC_ID, partitionData: [{ index: 0, records }] }],
  };
  const fetch = {
    maxWaitMs: 500,
    minBytes: 1,
    topics: [{ topicId: TOPIC_ID, partitions: indexes.map((partition) => ({ partition, fetchOffset: 1_000_000 + partition, partitionMaxBytes: 1_048_576 })) }],
  };
  const produced = { responses: [{ topicId: TOPIC_ID, partitionResponses: [{ index: 0, errorCode: 0, baseOffset: 1_000_000 }] }] };
  const partition = { errorCode: 0, highWatermark: 2_000_000, lastStableOffset: 2_000_000, logStartOffset: 0, abortedTransactions: null };
  const fetched = {
    throttleTimeMs: 0,
    responses: [{ topicId: TOPIC_ID, partitions: indexes.map((partitionIndex) => ({ ...partition, partitionIndex, records })) }],
  };
  return [
    ...both('Produce request, 1 partition', produceRequest, produce, PRODUCE_VERSION),
    ...both('Produce response, 1 partition', produceResponse, produced, PRODUCE_VERSION),
    ...both(`Fetch request, ${PARTITIONS} partitions`, fetchRequest, fetch, FETCH_VERSION),
    ...both(`Fetch response, ${PARTITIONS} partitions`, fetchResponse, fetched, FETCH_VERSION),
  ];
}

interface Codec<T> {
  encode(writer: Writer, message: T, version: number): void;
  decode(reader: Reader, version: number): unknown;
}

function both<T>(name: string, codec: Codec<T>, message: T, version: number): MicroTask[] {
  const writer = new Writer();
  codec.encode(writer, message, version);
  const bytes = writer.finish();
  const encode = (): number => {
    writer.reset();
    codec.encode(writer, message, version);
    return writer.byteLength;
  };
  const decode = (): number => {
    const reader = new Reader(bytes);
    codec.decode(reader, version);
    return reader.offset;
  };
  return [
    { name: `encode ${name}`, run: encode },
    { name: `decode ${name}`, run: decode },
  ];
}
