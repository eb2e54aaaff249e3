/** `--topic name` is all partitions of a topic, `--topic name:0,2` some of them. */
import type { AdminPort, TopicPartition } from '../admin-port.js';
import { ToolError } from '../tool-error.js';

export async function partitionsOfTopics(scopes: readonly string[], admin: AdminPort): Promise<TopicPartition[]> {
  const named = scopes.filter((scope) => scope.includes(':')).flatMap(namedPartitions);
  const whole = scopes.filter((scope) => !scope.includes(':'));
  const described = whole.length === 0 ? [] : await admin.describeTopics(whole);
  return [...named, ...described.flatMap(({ name, partitions }) => partitions.map(({ partition }) => ({ topic: name, partition })))];
}

function namedPartitions(scope: string): TopicPartition[] {
  const split = scope.lastIndexOf(':');
  return scope.slice(split + 1).split(',').map((text) => {
    if (!/^\d{1,10}$/.test(text.trim())) throw new ToolError(`--topic ${scope}: '${text}' is not a partition`);
    return { topic: scope.slice(0, split), partition: Number(text) };
  });
}
