/** Decisions of the controller that cannot be carried out. */
import { metadataRecord } from '@millrace/metadata';
import { ErrorCode, ZERO_UUID } from '@millrace/protocol';
import { expect, it } from 'vitest';
import { tell } from './story.js';

it('a decision that throws rejects, and throws at nobody', () =>
  tell({}, async ({ node }) => {
    const { controller } = node.node;
    const decided = controller.decide(() => {
      throw new Error('of no use');
    });
    await expect(decided).rejects.toThrow('of no use');
  }));

it('records that do not fit the image do not come into the log, where they would keep the node from starting', () =>
  tell({}, async (story) => {
    const before = await story.createTopic('before');
    const misfit = metadataRecord('RemoveTopicRecord', 0, { topicId: 'AAAAAAAAAAAAAAAAAAAABQ' });
    await expect(story.node.node.controller.decide(() => ({ records: [misfit], events: [], response: null }))).rejects.toThrow(/AAAAAAAAAAAAAAAAAAAABQ/);
    const after = await story.createTopic('after');
    await story.restart();
    expect([await story.topicId('before'), await story.topicId('after'), await story.topicId('neither')]).toEqual([before, after, ZERO_UUID]);
  }));

it('a log that refuses leaves the image as it was', () =>
  tell({}, async (story) => {
    const { controller } = story.node.node;
    const { image } = controller;
    story.host.disk.failNext('write', 'EIO', '__cluster_metadata-0');
    await expect(controller.createTopics({ topics: [{ name: 'a', numPartitions: 1, replicationFactor: 1, assignments: [], configs: [] }], timeoutMs: 1000 })).rejects.toThrow();
    await story.node.failed;
    await expect(controller.createTopics({ topics: [], timeoutMs: 1000 })).rejects.toMatchObject({ code: ErrorCode.NOT_CONTROLLER });
    expect(controller.image.topics).toBe(image.topics);
  }));
