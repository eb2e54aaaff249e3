// Generated from definitions/unregister-broker-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** UnregisterBrokerRecord, versions 0. */
export interface UnregisterBrokerRecord {
  /** Id of the broker. */
  brokerId: number;
  /** Epoch of the broker's registration. */
  brokerEpoch: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const unregisterBrokerRecord: MessageCodec<UnregisterBrokerRecord> = messageCodec<UnregisterBrokerRecord>(
  {
    name: 'UnregisterBrokerRecord',
    kind: 'metadata-record',
    apiKey: 1,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readUnregisterBrokerRecord,
  writeUnregisterBrokerRecord,
);

function readUnregisterBrokerRecord(reader: Reader, _version: number): Decoded<UnregisterBrokerRecord> {
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

function writeUnregisterBrokerRecord(writer: Writer, message: UnregisterBrokerRecord, _version: number): void {
  let field = '';
  try {
    field = 'brokerId';
    const brokerId = message.brokerId;
    writer.writeInt32(brokerId);
    field = 'brokerEpoch';
    const brokerEpoch = message.brokerEpoch;
    writer.writeInt64(brokerEpoch);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
