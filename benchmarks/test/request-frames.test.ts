import { batchRecordCount, decodeRequestHeader, ensureValidBatch, Reader } from '@millrace/protocol';
import { fetchRequest } from '@millrace/protocol/messages/fetch';
import { produceRequest } from '@millrace/protocol/messages/produce';
import { describe, expect, it } from 'vitest';
import { encodeBatch, FETCH_VERSION, FetchFrame, PRODUCE_VERSION, produceFrame } from '../src/load/request-frames.js';

const TIMESTAMP = 1_700_000_000_000;

describe('a batch', () => {
  it.each([1024, 16_384, 65_536, 1_048_576])('of %i bytes is valid and filled as far as whole records do', (size) => {
    const { bytes, records } = encodeBatch(size, TIMESTAMP);
    ensureValidBatch(bytes, 0);
    expect(batchRecordCount(bytes, 0)).toBe(records);
    expect(bytes.length).toBeLessThanOrEqual(size);
    expect(bytes.length).toBeGreaterThan(size - 120);
  });
});

describe('a Produce request', () => {
  it.each([1024, 65_536])('with %i bytes says what it must, and its size counts what follows', (size) => {
    const { bytes: batch } = encodeBatch(size, TIMESTAMP);
    const frame = Buffer.concat(produceFrame({ topic: 'speed', partition: 3, acks: -1 }, 7, batch));
    expect(frame.readInt32BE(0)).toBe(frame.length - 4);
    const reader = new Reader(frame, 4);
    expect(decodeRequestHeader(reader)).toMatchObject({ requestApiKey: 0, requestApiVersion: PRODUCE_VERSION, correlationId: 7 });
    const request = produceRequest.decode(reader, PRODUCE_VERSION);
    expect(reader.remaining).toBe(0);
    expect(request.acks).toBe(-1);
    expect(request.topicData[0]).toMatchObject({ name: 'speed', partitionData: [{ index: 3 }] });
    expect(Buffer.from(request.topicData[0]!.partitionData[0]!.records as Uint8Array).equals(batch)).toBe(true);
  });
});

describe('a Fetch request', () => {
  it.each([0, 1, 4_294_967_295, 4_294_967_296, 2 ** 53 - 1])('takes offset %i in place', (offset) => {
    const frame = new FetchFrame({ topic: 'speed', partition: 1, maxBytes: 65_536 }, 9);
    frame.setOffset(2 ** 52 + 1);
    frame.setOffset(offset);
    const reader = new Reader(frame.bytes, 4);
    expect(decodeRequestHeader(reader)).toMatchObject({ requestApiKey: 1, requestApiVersion: FETCH_VERSION, correlationId: 9 });
    const request = fetchRequest.decode(reader, FETCH_VERSION);
    expect(reader.remaining).toBe(0);
    expect(request.topics[0]?.partitions[0]).toMatchObject({ partition: 1, fetchOffset: offset, partitionMaxBytes: 65_536 });
  });
});
