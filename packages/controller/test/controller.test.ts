import { metadataRecord, supportedFeatures } from '@millrace/metadata';
import { describe, expect, test } from 'vitest';
import { bootstrapRecords, Controller } from '../src/index.js';
import { Cluster, config, optionsWith, typesOf } from './cluster.js';

const level = (name: string, featureLevel: number) => metadataRecord('FeatureLevelRecord', 0, { name, featureLevel });

describe('bootstrap', () => {
  test('a new directory finalizes metadata.version and what else is asked for', () => {
    expect(bootstrapRecords()).toEqual([level('metadata.version', 33)]);
    const features = new Map([['transaction.version', 2], ['group.version', 1], ['share.version', 0]]);
    expect(bootstrapRecords({ metadataVersion: 29, features })).toEqual([level('metadata.version', 29), level('group.version', 1), level('transaction.version', 2)]);
  });

  test('the first leader of an empty log writes the bootstrap records in a transaction, as Apache Kafka does', () => {
    const controller = new Controller(optionsWith());
    const bootstrap = bootstrapRecords({ features: new Map([['eligible.leader.replicas.version', 1]]) });
    const { records, events } = controller.activate(bootstrap);
    expect(records).toEqual([
      metadataRecord('BeginTransactionRecord', 0, { name: 'Bootstrap records' }),
      level('metadata.version', 33),
      level('eligible.leader.replicas.version', 1),
      config(4, '', 'min.insync.replicas', '1'),
      metadataRecord('EndTransactionRecord', 0, {}),
    ]);
    expect(events).toEqual([{ type: 'activated' }]);
    controller.replay(records, 3, 1);
    expect(controller.activate(bootstrap).records).toEqual([]);
  });

  test('a transaction that its controller left open is aborted, and what it did is undone', () => {
    const cluster = new Cluster();
    const records = [metadataRecord('BeginTransactionRecord', 0, { name: 'x' }), level('group.version', 1)];
    cluster.controller.replay(records, cluster.log.length, 1);
    cluster.log.push(...records);
    expect(cluster.controller.image.featureLevel('group.version')).toBe(1);
    const { records: aborting } = cluster.apply(cluster.controller.activate([]));
    expect(typesOf(aborting)).toEqual(['AbortTransactionRecord']);
    expect(cluster.controller.image.featureLevel('group.version')).toBe(0);
    expect(cluster.controller.image.metadataVersion).toBe(33);
  });
});

describe('committed and working image', () => {
  test('resigning goes back to what was committed', () => {
    const cluster = new Cluster();
    cluster.addBroker(1);
    const committed = cluster.controller.image;
    for (const name of ['a', 'b']) {
      const { records } = cluster.createTopic(name);
      cluster.controller.replay(records, cluster.log.length, 1);
      cluster.log.push(...records);
    }
    // The high watermark stands between the two.
    cluster.controller.commit(cluster.log.length - 2);
    expect(cluster.controller.image.topics.byId.size).toBe(2);
    expect([...cluster.controller.committed.topics.idByName.keys()]).toEqual(['a']);
    cluster.controller.resign();
    expect([...cluster.controller.image.topics.idByName.keys()]).toEqual(['a']);
    expect(cluster.controller.image.brokers).toBe(committed.brokers);
    expect(cluster.controller.nextDeadline()).toBe(Infinity);
  });

  test('a batch that did not come into the log is taken back, and what came before it stays', () => {
    const cluster = new Cluster();
    cluster.addBroker(1);
    const { records } = cluster.createTopic('a');
    cluster.controller.replay(records, cluster.log.length, 1);
    cluster.log.push(...records);
    const before = cluster.controller.image;
    cluster.controller.replay(cluster.createTopic('b').records, cluster.log.length, 1);
    cluster.controller.takeBack();
    expect(cluster.controller.image).toBe(before);
    cluster.controller.commit(cluster.log.length);
    expect([...cluster.controller.committed.topics.idByName.keys()]).toEqual(['a']);
    cluster.controller.replay(cluster.createTopic('c').records, cluster.log.length, 1);
    cluster.controller.takeBack();
    expect(cluster.controller.image).toBe(cluster.controller.committed);
  });

  test('a transaction that was committed half is still open after resigning', () => {
    const cluster = new Cluster();
    const records = [metadataRecord('BeginTransactionRecord', 0, { name: 'x' }), level('group.version', 1)];
    cluster.controller.replay(records, cluster.log.length, 1);
    cluster.controller.commit(cluster.log.length + 2);
    cluster.controller.resign();
    expect(cluster.controller.inTransaction).toBe(true);
    expect(typesOf(cluster.controller.activate([]).records)).toEqual(['AbortTransactionRecord']);
  });

  test('a batch is committed as a whole', () => {
    const cluster = new Cluster();
    cluster.addBroker(1);
    const { records } = cluster.createTopic('a');
    cluster.controller.replay(records, cluster.log.length, 1);
    cluster.controller.commit(cluster.log.length + 1);
    expect(cluster.controller.committed.topicByName('a')).toBeUndefined();
    cluster.controller.commit(cluster.log.length + records.length);
    expect(cluster.controller.committed.topicByName('a')).toBeDefined();
  });
});

test('ControllerRegistration records the controller with its endpoints and features', () => {
  const cluster = new Cluster();
  const features = supportedFeatures.map((feature) => ({ ...feature }));
  const listeners = [{ name: 'CONTROLLER', host: 'localhost', port: 9093, securityProtocol: 0 }];
  const { records } = cluster.apply(
    cluster.controller.registerController({ controllerId: 1, incarnationId: 'hqWsOSeYSYuGvwbkZz3Evg', zkMigrationReady: false, listeners, features }),
  );
  expect(typesOf(records)).toEqual(['RegisterControllerRecord']);
  expect(cluster.controller.image.controllers.get(1)).toMatchObject({ id: 1, incarnationId: 'hqWsOSeYSYuGvwbkZz3Evg', zkMigrationReady: false });
});
