/** BrokerHeartbeat: keeps a broker's session, and takes it from fenced to active and through its shutdown. */
import { type BrokerRegistration, metadataRecord, type MetadataRecord, supportsCordonedLogDirs, supportsDirectoryAssignment } from '@millrace/metadata';
import { ErrorCode } from '@millrace/protocol';
import type { BrokerHeartbeatRequest, BrokerHeartbeatResponse } from '@millrace/protocol/messages/broker-heartbeat';
import type { ControllerEvent } from './controller-event.js';
import type { ControllerState } from './controller-state.js';
import { type Decision, type DecisionContext, refusal } from './decision.js';
import { beginControlledShutdown, fenceBroker, leaveDirectories, unfenceBroker } from './leadership-changes.js';

type BrokerState = 'fenced' | 'unfenced' | 'controlledShutdown' | 'shutdownNow';

export function brokerHeartbeat(
  state: ControllerState,
  request: BrokerHeartbeatRequest,
  context: DecisionContext,
): Decision<BrokerHeartbeatResponse> {
  const broker = state.image.brokers.get(request.brokerId);
  if (broker === undefined) return refused(ErrorCode.BROKER_ID_NOT_REGISTERED);
  if (broker.epoch !== request.brokerEpoch) return refused(ErrorCode.STALE_BROKER_EPOCH);
  const current = currentState(broker);
  const next = nextState(state, request, broker, current);
  const records = next === current ? [] : transition(state, broker, next);
  records.push(...directoryRecords(state, request, broker));
  return {
    records,
    events: heartbeatEvents(request, next, current, context.nextOffset + records.length - 1),
    response: {
      throttleTimeMs: 0,
      errorCode: ErrorCode.NONE,
      isCaughtUp: request.currentMetadataOffset >= broker.epoch,
      isFenced: next === 'fenced' || next === 'shutdownNow',
      shouldShutDown: next === 'shutdownNow',
    },
  };
}

function refused(errorCode: number): Decision<BrokerHeartbeatResponse> {
  return refusal({ throttleTimeMs: 0, errorCode, isCaughtUp: false, isFenced: true, shouldShutDown: false });
}

function currentState(broker: BrokerRegistration): BrokerState {
  if (broker.fenced) return 'fenced';
  return broker.inControlledShutdown ? 'controlledShutdown' : 'unfenced';
}

function nextState(state: ControllerState, request: BrokerHeartbeatRequest, broker: BrokerRegistration, current: BrokerState): BrokerState {
  const { wantFence, wantShutDown } = request;
  switch (current) {
    case 'fenced':
      if (wantShutDown) return 'shutdownNow';
      return !wantFence && request.currentMetadataOffset >= broker.epoch ? 'unfenced' : 'fenced';
    case 'unfenced':
      if (wantFence) return wantShutDown ? 'shutdownNow' : 'fenced';
      if (!wantShutDown) return 'unfenced';
      return leadsSomething(state, broker.id) ? 'controlledShutdown' : 'shutdownNow';
    default:
      return mayGo(state, broker.id) ? 'shutdownNow' : 'controlledShutdown';
  }
}

function leadsSomething(state: ControllerState, brokerId: number): boolean {
  for (const topic of state.image.topics.byId.values()) {
    if (topic.partitions.some((partition) => partition.leader === brokerId)) return true;
  }
  return false;
}

// Only when all active brokers know the new leaders: until then clients are still sent to this one.
function mayGo(state: ControllerState, brokerId: number): boolean {
  if (leadsSomething(state, brokerId)) return false;
  let lowest = Infinity;
  for (const broker of state.image.brokers.values()) {
    if (!broker.fenced && !broker.inControlledShutdown) lowest = Math.min(lowest, state.sessions.metadataOffset(broker.id));
  }
  const needed = state.sessions.shutdownOffset(brokerId);
  // A new controller does not know when the shutdown began: all that it has replayed is enough.
  return lowest >= (needed === Infinity ? state.image.offset : needed);
}

function transition(state: ControllerState, { id, epoch, fenced }: BrokerRegistration, next: BrokerState): MetadataRecord[] {
  switch (next) {
    case 'unfenced':
      return unfenceBroker(state, id, epoch);
    case 'controlledShutdown':
      return beginControlledShutdown(state, id, epoch);
    default:
      // A fenced broker that stops is fenced already.
      return fenced ? [] : fenceBroker(state, id, epoch);
  }
}

function directoryRecords(state: ControllerState, request: BrokerHeartbeatRequest, broker: BrokerRegistration): MetadataRecord[] {
  const { metadataVersion } = state.image;
  const { id: brokerId, epoch: brokerEpoch, directories } = broker;
  const records: MetadataRecord[] = [];
  const offline = directories.filter((directory) => request.offlineLogDirs?.includes(directory) === true);
  if (offline.length > 0 && supportsDirectoryAssignment(metadataVersion)) {
    records.push(...leaveDirectories(state, brokerId, offline));
    const logDirs = directories.filter((directory) => !offline.includes(directory));
    records.push(metadataRecord('BrokerRegistrationChangeRecord', 2, { brokerId, brokerEpoch, logDirs }));
  }
  const cordoned = request.cordonedLogDirs ?? null;
  if (cordoned !== null && supportsCordonedLogDirs(metadataVersion) && !sameTexts(cordoned, broker.cordonedDirectories)) {
    records.push(metadataRecord('BrokerRegistrationChangeRecord', 3, { brokerId, brokerEpoch, cordonedLogDirs: cordoned }));
  }
  return records;
}

function sameTexts(a: readonly string[], b: readonly string[] | null): boolean {
  return b !== null && a.length === b.length && a.every((text) => b.includes(text));
}

function heartbeatEvents(request: BrokerHeartbeatRequest, next: BrokerState, current: BrokerState, lastOffset: number): ControllerEvent[] {
  const { brokerId } = request;
  if (next === 'shutdownNow') return [{ type: 'sessionEnded', brokerId }];
  const events: ControllerEvent[] = [{ type: 'brokerContact', brokerId, metadataOffset: request.currentMetadataOffset }];
  if (next === 'controlledShutdown' && current !== next) events.push({ type: 'shutdownBegan', brokerId, offset: lastOffset });
  return events;
}
