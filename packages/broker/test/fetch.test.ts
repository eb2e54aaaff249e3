import { describe, expect, it } from 'vitest';
import { requestFrame } from '@millrace/network-client';
import { decodeResponseHeader, ErrorCode, Reader, RecordBatchBuilder, ZERO_UUID } from '@millrace/protocol';
import { deleteTopics, fetch } from './apis.js';
import { batch, joined, tell, valuesIn, type Story } from './story.js';

const big = (letter: string) => letter.repeat(1000);

function request(topics: { topic?: string; topicId?: string; partitions: { partition: number; fetchOffset: number; partitionMaxBytes?: number; currentLeaderEpoch?: number }[] }[], more: object = {}) {
  const filled = topics.map((topic) => ({ ...topic, partitions: topic.partitions.map((partition) => ({ partitionMaxBytes: 2 ** 20, ...partition })) }));
  return { maxWaitMs: 0, minBytes: 0, maxBytes: 2 ** 26, topics: filled, ...more };
}

async function three(story: Story): Promise<number> {
  await story.createTopic('t');
  const first = batch([big('a')]);
  await story.produceTo('t', 0, first);
  await story.produceTo('t', 0, batch([big('b')]));
  await story.produceTo('t', 0, batch([big('c')]));
  return first.length;
}

describe('Fetch', () => {
  it('gives whole batches from the one that holds the offset, with the offsets of the log', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      await story.produceTo('t', 0, batch(['a', 'b', 'c']));
      await story.produceTo('t', 0, batch(['d']));
      const { records, ...rest } = await story.fetchFrom('t', 0, 2);
      expect(valuesIn(records)).toEqual(['0:a', '1:b', '2:c', '3:d']);
      expect(rest).toMatchObject({ partitionIndex: 0, errorCode: 0, highWatermark: 4, lastStableOffset: 4, logStartOffset: 0, abortedTransactions: null });
    }));

  it('gives one batch even when it is larger than was asked for, and cuts what follows at the asked bytes', () =>
    tell({}, async (story) => {
      const size = await three(story);
      expect((await story.fetchFrom('t', 0, 0, { maxBytes: 1 })).records!.length).toBe(size);
      expect((await story.fetchFrom('t', 0, 0, { maxBytes: size + 10 })).records!.length).toBe(size + 10);
      expect((await story.fetchFrom('t', 0, 3)).records).toEqual(new Uint8Array(0));
    }));

  it('gives only the first partition its batch beyond the limit: the others get nothing rather than a part of one', () =>
    tell({}, async (story) => {
      await story.createTopic('t', {}, 3);
      const one = batch([big('a')]);
      for (const partition of [0, 1, 2]) await story.produceTo('t', partition, one.slice());
      const partitions = [0, 1, 2].map((partition) => ({ partition, fetchOffset: 0 }));
      const bytesOf = async (maxBytes: number, partitionMaxBytes: number) => {
        const topics = [{ topic: 't', partitions: partitions.map((partition) => ({ ...partition, partitionMaxBytes })) }];
        const { responses } = await story.ask(fetch, request(topics, { maxBytes }), 12);
        return responses[0]!.partitions.map(({ partitionIndex, records }) => [partitionIndex, records!.length]);
      };
      expect(await bytesOf(100, 2 ** 20)).toEqual([[0, one.length], [1, 0], [2, 0]]);
      expect(await bytesOf(one.length + 100, 2 ** 20)).toEqual([[0, one.length], [1, 0], [2, 0]]);
      expect(await bytesOf(2 ** 20, 10)).toEqual([[0, one.length], [1, 0], [2, 0]]);
      expect(await bytesOf(2 ** 20, one.length)).toEqual([[0, one.length], [1, one.length], [2, one.length]]);
    }));

  it('says what is wrong with each partition, and serves the others', () =>
    tell({}, async (story) => {
      await three(story);
      const asked = (partition: object) => ({ topic: 't', partitions: [{ partition: 0, fetchOffset: 0, ...partition }] });
      const errorOf = async (topic: Parameters<typeof request>[0][0]) => {
        const { responses } = await story.ask(fetch, request([topic]), 12);
        const { errorCode, highWatermark, lastStableOffset, logStartOffset, records } = responses[0]!.partitions[0]!;
        return [errorCode, highWatermark, lastStableOffset, logStartOffset, records];
      };
      const nothing = [-1, -1, -1, new Uint8Array(0)];
      expect(await errorOf(asked({ fetchOffset: 4 }))).toEqual([ErrorCode.OFFSET_OUT_OF_RANGE, ...nothing]);
      expect(await errorOf(asked({ fetchOffset: -1 }))).toEqual([ErrorCode.OFFSET_OUT_OF_RANGE, ...nothing]);
      expect(await errorOf(asked({ partition: 1 }))).toEqual([ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, ...nothing]);
      expect(await errorOf({ topic: 'none', partitions: [{ partition: 0, fetchOffset: 0 }] })).toEqual([ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, ...nothing]);
      expect(await errorOf(asked({ currentLeaderEpoch: 7 }))).toEqual([ErrorCode.UNKNOWN_LEADER_EPOCH, ...nothing]);
      const { responses } = await story.ask(fetch, request([asked({ partition: 9 }), asked({})]), 12);
      const both = responses.flatMap((topic) => topic.partitions).map(({ partitionIndex, errorCode }) => [partitionIndex, errorCode]);
      expect(both).toEqual([[9, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION], [0, 0]]);
    }));

  it('takes topics by id from version 13 on, and knows no topic by the id of a deleted one', () =>
    tell({}, async (story) => {
      const topicId = await story.createTopic('t');
      await story.produceTo('t', 0, batch(['a']));
      const asked = (id: string) => request([{ topicId: id, partitions: [{ partition: 0, fetchOffset: 0 }] }]);
      const { responses } = await story.ask(fetch, asked(topicId), 17);
      expect(responses[0]).toMatchObject({ topicId, partitions: [{ errorCode: 0, highWatermark: 1 }] });
      await story.ask(deleteTopics, { topics: [{ name: 't', topicId: ZERO_UUID }], timeoutMs: 1000 });
      const created = await story.createTopic('t');
      expect(created).not.toBe(topicId);
      const old = await story.ask(fetch, asked(topicId), 17);
      expect(old.responses[0]).toMatchObject({ topicId, partitions: [{ errorCode: ErrorCode.UNKNOWN_TOPIC_ID }] });
      expect((await story.ask(fetch, asked(created), 17)).responses[0]!.partitions[0]).toMatchObject({ errorCode: 0, highWatermark: 0, records: new Uint8Array(0) });
    }));

  it('waits for min.bytes until max.wait is over', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      await story.produceTo('t', 0, batch(['a']));
      const before = story.nowMs;
      const topics = [{ topic: 't', partitions: [{ partition: 0, fetchOffset: 0 }] }];
      const { responses } = await story.ask(fetch, request(topics, { maxWaitMs: 500, minBytes: 1000 }), 12);
      expect(valuesIn(responses[0]!.partitions[0]!.records)).toEqual(['0:a']);
      expect(story.nowMs - before).toBeGreaterThanOrEqual(500);
      expect(story.nowMs - before).toBeLessThan(600);
    }));

  it('wakes as soon as there is enough', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      const before = story.nowMs;
      const reader = await story.connect();
      const topics = [{ topic: 't', partitions: [{ partition: 0, fetchOffset: 0 }] }];
      const waiting = reader.sendVersion(fetch, request(topics, { maxWaitMs: 60_000, minBytes: 1 }), 12);
      await story.wait(100);
      await story.produceTo('t', 0, batch(['a']));
      expect(valuesIn((await waiting).responses[0]!.partitions[0]!.records)).toEqual(['0:a']);
      expect(story.nowMs - before).toBeLessThan(1000);
      reader.close();
    }));

  it('is answered when the topic that it waits for is deleted', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      const reader = await story.connect();
      const topics = [{ topic: 't', partitions: [{ partition: 0, fetchOffset: 0 }] }];
      const waiting = reader.sendVersion(fetch, request(topics, { maxWaitMs: 60_000, minBytes: 1 }), 12);
      await story.wait(100);
      await story.ask(deleteTopics, { topics: [{ name: 't', topicId: ZERO_UUID }], timeoutMs: 1000 });
      expect((await waiting).responses[0]!.partitions[0]!.errorCode).toBe(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
      reader.close();
    }));

  it('sends what it promised also when the topic is deleted meanwhile', () =>
    tell({ 'log.segment.delete.delay.ms': '100' }, async (story) => {
      await story.createTopic('t');
      for (let count = 0; count < 4; count++) await story.produceTo('t', 0, batch([String(count).repeat(500_000)]));
      const connection = await story.rawConnection();
      const received: Uint8Array[] = [];
      connection.start({ onBytes: (view) => received.push(view.slice()), onDrain: () => {}, onClose: () => {} });
      const topics = [{ topic: 't', partitions: [{ partition: 0, fetchOffset: 0, partitionMaxBytes: 2 ** 25 }] }];
      connection.write(joined(...requestFrame(fetch.request, request(topics, { maxBytes: 2 ** 25 }), 12, 1, 'slow')));
      connection.pause();
      await story.wait(50);
      await story.ask(deleteTopics, { topics: [{ name: 't', topicId: ZERO_UUID }], timeoutMs: 1000 });
      await story.wait(1000);
      expect(story.host.platform.files.list('/data').filter((name) => name.startsWith('t-0'))).toEqual([]);
      connection.resume();
      await story.wait(1000);
      const bytes = Buffer.concat(received);
      const reader = new Reader(bytes, 4);
      decodeResponseHeader(reader, fetch.response, 12);
      const { records } = fetch.response.decode(reader, 12).responses[0]!.partitions[0]!;
      expect(valuesIn(records).map((value) => value.slice(0, 5))).toEqual(Array.from({ length: 4 }, (_, index) => `${index}:${String(index).repeat(3)}`));
      connection.destroy();
    }));

  it('reads committed data below the last stable offset, with the transactions to skip', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      // No transactions are served yet: what a coordinator would have written is put to the log.
      const log = story.node.node.partitions.get('t', 0)!;
      const write = (bytes: Uint8Array) => log.append(bytes, 'coordinator', story.nowMs);
      const producer = { producerId: 7, producerEpoch: 0 };
      write(batch(['aborted'], { ...producer, baseSequence: 0, transactional: true }));
      const marker = (type: number) => {
        const key = Uint8Array.of(0, 0, 0, type);
        return { key, value: Uint8Array.of(0, 0, 0, 0, 0, 0) };
      };
      const abort = new RecordBatchBuilder({ ...producer, transactional: true, control: true });
      abort.append(story.nowMs, marker(0).key, marker(0).value);
      write(abort.build());
      write(batch(['kept']));
      write(batch(['open'], { producerId: 8, producerEpoch: 0, baseSequence: 0, transactional: true }));
      await story.wait(10);
      const committed = await story.fetchFrom('t', 0, 0, { isolationLevel: 1 });
      expect(committed).toMatchObject({ highWatermark: 4, lastStableOffset: 3, abortedTransactions: [{ producerId: 7, firstOffset: 0 }] });
      expect(valuesIn(committed.records).length).toBe(3);
      const all = await story.fetchFrom('t', 0, 0);
      expect(all).toMatchObject({ highWatermark: 4, lastStableOffset: 3, abortedTransactions: null });
      expect(valuesIn(all.records).length).toBe(4);
      const end = await story.fetchFrom('t', 0, 3, { isolationLevel: 1 });
      expect(end).toMatchObject({ errorCode: 0, abortedTransactions: [], records: new Uint8Array(0) });
    }));
});

describe('fetch sessions (KIP-227)', () => {
  const partitionsOf = (answer: { responses: readonly { topic: string; partitions: readonly { partitionIndex: number; records: Uint8Array | null }[] }[] }) =>
    answer.responses.flatMap(({ topic, partitions }) => partitions.map(({ partitionIndex, records }) => `${topic}-${partitionIndex} ${valuesIn(records).join()}`));

  it('name only what changed, on both sides', () =>
    tell({}, async (story) => {
      await story.createTopic('t', {}, 2);
      const all = [{ topic: 't', partitions: [0, 1].map((partition) => ({ partition, fetchOffset: 0 })) }];
      const first = await story.ask(fetch, request(all, { sessionId: 0, sessionEpoch: 0 }), 12);
      expect(first.sessionId).toBeGreaterThan(0);
      expect(partitionsOf(first)).toEqual(['t-0 ', 't-1 ']);
      const { sessionId } = first;
      expect(await story.ask(fetch, request([], { sessionId, sessionEpoch: 1 }), 12)).toMatchObject({ errorCode: 0, sessionId, responses: [] });
      await story.produceTo('t', 1, batch(['a']));
      expect(partitionsOf(await story.ask(fetch, request([], { sessionId, sessionEpoch: 2 }), 12))).toEqual(['t-1 0:a']);
      const moved = [{ topic: 't', partitions: [{ partition: 1, fetchOffset: 1 }] }];
      expect(partitionsOf(await story.ask(fetch, request(moved, { sessionId, sessionEpoch: 3 }), 12))).toEqual([]);
      await story.produceTo('t', 0, batch(['b']));
      const forgottenTopicsData = [{ topic: 't', partitions: [0] }];
      expect(partitionsOf(await story.ask(fetch, request([], { sessionId, sessionEpoch: 4, forgottenTopicsData }), 12))).toEqual([]);
      expect(await story.ask(fetch, request([], { sessionId, sessionEpoch: 4 }), 12)).toMatchObject({ errorCode: ErrorCode.INVALID_FETCH_SESSION_EPOCH, responses: [] });
      expect(await story.ask(fetch, request([], { sessionId: sessionId + 1, sessionEpoch: 5 }), 12)).toMatchObject({ errorCode: ErrorCode.FETCH_SESSION_ID_NOT_FOUND });
      expect(await story.ask(fetch, request([], { sessionId, sessionEpoch: 5 }), 13)).toMatchObject({ errorCode: ErrorCode.FETCH_SESSION_TOPIC_ID_ERROR });
      // A final request ends the session.
      await story.ask(fetch, request(moved, { sessionId, sessionEpoch: -1 }), 12);
      expect(await story.ask(fetch, request([], { sessionId, sessionEpoch: 5 }), 12)).toMatchObject({ errorCode: ErrorCode.FETCH_SESSION_ID_NOT_FOUND });
    }));

  it('may begin with nothing, and end when nothing is left', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      const { sessionId } = await story.ask(fetch, request([], { sessionId: 0, sessionEpoch: 0 }), 12);
      expect(sessionId).toBeGreaterThan(0);
      const all = [{ topic: 't', partitions: [{ partition: 0, fetchOffset: 0 }] }];
      expect(partitionsOf(await story.ask(fetch, request(all, { sessionId, sessionEpoch: 1 }), 12))).toEqual(['t-0 ']);
      const forgottenTopicsData = [{ topic: 't', partitions: [0] }];
      expect(await story.ask(fetch, request([], { sessionId, sessionEpoch: 2, forgottenTopicsData }), 12)).toMatchObject({ errorCode: 0, sessionId: 0, responses: [] });
      expect(await story.ask(fetch, request([], { sessionId, sessionEpoch: 3 }), 12)).toMatchObject({ errorCode: ErrorCode.FETCH_SESSION_ID_NOT_FOUND });
    }));

  it('serve in turns when the bytes do not suffice for all partitions', () =>
    tell({}, async (story) => {
      await story.createTopic('t', {}, 3);
      for (const partition of [0, 1, 2]) await story.produceTo('t', partition, batch([big(String(partition))]));
      const all = [{ topic: 't', partitions: [0, 1, 2].map((partition) => ({ partition, fetchOffset: 0 })) }];
      const first = await story.ask(fetch, request(all, { sessionId: 0, sessionEpoch: 0, maxBytes: 100 }), 12);
      const { sessionId } = first;
      const served: number[] = [];
      for (let sessionEpoch = 1; sessionEpoch <= 3; sessionEpoch++) {
        const { responses } = await story.ask(fetch, request([], { sessionId, sessionEpoch, maxBytes: 100 }), 12);
        served.push(...responses.flatMap((topic) => topic.partitions).filter(({ records }) => records!.length > 0).map(({ partitionIndex }) => partitionIndex));
      }
      expect(new Set(served)).toEqual(new Set([0, 1, 2]));
    }));

  it('are refused, without an error, when the cache is full of sessions in use', () =>
    tell({ 'max.incremental.fetch.session.cache.slots': '1' }, async (story) => {
      await story.createTopic('t');
      const all = [{ topic: 't', partitions: [{ partition: 0, fetchOffset: 0 }] }];
      expect((await story.ask(fetch, request(all, { sessionId: 0, sessionEpoch: 0 }), 12)).sessionId).toBeGreaterThan(0);
      expect((await story.ask(fetch, request(all, { sessionId: 0, sessionEpoch: 0 }), 12)).sessionId).toBe(0);
      await story.wait(121_000);
      expect((await story.ask(fetch, request(all, { sessionId: 0, sessionEpoch: 0 }), 12)).sessionId).toBeGreaterThan(0);
    }));
});
