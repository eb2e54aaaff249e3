// Generated from definitions/remove-access-control-entry-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** RemoveAccessControlEntryRecord, versions 0. */
export interface RemoveAccessControlEntryRecord {
  /** Id of the rule. */
  id: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const removeAccessControlEntryRecord: MessageCodec<RemoveAccessControlEntryRecord> = messageCodec<RemoveAccessControlEntryRecord>(
  {
    name: 'RemoveAccessControlEntryRecord',
    kind: 'metadata-record',
    apiKey: 19,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readRemoveAccessControlEntryRecord,
  writeRemoveAccessControlEntryRecord,
);

function readRemoveAccessControlEntryRecord(reader: Reader, _version: number): Decoded<RemoveAccessControlEntryRecord> {
  let field = '';
  try {
    field = 'id';
    const id = reader.readUuid();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { id, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeRemoveAccessControlEntryRecord(writer: Writer, message: RemoveAccessControlEntryRecord, _version: number): void {
  let field = '';
  try {
    field = 'id';
    const id = message.id;
    writer.writeUuid(id);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
