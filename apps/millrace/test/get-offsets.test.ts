import { describe, expect, it } from 'vitest';
import { printApiVersions } from '../src/broker-api-versions.js';
import { getOffsets, getOffsetsOptions } from '../src/get-offsets.js';
import { checkHealth } from '../src/health.js';
import { fakeAdmin, topic } from './fake-admin.js';
import { fakeIo } from './fake-io.js';

async function offsets(args: string) {
  const io = fakeIo();
  const admin = fakeAdmin({ topics: [topic('b', 3), topic('a', 1), topic('__internal', 1)], ends: { 'a-0': 4, 'b-0': 5, 'b-1': 6, '__internal-0': 1 }, starts: { 'a-0': 1, 'b-0': 0, 'b-1': 0, 'b-2': 0, '__internal-0': 0 } });
  await getOffsets(getOffsetsOptions(['--bootstrap-server', 'b:1', ...args.split(' ').filter(Boolean)], io), admin, io);
  return { printed: io.printed(), complaints: io.complaints };
}

describe('kafka-get-offsets', () => {
  it('prints the end of each partition in order, and skips one that cannot tell', async () => {
    expect(await offsets('')).toEqual({ printed: '__internal:0:1\na:0:4\nb:0:5\nb:1:6\n', complaints: ['Skip getting offsets for topic-partition b-2 due to: no leader'] });
  });

  it.each([
    ['--topic a --time -2', 'a:0:1\n'],
    ['--topic a --time earliest', 'a:0:1\n'],
    ['--topic [ab] --exclude-internal-topics --partitions 0', 'a:0:4\nb:0:5\n'],
    ['--topic-partitions b:1,a', 'a:0:4\nb:1:6\n'],
    ['--topic-partitions b:0-2', 'b:0:5\nb:1:6\n'],
    ['--topic-partitions b:-1', 'b:0:5\n'],
    ['--topic-partitions :1', 'b:1:6\n'],
    ['--topic-partitions a:', 'a:0:4\n'],
    ['--topic a --partitions=', 'a:0:4\n'],
    // No record has such a timestamp: nothing is printed for the partition.
    ['--topic a --time -3', ''],
  ])('%s', async (args, printed) => expect((await offsets(args)).printed).toBe(printed));

  it.each([
    ['--topic zzz', 'Could not match any topic-partitions with the specified filters'],
    ['--time soon', 'Malformed time argument soon'],
    ['--time -9', 'Malformed time argument -9'],
    ['--partitions x', '--partitions expects a comma separated list of numeric partition ids, but received: x'],
    ['--topic-partitions a:b', 'Invalid rule specification: a:b'],
    ['--topic-partitions a --topic b', '--topic-partitions cannot be used with --topic or --partitions'],
    ['--broker-list x:1', 'cannot be specified together'],
  ])('refuses %j', async (args, message) => await expect(offsets(args)).rejects.toThrow(message));

  it('takes the older name with a warning', () => {
    const io = fakeIo();
    expect(getOffsetsOptions(['--broker-list', 'x:1'], io).bootstrapServer).toBe('x:1');
    expect(io.complaints).toEqual(['Option --broker-list is deprecated and will be removed in a future version. Use --bootstrap-server instead.']);
  });
});

describe('kafka-broker-api-versions and health', () => {
  it('prints the versions of each broker', async () => {
    const io = fakeIo();
    await printApiVersions(fakeAdmin(), io);
    const lines = io.printed().split('\n');
    expect(lines.slice(0, 4)).toEqual(['localhost:9092 (id: 1 rack: null isFenced: false) -> (', '\tProduce(0): 0 to 99 [usable: 13],', '\tFetch(1): 4 to 18 [usable: 18],', '\tListOffsets(2): UNSUPPORTED,']);
    expect(lines.slice(-3)).toEqual(['\tUNKNOWN(32000): 1', ')', '']);
  });

  it('says whether a broker answers', async () => {
    const well = fakeIo();
    expect(await checkHealth('b:1', fakeAdmin(), well)).toBe(0);
    expect(well.printed()).toBe('healthy: cluster c, controller 1, one broker\n');
    const ill = fakeIo();
    expect(await checkHealth('b:1', fakeAdmin({ fail: { describeCluster: new Error('refused') } }), ill)).toBe(1);
    expect(ill.complaints).toEqual(['unhealthy: b:1: refused']);
  });
});
