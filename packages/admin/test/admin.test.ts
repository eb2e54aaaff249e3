import { api } from '@millrace/network-client';
import { Simulation } from '@millrace/platform/simulated';
import { ErrorCode } from '@millrace/protocol';
import { consumerGroupDescribeRequest, consumerGroupDescribeResponse } from '@millrace/protocol/messages/consumer-group-describe';
import { createTopicsRequest, createTopicsResponse } from '@millrace/protocol/messages/create-topics';
import { deleteGroupsRequest, deleteGroupsResponse } from '@millrace/protocol/messages/delete-groups';
import { describeConfigsRequest, describeConfigsResponse } from '@millrace/protocol/messages/describe-configs';
import { describeGroupsRequest, describeGroupsResponse } from '@millrace/protocol/messages/describe-groups';
import { findCoordinatorRequest, findCoordinatorResponse } from '@millrace/protocol/messages/find-coordinator';
import { listOffsetsRequest, listOffsetsResponse } from '@millrace/protocol/messages/list-offsets';
import { expect, test } from 'vitest';
import { FakeBroker } from '@millrace/network-client/fake-broker';
import { Admin } from '../src/index.js';

const consumerGroupDescribe = api(consumerGroupDescribeRequest, consumerGroupDescribeResponse);
const createTopics = api(createTopicsRequest, createTopicsResponse);
const deleteGroups = api(deleteGroupsRequest, deleteGroupsResponse);
const describeConfigs = api(describeConfigsRequest, describeConfigsResponse);
const describeGroups = api(describeGroupsRequest, describeGroupsResponse);
const findCoordinator = api(findCoordinatorRequest, findCoordinatorResponse);
const listOffsets = api(listOffsetsRequest, listOffsetsResponse);

function world(seed: number) {
  const simulation = new Simulation(seed);
  const broker = new FakeBroker(simulation.node('broker').platform, 'broker');
  const admin = new Admin({ bootstrapServers: 'broker:9092', platform: simulation.node('client').platform, defaultApiTimeoutMs: 5_000 });
  const coordinator = { key: 'g', nodeId: 1, host: 'broker', port: 9092, errorCode: 0, errorMessage: null };
  broker.handle(findCoordinator, (request, version) => (version < 4
    ? { ...coordinator, throttleTimeMs: 0 }
    : { throttleTimeMs: 0, coordinators: request.coordinatorKeys.map((key) => ({ ...coordinator, key })) }));
  return { simulation, broker, admin, tell: <T>(story: () => Promise<T>): Promise<T> => simulation.complete(broker.listen().then(story)) };
}

const created = (name: string, errorCode: number, errorMessage: string | null = null) => ({
  throttleTimeMs: 0, topics: [{ name, topicId: 'BBBBBBBBBBBBBBBBBBBBBB', errorCode, errorMessage, configs: null }],
});

test('an item that is refused is a value that names it, with the broker\'s own words', async () => {
  const { broker, admin, tell } = world(1);
  broker.handle(createTopics, () => created('t', ErrorCode.POLICY_VIOLATION, 'no topics on Fridays'));
  const [result] = await tell(() => admin.createTopics([{ topic: 't' }]));
  expect(result?.error).toMatchObject({ name: 'POLICY_VIOLATION', message: 'creating topic \'t\': no topics on Fridays' });
});

test('the controller may have moved: the call is tried again', async () => {
  const { broker, admin, tell } = world(2);
  let calls = 0;
  broker.handle(createTopics, () => created('t', ++calls < 3 ? ErrorCode.NOT_CONTROLLER : ErrorCode.NONE));
  expect(await tell(() => admin.createTopics([{ topic: 't' }]))).toMatchObject([{ topic: 't', error: null }]);
  expect(calls).toBe(3);
});

test.each([3, 6])('a coordinator that moved is looked for again, FindCoordinator v%i', async (version) => {
  const { broker, admin, tell } = world(3);
  broker.maxVersions.set(findCoordinator.key, version);
  let calls = 0;
  broker.handle(deleteGroups, ({ groupsNames }) => {
    const errorCode = ++calls === 1 ? ErrorCode.NOT_COORDINATOR : ErrorCode.NON_EMPTY_GROUP;
    return { throttleTimeMs: 0, results: groupsNames.map((groupId) => ({ groupId, errorCode })) };
  });
  const [result] = await tell(() => admin.deleteConsumerGroups(['g']));
  expect(result).toMatchObject({ groupId: 'g', error: { name: 'NON_EMPTY_GROUP' } });
  expect(broker.seen.get('FindCoordinator')).toBe(2);
});

test('what does not pass within the time says what it was', async () => {
  const { broker, admin, tell } = world(4);
  broker.handle(createTopics, () => created('t', ErrorCode.NOT_CONTROLLER));
  await expect(tell(() => admin.createTopics([{ topic: 't' }]))).rejects.toThrow('CreateTopics: not within 5000 ms; at last: CreateTopics');
});

test('a broker is asked for its own settings, and a name that is no broker is refused', async () => {
  const { broker, admin, tell } = world(5);
  broker.handle(describeConfigs, ({ resources }) => ({
    throttleTimeMs: 0,
    results: resources.map(({ resourceType, resourceName }) => ({
      errorCode: 0, errorMessage: null, resourceType, resourceName,
      configs: [{ name: 'log.dirs', value: '/data', readOnly: true, configSource: 4, isSensitive: false, synonyms: [], configType: 2, documentation: null }],
    })),
  }));
  const [described] = await tell(() => admin.describeConfigs([{ type: 'broker', name: '1' }]));
  expect(described?.configs).toEqual([{
    name: 'log.dirs', value: '/data', source: 'STATIC_BROKER_CONFIG', isReadOnly: true, isSensitive: false, type: 'STRING', documentation: null, synonyms: [],
  }]);
  await expect(admin.describeConfigs([{ type: 'broker', name: 'one' }])).rejects.toThrow('broker \'one\': the name has to be a broker\'s id');
});

test('several offsets of one partition are asked for in turn, and answered in order', async () => {
  const { broker, admin, tell } = world(6);
  broker.topics.set('t', { topicId: 'BBBBBBBBBBBBBBBBBBBBBB', leaderEpochs: [7] });
  broker.handle(listOffsets, ({ topics }) => ({
    throttleTimeMs: 0,
    topics: topics.map(({ name, partitions }) => {
      expect(new Set(partitions.map((partition) => partition.partitionIndex)).size).toBe(partitions.length);
      expect(partitions.every((partition) => partition.currentLeaderEpoch === 7)).toBe(true);
      return { name, partitions: partitions.map(({ partitionIndex, timestamp }) => ({ partitionIndex, errorCode: 0, timestamp: -1, offset: timestamp === -2 ? 10 : 20, leaderEpoch: 7 })) };
    }),
  }));
  const at = { topic: 't', partition: 0 };
  const answers = await tell(() => admin.listOffsets([{ ...at, at: 'latest' }, { ...at, at: 'earliest' }, { ...at, at: { timestamp: 5 } }]));
  expect(answers.map((answer) => answer.offset)).toEqual([20, 10, 20]);
});

test('a special offset that the broker is too old for is refused, not answered wrongly', async () => {
  const { broker, admin, tell } = world(7);
  broker.topics.set('t', { topicId: 'BBBBBBBBBBBBBBBBBBBBBB', leaderEpochs: [0] });
  broker.handle(listOffsets, () => 'close');
  broker.maxVersions.set(listOffsets.key, 6);
  await expect(tell(() => admin.listOffsets([{ topic: 't', partition: 0, at: 'maxTimestamp' }]))).rejects.toThrow('ListOffsets: broker 1 serves version 6, this question needs 7');
});

test('a group that is none of the classic ones may be one of the newer protocol', async () => {
  const { broker, admin, tell } = world(8);
  const missing = { errorCode: ErrorCode.GROUP_ID_NOT_FOUND, errorMessage: null, groupId: 'g', groupState: 'Dead', protocolType: '', protocolData: '', members: [] };
  broker.handle(describeGroups, () => ({ throttleTimeMs: 0, groups: [missing] }));
  const owned = { topicPartitions: [{ topicId: 'BBBBBBBBBBBBBBBBBBBBBB', topicName: 't', partitions: [0, 1] }] };
  const member = { memberId: 'm', instanceId: 'i', memberEpoch: 3, clientId: 'c', clientHost: '/h', subscribedTopicNames: ['t'], assignment: owned, targetAssignment: { topicPartitions: [] } };
  let errorCode: number = ErrorCode.NONE;
  broker.handle(consumerGroupDescribe, () => ({
    throttleTimeMs: 0, groups: [{ errorCode, groupId: 'g', groupState: 'Reconciling', groupEpoch: 5, assignmentEpoch: 4, assignorName: 'uniform', members: errorCode === 0 ? [member] : [] }],
  }));
  const partitions = [{ topic: 't', partition: 0 }, { topic: 't', partition: 1 }];
  await tell(async () => {
    expect(await admin.describeConsumerGroups(['g'])).toMatchObject([{
      error: null, state: 'Reconciling', assignor: 'uniform', epoch: 5, targetAssignmentEpoch: 4,
      members: [{ memberId: 'm', groupInstanceId: 'i', clientHost: '/h', assignment: partitions, epoch: 3, targetAssignment: [] }],
    }]);
    errorCode = ErrorCode.GROUP_ID_NOT_FOUND;
    expect(await admin.describeConsumerGroups(['g'])).toMatchObject([{ error: { name: 'GROUP_ID_NOT_FOUND' }, state: 'Dead' }]);
  });
});

test('a broker that knows only classic groups says of the others that there are none', async () => {
  const { broker, admin, tell } = world(9);
  broker.handle(describeGroups, () => ({ throttleTimeMs: 0, groups: [{ errorCode: 0, errorMessage: null, groupId: 'g', groupState: 'Dead', protocolType: '', protocolData: '', members: [] }] }));
  expect(await tell(() => admin.describeConsumerGroups(['g']))).toMatchObject([{ error: null, state: 'Dead', epoch: null }]);
});
