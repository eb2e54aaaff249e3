// Generated from definitions/producer-ids-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** ProducerIdsRecord, versions 0. */
export interface ProducerIdsRecord {
  /** Id of the broker. */
  brokerId: number;
  /** Epoch of the broker's registration. Default -1. */
  brokerEpoch?: number | undefined;
  /** Next producer id. */
  nextProducerId: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const producerIdsRecord: MessageCodec<ProducerIdsRecord> = messageCodec<ProducerIdsRecord>(
  {
    name: 'ProducerIdsRecord',
    kind: 'metadata-record',
    apiKey: 15,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readProducerIdsRecord,
  writeProducerIdsRecord,
);

function readProducerIdsRecord(reader: Reader, _version: number): Decoded<ProducerIdsRecord> {
  let field = '';
  try {
    field = 'brokerId';
    const brokerId = reader.readInt32();
    field = 'brokerEpoch';
    const brokerEpoch = reader.readInt64();
    field = 'nextProducerId';
    const nextProducerId = reader.readInt64();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { brokerId, brokerEpoch, nextProducerId, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeProducerIdsRecord(writer: Writer, message: ProducerIdsRecord, _version: number): void {
  let field = '';
  try {
    field = 'brokerId';
    const brokerId = message.brokerId;
    writer.writeInt32(brokerId);
    field = 'brokerEpoch';
    const brokerEpoch = message.brokerEpoch === undefined ? -1 : message.brokerEpoch;
    writer.writeInt64(brokerEpoch);
    field = 'nextProducerId';
    const nextProducerId = message.nextProducerId;
    writer.writeInt64(nextProducerId);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
