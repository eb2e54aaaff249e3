/** Directories of Apache Kafka 4.4.0 open here and give exactly what its own clients read from them. */
import { memoryFiles } from '@millrace/platform/memory';
import { batchPartitionLeaderEpoch, RecordReader } from '@millrace/protocol';
import { defaultLogConfig, LogManager, readMetaProperties, StorageError, type Log, type LogConfig } from '@millrace/storage';
import { describe, expect, it } from 'vitest';
import { bytesAt, environmentOver } from './world.js';
import { expectedOf, unpack, type ExpectedRecord, type VectorDirectory } from './vectors.js';

const root = '/data';
// The timestamps are old: nothing is to expire.
const configOf = (): LogConfig => ({ ...defaultLogConfig, retentionMs: -1, producerIdExpirationMs: 2 ** 63 });

async function openVector(vector: VectorDirectory, files = memoryFiles()): Promise<LogManager> {
  if (!files.exists(`${root}/meta.properties`)) unpack(files, vector, root);
  const { clusterId, nodeId } = expectedOf(vector);
  return LogManager.open({ platform: environmentOver(files), directories: [root], clusterId, nodeId, configOf });
}

const base64 = (bytes: Uint8Array | null): string | null => (bytes === null ? null : Buffer.from(bytes).toString('base64'));

async function recordsOf(log: Log): Promise<ExpectedRecord[]> {
  const records: ExpectedRecord[] = [];
  for (let next = log.logStartOffset; next < log.logEndOffset; ) {
    const reader = new RecordReader(await bytesAt(log, next, 4000));
    while (reader.nextBatch()) {
      next = Math.max(next, reader.lastOffset + 1);
      if (reader.isControl) continue;
      for (let record = reader.nextRecord(); record !== undefined; record = reader.nextRecord()) {
        if (record.offset < log.logStartOffset) continue;
        const { offset, timestamp, timestampType } = record;
        records.push({
          topic: log.topic,
          partition: log.partition,
          offset,
          timestamp,
          timestampType,
          leaderEpoch: batchPartitionLeaderEpoch(reader.buffer, reader.position),
          key: base64(record.key),
          value: base64(record.value),
          headers: record.headers.map(({ key, value }) => [key, base64(value)]),
        });
      }
    }
  }
  return records;
}

/** What a consumer with isolation.level=read_committed keeps. */
async function committedOffsets(log: Log): Promise<number[]> {
  const offsets: number[] = [];
  const end = log.lastStableOffset;
  const aborted = log.collectAborted(log.logStartOffset, end);
  const open = new Set<number>();
  for (let next = log.logStartOffset; next < end; ) {
    const reader = new RecordReader(await bytesAt(log, next, 1_000_000, 'lastStable'));
    while (reader.nextBatch()) {
      next = reader.lastOffset + 1;
      for (const transaction of aborted) if (transaction.firstOffset === reader.baseOffset) open.add(transaction.producerId);
      if (reader.isControl) open.delete(reader.producerId);
      else if (!(reader.isTransactional && open.has(reader.producerId))) {
        for (let record = reader.nextRecord(); record !== undefined; record = reader.nextRecord()) offsets.push(record.offset);
      }
    }
  }
  return offsets;
}

async function compare(manager: LogManager, vector: VectorDirectory): Promise<void> {
  const expected = expectedOf(vector);
  for (const { topic, topicId, partitions } of expected.topics) {
    for (const { partition, earliest, latest, lastStable } of partitions) {
      const log = manager.get(topic, partition)!;
      log.updateHighWatermark(log.logEndOffset);
      const { logStartOffset, logEndOffset, lastStableOffset } = log;
      expect({ topic, partition, topicId: log.topicId, logStartOffset, logEndOffset, lastStableOffset }).toEqual({
        topic,
        partition,
        topicId,
        logStartOffset: earliest,
        logEndOffset: latest,
        lastStableOffset: lastStable,
      });
      const records = expected.records.filter((record) => record.topic === topic && record.partition === partition).map(({ ...record }) => record);
      if (!topic.startsWith('__')) expect(await recordsOf(log)).toEqual(records.map(({ kind: _kind, ...record }: ExpectedRecord & { kind?: string }) => record));
    }
  }
  for (const { topic, offsets } of expected.committed) {
    const found: [number, number][] = [];
    for (const log of manager.logs()) if (log.topic === topic) for (const offset of await committedOffsets(log)) found.push([log.partition, offset]);
    expect(found).toEqual(offsets);
  }
}

describe('data-dir-clean', () => {
  it('has the records, offsets and transactions that Java clients saw, and scans nothing', async () => {
    const manager = await openVector('data-dir-clean');
    expect(manager.cleanShutdownBrokerEpoch).toBe(189);
    await compare(manager, 'data-dir-clean');
    for (const log of manager.logs()) expect(log.recoveryPoint).toBe(log.logEndOffset);
  });

  it('is the same after a stop and a start of ours', async () => {
    const files = memoryFiles();
    const manager = await openVector('data-dir-clean', files);
    await manager.shutdown(190);
    const again = await openVector('data-dir-clean', files);
    expect(again.cleanShutdownBrokerEpoch).toBe(190);
    await compare(again, 'data-dir-clean');
  });

  it('gives the same when every index is built again, and the indexes are Apache\'s own to the byte', async () => {
    const apache = memoryFiles();
    unpack(apache, 'data-dir-clean', root);
    const ours = memoryFiles();
    unpack(ours, 'data-dir-clean', root);
    // Not the last segment of `plain`: it was written in two runs, and each counts its index interval anew.
    const indexes = ['plain-0', 'plain-1', 'plain-2', 'txn-0', 'txn-1', 'trimmed-0', 'codec-none-0'].flatMap((directory) => {
      const names = ours.list(`${root}/${directory}`).filter((name) => name.endsWith('index'));
      const last = names.at(-1)!.slice(0, 20);
      return names.filter((name) => !(directory.startsWith('plain') && name.startsWith(last))).map((name) => `${root}/${directory}/${name}`);
    });
    const { clusterId, nodeId } = expectedOf('data-dir-clean');
    const config = { ...configOf(), indexIntervalBytes: 1024 };
    const withInterval = (topic: string): LogConfig => (topic === 'plain' ? config : configOf());
    const manager = await LogManager.open({ platform: environmentOver(ours), directories: [root], clusterId, nodeId, configOf: withInterval });
    await compare(manager, 'data-dir-clean');
    await manager.shutdown(1);
    expect(indexes.length).toBeGreaterThan(10);
    for (const path of indexes) expect({ path, bytes: base64(ours.readAll(path)) }).toEqual({ path, bytes: base64(apache.readAll(path)) });
  });
});

describe('data-dir-crashed', () => {
  it('recovers to what Apache Kafka itself recovered, with everything acknowledged', async () => {
    const manager = await openVector('data-dir-crashed');
    expect(manager.cleanShutdownBrokerEpoch).toBeNull();
    await compare(manager, 'data-dir-crashed');
    const { acknowledged } = expectedOf('data-dir-crashed');
    const byLog = new Map<string, Map<number, number>>();
    for (const log of manager.logs()) {
      byLog.set(`${log.topic}-${log.partition}`, new Map((await recordsOf(log)).map((record) => [record.offset, record.timestamp])));
    }
    const missing = acknowledged.filter(({ topic, partition, offset, timestamp }) => byLog.get(`${topic}-${partition}`)?.get(offset) !== timestamp);
    expect(missing).toEqual([]);
  });

  it('needs no recovery the next time', async () => {
    const files = memoryFiles();
    await (await openVector('data-dir-crashed', files)).shutdown(1);
    const again = await openVector('data-dir-crashed', files);
    await compare(again, 'data-dir-crashed');
    for (const log of again.logs()) expect(log.recoveryPoint).toBe(log.logEndOffset);
  });
});

describe('data-dir-formatted', () => {
  it('opens empty for its own cluster and node, and for no other', async () => {
    const files = memoryFiles();
    unpack(files, 'data-dir-formatted', root);
    const { clusterId, nodeId } = readMetaProperties(files, root)!;
    const platform = environmentOver(files);
    const open = (cluster: string, node: number): Promise<LogManager> => LogManager.open({ platform, directories: [root], clusterId: cluster, nodeId: node });
    await expect(open('another', nodeId)).rejects.toMatchObject({ kind: 'inconsistent' });
    await expect(open(clusterId, nodeId + 1)).rejects.toMatchObject({ kind: 'inconsistent' });
    const manager = await open(clusterId, nodeId);
    expect([...manager.logs()]).toEqual([]);
    await expect(open(clusterId, nodeId)).rejects.toMatchObject({ kind: 'locked' });
    await manager.shutdown(1);
    await (await open(clusterId, nodeId)).shutdown(1);
  });

  it('is not taken for formatted without meta.properties', async () => {
    const files = memoryFiles();
    files.makeDirectory(root);
    const opening = LogManager.open({ platform: environmentOver(files), directories: [root], clusterId: 'x', nodeId: 1 });
    await expect(opening).rejects.toThrow(StorageError);
    await expect(opening).rejects.toMatchObject({ kind: 'not-formatted', path: root });
  });
});
