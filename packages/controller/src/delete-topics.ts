/** DeleteTopics, by name or by id. */
import { metadataRecord, type MetadataRecord } from '@millrace/metadata';
import { ErrorCode, ZERO_UUID } from '@millrace/protocol';
import type { DeleteTopicsRequest, DeleteTopicsResponse, DeleteTopicsResponseDeletableTopicResult } from '@millrace/protocol/messages/delete-topics';
import type { ControllerState } from './controller-state.js';
import type { Decision } from './decision.js';

interface Wanted {
  readonly name: string | null;
  readonly topicId: string;
}

export function deleteTopics(state: ControllerState, request: DeleteTopicsRequest): Decision<DeleteTopicsResponse> {
  const records: MetadataRecord[] = [];
  const responses: DeleteTopicsResponseDeletableTopicResult[] = [];
  const done = new Set<string>();
  for (const { wanted, count } of countedTopics(request).values()) {
    const response = count > 1 ? repeated(wanted) : deleteTopic(state, wanted, done);
    if (response.errorCode === ErrorCode.NONE) records.push(metadataRecord('RemoveTopicRecord', 0, { topicId: response.topicId ?? ZERO_UUID }));
    responses.push(response);
  }
  return { records, events: [], response: { throttleTimeMs: 0, responses } };
}

/** Each name and each id once. What stands there twice is answered once, and not deleted: nobody knows what was meant. */
function countedTopics(request: DeleteTopicsRequest): Map<string, { wanted: Wanted; count: number }> {
  const counted = new Map<string, { wanted: Wanted; count: number }>();
  for (const wanted of wantedTopics(request)) {
    const key = `${wanted.topicId}/${wanted.name ?? ''}`;
    const known = counted.get(key);
    if (known === undefined) counted.set(key, { wanted, count: 1 });
    else known.count++;
  }
  return counted;
}

function repeated({ name, topicId }: Wanted): DeleteTopicsResponseDeletableTopicResult {
  return { name, topicId, errorCode: ErrorCode.INVALID_REQUEST, errorMessage: name === null ? 'Duplicate topic id.' : 'Duplicate topic name.' };
}

function wantedTopics(request: DeleteTopicsRequest): Wanted[] {
  const byState = (request.topics ?? []).map(({ name, topicId }) => ({ name: name ?? null, topicId: topicId ?? ZERO_UUID }));
  const byName = (request.topicNames ?? []).map((name) => ({ name, topicId: ZERO_UUID }));
  return [...byState, ...byName];
}

function deleteTopic({ image }: ControllerState, { name, topicId }: Wanted, done: Set<string>): DeleteTopicsResponseDeletableTopicResult {
  const answer = (errorCode: number, errorMessage: string | null): DeleteTopicsResponseDeletableTopicResult => ({ name, topicId, errorCode, errorMessage });
  if (name !== null && topicId !== ZERO_UUID) return answer(ErrorCode.INVALID_REQUEST, 'You may not specify both topic name and topic id.');
  if (name === null && topicId === ZERO_UUID) return answer(ErrorCode.INVALID_REQUEST, 'Neither topic name nor id were specified.');
  const topic = name === null ? image.topicById(topicId) : image.topicByName(name);
  if (topic === undefined) {
    return name === null
      ? answer(ErrorCode.UNKNOWN_TOPIC_ID, 'This server does not host this topic ID.')
      : answer(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, 'This server does not host this topic-partition.');
  }
  if (done.has(topic.id)) return answer(ErrorCode.INVALID_REQUEST, 'The provided topic name maps to an ID that was already supplied.');
  done.add(topic.id);
  return { name: topic.name, topicId: topic.id, errorCode: ErrorCode.NONE, errorMessage: null };
}
