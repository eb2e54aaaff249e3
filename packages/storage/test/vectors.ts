/** Data directories written by Apache Kafka 4.4.0, packed as path → base64, and what its clients read back from them. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Files } from '@millrace/platform';

export type VectorDirectory = 'data-dir-clean' | 'data-dir-crashed' | 'data-dir-formatted';

function packed(name: string): string {
  return gunzipSync(readFileSync(new URL(`vectors/${name}.gz`, import.meta.url))).toString();
}

/** Writes the files of a vector below `root`. */
export function unpack(files: Files, vector: VectorDirectory, root: string): void {
  const content = JSON.parse(packed(`${vector}.json`)) as Record<string, string>;
  for (const [path, base64] of Object.entries(content)) {
    const target = `${root}/${path}`;
    files.makeDirectory(target.slice(0, target.lastIndexOf('/')));
    const file = files.open(target, 'truncate');
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length > 0) file.writeSync(bytes, 0, bytes.length, 0);
    file.close();
  }
}

export interface ExpectedTopic {
  topic: string;
  topicId: string;
  partitions: { partition: number; earliest: number; latest: number; lastStable: number }[];
}

export interface ExpectedRecord {
  topic: string;
  partition: number;
  offset: number;
  timestamp: number;
  timestampType: string;
  leaderEpoch: number;
  key: string | null;
  value: string | null;
  headers: [string, string | null][];
}

export interface Expected {
  clusterId: string;
  nodeId: number;
  topics: ExpectedTopic[];
  records: ExpectedRecord[];
  committed: { topic: string; offsets: [number, number][] }[];
  acknowledged: { topic: string; partition: number; offset: number; timestamp: number }[];
}

export function expectedOf(vector: VectorDirectory): Expected {
  const lines = packed(`${vector}.expected.jsonl`).split('\n').filter((line) => line !== '');
  const parsed = lines.map((line) => JSON.parse(line) as { kind: string });
  const of = <T>(kind: string): T[] => parsed.filter((line) => line.kind === kind) as unknown as T[];
  const [cluster] = of<{ clusterId: string; nodeId: number }>('cluster');
  return {
    ...cluster!,
    topics: of('topic'),
    records: of('record'),
    committed: of('committed'),
    acknowledged: of('acknowledged'),
  };
}
