/** `--topic name` is all partitions of a topic, `--topic name:0,2` some of them. */
import type { AdminPort, TopicPartition } from '../admin-port.js';
import { ToolError } from '../tool-error.js';

/** All of them are there. */
export async function partitionsOfTopics(scopes: readonly string[], admin: AdminPort): Promise<TopicPartition[]> {
  const { named, whole } = partOfScopes(scopes);
  await requirePartitions(named, admin);
  return [...named, ...(await partitionsOfWhole(whole, admin))];
}

/** Partitions that are named, and topics that are meant whole. */
export function partOfScopes(scopes: readonly string[]): { named: TopicPartition[]; whole: string[] } {
  return { named: scopes.filter((scope) => scope.includes(':')).flatMap(namedPartitions), whole: scopes.filter((scope) => !scope.includes(':')) };
}

export async function partitionsOfWhole(topics: readonly string[], admin: AdminPort): Promise<TopicPartition[]> {
  const described = topics.length === 0 ? [] : await admin.describeTopics(topics);
  return described.flatMap(({ name, partitions }) => partitions.map(({ partition }) => ({ topic: name, partition })));
}

/** Without this a partition that is not there would be waited for. */
export async function requirePartitions(partitions: readonly TopicPartition[], admin: AdminPort): Promise<void> {
  if (partitions.length === 0) return;
  const described = await admin.describeTopics([...new Set(partitions.map(({ topic }) => topic))]);
  const counts = new Map(described.map(({ name, partitions: all }) => [name, all.length]));
  const missing = partitions.filter(({ topic, partition }) => partition >= (counts.get(topic) ?? 0));
  if (missing.length > 0) throw new Error(`The partitions ${missing.map(({ topic, partition }) => `"${topic}-${partition}"`).join(', ')} do not exist`);
}

function namedPartitions(scope: string): TopicPartition[] {
  const split = scope.lastIndexOf(':');
  const partitions = scope.slice(split + 1).split(',').map((text) => {
    if (!/^\d{1,10}$/.test(text.trim())) throw new ToolError(`--topic ${scope}: '${text}' is not a partition`);
    return Number(text);
  });
  return [...new Set(partitions)].map((partition) => ({ topic: scope.slice(0, split), partition }));
}
