// Generated from definitions/default-principal-data.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** DefaultPrincipalData, versions 0. */
export interface DefaultPrincipalData {
  /** Type of the principal, such as User. */
  type: string;
  /** Name of the principal. */
  name: string;
  /** Whether the principal came in by a delegation token. */
  tokenAuthenticated: boolean;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const defaultPrincipalData: MessageCodec<DefaultPrincipalData> = messageCodec<DefaultPrincipalData>(
  {
    name: 'DefaultPrincipalData',
    kind: 'data',
    apiKey: null,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readDefaultPrincipalData,
  writeDefaultPrincipalData,
);

function readDefaultPrincipalData(reader: Reader, _version: number): Decoded<DefaultPrincipalData> {
  let field = '';
  try {
    field = 'type';
    const type = reader.readCompactString();
    field = 'name';
    const name = reader.readCompactString();
    field = 'tokenAuthenticated';
    const tokenAuthenticated = reader.readBoolean();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { type, name, tokenAuthenticated, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDefaultPrincipalData(writer: Writer, message: DefaultPrincipalData, _version: number): void {
  let field = '';
  try {
    field = 'type';
    const type = message.type;
    writer.writeCompactString(type);
    field = 'name';
    const name = message.name;
    writer.writeCompactString(name);
    field = 'tokenAuthenticated';
    const tokenAuthenticated = message.tokenAuthenticated;
    writer.writeBoolean(tokenAuthenticated);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
