import { describe, expect, it } from 'vitest';
import type { GroupDescription } from '../src/admin-port.js';
import { consumerGroupsTool, runConsumerGroups } from '../src/consumer-groups/consumer-groups.js';
import { durationMs, epochMs } from '../src/consumer-groups/datetime.js';
import { groupsOptions } from '../src/consumer-groups/groups-options.js';
import { parseResetPlan } from '../src/consumer-groups/reset-plan.js';
import { fakeAdmin, topic, type FakeCluster } from './fake-admin.js';
import { fakeIo, type FakeIoOptions } from './fake-io.js';

const coordinator = { id: 1, host: 'localhost', port: 9092 };
const empty: GroupDescription = { groupId: 'g', state: 'Empty', protocol: '', coordinator, epoch: null, targetAssignmentEpoch: null, members: [] };
const classic = { groupInstanceId: null, epoch: null, targetAssignment: null };
const stable: GroupDescription = {
  groupId: 'g',
  state: 'Stable',
  protocol: 'range',
  coordinator,
  epoch: null,
  targetAssignmentEpoch: null,
  members: [
    { ...classic, memberId: 'm1', clientId: 'c1', host: '/10.0.0.1', assignment: [{ topic: 't', partition: 1 }] },
    { ...classic, memberId: 'm2', clientId: 'c2', host: '/10.0.0.2', assignment: [{ topic: 't', partition: 2 }, { topic: 't', partition: 0 }] },
    { ...classic, memberId: 'm3', clientId: 'c3', host: '/10.0.0.3', assignment: [] },
  ],
};
const cluster: FakeCluster = {
  topics: [topic('t', 4)],
  committed: [
    { topic: 't', partition: 0, offset: 5, leaderEpoch: 0 },
    { topic: 't', partition: 1, offset: 6, leaderEpoch: 0 },
    { topic: 't', partition: 3, offset: 7, leaderEpoch: null },
  ],
  ends: { 't-0': 10, 't-1': 6, 't-2': 3, 't-3': 20 },
  starts: { 't-0': 2, 't-1': 0, 't-2': 0, 't-3': 0 },
};

async function groups(args: string, more: FakeCluster = {}, files: FakeIoOptions = {}) {
  const io = fakeIo(files);
  const admin = fakeAdmin({ ...cluster, ...more });
  const code = await runConsumerGroups(groupsOptions(['--bootstrap-server', 'b:1', ...args.split(' ')], io), admin, io);
  return { code, printed: io.printed(), complaints: io.complaints, calls: admin.calls };
}

describe('kafka-consumer-groups --describe', () => {
  it('shows offsets and lag, readers of most partitions first, then what nobody reads', async () => {
    expect((await groups('--describe --group g', { groups: [stable] })).printed).toBe(
      [
        '',
        'GROUP           TOPIC           PARTITION  CURRENT-OFFSET  LOG-END-OFFSET  LAG             CONSUMER-ID     HOST            CLIENT-ID',
        'g               t               0          5               10              5               m2              /10.0.0.2       c2',
        'g               t               2          -               3               -               m2              /10.0.0.2       c2',
        'g               t               1          6               6               0               m1              /10.0.0.1       c1',
        'g               t               3          7               20              13              -               -               -',
        '',
      ].join('\n'),
    );
  });

  it('adds the leader epoch with --verbose', async () => {
    const { printed } = await groups('--describe --group g --verbose', { groups: [stable] });
    expect(printed).toContain('PARTITION  LEADER-EPOCH    CURRENT-OFFSET');
    expect(printed).toContain('g               t               0          0               5 ');
    expect(printed).toContain('g               t               3          -               7 ');
  });

  it('shows the head of the table of members for a group without', async () => {
    const long = 'a-name-that-needs-more-room';
    for (const groupId of ['g', long]) {
      expect((await groups(`--describe --group ${groupId} --members`, { groups: [{ ...empty, groupId }] })).printed).toBe('\nGROUP           CONSUMER-ID     HOST            CLIENT-ID       #PARTITIONS     \n');
    }
  });

  it('shows a dash for the assignor that a group without members lacks', async () => {
    const { printed } = await groups('--describe --group g --state', { groups: [{ ...empty, protocol: '' }] });
    expect(printed.split('\n')[2]).toMatch(/^g +\S+  \(1\) +- +Empty +0$/);
  });

  it('shows members', async () => {
    expect((await groups('--describe --group g --members', { groups: [stable] })).printed).toBe(
      [
        '',
        'GROUP           CONSUMER-ID     HOST            CLIENT-ID       #PARTITIONS     ',
        'g               m1              /10.0.0.1       c1              1               ',
        'g               m2              /10.0.0.2       c2              2               ',
        'g               m3              /10.0.0.3       c3              0               ',
        '',
      ].join('\n'),
    );
    const verbose = (await groups('--describe --group g --members --verbose', { groups: [stable] })).printed;
    expect(verbose).toContain('#PARTITIONS     CURRENT-EPOCH   CURRENT-ASSIGNMENT   TARGET-EPOCH    TARGET-ASSIGNMENT   ');
    expect(verbose).toContain('t:0,2');
    const named = { ...stable, members: stable.members.map((member) => ({ ...member, groupInstanceId: 'one' })) };
    expect((await groups('--describe --group g --members', { groups: [named] })).printed).toContain('CONSUMER-ID     GROUP-INSTANCE-ID HOST');
  });

  it('shows the epochs and targets of a group of the newer protocol', async () => {
    const members = stable.members.slice(0, 1).map((member) => ({ ...member, epoch: 3, targetAssignment: [{ topic: 't', partition: 1 }, { topic: 'a-topic-of-some-length', partition: 0 }] }));
    const newer = { ...stable, epoch: 5, targetAssignmentEpoch: 4, members };
    expect((await groups('--describe --group g --members --verbose', { groups: [newer] })).printed).toBe(
      [
        '',
        'GROUP           CONSUMER-ID     HOST            CLIENT-ID       #PARTITIONS     CURRENT-EPOCH   CURRENT-ASSIGNMENT   TARGET-EPOCH    TARGET-ASSIGNMENT           ',
        'g               m1              /10.0.0.1       c1              1               3               t:1                  4               a-topic-of-some-length:0;t:1',
        '',
      ].join('\n'),
    );
    expect((await groups('--describe --group g --state --verbose', { groups: [newer] })).printed).toMatch(/Stable {15}5 {15}4 {25}1\n$/);
  });

  it('shows the state', async () => {
    expect((await groups('--describe --group g --state', { groups: [stable] })).printed).toBe(
      [
        '',
        'GROUP           COORDINATOR (ID)          ASSIGNMENT-STRATEGY  STATE                #MEMBERS',
        'g               localhost:9092  (1)       range                Stable               3',
        '',
      ].join('\n'),
    );
  });

  it.each([
    [{ ...empty }, "\nConsumer group 'g' has no active members."],
    [{ ...stable, state: 'PreparingRebalance' }, "\nWarning: Consumer group 'g' is rebalancing."],
    [{ ...empty, state: 'Dead' }, "\nError: Consumer group 'g' does not exist."],
  ])('says what is special', async (group, complaint) => {
    expect((await groups('--describe --group g', { groups: [group] })).complaints).toEqual([complaint]);
  });
});

describe('kafka-consumer-groups --list', () => {
  const listings = [
    { groupId: 'a', state: 'Stable', type: 'Classic', protocolType: 'consumer' },
    { groupId: 'connect-x', state: 'Stable', type: 'Classic', protocolType: 'connect' },
    { groupId: 'b', state: 'Empty', type: 'Consumer', protocolType: '' },
  ];
  it('lists groups of consumers, with columns when asked', async () => {
    expect((await groups('--list', { listings })).printed).toBe('a\nb\n');
    expect((await groups('--list --all-groups', { listings })).printed).toBe('a\nb\n');
    expect((await groups('--list --state', { listings })).printed).toBe(`${'GROUP'.padEnd(25)} ${'STATE'.padEnd(20)}\n${'a'.padEnd(25)} ${'Stable'.padEnd(20)}\n${'b'.padEnd(25)} ${'Empty'.padEnd(20)}\n`);
    expect((await groups('--list --type --state', { listings })).printed).toContain(`${'b'.padEnd(25)} ${'Consumer'.padEnd(20)} ${'Empty'.padEnd(20)}`);
    await expect(groups('--list --state sleepy', { listings })).rejects.toThrow("Invalid state list 'sleepy'. Valid states are: PreparingRebalance");
  });
});

describe('kafka-consumer-groups --reset-offsets', () => {
  const reset = async (args: string, more: FakeCluster = {}, io: FakeIoOptions = {}) => {
    const result = await groups(`--reset-offsets --group g ${args}`, { groups: [empty], ...more }, io);
    return { ...result, rows: result.printed.split('\n').slice(2, -1).map((row) => row.trim().split(/\s+/).slice(1).join(' ')) };
  };

  it.each([
    ['--to-earliest --topic t', ['t 0 2', 't 1 0', 't 2 0', 't 3 0']],
    ['--to-latest --topic t:0,2', ['t 0 10', 't 2 3']],
    ['--to-latest --all-topics', ['t 0 10', 't 1 6', 't 3 20']],
    ['--to-offset 4 --topic t', ['t 0 4', 't 1 4', 't 2 3', 't 3 4']],
    ['--to-offset 1 --topic t:0', ['t 0 2']],
    ['--to-offset -1 --topic t:0,0', ['t 0 2']],
    ['--to-latest --topic t:2 --all-topics', ['t 0 10', 't 1 6', 't 3 20']],
    ['--shift-by -4 --all-topics', ['t 0 2', 't 1 2', 't 3 3']],
    ['--shift-by 100 --topic t:3', ['t 3 20']],
    ['--to-current --topic t', ['t 0 5', 't 1 6', 't 2 3', 't 3 7']],
  ])('%s', async (args, rows) => {
    const result = await reset(args);
    expect(result.rows).toEqual(rows);
    expect(result.calls).toEqual([]);
  });

  it('finds offsets by time, and falls back to the end', async () => {
    const atTime = { 't-0': 9, 't-1': -1 };
    expect((await reset('--to-datetime 2026-01-01T00:00:00.000 --topic t:0,1', { atTime })).rows).toEqual(['t 0 9', 't 1 6']);
    expect((await reset('--by-duration PT1H --topic t:0', { atTime })).rows).toEqual(['t 0 9']);
  });

  it('says that nothing is done without --execute, unless --dry-run says so already', async () => {
    expect((await reset('--to-latest --topic t')).complaints).toEqual(['WARN: No action will be performed as the --execute option is missing.']);
    expect((await reset('--to-latest --topic t --dry-run')).complaints).toEqual([]);
  });

  it('commits only with --execute', async () => {
    const { calls } = await reset('--to-earliest --topic t:0 --execute');
    expect(calls).toEqual([['commitOffsets', 'g', [{ topic: 't', partition: 0, offset: 2 }]]]);
  });

  it('exports and takes a plan', async () => {
    expect((await reset('--to-latest --topic t:0,1 --export')).printed).toBe('t,0,10\nt,1,6\n');
    expect((await reset('--from-file plan.csv', {}, { files: { 'plan.csv': 't,0,3\n"t",1,900\n' } })).rows).toEqual(['t 0 3', 't 1 6']);
    expect(() => parseResetPlan('t,x,1', ['g'])).toThrow('line 1 of the reset plan is not topic,partition,offset: t,x,1');
    expect(parseResetPlan('a,t,0,1\nb,"with, comma",2,3', ['a', 'b'])).toEqual(new Map([['a', [{ topic: 't', partition: 0, offset: 1 }]], ['b', [{ topic: 'with, comma', partition: 2, offset: 3 }]]]));
  });

  it('refuses a plan with partitions that are not there', async () => {
    await expect(reset('--from-file plan.csv', {}, { files: { 'plan.csv': 't,9,3\n' } })).rejects.toThrow('The partitions "t-9" do not exist');
  });

  it('refuses a group that is in use', async () => {
    const result = await reset('--to-earliest --topic t --dry-run', { groups: [stable] });
    expect(result.complaints).toEqual(["\nError: Assignments can only be reset if the group 'g' is inactive, but the current state is Stable."]);
    // The exit code of Kafka's tool.
    expect(result.code).toBe(0);
  });

  it('refuses to shift what is not committed', async () => {
    await expect(reset('--shift-by 1 --topic t:2')).rejects.toThrow('Cannot shift offset for partition t-2 since there is no current committed offset');
  });
});

describe('kafka-consumer-groups --delete', () => {
  it('deletes groups, and says which it could not', async () => {
    expect(await groups('--delete --group g --group h')).toMatchObject({ code: 0, printed: "Deletion of requested consumer groups ('g, h') was successful.\n" });
    const busy = Object.assign(new Error('in use'), { name: 'NON_EMPTY_GROUP' });
    expect(await groups('--delete --group g', { fail: { deleteGroup: busy } })).toMatchObject({ code: 0, complaints: ['\nError: Deletion of some consumer groups failed:', "* Group 'g' could not be deleted due to: in use"] });
  });

  it('deletes offsets', async () => {
    const { printed, calls } = await groups('--delete-offsets --group g --topic t:0,1');
    expect(calls).toEqual([['deleteOffsets', 'g', [{ topic: 't', partition: 0 }, { topic: 't', partition: 1 }]]]);
    expect(printed).toBe(
      [
        'Request succeeded for deleting offsets from group g.',
        '',
        'TOPIC           PARTITION  STATUS         ',
        't               0          Successful     ',
        't               1          Successful     ',
        '',
      ].join('\n'),
    );
  });

  it('deletes what it can, and says what it cannot', async () => {
    const { printed, calls, complaints, code } = await groups('--delete-offsets --group g --topic nope --topic t:9');
    expect(calls).toEqual([['deleteOffsets', 'g', [{ topic: 't', partition: 9 }]]]);
    expect(printed).toMatch(/\nnope {12}- {10}Error: .+\nt {15}9 {10}Successful {5}\n$/);
    expect(complaints).toEqual(['\nError: Encounter some partition level error, see the follow-up details:']);
    expect(code).toBe(0);
  });
});

describe('kafka-consumer-groups refuses', () => {
  it.each([
    ['--group g', 'Command must include exactly one action'],
    ['--describe', 'Option --describe takes one of these options: --group, --all-groups'],
    ['--describe --group g --all-groups', "can't be used with"],
    ['--describe --group g --members --offsets', 'takes at most one of these options'],
    ['--describe --group g --state Stable', 'does not take a value for --state'],
    ['--reset-offsets --group g --topic t', 'requires one of the following scenarios'],
    ['--reset-offsets --group g --topic t --to-latest --to-earliest', "can't be used with option"],
    ['--reset-offsets --group g --to-latest', 'One of the reset scopes should be defined'],
    ['--reset-offsets --group g --topic t --to-latest --execute --dry-run', 'only accepts one of --execute and --dry-run'],
    ['--reset-offsets --group g --topic t --by-duration 1h', '1h is not a duration'],
    ['--reset-offsets --group g --topic t --to-offset x', 'x is not a whole number'],
    ['--reset-offsets --group g --topic t:x --to-latest', "'x' is not a partition"],
    ['--reset-offsets --group g --topic t --to-datetime yesterday', 'yesterday is not a time of the form'],
    ['--reset-offsets --group g --topic t --to-datetime 2026-02-30T00:00:00.000', '2026-02-30T00:00:00.000 is not a time of the form'],
    ['--delete --group g --topic t', 'does not support topic-specific offset deletion'],
    ['--delete-offsets --group g', 'takes the following options: --group, --topic'],
    ['--describe --group g --to-latest', "Option --to-latest can't be used with option --describe"],
  ])('%j', async (args, message) => await expect(groups(args, { groups: [empty] })).rejects.toThrow(message));

  it('reads times and durations', () => {
    expect(epochMs('1970-01-01T00:00:01.5')).toBe(1500);
    expect(epochMs('1970-01-01T01:00:00.000+0100')).toBe(0);
    expect(epochMs('1970-01-01T01:00:00+01')).toBe(0);
    expect(durationMs('P1DT2H3M4.5S')).toBe(93_784_500);
    expect(durationMs('-PT1H')).toBe(-3_600_000);
    expect(durationMs('PT1H-30M')).toBe(1_800_000);
    expect(() => epochMs('1970-13-01T00:00:00')).toThrow('is not a time');
  });
});

describe('kafka-consumer-groups --validate-regex', () => {
  it.each([
    [['--validate-regex', 'a.*'], 'The regular expression `a.*` is valid.\n'],
    [['--validate-regex', 'a(?!b)', '--bootstrap-server', '127.0.0.1:1'], 'The regular expression `a(?!b)` is invalid: invalid or unsupported Perl syntax.\n'],
  ])('answers %j without a broker, with exit code 0', async (args, printed) => {
    const io = fakeIo();
    expect(await consumerGroupsTool.run(args, io)).toBe(0);
    expect(io.printed()).toBe(printed);
  });

  it('is an action of its own', async () => {
    await expect(Promise.resolve().then(() => consumerGroupsTool.run(['--list', '--validate-regex', 'a'], fakeIo()))).rejects.toThrow('Command must include exactly one action');
  });
});
