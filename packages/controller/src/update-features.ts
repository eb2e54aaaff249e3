/** UpdateFeatures: finalizes feature levels, all or none (KIP-584). */
import {
  KRAFT_VERSION_FEATURE,
  losesMetadata,
  METADATA_VERSION_FEATURE,
  metadataRecord,
  type MetadataRecord,
  metadataVersionName,
  MINIMUM_METADATA_VERSION,
  neededMetadataVersion,
} from '@millrace/metadata';
import { ErrorCode } from '@millrace/protocol';
import type { UpdateFeaturesRequest, UpdateFeaturesRequestFeatureUpdateKey, UpdateFeaturesResponse } from '@millrace/protocol/messages/update-features';
import type { ControllerState } from './controller-state.js';
import { type Decision, refusal } from './decision.js';
import { whyUnsupported } from './feature-support.js';

type UpgradeType = 'upgrade' | 'safeDowngrade' | 'unsafeDowngrade' | 'unknown';

interface FeatureUpdate {
  readonly feature: string;
  readonly level: number;
  readonly type: UpgradeType;
}

export function updateFeatures(state: ControllerState, request: UpdateFeaturesRequest, version: number): Decision<UpdateFeaturesResponse> {
  const updates = request.featureUpdates.map((update) => readUpdate(update, version));
  const levels = new Map(state.image.features);
  for (const { feature, level } of updates) levels.set(feature, level);
  if (new Set(updates.map((update) => update.feature)).size !== updates.length) {
    return failed(ErrorCode.INVALID_REQUEST, 'A feature appears more than once.');
  }
  const records: MetadataRecord[] = [];
  for (const update of updates) {
    const problem = checkUpdate(state, update, levels);
    if (problem !== null) {
      const what = `Invalid update version ${update.level} for feature ${update.feature}.`;
      return failed(ErrorCode.INVALID_UPDATE_VERSION, `The update failed for all features since the following feature had an error: ${what} ${problem}`);
    }
    if (update.feature !== KRAFT_VERSION_FEATURE) {
      records.push(metadataRecord('FeatureLevelRecord', 0, { name: update.feature, featureLevel: update.level }));
    }
  }
  // Kafka says the name of the code where all is well.
  const results = version > 1 ? [] : updates.map(({ feature }) => ({ feature, errorCode: ErrorCode.NONE, errorMessage: 'NONE' }));
  return {
    records: request.validateOnly === true ? [] : records,
    events: [],
    response: { throttleTimeMs: 0, errorCode: ErrorCode.NONE, errorMessage: null, results },
  };
}

function failed(errorCode: number, errorMessage: string): Decision<UpdateFeaturesResponse> {
  return refusal({ throttleTimeMs: 0, errorCode, errorMessage, results: [] });
}

function readUpdate(update: UpdateFeaturesRequestFeatureUpdateKey, version: number): FeatureUpdate {
  const old: UpgradeType = update.allowDowngrade === true ? 'safeDowngrade' : 'upgrade';
  const types: readonly UpgradeType[] = ['unknown', 'upgrade', 'safeDowngrade', 'unsafeDowngrade'];
  const type = version === 0 ? old : (types[update.upgradeType ?? 1] ?? 'unknown');
  return { feature: update.feature, level: update.maxVersionLevel, type };
}

function checkUpdate(state: ControllerState, update: FeatureUpdate, levels: ReadonlyMap<string, number>): string | null {
  const { feature, level, type } = update;
  if (type === 'unknown') return 'The controller does not support the given upgrade type.';
  if (level < 0) return 'A feature version cannot be less than 0.';
  if (level === 0 && !state.options.features.some(({ name }) => name === feature)) return `Feature ${feature} not found.`;
  const unsupported = firstUnsupported(state, feature, level);
  if (unsupported !== null) return unsupported;
  if (feature === KRAFT_VERSION_FEATURE) {
    return level === state.options.kraftVersion ? null : 'The kraft.version of this quorum cannot be changed.';
  }
  const current = feature === METADATA_VERSION_FEATURE ? state.image.metadataVersion : state.image.featureLevel(feature);
  if (level < current && type === 'upgrade') {
    return "Can't downgrade the version of this feature without setting the upgrade type to either safe or unsafe downgrade.";
  }
  if (level > current && type !== 'upgrade') return "Can't downgrade to a newer version.";
  return feature === METADATA_VERSION_FEATURE ? checkMetadataVersion(update, current, levels) : checkNeeds(feature, level, levels);
}

// Every registered node must be able to do what the level asks.
function firstUnsupported(state: ControllerState, feature: string, level: number): string | null {
  const { image, options } = state;
  const local = whyUnsupported(`Local controller ${options.nodeId}`, options.features, feature, level);
  if (local !== null) return local;
  for (const broker of image.brokers.values()) {
    const reason = whyUnsupported(`Broker ${broker.id}`, broker.features, feature, level);
    if (reason !== null) return reason;
  }
  for (const controller of image.controllers.values()) {
    const reason = controller.id === options.nodeId ? null : whyUnsupported(`Controller ${controller.id}`, controller.features, feature, level);
    if (reason !== null) return reason;
  }
  return null;
}

function checkMetadataVersion({ level, type }: FeatureUpdate, current: number, levels: ReadonlyMap<string, number>): string | null {
  if (level < MINIMUM_METADATA_VERSION) {
    return `Unable to set a metadata.version less than ${metadataVersionName(MINIMUM_METADATA_VERSION)}`;
  }
  if (level < current && losesMetadata(current, level)) {
    return type === 'unsafeDowngrade'
      ? 'Unsafe metadata downgrade is not supported in this version.'
      : 'Refusing to perform the requested downgrade because it might delete metadata information.';
  }
  for (const [feature, other] of levels) {
    const problem = feature === METADATA_VERSION_FEATURE ? null : checkNeeds(feature, other, levels);
    if (problem !== null) return problem;
  }
  return null;
}

function checkNeeds(feature: string, level: number, levels: ReadonlyMap<string, number>): string | null {
  const needed = neededMetadataVersion(feature, level);
  const metadataVersion = levels.get(METADATA_VERSION_FEATURE) ?? MINIMUM_METADATA_VERSION;
  if (level === 0 || metadataVersion >= needed) return null;
  return `${feature}=${level} needs metadata.version ${needed} (${metadataVersionName(needed)}) or higher, but it is ${metadataVersion}.`;
}
