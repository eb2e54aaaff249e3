// Generated from definitions/list-transactions.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** ListTransactionsRequest, versions 0-2. */
export interface ListTransactionsRequest {
  /** Only transactions in these states; empty for all. */
  stateFilters: string[];
  /** Only these producer ids; empty for all. */
  producerIdFilters: number[];
  /** Only transactions that have run this many ms; -1 for all. Versions 1+. Default -1. */
  durationFilter?: number | undefined;
  /** Only transactional ids that match this pattern (RE2); null for all. Versions 2+. Default null. */
  transactionalIdPattern?: string | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const listTransactionsRequest: MessageCodec<ListTransactionsRequest> = messageCodec<ListTransactionsRequest>(
  {
    name: 'ListTransactionsRequest',
    kind: 'request',
    apiKey: 66,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 0,
  },
  readListTransactionsRequest,
  writeListTransactionsRequest,
);

function readListTransactionsRequest(reader: Reader, version: number): Decoded<ListTransactionsRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'stateFilters';
    const stateFilters: string[] = [];
    const stateFiltersLength = reader.readCompactArrayLength(1);
    for (index = 0; index < stateFiltersLength; index++) stateFilters.push(reader.readCompactString());
    index = -1;
    field = 'producerIdFilters';
    const producerIdFilters: number[] = [];
    const producerIdFiltersLength = reader.readCompactArrayLength(8);
    for (index = 0; index < producerIdFiltersLength; index++) producerIdFilters.push(reader.readInt64());
    index = -1;
    let durationFilter: number = -1;
    if (version >= 1) {
      field = 'durationFilter';
      durationFilter = reader.readInt64();
    }
    let transactionalIdPattern: string | null = null;
    if (version === 2) {
      field = 'transactionalIdPattern';
      transactionalIdPattern = reader.readCompactNullableString();
    }
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { stateFilters, producerIdFilters, durationFilter, transactionalIdPattern, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeListTransactionsRequest(writer: Writer, message: ListTransactionsRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'stateFilters';
    const stateFilters = message.stateFilters;
    writer.writeUnsignedVarint(stateFilters.length + 1);
    for (index = 0; index < stateFilters.length; index++) {
      const stateFiltersItem = stateFilters[index];
      if (stateFiltersItem === undefined) throw unexpectedNull(version);
      writer.writeCompactString(stateFiltersItem);
    }
    index = -1;
    field = 'producerIdFilters';
    const producerIdFilters = message.producerIdFilters;
    writer.writeUnsignedVarint(producerIdFilters.length + 1);
    for (index = 0; index < producerIdFilters.length; index++) {
      const producerIdFiltersItem = producerIdFilters[index];
      if (producerIdFiltersItem === undefined) throw unexpectedNull(version);
      writer.writeInt64(producerIdFiltersItem);
    }
    index = -1;
    field = 'durationFilter';
    const durationFilter = message.durationFilter === undefined ? -1 : message.durationFilter;
    if (version >= 1) {
      writer.writeInt64(durationFilter);
    } else if (durationFilter !== -1) {
      throw unsupportedField(version);
    }
    field = 'transactionalIdPattern';
    const transactionalIdPattern = message.transactionalIdPattern === undefined ? null : message.transactionalIdPattern;
    if (version === 2) {
      writer.writeCompactNullableString(transactionalIdPattern);
    } else if (transactionalIdPattern !== null) {
      throw unsupportedField(version);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

/** ListTransactionsResponse, versions 0-2. */
export interface ListTransactionsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** State names the broker does not know. */
  unknownStateFilters: string[];
  /** The transactions. */
  transactionStates: ListTransactionsResponseTransactionState[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ListTransactionsResponseTransactionState {
  /** Transactional id of the producer. */
  transactionalId: string;
  /** Id of the producer. */
  producerId: number;
  /** State of the transaction by name. */
  transactionState: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const listTransactionsResponse: MessageCodec<ListTransactionsResponse> = messageCodec<ListTransactionsResponse>(
  {
    name: 'ListTransactionsResponse',
    kind: 'response',
    apiKey: 66,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 0,
  },
  readListTransactionsResponse,
  writeListTransactionsResponse,
);

function readListTransactionsResponse(reader: Reader, version: number): Decoded<ListTransactionsResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'unknownStateFilters';
    const unknownStateFilters: string[] = [];
    const unknownStateFiltersLength = reader.readCompactArrayLength(1);
    for (index = 0; index < unknownStateFiltersLength; index++) unknownStateFilters.push(reader.readCompactString());
    index = -1;
    field = 'transactionStates';
    const transactionStates: Decoded<ListTransactionsResponseTransactionState>[] = [];
    const transactionStatesLength = reader.readCompactArrayLength(11);
    for (index = 0; index < transactionStatesLength; index++) transactionStates.push(readListTransactionsResponseTransactionState(reader, version));
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, unknownStateFilters, transactionStates, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readListTransactionsResponseTransactionState(reader: Reader, _version: number): Decoded<ListTransactionsResponseTransactionState> {
  let field = '';
  try {
    field = 'transactionalId';
    const transactionalId = reader.readCompactString();
    field = 'producerId';
    const producerId = reader.readInt64();
    field = 'transactionState';
    const transactionState = reader.readCompactString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { transactionalId, producerId, transactionState, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeListTransactionsResponse(writer: Writer, message: ListTransactionsResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'unknownStateFilters';
    const unknownStateFilters = message.unknownStateFilters;
    writer.writeUnsignedVarint(unknownStateFilters.length + 1);
    for (index = 0; index < unknownStateFilters.length; index++) {
      const unknownStateFiltersItem = unknownStateFilters[index];
      if (unknownStateFiltersItem === undefined) throw unexpectedNull(version);
      writer.writeCompactString(unknownStateFiltersItem);
    }
    index = -1;
    field = 'transactionStates';
    const transactionStates = message.transactionStates;
    writer.writeUnsignedVarint(transactionStates.length + 1);
    for (index = 0; index < transactionStates.length; index++) {
      const transactionStatesItem = transactionStates[index];
      if (transactionStatesItem === undefined) throw unexpectedNull(version);
      writeListTransactionsResponseTransactionState(writer, transactionStatesItem, version);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeListTransactionsResponseTransactionState(writer: Writer, message: ListTransactionsResponseTransactionState, _version: number): void {
  let field = '';
  try {
    field = 'transactionalId';
    const transactionalId = message.transactionalId;
    writer.writeCompactString(transactionalId);
    field = 'producerId';
    const producerId = message.producerId;
    writer.writeInt64(producerId);
    field = 'transactionState';
    const transactionState = message.transactionState;
    writer.writeCompactString(transactionState);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
