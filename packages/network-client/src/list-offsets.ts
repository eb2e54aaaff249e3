/** Looks up offsets by timestamp at the leaders of the partitions (ListOffsets). */
import { ErrorCode, errorMessage, KafkaError, type Decoded } from '@millrace/protocol';
import { listOffsetsRequest, listOffsetsResponse, type ListOffsetsRequest, type ListOffsetsResponse } from '@millrace/protocol/messages/list-offsets';
import { api, type Api } from './api.js';
import { byLeader } from './by-leader.js';
import { isRetriableFailure } from './failure.js';
import type { NetworkClient } from './network-client.js';
import { byTopic, partitionKey, partitionText, type TopicPartition } from './topic-partition.js';

const listOffsetsApi: Api<ListOffsetsRequest, ListOffsetsResponse> = api(listOffsetsRequest, listOffsetsResponse, { keepsBytes: false });

/** Timestamps that stand for places in a log. */
export const offsetTimestamps = { latest: -1, earliest: -2, maxTimestamp: -3, earliestLocal: -4, latestTiered: -5, earliestPendingUpload: -6 } as const;

/** The first version that knows each of them. */
const firstVersionOf = new Map<number, number>([[-3, 7], [-4, 8], [-5, 9], [-6, 11]]);

export interface OffsetQuestion extends TopicPartition {
  /** Milliseconds since the epoch, or one of `offsetTimestamps`. */
  readonly timestamp: number;
}

export interface OffsetAnswer extends TopicPartition {
  /** -1 when no record is that late. */
  readonly offset: number;
  readonly timestamp: number;
  readonly leaderEpoch: number;
}

export interface ListOffsetsOptions {
  timeoutMs: number;
  /** Latest means the last stable offset then. */
  readCommitted?: boolean;
  /** Told of each answer when it comes, also when another partition has none yet or fails. */
  onAnswer?: (answer: OffsetAnswer) => void;
}

/** The answers in the order of the questions. @throws KafkaError naming the partition, NetworkError. */
export async function listOffsets(client: NetworkClient, questions: readonly OffsetQuestion[], options: ListOffsetsOptions): Promise<OffsetAnswer[]> {
  const answers = new Map<OffsetQuestion, OffsetAnswer>();
  // Brokers refuse a partition that a request names twice.
  for (let left = [...questions]; left.length > 0;) {
    const round = new Map(left.toReversed().map((question) => [partitionKey(question.topic, question.partition), question]));
    for (const answer of await answerRound(client, [...round.values()], options)) answers.set(round.get(partitionKey(answer.topic, answer.partition))!, answer);
    left = left.filter((question) => !answers.has(question));
  }
  return questions.map((question) => answers.get(question)!);
}

async function answerRound(client: NetworkClient, questions: readonly OffsetQuestion[], options: ListOffsetsOptions): Promise<OffsetAnswer[]> {
  const open = new Map(questions.map((question) => [partitionKey(question.topic, question.partition), question]));
  const answers: OffsetAnswer[] = [];
  for (const { topic } of questions) client.metadata.watch(topic);
  await client.retry('ListOffsets', options.timeoutMs, async () => {
    const failures = await askLeaders(client, [...open.values()], options, (answer) => {
      if (!open.delete(partitionKey(answer.topic, answer.partition))) return;
      answers.push(answer);
      options.onAnswer?.(answer);
    });
    const last = failures.find((failure) => !isRetriableFailure(failure)) ?? failures[0];
    if (last !== undefined) throw last;
    if (open.size > 0) throw new KafkaError(ErrorCode.UNKNOWN_SERVER_ERROR, `ListOffsets: no answer for ${partitionText([...open.values()][0]!)}`);
  }, async () => {
    await client.metadata.refresh().catch(() => {}); // the next attempt tells
  });
  return answers;
}

async function askLeaders(client: NetworkClient, questions: OffsetQuestion[], options: ListOffsetsOptions, onAnswer: (answer: OffsetAnswer) => void): Promise<Error[]> {
  let { view } = client.metadata;
  if (questions.some(({ topic, partition }) => view.leader(topic, partition) === undefined)) view = await client.metadata.refresh();
  const { leaders, without } = byLeader(view, questions);
  const failures: Error[] = [...without.values()];
  await Promise.all([...leaders].map(async ([nodeId, asked]) => {
    try {
      const minVersion = Math.max(0, ...asked.map((question) => firstVersionOf.get(question.timestamp) ?? 0));
      const answer = await client.send(nodeId, listOffsetsApi, (version) => {
        if (version < minVersion) throw new KafkaError(ErrorCode.UNSUPPORTED_VERSION, `ListOffsets: broker ${nodeId} serves version ${version}, this question needs ${minVersion}`);
        return requestOf(asked, version, options, client);
      });
      failures.push(...readAnswer(answer, onAnswer));
    } catch (error) {
      failures.push(error as Error);
    }
  }));
  return failures;
}

function requestOf(asked: OffsetQuestion[], version: number, options: ListOffsetsOptions, client: NetworkClient): ListOffsetsRequest {
  const topics = [...byTopic(asked)].map(([name, partitions]) => ({
    name,
    partitions: partitions.map(({ topic, partition, timestamp }) => ({
      partitionIndex: partition,
      timestamp,
      currentLeaderEpoch: client.metadata.view.partition(topic, partition)?.leaderEpoch ?? -1,
    })),
  }));
  const request: ListOffsetsRequest = { replicaId: -1, topics, timeoutMs: client.settings.requestTimeoutMs };
  return version >= 2 ? { ...request, isolationLevel: options.readCommitted === true ? 1 : 0 } : request;
}

function readAnswer(answer: Decoded<ListOffsetsResponse>, onAnswer: (answer: OffsetAnswer) => void): Error[] {
  const failures: Error[] = [];
  for (const { name: topic, partitions } of answer.topics) {
    for (const { partitionIndex: partition, errorCode, offset, timestamp, leaderEpoch } of partitions) {
      if (errorCode === ErrorCode.NONE) onAnswer({ topic, partition, offset, timestamp, leaderEpoch });
      else failures.push(new KafkaError(errorCode, `ListOffsets of ${partitionText({ topic, partition })}: ${errorMessage(errorCode)}`));
    }
  }
  return failures;
}
