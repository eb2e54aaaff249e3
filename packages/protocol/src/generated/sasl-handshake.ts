// Generated from definitions/sasl-handshake.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import type { Writer } from '../writer.js';

/** SaslHandshakeRequest, versions 0-1. */
export interface SaslHandshakeRequest {
  /** SASL mechanism the client chose. */
  mechanism: string;
}

export const saslHandshakeRequest: MessageCodec<SaslHandshakeRequest> = messageCodec<SaslHandshakeRequest>(
  {
    name: 'SaslHandshakeRequest',
    kind: 'request',
    apiKey: 17,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 32767,
  },
  readSaslHandshakeRequest,
  writeSaslHandshakeRequest,
);

function readSaslHandshakeRequest(reader: Reader, _version: number): Decoded<SaslHandshakeRequest> {
  let field = '';
  try {
    field = 'mechanism';
    const mechanism = reader.readString();
    return { mechanism };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeSaslHandshakeRequest(writer: Writer, message: SaslHandshakeRequest, _version: number): void {
  let field = '';
  try {
    field = 'mechanism';
    const mechanism = message.mechanism;
    writer.writeString(mechanism);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** SaslHandshakeResponse, versions 0-1. */
export interface SaslHandshakeResponse {
  /** Error code, 0 for none. */
  errorCode: number;
  /** SASL mechanisms the server offers. */
  mechanisms: string[];
}

export const saslHandshakeResponse: MessageCodec<SaslHandshakeResponse> = messageCodec<SaslHandshakeResponse>(
  {
    name: 'SaslHandshakeResponse',
    kind: 'response',
    apiKey: 17,
    minVersion: 0,
    maxVersion: 1,
    flexibleVersion: 32767,
  },
  readSaslHandshakeResponse,
  writeSaslHandshakeResponse,
);

function readSaslHandshakeResponse(reader: Reader, _version: number): Decoded<SaslHandshakeResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'mechanisms';
    const mechanisms: string[] = [];
    const mechanismsLength = reader.readArrayLength(2);
    for (index = 0; index < mechanismsLength; index++) mechanisms.push(reader.readString());
    index = -1;
    return { errorCode, mechanisms };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeSaslHandshakeResponse(writer: Writer, message: SaslHandshakeResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'mechanisms';
    const mechanisms = message.mechanisms;
    writer.writeInt32(mechanisms.length);
    for (index = 0; index < mechanisms.length; index++) {
      const mechanismsItem = mechanisms[index];
      if (mechanismsItem === undefined) throw unexpectedNull(version);
      writer.writeString(mechanismsItem);
    }
    index = -1;
  } catch (error) {
    throw locate(error, field, index);
  }
}
