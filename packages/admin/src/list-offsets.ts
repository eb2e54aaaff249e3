import { checkedNumber, listOffsets as askOffsets, offsetTimestamps, type OffsetAnswer, type TopicPartition } from '@millrace/network-client';
import type { AdminContext } from './admin-context.js';

/** A place in a log, by name or by time. */
export type OffsetSpec = keyof typeof offsetTimestamps | { readonly timestamp: number };

/** The offset at each place; -1 when no record is that late. @throws KafkaError of the first partition that has no answer. */
export function listOffsets(context: AdminContext, questions: readonly (TopicPartition & { readonly at: OffsetSpec })[], options: { readCommitted?: boolean } = {}): Promise<OffsetAnswer[]> {
  const asked = questions.map(({ topic, partition, at }) => ({ topic, partition, timestamp: timestampOf(at) }));
  return askOffsets(context.client, asked, { timeoutMs: context.timeoutMs, readCommitted: options.readCommitted === true });
}

function timestampOf(at: OffsetSpec): number {
  const timestamp = typeof at === 'string' ? offsetTimestamps[at] : at?.timestamp;
  if (timestamp === undefined) throw new TypeError(`listOffsets: at: ${JSON.stringify(at)} is none of ${Object.keys(offsetTimestamps).join(', ')}, { timestamp }`);
  return checkedNumber('listOffsets: timestamp', timestamp, offsetTimestamps.earliestPendingUpload);
}
