/** The metadata log is cut below snapshots, and everything is still there afterwards. */
import { describe, expect, it } from 'vitest';
import { ZERO_UUID } from '@millrace/protocol';
import { deleteTopics, metadata } from './apis.js';
import { batch, tell, type Story } from './story.js';

const snapshotsOf = (story: Story) => story.host.platform.files.list('/data/__cluster_metadata-0').filter((name) => name.endsWith('.checkpoint') && !name.startsWith('0'.repeat(20)));
const topicsOf = async (story: Story) => (await story.ask(metadata, { topics: null })).topics.map(({ name }) => name ?? '').toSorted((a, b) => a.localeCompare(b));

describe('snapshots of the metadata log', () => {
  it.each([
    ['a restart', (story: Story) => story.restart()],
    ['a kill', (story: Story) => story.killAndStart()],
  ])('are written after so many bytes, the newest alone stays, and %s begins with it', (_what, again) =>
    tell({ 'metadata.log.max.record.bytes.between.snapshots': '2000' }, async (story) => {
      const names = Array.from({ length: 30 }, (_, index) => `topic-${String(index).padStart(2, '0')}`);
      for (const name of names) await story.createTopic(name, { 'retention.ms': '5000' });
      await story.ask(deleteTopics, { topics: [{ name: 'topic-00', topicId: ZERO_UUID }], timeoutMs: 1000 });
      await story.wait(100);
      expect(snapshotsOf(story)).toHaveLength(1);
      const before = await topicsOf(story);
      expect(before).toEqual(names.slice(1));
      await again(story);
      expect(await topicsOf(story)).toEqual(before);
      expect(story.node.node.logs.get('topic-29', 0)!.config.retentionMs).toBe(5000);
      expect(await story.produceTo('topic-29', 0, batch(['a']))).toMatchObject({ errorCode: 0 });
    }));

  it('are written after metadata.log.max.snapshot.interval.ms, and when a start finds a long log', () =>
    tell({ 'metadata.log.max.snapshot.interval.ms': '60000' }, async (story) => {
      await story.createTopic('a');
      expect(snapshotsOf(story)).toEqual([]);
      await story.wait(61_000);
      await story.createTopic('b');
      await story.wait(100);
      expect(snapshotsOf(story)).toHaveLength(1);
      await story.restart();
      expect(await topicsOf(story)).toEqual(['a', 'b']);
    }));

  it('are what a start goes on from when the log ends before them', () =>
    tell({ 'metadata.log.max.record.bytes.between.snapshots': '2000' }, async (story) => {
      for (let index = 0; index < 30; index++) await story.createTopic(`t${index}`);
      await story.wait(100);
      const topics = await topicsOf(story);
      await story.stop();
      const { files } = story.host.platform;
      const directory = '/data/__cluster_metadata-0';
      for (const name of files.list(directory)) if (name.endsWith('.log')) files.removeSync(`${directory}/${name}`);
      await story.start();
      const kept = await topicsOf(story);
      expect(kept.length).toBeGreaterThan(20);
      expect(topics).toEqual(expect.arrayContaining(kept));
      await story.createTopic('new');
      await story.killAndStart();
      expect(await topicsOf(story)).toEqual([...kept, 'new'].toSorted((a, b) => a.localeCompare(b)));
    }));

  it('count what a start finds in the log', () =>
    tell({}, async (story) => {
      for (let index = 0; index < 10; index++) await story.createTopic(`t${index}`);
      await story.restart({ 'metadata.log.max.record.bytes.between.snapshots': '1000' });
      await story.wait(100);
      expect(snapshotsOf(story)).toHaveLength(1);
    }));
});
