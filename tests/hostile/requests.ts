/** Frames as bytes: good ones, to be spoilt. */
import { encodeRequestFrame, type MessageCodec, type Piece } from '@millrace/protocol';
import { apiVersionsRequest } from '@millrace/protocol/messages/api-versions';
import { describeConfigsRequest } from '@millrace/protocol/messages/describe-configs';
import { fetchRequest } from '@millrace/protocol/messages/fetch';
import { metadataRequest } from '@millrace/protocol/messages/metadata';
import { produceRequest } from '@millrace/protocol/messages/produce';

/** A frame with its size. */
export function requestFrame<T>(codec: MessageCodec<T>, message: T, version: number, correlationId = 1): Buffer {
  const frame = { apiKey: codec.apiKey ?? -1, apiVersion: version, correlationId, clientId: 'hostile' };
  return Buffer.concat(encodeRequestFrame(frame, codec, message).map((piece: Piece) => piece as Uint8Array));
}

/** Any bytes as a frame. */
export function framed(bytes: Uint8Array, claimed: number = bytes.length): Buffer {
  const size = Buffer.alloc(4);
  size.writeInt32BE(claimed);
  return Buffer.concat([size, bytes]);
}

export function apiVersionsFrame(correlationId = 1): Buffer {
  return requestFrame(apiVersionsRequest, {}, 0, correlationId);
}

export function metadataFrame(topics: string[] | null, correlationId = 1): Buffer {
  const message = { topics: topics === null ? null : topics.map((name) => ({ name })), allowAutoTopicCreation: false };
  return requestFrame(metadataRequest, message, 8, correlationId);
}

export function produceFrame(topic: string, partition: number, records: Uint8Array, correlationId = 1): Buffer {
  const message = { transactionalId: null, acks: -1, timeoutMs: 30_000, topicData: [{ name: topic, partitionData: [{ index: partition, records }] }] };
  return requestFrame(produceRequest, message, 8, correlationId);
}

/** Every setting of the broker with what is to be said of it: a small request for a large answer. */
export function describeConfigsFrame(correlationId = 1): Buffer {
  const resources = [{ resourceType: 4, resourceName: '1', configurationKeys: null }];
  return requestFrame(describeConfigsRequest, { resources, includeSynonyms: true, includeDocumentation: true }, 4, correlationId);
}

/** From the beginning, as much as there is. */
export function fetchFrame(topic: string, partition: number, correlationId = 1): Buffer {
  const bytes = 50 * 1024 * 1024;
  const topics = [{ topic, partitions: [{ partition, fetchOffset: 0, partitionMaxBytes: bytes }] }];
  return requestFrame(fetchRequest, { maxWaitMs: 0, minBytes: 0, maxBytes: bytes, topics }, 11, correlationId);
}
