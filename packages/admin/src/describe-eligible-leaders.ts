import { api, type Api } from '@millrace/network-client';
import { ErrorCode, KafkaError } from '@millrace/protocol';
import {
  describeTopicPartitionsRequest, describeTopicPartitionsResponse, type DescribeTopicPartitionsRequest, type DescribeTopicPartitionsResponse,
} from '@millrace/protocol/messages/describe-topic-partitions';
import { askAny, type AdminContext } from './admin-context.js';

const describeTopicPartitionsApi: Api<DescribeTopicPartitionsRequest, DescribeTopicPartitionsResponse> = api(describeTopicPartitionsRequest, describeTopicPartitionsResponse, { keepsBytes: false });

export interface EligibleLeaders {
  /** Replicas that may lead although they are not in sync (KIP-966). */
  readonly eligibleLeaderReplicas: readonly number[];
  readonly lastKnownEligibleLeaderReplicas: readonly number[];
}

/** By topic and partition; null from a cluster that does not tell. Pages follow each other until there is no next. */
export async function describeEligibleLeaders(context: AdminContext, topics: readonly string[]): Promise<Map<string, Map<number, EligibleLeaders>> | null> {
  const found = new Map<string, Map<number, EligibleLeaders>>();
  let cursor: DescribeTopicPartitionsRequest['cursor'] = null;
  // A broker that gives no partition and yet a cursor would be asked for ever.
  for (let pages = 0; pages === 0 || cursor !== null; pages++) {
    const page = await askPage(context, { topics: topics.toSorted().map((name) => ({ name })), cursor });
    if (page === null) return null;
    for (const { name, partitions } of page.topics) {
      const leaders = found.get(name ?? '') ?? new Map<number, EligibleLeaders>();
      found.set(name ?? '', leaders);
      for (const { partitionIndex, eligibleLeaderReplicas, lastKnownElr } of partitions) {
        leaders.set(partitionIndex, { eligibleLeaderReplicas: eligibleLeaderReplicas ?? [], lastKnownEligibleLeaderReplicas: lastKnownElr ?? [] });
      }
    }
    cursor = page.topics.some((topic) => topic.partitions.length > 0) ? page.nextCursor : null;
  }
  return found;
}

async function askPage(context: AdminContext, request: DescribeTopicPartitionsRequest) {
  try {
    return await askAny(context, describeTopicPartitionsApi, request);
  } catch (error) {
    if (error instanceof KafkaError && error.code === ErrorCode.UNSUPPORTED_VERSION) return null;
    throw error;
  }
}
