import { metadataRecord } from '@millrace/metadata';
import { ErrorCode } from '@millrace/protocol';
import { describe, expect, test } from 'vitest';
import { Cluster, directoryOf, incarnationOf, typesOf } from './cluster.js';

const withElr = (): Cluster => new Cluster({}, new Map([['eligible.leader.replicas.version', 1]]));

describe('BrokerRegistration', () => {
  test('the epoch is the offset of the record, and the broker begins fenced', () => {
    const cluster = new Cluster();
    const offset = cluster.log.length;
    const { records, response } = cluster.apply(cluster.register(1));
    expect(response).toEqual({ throttleTimeMs: 0, errorCode: ErrorCode.NONE, brokerEpoch: offset });
    expect(records).toHaveLength(1);
    expect(cluster.controller.image.brokers.get(1)).toMatchObject({
      id: 1,
      epoch: offset,
      incarnationId: incarnationOf(1),
      fenced: true,
      directories: [directoryOf(1)],
      cordonedDirectories: null,
    });
  });

  test('the same process again keeps its epoch and its state', () => {
    const cluster = new Cluster();
    const epoch = cluster.addBroker(1);
    expect(cluster.apply(cluster.register(1)).response.brokerEpoch).toBe(epoch);
    expect(cluster.controller.image.brokers.get(1)?.fenced).toBe(false);
  });

  test('another process waits until the session of the first is over', () => {
    const cluster = new Cluster();
    const epoch = cluster.addBroker(1);
    expect(cluster.register(1, { run: 2 }).response.errorCode).toBe(ErrorCode.DUPLICATE_BROKER_REGISTRATION);
    cluster.now += 9000;
    const { response } = cluster.register(1, { run: 2 });
    expect(response.errorCode).toBe(ErrorCode.NONE);
    expect(response.brokerEpoch).toBeGreaterThan(epoch);
  });

  test.each([
    [{ clusterId: 'other' }, ErrorCode.INCONSISTENT_CLUSTER_ID],
    [{ logDirs: [] }, ErrorCode.INVALID_REGISTRATION],
    [{ logDirs: [directoryOf(1), directoryOf(1)] }, ErrorCode.INVALID_REGISTRATION],
    [{ logDirs: ['AAAAAAAAAAAAAAAAAAAAAQ'] }, ErrorCode.INVALID_REGISTRATION],
    [{ logDirs: [directoryOf(2)] }, ErrorCode.INVALID_REGISTRATION],
    [{ isMigratingZkBroker: true }, ErrorCode.BROKER_ID_NOT_REGISTERED],
    [{ features: [] }, ErrorCode.UNSUPPORTED_VERSION],
    [{ features: [{ name: 'metadata.version', minSupportedVersion: 7, maxSupportedVersion: 32 }] }, ErrorCode.UNSUPPORTED_VERSION],
    [{ features: [{ name: 'metadata.version', minSupportedVersion: 7, maxSupportedVersion: 33 }] }, ErrorCode.UNSUPPORTED_VERSION],
  ])('%j is refused with %i', (change, errorCode) => {
    const cluster = new Cluster();
    cluster.addBroker(2);
    const request = {
      brokerId: 1,
      clusterId: cluster.controller.options.clusterId,
      incarnationId: incarnationOf(1),
      listeners: [],
      features: cluster.controller.options.features.map((feature) => ({ ...feature })),
      rack: null,
      logDirs: [directoryOf(1)],
      ...change,
    };
    expect(cluster.controller.registerBroker(request, cluster.context)).toMatchObject({ records: [], response: { errorCode, brokerEpoch: -1 } });
  });
});

describe('BrokerHeartbeat', () => {
  test('unfences a broker when it has read its own registration, not before', () => {
    const cluster = new Cluster();
    const { brokerEpoch = -1 } = cluster.apply(cluster.register(1)).response;
    const early = cluster.heartbeat(1, { currentMetadataOffset: brokerEpoch - 1 });
    expect(early.response).toMatchObject({ isCaughtUp: false, isFenced: true, shouldShutDown: false });
    const { records, response } = cluster.heartbeat(1, { currentMetadataOffset: brokerEpoch });
    expect(response).toEqual({ throttleTimeMs: 0, errorCode: 0, isCaughtUp: true, isFenced: false, shouldShutDown: false });
    expect(records).toEqual([metadataRecord('BrokerRegistrationChangeRecord', 0, { brokerId: 1, brokerEpoch, fenced: -1 })]);
  });

  test('an unknown broker and a stale epoch are told so', () => {
    const cluster = new Cluster();
    expect(cluster.heartbeat(1).response.errorCode).toBe(ErrorCode.BROKER_ID_NOT_REGISTERED);
    cluster.addBroker(1);
    const request = { brokerId: 1, brokerEpoch: 0, currentMetadataOffset: 99, wantFence: false, wantShutDown: false };
    expect(cluster.controller.brokerHeartbeat(request, cluster.context).response.errorCode).toBe(ErrorCode.STALE_BROKER_EPOCH);
  });

  test('a broker that goes hands over what it leads, and goes when the others have read it', () => {
    const cluster = new Cluster();
    const epoch = cluster.addBroker(1);
    cluster.addBroker(2);
    cluster.apply(cluster.createTopic('orders', { assignments: [[1, 2]] }));
    const topicId = cluster.controller.image.topicByName('orders')?.id ?? '';
    const leaving = cluster.heartbeat(1, { wantShutDown: true });
    expect(leaving.records).toEqual([
      metadataRecord('BrokerRegistrationChangeRecord', 1, { brokerId: 1, brokerEpoch: epoch, inControlledShutdown: 1 }),
      metadataRecord('PartitionChangeRecord', 2, { partitionId: 0, topicId, isr: [2], leader: 2 }),
    ]);
    expect(leaving.response).toMatchObject({ isFenced: false, shouldShutDown: false });
    expect(cluster.heartbeat(1, { wantShutDown: true }).response.shouldShutDown).toBe(false);
    cluster.heartbeat(2);
    const gone = cluster.heartbeat(1, { wantShutDown: true });
    expect(gone.response).toMatchObject({ isFenced: true, shouldShutDown: true });
    expect(gone.records).toEqual([metadataRecord('BrokerRegistrationChangeRecord', 0, { brokerId: 1, brokerEpoch: epoch, fenced: 1 })]);
  });

  test('without eligible replicas the last in sync stays in sync, and leads again after its return', () => {
    const cluster = new Cluster();
    cluster.addBroker(1);
    cluster.apply(cluster.createTopic('orders'));
    cluster.heartbeat(1, { wantFence: true });
    expect(cluster.partition('orders')).toMatchObject({ isr: [1], leader: -1, leaderEpoch: 1, eligibleLeaderReplicas: [] });
    cluster.heartbeat(1);
    expect(cluster.partition('orders')).toMatchObject({ isr: [1], leader: 1, leaderEpoch: 2, leaderRecoveryState: 0 });
  });

  test('a log directory that failed gives up its partitions', () => {
    const cluster = new Cluster();
    cluster.addBroker(1);
    cluster.addBroker(2);
    cluster.apply(cluster.createTopic('orders', { assignments: [[1, 2]] }));
    const brokerEpoch = cluster.controller.image.brokers.get(1)?.epoch ?? -1;
    const request = { brokerId: 1, brokerEpoch, currentMetadataOffset: 99, wantFence: false, wantShutDown: false, offlineLogDirs: [directoryOf(1)] };
    cluster.apply(cluster.controller.brokerHeartbeat(request, cluster.context));
    expect(cluster.partition('orders')).toMatchObject({ isr: [2], leader: 2 });
  });
});

describe('eligible leader replicas, as the log of Apache Kafka has them', () => {
  test('a single broker stops cleanly and starts again', () => {
    const cluster = withElr();
    const epoch = cluster.addBroker(1);
    cluster.apply(cluster.createTopic('orders'));
    const topicId = cluster.controller.image.topicByName('orders')?.id ?? '';
    const leaving = cluster.heartbeat(1, { wantShutDown: true });
    expect(leaving.records[1]).toEqual(
      metadataRecord('PartitionChangeRecord', 2, { partitionId: 0, topicId, isr: [], leader: -1, eligibleLeaderReplicas: [1], lastKnownElr: [1] }),
    );
    expect(cluster.heartbeat(1, { wantShutDown: true }).response.shouldShutDown).toBe(true);
    const registered = cluster.apply(cluster.register(1, { run: 2, previousBrokerEpoch: epoch }));
    expect(typesOf(registered.records)).toEqual(['RegisterBrokerRecord']);
    const back = cluster.heartbeat(1);
    expect(back.records[1]).toEqual(
      metadataRecord('PartitionChangeRecord', 2, { partitionId: 0, topicId, isr: [1], leader: 1, eligibleLeaderReplicas: [], lastKnownElr: [] }),
    );
    expect(cluster.partition('orders')).toMatchObject({ leaderEpoch: 2, leaderRecoveryState: 0 });
  });

  test('one that did not stop cleanly is no longer eligible, and leads again as the last known', () => {
    const cluster = withElr();
    cluster.addBroker(1);
    cluster.apply(cluster.createTopic('orders'));
    cluster.now += 9001;
    cluster.apply(cluster.register(1, { run: 2 }));
    expect(cluster.partition('orders')).toMatchObject({ isr: [], eligibleLeaderReplicas: [], lastKnownElr: [1], leader: -1 });
    cluster.heartbeat(1);
    expect(cluster.partition('orders')).toMatchObject({ isr: [1], leader: 1, leaderRecoveryState: 1, lastKnownElr: [] });
  });
});

describe('sessions', () => {
  test('a silent broker is fenced when its session ends, one at a time, oldest first', () => {
    const cluster = new Cluster();
    cluster.addBroker(1);
    cluster.now += 100;
    cluster.addBroker(2);
    expect(cluster.controller.nextDeadline()).toBe(1_000_000 + 9000);
    expect(cluster.controller.fenceStaleBroker(cluster.context).response).toBeNull();
    cluster.now = 1_000_000 + 9100;
    expect(cluster.apply(cluster.controller.fenceStaleBroker(cluster.context)).response).toBe(1);
    expect(cluster.apply(cluster.controller.fenceStaleBroker(cluster.context)).response).toBe(2);
    expect(cluster.apply(cluster.controller.fenceStaleBroker(cluster.context)).response).toBeNull();
    expect(cluster.controller.nextDeadline()).toBe(Infinity);
  });

  test('a new leader gives every active broker a full session', () => {
    const cluster = new Cluster();
    cluster.addBroker(1);
    cluster.now += 50_000;
    cluster.apply(cluster.controller.activate([]));
    expect(cluster.controller.nextDeadline()).toBe(cluster.now + 9000);
  });
});

describe('after a crash of the whole node', () => {
  test('its own broker registers at once, that of another node waits for its old session', () => {
    const cluster = new Cluster();
    cluster.addBroker(1);
    cluster.addBroker(2);
    cluster.apply(cluster.controller.activate([]));
    expect(cluster.register(1, { run: 2 }).response.errorCode).toBe(ErrorCode.NONE);
    expect(cluster.register(2, { run: 2 }).response.errorCode).toBe(ErrorCode.DUPLICATE_BROKER_REGISTRATION);
  });

  test('once heard, it cannot be taken over by another process of its id', () => {
    const cluster = new Cluster();
    cluster.addBroker(1);
    cluster.apply(cluster.controller.activate([]));
    cluster.apply(cluster.register(1, { run: 2 }));
    expect(cluster.register(1, { run: 3 }).response.errorCode).toBe(ErrorCode.DUPLICATE_BROKER_REGISTRATION);
  });
});

test('UnregisterBroker takes the broker out of everything', () => {
  const cluster = new Cluster();
  cluster.addBroker(1);
  cluster.addBroker(2);
  cluster.apply(cluster.createTopic('orders', { assignments: [[2, 1]] }));
  const { records, response } = cluster.apply(cluster.controller.unregisterBroker({ brokerId: 2 }));
  expect(response.errorCode).toBe(ErrorCode.NONE);
  expect(typesOf(records)).toEqual(['PartitionChangeRecord', 'UnregisterBrokerRecord']);
  expect(cluster.partition('orders')).toMatchObject({ isr: [1], leader: 1 });
  expect(cluster.controller.unregisterBroker({ brokerId: 2 }).response.errorCode).toBe(ErrorCode.BROKER_ID_NOT_REGISTERED);
});

test('AllocateProducerIds gives blocks of a thousand to registered brokers', () => {
  const cluster = new Cluster();
  const brokerEpoch = cluster.addBroker(1);
  const first = cluster.apply(cluster.controller.allocateProducerIds({ brokerId: 1, brokerEpoch }));
  expect(first.records).toEqual([metadataRecord('ProducerIdsRecord', 0, { brokerId: 1, brokerEpoch, nextProducerId: 1000 })]);
  const second = cluster.apply(cluster.controller.allocateProducerIds({ brokerId: 1, brokerEpoch }));
  expect(second.response).toEqual({ throttleTimeMs: 0, errorCode: 0, producerIdStart: 1000, producerIdLen: 1000 });
  expect(cluster.controller.allocateProducerIds({ brokerId: 1, brokerEpoch: 0 }).response.errorCode).toBe(ErrorCode.STALE_BROKER_EPOCH);
  expect(cluster.controller.allocateProducerIds({ brokerId: 7, brokerEpoch }).response.errorCode).toBe(ErrorCode.BROKER_ID_NOT_REGISTERED);
});
