/** Every answer can be sent at every version of its request: what a version does not have is left out, not refused. */
import { type MessageCodec, Writer, ZERO_UUID } from '@millrace/protocol';
import { deleteGroupsResponse } from '@millrace/protocol/messages/delete-groups';
import { describeGroupsResponse } from '@millrace/protocol/messages/describe-groups';
import { heartbeatResponse } from '@millrace/protocol/messages/heartbeat';
import { joinGroupResponse } from '@millrace/protocol/messages/join-group';
import { leaveGroupResponse } from '@millrace/protocol/messages/leave-group';
import { listGroupsResponse } from '@millrace/protocol/messages/list-groups';
import { offsetCommitResponse } from '@millrace/protocol/messages/offset-commit';
import { offsetDeleteResponse } from '@millrace/protocol/messages/offset-delete';
import { offsetFetchResponse } from '@millrace/protocol/messages/offset-fetch';
import { syncGroupResponse } from '@millrace/protocol/messages/sync-group';
import { expect, test } from 'vitest';
import { Driver } from './driver.js';
import { beat, commit, fetchOf, GROUP, join, leave, sync, TOPIC_ID } from './requests.js';

const tags = { unknownTags: undefined };

function encode<T>(codec: MessageCodec<T>, body: unknown, version: number): number {
  const writer = new Writer();
  codec.encode(writer, body as T, version);
  return writer.finish().length;
}

function versionsOf({ minVersion, maxVersion }: { minVersion: number; maxVersion: number }): number[] {
  return Array.from({ length: maxVersion - minVersion + 1 }, (_, index) => minVersion + index);
}

/** Sends all that a driver has answered at one version. */
function sendAll<T>(codec: MessageCodec<T>, driver: Driver, version: number): void {
  expect(driver.answers.size).toBeGreaterThan(0);
  for (const body of driver.answers.values()) expect(encode(codec, body, version)).toBeGreaterThan(0);
}

/** A stable group whose one member is static, with an offset. */
function group(): { driver: Driver; memberId: string } {
  const driver = new Driver();
  const joined = driver.ask((coordinator, context) => coordinator.joinGroup(join({ groupInstanceId: 'a' }), context));
  driver.pass(3_000);
  const { memberId } = driver.answer<{ memberId: string }>(joined);
  driver.ask((coordinator, context) => coordinator.syncGroup(sync({ memberId }, { [memberId]: 'mine' }), context));
  const request = commit({ orders: { 0: 1 } }, { memberId, generationIdOrMemberEpoch: 1 });
  for (const topic of request.topics) topic.topicId = TOPIC_ID;
  driver.ask((coordinator, context) => coordinator.offsetCommit(request, context));
  driver.answers.clear();
  return { driver, memberId };
}

test.each(versionsOf(joinGroupResponse))('JoinGroup %i', (apiVersion) => {
  const driver = new Driver();
  const ask = (fields: object): number =>
    driver.ask((coordinator, context) => coordinator.joinGroup(join(fields), context), { apiVersion });
  ask({});
  ask({ groupId: '' });
  ask({ memberId: 'nobody' });
  if (apiVersion >= 5) ask({ groupInstanceId: 'a' });
  if (apiVersion >= 5) ask({ groupInstanceId: 'a' });
  driver.pass(20_000);
  if (apiVersion >= 5) ask({ groupInstanceId: 'a' });
  driver.apply(driver.coordinator.onUnloaded());
  sendAll(joinGroupResponse, driver, apiVersion);
});

test.each(versionsOf(syncGroupResponse))('SyncGroup %i', (apiVersion) => {
  const { driver, memberId } = group();
  for (const fields of [{ memberId }, { memberId: 'nobody' }])
    driver.ask((coordinator, context) => coordinator.syncGroup(sync(fields), context), { apiVersion });
  sendAll(syncGroupResponse, driver, apiVersion);
});

test.each(versionsOf(heartbeatResponse))('Heartbeat %i', (apiVersion) => {
  const { driver, memberId } = group();
  driver.ask((coordinator, context) => coordinator.heartbeat(beat({ memberId }), context), { apiVersion });
  sendAll(heartbeatResponse, driver, apiVersion);
});

test.each(versionsOf(leaveGroupResponse))('LeaveGroup %i', (apiVersion) => {
  const { driver, memberId } = group();
  for (const id of [memberId, 'nobody'])
    driver.ask(
      (coordinator, context) => coordinator.leaveGroup(leave({ memberId: id, groupInstanceId: apiVersion < 3 ? null : 'a' }), context),
      { apiVersion },
    );
  sendAll(leaveGroupResponse, driver, apiVersion);
});

test.each(versionsOf(describeGroupsResponse))('DescribeGroups %i', (apiVersion) => {
  const { driver } = group();
  const request = { groups: [GROUP, 'none'], includeAuthorizedOperations: false, ...tags };
  driver.ask((coordinator, context) => coordinator.describeGroups(request, context), { apiVersion });
  sendAll(describeGroupsResponse, driver, apiVersion);
});

test.each(versionsOf(listGroupsResponse))('ListGroups %i', (apiVersion) => {
  const { driver } = group();
  driver.ask((coordinator, context) => coordinator.listGroups({ statesFilter: [], typesFilter: [], ...tags }, context), { apiVersion });
  sendAll(listGroupsResponse, driver, apiVersion);
});

test.each(versionsOf(deleteGroupsResponse))('DeleteGroups %i', (apiVersion) => {
  const { driver } = group();
  driver.ask((coordinator, context) => coordinator.deleteGroups({ groupsNames: [GROUP, 'none'], ...tags }, context), { apiVersion });
  sendAll(deleteGroupsResponse, driver, apiVersion);
});

test.each(versionsOf(offsetCommitResponse))('OffsetCommit %i', (apiVersion) => {
  const { driver, memberId } = group();
  const fields = [{ memberId, generationIdOrMemberEpoch: 1 }, { memberId: 'nobody' }];
  for (const field of fields)
    driver.ask((coordinator, context) => coordinator.offsetCommit(commit({ orders: { 0: 1 } }, field), context), { apiVersion });
  sendAll(offsetCommitResponse, driver, apiVersion);
});

test.each(versionsOf(offsetFetchResponse))('OffsetFetch %i', (apiVersion) => {
  const { driver } = group();
  const partitions = { orders: [0, 1] };
  const topics = [{ name: 'orders', topicId: ZERO_UUID, partitionIndexes: [0, 1], ...tags }];
  const requests =
    apiVersion >= 8
      ? [fetchOf(null), fetchOf(partitions)]
      : [null, topics].map((wanted) => ({ ...fetchOf(null), groupId: GROUP, groups: [], topics: wanted }));
  for (const request of requests) driver.ask((coordinator, context) => coordinator.offsetFetch(request, context), { apiVersion });
  sendAll(offsetFetchResponse, driver, apiVersion);
});

test('OffsetDelete 0', () => {
  const { driver } = group();
  const request = { groupId: GROUP, topics: [{ name: 'orders', partitions: [{ partitionIndex: 0, ...tags }], ...tags }], ...tags };
  driver.ask((coordinator, context) => coordinator.offsetDelete(request, context), { apiVersion: 0 });
  sendAll(offsetDeleteResponse, driver, 0);
});
