// Generated from definitions/producer-snapshot.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, type Writer } from '@millrace/protocol';

/** ProducerSnapshot, versions 1. */
export interface ProducerSnapshot {
  /** CRC-32C of what follows. */
  crc: number;
  /** State of each producer. */
  producerEntries: ProducerSnapshotProducerEntry[];
}

export interface ProducerSnapshotProducerEntry {
  /** Id of the producer. */
  producerId: number;
  /** Epoch of the producer. */
  epoch: number;
  /** Last sequence number written. */
  lastSequence: number;
  /** Last offset of the range, inclusive. */
  lastOffset: number;
  /** Last offset of the last batch less its first. */
  offsetDelta: number;
  /** Timestamp, in ms since 1970. */
  timestamp: number;
  /** Epoch of the transaction coordinator. */
  coordinatorEpoch: number;
  /** First offset of the open transaction; -1 for none. */
  currentTxnFirstOffset: number;
}

export const producerSnapshot: MessageCodec<ProducerSnapshot> = messageCodec<ProducerSnapshot>(
  {
    name: 'ProducerSnapshot',
    kind: 'data',
    apiKey: null,
    minVersion: 1,
    maxVersion: 1,
    flexibleVersion: 32767,
  },
  readProducerSnapshot,
  writeProducerSnapshot,
);

function readProducerSnapshot(reader: Reader, version: number): Decoded<ProducerSnapshot> {
  let field = '';
  let index = -1;
  try {
    field = 'crc';
    const crc = reader.readUint32();
    field = 'producerEntries';
    const producerEntries: Decoded<ProducerSnapshotProducerEntry>[] = [];
    const producerEntriesLength = reader.readArrayLength(46);
    for (index = 0; index < producerEntriesLength; index++) producerEntries.push(readProducerSnapshotProducerEntry(reader, version));
    index = -1;
    return { crc, producerEntries };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readProducerSnapshotProducerEntry(reader: Reader, _version: number): Decoded<ProducerSnapshotProducerEntry> {
  let field = '';
  try {
    field = 'producerId';
    const producerId = reader.readInt64();
    field = 'epoch';
    const epoch = reader.readInt16();
    field = 'lastSequence';
    const lastSequence = reader.readInt32();
    field = 'lastOffset';
    const lastOffset = reader.readInt64();
    field = 'offsetDelta';
    const offsetDelta = reader.readInt32();
    field = 'timestamp';
    const timestamp = reader.readInt64();
    field = 'coordinatorEpoch';
    const coordinatorEpoch = reader.readInt32();
    field = 'currentTxnFirstOffset';
    const currentTxnFirstOffset = reader.readInt64();
    return { producerId, epoch, lastSequence, lastOffset, offsetDelta, timestamp, coordinatorEpoch, currentTxnFirstOffset };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeProducerSnapshot(writer: Writer, message: ProducerSnapshot, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'crc';
    const crc = message.crc;
    writer.writeUint32(crc);
    field = 'producerEntries';
    const producerEntries = message.producerEntries;
    writer.writeInt32(producerEntries.length);
    for (index = 0; index < producerEntries.length; index++) {
      const producerEntriesItem = producerEntries[index];
      if (producerEntriesItem === undefined) throw unexpectedNull(version);
      writeProducerSnapshotProducerEntry(writer, producerEntriesItem, version);
    }
    index = -1;
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeProducerSnapshotProducerEntry(writer: Writer, message: ProducerSnapshotProducerEntry, _version: number): void {
  let field = '';
  try {
    field = 'producerId';
    const producerId = message.producerId;
    writer.writeInt64(producerId);
    field = 'epoch';
    const epoch = message.epoch;
    writer.writeInt16(epoch);
    field = 'lastSequence';
    const lastSequence = message.lastSequence;
    writer.writeInt32(lastSequence);
    field = 'lastOffset';
    const lastOffset = message.lastOffset;
    writer.writeInt64(lastOffset);
    field = 'offsetDelta';
    const offsetDelta = message.offsetDelta;
    writer.writeInt32(offsetDelta);
    field = 'timestamp';
    const timestamp = message.timestamp;
    writer.writeInt64(timestamp);
    field = 'coordinatorEpoch';
    const coordinatorEpoch = message.coordinatorEpoch;
    writer.writeInt32(coordinatorEpoch);
    field = 'currentTxnFirstOffset';
    const currentTxnFirstOffset = message.currentTxnFirstOffset;
    writer.writeInt64(currentTxnFirstOffset);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
