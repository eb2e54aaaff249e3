/** What a consumer wants: named topics, topics by pattern, or partitions of its own choice. */
import { checkedNumber, type TopicPartition } from '@millrace/network-client';

export interface TopicPattern {
  /** Matched against whole topic names. Internal topics are left out. */
  readonly pattern: RegExp;
}

export type Subscription =
  | { readonly kind: 'none' }
  | { readonly kind: 'topics'; readonly topics: readonly string[] }
  | { readonly kind: 'pattern'; readonly pattern: RegExp; readonly topics: readonly string[] }
  | { readonly kind: 'partitions' };

/** The topics that a pattern matches whole. */
export function matchingTopics(pattern: RegExp, topics: Iterable<{ readonly name: string; readonly isInternal: boolean }>): string[] {
  const whole = new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace(/[gy]/g, ''));
  return [...topics].filter((topic) => !topic.isInternal && whole.test(topic.name)).map((topic) => topic.name).toSorted();
}

/** @throws TypeError for what names no topics */
export function ensureTopics(what: string, topics: unknown): void {
  if (typeof topics === 'string') return ensureTopic(what, topics);
  if (Array.isArray(topics)) {
    if (topics.length === 0) throw new TypeError(`${what}: no topic was given; to read none, unsubscribe`);
    for (const topic of topics) ensureTopic(what, topic);
    return;
  }
  if (typeof topics !== 'object' || topics === null || !('pattern' in topics)) throw new TypeError(`${what}: ${String(topics)} is neither topics nor { pattern }`);
  if (!(topics.pattern instanceof RegExp)) throw new TypeError(`${what}: pattern: ${String(topics.pattern)} is not a RegExp`);
}

/** @throws TypeError or RangeError for what is no partition */
export function ensurePartitions(what: string, partitions: readonly TopicPartition[]): void {
  for (const { topic, partition } of partitions) {
    ensureTopic(what, topic);
    checkedNumber(`${what}: partition`, partition, 0);
  }
}

function ensureTopic(what: string, topic: unknown): void {
  if (typeof topic !== 'string' || topic === '') throw new TypeError(`${what}: ${topic === '' ? "''" : String(topic)} is not the name of a topic`);
}

/** The topics of a subscription; none for partitions chosen by hand. */
export function subscribedTopics(subscription: Subscription): readonly string[] {
  return subscription.kind === 'topics' || subscription.kind === 'pattern' ? subscription.topics : [];
}
