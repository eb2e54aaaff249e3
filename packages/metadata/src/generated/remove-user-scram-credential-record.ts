// Generated from definitions/remove-user-scram-credential-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** RemoveUserScramCredentialRecord, versions 0. */
export interface RemoveUserScramCredentialRecord {
  /** Name of the user. */
  name: string;
  /** 1 SCRAM-SHA-256, 2 SCRAM-SHA-512. */
  mechanism: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const removeUserScramCredentialRecord: MessageCodec<RemoveUserScramCredentialRecord> = messageCodec<RemoveUserScramCredentialRecord>(
  {
    name: 'RemoveUserScramCredentialRecord',
    kind: 'metadata-record',
    apiKey: 22,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readRemoveUserScramCredentialRecord,
  writeRemoveUserScramCredentialRecord,
);

function readRemoveUserScramCredentialRecord(reader: Reader, _version: number): Decoded<RemoveUserScramCredentialRecord> {
  let field = '';
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'mechanism';
    const mechanism = reader.readInt8();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, mechanism, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeRemoveUserScramCredentialRecord(writer: Writer, message: RemoveUserScramCredentialRecord, _version: number): void {
  let field = '';
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
    field = 'mechanism';
    const mechanism = message.mechanism;
    writer.writeInt8(mechanism);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
