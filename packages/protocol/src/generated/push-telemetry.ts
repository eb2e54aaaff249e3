// Generated from definitions/push-telemetry.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** PushTelemetryRequest, versions 0. */
export interface PushTelemetryRequest {
  /** Id the client got for its telemetry. */
  clientInstanceId: string;
  /** Which set of metrics is wanted. */
  subscriptionId: number;
  /** Whether the client is about to stop. */
  terminating: boolean;
  /** Codec the metrics are compressed with. */
  compressionType: number;
  /** The metrics, in OTLP. */
  metrics: Uint8Array;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const pushTelemetryRequest: MessageCodec<PushTelemetryRequest> = messageCodec<PushTelemetryRequest>(
  {
    name: 'PushTelemetryRequest',
    kind: 'request',
    apiKey: 72,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readPushTelemetryRequest,
  writePushTelemetryRequest,
);

function readPushTelemetryRequest(reader: Reader, _version: number): Decoded<PushTelemetryRequest> {
  let field = '';
  try {
    field = 'clientInstanceId';
    const clientInstanceId = reader.readUuid();
    field = 'subscriptionId';
    const subscriptionId = reader.readInt32();
    field = 'terminating';
    const terminating = reader.readBoolean();
    field = 'compressionType';
    const compressionType = reader.readInt8();
    field = 'metrics';
    const metrics = reader.readCompactBytes();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { clientInstanceId, subscriptionId, terminating, compressionType, metrics, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writePushTelemetryRequest(writer: Writer, message: PushTelemetryRequest, _version: number): void {
  let field = '';
  try {
    field = 'clientInstanceId';
    const clientInstanceId = message.clientInstanceId;
    writer.writeUuid(clientInstanceId);
    field = 'subscriptionId';
    const subscriptionId = message.subscriptionId;
    writer.writeInt32(subscriptionId);
    field = 'terminating';
    const terminating = message.terminating;
    writer.writeBoolean(terminating);
    field = 'compressionType';
    const compressionType = message.compressionType;
    writer.writeInt8(compressionType);
    field = 'metrics';
    const metrics = message.metrics;
    writer.writeCompactBytes(metrics);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** PushTelemetryResponse, versions 0. */
export interface PushTelemetryResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const pushTelemetryResponse: MessageCodec<PushTelemetryResponse> = messageCodec<PushTelemetryResponse>(
  {
    name: 'PushTelemetryResponse',
    kind: 'response',
    apiKey: 72,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readPushTelemetryResponse,
  writePushTelemetryResponse,
);

function readPushTelemetryResponse(reader: Reader, _version: number): Decoded<PushTelemetryResponse> {
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writePushTelemetryResponse(writer: Writer, message: PushTelemetryResponse, _version: number): void {
  let field = '';
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
