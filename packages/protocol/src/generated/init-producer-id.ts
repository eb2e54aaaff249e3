// Generated from definitions/init-producer-id.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** InitProducerIdRequest, versions 0-6. */
export interface InitProducerIdRequest {
  /** Transactional id of the producer. */
  transactionalId: string | null;
  /** How long a transaction may stay open. */
  transactionTimeoutMs: number;
  /** Id of the producer. Versions 3+. Default -1. */
  producerId?: number | undefined;
  /** Epoch of the producer. Versions 3+. Default -1. */
  producerEpoch?: number | undefined;
  /** Whether the producer takes part in two-phase commits. Versions 6+. Default false. */
  enable2Pc?: boolean | undefined;
  /** Whether to keep a prepared transaction. Versions 6+. Default false. */
  keepPreparedTxn?: boolean | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const initProducerIdRequest: MessageCodec<InitProducerIdRequest> = messageCodec<InitProducerIdRequest>(
  {
    name: 'InitProducerIdRequest',
    kind: 'request',
    apiKey: 22,
    minVersion: 0,
    maxVersion: 6,
    flexibleVersion: 2,
  },
  readInitProducerIdRequest,
  writeInitProducerIdRequest,
);

function readInitProducerIdRequest(reader: Reader, version: number): Decoded<InitProducerIdRequest> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'transactionalId';
    const transactionalId = flexible ? reader.readCompactNullableString() : reader.readNullableString();
    field = 'transactionTimeoutMs';
    const transactionTimeoutMs = reader.readInt32();
    let producerId: number = -1;
    if (version >= 3) {
      field = 'producerId';
      producerId = reader.readInt64();
    }
    let producerEpoch: number = -1;
    if (version >= 3) {
      field = 'producerEpoch';
      producerEpoch = reader.readInt16();
    }
    let enable2Pc: boolean = false;
    if (version === 6) {
      field = 'enable2Pc';
      enable2Pc = reader.readBoolean();
    }
    let keepPreparedTxn: boolean = false;
    if (version === 6) {
      field = 'keepPreparedTxn';
      keepPreparedTxn = reader.readBoolean();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { transactionalId, transactionTimeoutMs, producerId, producerEpoch, enable2Pc, keepPreparedTxn, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeInitProducerIdRequest(writer: Writer, message: InitProducerIdRequest, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'transactionalId';
    const transactionalId = message.transactionalId;
    if (flexible) writer.writeCompactNullableString(transactionalId); else writer.writeNullableString(transactionalId);
    field = 'transactionTimeoutMs';
    const transactionTimeoutMs = message.transactionTimeoutMs;
    writer.writeInt32(transactionTimeoutMs);
    field = 'producerId';
    const producerId = message.producerId === undefined ? -1 : message.producerId;
    if (version >= 3) {
      writer.writeInt64(producerId);
    } else if (producerId !== -1) {
      throw unsupportedField(version);
    }
    field = 'producerEpoch';
    const producerEpoch = message.producerEpoch === undefined ? -1 : message.producerEpoch;
    if (version >= 3) {
      writer.writeInt16(producerEpoch);
    } else if (producerEpoch !== -1) {
      throw unsupportedField(version);
    }
    field = 'enable2Pc';
    const enable2Pc = message.enable2Pc === undefined ? false : message.enable2Pc;
    if (version === 6) {
      writer.writeBoolean(enable2Pc);
    } else if (enable2Pc !== false) {
      throw unsupportedField(version);
    }
    field = 'keepPreparedTxn';
    const keepPreparedTxn = message.keepPreparedTxn === undefined ? false : message.keepPreparedTxn;
    if (version === 6) {
      writer.writeBoolean(keepPreparedTxn);
    } else if (keepPreparedTxn !== false) {
      throw unsupportedField(version);
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

/** InitProducerIdResponse, versions 0-6. */
export interface InitProducerIdResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Id of the producer. Default -1. */
  producerId?: number | undefined;
  /** Epoch of the producer. */
  producerEpoch: number;
  /** Producer id of the open transaction; -1 for none. Versions 6+. Default -1. */
  ongoingTxnProducerId?: number | undefined;
  /** Epoch of the open transaction; -1 for none. Versions 6+. Default -1. */
  ongoingTxnProducerEpoch?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const initProducerIdResponse: MessageCodec<InitProducerIdResponse> = messageCodec<InitProducerIdResponse>(
  {
    name: 'InitProducerIdResponse',
    kind: 'response',
    apiKey: 22,
    minVersion: 0,
    maxVersion: 6,
    flexibleVersion: 2,
  },
  readInitProducerIdResponse,
  writeInitProducerIdResponse,
);

function readInitProducerIdResponse(reader: Reader, version: number): Decoded<InitProducerIdResponse> {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'producerId';
    const producerId = reader.readInt64();
    field = 'producerEpoch';
    const producerEpoch = reader.readInt16();
    let ongoingTxnProducerId: number = -1;
    if (version === 6) {
      field = 'ongoingTxnProducerId';
      ongoingTxnProducerId = reader.readInt64();
    }
    let ongoingTxnProducerEpoch: number = -1;
    if (version === 6) {
      field = 'ongoingTxnProducerEpoch';
      ongoingTxnProducerEpoch = reader.readInt16();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { throttleTimeMs, errorCode, producerId, producerEpoch, ongoingTxnProducerId, ongoingTxnProducerEpoch, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeInitProducerIdResponse(writer: Writer, message: InitProducerIdResponse, version: number): void {
  const flexible = version >= 2;
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'producerId';
    const producerId = message.producerId === undefined ? -1 : message.producerId;
    writer.writeInt64(producerId);
    field = 'producerEpoch';
    const producerEpoch = message.producerEpoch;
    writer.writeInt16(producerEpoch);
    field = 'ongoingTxnProducerId';
    const ongoingTxnProducerId = message.ongoingTxnProducerId === undefined ? -1 : message.ongoingTxnProducerId;
    if (version === 6) {
      writer.writeInt64(ongoingTxnProducerId);
    } else if (ongoingTxnProducerId !== -1) {
      throw unsupportedField(version);
    }
    field = 'ongoingTxnProducerEpoch';
    const ongoingTxnProducerEpoch = message.ongoingTxnProducerEpoch === undefined ? -1 : message.ongoingTxnProducerEpoch;
    if (version === 6) {
      writer.writeInt16(ongoingTxnProducerEpoch);
    } else if (ongoingTxnProducerEpoch !== -1) {
      throw unsupportedField(version);
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
