/** What every measurement of brokers is given. */
import { randomBytes } from 'node:crypto';
import type { MachineLimits } from '../limits/measure-limits.js';
import type { LoadGenerator } from '../load/load-generator.js';
import type { Profile } from '../profile.js';
import { createTopic, deleteTopic } from './broker-calls.js';
import type { Target } from './target.js';

export interface Bench {
  targets: readonly Target[];
  generator: LoadGenerator;
  limits: MachineLimits;
  profile: Profile;
  /** Says what is being measured. */
  progress(text: string): void;
}

const run = randomBytes(4).toString('hex');
let topics = 0;

/** Runs on a new topic and deletes it afterwards, so that disks and caches stay as they were. */
export async function onNewTopic<T>({ address }: Target, partitions: number, work: (topic: string) => Promise<T>): Promise<T> {
  const topic = `millrace-bench-${run}-${topics++}`;
  await createTopic(address, topic, partitions);
  try {
    return await work(topic);
  } finally {
    await deleteTopic(address, topic);
  }
}

/** Of a load's result: megabytes (10^6 bytes) of records and requests a second. */
export function ratesOf({ requests, bytes, elapsedMs }: { requests: number; bytes: number; elapsedMs: number }): Record<string, number> {
  return { megabytes: bytes / elapsedMs / 1000, requests: (requests / elapsedMs) * 1000 };
}

export function connectionsName(connections: number): string {
  return connections === 1 ? '1 connection' : `${connections} connections`;
}
