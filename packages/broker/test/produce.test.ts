import { describe, expect, it } from 'vitest';
import { requestFrame } from '@millrace/network-client';
import { ErrorCode } from '@millrace/protocol';
import { describeProducers, findCoordinator, incrementalAlterConfigs, metadata, produce } from './apis.js';
import { batch, joined, tell, valuesIn, type Story } from './story.js';

const { INVALID_RECORD, CORRUPT_MESSAGE, INVALID_TIMESTAMP, OUT_OF_ORDER_SEQUENCE_NUMBER } = ErrorCode;

const ok = (baseOffset: number) => ({ errorCode: 0, baseOffset, logAppendTimeMs: -1, logStartOffset: 0, recordErrors: [], errorMessage: null });
const refused = (errorCode: number, logStartOffset = -1) => ({ errorCode, baseOffset: -1, logAppendTimeMs: -1, logStartOffset });

async function endOf(story: Story, topic: string): Promise<number> {
  await story.wait(5);
  return story.node.node.partitions.get(topic, 0)!.log.logEndOffset;
}

describe('Produce', () => {
  it('appends and answers with the first offset, for acks 1 and all', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      expect(await story.produceTo('t', 0, batch(['a', 'b']))).toMatchObject(ok(0));
      expect(await story.produceTo('t', 0, batch(['c']), { acks: 1 })).toMatchObject(ok(2));
      expect(valuesIn((await story.fetchFrom('t', 0, 0)).records)).toEqual(['0:a', '1:b', '2:c']);
    }));

  it('sends no answer for acks 0, and closes the connection when that fails', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      const connection = await story.connect();
      const message = (records: Uint8Array) => ({
        transactionalId: null, acks: 0, timeoutMs: 1000, topicData: [{ name: 't', partitionData: [{ index: 0, records }] }],
      });
      const answered: string[] = [];
      const first = connection.sendVersion(produce, message(batch(['a'])), 12).then(() => answered.push('produce'), () => {});
      // The answer of the next request comes although the first has none; the client takes it for an answer to the first and gives up.
      void connection.sendVersion(metadata, { topics: [] }, 12).catch(() => {});
      await first;
      expect(await endOf(story, 't')).toBe(1);
      const other = await story.connect();
      let closed = false;
      other.onClose(() => (closed = true));
      void other.sendVersion(produce, message(batch(['a']).subarray(0, 20)), 12).catch(() => {});
      await story.wait(50);
      expect(closed).toBe(true);
      expect(answered).toEqual([]);
    }));

  it('refuses any other acks, and writes nothing', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      expect(await story.produceTo('t', 0, batch(['a']), { acks: 2 })).toMatchObject(refused(ErrorCode.INVALID_REQUIRED_ACKS));
      expect(await endOf(story, 't')).toBe(0);
    }));

  it.each([0, 1, 2])('closes the connection for version %d, though ApiVersions names it', (version) =>
    tell({}, async (story) => {
      // Version 3 with another number in its header: what is inside does not matter.
      const message = { transactionalId: null, acks: 1, timeoutMs: 1, topicData: [] };
      const frame = joined(...requestFrame(produce.request, message, 3, 1, 'old'));
      frame[7] = version;
      const socket = await story.simulation.node('client').platform.network.connect({ host: 'broker', port: 9092 });
      let closed = false;
      socket.start({ onBytes: () => {}, onDrain: () => {}, onClose: () => (closed = true) });
      socket.write(frame);
      await story.wait(50);
      expect(closed).toBe(true);
    }),
  );

  it('takes exactly one whole batch of format v2', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      const put = (records: Uint8Array | null) => story.produceTo('t', 0, records);
      expect(await put(null)).toMatchObject(refused(INVALID_RECORD));
      expect(await put(new Uint8Array(0))).toMatchObject(refused(INVALID_RECORD));
      for (const bytes of [12, 20, 65]) expect(await put(batch(['abc']).subarray(0, bytes))).toMatchObject(refused(INVALID_RECORD));
      expect(await put(joined(batch(['a']), batch(['b'])))).toMatchObject(refused(INVALID_RECORD));
      for (const [magic, code] of [[0, INVALID_RECORD], [1, INVALID_RECORD], [3, CORRUPT_MESSAGE]] as const) {
        const bytes = batch(['abc']);
        bytes[16] = magic;
        expect(await put(bytes)).toMatchObject(refused(code));
      }
      const damaged = batch(['abc']);
      damaged[damaged.length - 2]! ^= 1;
      expect(await put(damaged)).toMatchObject(refused(CORRUPT_MESSAGE));
      expect(await put(batch(['a'], { baseOffset: 5 }))).toMatchObject(refused(INVALID_RECORD, 0));
      expect(await endOf(story, 't')).toBe(0);
      // A torn second batch is left out.
      expect(await put(joined(batch(['a']), batch(['b']).subarray(0, 30)))).toMatchObject(ok(0));
      expect(valuesIn((await story.fetchFrom('t', 0, 0)).records)).toEqual(['0:a']);
    }));

  it('takes zstd from version 7 on', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      expect(await story.produceTo('t', 0, batch(['a'], { codec: 4 }), { version: 6 })).toMatchObject(refused(ErrorCode.UNSUPPORTED_COMPRESSION_TYPE));
      expect(await story.produceTo('t', 0, batch(['a'], { codec: 4 }), { version: 7 })).toMatchObject({ errorCode: 0, baseOffset: 0 });
    }));

  it('refuses what is larger than the topic allows, at once when the topic is changed', () =>
    tell({ 'message.max.bytes': '500' }, async (story) => {
      await story.createTopic('t');
      await story.createTopic('large', { 'max.message.bytes': '3000000', 'segment.bytes': '1048576' });
      const letter = 'a'.repeat(600);
      expect(await story.produceTo('t', 0, batch([letter]))).toMatchObject(refused(ErrorCode.MESSAGE_TOO_LARGE));
      expect(await story.produceTo('large', 0, batch([letter]))).toMatchObject(ok(0));
      expect(await story.produceTo('large', 0, batch(['a'.repeat(2_000_000)]))).toMatchObject(refused(ErrorCode.RECORD_LIST_TOO_LARGE));
      const configs = [{ name: 'max.message.bytes', configOperation: 0, value: '1000' }];
      await story.ask(incrementalAlterConfigs, { resources: [{ resourceType: 2, resourceName: 't', configs }], validateOnly: false });
      expect(await story.produceTo('t', 0, batch([letter]))).toMatchObject(ok(0));
    }));

  it('refuses what unfolds to more than max.decompressed.message.bytes', () =>
    tell({}, async (story) => {
      await story.createTopic('t', { 'max.decompressed.message.bytes': '1000' });
      const packed = (length: number) => batch(['a'.repeat(length)], { codec: 1 });
      expect(await story.produceTo('t', 0, packed(2000))).toMatchObject(refused(INVALID_RECORD, 0));
      expect(await story.produceTo('t', 0, packed(900))).toMatchObject(ok(0));
    }));

  it('needs keys in a compacted topic, and names the record without one', () =>
    tell({}, async (story) => {
      await story.createTopic('t', { 'cleanup.policy': 'compact' });
      const answer = await story.produceTo('t', 0, batch([{ key: 'k', value: 'v' }, 'no key']));
      expect(answer).toMatchObject({ ...refused(INVALID_RECORD, 0), recordErrors: [{ batchIndex: 1 }] });
      // Before version 8 there is no place for that.
      expect((await story.produceTo('t', 0, batch(['no key']), { version: 7 })).recordErrors).toEqual([]);
      expect(await story.produceTo('t', 0, batch([{ key: 'k', value: null }]))).toMatchObject(ok(0));
    }));

  it('stamps its own time where the topic asks for it', () =>
    tell({}, async (story) => {
      await story.createTopic('t', { 'message.timestamp.type': 'LogAppendTime' });
      const before = story.nowMs;
      const answer = await story.produceTo('t', 0, batch(['a']));
      expect(answer.logAppendTimeMs).toBeGreaterThanOrEqual(before);
      expect(answer.logAppendTimeMs).toBeLessThanOrEqual(story.nowMs);
      const byClient = await story.produceTo('t', 0, batch(['a'], { timestampType: 'LogAppendTime' }));
      expect(byClient).toMatchObject({ ...refused(INVALID_TIMESTAMP, 0), recordErrors: [{ batchIndex: 0 }] });
    }));

  it('refuses timestamps that are too far off', () =>
    tell({}, async (story) => {
      await story.createTopic('t', { 'message.timestamp.before.max.ms': '1000', 'message.timestamp.after.max.ms': '2000' });
      const put = (...offsets: number[]) => story.produceTo('t', 0, batch(offsets.map((offset) => ({ value: 'a', timestamp: story.nowMs + offset }))));
      expect(await put(0, -5000)).toMatchObject({ ...refused(INVALID_TIMESTAMP, 0), recordErrors: [{ batchIndex: 1 }] });
      expect(await put(5000)).toMatchObject({ ...refused(INVALID_TIMESTAMP, 0), recordErrors: [{ batchIndex: 0 }] });
      expect(await put(-500, 1500)).toMatchObject(ok(0));
      expect(await story.produceTo('t', 0, batch([{ value: 'a', timestamp: -1 }]))).toMatchObject(ok(2));
    }));

  it.each([['zstd', 4], ['gzip', 1], ['snappy', 2], ['lz4', 3], ['uncompressed', 0]] as const)('keeps batches in the codec of the topic: %s', (name, codec) =>
    tell({}, async (story) => {
      await story.createTopic('t', { 'compression.type': name });
      for (const from of [0, 1, 4]) expect(await story.produceTo('t', 0, batch(['a'.repeat(100)], { codec: from }))).toMatchObject({ errorCode: 0 });
      const { records } = await story.fetchFrom('t', 0, 0);
      expect(valuesIn(records)).toEqual([0, 1, 2].map((offset) => `${offset}:${'a'.repeat(100)}`));
      expect(records![22]! & 7).toBe(codec);
    }),
  );

  it('answers each partition by itself, by name and from version 13 on by id', () =>
    tell({}, async (story) => {
      const topicId = await story.createTopic('t', {}, 2);
      const partitionData = [0, 1, 7].map((index) => ({ index, records: index === 1 ? batch(['a']).subarray(0, 20) : batch(['a']) }));
      const topicData = [{ name: 't', partitionData }, { name: 'none', partitionData: [{ index: 0, records: batch(['a']) }] }];
      const byName = await story.ask(produce, { transactionalId: null, acks: -1, timeoutMs: 1000, topicData }, 12);
      const codes = byName.responses.map(({ name, partitionResponses }) => [name, partitionResponses.map(({ index, errorCode }) => [index, errorCode])]);
      const unknown = ErrorCode.UNKNOWN_TOPIC_OR_PARTITION;
      expect(codes).toEqual([['t', [[0, 0], [1, INVALID_RECORD], [7, unknown]]], ['none', [[0, unknown]]]]);
      const ids = [topicId, 'AAAAAAAAAAAAAAAAAAAABQ'].map((id) => ({ topicId: id, partitionData: [{ index: 0, records: batch(['a']) }] }));
      const byId = await story.ask(produce, { transactionalId: null, acks: -1, timeoutMs: 1000, topicData: ids }, 13);
      expect(byId.responses.map(({ topicId: id, partitionResponses }) => [id, partitionResponses[0]!.errorCode])).toEqual([
        [topicId, 0],
        ['AAAAAAAAAAAAAAAAAAAABQ', ErrorCode.UNKNOWN_TOPIC_ID],
      ]);
    }));

  it('does not create a topic: Metadata does', () =>
    tell({}, async (story) => {
      expect(await story.produceTo('new', 0, batch(['a']))).toMatchObject(refused(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION));
      expect((await story.ask(metadata, { topics: [{ name: 'new' }], allowAutoTopicCreation: true })).topics[0]).toMatchObject({ errorCode: 0, name: 'new' });
      expect(await story.produceTo('new', 0, batch(['a']))).toMatchObject(ok(0));
    }));

  it('lets nobody but an admin client write to an internal topic', () =>
    tell({}, async (story) => {
      await story.ask(findCoordinator, { keyType: 0, coordinatorKeys: ['g'] });
      const keyed = () => batch([{ key: 'k', value: null }]);
      expect(await story.produceTo('__consumer_offsets', 0, keyed())).toMatchObject(refused(ErrorCode.INVALID_TOPIC_EXCEPTION));
    }));

  it('refuses transactions with one fatal error, and writes nothing', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      const records = () => batch(['a'], { producerId: 1, producerEpoch: 0, baseSequence: 0, transactional: true });
      const fatal = refused(ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED);
      expect(await story.produceTo('t', 0, records())).toMatchObject(fatal);
      const topicData = [{ name: 't', partitionData: [{ index: 0, records: records() }] }];
      const { responses } = await story.ask(produce, { transactionalId: 'x', acks: -1, timeoutMs: 1000, topicData }, 12);
      expect(responses[0]!.partitionResponses[0]).toMatchObject(fatal);
      expect(await endOf(story, 't')).toBe(0);
    }));

  it('answers when flushed, with flush.messages=1', () =>
    tell({}, async (story) => {
      await story.createTopic('t', { 'flush.messages': '1' });
      expect(await story.produceTo('t', 0, batch(['a']))).toMatchObject(ok(0));
      const { log } = story.node.node.partitions.get('t', 0)!;
      expect([log.flushedOffset, log.highWatermark]).toEqual([1, 1]);
    }));
});

describe('an idempotent producer', () => {
  const id = { producerId: 77, producerEpoch: 3 };
  const put = (story: Story, baseSequence: number, more: object = {}) => story.produceTo('t', 0, batch(['a'], { ...id, baseSequence, ...more }));

  it('has its last five batches answered again with their offsets', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      // Nothing is known of it: any sequence will do.
      for (let sequence = 5; sequence < 12; sequence++) expect(await put(story, sequence)).toMatchObject(ok(sequence - 5));
      for (let sequence = 7; sequence < 12; sequence++) expect(await put(story, sequence)).toMatchObject({ errorCode: 0, baseOffset: sequence - 5 });
      expect(await put(story, 6)).toMatchObject(refused(OUT_OF_ORDER_SEQUENCE_NUMBER, 0));
      expect(await endOf(story, 't')).toBe(7);
    }));

  it('may leave no gap, and begins at 0 with a new epoch', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      await put(story, 0);
      expect(await put(story, 2)).toMatchObject(refused(OUT_OF_ORDER_SEQUENCE_NUMBER, 0));
      expect(await put(story, 1, { producerEpoch: 2 })).toMatchObject(refused(ErrorCode.INVALID_PRODUCER_EPOCH, 0));
      expect(await put(story, 1, { producerEpoch: 4 })).toMatchObject(refused(OUT_OF_ORDER_SEQUENCE_NUMBER, 0));
      expect(await put(story, 0, { producerEpoch: 4 })).toMatchObject(ok(1));
      expect(await put(story, -1, { producerEpoch: 4 })).toMatchObject(refused(INVALID_RECORD, 0));
      expect(await put(story, 1)).toMatchObject(refused(ErrorCode.INVALID_PRODUCER_EPOCH, 0));
    }));

  it('is remembered over a restart and over a kill', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      for (const sequence of [0, 1, 2]) await put(story, sequence);
      await story.restart();
      expect(await put(story, 2)).toMatchObject({ errorCode: 0, baseOffset: 2 });
      expect(await put(story, 4)).toMatchObject({ errorCode: OUT_OF_ORDER_SEQUENCE_NUMBER });
      await put(story, 3);
      await story.killAndStart();
      expect(await put(story, 3)).toMatchObject({ errorCode: 0, baseOffset: 3 });
      expect(await put(story, 4)).toMatchObject({ errorCode: 0, baseOffset: 4 });
    }));

  it('is shown by DescribeProducers, however old its records say they are, and forgotten only when it is time', () =>
    tell({ 'producer.id.expiration.ms': '3600000', 'producer.id.expiration.check.interval.ms': '600000' }, async (story) => {
      await story.createTopic('t');
      const old = story.nowMs - 86_400_000;
      await story.produceTo('t', 0, batch([{ value: 'a', timestamp: old }], { ...id, baseSequence: 9 }));
      const ask = async () => {
        const { topics } = await story.ask(describeProducers, { topics: [{ name: 't', partitionIndexes: [0, 3] }, { name: 'none', partitionIndexes: [0] }] });
        return topics;
      };
      const [t, none] = await ask();
      expect(t!.partitions[0]).toMatchObject({
        errorCode: 0,
        activeProducers: [{ producerId: 77, producerEpoch: 3, lastSequence: 9, lastTimestamp: old, coordinatorEpoch: -1, currentTxnStartOffset: -1 }],
      });
      expect([t!.partitions[1]!.errorCode, none!.partitions[0]!.errorCode]).toEqual([ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION]);
      expect(await put(story, 11)).toMatchObject({ errorCode: OUT_OF_ORDER_SEQUENCE_NUMBER });
      await story.wait(601_000);
      expect((await ask())[0]!.partitions[0]!.activeProducers).toEqual([]);
    }));
});
