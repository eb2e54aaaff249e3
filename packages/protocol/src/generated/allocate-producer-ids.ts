// Generated from definitions/allocate-producer-ids.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** AllocateProducerIdsRequest, versions 0. */
export interface AllocateProducerIdsRequest {
  /** Id of the broker. */
  brokerId: number;
  /** Epoch of the broker's registration. Default -1. */
  brokerEpoch?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const allocateProducerIdsRequest: MessageCodec<AllocateProducerIdsRequest> = messageCodec<AllocateProducerIdsRequest>(
  {
    name: 'AllocateProducerIdsRequest',
    kind: 'request',
    apiKey: 67,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readAllocateProducerIdsRequest,
  writeAllocateProducerIdsRequest,
);

function readAllocateProducerIdsRequest(reader: Reader, _version: number): Decoded<AllocateProducerIdsRequest> {
  let field = '';
  try {
    field = 'brokerId';
    const brokerId = reader.readInt32();
    field = 'brokerEpoch';
    const brokerEpoch = reader.readInt64();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { brokerId, brokerEpoch, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAllocateProducerIdsRequest(writer: Writer, message: AllocateProducerIdsRequest, _version: number): void {
  let field = '';
  try {
    field = 'brokerId';
    const brokerId = message.brokerId;
    writer.writeInt32(brokerId);
    field = 'brokerEpoch';
    const brokerEpoch = message.brokerEpoch === undefined ? -1 : message.brokerEpoch;
    writer.writeInt64(brokerEpoch);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** AllocateProducerIdsResponse, versions 0. */
export interface AllocateProducerIdsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** First id of the block. */
  producerIdStart: number;
  /** How many ids the block has. */
  producerIdLen: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const allocateProducerIdsResponse: MessageCodec<AllocateProducerIdsResponse> = messageCodec<AllocateProducerIdsResponse>(
  {
    name: 'AllocateProducerIdsResponse',
    kind: 'response',
    apiKey: 67,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readAllocateProducerIdsResponse,
  writeAllocateProducerIdsResponse,
);

function readAllocateProducerIdsResponse(reader: Reader, _version: number): Decoded<AllocateProducerIdsResponse> {
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'producerIdStart';
    const producerIdStart = reader.readInt64();
    field = 'producerIdLen';
    const producerIdLen = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, producerIdStart, producerIdLen, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAllocateProducerIdsResponse(writer: Writer, message: AllocateProducerIdsResponse, _version: number): void {
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'producerIdStart';
    const producerIdStart = message.producerIdStart;
    writer.writeInt64(producerIdStart);
    field = 'producerIdLen';
    const producerIdLen = message.producerIdLen;
    writer.writeInt32(producerIdLen);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
