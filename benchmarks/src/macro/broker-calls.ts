/** The few calls that prepare a broker for load: one connection each, no client library. */
import net from 'node:net';
import { decodeResponseHeader, encodeRequestFrame, type MessageCodec, Reader, type Decoded } from '@millrace/protocol';
import { apiVersionsRequest, apiVersionsResponse } from '@millrace/protocol/messages/api-versions';
import { createTopicsRequest, createTopicsResponse } from '@millrace/protocol/messages/create-topics';
import { deleteTopicsRequest, deleteTopicsResponse } from '@millrace/protocol/messages/delete-topics';
import { listOffsetsRequest, listOffsetsResponse } from '@millrace/protocol/messages/list-offsets';
import { metadataRequest, metadataResponse } from '@millrace/protocol/messages/metadata';
import type { Address } from '../arguments.js';

const ANSWER_LIMIT_MS = 30_000;
const LEADER_LIMIT_MS = 30_000;
const LEADER_POLL_MS = 20;

interface Call<Q, A> {
  request: MessageCodec<Q>;
  response: MessageCodec<A>;
  version: number;
  message: Q;
}

/** Connects, asks once, closes. */
function ask<Q, A>({ host, port }: Address, { request, response, version, message }: Call<Q, A>): Promise<Decoded<A>> {
  const frame = { apiKey: request.apiKey ?? -1, apiVersion: version, correlationId: 1, clientId: 'millrace-bench' };
  const bytes = Buffer.concat(encodeRequestFrame(frame, request, message).filter((piece) => piece instanceof Uint8Array));
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host, port, noDelay: true });
    let received = Buffer.alloc(0);
    const fail = (error: Error): void => {
      socket.destroy();
      reject(error);
    };
    socket.setTimeout(ANSWER_LIMIT_MS, () => fail(new Error(`${host}:${port} did not answer ${request.name} within ${ANSWER_LIMIT_MS} ms`)));
    socket.on('error', fail);
    socket.on('close', () => reject(new Error(`${host}:${port} closed the connection at ${request.name}`)));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 4 || received.length < 4 + received.readInt32BE(0)) return;
      try {
        const reader = new Reader(received, 4);
        decodeResponseHeader(reader, response, version);
        resolve(response.decode(reader, version));
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
      socket.destroy();
    });
    socket.write(bytes);
  });
}

/** Whether a broker answers ApiVersions at this address. */
export async function answersApiVersions(address: Address): Promise<boolean> {
  const message = { clientSoftwareName: 'millrace-bench', clientSoftwareVersion: '0' };
  try {
    return (await ask(address, { request: apiVersionsRequest, response: apiVersionsResponse, version: 3, message })).errorCode === 0;
  } catch {
    return false;
  }
}

/** Creates a topic with factor 1 and waits until each partition has a leader that serves it. */
export async function createTopic(address: Address, name: string, numPartitions: number): Promise<void> {
  const configs = [{ name: 'file.delete.delay.ms', value: '1000' }];
  const topic = { name, numPartitions, replicationFactor: 1, assignments: [], configs };
  const message = { topics: [topic], timeoutMs: ANSWER_LIMIT_MS, validateOnly: false };
  const created = await ask(address, { request: createTopicsRequest, response: createTopicsResponse, version: 7, message });
  for (const { errorCode, errorMessage } of created.topics) {
    if (errorCode !== 0) throw new Error(`CreateTopics of ${name} was answered with error code ${errorCode} (${errorMessage ?? ''})`);
  }
  await untilLed(address, name, numPartitions);
}

async function untilLed(address: Address, name: string, numPartitions: number): Promise<void> {
  const deadline = performance.now() + LEADER_LIMIT_MS;
  const message = { topics: [{ name }], allowAutoTopicCreation: false };
  while (performance.now() < deadline) {
    const answer = await ask(address, { request: metadataRequest, response: metadataResponse, version: 9, message });
    const partitions = answer.topics[0]?.partitions ?? [];
    const isLed = partitions.length === numPartitions && partitions.every(({ errorCode, leaderId }) => errorCode === 0 && leaderId >= 0);
    if (isLed && (await isServed(address, name, numPartitions))) return;
    await new Promise((resolve) => setTimeout(resolve, LEADER_POLL_MS));
  }
  throw new Error(`topic ${name} has no leaders after ${LEADER_LIMIT_MS} ms`);
}

/** The metadata may name a leader that does not know of it yet. */
async function isServed(address: Address, name: string, numPartitions: number): Promise<boolean> {
  const partitions = Array.from({ length: numPartitions }, (_, partitionIndex) => ({ partitionIndex, timestamp: -1 }));
  const message = { replicaId: -1, isolationLevel: 0, topics: [{ name, partitions }] };
  const answer = await ask(address, { request: listOffsetsRequest, response: listOffsetsResponse, version: 4, message });
  return answer.topics[0]?.partitions.every(({ errorCode }) => errorCode === 0) ?? false;
}

export async function deleteTopic(address: Address, name: string): Promise<void> {
  const message = { topicNames: [name], timeoutMs: ANSWER_LIMIT_MS };
  const answer = await ask(address, { request: deleteTopicsRequest, response: deleteTopicsResponse, version: 5, message });
  const errorCode = answer.responses[0]?.errorCode ?? 0;
  if (errorCode !== 0) throw new Error(`DeleteTopics of ${name} was answered with error code ${errorCode}`);
}
