import { encodeResponseFrame } from '@millrace/protocol';
import { fetchResponse } from '@millrace/protocol/messages/fetch';
import { produceResponse } from '@millrace/protocol/messages/produce';
import { describe, expect, it } from 'vitest';
import { FetchAnswers } from '../src/load/fetch-answers.js';
import { FrameCounter, HEAD_BYTES } from '../src/load/frame-counter.js';
import { ProduceAnswers } from '../src/load/produce-answers.js';
import { encodeBatch, FETCH_VERSION, PRODUCE_VERSION } from '../src/load/request-frames.js';

const TOPIC = 'a-topic-of-some-length';
const BATCH = encodeBatch(1024, 0);

function produced(correlationId: number, errorCode = 0): Buffer {
  const partitionResponses = [{ index: 0, errorCode, baseOffset: 12 }];
  return joined(encodeResponseFrame(correlationId, produceResponse, { responses: [{ name: TOPIC, partitionResponses }] }, PRODUCE_VERSION));
}

function fetched(correlationId: number, records: Uint8Array | null, errorCode = 0): Buffer {
  const partition = { partitionIndex: 0, errorCode, highWatermark: 5, lastStableOffset: 5, logStartOffset: 0, abortedTransactions: null, records };
  const message = { throttleTimeMs: 0, responses: [{ topic: TOPIC, partitions: [partition] }] };
  return joined(encodeResponseFrame(correlationId, fetchResponse, message, FETCH_VERSION));
}

function joined(pieces: readonly unknown[]): Buffer {
  return Buffer.concat(pieces.filter((piece) => piece instanceof Uint8Array));
}

/** What a counter says of bytes that arrive in pieces of this size. */
function count(bytes: Buffer, pieceBytes: number): { correlationId: number; headBytes: number; frameBytes: number }[] {
  const seen: { correlationId: number; headBytes: number; frameBytes: number }[] = [];
  const counter = new FrameCounter((head, headBytes, frameBytes) => seen.push({ correlationId: head.getInt32(4), headBytes, frameBytes }));
  for (let at = 0; at < bytes.length; at += pieceBytes) counter.feed(bytes.subarray(at, at + pieceBytes));
  return seen;
}

describe('FrameCounter', () => {
  it.each([1, 3, 64, 1000, 100_000])('cuts a stream into frames when it comes in pieces of %i bytes', (pieceBytes) => {
    const large = fetched(2, new Uint8Array(5000));
    const stream = Buffer.concat([produced(1), large, produced(3)]);
    expect(count(stream, pieceBytes)).toEqual([
      { correlationId: 1, headBytes: produced(1).length, frameBytes: produced(1).length },
      { correlationId: 2, headBytes: HEAD_BYTES, frameBytes: large.length },
      { correlationId: 3, headBytes: produced(3).length, frameBytes: produced(3).length },
    ]);
  });

  it('says nothing of a frame that is not whole', () => {
    const stream = fetched(1, new Uint8Array(5000));
    expect(count(stream.subarray(0, stream.length - 1), 700)).toEqual([]);
  });

  it.each([-1, 3, 0x7fff_ffff])('refuses a size of %i', (size) => {
    const bytes = Buffer.alloc(8);
    bytes.writeInt32BE(size);
    expect(() => count(bytes, 8)).toThrow(`a response of ${size} bytes cannot be`);
  });
});

describe('ProduceAnswers', () => {
  it('takes correlation ids in turn', () => {
    const answers = new ProduceAnswers(TOPIC, 2);
    for (const id of [0, 1, 0]) answers.check(view(produced(id)));
    expect(() => answers.check(view(produced(0)))).toThrow('an answer to request 0 came, expected 1');
  });

  it('finds the error code of the partition', () => {
    expect(() => new ProduceAnswers(TOPIC, 2).check(view(produced(0, 87)))).toThrow(`Produce to ${TOPIC} was answered with error code 87`);
  });
});

describe('FetchAnswers', () => {
  const read = (bytes: Buffer): [records: number, wholeBytes: number] => {
    const answers = new FetchAnswers(TOPIC, BATCH);
    return [answers.read(view(bytes), bytes.length, 4), answers.wholeBytes];
  };

  it('counts whole batches, and not the one that is cut at the end', () => {
    const records = new Uint8Array(BATCH.bytes.length * 20 + BATCH.bytes.length - 1);
    expect(read(fetched(4, records))).toEqual([20 * BATCH.records, 20 * BATCH.bytes.length]);
    expect(read(fetched(4, new Uint8Array(BATCH.bytes.length)))).toEqual([BATCH.records, BATCH.bytes.length]);
  });

  it('finds nothing where there is nothing', () => {
    expect(read(fetched(4, new Uint8Array(0)))).toEqual([0, 0]);
    expect(read(fetched(4, null))).toEqual([0, 0]);
  });

  it('finds the error code of the partition, and of the answer', () => {
    expect(() => read(fetched(4, null, 3))).toThrow(`Fetch of ${TOPIC} was answered with error code 3`);
    const refused = joined(encodeResponseFrame(4, fetchResponse, { throttleTimeMs: 0, errorCode: 70, responses: [] }, FETCH_VERSION));
    expect(() => read(refused)).toThrow('Fetch was answered with error code 70');
  });

  it('minds the correlation id', () => {
    expect(() => read(fetched(5, null))).toThrow('an answer to request 5 came, expected 4');
  });
});

function view(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
