/**
 * The same requests, good and bad, in every version that we serve, to Apache Kafka's broker and to ours: the answers must be the
 * same, field by field, but for what is masked (`differential/compare.ts`) and what is listed with a reason (`differential/accepted.ts`).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBroker, type RunningBroker } from '@millrace/broker';
import { apiByKey, apis, ensureCodec } from '@millrace/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApacheKafka, type ApacheKafka } from './apache-kafka.js';
import { accepted, acceptedAs, type Accepted } from './differential/accepted.js';
import { compare, type Difference } from './differential/compare.js';
import { Peer, type Message } from './differential/peer.js';
import { clusterScenarios } from './differential/scenarios/cluster.js';
import { configScenarios } from './differential/scenarios/configs.js';
import { groupStateScenarios } from './differential/scenarios/group-states.js';
import { groupScenarios } from './differential/scenarios/groups.js';
import { oddScenarios } from './differential/scenarios/odd-requests.js';
import { recordScenarios } from './differential/scenarios/records.js';
import type { Scenario } from './differential/scenarios/scenario.js';
import { topicScenarios } from './differential/scenarios/topics.js';
import { javaClients, titled } from './foreign-programs.js';

const { missing } = javaClients();
/** Of Apache's broker; the next one is its controller's, and ours has those ten later. */
const apachePort = Number(process.env['MILLRACE_DIFFERENTIAL_PORT'] ?? 22_000);
const ourPort = apachePort + 10;
/** What a directory of ours finalizes: nothing but these. */
const features = ['group', 'transaction', 'share', 'streams', 'eligible.leader.replicas'].flatMap((name) => ['--feature', `${name}.version=0`]);
/** Of both. The records are of the past, and retention would take them, at a moment of each broker's own. */
const commonSettings = { 'log.retention.ms': '-1', 'log.retention.check.interval.ms': '86400000', 'group.share.session.timeout.ms': '50000' };
/** Ours has these by itself. */
const theirSettings = { ...commonSettings, 'share.coordinator.state.topic.replication.factor': '1', 'share.coordinator.state.topic.min.isr': '1' };
const scenarios: readonly Scenario[] = [...clusterScenarios, ...topicScenarios, ...configScenarios, ...recordScenarios, ...groupScenarios, ...groupStateScenarios, ...oddScenarios];
const linesShown = 400;

describe.skipIf(missing !== null)(titled("Apache Kafka's answers and ours", missing), () => {
  let directory: string;
  let apache: ApacheKafka | null;
  let ours: RunningBroker;
  let peers: { apache: Peer; ours: Peer };
  let versions: Map<string, { min: number; max: number }>;
  const met = new Set<Accepted>();

  beforeAll(async () => {
    await ensureCodec(4);
    directory = mkdtempSync(join(tmpdir(), 'millrace-differential-'));
    const [theirDirectory, ourDirectory] = [join(directory, 'apache'), join(directory, 'ours')];
    apache = await startApacheKafka({ port: apachePort, directory: theirDirectory, standalone: true, settings: theirSettings, formatArguments: features });
    ours = await startBroker({ directory: join(ourDirectory, 'data'), port: ourPort, properties: settings(ourPort) });
    peers = { apache: new Peer(apache!.bootstrapServers, theirDirectory), ours: new Peer(ours.bootstrapServers, ourDirectory) };
    versions = await servedVersions(peers.ours);
  }, 240_000);

  afterAll(async () => {
    peers?.apache.close();
    peers?.ours.close();
    await Promise.all([apache?.stop(), ours?.stop()]);
    rmSync(directory, { recursive: true, force: true });
  }, 60_000);

  test.each(scenarios.map((scenario) => [`${scenario.api}: ${scenario.name}`, scenario] as const))('%s', async (_, scenario) => {
    const { min, max } = versions.get(scenario.api)!;
    const differences = new Map<string, Difference>();
    for (let version = min; version <= max; version++) {
      const tag = `${scenario.name.replace(/[^a-z]+/g, '-')}-v${version}`;
      for (const peer of Object.values(peers)) peer.transcript = [];
      await Promise.all(Object.values(peers).map((peer) => scenario.run(peer, version, tag)));
      compare(differences, peers.apache, peers.ours, tag);
    }
    const unexpected = [...differences.values()].filter((difference) => {
      const row = acceptedAs(difference);
      if (row !== undefined) met.add(row);
      return row === undefined;
    });
    // As an error, so that the lines are shown whole.
    if (unexpected.length > 0) throw new Error(`${unexpected.length} differences\n${unexpected.slice(0, linesShown).map(line).join('\n')}`);
  }, 120_000);

  test('every API that is served is compared', () => {
    const compared = new Set(scenarios.map(({ api }) => api));
    expect([...versions.keys()].filter((name) => !compared.has(name))).toEqual([]);
  });

  test('every accepted difference is there', () => {
    expect(accepted.filter((row) => !met.has(row))).toEqual([]);
  });
});

function line({ api, about, versions, path, apache, ours }: Difference): string {
  return `${api} v${versions.join(',')}, ${about}: ${path}: Apache ${apache}, ours ${ours}`;
}

/** As Apache's broker is set (`apache-kafka.ts`). */
function settings(port: number): Record<string, string> {
  return {
    'controller.quorum.bootstrap.servers': `127.0.0.1:${port + 1}`,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${port + 1}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'offsets.topic.num.partitions': '4',
    ...commonSettings,
  };
}

async function servedVersions(peer: Peer): Promise<Map<string, { min: number; max: number }>> {
  const { apiKeys } = (await peer.call('ApiVersions', 4, '', { clientSoftwareName: 'a', clientSoftwareVersion: '1' })) as Message & { apiKeys: { apiKey: number; minVersion: number; maxVersion: number }[] };
  const served = apiKeys.map(({ apiKey, minVersion, maxVersion }) => {
    const { name, minVersion: min } = apiByKey(apiKey)!;
    return [name, { min: Math.max(min, minVersion), max: maxVersion }] as const;
  });
  expect(served.length).toBeLessThanOrEqual(apis.length);
  return new Map(served);
}
