import { readFileSync } from 'node:fs';
import { RecordReader } from '@millrace/protocol';
import { describe, expect, test } from 'vitest';
import {
  controlBatch,
  controlRecordFrom,
  type LeaderChangeMessage,
  readQuorumState,
  readSnapshot,
  snapshotFileName,
  snapshotIdFromFileName,
  writeQuorumState,
  writeSnapshot,
} from '../src/index.js';

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`data/${name}`, import.meta.url)));
const textOf = (name: string): string => new TextDecoder().decode(bytesOf(name));
const DIRECTORY = 'JTAhEceLS5eRU92ELW7Cow';

describe('quorum-state', () => {
  test('of Apache Kafka is read, and written back the same', () => {
    const state = readQuorumState(textOf('quorum-state'));
    expect(state).toEqual({ leaderEpoch: 2, leaderId: 1, voted: null });
    expect(writeQuorumState(state, 1, [1])).toBe(textOf('quorum-state'));
  });

  test('keeps the vote with its directory, or in version 0 without it', () => {
    const state = { leaderEpoch: 5, leaderId: -1, voted: { id: 2, directoryId: DIRECTORY } };
    expect(readQuorumState(writeQuorumState(state, 1, [1, 2]))).toEqual(state);
    const old = writeQuorumState(state, 0, [1, 2]);
    expect(JSON.parse(old)).toMatchObject({ clusterId: '', appliedOffset: 0, currentVoters: [{ voterId: 1 }, { voterId: 2 }], data_version: 0 });
    expect(readQuorumState(old).voted).toEqual({ id: 2, directoryId: 'AAAAAAAAAAAAAAAAAAAAAA' });
  });

  test.each(['', '[]', '{}', '{"data_version":2}', '{"data_version":1,"leaderId":1,"leaderEpoch":"2","votedId":-1}'])('%j is refused', (text) => {
    expect(() => readQuorumState(text)).toThrow(/quorum-state: /);
  });
});

describe('snapshots', () => {
  test.each(['formatted.checkpoint', 'clean-124.checkpoint'])('%s of Apache Kafka is read', (name) => {
    const content = readSnapshot(bytesOf(name));
    expect(content.kraftVersion).toBe(1);
    expect(content.voters).toEqual([
      { id: 1, directoryId: DIRECTORY, endpoints: [{ name: 'CONTROLLER', host: '127.0.0.1', port: 29093 }], minKraftVersion: 0, maxKraftVersion: 1 },
    ]);
    expect(content.records).toHaveLength(name === 'formatted.checkpoint' ? 6 : 79);
  });

  test('what is written is read again, in as many batches as it takes', () => {
    const records = Array.from({ length: 3000 }, (_, index) => new Uint8Array(1000).fill(index));
    const content = { lastContainedLogTimestamp: 7, kraftVersion: 1, voters: readSnapshot(bytesOf('formatted.checkpoint')).voters, records };
    const bytes = writeSnapshot(content, { endOffset: 9, epoch: 3 }, 8);
    const { records: again, ...rest } = readSnapshot(bytes);
    expect({ ...rest, records: again.length }).toEqual({ ...content, records: 3000 });
    // Byte by byte an assertion over three megabytes takes long.
    expect(again.findIndex((record, index) => Buffer.compare(record, records[index]!) !== 0)).toBe(-1);
    const reader = new RecordReader(bytes);
    const offsets: number[] = [];
    while (reader.nextBatch()) for (let record = reader.nextRecord(); record !== undefined; record = reader.nextRecord()) offsets.push(record.offset);
    expect(offsets).toEqual(Array.from({ length: 3000 + 4 }, (_, index) => index));
  });

  test('the batches are those of Apache Kafka, byte for byte but for their times', () => {
    const apache = bytesOf('formatted.checkpoint');
    const content = readSnapshot(apache);
    // Its three batches were built at three moments; with one moment only times and checksums differ.
    const ours = writeSnapshot(content, { endOffset: 0, epoch: 0 }, 1795466713996);
    expect(ours.length).toBe(apache.length);
    const headerBatch = 12 + 0x9a;
    expect([...ours.subarray(0, headerBatch)]).toEqual([...apache.subarray(0, headerBatch)]);
  });

  test('one cut short is refused', () => {
    const bytes = bytesOf('formatted.checkpoint');
    expect(() => readSnapshot(bytes.subarray(0, bytes.length - 1))).toThrow(/cut short/);
    expect(() => readSnapshot(bytes.subarray(12 + 0x9a))).toThrow(/does not begin with a header/);
    expect(() => readSnapshot(new Uint8Array(0))).toThrow(/cut short/);
  });

  test('names', () => {
    expect(snapshotFileName({ endOffset: 124, epoch: 1 })).toBe('00000000000000000124-0000000001.checkpoint');
    expect(snapshotIdFromFileName('00000000000000000124-0000000001.checkpoint')).toEqual({ endOffset: 124, epoch: 1 });
    expect(snapshotIdFromFileName('00000000000000000124-0000000001.checkpoint.part')).toBeUndefined();
  });
});

test('control records are read as they were written', () => {
  const message: LeaderChangeMessage = { version: 0, leaderId: 1, voters: [{ voterId: 1 }], grantingVoters: [{ voterId: 1 }] };
  const batch = controlBatch([{ type: 'leaderChange', message }, { type: 'kraftVersion', kraftVersion: 1 }], { baseOffset: 187, epoch: 2, timestamp: 5 });
  const reader = new RecordReader(batch);
  expect(reader.nextBatch()).toBe(true);
  expect([reader.isControl, reader.baseOffset, reader.lastOffset]).toEqual([true, 187, 188]);
  const [first, second] = [reader.nextRecord(), reader.nextRecord()];
  expect(controlRecordFrom(first?.key ?? null, first?.value ?? null)).toMatchObject({ type: 'leaderChange', message: { leaderId: 1 } });
  expect(controlRecordFrom(second?.key ?? null, second?.value ?? null)).toEqual({ type: 'kraftVersion', kraftVersion: 1 });
  expect(controlRecordFrom(Uint8Array.of(0, 0, 0, 1), null)).toBeNull();
});
