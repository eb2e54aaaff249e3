import type { JoinGroupResponse } from '@millrace/protocol/messages/join-group';

/** A JoinGroup answer; what is not given has Kafka's default. */
export interface JoinAnswer {
  readonly errorCode?: number;
  readonly memberId: string;
  readonly generationId?: number;
  readonly protocolType?: string | null;
  readonly protocolName?: string | null;
  readonly leader?: string | null;
  readonly skipAssignment?: boolean;
  readonly members?: JoinGroupResponse['members'];
}

/** The answer as a message; before version 7 a protocol name cannot be null. */
export function joinGroupResponse(apiVersion: number, answer: JoinAnswer): JoinGroupResponse {
  const protocolName = answer.protocolName ?? null;
  return {
    throttleTimeMs: 0,
    errorCode: answer.errorCode ?? 0,
    generationId: answer.generationId ?? -1,
    protocolType: answer.protocolType ?? null,
    protocolName: protocolName === null && apiVersion < 7 ? '' : protocolName,
    leader: answer.leader ?? '',
    skipAssignment: answer.skipAssignment ?? false,
    memberId: answer.memberId,
    members: answer.members ?? [],
  };
}
