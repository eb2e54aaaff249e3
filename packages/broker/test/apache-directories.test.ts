/** Directories of Apache Kafka 4.4.0 under a whole node: what is not served yet comes out as it went in. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { nodePlatform, type Files, type Platform } from '@millrace/platform';
import { memoryFiles } from '@millrace/platform/memory';
import { startBroker } from '../src/index.js';

type Vector = 'data-dir-clean' | 'data-dir-crashed' | 'data-dir-formatted';

const ROOT = '/kafka';
const NOTHING_EXPIRES = { 'offsets.retention.minutes': '2147483647', 'producer.id.expiration.ms': '2147483647', 'transactional.id.expiration.ms': '2147483647' };

function unpack(vector: Vector): Platform {
  const files = memoryFiles();
  const packed = gunzipSync(readFileSync(new URL(`../../storage/test/vectors/${vector}.json.gz`, import.meta.url))).toString();
  for (const [path, base64] of Object.entries(JSON.parse(packed) as Record<string, string>)) {
    const target = `${ROOT}/${path}`;
    files.makeDirectory(target.slice(0, target.lastIndexOf('/')));
    const bytes = Buffer.from(base64, 'base64');
    const file = files.open(target, 'truncate');
    if (bytes.length > 0) file.writeSync(bytes, 0, bytes.length, 0);
    file.close();
  }
  return { ...nodePlatform({ log: { level: 'silent' } }), files };
}

/** The bytes of every segment, by path. */
function segments(files: Files): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of files.list(ROOT)) {
    const directory = `${ROOT}/${name}`;
    if (name.startsWith('__cluster_metadata') || name.includes('-delete') || files.stat(directory)?.isDirectory !== true) continue;
    for (const file of files.list(directory).filter((entry) => entry.endsWith('.log'))) {
      found.set(`${name}/${file}`, Buffer.from(files.readAll(`${directory}/${file}`)).toString('base64'));
    }
  }
  return found;
}

const isNotServed = (path: string) => /^__(share_group_state|transaction_state)-/.test(path);

describe('a node on a directory of Apache Kafka', () => {
  it('that was closed in order leaves every segment as it was', async () => {
    const platform = unpack('data-dir-clean');
    const before = segments(platform.files);
    expect([...before.keys()].filter((path) => isNotServed(path) && before.get(path) !== '').length).toBe(2);
    for (let life = 0; life < 2; life++) await (await startBroker({ platform, directory: ROOT, properties: NOTHING_EXPIRES })).stop();
    const after = segments(platform.files);
    for (const [path, bytes] of before) if (bytes !== '') expect([path, after.get(path) === bytes]).toEqual([path, true]);
  });

  it('that crashed leaves what is not served as it was', async () => {
    const platform = unpack('data-dir-crashed');
    const before = segments(platform.files);
    await (await startBroker({ platform, directory: ROOT, properties: NOTHING_EXPIRES })).stop();
    const after = segments(platform.files);
    const checked = [...before].filter(([path]) => isNotServed(path));
    expect(checked.length).toBe(2);
    for (const [path, bytes] of checked) expect([path, after.get(path) === bytes]).toEqual([path, true]);
    // What was recovered begins as it did; a torn end is cut.
    for (const [path, bytes] of before) expect([path, bytes.startsWith((after.get(path) ?? '-').replace(/=+$/, '').slice(0, -4))]).toEqual([path, true]);
  });

  it('that was only formatted becomes that cluster', async () => {
    const platform = unpack('data-dir-formatted');
    const first = await startBroker({ platform, directory: ROOT });
    const clusterId = /cluster\.id=(\S+)/.exec(new TextDecoder().decode(platform.files.readAll(`${ROOT}/meta.properties`)))![1];
    expect(first.clusterId).toBe(clusterId);
    const { controller } = first.running.node;
    expect([...controller.image.features].map(([name, level]) => `${name} ${level}`)).toContain('metadata.version 33');
    const created = await controller.createTopics({
      topics: [{ name: 't', numPartitions: 1, replicationFactor: 1, assignments: [], configs: [] }], timeoutMs: 1000, validateOnly: false,
    });
    expect(created.topics[0]!.errorCode).toBe(0);
    await first.stop();
    const second = await startBroker({ platform, directory: ROOT });
    expect(second.running.node.image.topicByName('t')).toBeDefined();
    await second.stop();
  });
});
