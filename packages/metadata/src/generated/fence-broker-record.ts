// Generated from definitions/fence-broker-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** FenceBrokerRecord, versions 0. */
export interface FenceBrokerRecord {
  /** Id of the broker. */
  id: number;
  /** Epoch of the broker's registration. */
  epoch: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const fenceBrokerRecord: MessageCodec<FenceBrokerRecord> = messageCodec<FenceBrokerRecord>(
  {
    name: 'FenceBrokerRecord',
    kind: 'metadata-record',
    apiKey: 7,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readFenceBrokerRecord,
  writeFenceBrokerRecord,
);

function readFenceBrokerRecord(reader: Reader, _version: number): Decoded<FenceBrokerRecord> {
  let field = '';
  try {
    field = 'id';
    const id = reader.readInt32();
    field = 'epoch';
    const epoch = reader.readInt64();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { id, epoch, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeFenceBrokerRecord(writer: Writer, message: FenceBrokerRecord, _version: number): void {
  let field = '';
  try {
    field = 'id';
    const id = message.id;
    writer.writeInt32(id);
    field = 'epoch';
    const epoch = message.epoch;
    writer.writeInt64(epoch);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
