/** BrokerRegistration: a broker process makes itself known. It begins fenced; its epoch is the offset of its record. */
import {
  type BrokerRegistration,
  brokerRecord,
  KRAFT_VERSION_FEATURE,
  METADATA_VERSION_FEATURE,
  type MetadataRecord,
  MINIMUM_METADATA_VERSION,
  type FeatureRange,
  supportsDirectoryAssignment,
  supportsEligibleLeaderReplicas,
} from '@millrace/metadata';
import { ErrorCode, isReservedUuid } from '@millrace/protocol';
import type { BrokerRegistrationRequest, BrokerRegistrationResponse } from '@millrace/protocol/messages/broker-registration';
import type { ControllerState } from './controller-state.js';
import { type Decision, type DecisionContext, refusal } from './decision.js';
import { whyUnsupported } from './feature-support.js';
import { forgetReplicasOf } from './leadership-changes.js';

export function registerBroker(
  state: ControllerState,
  request: BrokerRegistrationRequest,
  context: DecisionContext,
): Decision<BrokerRegistrationResponse> {
  const existing = state.image.brokers.get(request.brokerId);
  const errorCode = refuse(state, request, existing, context.now);
  if (errorCode !== ErrorCode.NONE) return refusal({ throttleTimeMs: 0, errorCode, brokerEpoch: -1 });
  const sameProcess = existing?.incarnationId === request.incarnationId ? existing : undefined;
  const cleanUp = sameProcess === undefined ? uncleanShutdownRecords(state, request, existing) : [];
  const epoch = sameProcess?.epoch ?? context.nextOffset + cleanUp.length;
  const broker = registration(state, request, epoch, sameProcess);
  return {
    records: [...cleanUp, brokerRecord(broker, state.image.metadataVersion)],
    events: [
      ...(sameProcess === undefined ? ([{ type: 'sessionEnded', brokerId: broker.id }] as const) : []),
      { type: 'brokerContact', brokerId: broker.id, metadataOffset: -1 },
    ],
    response: { throttleTimeMs: 0, errorCode: ErrorCode.NONE, brokerEpoch: epoch },
  };
}

function refuse(state: ControllerState, request: BrokerRegistrationRequest, existing: BrokerRegistration | undefined, now: number): number {
  const { image, options, sessions } = state;
  if (request.clusterId !== options.clusterId) return ErrorCode.INCONSISTENT_CLUSTER_ID;
  if (existing !== undefined && existing.incarnationId !== request.incarnationId && sessions.isValid(request.brokerId, now)) {
    return ErrorCode.DUPLICATE_BROKER_REGISTRATION;
  }
  if (request.isMigratingZkBroker === true) return ErrorCode.BROKER_ID_NOT_REGISTERED;
  if (supportsDirectoryAssignment(image.metadataVersion) && !directoriesAreGood(state, request)) return ErrorCode.INVALID_REGISTRATION;
  return featuresAreGood(state, request) ? ErrorCode.NONE : ErrorCode.UNSUPPORTED_VERSION;
}

function directoriesAreGood(state: ControllerState, request: BrokerRegistrationRequest): boolean {
  const directories = request.logDirs ?? [];
  if (directories.length === 0 || directories.some(isReservedUuid)) return false;
  if (new Set(directories).size !== directories.length) return false;
  for (const broker of state.image.brokers.values()) {
    if (broker.id !== request.brokerId && broker.directories.some((directory) => directories.includes(directory))) return false;
  }
  return true;
}

function featuresAreGood(state: ControllerState, request: BrokerRegistrationRequest): boolean {
  const ranges = registeredFeatures(request);
  const supports = (feature: string, level: number): boolean => whyUnsupported('', ranges, feature, level) === null;
  if (!supports(KRAFT_VERSION_FEATURE, state.options.kraftVersion)) return false;
  for (const [feature, level] of state.image.features) if (!supports(feature, level)) return false;
  return true;
}

// A broker that does not name metadata.version is of the first release that had one.
function registeredFeatures(request: BrokerRegistrationRequest): FeatureRange[] {
  const ranges = request.features.map(({ name, minSupportedVersion, maxSupportedVersion }) => ({ name, minSupportedVersion, maxSupportedVersion }));
  if (!ranges.some((range) => range.name === METADATA_VERSION_FEATURE)) {
    ranges.push({ name: METADATA_VERSION_FEATURE, minSupportedVersion: 1, maxSupportedVersion: MINIMUM_METADATA_VERSION });
  }
  return ranges;
}

// A broker that can tell which process stopped cleanly before it keeps what it had.
function uncleanShutdownRecords(
  state: ControllerState,
  request: BrokerRegistrationRequest,
  existing: BrokerRegistration | undefined,
): MetadataRecord[] {
  if (existing === undefined || !supportsEligibleLeaderReplicas(state.image.metadataVersion)) return [];
  if (request.previousBrokerEpoch === existing.epoch) return [];
  return forgetReplicasOf(state, request.brokerId);
}

function registration(
  state: ControllerState,
  request: BrokerRegistrationRequest,
  epoch: number,
  sameProcess: BrokerRegistration | undefined,
): BrokerRegistration {
  return {
    id: request.brokerId,
    epoch,
    incarnationId: request.incarnationId,
    listeners: request.listeners.map(({ name, host, port, securityProtocol }) => ({ name, host, port, securityProtocol })),
    features: registeredFeatures(request),
    rack: request.rack,
    fenced: sameProcess?.fenced ?? true,
    inControlledShutdown: sameProcess?.inControlledShutdown ?? false,
    isMigratingZkBroker: false,
    directories: supportsDirectoryAssignment(state.image.metadataVersion) ? (request.logDirs ?? []) : [],
    cordonedDirectories: sameProcess?.cordonedDirectories ?? null,
  };
}
