// Generated from definitions/api-versions.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** ApiVersionsRequest, versions 0-5. */
export interface ApiVersionsRequest {
  /** Name of the client library. Versions 3+. */
  clientSoftwareName?: string | undefined;
  /** Version of the client library. Versions 3+. */
  clientSoftwareVersion?: string | undefined;
  /** Id of the cluster. Versions 5+. Default null. */
  clusterId?: string | null | undefined;
  /** Id of the node. Versions 5+. Default -1. */
  nodeId?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const apiVersionsRequest: MessageCodec<ApiVersionsRequest> = messageCodec<ApiVersionsRequest>(
  {
    name: 'ApiVersionsRequest',
    kind: 'request',
    apiKey: 18,
    minVersion: 0,
    maxVersion: 5,
    flexibleVersion: 3,
  },
  readApiVersionsRequest,
  writeApiVersionsRequest,
);

function readApiVersionsRequest(reader: Reader, version: number): Decoded<ApiVersionsRequest> {
  const flexible = version >= 3;
  let field = '';
  try {
    let clientSoftwareName: string = '';
    if (version >= 3) {
      field = 'clientSoftwareName';
      clientSoftwareName = reader.readCompactString();
    }
    let clientSoftwareVersion: string = '';
    if (version >= 3) {
      field = 'clientSoftwareVersion';
      clientSoftwareVersion = reader.readCompactString();
    }
    let clusterId: string | null = null;
    if (version === 5) {
      field = 'clusterId';
      clusterId = reader.readCompactNullableString();
    }
    let nodeId: number = -1;
    if (version === 5) {
      field = 'nodeId';
      nodeId = reader.readInt32();
    }
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { clientSoftwareName, clientSoftwareVersion, clusterId, nodeId, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeApiVersionsRequest(writer: Writer, message: ApiVersionsRequest, version: number): void {
  const flexible = version >= 3;
  let field = '';
  try {
    if (version >= 3) {
      field = 'clientSoftwareName';
      const clientSoftwareName = message.clientSoftwareName === undefined ? '' : message.clientSoftwareName;
      writer.writeCompactString(clientSoftwareName);
    }
    if (version >= 3) {
      field = 'clientSoftwareVersion';
      const clientSoftwareVersion = message.clientSoftwareVersion === undefined ? '' : message.clientSoftwareVersion;
      writer.writeCompactString(clientSoftwareVersion);
    }
    if (version === 5) {
      field = 'clusterId';
      const clusterId = message.clusterId === undefined ? null : message.clusterId;
      writer.writeCompactNullableString(clusterId);
    }
    if (version === 5) {
      field = 'nodeId';
      const nodeId = message.nodeId === undefined ? -1 : message.nodeId;
      writer.writeInt32(nodeId);
    }
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** ApiVersionsResponse, versions 0-5. */
export interface ApiVersionsResponse {
  /** Error code, 0 for none. */
  errorCode: number;
  /** The APIs served, with their versions. */
  apiKeys: ApiVersionsResponseApiVersion[];
  /** How long the client is held back by a quota, 0 for not at all. Versions 1+. */
  throttleTimeMs?: number | undefined;
  /** Features this node supports, with their levels. Versions 3+. */
  supportedFeatures?: ApiVersionsResponseSupportedFeatureKey[] | undefined;
  /** Epoch of the finalized features; -1 for unknown. Versions 3+. Default -1. */
  finalizedFeaturesEpoch?: number | undefined;
  /** Features of the cluster with their finalized levels. Versions 3+. */
  finalizedFeatures?: ApiVersionsResponseFinalizedFeatureKey[] | undefined;
  /** Whether migration from ZooKeeper may begin; always false by now. Versions 3+. Default false. */
  zkMigrationReady?: boolean | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ApiVersionsResponseFinalizedFeatureKey {
  /** Name of the feature. Versions 3+. */
  name?: string | undefined;
  /** Highest finalized level; 0 removes the feature. Versions 3+. */
  maxVersionLevel?: number | undefined;
  /** Lowest finalized level. Versions 3+. */
  minVersionLevel?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ApiVersionsResponseSupportedFeatureKey {
  /** Name of the feature. Versions 3+. */
  name?: string | undefined;
  /** Lowest level. Versions 3+. */
  minVersion?: number | undefined;
  /** Highest level. Versions 3+. */
  maxVersion?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface ApiVersionsResponseApiVersion {
  /** Key of the API. */
  apiKey: number;
  /** Lowest version. */
  minVersion: number;
  /** Highest version. */
  maxVersion: number;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const apiVersionsResponse: MessageCodec<ApiVersionsResponse> = messageCodec<ApiVersionsResponse>(
  {
    name: 'ApiVersionsResponse',
    kind: 'response',
    apiKey: 18,
    minVersion: 0,
    maxVersion: 5,
    flexibleVersion: 3,
  },
  readApiVersionsResponse,
  writeApiVersionsResponse,
);

function readApiVersionsResponse(reader: Reader, version: number): Decoded<ApiVersionsResponse> {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'apiKeys';
    const apiKeys: Decoded<ApiVersionsResponseApiVersion>[] = [];
    const apiKeysLength = flexible ? reader.readCompactArrayLength(6) : reader.readArrayLength(6);
    for (index = 0; index < apiKeysLength; index++) apiKeys.push(readApiVersionsResponseApiVersion(reader, version));
    index = -1;
    let throttleTimeMs: number = 0;
    if (version >= 1) {
      field = 'throttleTimeMs';
      throttleTimeMs = reader.readInt32();
    }
    let supportedFeatures: Decoded<ApiVersionsResponseSupportedFeatureKey>[] = [];
    let finalizedFeaturesEpoch: number = -1;
    let finalizedFeatures: Decoded<ApiVersionsResponseFinalizedFeatureKey>[] = [];
    let zkMigrationReady: boolean = false;
    let unknownTags: UnknownTag[] | undefined;
    field = 'unknownTags';
    if (flexible) {
      for (let count = reader.readUnsignedVarint(); count > 0; count--) {
        field = 'unknownTags';
        const tag = reader.readUnsignedVarint();
        const end = reader.readTagEnd();
        switch (tag) {
          case 0: {
            field = 'supportedFeatures';
            supportedFeatures = [];
            const supportedFeaturesLength = reader.readCompactArrayLength(6);
            for (index = 0; index < supportedFeaturesLength; index++) supportedFeatures.push(readApiVersionsResponseSupportedFeatureKey(reader, version));
            index = -1;
            reader.endTag(tag, end);
            break;
          }
          case 1: {
            field = 'finalizedFeaturesEpoch';
            finalizedFeaturesEpoch = reader.readInt64();
            reader.endTag(tag, end);
            break;
          }
          case 2: {
            field = 'finalizedFeatures';
            finalizedFeatures = [];
            const finalizedFeaturesLength = reader.readCompactArrayLength(6);
            for (index = 0; index < finalizedFeaturesLength; index++) finalizedFeatures.push(readApiVersionsResponseFinalizedFeatureKey(reader, version));
            index = -1;
            reader.endTag(tag, end);
            break;
          }
          case 3: {
            field = 'zkMigrationReady';
            zkMigrationReady = reader.readBoolean();
            reader.endTag(tag, end);
            break;
          }
          default:
            unknownTags = reader.readUnknownTag(unknownTags, tag, end);
        }
      }
    }
    return { errorCode, apiKeys, throttleTimeMs, supportedFeatures, finalizedFeaturesEpoch, finalizedFeatures, zkMigrationReady, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readApiVersionsResponseFinalizedFeatureKey(reader: Reader, _version: number): Decoded<ApiVersionsResponseFinalizedFeatureKey> {
  let field = '';
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'maxVersionLevel';
    const maxVersionLevel = reader.readInt16();
    field = 'minVersionLevel';
    const minVersionLevel = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, maxVersionLevel, minVersionLevel, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readApiVersionsResponseSupportedFeatureKey(reader: Reader, _version: number): Decoded<ApiVersionsResponseSupportedFeatureKey> {
  let field = '';
  try {
    field = 'name';
    const name = reader.readCompactString();
    field = 'minVersion';
    const minVersion = reader.readInt16();
    field = 'maxVersion';
    const maxVersion = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { name, minVersion, maxVersion, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function readApiVersionsResponseApiVersion(reader: Reader, version: number): Decoded<ApiVersionsResponseApiVersion> {
  const flexible = version >= 3;
  let field = '';
  try {
    field = 'apiKey';
    const apiKey = reader.readInt16();
    field = 'minVersion';
    const minVersion = reader.readInt16();
    field = 'maxVersion';
    const maxVersion = reader.readInt16();
    field = 'unknownTags';
    const unknownTags = flexible ? reader.readUnknownTags() : undefined;
    return { apiKey, minVersion, maxVersion, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeApiVersionsResponse(writer: Writer, message: ApiVersionsResponse, version: number): void {
  const flexible = version >= 3;
  let field = '';
  let index = -1;
  try {
    field = 'errorCode';
    const errorCode = message.errorCode;
    writer.writeInt16(errorCode);
    field = 'apiKeys';
    const apiKeys = message.apiKeys;
    if (flexible) writer.writeUnsignedVarint(apiKeys.length + 1); else writer.writeInt32(apiKeys.length);
    for (index = 0; index < apiKeys.length; index++) {
      const apiKeysItem = apiKeys[index];
      if (apiKeysItem === undefined) throw unexpectedNull(version);
      writeApiVersionsResponseApiVersion(writer, apiKeysItem, version);
    }
    index = -1;
    if (version >= 1) {
      field = 'throttleTimeMs';
      const throttleTimeMs = message.throttleTimeMs === undefined ? 0 : message.throttleTimeMs;
      writer.writeInt32(throttleTimeMs);
    }
    field = 'supportedFeatures';
    const supportedFeatures = message.supportedFeatures === undefined ? [] : message.supportedFeatures;
    field = 'finalizedFeaturesEpoch';
    const finalizedFeaturesEpoch = message.finalizedFeaturesEpoch === undefined ? -1 : message.finalizedFeaturesEpoch;
    field = 'finalizedFeatures';
    const finalizedFeatures = message.finalizedFeatures === undefined ? [] : message.finalizedFeatures;
    field = 'zkMigrationReady';
    const zkMigrationReady = message.zkMigrationReady === undefined ? false : message.zkMigrationReady;
    field = 'unknownTags';
    if (flexible) {
      const unknown = inTagOrder(message.unknownTags);
      let count = unknown.length;
      let next = 0;
      const hasSupportedFeatures = supportedFeatures.length !== 0;
      if (hasSupportedFeatures) count++;
      const hasFinalizedFeaturesEpoch = finalizedFeaturesEpoch !== -1;
      if (hasFinalizedFeaturesEpoch) count++;
      const hasFinalizedFeatures = finalizedFeatures.length !== 0;
      if (hasFinalizedFeatures) count++;
      const hasZkMigrationReady = zkMigrationReady !== false;
      if (hasZkMigrationReady) count++;
      writer.writeUnsignedVarint(count);
      if (hasSupportedFeatures) {
        field = 'unknownTags';
        next = writer.writeUnknownTagsBelow(unknown, next, 0);
        field = 'supportedFeatures';
        const tag = writer.beginTag(0);
        writer.writeUnsignedVarint(supportedFeatures.length + 1);
        for (index = 0; index < supportedFeatures.length; index++) {
          const supportedFeaturesItem = supportedFeatures[index];
          if (supportedFeaturesItem === undefined) throw unexpectedNull(version);
          writeApiVersionsResponseSupportedFeatureKey(writer, supportedFeaturesItem, version);
        }
        index = -1;
        writer.endTag(tag);
      }
      if (hasFinalizedFeaturesEpoch) {
        field = 'unknownTags';
        next = writer.writeUnknownTagsBelow(unknown, next, 1);
        field = 'finalizedFeaturesEpoch';
        const tag = writer.beginTag(1);
        writer.writeInt64(finalizedFeaturesEpoch);
        writer.endTag(tag);
      }
      if (hasFinalizedFeatures) {
        field = 'unknownTags';
        next = writer.writeUnknownTagsBelow(unknown, next, 2);
        field = 'finalizedFeatures';
        const tag = writer.beginTag(2);
        writer.writeUnsignedVarint(finalizedFeatures.length + 1);
        for (index = 0; index < finalizedFeatures.length; index++) {
          const finalizedFeaturesItem = finalizedFeatures[index];
          if (finalizedFeaturesItem === undefined) throw unexpectedNull(version);
          writeApiVersionsResponseFinalizedFeatureKey(writer, finalizedFeaturesItem, version);
        }
        index = -1;
        writer.endTag(tag);
      }
      if (hasZkMigrationReady) {
        field = 'unknownTags';
        next = writer.writeUnknownTagsBelow(unknown, next, 3);
        field = 'zkMigrationReady';
        const tag = writer.beginTag(3);
        writer.writeBoolean(zkMigrationReady);
        writer.endTag(tag);
      }
      field = 'unknownTags';
      writer.writeUnknownTagsBelow(unknown, next, Infinity);
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeApiVersionsResponseFinalizedFeatureKey(writer: Writer, message: ApiVersionsResponseFinalizedFeatureKey, _version: number): void {
  let field = '';
  try {
    field = 'name';
    const name = message.name === undefined ? '' : message.name;
    writer.writeCompactString(name);
    field = 'maxVersionLevel';
    const maxVersionLevel = message.maxVersionLevel === undefined ? 0 : message.maxVersionLevel;
    writer.writeInt16(maxVersionLevel);
    field = 'minVersionLevel';
    const minVersionLevel = message.minVersionLevel === undefined ? 0 : message.minVersionLevel;
    writer.writeInt16(minVersionLevel);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeApiVersionsResponseSupportedFeatureKey(writer: Writer, message: ApiVersionsResponseSupportedFeatureKey, _version: number): void {
  let field = '';
  try {
    field = 'name';
    const name = message.name === undefined ? '' : message.name;
    writer.writeCompactString(name);
    field = 'minVersion';
    const minVersion = message.minVersion === undefined ? 0 : message.minVersion;
    writer.writeInt16(minVersion);
    field = 'maxVersion';
    const maxVersion = message.maxVersion === undefined ? 0 : message.maxVersion;
    writer.writeInt16(maxVersion);
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeApiVersionsResponseApiVersion(writer: Writer, message: ApiVersionsResponseApiVersion, version: number): void {
  const flexible = version >= 3;
  let field = '';
  try {
    field = 'apiKey';
    const apiKey = message.apiKey;
    writer.writeInt16(apiKey);
    field = 'minVersion';
    const minVersion = message.minVersion;
    writer.writeInt16(minVersion);
    field = 'maxVersion';
    const maxVersion = message.maxVersion;
    writer.writeInt16(maxVersion);
    field = 'unknownTags';
    if (flexible) {
      if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
      else writer.writeUnknownTags(inTagOrder(message.unknownTags));
    } else if (message.unknownTags !== undefined && message.unknownTags.length > 0) throw unsupportedField(version);
  } catch (error) {
    throw locate(error, field, -1);
  }
}
