/** Asks the brokers that lead partitions, and goes on asking for those that have no answer yet. */
import { byLeader, byTopic, partitionKey, partitionText, type TopicPartition } from '@millrace/network-client';
import { NetworkError } from '@millrace/platform';
import { ErrorCode, KafkaError } from '@millrace/protocol';
import type { AdminContext, ItemResult } from './admin-context.js';

interface LeaderQuestion<Item, Result> {
  readonly what: string;
  /** One request to one broker, its partitions by topic. */
  readonly ask: (nodeId: number, topics: Map<string, Item[]>) => Promise<Result[]>;
  /** The result of a partition that got none. */
  readonly failed: (item: Item, error: KafkaError) => Result;
}

/** A result for each item, in their order: no partition keeps the others from theirs. @throws when the cluster cannot be asked who leads, and on bad input */
export async function askPartitionLeaders<Item extends TopicPartition, Result extends TopicPartition & ItemResult>(
  context: AdminContext, items: readonly Item[], { what, ask, failed }: LeaderQuestion<Item, Result>,
): Promise<Result[]> {
  const { client, timeoutMs } = context;
  const open = new Map(items.map((item) => [keyOf(item), item]));
  const results = new Map<string, Result>();
  const take = (result: Result): void => {
    results.set(keyOf(result), result);
    if (result.error?.retriable !== true) open.delete(keyOf(result));
  };
  const fail = (item: Item, failure: unknown): void => take(failed(item, kafkaError(failure, `${what} of ${partitionText(item)}`)));

  const askOnce = async (): Promise<void> => {
    const { leaders, without } = byLeader(await client.metadata.refresh(), open.values());
    for (const [item, error] of without) fail(item, error);
    await Promise.all([...leaders].map(async ([nodeId, asked]) => {
      try {
        for (const result of await ask(nodeId, byTopic(asked))) take(result);
      } catch (error) {
        for (const item of asked) fail(item, error);
      }
    }));
    for (const [key, item] of open) if (!results.has(key)) fail(item, new KafkaError(ErrorCode.UNKNOWN_SERVER_ERROR, 'not in the answer'));
    const [waiting] = open.keys();
    if (waiting !== undefined) throw results.get(waiting)!.error!;
  };

  for (const { topic } of items) client.metadata.watch(topic);
  await client.retry(what, timeoutMs, askOnce).catch((error: unknown) => {
    if (items.some((item) => !results.has(keyOf(item)))) throw error;
  });
  return items.map((item) => results.get(keyOf(item))!);
}

function keyOf({ topic, partition }: TopicPartition): string {
  return partitionKey(topic, partition);
}

function kafkaError(failure: unknown, what: string): KafkaError {
  if (failure instanceof KafkaError) return failure;
  if (failure instanceof NetworkError) return new KafkaError(ErrorCode.NETWORK_EXCEPTION, `${what}: ${failure.message}`, { cause: failure });
  throw failure;
}
