// Generated from definitions/unfence-broker-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** UnfenceBrokerRecord, versions 0. */
export interface UnfenceBrokerRecord {
  /** Id of the broker. */
  id: number;
  /** Epoch of the broker's registration. */
  epoch: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const unfenceBrokerRecord: MessageCodec<UnfenceBrokerRecord> = messageCodec<UnfenceBrokerRecord>(
  {
    name: 'UnfenceBrokerRecord',
    kind: 'metadata-record',
    apiKey: 8,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readUnfenceBrokerRecord,
  writeUnfenceBrokerRecord,
);

function readUnfenceBrokerRecord(reader: Reader, _version: number): Decoded<UnfenceBrokerRecord> {
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

function writeUnfenceBrokerRecord(writer: Writer, message: UnfenceBrokerRecord, _version: number): void {
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
