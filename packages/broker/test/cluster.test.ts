/** The cluster as clients see it: versions, features, brokers, the quorum, producer ids. */
import { describe, expect, it } from 'vitest';
import { BrokerConnection, requestFrame } from '@millrace/network-client';
import { apis, ErrorCode, Reader } from '@millrace/protocol';
import { apiVersionsResponse } from '@millrace/protocol/messages/api-versions';
import { apiTable } from '../src/handlers/table.js';
import { apiVersions, describeCluster, describeQuorum, initProducerId, metadata, updateFeatures } from './apis.js';
import { joined, tell, type Story } from './story.js';

const { INVALID_REQUEST, INVALID_UPDATE_VERSION, UNKNOWN_TOPIC_OR_PARTITION } = ErrorCode;
const software = { clientSoftwareName: 'test', clientSoftwareVersion: '1' };

describe('ApiVersions', () => {
  it('names what is served and nothing else, Produce from version 0 on', () =>
    tell({}, async (story) => {
      const { apiKeys } = await story.ask(apiVersions, software, 4);
      const named = apiKeys.map(({ apiKey, minVersion, maxVersion }) => [apiKey, minVersion, maxVersion]);
      expect(named).toEqual(apiTable.map(({ key, minVersion, maxVersion }) => [key, key === 0 ? 0 : minVersion, maxVersion]));
      for (const { key, minVersion, maxVersion } of apiTable) {
        const kafka = apis.find((api) => api.key === key)!;
        expect([key, minVersion, maxVersion]).toEqual([key, kafka.minVersion, kafka.maxStableVersion]);
      }
      for (const transactional of [24, 25, 26, 28]) expect(apiKeys.some(({ apiKey }) => apiKey === transactional)).toBe(false);
    }));

  it('answers a version that it does not know in version 0, with its own range', () =>
    tell({}, async (story) => {
      const frame = joined(...requestFrame(apiVersions.request, software, 4, 77, 'new'));
      frame[7] = 99;
      const socket = await story.rawConnection();
      const received: Uint8Array[] = [];
      socket.start({ onBytes: (view) => received.push(view.slice()), onDrain: () => {}, onClose: () => {} });
      socket.write(frame);
      await story.wait(50);
      const reader = new Reader(joined(...received), 4);
      expect(reader.readInt32()).toBe(77);
      expect(apiVersionsResponse.decode(reader, 0)).toMatchObject({ errorCode: ErrorCode.UNSUPPORTED_VERSION, apiKeys: [{ apiKey: 18, minVersion: 0, maxVersion: 5 }] });
      socket.destroy();
    }));

  it('refuses a client without a name, and one that looks for another cluster or node', () =>
    tell({}, async (story) => {
      const errorOf = async (message: object, version = 5) => (await story.ask(apiVersions, { ...software, ...message }, version)).errorCode;
      const { clusterId } = story.node;
      expect(await errorOf({ clientSoftwareName: '' })).toBe(INVALID_REQUEST);
      expect(await errorOf({ clusterId: null, nodeId: -1 })).toBe(0);
      expect(await errorOf({ clusterId, nodeId: 1 })).toBe(0);
      expect(await errorOf({ clusterId: 'another', nodeId: 1 })).toBe(ErrorCode.REBOOTSTRAP_REQUIRED);
      expect(await errorOf({ clusterId, nodeId: 2 })).toBe(ErrorCode.REBOOTSTRAP_REQUIRED);
      expect(await errorOf({ clusterId, nodeId: -1 })).toBe(INVALID_REQUEST);
    }));

  it('shows features, those whose range begins at 0 from version 4 on', () =>
    tell({}, async (story) => {
      const three = await story.ask(apiVersions, software, 3);
      const four = await story.ask(apiVersions, software, 4);
      expect(four.finalizedFeatures.map(({ name, maxVersionLevel }) => `${name} ${maxVersionLevel}`)).toContain('metadata.version 33');
      expect(three.supportedFeatures.every(({ minVersion }) => minVersion > 0)).toBe(true);
      expect(four.supportedFeatures.map(({ name }) => name)).toContain('kraft.version');
    }));
});

describe('UpdateFeatures', () => {
  const ask = async (story: Story, feature: string, maxVersionLevel: number, more: { upgradeType?: number; validateOnly?: boolean } = {}) => {
    const { upgradeType = 1, validateOnly = false } = more;
    const answer = await story.ask(updateFeatures, { timeoutMs: 1000, validateOnly, featureUpdates: [{ feature, maxVersionLevel, upgradeType }] });
    return answer.errorCode;
  };
  const levelOf = async (story: Story, feature = 'metadata.version') => {
    const { finalizedFeatures } = await story.ask(apiVersions, software, 4);
    return finalizedFeatures.find(({ name }) => name === feature)?.maxVersionLevel ?? 0;
  };

  it('moves a level up and down, or only says whether it could', () =>
    tell({}, async (story) => {
      const feature = 'group.version';
      expect(await levelOf(story, feature)).toBe(0);
      expect(await ask(story, feature, 1, { validateOnly: true })).toBe(0);
      expect(await levelOf(story, feature)).toBe(0);
      expect(await ask(story, feature, 1)).toBe(0);
      expect(await levelOf(story, feature)).toBe(1);
      await story.restart();
      expect(await levelOf(story, feature)).toBe(1);
      expect(await ask(story, feature, 0)).toBe(INVALID_UPDATE_VERSION);
      expect(await ask(story, feature, 0, { upgradeType: 2 })).toBe(0);
      expect(await levelOf(story, feature)).toBe(0);
    }));

  it('refuses what nobody supports, and a way down that is not asked for as such or would lose metadata', () =>
    tell({}, async (story) => {
      expect(await ask(story, 'nonsense', 1)).toBe(INVALID_UPDATE_VERSION);
      expect(await ask(story, 'metadata.version', 99)).toBe(INVALID_UPDATE_VERSION);
      expect(await ask(story, 'metadata.version', 32)).toBe(INVALID_UPDATE_VERSION);
      expect(await ask(story, 'metadata.version', 7, { upgradeType: 2 })).toBe(INVALID_UPDATE_VERSION);
      expect(await ask(story, 'kraft.version', 5)).toBe(INVALID_UPDATE_VERSION);
      expect(await levelOf(story)).toBe(33);
    }));
});

describe('DescribeCluster', () => {
  it('shows brokers to clients, and refuses to show controllers there', () =>
    tell({ 'broker.rack': 'r1' }, async (story) => {
      const answer = await story.ask(describeCluster, { includeClusterAuthorizedOperations: true, endpointType: 1 });
      expect(answer).toMatchObject({ errorCode: 0, clusterId: story.node.clusterId, controllerId: 1, clusterAuthorizedOperations: 8096 });
      expect(answer.brokers).toMatchObject([{ brokerId: 1, host: 'broker', port: 9092, rack: 'r1', isFenced: false }]);
      const errorOf = async (endpointType: number) => (await story.ask(describeCluster, { includeClusterAuthorizedOperations: false, endpointType })).errorCode;
      expect([await errorOf(2), await errorOf(3)]).toEqual([ErrorCode.MISMATCHED_ENDPOINT_TYPE, ErrorCode.UNSUPPORTED_ENDPOINT_TYPE]);
    }));
});

async function connectTo(story: Story, port: number): Promise<BrokerConnection> {
  const { platform } = story.simulation.node('client');
  const address = { host: 'broker', port };
  const limits = { requestTimeoutMs: 1000, connectTimeoutMs: 1000, maxInFlightRequests: 5, maxResponseBytes: 1_000_000 };
  return new BrokerConnection(address, { platform, clientId: 'other', ...limits }, await platform.network.connect(address));
}

describe('listeners', () => {
  it('tell each client the address that is advertised where it came in', () => {
    const properties = {
      listeners: 'INSIDE://:9092,OUTSIDE://:9192,CONTROLLER://:9093',
      'advertised.listeners': 'INSIDE://broker:9092,OUTSIDE://localhost:29192',
      'listener.security.protocol.map': 'INSIDE:PLAINTEXT,OUTSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT',
      'inter.broker.listener.name': 'INSIDE',
    };
    return tell(properties, async (story) => {
      const inside = await story.ask(metadata, { topics: [] });
      expect(inside.brokers).toMatchObject([{ host: 'broker', port: 9092 }]);
      const outside = await connectTo(story, 9192);
      expect((await outside.sendVersion(metadata, { topics: [] }, 12)).brokers).toMatchObject([{ host: 'localhost', port: 29192 }]);
      expect((await outside.sendVersion(describeCluster, { includeClusterAuthorizedOperations: false, endpointType: 1 }, 2)).brokers).toMatchObject([{ host: 'localhost', port: 29192 }]);
      outside.close();
    });
  });

  it('of a controller serve controllers, and close on what is for brokers', () =>
    tell({ listeners: 'PLAINTEXT://:9092,CONTROLLER://:9093', 'advertised.listeners': 'PLAINTEXT://broker:9092,CONTROLLER://broker:9093' }, async (story) => {
      const controller = await connectTo(story, 9093);
      const { apiKeys } = await controller.sendVersion(apiVersions, software, 4);
      expect(apiKeys.map(({ apiKey }) => apiKey)).toEqual(apiTable.filter(({ on }) => on.includes('controller')).map(({ key }) => key));
      const answer = await controller.sendVersion(describeCluster, { includeClusterAuthorizedOperations: false, endpointType: 2 }, 2);
      expect(answer).toMatchObject({ errorCode: 0, endpointType: 2, controllerId: 1, brokers: [{ brokerId: 1, host: 'broker', port: 9093 }] });
      await expect(controller.sendVersion(metadata, { topics: [] }, 12)).rejects.toThrow();
    }));
});

describe('DescribeQuorum', () => {
  it('shows one voter that leads and has everything', () =>
    tell({}, async (story) => {
      await story.createTopic('t');
      const ask = async (topicName: string, partitionIndex: number) => {
        const answer = await story.ask(describeQuorum, { topics: [{ topicName, partitions: [{ partitionIndex }] }] });
        return answer.topics[0]!.partitions[0]!;
      };
      const found = await ask('__cluster_metadata', 0);
      expect(found).toMatchObject({ errorCode: 0, leaderId: 1, leaderEpoch: 1, currentVoters: [{ replicaId: 1 }], observers: [] });
      expect(found.highWatermark).toBe(found.currentVoters[0]!.logEndOffset);
      expect((await ask('__cluster_metadata', 1)).errorCode).toBe(UNKNOWN_TOPIC_OR_PARTITION);
      expect((await ask('t', 0)).errorCode).toBe(UNKNOWN_TOPIC_OR_PARTITION);
    }));
});

describe('InitProducerId', () => {
  const ask = async (story: Story, message: { transactionalId?: string | null; producerId?: number; producerEpoch?: number } = {}) => {
    const answer = await story.ask(initProducerId, { transactionalId: null, transactionTimeoutMs: 1000, producerId: -1, producerEpoch: -1, ...message }, 5);
    return [answer.errorCode, answer.producerId, answer.producerEpoch];
  };

  it('gives each producer an id of its own, never one given before a restart or a kill', () =>
    tell({}, async (story) => {
      const ids: number[] = [];
      const next = async () => {
        const [errorCode, producerId, epoch] = await ask(story);
        expect([errorCode, epoch]).toEqual([0, 0]);
        ids.push(producerId!);
      };
      for (let count = 0; count < 3; count++) await next();
      await story.restart();
      await next();
      await story.killAndStart();
      await next();
      expect(new Set(ids).size).toBe(5);
      expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    }));

  it('takes an old id and epoch together only, and gives a new one for them', () =>
    tell({}, async (story) => {
      expect(await ask(story, { producerId: 5 })).toEqual([INVALID_REQUEST, -1, -1]);
      expect(await ask(story, { producerEpoch: 5 })).toEqual([INVALID_REQUEST, -1, -1]);
      expect((await ask(story, { producerId: 5, producerEpoch: 3 }))[0]).toBe(0);
    }));

  it('refuses a transactional id with an error that no client retries', () =>
    tell({}, async (story) => {
      expect(await ask(story, { transactionalId: 'x' })).toEqual([ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED, -1, -1]);
      expect(await ask(story, { transactionalId: '' })).toEqual([INVALID_REQUEST, -1, -1]);
    }));
});
