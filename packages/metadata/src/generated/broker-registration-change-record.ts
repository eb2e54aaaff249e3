// Generated from definitions/broker-registration-change-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, unsupportedField, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** BrokerRegistrationChangeRecord, versions 0-3. */
export interface BrokerRegistrationChangeRecord {
  /** Id of the broker. */
  brokerId: number;
  /** Epoch of the broker's registration. */
  brokerEpoch: number;
  /** -1 unfenced, 0 unchanged, 1 fenced. */
  fenced?: number | undefined;
  /** 0 unchanged, 1 in controlled shutdown. Versions 1+. */
  inControlledShutdown?: number | undefined;
  /** Log directories. Versions 2+. */
  logDirs?: string[] | undefined;
  /** Log directories that take no new partitions. Versions 3+. Default null. */
  cordonedLogDirs?: string[] | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const brokerRegistrationChangeRecord: MessageCodec<BrokerRegistrationChangeRecord> = messageCodec<BrokerRegistrationChangeRecord>(
  {
    name: 'BrokerRegistrationChangeRecord',
    kind: 'metadata-record',
    apiKey: 17,
    minVersion: 0,
    maxVersion: 3,
    flexibleVersion: 0,
  },
  readBrokerRegistrationChangeRecord,
  writeBrokerRegistrationChangeRecord,
);

function readBrokerRegistrationChangeRecord(reader: Reader, version: number): Decoded<BrokerRegistrationChangeRecord> {
  let field = '';
  let index = -1;
  try {
    field = 'brokerId';
    const brokerId = reader.readInt32();
    field = 'brokerEpoch';
    const brokerEpoch = reader.readInt64();
    let fenced: number = 0;
    let inControlledShutdown: number = 0;
    let logDirs: string[] = [];
    let cordonedLogDirs: string[] | null = null;
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    for (let count = reader.readUnsignedVarint(); count > 0; count--) {
      field = 'unknownTags';
      const tag = reader.readUnsignedVarint();
      const end = reader.readTagEnd();
      switch (tag) {
        case 0: {
          field = 'fenced';
          fenced = reader.readInt8();
          reader.endTag(tag, end);
          break;
        }
        case 1: {
          if (!(version >= 1)) reader.refuseTag(tag, version);
          field = 'inControlledShutdown';
          inControlledShutdown = reader.readInt8();
          reader.endTag(tag, end);
          break;
        }
        case 2: {
          if (!(version >= 2)) reader.refuseTag(tag, version);
          field = 'logDirs';
          logDirs = [];
          const logDirsLength = reader.readCompactArrayLength(16);
          for (index = 0; index < logDirsLength; index++) logDirs.push(reader.readUuid());
          index = -1;
          reader.endTag(tag, end);
          break;
        }
        case 3: {
          if (!(version === 3)) reader.refuseTag(tag, version);
          field = 'cordonedLogDirs';
          const cordonedLogDirsLength = reader.readCompactNullableArrayLength(16);
          const cordonedLogDirsList: string[] = [];
          for (index = 0; index < cordonedLogDirsLength; index++) cordonedLogDirsList.push(reader.readUuid());
          index = -1;
          cordonedLogDirs = cordonedLogDirsLength < 0 ? null : cordonedLogDirsList;
          reader.endTag(tag, end);
          break;
        }
        default:
          unknownTags = reader.readUnknownTag(unknownTags, tag, end);
      }
    }
    return { brokerId, brokerEpoch, fenced, inControlledShutdown, logDirs, cordonedLogDirs, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeBrokerRegistrationChangeRecord(writer: Writer, message: BrokerRegistrationChangeRecord, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'brokerId';
    const brokerId = message.brokerId;
    writer.writeInt32(brokerId);
    field = 'brokerEpoch';
    const brokerEpoch = message.brokerEpoch;
    writer.writeInt64(brokerEpoch);
    field = 'fenced';
    const fenced = message.fenced === undefined ? 0 : message.fenced;
    field = 'inControlledShutdown';
    const inControlledShutdown = message.inControlledShutdown === undefined ? 0 : message.inControlledShutdown;
    if (!(version >= 1) && (inControlledShutdown !== 0)) throw unsupportedField(version);
    field = 'logDirs';
    const logDirs = message.logDirs === undefined ? [] : message.logDirs;
    if (!(version >= 2) && (logDirs.length !== 0)) throw unsupportedField(version);
    field = 'cordonedLogDirs';
    const cordonedLogDirs = message.cordonedLogDirs === undefined ? null : message.cordonedLogDirs;
    if (!(version === 3) && (cordonedLogDirs !== null)) throw unsupportedField(version);
    field = 'unknownTags';
    const unknown = inTagOrder(message.unknownTags);
    let count = unknown.length;
    let next = 0;
    const hasFenced = fenced !== 0;
    if (hasFenced) count++;
    const hasInControlledShutdown = version >= 1 && inControlledShutdown !== 0;
    if (hasInControlledShutdown) count++;
    const hasLogDirs = version >= 2 && logDirs.length !== 0;
    if (hasLogDirs) count++;
    const hasCordonedLogDirs = version === 3 && cordonedLogDirs !== null;
    if (hasCordonedLogDirs) count++;
    writer.writeUnsignedVarint(count);
    if (hasFenced) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 0);
      field = 'fenced';
      const tag = writer.beginTag(0);
      writer.writeInt8(fenced);
      writer.endTag(tag);
    }
    if (hasInControlledShutdown) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 1);
      field = 'inControlledShutdown';
      const tag = writer.beginTag(1);
      writer.writeInt8(inControlledShutdown);
      writer.endTag(tag);
    }
    if (hasLogDirs) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 2);
      field = 'logDirs';
      const tag = writer.beginTag(2);
      writer.writeUnsignedVarint(logDirs.length + 1);
      for (index = 0; index < logDirs.length; index++) {
        const logDirsItem = logDirs[index];
        if (logDirsItem === undefined) throw unexpectedNull(version);
        writer.writeUuid(logDirsItem);
      }
      index = -1;
      writer.endTag(tag);
    }
    if (hasCordonedLogDirs) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 3);
      field = 'cordonedLogDirs';
      const tag = writer.beginTag(3);
      if (cordonedLogDirs === null) {
        writer.writeUnsignedVarint(0);
      } else {
        writer.writeUnsignedVarint(cordonedLogDirs.length + 1);
        for (index = 0; index < cordonedLogDirs.length; index++) {
          const cordonedLogDirsItem = cordonedLogDirs[index];
          if (cordonedLogDirsItem === undefined) throw unexpectedNull(version);
          writer.writeUuid(cordonedLogDirsItem);
        }
        index = -1;
      }
      writer.endTag(tag);
    }
    field = 'unknownTags';
    writer.writeUnknownTagsBelow(unknown, next, Infinity);
  } catch (error) {
    throw locate(error, field, index);
  }
}
