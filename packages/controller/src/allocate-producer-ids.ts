/** AllocateProducerIds: gives a broker the next block of producer ids. */
import { metadataRecord } from '@millrace/metadata';
import { ErrorCode } from '@millrace/protocol';
import type { AllocateProducerIdsRequest, AllocateProducerIdsResponse } from '@millrace/protocol/messages/allocate-producer-ids';
import type { ControllerState } from './controller-state.js';
import { type Decision, refusal } from './decision.js';

const BLOCK_SIZE = 1000;

export function allocateProducerIds(state: ControllerState, request: AllocateProducerIdsRequest): Decision<AllocateProducerIdsResponse> {
  const { brokerId, brokerEpoch = -1 } = request;
  const broker = state.image.brokers.get(brokerId);
  if (broker === undefined) return refused(ErrorCode.BROKER_ID_NOT_REGISTERED);
  if (broker.epoch !== brokerEpoch) return refused(ErrorCode.STALE_BROKER_EPOCH);
  const start = state.image.nextProducerId;
  const nextProducerId = start + BLOCK_SIZE;
  if (nextProducerId > Number.MAX_SAFE_INTEGER) return refused(ErrorCode.UNKNOWN_SERVER_ERROR);
  return {
    records: [metadataRecord('ProducerIdsRecord', 0, { brokerId, brokerEpoch, nextProducerId })],
    events: [],
    response: { throttleTimeMs: 0, errorCode: ErrorCode.NONE, producerIdStart: start, producerIdLen: BLOCK_SIZE },
  };
}

function refused(errorCode: number): Decision<AllocateProducerIdsResponse> {
  return refusal({ throttleTimeMs: 0, errorCode, producerIdStart: 0, producerIdLen: 0 });
}
