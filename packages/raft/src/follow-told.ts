/** Every answer tells an epoch and perhaps its leader: a node goes where the higher epoch is. */
import type { RaftCore } from './raft-core.js';

/** True when the answer changed what this node is, so that the rest of it no longer concerns anything. */
export function followTold(raft: RaftCore, told: { readonly leaderId: number; readonly leaderEpoch: number }, now: number): boolean {
  const { leaderId, leaderEpoch } = told;
  if (leaderEpoch < raft.epoch) return false;
  const isOther = leaderId >= 0 && leaderId !== raft.node.id;
  if (leaderEpoch > raft.epoch) {
    if (isOther) raft.becomeFollower(leaderEpoch, leaderId, now);
    else raft.becomeUnattached(leaderEpoch, now);
    return true;
  }
  const { role } = raft;
  const seeks = role.name === 'unattached' || role.name === 'prospective' || role.name === 'candidate';
  // A prospective node that knows the leader has asked because the leader is silent: being told again is no news.
  if (!isOther || !seeks || (role.name === 'prospective' && raft.leaderId === leaderId)) return false;
  raft.becomeFollower(leaderEpoch, leaderId, now);
  return true;
}
