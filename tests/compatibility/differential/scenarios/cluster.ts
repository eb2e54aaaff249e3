/** What concerns the cluster: versions, brokers, quorum, features, directories; and requests that are none. */
import { LATEST_METADATA_VERSION } from '@millrace/metadata';
import { since, type Scenario } from './scenario.js';

const name = { clientSoftwareName: 'differential', clientSoftwareVersion: '1.0' };

export const clusterScenarios: readonly Scenario[] = [
  {
    name: 'versions of APIs',
    api: 'ApiVersions',
    async run(peer, version) {
      const ask = (about: string, more: object = {}) => peer.call('ApiVersions', version, about, { ...since(version, 3, name), ...more });
      await ask('well');
      if (version < 3) return;
      for (const bad of ['', ' ', '-x', 'x-', 'a b', 'ü', 'x'.repeat(300)]) await ask(`a name "${bad.slice(0, 10)}" (${bad.length})`, { clientSoftwareName: bad });
      await ask('a bad version', { clientSoftwareVersion: '?' });
      if (version < 5) return;
      await ask('an id and no cluster', { nodeId: 1 });
      await ask('a cluster and no id', { clusterId: 'x' });
      await ask('another cluster', { clusterId: 'u0j_PHPfTMeWgNXSQcLtZA', nodeId: 1 });
    },
  },
  {
    name: 'the cluster',
    api: 'DescribeCluster',
    async run(peer, version) {
      const ask = (about: string, more: object = {}) => peer.call('DescribeCluster', version, about, { includeClusterAuthorizedOperations: false, ...more });
      await ask('well');
      await ask('with the operations', { includeClusterAuthorizedOperations: true });
      if (version >= 1) for (const endpointType of [1, 2, 0, 9]) await ask(`the endpoint type ${endpointType}`, { endpointType });
      if (version >= 2) await ask('with fenced brokers', { includeFencedBrokers: true });
    },
  },
  {
    name: 'the quorum',
    api: 'DescribeQuorum',
    async run(peer, version) {
      const ask = (about: string, ...topics: [name: string, partition: number][]) => peer.call('DescribeQuorum', version, about, { topics: topics.map(([topicName, partitionIndex]) => ({ topicName, partitions: [{ partitionIndex }] })) });
      await ask('well', ['__cluster_metadata', 0]);
      await ask('another partition', ['__cluster_metadata', 1]);
      await ask('another topic', ['x', 0]);
      await ask('two topics', ['__cluster_metadata', 0], ['x', 0]);
      await ask('nothing');
    },
  },
  {
    name: 'features',
    api: 'UpdateFeatures',
    async run(peer, version) {
      const update = (feature: string, maxVersionLevel: number, kind: 'up' | 'down' | 'unsafe' | 'unknown' = 'up') => ({
        feature,
        maxVersionLevel,
        ...(version === 0 ? { allowDowngrade: kind !== 'up' } : { upgradeType: { up: 1, down: 2, unsafe: 3, unknown: 9 }[kind] }),
      });
      const ask = (about: string, featureUpdates: object[], more: object = {}) => peer.call('UpdateFeatures', version, about, { timeoutMs: 10_000, featureUpdates, ...more });
      const check = since(version, 1, { validateOnly: true });
      await ask('what is not known', [update('no.such.feature', 1)]);
      await ask('what is not known, to 0', [update('no.such.feature', 0, 'down')]);
      await ask('metadata.version beyond', [update('metadata.version', 999)]);
      await ask('metadata.version as it is', [update('metadata.version', LATEST_METADATA_VERSION)]);
      await ask('metadata.version below the least', [update('metadata.version', 1, 'down')]);
      await ask('metadata.version down without saying so', [update('metadata.version', 20)]);
      await ask('metadata.version 0', [update('metadata.version', 0)]);
      await ask('a negative level', [update('group.version', -1)]);
      await ask('twice', [update('group.version', 1), update('group.version', 0)]);
      await ask('nothing', []);
      for (const timeoutMs of [0, -1]) await ask(`within ${timeoutMs} ms`, [update('no.such.feature', 1)], { timeoutMs });
      await ask('kraft.version beyond', [update('kraft.version', 9)]);
      await ask('kraft.version as it is', [update('kraft.version', 1)]);
      await ask('group.version beyond', [update('group.version', 9)]);
      await ask('one good, one bad', [update('group.version', 1), update('share.version', 9)]);
      if (version === 0) return;
      await ask('an unknown kind', [update('group.version', 1, 'unknown')]);
      await ask('up, said to be down', [update('group.version', 1, 'down')], check);
      await ask('up, said to be unsafe', [update('group.version', 1, 'unsafe')], check);
      await ask('only checked', [update('group.version', 1)], check);
      await ask('down as it is', [update('group.version', 0, 'down')], check);
    },
  },
  {
    name: 'log directories',
    api: 'DescribeLogDirs',
    async run(peer, version, tag) {
      await peer.createTopic(tag, 2);
      const ask = (about: string, topics: object[] | null) => peer.call('DescribeLogDirs', version, about, { topics });
      await ask('of two partitions', [{ topic: tag, partitions: [0, 1] }]);
      await ask('of one that is not there', [{ topic: tag, partitions: [9] }]);
      await ask('of a topic that is not there', [{ topic: `${tag}-nowhere`, partitions: [0] }]);
      await ask('of no topics', []);
      await ask('of no partitions', [{ topic: tag, partitions: [] }]);
      await ask('of the same twice', [{ topic: tag, partitions: [0, 0] }, { topic: tag, partitions: [1] }]);
    },
  },
  {
    name: 'requests that are none',
    api: 'Heartbeat',
    async run(peer, version) {
      if (version !== 0) return;
      const nothing = new Uint8Array(0);
      await peer.raw('an API that is not known', 999, 0, nothing);
      await peer.raw('a negative API', -1, 0, nothing);
      await peer.raw('a version beyond', 3, 99, nothing);
      await peer.raw('a negative version', 3, -1, nothing);
      await peer.raw('Produce v2', 0, 2, nothing);
      await peer.raw('Fetch v3', 1, 3, nothing);
      await peer.raw('a body that is too short', 12, 0, new Uint8Array(3));
      await peer.raw('a version of ApiVersions beyond', 18, 99, nothing);
      await peer.raw('an API of controllers', 52, 0, nothing);
      await peer.raw('a string that is longer than the frame', 12, 0, new Uint8Array([0x7f, 0xff, 1, 2]));
      await peer.raw('an array that is longer than the frame', 3, 1, new Uint8Array([0x7f, 0xff, 0xff, 0xff]));
      await peer.raw('a body that is too long', 12, 0, new Uint8Array([0, 1, 65, 0, 0, 0, 1, 0, 1, 66, 9, 9, 9]));
    },
  },
];
