// Generated from definitions/get-telemetry-subscriptions.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** GetTelemetrySubscriptionsRequest, versions 0. */
export interface GetTelemetrySubscriptionsRequest {
  /** Id the client got for its telemetry. */
  clientInstanceId: string;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const getTelemetrySubscriptionsRequest: MessageCodec<GetTelemetrySubscriptionsRequest> = messageCodec<GetTelemetrySubscriptionsRequest>(
  {
    name: 'GetTelemetrySubscriptionsRequest',
    kind: 'request',
    apiKey: 71,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readGetTelemetrySubscriptionsRequest,
  writeGetTelemetrySubscriptionsRequest,
);

function readGetTelemetrySubscriptionsRequest(reader: Reader, _version: number): Decoded<GetTelemetrySubscriptionsRequest> {
  let field = '';
  try {
    field = 'clientInstanceId';
    const clientInstanceId = reader.readUuid();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { clientInstanceId, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeGetTelemetrySubscriptionsRequest(writer: Writer, message: GetTelemetrySubscriptionsRequest, _version: number): void {
  let field = '';
  try {
    field = 'clientInstanceId';
    const clientInstanceId = message.clientInstanceId;
    writer.writeUuid(clientInstanceId);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** GetTelemetrySubscriptionsResponse, versions 0. */
export interface GetTelemetrySubscriptionsResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** Id the client got for its telemetry. */
  clientInstanceId: string;
  /** Which set of metrics is wanted. */
  subscriptionId: number;
  /** Compressions the broker takes for telemetry, best first. */
  acceptedCompressionTypes: number[];
  /** How often to push metrics. */
  pushIntervalMs: number;
  /** Most bytes of one push. */
  telemetryMaxBytes: number;
  /** True for metrics as differences, false for totals. */
  deltaTemporality: boolean;
  /** Prefixes of the metrics wanted; one empty prefix for all. */
  requestedMetrics: string[];
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const getTelemetrySubscriptionsResponse: MessageCodec<GetTelemetrySubscriptionsResponse> = messageCodec<GetTelemetrySubscriptionsResponse>(
  {
    name: 'GetTelemetrySubscriptionsResponse',
    kind: 'response',
    apiKey: 71,
    minVersion: 0,
    maxVersion: 0,
    flexibleVersion: 0,
  },
  readGetTelemetrySubscriptionsResponse,
  writeGetTelemetrySubscriptionsResponse,
);

function readGetTelemetrySubscriptionsResponse(reader: Reader, _version: number): Decoded<GetTelemetrySubscriptionsResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'clientInstanceId';
    const clientInstanceId = reader.readUuid();
    field = 'subscriptionId';
    const subscriptionId = reader.readInt32();
    field = 'acceptedCompressionTypes';
    const acceptedCompressionTypes: number[] = [];
    const acceptedCompressionTypesLength = reader.readCompactArrayLength(1);
    for (index = 0; index < acceptedCompressionTypesLength; index++) acceptedCompressionTypes.push(reader.readInt8());
    index = -1;
    field = 'pushIntervalMs';
    const pushIntervalMs = reader.readInt32();
    field = 'telemetryMaxBytes';
    const telemetryMaxBytes = reader.readInt32();
    field = 'deltaTemporality';
    const deltaTemporality = reader.readBoolean();
    field = 'requestedMetrics';
    const requestedMetrics: string[] = [];
    const requestedMetricsLength = reader.readCompactArrayLength(1);
    for (index = 0; index < requestedMetricsLength; index++) requestedMetrics.push(reader.readCompactString());
    index = -1;
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, clientInstanceId, subscriptionId, acceptedCompressionTypes, pushIntervalMs, telemetryMaxBytes, deltaTemporality, requestedMetrics, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeGetTelemetrySubscriptionsResponse(writer: Writer, message: GetTelemetrySubscriptionsResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'clientInstanceId';
    const clientInstanceId = message.clientInstanceId;
    writer.writeUuid(clientInstanceId);
    field = 'subscriptionId';
    const subscriptionId = message.subscriptionId;
    writer.writeInt32(subscriptionId);
    field = 'acceptedCompressionTypes';
    const acceptedCompressionTypes = message.acceptedCompressionTypes;
    writer.writeUnsignedVarint(acceptedCompressionTypes.length + 1);
    for (index = 0; index < acceptedCompressionTypes.length; index++) {
      const acceptedCompressionTypesItem = acceptedCompressionTypes[index];
      if (acceptedCompressionTypesItem === undefined) throw unexpectedNull(version);
      writer.writeInt8(acceptedCompressionTypesItem);
    }
    index = -1;
    field = 'pushIntervalMs';
    const pushIntervalMs = message.pushIntervalMs;
    writer.writeInt32(pushIntervalMs);
    field = 'telemetryMaxBytes';
    const telemetryMaxBytes = message.telemetryMaxBytes;
    writer.writeInt32(telemetryMaxBytes);
    field = 'deltaTemporality';
    const deltaTemporality = message.deltaTemporality;
    writer.writeBoolean(deltaTemporality);
    field = 'requestedMetrics';
    const requestedMetrics = message.requestedMetrics;
    writer.writeUnsignedVarint(requestedMetrics.length + 1);
    for (index = 0; index < requestedMetrics.length; index++) {
      const requestedMetricsItem = requestedMetrics[index];
      if (requestedMetricsItem === undefined) throw unexpectedNull(version);
      writer.writeCompactString(requestedMetricsItem);
    }
    index = -1;
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}
