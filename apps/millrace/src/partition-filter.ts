/** Which partitions are meant: `0,3`, or with topics `a:0,b:1-3,c:2-,d`. */
import { ToolError } from './tool-error.js';
import { topicPattern } from './topic-pattern.js';

/** Null asks whether any partition of the topic may be meant. */
export type PartitionFilter = (topic: string, partition: number | null) => boolean;

export function partitionFilter(text: string): (partition: number) => boolean {
  if (text.trim() === '') return () => true;
  const partitions = new Set(text.split(',').map((part) => {
    if (!/^\d{1,10}$/.test(part.trim())) throw new ToolError(`--partitions expects a comma separated list of numeric partition ids, but received: ${text}`);
    return Number(part);
  }));
  return (partition) => partitions.has(partition);
}

/** Rules between commas: `topic` or `topic:`, `topic:1`, `topic:1-3` (without 3), `topic:1-`, `topic:-3`. */
export function topicPartitionsFilter(text: string): PartitionFilter {
  const rules = text.split(',').map(ruleOf);
  return (topic, partition) => rules.some((rule) => rule(topic, partition));
}

function ruleOf(rule: string): PartitionFilter {
  const match = /^([^:]*)(?::(\d*)(-)?(\d*))?$/.exec(rule.trim());
  if (match === null) throw new ToolError(`Invalid rule specification: ${rule}`);
  const [, topic = '', from = '', dash, to = ''] = match;
  const isTopic = topic === '' ? () => true : topicPattern(topic);
  const first = from === '' ? 0 : Number(from);
  const end = dash === undefined ? (from === '' ? Infinity : first + 1) : to === '' ? Infinity : Number(to);
  return (name, partition) => isTopic(name) && (partition === null || (partition >= first && partition < end));
}
