// Generated from definitions/unregister-controller-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** UnregisterControllerRecord, versions 0. */
export interface UnregisterControllerRecord {
  /** Id of the controller. */
  controllerId: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const unregisterControllerRecord: MessageCodec<UnregisterControllerRecord> = messageCodec<UnregisterControllerRecord>(
  {
    name: 'UnregisterControllerRecord',
    kind: 'metadata-record',
    apiKey: 29,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readUnregisterControllerRecord,
  writeUnregisterControllerRecord,
);

function readUnregisterControllerRecord(reader: Reader, _version: number): Decoded<UnregisterControllerRecord> {
  let field = '';
  try {
    field = 'controllerId';
    const controllerId = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { controllerId, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeUnregisterControllerRecord(writer: Writer, message: UnregisterControllerRecord, _version: number): void {
  let field = '';
  try {
    field = 'controllerId';
    const controllerId = message.controllerId;
    writer.writeInt32(controllerId);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
