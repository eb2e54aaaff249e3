// Generated from definitions/remove-raft-voter.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** RemoveRaftVoterRequest, versions 0. */
export interface RemoveRaftVoterRequest {
  /** Id of the cluster. */
  clusterId: string | null;
  /** Id of the voter. */
  voterId: number;
  /** Directory id of the voter. */
  voterDirectoryId: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const removeRaftVoterRequest: MessageCodec<RemoveRaftVoterRequest> = messageCodec<RemoveRaftVoterRequest>(
  {
    name: 'RemoveRaftVoterRequest',
    kind: 'request',
    apiKey: 81,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readRemoveRaftVoterRequest,
  writeRemoveRaftVoterRequest,
);

function readRemoveRaftVoterRequest(reader: Reader, _version: number): Decoded<RemoveRaftVoterRequest> {
  let field = '';
  try {
    field = 'clusterId';
    const clusterId = reader.readCompactNullableString();
    field = 'voterId';
    const voterId = reader.readInt32();
    field = 'voterDirectoryId';
    const voterDirectoryId = reader.readUuid();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { clusterId, voterId, voterDirectoryId, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeRemoveRaftVoterRequest(writer: Writer, message: RemoveRaftVoterRequest, _version: number): void {
  let field = '';
  try {
    field = 'clusterId';
    const clusterId = message.clusterId;
    writer.writeCompactNullableString(clusterId);
    field = 'voterId';
    const voterId = message.voterId;
    writer.writeInt32(voterId);
    field = 'voterDirectoryId';
    const voterDirectoryId = message.voterDirectoryId;
    writer.writeUuid(voterDirectoryId);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** RemoveRaftVoterResponse, versions 0. */
export interface RemoveRaftVoterResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const removeRaftVoterResponse: MessageCodec<RemoveRaftVoterResponse> = messageCodec<RemoveRaftVoterResponse>(
  {
    name: 'RemoveRaftVoterResponse',
    kind: 'response',
    apiKey: 81,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readRemoveRaftVoterResponse,
  writeRemoveRaftVoterResponse,
);

function readRemoveRaftVoterResponse(reader: Reader, _version: number): Decoded<RemoveRaftVoterResponse> {
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, errorMessage, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeRemoveRaftVoterResponse(writer: Writer, message: RemoveRaftVoterResponse, _version: number): void {
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage;
    writer.writeCompactNullableString(errorMessage);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
