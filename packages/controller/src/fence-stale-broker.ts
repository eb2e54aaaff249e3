/** Brokers that were silent too long are fenced, one at a time, so that each sees what the one before changed. */
import type { ControllerState } from './controller-state.js';
import { type Decision, type DecisionContext, refusal } from './decision.js';
import { fenceBroker } from './leadership-changes.js';

export function sessionDeadline(state: ControllerState): number {
  let deadline = Infinity;
  for (const broker of state.image.brokers.values()) {
    if (!broker.fenced) deadline = Math.min(deadline, state.sessions.expiry(broker.id));
  }
  return deadline;
}

export function fenceStaleBroker(state: ControllerState, { now }: DecisionContext): Decision<number | null> {
  let stale: { id: number; epoch: number } | null = null;
  let oldest = Infinity;
  for (const { id, epoch, fenced } of state.image.brokers.values()) {
    const expiry = state.sessions.expiry(id);
    if (fenced || expiry > now || expiry >= oldest) continue;
    oldest = expiry;
    stale = { id, epoch };
  }
  if (stale === null) return refusal(null);
  return {
    records: fenceBroker(state, stale.id, stale.epoch),
    events: [{ type: 'sessionEnded', brokerId: stale.id }],
    response: stale.id,
  };
}
