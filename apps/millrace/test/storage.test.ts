import { describe, expect, it } from 'vitest';
import { nodePlatform, type Platform } from '@millrace/platform';
import { memoryFiles } from '@millrace/platform/memory';
import { formatStorage } from '../src/storage/format-storage.js';
import { parseVoters, type FormatFlags } from '../src/storage/format-flags.js';
import { storageInfo } from '../src/storage/storage-info.js';
import { storageTool } from '../src/storage/storage.js';
import { fakeIo } from './fake-io.js';

const clusterId = 'MkU3OEVBNTcwNTJENDM2Qk';
const file = (...more: string[]): string => ['process.roles=broker,controller', 'node.id=1', 'listeners=PLAINTEXT://:9092,CONTROLLER://:9093', 'controller.listener.names=CONTROLLER', ...more].join('\n');
const files = {
  'server.properties': file('controller.quorum.bootstrap.servers=localhost:9093', 'log.dirs=/a,/b'),
  'static.properties': file('controller.quorum.voters=1@localhost:9093', 'log.dirs=/a'),
  'broker.properties': ['process.roles=broker', 'node.id=1', 'controller.quorum.bootstrap.servers=localhost:9093', 'controller.listener.names=CONTROLLER', 'log.dirs=/a'].join('\n'),
  'bad.properties': file('controller.quorum.bootstrap.servers=localhost:9093', 'log.dirs=/a', 'num.partitions=none'),
};

function world(): Platform {
  return { ...nodePlatform({ log: { level: 'silent' } }), files: memoryFiles() };
}

function format(platform: Platform, flags: Partial<FormatFlags>) {
  const io = fakeIo({ files });
  const code = formatStorage({ config: 'server.properties', clusterId, ...flags }, platform, io);
  return { code, printed: io.printed() };
}

function info(platform: Platform, config = 'server.properties') {
  const io = fakeIo({ files });
  const code = storageInfo(config, platform, io);
  return { code, printed: io.printed() };
}

describe('kafka-storage format', () => {
  it('formats every directory, and info then finds them', () => {
    const platform = world();
    expect(format(platform, { standalone: true })).toEqual({
      code: 0,
      printed: [
        'Bootstrap metadata: metadata.version=33',
        'Formatting dynamic metadata voter directory /a with metadata.version 4.4-IV2.',
        'Formatting data directory /b with metadata.version 4.4-IV2.',
        '',
      ].join('\n'),
    });
    const { code, printed } = info(platform);
    expect(code).toBe(0);
    expect(printed).toMatch(new RegExp(`^Found log directories:\n {2}/a\n {2}/b\n\nFound metadata: \\{cluster\\.id=${clusterId}, directory\\.id=[\\w-]{22}, node\\.id=1, version=1\\}\n\n$`));
  });

  it('refuses what is formatted, unless it may be ignored', () => {
    const platform = world();
    format(platform, { standalone: true });
    expect(() => format(platform, { standalone: true })).toThrow('Log directory /a is already formatted. Use --ignore-formatted to ignore this directory and format the others.');
    expect(format(platform, { standalone: true, ignoreFormatted: true })).toEqual({ code: 0, printed: 'All of the log directories are already formatted.\n' });
    expect(() => format(platform, { standalone: true, ignoreFormatted: true, clusterId: 'AAAAAAAAAAAAAAAAAAAAAQ' })).toThrow(`Log directory /a belongs to cluster ${clusterId}`);
  });

  it('gives the metadata directory the id that --initial-controllers names for this node', () => {
    const platform = world();
    const { printed } = format(platform, { initialControllers: '2@h:2:AAAAAAAAAAAAAAAAAAAAAg,1@h:1:AAAAAAAAAAAAAAAAAAAAAQ' });
    expect(printed).toContain('Formatting dynamic metadata voter directory /a with');
    const propertiesOf = (path: string) => new TextDecoder().decode(platform.files.readAll(`${path}/meta.properties`));
    expect(propertiesOf('/a')).toContain('directory.id=AAAAAAAAAAAAAAAAAAAAAQ\n');
    expect(propertiesOf('/b')).toMatch(/^directory\.id=(?!AAAA)[\w-]{22}$/m);
  });

  it('formats a controller that is none of the initial ones, to join them later', () => {
    expect(format(world(), { initialControllers: '2@h:1:AAAAAAAAAAAAAAAAAAAAAQ' }).printed).toContain('Formatting dynamic metadata directory /a with');
  });

  it('takes any text for the id of the cluster, and short flags with =', async () => {
    expect(format(world(), { clusterId: 'my-cluster', standalone: true }).code).toBe(0);
    await expect(Promise.resolve().then(() => storageTool.run(['format', '-t=c', '-c=none.properties', '-s'], fakeIo({ files })))).rejects.toThrow('none.properties: no such file');
  });

  it('takes an older release and levels of features', () => {
    expect(format(world(), { standalone: true, releaseVersion: '4.0' }).printed).toContain('Bootstrap metadata: metadata.version=25\n');
    expect(format(world(), { standalone: true, releaseVersion: '4.0.1' }).printed).toContain('metadata.version=25\n');
    expect(format(world(), { standalone: true, releaseVersion: '3.5', feature: ['group.version=1'] }).printed).toContain('metadata.version=11, group.version=1\n');
    expect(format(world(), { standalone: true, feature: ['metadata.version=25', 'group.version=1'] }).printed).toContain('Bootstrap metadata: metadata.version=25, group.version=1\n');
  });

  it.each([
    [{ clusterId: '' }, "--cluster-id '' is not a text without spaces"],
    [{ standalone: true, feature: ['kraft.version=0'] }, 'kraft.version=0 is for fixed voters'],
    [{ config: 'static.properties', feature: ['kraft.version=1'] }, 'kraft.version=1 needs --standalone'],
    [{ standalone: true, feature: ['eligible.leader.replicas.version=1'], releaseVersion: '3.9' }, 'eligible.leader.replicas.version=1 needs metadata.version 23 or higher, not 21'],
    [{}, 'Because controller.quorum.voters is not set on this controller, you must specify one of the following: --standalone, --initial-controllers, or --no-initial-controllers.'],
    [{ standalone: true, initialControllers: false }, 'Only one of --standalone and --no-initial-controllers can be given'],
    [{ config: 'static.properties', standalone: true }, 'You cannot use --standalone while controller.quorum.voters is set'],
    [{ config: 'broker.properties', standalone: true }, 'You cannot use --standalone on a node that is not a controller'],
    [{ standalone: true, releaseVersion: '99' }, "Unknown release version '99'."],
    [{ standalone: true, feature: ['bogus=1'] }, 'Unsupported feature: bogus'],
    [{ standalone: true, feature: ['group.version'] }, '--feature group.version is not of the form name=level'],
    [{ standalone: true, feature: ['group.version=99'] }, 'Feature group.version has levels 0 to 1, not 99'],
    [{ standalone: true, feature: ['metadata.version=25'], releaseVersion: '4.0' }, 'cannot be given by both'],
    [{ standalone: true, addScram: ['SCRAM-SHA-256=[name=a,password=b]'] }, '--add-scram is not served yet'],
    [{ standalone: true, config: 'bad.properties' }, 'bad.properties:7: Invalid value none for configuration num.partitions: Not a number of type INT'],
    [{ standalone: true, config: 'none.properties' }, 'none.properties: no such file'],
  ] as [Partial<FormatFlags>, string][])('refuses %j', (flags, message) => {
    const platform = world();
    expect(() => format(platform, flags)).toThrow(message);
    expect(info(platform).printed).toContain('/a does not exist');
  });

  it('reads initial controllers', () => {
    expect(parseVoters('1@[::1]:9093:AAAAAAAAAAAAAAAAAAAAAQ,2@h:1:AAAAAAAAAAAAAAAAAAAAAg')).toEqual([
      { id: 1, host: '::1', port: 9093, directoryId: 'AAAAAAAAAAAAAAAAAAAAAQ' },
      { id: 2, host: 'h', port: 1, directoryId: 'AAAAAAAAAAAAAAAAAAAAAg' },
    ]);
    expect(() => parseVoters('1@h:1')).toThrow('1@h:1 is not of the form id@host:port:directory');
  });
});

describe('kafka-storage info', () => {
  it('names what is missing, and what belongs elsewhere, with exit code 1', () => {
    const platform = world();
    expect(info(platform)).toEqual({ code: 1, printed: 'Found problems:\n  /a does not exist\n  /b does not exist\n\n' });
    platform.files.makeDirectory('/a');
    format(platform, { standalone: true });
    platform.files.replace('/b/meta.properties', new TextEncoder().encode(`version=1\ncluster.id=${clusterId}\nnode.id=7\ndirectory.id=AAAAAAAAAAAAAAAAAAAAAQ\n`));
    const { code, printed } = info(platform);
    expect(code).toBe(1);
    expect(printed).toContain(`Found problem:\n  Metadata {cluster.id=${clusterId}, directory.id=AAAAAAAAAAAAAAAAAAAAAQ, node.id=7, version=1} is not of node 1`);
  });
});

describe('kafka-storage', () => {
  // What Apache Kafka 4.4.0's own tool prints.
  it.each([
    [[], 'metadata.version=33 (4.4-IV2)', [1, 2, 1, 1, 2, 1]],
    [['-r', '4.4'], 'metadata.version=33 (4.4)', [1, 2, 1, 1, 2, 1]],
    [['-r', '4.4-IV0'], 'metadata.version=31 (4.4-IV0)', [1, 2, 1, 1, 2, 1]],
    [['-r', '4.2-IV0'], 'metadata.version=28 (4.2-IV0)', [1, 2, 1, 1, 1, 0]],
    [['-r', '4.0-IV2'], 'metadata.version=24 (4.0-IV2)', [1, 2, 1, 0, 0, 0]],
    [['-r', '4.0-IV0'], 'metadata.version=22 (4.0-IV0)', [1, 0, 1, 0, 0, 0]],
    [['-r', '3.9'], 'metadata.version=21 (3.9)', [1, 0, 0, 0, 0, 0]],
  ])('maps the release %j to levels', async (flags, first, levels) => {
    const io = fakeIo();
    expect(await storageTool.run(['version-mapping', ...flags], io)).toBe(0);
    const names = ['kraft', 'transaction', 'group', 'eligible.leader.replicas', 'share', 'streams'];
    expect(io.printed()).toBe([first, ...names.map((name, index) => `${name}.version=${levels[index]}`), ''].join('\n'));
  });

  it('says what levels need', async () => {
    const io = fakeIo();
    const flags = ['metadata.version=33', 'share.version=2', 'eligible.leader.replicas.version=1'].flatMap((pair) => ['--feature', pair]);
    expect(await storageTool.run(['feature-dependencies', ...flags], io)).toBe(0);
    expect(io.printed()).toBe(
      'metadata.version=33 (4.4-IV2) has no dependencies.\nshare.version=2 has no dependencies.\neligible.leader.replicas.version=1 requires:\n    metadata.version=23 (4.0-IV1)\n',
    );
  });

  it('prints a random uuid that never begins with a hyphen', async () => {
    const io = fakeIo();
    expect(await storageTool.run(['random-uuid'], io)).toBe(0);
    expect(io.printed()).toMatch(/^[A-Za-z0-9_][\w-]{21}\n$/);
  });

  it.each([
    [[], 'kafka-storage needs a command'],
    [['bogus'], 'kafka-storage has no command bogus'],
    [['version-mapping', '-r', '9.9'], "Unknown metadata.version '9.9'"],
    [['feature-dependencies'], "required option '-f, --feature <name=level>' not specified"],
    [['feature-dependencies', '-f', 'bogus=2'], 'Unknown feature: bogus'],
    [['feature-dependencies', '-f', 'metadata.version=99'], 'Unknown metadata.version 99'],
    [['feature-dependencies', '-f', 'share.version=9'], 'Feature level 9 is not supported for feature share.version'],
    [['feature-dependencies', '-f', 'share.version'], 'Invalid feature format: share.version.'],
    [['format'], "required option '-c, --config <file>' not specified"],
    [['format', '-c', 'server.properties'], "required option '-t, --cluster-id <id>' not specified"],
    [['info'], "required option '-c, --config <file>' not specified"],
    [['random-uuid', '--bogus'], "unknown option '--bogus'"],
  ])('refuses %j', async (args, message) => await expect(Promise.resolve().then(() => storageTool.run(args, fakeIo({ files })))).rejects.toThrow(message));
});
