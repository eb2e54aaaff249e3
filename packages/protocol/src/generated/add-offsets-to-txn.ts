// Generated from definitions/add-offsets-to-txn.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** AddOffsetsToTxnRequest, versions 0-4. */
export interface AddOffsetsToTxnRequest {
  /** Transactional id of the producer. */
  transactionalId: string;
  /** Id of the producer. */
  producerId: number;
  /** Epoch of the producer. */
  producerEpoch: number;
  /** Id of the group. */
  groupId: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const addOffsetsToTxnRequest: MessageCodec<AddOffsetsToTxnRequest> = messageCodec<AddOffsetsToTxnRequest>(
  {
    name: 'AddOffsetsToTxnRequest',
    kind: 'request',
    apiKey: 25,
    minVersion: 0,
    maxVersion: 4,
    flexibleVersion: 3,
  },
  readAddOffsetsToTxnRequest,
  writeAddOffsetsToTxnRequest,
);

function readAddOffsetsToTxnRequest(reader: Reader, version: number): Decoded<AddOffsetsToTxnRequest> {
  const flexible = version >= 3;
  let field = '';
  try {
    field = 'transactionalId';
    const transactionalId = flexible ? reader.readCompactString() : reader.readString();
    field = 'producerId';
    const producerId = reader.readInt64();
    field = 'producerEpoch';
    const producerEpoch = reader.readInt16();
    field = 'groupId';
    const groupId = flexible ? reader.readCompactString() : reader.readString();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { transactionalId, producerId, producerEpoch, groupId, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAddOffsetsToTxnRequest(writer: Writer, message: AddOffsetsToTxnRequest, version: number): void {
  const flexible = version >= 3;
  let field = '';
  try {
    field = 'transactionalId';
    const transactionalId = message.transactionalId;
    if (flexible) writer.writeCompactString(transactionalId); else writer.writeString(transactionalId);
    field = 'producerId';
    const producerId = message.producerId;
    writer.writeInt64(producerId);
    field = 'producerEpoch';
    const producerEpoch = message.producerEpoch;
    writer.writeInt16(producerEpoch);
    field = 'groupId';
    const groupId = message.groupId;
    if (flexible) writer.writeCompactString(groupId); else writer.writeString(groupId);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** AddOffsetsToTxnResponse, versions 0-4. */
export interface AddOffsetsToTxnResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const addOffsetsToTxnResponse: MessageCodec<AddOffsetsToTxnResponse> = messageCodec<AddOffsetsToTxnResponse>(
  {
    name: 'AddOffsetsToTxnResponse',
    kind: 'response',
    apiKey: 25,
    minVersion: 0,
    maxVersion: 4,
    flexibleVersion: 3,
  },
  readAddOffsetsToTxnResponse,
  writeAddOffsetsToTxnResponse,
);

function readAddOffsetsToTxnResponse(reader: Reader, version: number): Decoded<AddOffsetsToTxnResponse> {
  const flexible = version >= 3;
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, errorCode, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeAddOffsetsToTxnResponse(writer: Writer, message: AddOffsetsToTxnResponse, version: number): void {
  const flexible = version >= 3;
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
