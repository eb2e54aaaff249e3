// Generated from definitions/transaction-log.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, unsupportedField, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** TransactionLogKey, versions 0. */
export interface TransactionLogKey {
  /** Transactional id of the producer. */
  transactionalId: string;
}

export const transactionLogKey: MessageCodec<TransactionLogKey> = messageCodec<TransactionLogKey>(
  {
    name: 'TransactionLogKey',
    kind: 'coordinator-key',
    apiKey: 0,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 32767,
  },
  readTransactionLogKey,
  writeTransactionLogKey,
);

function readTransactionLogKey(reader: Reader, _version: number): Decoded<TransactionLogKey> {
  let field = '';
  try {
    field = 'transactionalId';
    const transactionalId = reader.readString();
    return { transactionalId };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeTransactionLogKey(writer: Writer, message: TransactionLogKey, _version: number): void {
  let field = '';
  try {
    field = 'transactionalId';
    const transactionalId = message.transactionalId;
    writer.writeString(transactionalId);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** TransactionLogValue, versions 0-1. */
export interface TransactionLogValue {
  /** Id of the producer. */
  producerId: number;
  /** Producer id the last transaction ended with; -1 for none. Versions 1+. Default -1. */
  previousProducerId?: number | undefined;
  /** Next producer id. Versions 1+. Default -1. */
  nextProducerId?: number | undefined;
  /** Epoch of the producer. */
  producerEpoch: number;
  /** Epoch that goes with the next producer id. Versions 1+. Default -1. */
  nextProducerEpoch?: number | undefined;
  /** How long a transaction may stay open. */
  transactionTimeoutMs: number;
  /** State of the transaction, as its code. */
  transactionStatus: number;
  /** Partitions in the transaction; null for none. */
  transactionPartitions: TransactionLogValuePartitionsSchema[] | null;
  /** When the transaction last changed, in ms since 1970. */
  transactionLastUpdateTimestampMs: number;
  /** When the transaction began, in ms since 1970; -1 for not begun. */
  transactionStartTimestampMs: number;
  /** Transaction version the client speaks. Versions 1+. Default 0. */
  clientTransactionVersion?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface TransactionLogValuePartitionsSchema {
  /** Name of the topic. */
  topic: string;
  /** Indexes of the partitions. */
  partitionIds: number[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const transactionLogValue: MessageCodec<TransactionLogValue> = messageCodec<TransactionLogValue>(
  {
    name: 'TransactionLogValue',
    kind: 'coordinator-value',
    apiKey: 0,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 1,
  },
  readTransactionLogValue,
  writeTransactionLogValue,
);

function readTransactionLogValue(reader: Reader, version: number): Decoded<TransactionLogValue> {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'producerId';
    const producerId = reader.readInt64();
    let previousProducerId: number = -1;
    let nextProducerId: number = -1;
    field = 'producerEpoch';
    const producerEpoch = reader.readInt16();
    let nextProducerEpoch: number = -1;
    field = 'transactionTimeoutMs';
    const transactionTimeoutMs = reader.readInt32();
    field = 'transactionStatus';
    const transactionStatus = reader.readInt8();
    field = 'transactionPartitions';
    let transactionPartitions: Decoded<TransactionLogValuePartitionsSchema>[] | null;
    const transactionPartitionsLength = flexible ? reader.readCompactNullableArrayLength(3) : reader.readNullableArrayLength(3);
    const transactionPartitionsList: Decoded<TransactionLogValuePartitionsSchema>[] = [];
    for (index = 0; index < transactionPartitionsLength; index++) transactionPartitionsList.push(readTransactionLogValuePartitionsSchema(reader, version));
    index = -1;
    transactionPartitions = transactionPartitionsLength < 0 ? null : transactionPartitionsList;
    field = 'transactionLastUpdateTimestampMs';
    const transactionLastUpdateTimestampMs = reader.readInt64();
    field = 'transactionStartTimestampMs';
    const transactionStartTimestampMs = reader.readInt64();
    let clientTransactionVersion: number = 0;
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    if (flexible) {
      for (let count = reader.readUnsignedVarint(); count > 0; count--) {
        field = 'unknownTags';
        const tag = reader.readUnsignedVarint();
        const end = reader.readTagEnd();
        switch (tag) {
          case 0: {
            field = 'previousProducerId';
            previousProducerId = reader.readInt64();
            reader.endTag(tag, end);
            break;
          }
          case 1: {
            field = 'nextProducerId';
            nextProducerId = reader.readInt64();
            reader.endTag(tag, end);
            break;
          }
          case 2: {
            field = 'clientTransactionVersion';
            clientTransactionVersion = reader.readInt16();
            reader.endTag(tag, end);
            break;
          }
          case 3: {
            field = 'nextProducerEpoch';
            nextProducerEpoch = reader.readInt16();
            reader.endTag(tag, end);
            break;
          }
          default:
            unknownTags = reader.readUnknownTag(unknownTags, tag, end);
        }
      }
    }
    return { producerId, previousProducerId, nextProducerId, producerEpoch, nextProducerEpoch, transactionTimeoutMs, transactionStatus, transactionPartitions, transactionLastUpdateTimestampMs, transactionStartTimestampMs, clientTransactionVersion, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readTransactionLogValuePartitionsSchema(reader: Reader, version: number): Decoded<TransactionLogValuePartitionsSchema> {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'topic';
    const topic = flexible ? reader.readCompactString() : reader.readString();
    field = 'partitionIds';
    const partitionIds: number[] = [];
    const partitionIdsLength = flexible ? reader.readCompactArrayLength(4) : reader.readArrayLength(4);
    for (index = 0; index < partitionIdsLength; index++) partitionIds.push(reader.readInt32());
    index = -1;
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { topic, partitionIds, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeTransactionLogValue(writer: Writer, message: TransactionLogValue, version: number): void {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'producerId';
    const producerId = message.producerId;
    writer.writeInt64(producerId);
    field = 'previousProducerId';
    const previousProducerId = message.previousProducerId === undefined ? -1 : message.previousProducerId;
    if (!(version === 1) && (previousProducerId !== -1)) throw unsupportedField(version);
    field = 'nextProducerId';
    const nextProducerId = message.nextProducerId === undefined ? -1 : message.nextProducerId;
    if (!(version === 1) && (nextProducerId !== -1)) throw unsupportedField(version);
    field = 'producerEpoch';
    const producerEpoch = message.producerEpoch;
    writer.writeInt16(producerEpoch);
    field = 'nextProducerEpoch';
    const nextProducerEpoch = message.nextProducerEpoch === undefined ? -1 : message.nextProducerEpoch;
    if (!(version === 1) && (nextProducerEpoch !== -1)) throw unsupportedField(version);
    field = 'transactionTimeoutMs';
    const transactionTimeoutMs = message.transactionTimeoutMs;
    writer.writeInt32(transactionTimeoutMs);
    field = 'transactionStatus';
    const transactionStatus = message.transactionStatus;
    writer.writeInt8(transactionStatus);
    field = 'transactionPartitions';
    const transactionPartitions = message.transactionPartitions;
    if (transactionPartitions === null) {
      if (flexible) writer.writeUnsignedVarint(0); else writer.writeInt32(-1);
    } else {
      if (flexible) writer.writeUnsignedVarint(transactionPartitions.length + 1); else writer.writeInt32(transactionPartitions.length);
      for (index = 0; index < transactionPartitions.length; index++) {
        const transactionPartitionsItem = transactionPartitions[index];
        if (transactionPartitionsItem === undefined) throw unexpectedNull(version);
        writeTransactionLogValuePartitionsSchema(writer, transactionPartitionsItem, version);
      }
      index = -1;
    }
    field = 'transactionLastUpdateTimestampMs';
    const transactionLastUpdateTimestampMs = message.transactionLastUpdateTimestampMs;
    writer.writeInt64(transactionLastUpdateTimestampMs);
    field = 'transactionStartTimestampMs';
    const transactionStartTimestampMs = message.transactionStartTimestampMs;
    writer.writeInt64(transactionStartTimestampMs);
    field = 'clientTransactionVersion';
    const clientTransactionVersion = message.clientTransactionVersion === undefined ? 0 : message.clientTransactionVersion;
    if (!(version === 1) && (clientTransactionVersion !== 0)) throw unsupportedField(version);
    field = 'unknownTags';
    if (flexible) {
      const unknown = inTagOrder(message.unknownTags);
      let count = unknown.length;
      let next = 0;
      const hasPreviousProducerId = previousProducerId !== -1;
      if (hasPreviousProducerId) count++;
      const hasNextProducerId = nextProducerId !== -1;
      if (hasNextProducerId) count++;
      const hasClientTransactionVersion = clientTransactionVersion !== 0;
      if (hasClientTransactionVersion) count++;
      const hasNextProducerEpoch = nextProducerEpoch !== -1;
      if (hasNextProducerEpoch) count++;
      writer.writeUnsignedVarint(count);
      if (hasPreviousProducerId) {
        field = 'unknownTags';
        next = writer.writeUnknownTagsBelow(unknown, next, 0);
        field = 'previousProducerId';
        const tag = writer.beginTag(0);
        writer.writeInt64(previousProducerId);
        writer.endTag(tag);
      }
      if (hasNextProducerId) {
        field = 'unknownTags';
        next = writer.writeUnknownTagsBelow(unknown, next, 1);
        field = 'nextProducerId';
        const tag = writer.beginTag(1);
        writer.writeInt64(nextProducerId);
        writer.endTag(tag);
      }
      if (hasClientTransactionVersion) {
        field = 'unknownTags';
        next = writer.writeUnknownTagsBelow(unknown, next, 2);
        field = 'clientTransactionVersion';
        const tag = writer.beginTag(2);
        writer.writeInt16(clientTransactionVersion);
        writer.endTag(tag);
      }
      if (hasNextProducerEpoch) {
        field = 'unknownTags';
        next = writer.writeUnknownTagsBelow(unknown, next, 3);
        field = 'nextProducerEpoch';
        const tag = writer.beginTag(3);
        writer.writeInt16(nextProducerEpoch);
        writer.endTag(tag);
      }
      field = 'unknownTags';
      writer.writeUnknownTagsBelow(unknown, next, Infinity);
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeTransactionLogValuePartitionsSchema(writer: Writer, message: TransactionLogValuePartitionsSchema, version: number): void {
  const flexible = version >= 1;
  let field = '';
  let index = -1;
  try {
    field = 'topic';
    const topic = message.topic;
    if (flexible) writer.writeCompactString(topic); else writer.writeString(topic);
    field = 'partitionIds';
    const partitionIds = message.partitionIds;
    if (flexible) writer.writeUnsignedVarint(partitionIds.length + 1); else writer.writeInt32(partitionIds.length);
    for (index = 0; index < partitionIds.length; index++) {
      const partitionIdsItem = partitionIds[index];
      if (partitionIdsItem === undefined) throw unexpectedNull(version);
      writer.writeInt32(partitionIdsItem);
    }
    index = -1;
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}
