import { expect, test } from 'vitest';
import type { Decoded } from '@millrace/protocol';
import type { MetadataResponse } from '@millrace/protocol/messages/metadata';
import { ClusterView } from '../src/index.js';

function answer(topicId: string, leaderId: number, leaderEpoch: number): Decoded<MetadataResponse> {
  const partition = { errorCode: 0, partitionIndex: 0, leaderId, leaderEpoch, replicaNodes: [1, 2], isrNodes: [1, 2], offlineReplicas: [], unknownTags: undefined };
  const topic = { errorCode: 0, name: 't', topicId, isInternal: false, partitions: [partition], topicAuthorizedOperations: 0, unknownTags: undefined };
  const brokers = [1, 2].map((nodeId) => ({ nodeId, host: 'h', port: nodeId, rack: null, unknownTags: undefined }));
  return { throttleTimeMs: 0, brokers, clusterId: 'c', controllerId: 1, topics: [topic], clusterAuthorizedOperations: 0, errorCode: 0, unknownTags: undefined };
}

const everything = (): boolean => true;
const before = 'BBBBBBBBBBBBBBBBBBBBBB';
const after = 'CCCCCCCCCCCCCCCCCCCCCC';

test('a leader of an earlier epoch is not believed', () => {
  const view = ClusterView.empty.updatedBy(answer(before, 1, 5), everything).updatedBy(answer(before, 2, 4), everything);
  expect(view.leader('t', 0)?.nodeId).toBe(1);
  expect(view.updatedBy(answer(before, 2, 6), everything).leader('t', 0)?.nodeId).toBe(2);
});

test('a topic made anew begins its epochs anew', () => {
  const view = ClusterView.empty.updatedBy(answer(before, 1, 5), everything).updatedBy(answer(after, 2, 0), everything);
  expect(view.leader('t', 0)?.nodeId).toBe(2);
});

test('a leader told in an answer counts if its epoch is later', () => {
  const view = ClusterView.empty.updatedBy(answer(before, 1, 5), everything);
  expect(view.withLeader('t', 0, 2, 5, [])).toBe(view);
  expect(view.withLeader('t', 0, 3, 6, [{ nodeId: 3, host: 'new', port: 1, rack: null }]).leader('t', 0)?.host).toBe('new');
});

test('topics nobody asks for any more are forgotten', () => {
  const view = ClusterView.empty.updatedBy(answer(before, 1, 5), everything).updatedBy({ ...answer(before, 1, 5), topics: [] }, () => false);
  expect(view.topics.size).toBe(0);
});
