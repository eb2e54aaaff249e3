// Generated from definitions/delegation-token-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, unexpectedNull, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** DelegationTokenRecord, versions 0. */
export interface DelegationTokenRecord {
  /** Owner of the token. */
  owner: string;
  /** Principal that asked for the token. */
  requester: string;
  /** Principals that may renew the token. */
  renewers: string[];
  /** When the token was made, in ms since 1970. */
  issueTimestamp: number;
  /** Until when the token can be renewed, in ms since 1970. */
  maxTimestamp: number;
  /** When the token expires, in ms since 1970. */
  expirationTimestamp: number;
  /** Id of the token. */
  tokenId: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const delegationTokenRecord: MessageCodec<DelegationTokenRecord> = messageCodec<DelegationTokenRecord>(
  {
    name: 'DelegationTokenRecord',
    kind: 'metadata-record',
    apiKey: 10,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readDelegationTokenRecord,
  writeDelegationTokenRecord,
);

function readDelegationTokenRecord(reader: Reader, _version: number): Decoded<DelegationTokenRecord> {
  let field = '';
  let index = -1;
  try {
    field = 'owner';
    const owner = reader.readCompactString();
    field = 'requester';
    const requester = reader.readCompactString();
    field = 'renewers';
    const renewers: string[] = [];
    const renewersLength = reader.readCompactArrayLength(1);
    for (index = 0; index < renewersLength; index++) renewers.push(reader.readCompactString());
    index = -1;
    field = 'issueTimestamp';
    const issueTimestamp = reader.readInt64();
    field = 'maxTimestamp';
    const maxTimestamp = reader.readInt64();
    field = 'expirationTimestamp';
    const expirationTimestamp = reader.readInt64();
    field = 'tokenId';
    const tokenId = reader.readCompactString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { owner, requester, renewers, issueTimestamp, maxTimestamp, expirationTimestamp, tokenId, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDelegationTokenRecord(writer: Writer, message: DelegationTokenRecord, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'owner';
    const owner = message.owner;
    writer.writeCompactString(owner);
    field = 'requester';
    const requester = message.requester;
    writer.writeCompactString(requester);
    field = 'renewers';
    const renewers = message.renewers;
    writer.writeUnsignedVarint(renewers.length + 1);
    for (index = 0; index < renewers.length; index++) {
      const renewersItem = renewers[index];
      if (renewersItem === undefined) throw unexpectedNull(version);
      writer.writeCompactString(renewersItem);
    }
    index = -1;
    field = 'issueTimestamp';
    const issueTimestamp = message.issueTimestamp;
    writer.writeInt64(issueTimestamp);
    field = 'maxTimestamp';
    const maxTimestamp = message.maxTimestamp;
    writer.writeInt64(maxTimestamp);
    field = 'expirationTimestamp';
    const expirationTimestamp = message.expirationTimestamp;
    writer.writeInt64(expirationTimestamp);
    field = 'tokenId';
    const tokenId = message.tokenId;
    writer.writeCompactString(tokenId);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}
