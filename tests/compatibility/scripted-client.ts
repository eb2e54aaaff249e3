/**
 * The tests that all clients driven by a script have in common. Such a script (python/, java/) takes a command and options:
 * `create`, `produce` (records on standard input), `read`, `member` (until the end of input) and `admin`, and reports in lines of JSON.
 */
import { expect, test } from 'vitest';
import { fresh } from './broker-under-test.js';
import { jsonLines, succeed, TalkingProcess } from './foreign-process.js';
import { groupOfThree, type GroupRecord, type Member, type MemberReport } from './group-of-three.js';
import { expectRecords, numberedRecords, standardRecords, type CodecName, type PlainRecord, type SeenRecord } from './standard-records.js';

export interface ScriptedClient {
  name: string;
  /** The program and its first arguments; asked when the tests run. */
  command: () => string[];
  bootstrap: () => string;
  codecs: readonly CodecName[];
  /** More options of `produce`, for an idempotent producer, and null for a client that has none. */
  idempotent: string[] | null;
  /** Ways to assign partitions, as options of `member`, by title. */
  assignors: Record<string, string[]>;
  recordsPerStep: number;
}

/** A record with its timestamp, for seeking. */
type TimedRecord = PlainRecord & { timestamp?: number };

type MemberLine = { owned: number[] } | { record: GroupRecord };

export class Script {
  readonly #client: ScriptedClient;

  constructor(client: ScriptedClient) {
    this.#client = client;
  }

  fresh(): string {
    return fresh(this.#client.name);
  }

  async call<T>(command: string, topic: string, options: string[] = [], input = ''): Promise<T[]> {
    const [program, ...first] = this.#arguments(command, topic, options);
    return jsonLines<T>(await succeed(program!, first, input));
  }

  async newTopic(partitions = 1): Promise<string> {
    const topic = this.fresh();
    await this.call('create', topic, ['--partitions', String(partitions)]);
    return topic;
  }

  async produce(topic: string, records: TimedRecord[], options: string[] = []): Promise<void> {
    await this.call('produce', topic, options, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  }

  read(topic: string, count: number, options: string[] = []): Promise<SeenRecord[]> {
    return this.call('read', topic, ['--count', String(count), ...options]);
  }

  join(topic: string, group: string, options: string[], report: MemberReport): Member {
    const [program, ...first] = this.#arguments('member', topic, ['--group', group, ...options]);
    const member = new TalkingProcess(program!, first, (line, stream) => {
      if (stream === 'stderr' || line === '') return;
      const told = JSON.parse(line) as MemberLine;
      if ('owned' in told) report.owned(told.owned);
      else report.record(told.record);
    });
    return { leave: () => member.end('end of input'), kill: () => member.kill() };
  }

  #arguments(command: string, topic: string, options: string[]): string[] {
    return [...this.#client.command(), command, '--bootstrap', this.#client.bootstrap(), '--topic', topic, ...options];
  }
}

export function scriptedClientTests(client: ScriptedClient): Script {
  const script = new Script(client);

  test.each(client.codecs)('records come back as they were sent, with %s', async (codec) => {
    const topic = await script.newTopic();
    await script.produce(topic, standardRecords(), ['--codec', codec]);
    expectRecords(await script.read(topic, standardRecords().length), standardRecords());
  });

  const { idempotent } = client;
  if (idempotent !== null) {
    test('an idempotent producer sends each record once', async () => {
      const topic = await script.newTopic();
      await script.produce(topic, numberedRecords(0, 5000), idempotent);
      expectRecords(await script.read(topic, 5000), numberedRecords(0, 5000));
    });
  }

  test.each(Object.entries(client.assignors))('a group of three (%s), with one leaving, one joining, and one that comes back', async (_, options) => {
    const topic = await script.newTopic(6);
    const group = script.fresh();
    await groupOfThree({
      partitions: 6,
      exactlyOnce: true,
      leavesWhileReading: true,
      committed: null,
      join: (__, report) => script.join(topic, group, options, report),
      produce: (from, count) => script.produce(topic, numberedRecords(from, count)),
    }, client.recordsPerStep);
  }, 300_000);

  test('seeks by timestamp', async () => {
    const topic = await script.newTopic();
    const base = Date.now() - 100_000;
    await script.produce(topic, numberedRecords(0, 10).map((record, index) => ({ ...record, timestamp: base + index * 1000 })));
    const [found, ...seen] = await script.call<{ found: [offset: number, timestamp: number] | null } & SeenRecord>('read', topic, ['--count', '5', '--timestamp', String(base + 4500)]);
    expect(found?.found?.[0]).toBe(5);
    expect(seen.map(({ value, timestamp }) => [value, timestamp - base])).toEqual([['5', 5000], ['6', 6000], ['7', 7000], ['8', 8000], ['9', 9000]]);
    expect(await script.call('read', topic, ['--count', '1', '--timestamp', String(base + 9001)])).toEqual([{ found: null }]);
  });

  return script;
}
