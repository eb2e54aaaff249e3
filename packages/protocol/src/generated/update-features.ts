// Generated from definitions/update-features.api; change that and run `npm run generate`.
import type { Decoded } from '../decoded.js';
import { messageCodec, type MessageCodec } from '../message-codec.js';
import { locate, unexpectedNull, unsupportedField } from '../protocol-error.js';
import type { Reader } from '../reader.js';
import { inTagOrder, type UnknownTag } from '../unknown-tag.js';
import type { Writer } from '../writer.js';

/** UpdateFeaturesRequest, versions 0-2. */
export interface UpdateFeaturesRequest {
  /** How long the server may take. Default 60000. */
  timeoutMs?: number | undefined;
  /** The features to change. */
  featureUpdates: UpdateFeaturesRequestFeatureUpdateKey[];
  /** Whether to check only and change nothing. Versions 1+. Default false. */
  validateOnly?: boolean | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface UpdateFeaturesRequestFeatureUpdateKey {
  /** Name of the feature. */
  feature: string;
  /** Highest finalized level; 0 removes the feature. */
  maxVersionLevel: number;
  /** Whether the level may go down; replaced by upgradeType. Versions 0. */
  allowDowngrade?: boolean | undefined;
  /** 1 upgrade only, 2 safe downgrade, 3 unsafe downgrade. Versions 1+. Default 1. */
  upgradeType?: number | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const updateFeaturesRequest: MessageCodec<UpdateFeaturesRequest> = messageCodec<UpdateFeaturesRequest>(
  {
    name: 'UpdateFeaturesRequest',
    kind: 'request',
    apiKey: 57,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 0,
  },
  readUpdateFeaturesRequest,
  writeUpdateFeaturesRequest,
);

function readUpdateFeaturesRequest(reader: Reader, version: number): Decoded<UpdateFeaturesRequest> {
  let field = '';
  let index = -1;
  try {
    field = 'timeoutMs';
    const timeoutMs = reader.readInt32();
    field = 'featureUpdates';
    const featureUpdates: Decoded<UpdateFeaturesRequestFeatureUpdateKey>[] = [];
    const featureUpdatesLength = reader.readCompactArrayLength(5);
    for (index = 0; index < featureUpdatesLength; index++) featureUpdates.push(readUpdateFeaturesRequestFeatureUpdateKey(reader, version));
    index = -1;
    let validateOnly: boolean = false;
    if (version >= 1) {
      field = 'validateOnly';
      validateOnly = reader.readBoolean();
    }
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { timeoutMs, featureUpdates, validateOnly, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readUpdateFeaturesRequestFeatureUpdateKey(reader: Reader, version: number): Decoded<UpdateFeaturesRequestFeatureUpdateKey> {
  let field = '';
  try {
    field = 'feature';
    const feature = reader.readCompactString();
    field = 'maxVersionLevel';
    const maxVersionLevel = reader.readInt16();
    let allowDowngrade: boolean = false;
    if (version === 0) {
      field = 'allowDowngrade';
      allowDowngrade = reader.readBoolean();
    }
    let upgradeType: number = 1;
    if (version >= 1) {
      field = 'upgradeType';
      upgradeType = reader.readInt8();
    }
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { feature, maxVersionLevel, allowDowngrade, upgradeType, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeUpdateFeaturesRequest(writer: Writer, message: UpdateFeaturesRequest, version: number): void {
  let field = '';
  let index = -1;
  try {
    field = 'timeoutMs';
    const timeoutMs = message.timeoutMs === undefined ? 60000 : message.timeoutMs;
    writer.writeInt32(timeoutMs);
    field = 'featureUpdates';
    const featureUpdates = message.featureUpdates;
    writer.writeUnsignedVarint(featureUpdates.length + 1);
    for (index = 0; index < featureUpdates.length; index++) {
      const featureUpdatesItem = featureUpdates[index];
      if (featureUpdatesItem === undefined) throw unexpectedNull(version);
      writeUpdateFeaturesRequestFeatureUpdateKey(writer, featureUpdatesItem, version);
    }
    index = -1;
    field = 'validateOnly';
    const validateOnly = message.validateOnly === undefined ? false : message.validateOnly;
    if (version >= 1) {
      writer.writeBoolean(validateOnly);
    } else if (validateOnly !== false) {
      throw unsupportedField(version);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeUpdateFeaturesRequestFeatureUpdateKey(writer: Writer, message: UpdateFeaturesRequestFeatureUpdateKey, version: number): void {
  let field = '';
  try {
    field = 'feature';
    const feature = message.feature;
    writer.writeCompactString(feature);
    field = 'maxVersionLevel';
    const maxVersionLevel = message.maxVersionLevel;
    writer.writeInt16(maxVersionLevel);
    field = 'allowDowngrade';
    const allowDowngrade = message.allowDowngrade === undefined ? false : message.allowDowngrade;
    if (version === 0) {
      writer.writeBoolean(allowDowngrade);
    } else if (allowDowngrade !== false) {
      throw unsupportedField(version);
    }
    field = 'upgradeType';
    const upgradeType = message.upgradeType === undefined ? 1 : message.upgradeType;
    if (version >= 1) {
      writer.writeInt8(upgradeType);
    } else if (upgradeType !== 1) {
      throw unsupportedField(version);
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, -1);
  }
}

/** UpdateFeaturesResponse, versions 0-2. */
export interface UpdateFeaturesResponse {
  /** How long the client is held back by a quota, 0 for not at all. */
  throttleTimeMs: number;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** One result per item asked for. Versions 0-1. */
  results?: UpdateFeaturesResponseUpdatableFeatureResult[] | undefined;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export interface UpdateFeaturesResponseUpdatableFeatureResult {
  /** Name of the feature. */
  feature: string;
  /** Error code, 0 for none. */
  errorCode: number;
  /** The error in words; null for none. */
  errorMessage: string | null;
  /** Tagged fields that no version knows, kept and written back. */
  unknownTags?: UnknownTag[] | undefined;
}

export const updateFeaturesResponse: MessageCodec<UpdateFeaturesResponse> = messageCodec<UpdateFeaturesResponse>(
  {
    name: 'UpdateFeaturesResponse',
    kind: 'response',
    apiKey: 57,
    minVersion: 0,
    maxVersion: 2,
    flexibleVersion: 0,
  },
  readUpdateFeaturesResponse,
  writeUpdateFeaturesResponse,
);

function readUpdateFeaturesResponse(reader: Reader, version: number): Decoded<UpdateFeaturesResponse> {
  let field = '';
  let index = -1;
  try {
    field = 'throttleTimeMs';
    const throttleTimeMs = reader.readInt32();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    const results: Decoded<UpdateFeaturesResponseUpdatableFeatureResult>[] = [];
    if (version <= 1) {
      field = 'results';
      const resultsLength = reader.readCompactArrayLength(5);
      for (index = 0; index < resultsLength; index++) results.push(readUpdateFeaturesResponseUpdatableFeatureResult(reader, version));
      index = -1;
    }
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { throttleTimeMs, errorCode, errorMessage, results, unknownTags };
  } catch (error) {
    throw locate(error, field, index);
  }
}

function readUpdateFeaturesResponseUpdatableFeatureResult(reader: Reader, _version: number): Decoded<UpdateFeaturesResponseUpdatableFeatureResult> {
  let field = '';
  try {
    field = 'feature';
    const feature = reader.readCompactString();
    field = 'errorCode';
    const errorCode = reader.readInt16();
    field = 'errorMessage';
    const errorMessage = reader.readCompactNullableString();
    field = 'unknownTags';
    const unknownTags = reader.readUnknownTags();
    return { feature, errorCode, errorMessage, unknownTags };
  } catch (error) {
    throw locate(error, field, -1);
  }
}

function writeUpdateFeaturesResponse(writer: Writer, message: UpdateFeaturesResponse, version: number): void {
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
    const errorMessage = message.errorMessage;
    writer.writeCompactNullableString(errorMessage);
    if (version <= 1) {
      field = 'results';
      const results = message.results === undefined ? [] : message.results;
      writer.writeUnsignedVarint(results.length + 1);
      for (index = 0; index < results.length; index++) {
        const resultsItem = results[index];
        if (resultsItem === undefined) throw unexpectedNull(version);
        writeUpdateFeaturesResponseUpdatableFeatureResult(writer, resultsItem, version);
      }
      index = -1;
    }
    field = 'unknownTags';
    if (message.unknownTags === undefined) writer.writeUnsignedVarint(0);
    else writer.writeUnknownTags(inTagOrder(message.unknownTags));
  } catch (error) {
    throw locate(error, field, index);
  }
}

function writeUpdateFeaturesResponseUpdatableFeatureResult(writer: Writer, message: UpdateFeaturesResponseUpdatableFeatureResult, _version: number): void {
  let field = '';
  try {
    field = 'feature';
    const feature = message.feature;
    writer.writeCompactString(feature);
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
