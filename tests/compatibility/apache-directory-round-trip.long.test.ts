/**
 * One data directory, in turn under our broker and under Apache Kafka's: what one wrote the other serves unchanged, after a clean stop
 * and after kill -9. And Apache's own reader of files, DumpLogSegments, finds nothing wrong in ours.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureCodec } from '@millrace/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BrokerProcess } from '../processes/broker-program.js';
import { bundleProgram, type Program } from '../processes/program.js';
import { startApacheKafka } from './apache-kafka.js';
import { Contents, type Mark } from './directory-contents.js';
import { succeed } from './foreign-process.js';
import { javaClients, javaTools, missingKcat, titled } from './foreign-programs.js';

const port = 22_100;
const missing = javaClients().missing ?? javaTools().missing ?? missingKcat();
const settings: Record<string, string> = {
  listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${port + 1}`,
  'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
  'controller.quorum.bootstrap.servers': `127.0.0.1:${port + 1}`,
  'offsets.topic.num.partitions': '4',
};

interface Running {
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** Starts a broker on the directory; who comes first formats it. */
type Start = (directory: string, isFirst: boolean) => Promise<Running>;
type Ending = 'stop' | 'kill';

describe.skipIf(missing !== null)(titled('a data directory of both', missing), () => {
  let program: Program;

  beforeAll(async () => {
    await ensureCodec(4);
    program = bundleProgram('millrace-broker');
  }, 120_000);

  afterAll(() => program?.remove());

  const ours: Start = (directory) => BrokerProcess.start(program, { directory: join(directory, 'data'), properties: settings });
  const apache: Start = async (directory, isFirst) => {
    const kafka = await startApacheKafka({ port, directory, standalone: true, keepsData: !isFirst });
    if (kafka === null) throw new Error('there are no jars');
    return kafka;
  };

  /** Each broker in turn finds what the ones before it left, leaves more, and ends so. */
  async function inTurn(turns: readonly [start: Start, ending: Ending][], look: (directory: string) => Promise<void> = () => Promise.resolve()): Promise<void> {
    const directory = mkdtempSync(join(tmpdir(), 'millrace-round-trip-'));
    mkdirSync(join(directory, 'data'));
    const contents = new Contents(`127.0.0.1:${port}`);
    let left: Mark | null = null;
    try {
      for (const [turn, [start, ending]] of turns.entries()) {
        const broker = await start(directory, turn === 0);
        try {
          if (left !== null) await contents.expectAsLeft(left);
          left = await contents.add(turn);
          await broker[ending]();
        } catch (error) {
          await broker.kill();
          throw error;
        }
        await look(directory);
      }
    } finally {
      contents.close();
      rmSync(directory, { recursive: true, force: true });
    }
  }

  test('one that ours made', () => inTurn([[ours, 'stop'], [apache, 'stop'], [ours, 'kill'], [apache, 'kill'], [ours, 'stop']]), 300_000);

  test('one that Apache made', () => inTurn([[apache, 'stop'], [ours, 'kill'], [apache, 'stop']]), 300_000);

  test('neither starts while the other one runs on it', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'millrace-round-trip-'));
    const data = join(directory, 'data');
    mkdirSync(data);
    const contents = new Contents(`127.0.0.1:${port}`);
    try {
      const first = await ours(directory, true);
      try {
        const left = await contents.add(0);
        await expect(startApacheKafka({ port: port + 10, directory, standalone: true, keepsData: true })).rejects.toThrow('the broker ended with code 1');
        await contents.expectAsLeft(left);
      } finally {
        await first.stop();
      }
      rmSync(join(directory, 'server.properties')); // of the other port
      const second = await apache(directory, false);
      try {
        const late = await BrokerProcess.launch(program, { directory: data });
        expect(await late.ended).toBe(1);
        expect(late.output.trimEnd().split('\n')).toEqual([expect.stringContaining(`${data}: another broker uses this directory (it holds the lock)`)]);
      } finally {
        await second.stop();
      }
    } finally {
      contents.close();
      rmSync(directory, { recursive: true, force: true });
    }
  }, 240_000);

  test("Apache's tool reads every file of ours", () => inTurn([[ours, 'stop'], [ours, 'stop']], expectReadable), 240_000);
});

/** Segments, indexes, snapshots of producers and of the metadata, through DumpLogSegments. */
async function expectReadable(directory: string): Promise<void> {
  const files = filesUnder(join(directory, 'data')).filter((file) => statSync(file).size > 0);
  const plain = files.filter((file) => !file.includes('__cluster_metadata') && !file.includes('__consumer_offsets'));
  const logs = plain.filter((file) => file.endsWith('.log'));
  const dumped = await dump(logs, '--deep-iteration', '--print-data-log');
  expect(dumped.match(/^baseOffset: /gm)?.length).toBeGreaterThan(10);
  expect(dumped).toMatch(/compresscodec: zstd/);
  await dump(plain.filter((file) => /\.(index|timeindex)$/.test(file)), '--verify-index-only');
  await dump(plain.filter((file) => file.endsWith('index')), '--index-sanity-check');
  expect(await dump(plain.filter((file) => file.endsWith('.snapshot')))).toMatch(/producerId: \d+ producerEpoch: \d+/);
  const offsets = files.filter((file) => file.includes('__consumer_offsets') && file.endsWith('.log'));
  expect(await dump(offsets, '--offsets-decoder')).toMatch(/"group":"readers"/);
  const metadata = files.filter((file) => file.includes('__cluster_metadata') && /\.(log|checkpoint)$/.test(file));
  const records = await dump(metadata, '--cluster-metadata-decoder', '--skip-record-metadata');
  expect(records).toMatch(/"type":"TOPIC_RECORD"/);
  expect(records).toMatch(/"type":"FEATURE_LEVEL_RECORD"/);
  await dump(files.filter((file) => file.includes('__cluster_metadata') && file.endsWith('index')), '--index-sanity-check');
}

async function dump(files: readonly string[], ...flags: string[]): Promise<string> {
  expect(files.length).toBeGreaterThan(0);
  const output = await succeed('java', ['-Xmx256m', '-cp', javaTools().classPath, 'org.apache.kafka.tools.DumpLogSegments', ...flags, '--files', files.join(',')]);
  expect(output.split('\n').filter((line) => /isvalid: false|mismatch|non-consecutive|corrupt|could not|exception|malformed/i.test(line))).toEqual([]);
  return output;
}

function filesUnder(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
