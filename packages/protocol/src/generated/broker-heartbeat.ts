// Generated from definitions/broker-heartbeat.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** BrokerHeartbeatRequest, versions 0-2. */
export interface BrokerHeartbeatRequest {
  /** Id of the broker. */
  brokerId: number;
  /** Epoch of the broker's registration. Default -1. */
  brokerEpoch?: number | undefined;
  /** Offset of the last metadata record the broker has applied. */
  currentMetadataOffset: number;
  /** Whether the broker asks to be fenced. */
  wantFence: boolean;
  /** Whether the broker asks to stop. */
  wantShutDown: boolean;
  /** Directory ids of the log directories that failed. Versions 1+. */
  offlineLogDirs?: string[] | undefined;
  /** Log directories that take no new partitions. Versions 2+. Default null. */
  cordonedLogDirs?: string[] | null | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const brokerHeartbeatRequest: MessageCodec<BrokerHeartbeatRequest> = messageCodec<BrokerHeartbeatRequest>(
  {
    name: 'BrokerHeartbeatRequest',
    kind: 'request',
    apiKey: 63,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 0,
  },
  readBrokerHeartbeatRequest,
  writeBrokerHeartbeatRequest,
);

function readBrokerHeartbeatRequest(reader: Reader, version: number): Decoded<BrokerHeartbeatRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'brokerId';
    const brokerId = reader.readInt32();
    field = 'brokerEpoch';
    const brokerEpoch = reader.readInt64();
    field = 'currentMetadataOffset';
    const currentMetadataOffset = reader.readInt64();
    field = 'wantFence';
    const wantFence = reader.readBoolean();
    field = 'wantShutDown';
    const wantShutDown = reader.readBoolean();
    let offlineLogDirs: string[] = [];
    let cordonedLogDirs: string[] | null = null;
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    for (let count = reader.readUnsignedVarint(); count > 0; count--) {
      field = 'unknownTags';
      const tag = reader.readUnsignedVarint();
      const end = reader.readTagEnd();
      switch (tag) {
        case 0: {
          if (!(version >= 1)) reader.refuseTag(tag, version);
          field = 'offlineLogDirs';
          offlineLogDirs = [];
          const offlineLogDirsLength = reader.readCompactArrayLength(16);
          for (index = 0; index < offlineLogDirsLength; index++) offlineLogDirs.push(reader.readUuid());
          index = -1;
          reader.endTag(tag, end);
          break;
        }
        case 1: {
          if (!(version === 2)) reader.refuseTag(tag, version);
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
    return { brokerId, brokerEpoch, currentMetadataOffset, wantFence, wantShutDown, offlineLogDirs, cordonedLogDirs, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeBrokerHeartbeatRequest(writer: Writer, message: BrokerHeartbeatRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'brokerId';
    const brokerId = message.brokerId;
    writer.writeInt32(brokerId);
    field = 'brokerEpoch';
    const brokerEpoch = message.brokerEpoch === undefined ? -1 : message.brokerEpoch;
    writer.writeInt64(brokerEpoch);
    field = 'currentMetadataOffset';
    const currentMetadataOffset = message.currentMetadataOffset;
    writer.writeInt64(currentMetadataOffset);
    field = 'wantFence';
    const wantFence = message.wantFence;
    writer.writeBoolean(wantFence);
    field = 'wantShutDown';
    const wantShutDown = message.wantShutDown;
    writer.writeBoolean(wantShutDown);
    field = 'offlineLogDirs';
    const offlineLogDirs = message.offlineLogDirs === undefined ? [] : message.offlineLogDirs;
    if (!(version >= 1) && (offlineLogDirs.length !== 0)) throw unsupportedField(version);
    field = 'cordonedLogDirs';
    const cordonedLogDirs = message.cordonedLogDirs === undefined ? null : message.cordonedLogDirs;
    if (!(version === 2) && (cordonedLogDirs !== null)) throw unsupportedField(version);
    field = 'unknownTags';
    const unknown = inTagOrder(message.unknownTags);
    let count = unknown.length;
    let next = 0;
    const hasOfflineLogDirs = version >= 1 && offlineLogDirs.length !== 0;
    if (hasOfflineLogDirs) count++;
    const hasCordonedLogDirs = version === 2 && cordonedLogDirs !== null;
    if (hasCordonedLogDirs) count++;
    writer.writeUnsignedVarint(count);
    if (hasOfflineLogDirs) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 0);
      field = 'offlineLogDirs';
      const tag = writer.beginTag(0);
      writer.writeUnsignedVarint(offlineLogDirs.length + 1);
      for (index = 0; index < offlineLogDirs.length; index++) {
        const offlineLogDirsItem = offlineLogDirs[index];
        if (offlineLogDirsItem === undefined) throw unexpectedNull(version);
        writer.writeUuid(offlineLogDirsItem);
      }
      index = -1;
      writer.endTag(tag);
    }
    if (hasCordonedLogDirs) {
      field = 'unknownTags';
      next = writer.writeUnknownTagsBelow(unknown, next, 1);
      field = 'cordonedLogDirs';
      const tag = writer.beginTag(1);
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

/** BrokerHeartbeatResponse, versions 0-2. */
export interface BrokerHeartbeatResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Whether the broker has caught up with the metadata log. Default false. */
  isCaughtUp?: boolean | undefined;
  /** True while the broker is fenced. Default true. */
  isFenced?: boolean | undefined;
  /** Whether the broker may stop now. */
  shouldShutDown: boolean;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const brokerHeartbeatResponse: MessageCodec<BrokerHeartbeatResponse> = messageCodec<BrokerHeartbeatResponse>(
  {
    name: 'BrokerHeartbeatResponse',
    kind: 'response',
    apiKey: 63,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 0,
  },
  readBrokerHeartbeatResponse,
  writeBrokerHeartbeatResponse,
);

function readBrokerHeartbeatResponse(reader: Reader, _version: number): Decoded<BrokerHeartbeatResponse> {
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'isCaughtUp';
    const isCaughtUp = reader.readBoolean();
    field = 'isFenced';
    const isFenced = reader.readBoolean();
    field = 'shouldShutDown';
    const shouldShutDown = reader.readBoolean();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, isCaughtUp, isFenced, shouldShutDown, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeBrokerHeartbeatResponse(writer: Writer, message: BrokerHeartbeatResponse, _version: number): void {
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'isCaughtUp';
    const isCaughtUp = message.isCaughtUp === undefined ? false : message.isCaughtUp;
    writer.writeBoolean(isCaughtUp);
    field = 'isFenced';
    const isFenced = message.isFenced === undefined ? true : message.isFenced;
    writer.writeBoolean(isFenced);
    field = 'shouldShutDown';
    const shouldShutDown = message.shouldShutDown;
    writer.writeBoolean(shouldShutDown);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
