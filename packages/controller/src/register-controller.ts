/** ControllerRegistration: a controller says where it listens and what it supports. */
import { controllerRecord, supportsControllerRegistration } from '@millrace/metadata';
import { ErrorCode } from '@millrace/protocol';
import type { ControllerRegistrationRequest, ControllerRegistrationResponse } from '@millrace/protocol/messages/controller-registration';
import type { ControllerState } from './controller-state.js';
import { type Decision, refusal } from './decision.js';

export function registerController(state: ControllerState, request: ControllerRegistrationRequest): Decision<ControllerRegistrationResponse> {
  if (!supportsControllerRegistration(state.image.metadataVersion)) {
    const errorMessage = 'The metadata.version of the cluster is too low for controllers to register.';
    return refusal({ throttleTimeMs: 0, errorCode: ErrorCode.UNSUPPORTED_VERSION, errorMessage });
  }
  const record = controllerRecord({
    id: request.controllerId,
    incarnationId: request.incarnationId,
    zkMigrationReady: request.zkMigrationReady,
    listeners: request.listeners.map(({ name, host, port, securityProtocol }) => ({ name, host, port, securityProtocol })),
    features: request.features.map(({ name, minSupportedVersion, maxSupportedVersion }) => ({ name, minSupportedVersion, maxSupportedVersion })),
  });
  return { records: [record], events: [], response: { throttleTimeMs: 0, errorCode: ErrorCode.NONE, errorMessage: null } };
}
