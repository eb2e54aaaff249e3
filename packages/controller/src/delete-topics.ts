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

const SUPPLIED_ALREADY = 'The provided topic name maps to an ID that was already supplied.';

export function deleteTopics(state: ControllerState, request: DeleteTopicsRequest): Decision<DeleteTopicsResponse> {
  const records: MetadataRecord[] = [];
  const responses: DeleteTopicsResponseDeletableTopicResult[] = [];
  const wanted = wantedTopics(request);
  const byBoth = namedAndGivenById(state, wanted);
  for (const [topic, ...same] of distinct(wanted)) {
    // What is given by name and by id is not deleted, and answered once, by its name.
    if (topic.name === null && byBoth.has(topic.topicId)) continue;
    const response = same.length > 0 ? twice(topic) : deleteTopic(state, topic, byBoth);
    if (response.errorCode === ErrorCode.NONE) records.push(metadataRecord('RemoveTopicRecord', 0, { topicId: response.topicId ?? ZERO_UUID }));
    responses.push(response);
  }
  return { records, events: [], response: { throttleTimeMs: 0, responses } };
}

function wantedTopics(request: DeleteTopicsRequest): Wanted[] {
  const byState = (request.topics ?? []).map(({ name, topicId }) => ({ name: name ?? null, topicId: topicId ?? ZERO_UUID }));
  const byName = (request.topicNames ?? []).map((name) => ({ name, topicId: ZERO_UUID }));
  return [...byState, ...byName];
}

/** What is wanted, with its repetitions; what names nothing, or too much, is an entry each time. */
function distinct(wanted: readonly Wanted[]): Iterable<[Wanted, ...Wanted[]]> {
  const entries = new Map<unknown, [Wanted, ...Wanted[]]>();
  for (const topic of wanted) {
    const isPlain = (topic.name === null) !== (topic.topicId === ZERO_UUID);
    const key = isPlain ? `${topic.topicId}/${topic.name ?? ''}` : topic;
    const same = entries.get(key);
    if (same === undefined) entries.set(key, [topic]);
    else same.push(topic);
  }
  return entries.values();
}

function twice({ name, topicId }: Wanted): DeleteTopicsResponseDeletableTopicResult {
  return { name, topicId, errorCode: ErrorCode.INVALID_REQUEST, errorMessage: name === null ? 'Duplicate topic id.' : 'Duplicate topic name.' };
}

/** The ids of topics that are wanted by name in one place and by id in another. */
function namedAndGivenById({ image }: ControllerState, wanted: readonly Wanted[]): ReadonlySet<string> {
  const given = new Set(wanted.flatMap(({ name, topicId }) => (name === null ? [topicId] : [])));
  const named = wanted.flatMap(({ name, topicId }) => (name === null || topicId !== ZERO_UUID ? [] : [image.topicByName(name)?.id ?? ZERO_UUID]));
  return new Set(named.filter((id) => id !== ZERO_UUID && given.has(id)));
}

function deleteTopic(
  { image }: ControllerState,
  { name, topicId }: Wanted,
  byBoth: ReadonlySet<string>,
): DeleteTopicsResponseDeletableTopicResult {
  const answer = (errorCode: number, errorMessage: string | null): DeleteTopicsResponseDeletableTopicResult => ({ name, topicId, errorCode, errorMessage });
  if (name !== null && topicId !== ZERO_UUID) return answer(ErrorCode.INVALID_REQUEST, 'You may not specify both topic name and topic id.');
  if (name === null && topicId === ZERO_UUID) return answer(ErrorCode.INVALID_REQUEST, 'Neither topic name nor id were specified.');
  const topic = name === null ? image.topicById(topicId) : image.topicByName(name);
  if (topic === undefined) {
    return name === null
      ? answer(ErrorCode.UNKNOWN_TOPIC_ID, 'This server does not host this topic ID.')
      : answer(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, 'This server does not host this topic-partition.');
  }
  if (byBoth.has(topic.id)) return { name: topic.name, topicId: topic.id, errorCode: ErrorCode.INVALID_REQUEST, errorMessage: SUPPLIED_ALREADY };
  return { name: topic.name, topicId: topic.id, errorCode: ErrorCode.NONE, errorMessage: null };
}
