/** UnregisterBroker: a broker that will not come back is forgotten. */
import { ErrorCode } from '@millrace/protocol';
import type { UnregisterBrokerRequest, UnregisterBrokerResponse } from '@millrace/protocol/messages/unregister-broker';
import type { ControllerState } from './controller-state.js';
import { type Decision, refusal } from './decision.js';
import { removeBroker } from './leadership-changes.js';

export function unregisterBroker(state: ControllerState, { brokerId }: UnregisterBrokerRequest): Decision<UnregisterBrokerResponse> {
  const broker = state.image.brokers.get(brokerId);
  if (broker === undefined) {
    const errorMessage = `Broker ID ${brokerId} is not currently registered`;
    return refusal({ throttleTimeMs: 0, errorCode: ErrorCode.BROKER_ID_NOT_REGISTERED, errorMessage });
  }
  return {
    records: removeBroker(state, brokerId, broker.epoch),
    events: [{ type: 'sessionEnded', brokerId }],
    response: { throttleTimeMs: 0, errorCode: ErrorCode.NONE, errorMessage: null },
  };
}
