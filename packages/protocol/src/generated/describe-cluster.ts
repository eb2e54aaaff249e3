// Generated from definitions/describe-cluster.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** DescribeClusterRequest, versions 0-2. */
export interface DescribeClusterRequest {
  /** Whether to tell what the asker may do on the cluster. */
  includeClusterAuthorizedOperations: boolean;
  /** 1 brokers, 2 controllers. Versions 1+. Default 1. */
  endpointType?: number | undefined;
  /** Whether to list fenced brokers too. Versions 2+. */
  includeFencedBrokers?: boolean | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeClusterRequest: MessageCodec<DescribeClusterRequest> = messageCodec<DescribeClusterRequest>(
  {
    name: 'DescribeClusterRequest',
    kind: 'request',
    apiKey: 60,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 0,
  },
  readDescribeClusterRequest,
  writeDescribeClusterRequest,
);

function readDescribeClusterRequest(reader: Reader, version: number): Decoded<DescribeClusterRequest> {
  let field = '';
  try {
    field = 'includeClusterAuthorizedOperations';
    const includeClusterAuthorizedOperations = reader.readBoolean();
    let endpointType: number = 1;
    if (version >= 1) {
      field = 'endpointType';
      endpointType = reader.readInt8();
    }
    let includeFencedBrokers: boolean = false;
    if (version === 2) {
      field = 'includeFencedBrokers';
      includeFencedBrokers = reader.readBoolean();
    }
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { includeClusterAuthorizedOperations, endpointType, includeFencedBrokers, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDescribeClusterRequest(writer: Writer, message: DescribeClusterRequest, version: number): void {
  let field = '';
  try {
    field = 'includeClusterAuthorizedOperations';
    const includeClusterAuthorizedOperations = message.includeClusterAuthorizedOperations;
    writer.writeBoolean(includeClusterAuthorizedOperations);
    field = 'endpointType';
    const endpointType = message.endpointType === undefined ? 1 : message.endpointType;
    if (version >= 1) {
      writer.writeInt8(endpointType);
    } else if (endpointType !== 1) {
      throw unsupportedField(version);
    }
    field = 'includeFencedBrokers';
    const includeFencedBrokers = message.includeFencedBrokers === undefined ? false : message.includeFencedBrokers;
    if (version === 2) {
      writer.writeBoolean(includeFencedBrokers);
    } else if (includeFencedBrokers !== false) {
      throw unsupportedField(version);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** DescribeClusterResponse, versions 0-2. */
export interface DescribeClusterResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. Default null. */
  errorMessage?: string | null | undefined;
  /** 1 brokers, 2 controllers. Versions 1+. Default 1. */
  endpointType?: number | undefined;
  /** Id of the cluster. */
  clusterId: string;
  /** Id of the controller. Default -1. */
  controllerId?: number | undefined;
  /** The brokers. */
  brokers: DescribeClusterResponseDescribeClusterBroker[];
  /** Bits of the operations on the cluster allowed to the asker; -2147483648 when not asked for. Default -2147483648. */
  clusterAuthorizedOperations?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface DescribeClusterResponseDescribeClusterBroker {
  /** Id of the broker. */
  brokerId: number;
  /** Host name or address. */
  host: string;
  /** TCP port. */
  port: number;
  /** Rack of the node; null for none. Default null. */
  rack?: string | null | undefined;
  /** True while the broker is fenced. Versions 2+. */
  isFenced?: boolean | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const describeClusterResponse: MessageCodec<DescribeClusterResponse> = messageCodec<DescribeClusterResponse>(
  {
    name: 'DescribeClusterResponse',
    kind: 'response',
    apiKey: 60,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 0,
  },
  readDescribeClusterResponse,
  writeDescribeClusterResponse,
);

function readDescribeClusterResponse(reader: Reader, version: number): Decoded<DescribeClusterResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    let endpointType: number = 1;
    if (version >= 1) {
      field = 'endpointType';
      endpointType = reader.readInt8();
    }
    field = 'clusterId';
    const clusterId = reader.readCompactString();
    field = 'controllerId';
    const controllerId = reader.readInt32();
    field = 'brokers';
    const brokers: Decoded<DescribeClusterResponseDescribeClusterBroker>[] = [];
    const brokersLength = reader.readCompactArrayLength(11);
    for (index = 0; index < brokersLength; index++) brokers.push(readDescribeClusterResponseDescribeClusterBroker(reader, version));
    index = -1;
    field = 'clusterAuthorizedOperations';
    const clusterAuthorizedOperations = reader.readInt32();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, errorMessage, endpointType, clusterId, controllerId, brokers, clusterAuthorizedOperations, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readDescribeClusterResponseDescribeClusterBroker(reader: Reader, version: number): Decoded<DescribeClusterResponseDescribeClusterBroker> {
  let field = '';
  try {
    field = 'brokerId';
    const brokerId = reader.readInt32();
    field = 'host';
    const host = reader.readCompactString();
    field = 'port';
    const port = reader.readInt32();
    field = 'rack';
    const rack = reader.readCompactNullableString();
    let isFenced: boolean = false;
    if (version === 2) {
      field = 'isFenced';
      isFenced = reader.readBoolean();
    }
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { brokerId, host, port, rack, isFenced, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeDescribeClusterResponse(writer: Writer, message: DescribeClusterResponse, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = message.throttleTimeMs;
    writer.writeInt32(throttleTimeMs);
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'errorMessage';
    const errorMessage = message.errorMessage === undefined ? null : message.errorMessage;
    writer.writeCompactNullableString(errorMessage);
    field = 'endpointType';
    const endpointType = message.endpointType === undefined ? 1 : message.endpointType;
    if (version >= 1) {
      writer.writeInt8(endpointType);
    } else if (endpointType !== 1) {
      throw unsupportedField(version);
    }
    field = 'clusterId';
    const clusterId = message.clusterId;
    writer.writeCompactString(clusterId);
    field = 'controllerId';
    const controllerId = message.controllerId === undefined ? -1 : message.controllerId;
    writer.writeInt32(controllerId);
    field = 'brokers';
    const brokers = message.brokers;
    writer.writeUnsignedVarint(brokers.length + 1);
    for (index = 0; index < brokers.length; index++) {
      const brokersItem = brokers[index];
      if (brokersItem === undefined) throw unexpectedNull(version);
      writeDescribeClusterResponseDescribeClusterBroker(writer, brokersItem, version);
    }
    index = -1;
    field = 'clusterAuthorizedOperations';
    const clusterAuthorizedOperations = message.clusterAuthorizedOperations === undefined ? -2147483648 : message.clusterAuthorizedOperations;
    writer.writeInt32(clusterAuthorizedOperations);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeDescribeClusterResponseDescribeClusterBroker(writer: Writer, message: DescribeClusterResponseDescribeClusterBroker, version: number): void {
  let field = '';
  try {
    field = 'brokerId';
    const brokerId = message.brokerId;
    writer.writeInt32(brokerId);
    field = 'host';
    const host = message.host;
    writer.writeCompactString(host);
    field = 'port';
    const port = message.port;
    writer.writeInt32(port);
    field = 'rack';
    const rack = message.rack === undefined ? null : message.rack;
    writer.writeCompactNullableString(rack);
    field = 'isFenced';
    const isFenced = message.isFenced === undefined ? false : message.isFenced;
    if (version === 2) {
      writer.writeBoolean(isFenced);
    } else if (isFenced !== false) {
      throw unsupportedField(version);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}
