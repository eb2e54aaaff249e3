/** A Fetch request of a session. */
import { api, byTopic, type Api } from '@millrace/network-client';
import { fetchRequest, fetchResponse, type FetchRequest, type FetchResponse } from '@millrace/protocol/messages/fetch';
import type { ConsumerSettings } from './consumer-options.js';
import type { SessionRequest } from './fetch-session.js';

export const fetchApi: Api<FetchRequest, FetchResponse> = api(fetchRequest, fetchResponse);

/** From version 13 on topics go by id only (KIP-516). */
export const lastVersionByName = 12;

export function fetchRequestOf(session: SessionRequest, settings: ConsumerSettings, maxWaitMs: number): (version: number) => FetchRequest {
  const request: FetchRequest = {
    maxWaitMs,
    minBytes: settings.fetchMinBytes,
    maxBytes: settings.fetchMaxBytes,
    isolationLevel: settings.readCommitted ? 1 : 0,
    sessionId: session.sessionId,
    sessionEpoch: session.sessionEpoch,
    rackId: settings.clientRack,
    topics: [...byTopic(session.targets)].map(([topic, targets]) => ({
      topic,
      topicId: targets[0]!.topicId,
      partitions: targets.map((target) => ({
        partition: target.partition,
        currentLeaderEpoch: target.leaderEpoch,
        fetchOffset: target.fetchOffset,
        partitionMaxBytes: target.maxBytes,
      })),
    })),
    forgottenTopicsData: [...byTopic(session.forgotten)].map(([topic, targets]) => ({
      topic, topicId: targets[0]!.topicId, partitions: targets.map((target) => target.partition),
    })),
  };
  // A consumer is replica -1; version 15 moved that into a tagged field, whose default it is.
  return (version) => (version < 7 ? { ...request, sessionId: 0, sessionEpoch: -1, forgottenTopicsData: [] } : request);
}
