/** What a consumer wants: named topics, topics by pattern, or partitions of its own choice. */

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

/** The topics of a subscription; none for partitions chosen by hand. */
export function subscribedTopics(subscription: Subscription): readonly string[] {
  return subscription.kind === 'topics' || subscription.kind === 'pattern' ? subscription.topics : [];
}
