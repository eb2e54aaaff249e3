/** Data directories that Apache Kafka 4.4.0 wrote are served as its own clients read them (expected.jsonl), over the wire. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { Admin } from '@millrace/admin';
import { startBroker, type RunningBroker } from '@millrace/broker';
import { Consumer, type ConsumerRecord, type IsolationLevel } from '@millrace/consumer';
import { nodePlatform, type Files } from '@millrace/platform';
import { memoryFiles } from '@millrace/platform/memory';

type Vector = 'data-dir-clean' | 'data-dir-crashed';
type Line = { kind: string; topic: string; [key: string]: unknown };

const vectors = new URL('../../packages/storage/test/vectors/', import.meta.url);
const text = (name: string): string => gunzipSync(readFileSync(new URL(`${name}.gz`, vectors))).toString();

function expected(vector: Vector): Line[] {
  return text(`${vector}.expected.jsonl`)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

function unpack(files: Files, vector: Vector): void {
  for (const [path, base64] of Object.entries(JSON.parse(text(`${vector}.json`)) as Record<string, string>)) {
    const target = `/kafka/${path}`;
    files.makeDirectory(target.slice(0, target.lastIndexOf('/')));
    const bytes = Buffer.from(base64, 'base64');
    const file = files.open(target, 'truncate');
    if (bytes.length > 0) file.writeSync(bytes, 0, bytes.length, 0);
    file.close();
  }
}

const closing: { (): Promise<void> }[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function open(vector: Vector): Promise<{ broker: RunningBroker; admin: Admin }> {
  const files = memoryFiles();
  unpack(files, vector);
  // The records are old: nothing may expire while it is looked at.
  const properties = {
    'offsets.retention.minutes': '2147483647',
    'producer.id.expiration.ms': '2147483647',
    'transactional.id.expiration.ms': '2147483647',
  };
  const platform = { ...nodePlatform({ log: { level: 'silent' } }), files };
  const broker = await startBroker({ platform, directory: '/kafka', properties });
  closing.push(() => broker.stop());
  const admin = new Admin({ bootstrapServers: broker.bootstrapServers });
  closing.push(() => admin.close());
  return { broker, admin };
}

async function readAll(broker: RunningBroker, isolationLevel: IsolationLevel, ends: Map<string, number>): Promise<ConsumerRecord[]> {
  const consumer = new Consumer({ bootstrapServers: broker.bootstrapServers, isolationLevel, autoOffsetReset: 'earliest', fetchMaxWaitMs: 10 });
  closing.push(() => consumer.close());
  const partitions = [...ends].map(([name]) => partitionOf(name));
  consumer.assign(partitions);
  consumer.seekToBeginning();
  const records: ConsumerRecord[] = [];
  const isDone = async () => {
    for (const partition of partitions) {
      if ((await consumer.position(partition)) < ends.get(`${partition.topic}-${partition.partition}`)!) return false;
    }
    return true;
  };
  while (!(await isDone())) records.push(...(await consumer.poll({ timeoutMs: 100 })));
  return records;
}

function partitionOf(name: string): { topic: string; partition: number } {
  const at = name.lastIndexOf('-');
  return { topic: name.slice(0, at), partition: Number(name.slice(at + 1)) };
}

const base64 = (bytes: Uint8Array | null): string | null => (bytes === null ? null : Buffer.from(bytes).toString('base64'));

function asLine(record: ConsumerRecord): Record<string, unknown> {
  return {
    topic: record.topic,
    partition: record.partition,
    offset: record.offset,
    timestamp: record.timestamp,
    timestampType: record.timestampType,
    leaderEpoch: record.leaderEpoch,
    key: base64(record.key),
    value: base64(record.value),
    headers: record.headers.map(({ key, value }) => [key, base64(value)]),
  };
}

const byPlace = (a: Record<string, unknown>, b: Record<string, unknown>): number =>
  `${String(a['topic'])}-${String(a['partition'])}`.localeCompare(`${String(b['topic'])}-${String(b['partition'])}`) || Number(a['offset']) - Number(b['offset']);

type ExpectedPartition = { partition: number; leader: number; earliest: number; latest: number; lastStable: number };

function endsOf(lines: Line[], end: 'latest' | 'lastStable', topics: (topic: string) => boolean): Map<string, number> {
  const ends = new Map<string, number>();
  for (const line of lines) {
    if (line.kind !== 'topic' || !topics(line.topic)) continue;
    for (const partition of line['partitions'] as ExpectedPartition[]) ends.set(`${line.topic}-${partition.partition}`, partition[end]);
  }
  return ends;
}

describe.each<Vector>(['data-dir-clean', 'data-dir-crashed'])('%s', (vector) => {
  const lines = expected(vector);
  const of = (kind: string): Line[] => lines.filter((line) => line.kind === kind);

  it('has its cluster, features, topics, offsets and settings', async () => {
    const { broker, admin } = await open(vector);
    expect(broker.clusterId).toBe(of('cluster')[0]!['clusterId']);
    const { finalized } = await admin.describeFeatures();
    for (const feature of of('feature')) {
      if (feature['name'] === 'kraft.version') continue; // In the quorum's control records, not among the features.
      expect([feature['name'], finalized.get(String(feature['name']))?.max]).toEqual([feature['name'], feature['level']]);
    }
    const topics = await admin.listTopics({ includeInternal: true });
    const listed = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row)).toSorted();
    expect(listed(topics.map(({ topic, topicId }) => ({ topic, topicId })))).toEqual(listed(of('topic').map(({ topic, topicId }) => ({ topic, topicId }))));
    for (const line of of('topic')) {
      const [settings] = await admin.describeConfigs([{ type: 'topic', name: line.topic }]);
      const dynamic = settings!.configs.filter(({ source }) => source === 'DYNAMIC_TOPIC_CONFIG').map(({ name, value }) => [name, value]);
      expect({ topic: line.topic, configs: Object.fromEntries(dynamic) }).toEqual({ topic: line.topic, configs: line['configs'] });
      for (const partition of line['partitions'] as ExpectedPartition[]) {
        const place = { topic: line.topic, partition: partition.partition };
        const [earliest, latest] = await admin.listOffsets([
          { ...place, at: 'earliest' },
          { ...place, at: 'latest' },
        ]);
        const [lastStable] = await admin.listOffsets([{ ...place, at: 'latest' }], { readCommitted: true });
        expect({ ...place, earliest: earliest!.offset, latest: latest!.offset, lastStable: lastStable!.offset }).toEqual({
          ...place,
          earliest: partition.earliest,
          latest: partition.latest,
          lastStable: partition.lastStable,
        });
      }
    }
  });

  it('gives every record, and to read_committed only what was committed', async () => {
    const { broker } = await open(vector);
    const wanted = of('record').map(({ kind: _, ...record }) => record);
    const topics = new Set(wanted.map((record) => record['topic']));
    const found = await readAll(broker, 'read_uncommitted', endsOf(lines, 'latest', (topic) => topics.has(topic)));
    expect(found.map(asLine).toSorted(byPlace)).toEqual(wanted.toSorted(byPlace));
    for (const { topic, offsets } of of('committed')) {
      const committed = await readAll(broker, 'read_committed', endsOf(lines, 'lastStable', (name) => name === topic));
      const places = committed.map((record) => [record.partition, record.offset]).toSorted((a, b) => a[0]! - b[0]! || a[1]! - b[1]!);
      expect({ topic, offsets: places }).toEqual({ topic, offsets });
    }
  });

  it('has its classic groups with their committed offsets', async () => {
    const { admin } = await open(vector);
    const classic = of('group').filter((group) => group['type'] === 'Classic');
    for (const group of classic) {
      const groupId = String(group['groupId']);
      const [description] = await admin.describeConsumerGroups([groupId]);
      expect(description).toMatchObject({ groupId, state: group['state'] });
      const offsets = await admin.listConsumerGroupOffsets(groupId);
      const found = offsets.map(({ topic, partition, offset, leaderEpoch, metadata }) => ({ partition: `${topic}-${partition}`, offset, leaderEpoch, metadata }));
      const name = (one: { partition: unknown }) => String(one.partition);
      const wanted = group['offsets'] as { partition: string }[];
      expect(found.toSorted((a, b) => name(a).localeCompare(name(b)))).toEqual(wanted.toSorted((a, b) => name(a).localeCompare(name(b))));
    }
  });

  it('has every record that Kafka had acknowledged', async () => {
    const { broker } = await open(vector);
    const acknowledged = of('acknowledged');
    const topics = new Set(acknowledged.map((line) => line.topic));
    const found = acknowledged.length === 0 ? [] : await readAll(broker, 'read_uncommitted', endsOf(lines, 'latest', (topic) => topics.has(topic)));
    const places = new Set(found.map((record) => `${record.topic}-${record.partition}@${record.offset}`));
    const lost = acknowledged.filter((line) => !places.has(`${line.topic}-${String(line['partition'])}@${String(line['offset'])}`));
    expect(lost).toEqual([]);
  });
});
