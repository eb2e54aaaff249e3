/** Offsets that nobody needs any more (KIP-211), and groups that have none left. */
import type { CoordinatorRecord } from '../../records.js';
import type { ClassicGroup } from '../classic/classic-group.js';
import { groupTombstone } from '../classic/group-metadata.js';
import { isSubscribed, usesConsumerProtocol } from '../classic/subscription.js';
import type { Decision, GroupEvent } from '../decision.js';
import type { GroupConfig } from '../group-config.js';
import type { Groups } from '../groups.js';
import type { CommittedOffset, OffsetStore } from './offset-store.js';
import { offsetTombstone } from './offset-records.js';

/** Groups of other kinds keep their offsets: their own coordinator knows when they may go. */
export function expireOffsets(config: GroupConfig, groups: Groups, now: number): Decision {
  const records: CoordinatorRecord[] = [];
  const events: GroupEvent[] = [];
  for (const group of groups.classicGroups()) {
    const isBare = expireOffsetsOf(config, groups.offsets, group, now, records);
    if (!isBare || group.state !== 'Empty') continue;
    records.push(groupTombstone(group.groupId));
    events.push({ type: 'group-removed', groupId: group.groupId });
  }
  return { records, events, responses: [], deadlines: [] };
}

/** Says whether the group has no offset left, also none in a transaction. */
function expireOffsetsOf(
  config: GroupConfig,
  offsets: OffsetStore,
  group: ClassicGroup,
  now: number,
  records: CoordinatorRecord[],
): boolean {
  const { groupId } = group;
  const committed = offsets.of(groupId);
  const retainedSince = retentionStart(group);
  let isBare = offsets.pendingOf(groupId).length === 0;
  if (committed === undefined) return isBare;
  if (retainedSince === null) return false;
  for (const [topic, partitions] of committed) {
    const isInUse = isSubscribed(group, topic);
    for (const [partition, offset] of partitions) {
      if (!isInUse && isExpired(config, offset, retainedSince, now) && !offsets.hasPending(groupId, topic, partition)) {
        records.push(offsetTombstone(groupId, topic, partition));
      } else {
        isBare = false;
      }
    }
  }
  return isBare;
}

/**
 * From when an offset's retention counts: in an empty group since it is empty, in a simple group or for a topic that a
 * stable group no longer reads since the commit. Null when nothing may expire.
 */
function retentionStart(group: ClassicGroup): ((offset: CommittedOffset) => number) | null {
  if (group.protocolType === null) return sinceCommit;
  if (group.state === 'Empty') return group.stateTimestampMs === -1 ? sinceCommit : () => group.stateTimestampMs;
  return usesConsumerProtocol(group) && group.subscribedTopics !== null && group.state === 'Stable' ? sinceCommit : null;
}

function sinceCommit(offset: CommittedOffset): number {
  return offset.commitTimestampMs;
}

function isExpired(config: GroupConfig, offset: CommittedOffset, since: (offset: CommittedOffset) => number, now: number): boolean {
  if (offset.expireTimestampMs !== -1) return now >= offset.expireTimestampMs;
  return now - since(offset) >= config.offsetsRetentionMs;
}
