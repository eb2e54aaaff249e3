// Generated from definitions/user-scram-credential-record.api; change that and run `npm run generate`.
import { type Decoded, messageCodec, type MessageCodec, locate, type Reader, inTagOrder, type UnknownTag, type Writer } from '@millrace/protocol';

/** UserScramCredentialRecord, versions 0. */
export interface UserScramCredentialRecord {
  /** Name of the user. */
  name: string;
  /** 1 SCRAM-SHA-256, 2 SCRAM-SHA-512. */
  mechanism: number;
  /** Salt of the credential. */
  salt: Uint8Array;
  /** Stored key of the SCRAM credential. */
  storedKey: Uint8Array;
  /** Server key of the SCRAM credential. */
  serverKey: Uint8Array;
  /** Number of iterations of the SCRAM credential. */
  iterations: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const userScramCredentialRecord: MessageCodec<UserScramCredentialRecord> = messageCodec<UserScramCredentialRecord>(
  {
    name: 'UserScramCredentialRecord',
    kind: 'metadata-record',
    apiKey: 11,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readUserScramCredentialRecord,
  writeUserScramCredentialRecord,
);

function readUserScramCredentialRecord(reader: Reader, _version: number): Decoded<UserScramCredentialRecord> {
  let field = '';
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'mechanism';
    const mechanism = reader.readInt8();
    field = 'salt';
    const salt = reader.readCompactBytes();
    field = 'storedKey';
    const storedKey = reader.readCompactBytes();
    field = 'serverKey';
    const serverKey = reader.readCompactBytes();
    field = 'iterations';
    const iterations = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, mechanism, salt, storedKey, serverKey, iterations, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeUserScramCredentialRecord(writer: Writer, message: UserScramCredentialRecord, _version: number): void {
  let field = '';
  try {
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
    field = 'mechanism';
    const mechanism = message.mechanism;
    writer.writeInt8(mechanism);
    field = 'salt';
    const salt = message.salt;
    writer.writeCompactBytes(salt);
    field = 'storedKey';
    const storedKey = message.storedKey;
    writer.writeCompactBytes(storedKey);
    field = 'serverKey';
    const serverKey = message.serverKey;
    writer.writeCompactBytes(serverKey);
    field = 'iterations';
    const iterations = message.iterations;
    writer.writeInt32(iterations);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
