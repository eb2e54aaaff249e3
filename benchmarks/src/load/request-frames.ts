/**
 * Whole requests made before the clock starts, and sent again and again as they are. Produce and Fetch go out in
 * version 12, the last that names topics: no look-up of ids is needed.
 */
import { encodeRequestFrame, RecordBatchBuilder } from '@millrace/protocol';
import { fetchRequest } from '@millrace/protocol/messages/fetch';
import { produceRequest } from '@millrace/protocol/messages/produce';

export const PRODUCE_VERSION = 12;
export const FETCH_VERSION = 12;
export const RECORD_BYTES = 100;

const CLIENT_ID = 'millrace-bench';
const ANSWER_LIMIT_MS = 30_000;
/** Cannot be anything else in a frame, and fits an int64 read as a number. */
const OFFSET_MARK = 0x0123_4567_89ab;
const TWO_32 = 2 ** 32;

export interface EncodedBatch {
  bytes: Uint8Array;
  records: number;
}

/** A batch of 100-byte values that fills `targetBytes` as far as whole records do; at least one record. */
export function encodeBatch(targetBytes: number, timestamp: number): EncodedBatch {
  const builder = new RecordBatchBuilder({ maxBytes: targetBytes }, new Uint8Array(targetBytes + 2 * RECORD_BYTES));
  const value = new Uint8Array(RECORD_BYTES);
  do {
    for (let i = 0; i < RECORD_BYTES; i++) value[i] = (i * 31 + builder.recordCount * 17) & 0xff;
  } while (builder.append(timestamp, null, value) >= 0);
  return { bytes: builder.build(), records: builder.recordCount };
}

export interface ProduceTarget {
  topic: string;
  partition: number;
  acks: number;
}

/** A Produce request in the pieces to be written in a row; a large batch is not copied. */
export function produceFrame(target: ProduceTarget, correlationId: number, batch: Uint8Array): Uint8Array[] {
  const partitionData = [{ index: target.partition, records: batch }];
  const message = { acks: target.acks, timeoutMs: ANSWER_LIMIT_MS, topicData: [{ name: target.topic, partitionData }] };
  const frame = { apiKey: 0, apiVersion: PRODUCE_VERSION, correlationId, clientId: CLIENT_ID };
  return encodeRequestFrame(frame, produceRequest, message).map(asBytes);
}

export interface FetchTarget {
  topic: string;
  partition: number;
  maxBytes: number;
}

/** A Fetch request whose offset is set in place before each sending. */
export class FetchFrame {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  readonly #offsetAt: number;

  constructor({ topic, partition, maxBytes }: FetchTarget, correlationId: number) {
    const partitions = [{ partition, fetchOffset: OFFSET_MARK, partitionMaxBytes: maxBytes }];
    const message = { maxWaitMs: 500, minBytes: 1, maxBytes, topics: [{ topic, partitions }] };
    const frame = { apiKey: 1, apiVersion: FETCH_VERSION, correlationId, clientId: CLIENT_ID };
    this.bytes = Buffer.concat(encodeRequestFrame(frame, fetchRequest, message).map(asBytes));
    this.#view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    this.#offsetAt = this.#find(OFFSET_MARK);
  }

  /** Only while no sending is under way: the bytes are not copied. */
  setOffset(offset: number): void {
    this.#view.setInt32(this.#offsetAt, Math.floor(offset / TWO_32));
    this.#view.setUint32(this.#offsetAt + 4, offset % TWO_32);
  }

  #find(value: number): number {
    for (let at = 0; at + 8 <= this.bytes.length; at++) {
      if (this.#view.getInt32(at) === Math.floor(value / TWO_32) && this.#view.getUint32(at + 4) === value % TWO_32) return at;
    }
    throw new Error('the request has no offset');
  }
}

function asBytes(piece: unknown): Uint8Array {
  if (piece instanceof Uint8Array) return piece;
  throw new Error('a pre-encoded request holds bytes only');
}
