import { describe, expect, test } from 'vitest';
import { apiByKey, apis } from '../src/apis.js';
import { ErrorCode, errorName, errors, isRetriable, KafkaError } from '../src/errors.js';
import { encodeResponseFrame } from '../src/frame.js';
import { apiVersionsResponse } from '../src/generated/api-versions.js';
import { fetchRequest, type FetchRequest } from '../src/generated/fetch.js';
import { ProtocolError } from '../src/protocol-error.js';
import { Reader } from '../src/reader.js';
import { Writer } from '../src/writer.js';

const request = (partition: unknown): FetchRequest => ({
  maxWaitMs: 1,
  minBytes: 1,
  topics: [{ topic: 'a', partitions: [] }, { topic: 'b', partitions: [{ partition: partition as number, fetchOffset: 0, partitionMaxBytes: 1 }] }],
});

describe('errors name the place', () => {
  test('of bytes that end too early', () => {
    const writer = new Writer();
    fetchRequest.encode(writer, request(5), 4);
    const bytes = writer.finish();
    expect(() => fetchRequest.decode(new Reader(bytes, 0, bytes.length - 10), 4)).toThrow(
      'FetchRequest.topics[1].partitions at byte 35: 1 elements cannot fit into the 6 bytes left',
    );
    expect(() => fetchRequest.decode(new Reader(bytes.subarray(0, 20)), 4)).toThrow(/^FetchRequest\.topics at byte 17: /);
  });

  test('of a value that does not fit', () => {
    expect(() => fetchRequest.encode(new Writer(), request(2 ** 31), 4)).toThrow(
      'FetchRequest.topics[1].partitions[0].partition: 2147483648 does not fit int32',
    );
    expect(() => fetchRequest.encode(new Writer(), { ...request(1), topics: undefined as never }, 4)).toThrow(ProtocolError);
  });

  test('of a value that the version cannot carry', () => {
    const replicaState = { replicaId: 1, replicaEpoch: 2 };
    expect(() => fetchRequest.encode(new Writer(), { ...request(1), replicaState }, 14)).toThrow(
      'FetchRequest.replicaState: has a value that version 14 cannot carry',
    );
  });

  test('of a version that does not exist', () => {
    expect(() => fetchRequest.decode(new Reader(new Uint8Array(9)), 19)).toThrow('FetchRequest: version 19 is not within 4-18');
  });

  test('of a tag that another version has', () => {
    const writer = new Writer();
    fetchRequest.encode(writer, { ...request(1), unknownTags: [] }, 12);
    const bytes = writer.finish();
    bytes[bytes.length - 1] = 1;
    const tagged = Uint8Array.of(...bytes, 1, 0);
    expect(() => fetchRequest.decode(new Reader(tagged), 12)).toThrow('tag 1 is not valid in version 12');
  });

  test('of an unknown tag that is known', () => {
    const unknownTags = [{ tag: 0, data: new Uint8Array(1) }];
    expect(() => fetchRequest.encode(new Writer(), { ...request(1), clusterId: 'c', unknownTags }, 12)).toThrow(
      'FetchRequest.unknownTags: unknown tag 0 is a known one',
    );
  });
});

describe('an ApiVersions request of an unknown version', () => {
  test('is answered in version 0, which every client reads', () => {
    const answer = { errorCode: ErrorCode.UNSUPPORTED_VERSION, apiKeys: [{ apiKey: 18, minVersion: 0, maxVersion: 5 }] };
    const [frame] = encodeResponseFrame(189, apiVersionsResponse, answer, 0);
    expect(Buffer.from(frame as Uint8Array).toString('hex')).toBe('00000010000000bd002300000001001200000005');
  });
});

describe('the tables', () => {
  test('apis load the messages they describe', async () => {
    for (const api of apis) {
      const { request: asked, response: answered } = await api.load();
      expect([asked.name, answered.name, asked.apiKey]).toEqual([`${api.name}Request`, `${api.name}Response`, api.key]);
      expect([asked.minVersion, asked.maxVersion, asked.flexibleVersion]).toEqual([api.minVersion, api.maxVersion, api.flexibleVersion]);
    }
    expect(apiByKey(1)?.name).toBe('Fetch');
    expect(apiByKey(4)).toBeUndefined();
    expect(apis.filter(({ maxVersion, maxStableVersion }) => maxVersion !== maxStableVersion).map(({ name }) => name)).toEqual(['InitProducerId']);
  });

  test('errors agree with the codes', () => {
    expect(Object.fromEntries(errors.map(({ name, code }) => [name, code]))).toEqual(ErrorCode);
    const error = new KafkaError(ErrorCode.NOT_LEADER_OR_FOLLOWER);
    expect([error.name, error.code, error.retriable]).toEqual(['NOT_LEADER_OR_FOLLOWER', 6, true]);
    expect([errorName(4711), isRetriable(4711)]).toEqual(['error 4711', false]);
  });
});
