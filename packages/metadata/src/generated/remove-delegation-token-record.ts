// Generated from definitions/remove-delegation-token-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** RemoveDelegationTokenRecord, versions 0. */
export interface RemoveDelegationTokenRecord {
  /** Id of the token. */
  tokenId: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const removeDelegationTokenRecord: MessageCodec<RemoveDelegationTokenRecord> = messageCodec<RemoveDelegationTokenRecord>(
  {
    name: 'RemoveDelegationTokenRecord',
    kind: 'metadata-record',
    apiKey: 26,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readRemoveDelegationTokenRecord,
  writeRemoveDelegationTokenRecord,
);

function readRemoveDelegationTokenRecord(reader: Reader, _version: number): Decoded<RemoveDelegationTokenRecord> {
  let field = '';
  try {
    field = 'tokenId';
    const tokenId = reader.readCompactString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { tokenId, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeRemoveDelegationTokenRecord(writer: Writer, message: RemoveDelegationTokenRecord, _version: number): void {
  let field = '';
  try {
    field = 'tokenId';
    const tokenId = message.tokenId;
    writer.writeCompactString(tokenId);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
