/** Ways of getting a group into the state where a test begins. */
import type { Decoded } from '@millrace/protocol';
import type { JoinGroupRequest, JoinGroupResponse } from '@millrace/protocol/messages/join-group';
import type { SyncGroupResponse } from '@millrace/protocol/messages/sync-group';
import { Driver } from './driver.js';
import { join, sync } from './requests.js';

/** The id that the n-th random uuid makes. */
export function idOf(n: number, prefix = 'client'): string {
  return `${prefix}-00000000-0000-0000-0000-${n.toString(16).padStart(12, '0')}`;
}

/** Joins as a client of version 4 and later does: asks for an id, then joins with it. */
export function joinWithId(driver: Driver, fields: Partial<Decoded<JoinGroupRequest>> = {}): { memberId: string; token: number } {
  const first = driver.ask((coordinator, context) => coordinator.joinGroup(join(fields), context));
  const { memberId } = driver.answer<JoinGroupResponse>(first);
  return { memberId, token: rejoin(driver, memberId, fields) };
}

export function rejoin(driver: Driver, memberId: string, fields: Partial<Decoded<JoinGroupRequest>> = {}): number {
  return driver.ask((coordinator, context) => coordinator.joinGroup(join({ ...fields, memberId }), context));
}

/** A stable group of so many dynamic members in generation 1; the first leads. Each is assigned its own id. */
export function stableGroup(driver: Driver, size: number, fields: Partial<Decoded<JoinGroupRequest>> = {}): string[] {
  const joins = Array.from({ length: size }, () => joinWithId(driver, fields));
  driver.pass(driver.config.initialRebalanceDelayMs * 2);
  syncAll(
    driver,
    joins.map(({ memberId }) => memberId),
    driver.answer<JoinGroupResponse>(joins[0]?.token ?? 0).generationId ?? -1,
  );
  return joins.map(({ memberId }) => memberId);
}

/** All members sync, the first as leader; each is assigned its own id. */
export function syncAll(driver: Driver, memberIds: string[], generationId: number): SyncGroupResponse[] {
  const assignments = Object.fromEntries(memberIds.map((memberId) => [memberId, memberId]));
  const tokens = memberIds.map((memberId, index) =>
    driver.ask((coordinator, context) => coordinator.syncGroup(sync({ memberId, generationId }, index === 0 ? assignments : {}), context)),
  );
  return tokens.map((token) => driver.answer<SyncGroupResponse>(token));
}
