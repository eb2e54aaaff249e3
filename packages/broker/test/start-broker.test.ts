import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { nodePlatform } from '@millrace/platform';
import { StartError, startBroker, type RunningBroker, type StartBrokerOptions } from '../src/index.js';

const started: RunningBroker[] = [];
const directories: string[] = [];

async function start(options: StartBrokerOptions = {}): Promise<RunningBroker> {
  const broker = await startBroker({ logLevel: 'silent', ...options });
  started.push(broker);
  return broker;
}

function directory(): string {
  const path = mkdtempSync(join(tmpdir(), 'millrace-broker-'));
  directories.push(path);
  return path;
}

afterEach(async () => {
  for (const broker of started.splice(0)) await broker.stop();
  for (const path of directories.splice(0)) rmSync(path, { recursive: true, force: true });
});

describe('startBroker', () => {
  it('serves in memory on a free port, and is gone after stop', async () => {
    const broker = await start();
    expect(broker.port).toBeGreaterThan(0);
    const { network } = nodePlatform();
    const connection = await network.connect({ host: broker.host, port: broker.port });
    connection.start({ onBytes() {}, onDrain() {}, onClose() {} });
    await broker.stop();
    await expect(network.connect({ host: broker.host, port: broker.port })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('runs several at once, each a cluster of its own', async () => {
    const [one, other] = [await start(), await start()];
    expect(one.port).not.toBe(other.port);
    expect(one.clusterId).not.toBe(other.clusterId);
  });

  it('keeps its cluster in a directory, and marks a clean stop', async () => {
    const path = directory();
    const first = await start({ directory: path });
    await first.stop();
    expect(JSON.parse(readFileSync(join(path, '.kafka_cleanshutdown'), 'utf8'))).toMatchObject({ version: 0 });
    const second = await start({ directory: path });
    expect(second.clusterId).toBe(first.clusterId);
  });

  it('names the directory that another broker holds', async () => {
    const path = directory();
    await start({ directory: path });
    await expect(start({ directory: path })).rejects.toThrow(path);
  });

  it('names the port that is in use, and lets go of the directory', async () => {
    const other = await start();
    const path = directory();
    await expect(start({ directory: path, port: other.port })).rejects.toThrow(
      new StartError(`Listener PLAINTEXT cannot be opened on 127.0.0.1:${other.port}: another program uses this port (EADDRINUSE)`),
    );
    await start({ directory: path });
  });

  it('names the address that this machine does not have', async () => {
    await expect(start({ host: '192.0.2.1' })).rejects.toThrow(/PLAINTEXT cannot be opened on 192\.0\.2\.1:0/);
  });

  it('names the directory that cannot be made', async () => {
    const path = join(directory(), 'file');
    writeFileSync(path, '');
    await expect(start({ directory: path })).rejects.toThrow(new StartError(`The log directory ${path} cannot be made: it is a file`));
    await expect(start({ directory: join(path, 'below') })).rejects.toThrow(/The log directory .*file\/below cannot be made: .*not a directory/);
  });

  it('keeps its data where log.dirs says, and says where that is', async () => {
    const path = directory();
    const inDirectories = await start({ overrides: [`log.dirs=${path}/a,${path}/b`] });
    expect(inDirectories.directories).toEqual([`${path}/a`, `${path}/b`]);
    expect(existsSync(join(path, 'a', 'meta.properties'))).toBe(true);
    expect((await start({ directory: join(path, 'c') })).directories).toEqual([join(path, 'c')]);
    expect((await start({ overrides: [`log.dir=${path}/d`] })).directories).toEqual([join(path, 'd')]);
    expect((await start()).directories).toEqual([]);
  });

  it('refuses a directory of another cluster, and leaves the others as they were', async () => {
    const path = directory();
    for (const name of ['a', 'b']) await (await start({ directory: join(path, name) })).stop();
    await expect(start({ overrides: [`log.dirs=${path}/a,${path}/b`] })).rejects.toThrow(/b\/meta\.properties: belongs to cluster/);
    expect(existsSync(join(path, 'a', '.kafka_cleanshutdown'))).toBe(true);
  });

  it('refuses a directory of another node', async () => {
    const path = directory();
    await (await start({ directory: path })).stop();
    const properties = { 'node.id': '2' };
    await expect(start({ directory: path, properties })).rejects.toThrow(/node 1/);
  });

  it('refuses a bad value, naming key and value, and never runs open where it was asked to be closed', async () => {
    await expect(start({ properties: { 'num.partitions': 'many' } })).rejects.toThrow(/num\.partitions.*many|many.*num\.partitions/s);
    await expect(start({ properties: { 'ssl.keystore.location': '/k.jks' } })).rejects.toThrow(/ssl\.keystore\.location/);
    await expect(start({ properties: { listeners: 'SASL_SSL://127.0.0.1:0,CONTROLLER://127.0.0.1:0' } })).rejects.toThrow(/SASL_SSL/);
  });
});
