/** ListOffsets, OffsetForLeaderEpoch and DeleteRecords: where a partition begins, ends, and what stands when. */
import { describe, expect, it } from 'vitest';
import { BATCH_HEADER_BYTES, ErrorCode } from '@millrace/protocol';
import { deleteRecords, findCoordinator, listOffsets, offsetForLeaderEpoch } from './apis.js';
import { batch, tell, valuesIn, type Story } from './story.js';

const { UNSUPPORTED_VERSION, UNKNOWN_TOPIC_OR_PARTITION, OFFSET_OUT_OF_RANGE } = ErrorCode;

async function offsetAt(story: Story, timestamp: number, options: { version?: number; isolationLevel?: number; partition?: number; epoch?: number } = {}) {
  const { version = 11, isolationLevel = 0, partition = 0, epoch = -1 } = options;
  const topics = [{ name: 't', partitions: [{ partitionIndex: partition, currentLeaderEpoch: epoch, timestamp }] }];
  const answer = await story.ask(listOffsets, { replicaId: -1, isolationLevel, topics, timeoutMs: 1000 }, version);
  const { errorCode, timestamp: found, offset, leaderEpoch } = answer.topics[0]!.partitions[0]!;
  return [errorCode, found, offset, leaderEpoch];
}

describe('ListOffsets', () => {
  const nothing = [0, -1, -1, -1];

  it('finds the first record at or after a time, whatever the order of times', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      await story.produceTo('t', 0, batch([{ value: 'a', timestamp: 100 }, { value: 'b', timestamp: 300 }]));
      await story.produceTo('t', 0, batch([{ value: 'c', timestamp: 200 }]));
      expect(await offsetAt(story, 0)).toEqual([0, 100, 0, 0]);
      expect(await offsetAt(story, 100)).toEqual([0, 100, 0, 0]);
      expect(await offsetAt(story, 101)).toEqual([0, 300, 1, 0]);
      expect(await offsetAt(story, 301)).toEqual(nothing);
      expect(await offsetAt(story, 100, { version: 1 })).toEqual([0, 100, 0, -1]);
    }));

  it('goes through thousands of batches of the same time, in many turns', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      const partition = story.node.node.partitions.get('t', 0)!;
      const same = batch([{ value: 'v', timestamp: 100 }]);
      for (let count = 0; count < 6000; count++) partition.append(same.slice(), 'client', story.nowMs);
      await story.produceTo('t', 0, batch([{ value: 'late', timestamp: 300 }]));
      expect(await offsetAt(story, 200)).toEqual([0, 300, 6000, 0]);
    }));

  it('does not take a disk that fails for a log without such a time', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      await story.produceTo('t', 0, batch([{ value: 'a', timestamp: 100 }]));
      story.host.disk.failNext('read', 'EIO', '/t-0/');
      expect(await offsetAt(story, 100)).toEqual([ErrorCode.KAFKA_STORAGE_ERROR, -1, -1, -1]);
      await story.node.failed;
    }));

  it('does not take a damaged batch for a failed disk: the others are served on', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      await story.produceTo('t', 0, batch([{ value: 'a'.repeat(100), timestamp: 100 }], { codec: 1 }));
      await story.produceTo('t', 0, batch([{ value: 'b', timestamp: 200 }]));
      const file = story.host.platform.files.open('/data/t-0/00000000000000000000.log', 'readWrite');
      file.writeSync(new Uint8Array(10).fill(7), 0, 10, BATCH_HEADER_BYTES);
      file.close();
      expect(await offsetAt(story, 100)).toEqual([ErrorCode.CORRUPT_MESSAGE, -1, -1, -1]);
      expect(await offsetAt(story, 150)).toEqual([0, 200, 1, 0]);
      expect(await story.produceTo('t', 0, batch(['c']))).toMatchObject({ errorCode: 0, baseOffset: 2 });
    }));

  it('knows every special time from its version on', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      await story.produceTo('t', 0, batch([{ value: 'a', timestamp: 100 }, { value: 'b', timestamp: 300 }, { value: 'c', timestamp: 200 }]));
      const unsupported = [UNSUPPORTED_VERSION, -1, -1, -1];
      expect(await offsetAt(story, -1)).toEqual([0, -1, 3, 0]);
      expect(await offsetAt(story, -2)).toEqual([0, -1, 0, 0]);
      expect(await offsetAt(story, -3, { version: 6 })).toEqual(unsupported);
      expect(await offsetAt(story, -3, { version: 7 })).toEqual([0, 300, 1, 0]);
      expect(await offsetAt(story, -4, { version: 7 })).toEqual(unsupported);
      expect(await offsetAt(story, -4, { version: 8 })).toEqual([0, -1, 0, 0]);
      expect(await offsetAt(story, -5, { version: 8 })).toEqual(unsupported);
      expect(await offsetAt(story, -5, { version: 9 })).toEqual(nothing);
      expect(await offsetAt(story, -6, { version: 10 })).toEqual(unsupported);
      expect(await offsetAt(story, -6, { version: 11 })).toEqual(nothing);
      expect(await offsetAt(story, -7)).toEqual(unsupported);
    }));

  it('stops at the last stable offset for readers of committed data', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      await story.produceTo('t', 0, batch([{ value: 'a', timestamp: 100 }]));
      const { log } = story.node.node.partitions.get('t', 0)!;
      const open = batch([{ value: 'open', timestamp: 500 }], { producerId: 8, producerEpoch: 0, baseSequence: 0, transactional: true });
      log.append(open, { leaderEpoch: 0, origin: 'coordinator', now: story.nowMs });
      await story.wait(5);
      expect(await offsetAt(story, -1)).toEqual([0, -1, 2, 0]);
      expect(await offsetAt(story, -1, { isolationLevel: 1 })).toEqual([0, -1, 1, 0]);
      expect(await offsetAt(story, 200)).toEqual([0, 500, 1, 0]);
      expect(await offsetAt(story, 200, { isolationLevel: 1 })).toEqual(nothing);
      expect(await offsetAt(story, -3, { isolationLevel: 1 })).toEqual(nothing);
    }));

  it('refuses what is not there, another epoch, and a partition asked for twice', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      expect(await offsetAt(story, -1, { partition: 4 })).toEqual([UNKNOWN_TOPIC_OR_PARTITION, -1, -1, -1]);
      expect(await offsetAt(story, -1, { epoch: 3 })).toEqual([ErrorCode.UNKNOWN_LEADER_EPOCH, -1, -1, -1]);
      const partitions = [0, 0].map((partitionIndex) => ({ partitionIndex, timestamp: -1 }));
      const { topics } = await story.ask(listOffsets, { replicaId: -1, isolationLevel: 0, topics: [{ name: 't', partitions }] }, 7);
      expect(topics[0]!.partitions.map(({ partitionIndex, errorCode }) => [partitionIndex, errorCode])).toEqual([[0, ErrorCode.INVALID_REQUEST]]);
    }));

  it('has nothing to find in an empty log but its ends', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      expect(await offsetAt(story, -1)).toEqual([0, -1, 0, 0]);
      // The leader's epoch began where its log ends, though nothing was appended yet.
      expect(await offsetAt(story, -2)).toEqual([0, -1, 0, 0]);
      expect(await offsetAt(story, -3)).toEqual(nothing);
      expect(await offsetAt(story, 0)).toEqual(nothing);
    }));
});

describe('OffsetForLeaderEpoch', () => {
  it('says where an epoch ended', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      await story.produceTo('t', 0, batch(['a', 'b']));
      // A restarted broker leads in a new epoch.
      await story.restart();
      await story.produceTo('t', 0, batch(['c']));
      const epochNow = story.node.node.partitions.get('t', 0)!.leaderEpoch;
      expect(epochNow).toBeGreaterThan(0);
      const ask = async (leaderEpoch: number, partition = 0, currentLeaderEpoch = -1) => {
        const topics = [{ topic: 't', partitions: [{ partition, currentLeaderEpoch, leaderEpoch }] }];
        const answer = await story.ask(offsetForLeaderEpoch, { replicaId: -2, topics });
        const found = answer.topics[0]!.partitions[0]!;
        return [found.errorCode, found.leaderEpoch, found.endOffset];
      };
      expect(await ask(0)).toEqual([0, 0, 2]);
      expect(await ask(epochNow)).toEqual([0, epochNow, 3]);
      expect(await ask(epochNow + 1)).toEqual([0, -1, -1]);
      expect(await ask(-1)).toEqual([0, -1, -1]);
      expect(await ask(0, 9)).toEqual([UNKNOWN_TOPIC_OR_PARTITION, -1, -1]);
      expect(await ask(0, 0, 0)).toEqual([ErrorCode.FENCED_LEADER_EPOCH, -1, -1]);
    }));
});

describe('DeleteRecords', () => {
  const ask = async (story: Story, offset: number, topic = 't', partitionIndex = 0) => {
    const { topics } = await story.ask(deleteRecords, { timeoutMs: 1000, topics: [{ name: topic, partitions: [{ partitionIndex, offset }] }] });
    const { errorCode, lowWatermark } = topics[0]!.partitions[0]!;
    return [errorCode, lowWatermark];
  };

  it('moves the start of the log, never back and never beyond the high watermark', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      await story.produceTo('t', 0, batch(['a', 'b', 'c']));
      expect(await ask(story, 1)).toEqual([0, 1]);
      expect(await ask(story, 0)).toEqual([0, 1]);
      expect(await ask(story, 4)).toEqual([OFFSET_OUT_OF_RANGE, -1]);
      expect(await ask(story, -2)).toEqual([OFFSET_OUT_OF_RANGE, -1]);
      expect((await story.fetchFrom('t', 0, 0)).errorCode).toBe(OFFSET_OUT_OF_RANGE);
      expect(await offsetAt(story, -2)).toEqual([0, -1, 1, 0]);
      expect(await offsetAt(story, 0)).toEqual([0, 1_767_225_600_000, 1, 0]);
      expect(await ask(story, -1)).toEqual([0, 3]);
      expect(await offsetAt(story, 0)).toEqual([0, -1, -1, -1]);
      await story.produceTo('t', 0, batch(['d']));
      expect(valuesIn((await story.fetchFrom('t', 0, 3)).records)).toEqual(['3:d']);
    }));

  it('is remembered over a restart, and over a kill once the checkpoint was written', () =>
    tell({ 'log.flush.start.offset.checkpoint.interval.ms': '1000' }, async (story) => {
      await story.createTopic('t');
      await story.produceTo('t', 0, batch(['a', 'b', 'c']));
      await ask(story, 1);
      await story.restart();
      expect(await offsetAt(story, -2)).toEqual([0, -1, 1, 0]);
      await ask(story, 2);
      await story.wait(1500);
      await story.killAndStart();
      expect(await offsetAt(story, -2)).toEqual([0, -1, 2, 0]);
    }));

  it('is not for compacted or internal topics, nor for what is not there', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      await story.createTopic('compacted', { 'cleanup.policy': 'compact' });
      expect(await ask(story, 0, 'compacted')).toEqual([ErrorCode.POLICY_VIOLATION, -1]);
      expect(await ask(story, 0, '__consumer_offsets')).toEqual([UNKNOWN_TOPIC_OR_PARTITION, -1]);
      await story.ask(findCoordinator, { keyType: 0, coordinatorKeys: ['g'] });
      expect(await ask(story, 0, '__consumer_offsets')).toEqual([ErrorCode.INVALID_TOPIC_EXCEPTION, -1]);
      expect(await ask(story, 0, 't', 5)).toEqual([UNKNOWN_TOPIC_OR_PARTITION, -1]);
      expect(await ask(story, 0, 'none')).toEqual([UNKNOWN_TOPIC_OR_PARTITION, -1]);
    }));
});
