import { type AdminContext } from './admin-context.js';

export interface TopicListing {
  readonly topic: string;
  readonly topicId: string;
  readonly isInternal: boolean;
}

/** In order of name; internal ones too with `includeInternal`. */
export async function listTopics(context: AdminContext, options: { includeInternal?: boolean } = {}): Promise<TopicListing[]> {
  const answer = await context.client.retry('Metadata', context.timeoutMs, () => context.client.metadata.ask({ topics: null, allowAutoTopicCreation: false }));
  return answer.topics
    .filter((topic) => topic.name !== null && (options.includeInternal === true || !topic.isInternal))
    .map((topic) => ({ topic: topic.name!, topicId: topic.topicId, isInternal: topic.isInternal }))
    .toSorted((left, right) => (left.topic < right.topic ? -1 : 1));
}
