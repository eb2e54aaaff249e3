/** Produce, Fetch, ListOffsets, OffsetForLeaderEpoch, DeleteRecords, InitProducerId, DescribeProducers. */
import type { Message, Peer } from '../peer.js';
import { atTime, baseTimestamp, batch, changed, corrupted, keyless, oldMessageSet, together } from './batches.js';
import { since, type Scenario } from './scenario.js';

const produceVersion = 9;
const unknownId = 'u0j_PHPfTMeWgNXSQcLtZA';

/** Produces by name in a fixed version: the ground that other calls stand on. */
function put(peer: Peer, topic: string, records: Uint8Array | null, index = 0): Promise<Message> {
  return peer.call('Produce', produceVersion, 'the ground', { acks: -1, timeoutMs: 5_000, topicData: [{ name: topic, partitionData: [{ index, records }] }] });
}

async function newProducer(peer: Peer): Promise<{ producerId: number; producerEpoch: number }> {
  // The first block of ids is fetched when it is asked for.
  await peer.until('InitProducerId', 5, { transactionalId: null, transactionTimeoutMs: 1000 }, ({ errorCode }) => errorCode === 0);
  const answer = await peer.call('InitProducerId', 5, 'a producer', { transactionalId: null, transactionTimeoutMs: 1000 });
  return answer as { producerId: number; producerEpoch: number };
}

function fetchRequest(version: number, topics: object[], more: object = {}): Message {
  return { ...(version <= 14 ? { replicaId: -1 } : {}), maxWaitMs: 0, minBytes: 0, ...since(version, 7, { sessionId: 0, sessionEpoch: -1 }), topics, ...more };
}

export const recordScenarios: readonly Scenario[] = [
  {
    name: 'batches are taken or refused',
    api: 'Produce',
    async run(peer, version, tag) {
      const id = await peer.createTopic(tag, 2, { 'max.message.bytes': '2000' });
      const compacted = await peer.createTopic(`${tag}-compacted`, 1, { 'cleanup.policy': 'compact' });
      const stamped = await peer.createTopic(`${tag}-stamped`, 1, { 'message.timestamp.type': 'LogAppendTime' });
      const strict = await peer.createTopic(`${tag}-strict`, 1, { 'message.timestamp.after.max.ms': '1000', 'message.timestamp.before.max.ms': '100000000000000' });
      const gzipped = await peer.createTopic(`${tag}-gzip`, 1, { 'compression.type': 'gzip' });
      const named = (name: string, topicId: string) => (version >= 13 ? { topicId } : { name });
      const to = (topic: object, records: Uint8Array | null, index = 0) => ({ ...topic, partitionData: [{ index, records }] });
      const send = (about: string, topicData: object[], more: object = {}) => peer.call('Produce', version, about, { acks: -1, timeoutMs: 5_000, topicData, ...more });
      const one = (about: string, records: Uint8Array | null) => send(about, [to(named(tag, id), records)]);
      const good = batch(['a', null, 'c']);
      await one('a batch', good);
      await one('a batch that asks for an offset', changed(good, (view) => view.setInt32(4, 900)));
      await send('acks 1', [to(named(tag, id), good)], { acks: 1 });
      await send('acks 2', [to(named(tag, id), good)], { acks: 2 });
      for (const codec of [1, 2, 3, 4]) await one(`codec ${codec}`, batch(['a', 'a', 'b'], { codec }));
      await one('codec 7', changed(good, (view) => view.setInt16(21, 7)));
      // Apache's broker does not answer, so once is enough.
      if (version === 13) await one('null', null);
      await one('no bytes', new Uint8Array(0));
      await one('ten bytes', good.slice(0, 10));
      await one('a torn batch', good.slice(0, -3));
      await one('a batch that says it is longer', changed(good.slice(), (view) => view.setInt32(8, good.length)));
      await one('a checksum that does not fit', corrupted(good));
      await one('two batches', together(good, good));
      await one('a batch and half a one', together(good, good.slice(0, 30)));
      await one('a message set', oldMessageSet());
      await one('magic 3', changed(good, (view) => view.setInt8(16, 3)));
      await one('too large', batch(['x'.repeat(3_000)]));
      await one('too few records said', changed(good, (view) => view.setInt32(57, 2)));
      await one('too many records said', changed(good, (view) => view.setInt32(57, 4)));
      await one('a last delta that does not fit', changed(good, (view) => view.setInt32(23, 7)));
      await one('no records said', changed(good, (view) => view.setInt32(57, 0)));
      await one('a maximum that is no record’s', changed(good, (view) => view.setInt32(39, 5)));
      await one('a control batch', changed(good, (view) => view.setInt16(21, 0x20)));
      await one('a sequence without a producer', changed(good, (view) => view.setInt32(53, 5)));
      await one('a producer without a sequence', changed(good, (view) => view.setInt32(47, 5)));
      await send('a record without a key, compacted', [to(named(`${tag}-compacted`, compacted), keyless())]);
      await send('compacted', [to(named(`${tag}-compacted`, compacted), good)]);
      await send('append time', [to(named(`${tag}-stamped`, stamped), good)]);
      await send('a time to come', [to(named(`${tag}-strict`, strict), atTime(4_000_000_000_000))]);
      await send('no time', [to(named(tag, id), atTime(-1))]);
      await send('another codec than the topic’s', [to(named(`${tag}-gzip`, gzipped), batch(['aaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaa'], { codec: 2 }))]);
      await send('a partition that is not there', [to(named(tag, id), good, 9)]);
      await send('a negative partition', [to(named(tag, id), good, -1)]);
      await send('a topic that is not there', [to(named(`${tag}-nowhere`, unknownId), good)]);
      await send('two partitions, one bad', [{ ...named(tag, id), partitionData: [{ index: 0, records: corrupted(good) }, { index: 1, records: good }] }]);
      await send('a transaction', [to(named(tag, id), batch(['a'], { transactional: true, producerId: 5, producerEpoch: 0, baseSequence: 0 }))]);
      await send('no topics', []);
      await send('no partitions', [{ ...named(tag, id), partitionData: [] }]);
    },
  },
  {
    name: 'an idempotent producer',
    api: 'Produce',
    async run(peer, version, tag) {
      const topicId = await peer.createTopic(tag);
      const { producerId, producerEpoch } = await newProducer(peer);
      const topic = version >= 13 ? { topicId } : { name: tag };
      const send = (about: string, baseSequence: number, epoch = producerEpoch, id = producerId, values = ['a', 'b']) =>
        peer.call('Produce', version, about, { acks: -1, timeoutMs: 5_000, topicData: [{ ...topic, partitionData: [{ index: 0, records: batch(values, { producerId: id, producerEpoch: epoch, baseSequence }) }] }] });
      await send('first', 0);
      await send('first again', 0);
      await send('second', 2);
      await send('first, late', 0);
      await send('a gap', 8);
      await send('from the middle', 3);
      await send('an epoch to come', 0, producerEpoch + 1);
      await send('an epoch of the past', 4, producerEpoch);
      await send('a new epoch that does not begin at 0', 6, producerEpoch + 3);
      await send('a producer that nobody knows', 7, 0, 4_000_000);
      await send('a producer that nobody knows, from 0', 0, 5, 4_000_001);
      for (let index = 0; index < 6; index++) await send(`batch ${index}`, 2 + index, producerEpoch + 1, producerId, [`${index}`]);
      await send('five ago', 2, producerEpoch + 1, producerId, ['0']);
      await send('four ago', 3, producerEpoch + 1, producerId, ['1']);
      await peer.call('DescribeProducers', 0, 'its state', { topics: [{ name: tag, partitionIndexes: [0] }] });
    },
  },
  {
    name: 'records are fetched',
    api: 'Fetch',
    async run(peer, version, tag) {
      const topicId = await peer.createTopic(tag, 2);
      for (let from = 0; from < 9; from += 3) await put(peer, tag, batch(['a', 'b', 'c'], {}, from));
      await put(peer, tag, batch(['z'.repeat(50)], { codec: 1 }));
      await peer.call('DeleteRecords', 2, 'the ground', { topics: [{ name: tag, partitions: [{ partitionIndex: 0, offset: 4 }] }], timeoutMs: 5_000 });
      const topic = version >= 13 ? { topicId } : { topic: tag };
      const partition = (fetchOffset: number, more: object = {}) => ({ partition: 0, fetchOffset, partitionMaxBytes: 1 << 20, ...more });
      const from = (about: string, fetchOffset: number, more: object = {}, request: object = {}) => peer.call('Fetch', version, about, fetchRequest(version, [{ ...topic, partitions: [partition(fetchOffset, more)] }], request));
      for (const offset of [4, 5, 6, 9, 10]) await from(`from ${offset}`, offset);
      for (const offset of [3, 0, 11, -1, -2, 1000]) await from(`out of range, ${offset}`, offset);
      await from('one byte at most', 6, { partitionMaxBytes: 1 });
      await from('nothing at most', 6, { partitionMaxBytes: 0 });
      await from('a response of one byte at most', 6, {}, { maxBytes: 1 });
      await from('read committed', 6, {}, { isolationLevel: 1 });
      await from('an unknown isolation level', 6, {}, { isolationLevel: 9 });
      if (version >= 9) for (const currentLeaderEpoch of [0, 1, -1, -2]) await from(`leader epoch ${currentLeaderEpoch}`, 6, { currentLeaderEpoch });
      if (version >= 12) for (const lastFetchedEpoch of [0, 1, -1]) await from(`last fetched epoch ${lastFetchedEpoch}`, 6, { lastFetchedEpoch });
      const both = [partition(9), { ...partition(0), partition: 1 }, { ...partition(0), partition: 7 }];
      await peer.call('Fetch', version, 'three partitions', fetchRequest(version, [{ ...topic, partitions: both }]));
      await peer.call('Fetch', version, 'a topic that is not there', fetchRequest(version, [{ ...(version >= 13 ? { topicId: unknownId } : { topic: `${tag}-nowhere` }), partitions: [partition(0)] }]));
      await peer.call('Fetch', version, 'no topics', fetchRequest(version, []));
      if (version <= 14) await from('a replica', 6, {}, { replicaId: 7 });
      else await from('a replica', 6, {}, { replicaState: { replicaId: 7, replicaEpoch: 1 } });
    },
  },
  {
    name: 'fetch sessions',
    api: 'Fetch',
    async run(peer, version, tag) {
      if (version < 7) return;
      const topicId = await peer.createTopic(tag, 3);
      for (const index of [0, 1]) await put(peer, tag, batch(['a', 'b']), index);
      const topic = version >= 13 ? { topicId } : { topic: tag };
      const partitions = [0, 1, 2].map((partition) => ({ partition, fetchOffset: 0, partitionMaxBytes: 1 << 20 }));
      let sessionId = 0;
      const ask = async (about: string, sessionEpoch: number, some: object[], more: object = {}, id = sessionId) => {
        const answer = await peer.call('Fetch', version, about, fetchRequest(version, some.length === 0 ? [] : [{ ...topic, partitions: some }], { sessionId: id, sessionEpoch, ...more }));
        return (answer as { sessionId: number }).sessionId;
      };
      sessionId = await ask('a new session', 0, partitions);
      await ask('nothing changed', 1, []);
      await ask('one moved', 2, [{ partition: 0, fetchOffset: 2, partitionMaxBytes: 1 << 20 }]);
      await ask('the same epoch again', 2, []);
      await ask('an epoch to come', 9, []);
      await put(peer, tag, batch(['c'], {}, 2), 0);
      await ask('news', 3, []);
      await ask('one forgotten', 4, [], { forgottenTopicsData: [{ ...topic, partitions: [1] }] });
      await ask('an offset out of range', 5, [{ partition: 2, fetchOffset: 10, partitionMaxBytes: 1 << 20 }]);
      await ask('the error again', 6, []);
      await ask('a session that is not there', 1, [], {}, 123_456);
      await ask('an epoch without a session', 1, [], {}, 0);
      await ask('the end of it', -1, partitions);
      await ask('after its end', 7, []);
    },
  },
  {
    name: 'offsets by time',
    api: 'ListOffsets',
    async run(peer, version, tag) {
      await peer.createTopic(tag, 2);
      for (const from of [0, 3, 6]) await put(peer, tag, batch(['a', 'b', 'c'], {}, from));
      const ask = (about: string, partitionIndex: number, timestamp: number, more: object = {}, request: object = {}) =>
        peer.call('ListOffsets', version, about, { replicaId: -1, ...request, topics: [{ name: tag, partitions: [{ partitionIndex, timestamp, ...more }] }] });
      for (const timestamp of [-1, -2, -3, -4, -5, -6, -7, 0, baseTimestamp, baseTimestamp + 1, baseTimestamp + 4_500, baseTimestamp + 8_000, baseTimestamp + 8_001]) {
        await ask(`time ${timestamp}`, 0, timestamp);
        await ask(`time ${timestamp} of an empty one`, 1, timestamp);
      }
      await ask('a partition that is not there', 9, -1);
      await ask('a negative partition', -1, -1);
      await peer.call('ListOffsets', version, 'a topic that is not there', { replicaId: -1, topics: [{ name: `${tag}-nowhere`, partitions: [{ partitionIndex: 0, timestamp: -1 }] }] });
      if (version >= 2) for (const isolationLevel of [0, 1, 2]) await ask(`isolation level ${isolationLevel}`, 0, -1, {}, { isolationLevel });
      if (version >= 4) for (const currentLeaderEpoch of [0, 1, -1]) await ask(`leader epoch ${currentLeaderEpoch}`, 0, -1, { currentLeaderEpoch });
      for (const replicaId of [-2, 7]) await ask(`replica ${replicaId}`, 0, -1, {}, { replicaId });
      await peer.call('ListOffsets', version, 'the same twice', { replicaId: -1, topics: [{ name: tag, partitions: [{ partitionIndex: 0, timestamp: -1 }, { partitionIndex: 0, timestamp: -2 }, { partitionIndex: 1, timestamp: -1 }] }] });
      await peer.call('ListOffsets', version, 'no topics', { replicaId: -1, topics: [] });
      await peer.call('DeleteRecords', 2, 'the ground', { topics: [{ name: tag, partitions: [{ partitionIndex: 0, offset: 4 }] }], timeoutMs: 5_000 });
      for (const timestamp of [-2, -4, baseTimestamp, baseTimestamp + 4_000]) await ask(`time ${timestamp} after a deletion`, 0, timestamp);
    },
  },
  {
    name: 'ends of epochs',
    api: 'OffsetForLeaderEpoch',
    async run(peer, version, tag) {
      await peer.createTopic(tag, 2);
      await put(peer, tag, batch(['a', 'b']));
      const replica = since(version, 3, { replicaId: -1 });
      const ask = (about: string, topic: string, partition: number, leaderEpoch: number, currentLeaderEpoch = -1) =>
        peer.call('OffsetForLeaderEpoch', version, about, { ...replica, topics: [{ topic, partitions: [{ partition, leaderEpoch, currentLeaderEpoch }] }] });
      for (const epoch of [0, 1, 5, -1, -2]) await ask(`epoch ${epoch}`, tag, 0, epoch);
      for (const epoch of [0, 1]) await ask(`epoch ${epoch} of an empty one`, tag, 1, epoch);
      for (const current of [0, 1, 7]) await ask(`current epoch ${current}`, tag, 0, 0, current);
      await ask('a partition that is not there', tag, 9, 0);
      await ask('a topic that is not there', `${tag}-nowhere`, 0, 0);
    },
  },
  {
    name: 'records are deleted or not',
    api: 'DeleteRecords',
    async run(peer, version, tag) {
      await peer.createTopic(tag, 2);
      await peer.createTopic(`${tag}-compacted`, 1, { 'cleanup.policy': 'compact' });
      await put(peer, tag, batch(['a', 'b', 'c', 'd', 'e']));
      await put(peer, `${tag}-compacted`, batch(['a', 'b']));
      const remove = (about: string, name: string, partitionIndex: number, offset: number) => peer.call('DeleteRecords', version, about, { topics: [{ name, partitions: [{ partitionIndex, offset }] }], timeoutMs: 5_000 });
      await remove('two', tag, 0, 2);
      await remove('what is gone', tag, 0, 1);
      await remove('the same', tag, 0, 2);
      for (const offset of [6, -2, 2 ** 40]) await remove(`out of range, ${offset}`, tag, 0, offset);
      await remove('all', tag, 0, -1);
      await remove('all of an empty one', tag, 1, -1);
      await remove('compacted', `${tag}-compacted`, 0, 1);
      await remove('a partition that is not there', tag, 9, 1);
      await remove('a topic that is not there', `${tag}-nowhere`, 0, 1);
      await remove('a bad name', '?', 0, 1);
      await remove('the metadata topic', '__cluster_metadata', 0, 1);
      await peer.call('DeleteRecords', version, 'nothing', { topics: [], timeoutMs: 5_000 });
    },
  },
  {
    name: 'ids for producers',
    api: 'InitProducerId',
    async run(peer, version) {
      await newProducer(peer);
      const ask = (about: string, more: object = {}) => peer.call('InitProducerId', version, about, { transactionalId: null, transactionTimeoutMs: 60_000, ...more });
      await ask('a first');
      await ask('a second');
      await ask('no timeout', { transactionTimeoutMs: 0 });
      await ask('a negative timeout', { transactionTimeoutMs: -1 });
      if (version < 3) return;
      await ask('one that it had', { producerId: 5, producerEpoch: 3 });
      await ask('a bare epoch', { producerEpoch: 3 });
      await ask('a bare id', { producerId: 5 });
      await ask('an empty transactional id', { transactionalId: '' });
    },
  },
  {
    name: 'producers are described',
    api: 'DescribeProducers',
    async run(peer, version, tag) {
      await peer.createTopic(tag, 2);
      const { producerId, producerEpoch } = await newProducer(peer);
      await put(peer, tag, batch(['a', 'b', 'c'], { producerId, producerEpoch, baseSequence: 0 }));
      const ask = (about: string, name: string, ...partitionIndexes: number[]) => peer.call('DescribeProducers', version, about, { topics: [{ name, partitionIndexes }] });
      await ask('two partitions', tag, 0, 1);
      await ask('one that is not there', tag, 9);
      await ask('a topic that is not there', `${tag}-nowhere`, 0);
      for (const name of ['', '?']) await ask(`the topic "${name}"`, name, 0);
      await ask('no partition', tag);
    },
  },
];
