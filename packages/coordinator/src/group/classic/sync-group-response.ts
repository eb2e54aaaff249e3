import type { SyncGroupResponse } from '@millrace/protocol/messages/sync-group';

/** A SyncGroup answer; what is not given has Kafka's default. */
export interface SyncAnswer {
  readonly errorCode?: number;
  readonly protocolType?: string | null;
  readonly protocolName?: string | null;
  readonly assignment?: Uint8Array;
}

const NO_ASSIGNMENT = new Uint8Array(0);

export function syncGroupResponse(answer: SyncAnswer): SyncGroupResponse {
  return {
    throttleTimeMs: 0,
    errorCode: answer.errorCode ?? 0,
    protocolType: answer.protocolType ?? null,
    protocolName: answer.protocolName ?? null,
    assignment: answer.assignment ?? NO_ASSIGNMENT,
  };
}
