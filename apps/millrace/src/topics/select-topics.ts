/** Which topics a `--topic` pattern or a `--topic-id` means. */
import type { AdminPort, TopicListing } from '../admin-port.js';
import { topicPattern } from '../topic-pattern.js';
import { ToolError } from '../tool-error.js';

export interface TopicSelection {
  topic?: string;
  topicId?: string;
  excludeInternal?: true;
  ifExists?: true;
}

const noId = 'AAAAAAAAAAAAAAAAAAAAAA';

/** Sorted by name. The id wins over the name, unless it is the id of no topic. */
export async function selectTopics(selection: TopicSelection, admin: AdminPort): Promise<TopicListing[]> {
  const { topicId } = selection;
  const matches = selection.topic === undefined ? () => true : topicPattern(selection.topic);
  const isSelected = (topic: TopicListing): boolean => (topicId !== undefined && topicId !== noId ? topic.topicId === topicId : matches(topic.name));
  const topics = (await admin.listTopics()).filter((topic) => !(selection.excludeInternal && topic.isInternal) && isSelected(topic));
  return topics.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

export function requireTopics(found: readonly TopicListing[], selection: TopicSelection): void {
  if (found.length > 0 || selection.ifExists) return;
  if (selection.topicId !== undefined && selection.topicId !== noId) throw new ToolError(`TopicId '${selection.topicId}' does not exist as expected`);
  if (selection.topic !== undefined && selection.topic !== '') throw new ToolError(`Topic '${selection.topic}' does not exist as expected`);
}
