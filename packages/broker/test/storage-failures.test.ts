/** What a node does when a disk fails, or when what lies on it is not what the cluster says. */
import { describe, expect, it } from 'vitest';
import { ErrorCode } from '@millrace/protocol';
import { describeLogDirs, listOffsets } from './apis.js';
import { batch, tell, valuesIn, type Story } from './story.js';

describe('a failed disk', () => {
  it('stops a node that has no other, after saying so to who waits', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      await story.produceTo('t', 0, batch(['a']));
      story.host.disk.failNext('write', 'EIO', '/data/t-0');
      expect(await story.produceTo('t', 0, batch(['b']))).toMatchObject({ errorCode: ErrorCode.KAFKA_STORAGE_ERROR, baseOffset: -1 });
      const reason = await story.node.failed;
      expect(reason.message).toBe('all log directories have failed: /data (EIO)');
      await expect(story.connect()).rejects.toThrow();
      await story.stop();
      expect(story.host.platform.files.exists('/data/.kafka_cleanshutdown')).toBe(false);
      await story.start();
      expect(valuesIn((await story.fetchFrom('t', 0, 0)).records)).toEqual(['0:a']);
    }));

  it('stops a node whose metadata log cannot be written', () =>
    tell({}, async (story) => {
      story.host.disk.failNext('write', 'ENOSPC', '__cluster_metadata-0');
      await expect(story.createTopic('t')).rejects.toThrow();
      const reason = await story.node.failed;
      expect(reason.message).toMatch(/\/data \(ENOSPC\)/);
    }));

  it('takes only its own partitions offline where there are several', () =>
    tell({ 'log.dirs': '/data,/more' }, async (story) => {
      await story.createTopic('t', {}, 4);
      const { logs } = story.node.node;
      const inMore = [0, 1, 2, 3].filter((partition) => logs.get('t', partition)!.directory.startsWith('/more/'));
      expect(inMore.length).toBe(2);
      story.host.disk.failNext('write', 'EIO', '/more/');
      const codes: number[] = [];
      await story.produceTo('t', inMore[0]!, batch(['a']));
      for (const partition of [0, 1, 2, 3]) codes.push((await story.produceTo('t', partition, batch(['a']))).errorCode);
      expect(codes).toEqual([0, 1, 2, 3].map((partition) => (inMore.includes(partition) ? ErrorCode.KAFKA_STORAGE_ERROR : 0)));
      const { results } = await story.ask(describeLogDirs, { topics: null });
      expect(results.map(({ logDir, errorCode }) => [logDir, errorCode])).toEqual([['/data', 0], ['/more', ErrorCode.KAFKA_STORAGE_ERROR]]);
    }));
});

describe('a damaged header', () => {
  it('is CORRUPT_MESSAGE to who reads there, and nothing to the others', () =>
    tell({}, async (story) => {
      await story.createTopic('t', { 'segment.bytes': '1048576', 'max.message.bytes': '2000000' });
      const large = 'x'.repeat(600_000);
      for (const timestamp of [1, 2, 3]) await story.produceTo('t', 0, batch([{ value: large, timestamp }]));
      await story.stop();
      const { files } = story.host.platform;
      const path = '/data/t-0/00000000000000000000.log';
      const bytes = files.readAll(path).slice();
      bytes.fill(0, 8, 12);
      files.replace(path, bytes);
      await story.start();
      expect(await story.fetchFrom('t', 0, 0)).toMatchObject({ errorCode: ErrorCode.CORRUPT_MESSAGE, highWatermark: -1, records: new Uint8Array(0) });
      const byTime = { topics: [{ name: 't', partitions: [{ partitionIndex: 0, timestamp: 1 }] }], replicaId: -1 };
      expect((await story.ask(listOffsets, byTime)).topics[0]!.partitions[0]).toMatchObject({ errorCode: ErrorCode.CORRUPT_MESSAGE });
      expect((await story.fetchFrom('t', 0, 1)).errorCode).toBe(0);
      expect(await story.produceTo('t', 0, batch(['d']))).toMatchObject({ errorCode: 0, baseOffset: 3 });
    }));
});

describe('a directory of another topic', () => {
  const directoriesOf = (story: Story, name: string) => story.host.platform.files.list('/data').filter((entry) => entry.startsWith(name)).toSorted((a, b) => a.localeCompare(b));

  function writeTopicId(story: Story, directory: string, topicId: string): void {
    story.host.platform.files.replace(`${directory}/partition.metadata`, new TextEncoder().encode(`version: 0\ntopic_id: ${topicId}`));
  }

  it('is set aside when the cluster has a new topic of that name', () =>
    tell({}, async (story) => {
      const topicId = await story.createTopic('t');
      await story.produceTo('t', 0, batch(['of the old topic']));
      await story.stop();
      writeTopicId(story, '/data/t-0', 'AAAAAAAAAAAAAAAAAAAABQ');
      await story.start();
      expect(directoriesOf(story, 't-0')).toEqual(['t-0', expect.stringMatching(/^t-0\.[0-9a-f]{32}-stray$/)]);
      expect(await story.fetchFrom('t', 0, 0)).toMatchObject({ errorCode: 0, highWatermark: 0 });
      expect(await story.produceTo('t', 0, batch(['new']))).toMatchObject({ errorCode: 0, baseOffset: 0 });
      expect(story.node.node.logs.get('t', 0)!.topicId).toBe(topicId);
      await story.restart();
      expect(valuesIn((await story.fetchFrom('t', 0, 0)).records)).toEqual(['0:new']);
    }));

  it('is set aside when the cluster has no such topic', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      await story.stop();
      story.host.platform.files.rename('/data/t-0', '/data/gone-0');
      writeTopicId(story, '/data/gone-0', 'AAAAAAAAAAAAAAAAAAAABQ');
      await story.start();
      expect(directoriesOf(story, 'gone-0')).toEqual([expect.stringMatching(/^gone-0\.[0-9a-f]{32}-stray$/)]);
      expect(await story.fetchFrom('t', 0, 0)).toMatchObject({ errorCode: 0, highWatermark: 0 });
    }));
});
