// Generated from definitions/end-txn.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** EndTxnRequest, versions 0-5. */
export interface EndTxnRequest {
  /** Transactional id of the producer. */
  transactionalId: string;
  /** Id of the producer. */
  producerId: number;
  /** Epoch of the producer. */
  producerEpoch: number;
  /** True to commit, false to abort. */
  committed: boolean;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const endTxnRequest: MessageCodec<EndTxnRequest> = messageCodec<EndTxnRequest>(
  {
    name: 'EndTxnRequest',
    kind: 'request',
    apiKey: 26,
    minVersion: 0,
    maxVersion: 5,
    flexibleVersion: 3,
  },
  readEndTxnRequest,
  writeEndTxnRequest,
);

function readEndTxnRequest(reader: Reader, version: number): Decoded<EndTxnRequest> {
  const flexible = version >= 3;
  let field = '';
  try {
    field = 'transactionalId';
    const transactionalId = flexible ? reader.readCompactString() : reader.readString();
    field = 'producerId';
    const producerId = reader.readInt64();
    field = 'producerEpoch';
    const producerEpoch = reader.readInt16();
    field = 'committed';
    const committed = reader.readBoolean();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { transactionalId, producerId, producerEpoch, committed, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeEndTxnRequest(writer: Writer, message: EndTxnRequest, version: number): void {
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
    field = 'committed';
    const committed = message.committed;
    writer.writeBoolean(committed);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** EndTxnResponse, versions 0-5. */
export interface EndTxnResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Id of the producer. Versions 5+. Default -1. */
  producerId?: number | undefined;
  /** Epoch of the producer. Versions 5+. Default -1. */
  producerEpoch?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const endTxnResponse: MessageCodec<EndTxnResponse> = messageCodec<EndTxnResponse>(
  {
    name: 'EndTxnResponse',
    kind: 'response',
    apiKey: 26,
    minVersion: 0,
    maxVersion: 5,
    flexibleVersion: 3,
  },
  readEndTxnResponse,
  writeEndTxnResponse,
);

function readEndTxnResponse(reader: Reader, version: number): Decoded<EndTxnResponse> {
  const flexible = version >= 3;
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    let producerId: number = -1;
    if (version === 5) {
      field = 'producerId';
      producerId = reader.readInt64();
    }
    let producerEpoch: number = -1;
    if (version === 5) {
      field = 'producerEpoch';
      producerEpoch = reader.readInt16();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, errorCode, producerId, producerEpoch, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeEndTxnResponse(writer: Writer, message: EndTxnResponse, version: number): void {
  const flexible = version >= 3;
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    if (version === 5) {
      field = 'producerId';
      const producerId = message.producerId === undefined ? -1 : message.producerId;
      writer.writeInt64(producerId);
    }
    if (version === 5) {
      field = 'producerEpoch';
      const producerEpoch = message.producerEpoch === undefined ? -1 : message.producerEpoch;
      writer.writeInt16(producerEpoch);
    }
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
