import type { Decoded } from '@millrace/protocol';
import type { DeleteGroupsRequest } from '@millrace/protocol/messages/delete-groups';
import type { DescribeGroupsRequest } from '@millrace/protocol/messages/describe-groups';
import type { HeartbeatRequest } from '@millrace/protocol/messages/heartbeat';
import type { JoinGroupRequest } from '@millrace/protocol/messages/join-group';
import type { LeaveGroupRequest } from '@millrace/protocol/messages/leave-group';
import type { ListGroupsRequest } from '@millrace/protocol/messages/list-groups';
import type { OffsetCommitRequest } from '@millrace/protocol/messages/offset-commit';
import type { OffsetDeleteRequest } from '@millrace/protocol/messages/offset-delete';
import type { OffsetFetchRequest } from '@millrace/protocol/messages/offset-fetch';
import type { SyncGroupRequest } from '@millrace/protocol/messages/sync-group';
import type { CoordinatorRecord } from '../records.js';
import { deadlineCame } from './classic/deadline-came.js';
import { deleteGroups } from './classic/delete-groups.js';
import { describeGroups } from './classic/describe-groups.js';
import { heartbeat } from './classic/heartbeat.js';
import { joinGroup } from './classic/join-group.js';
import { leaveGroup } from './classic/leave-group.js';
import { listGroups } from './classic/list-groups.js';
import { groupsLoaded, groupsUnloaded } from './classic/loaded.js';
import { syncGroup } from './classic/sync-group.js';
import type { Decision, GroupContext, GroupEvent } from './decision.js';
import type { GroupConfig } from './group-config.js';
import { Groups, type LogPosition } from './groups.js';
import { expireOffsets } from './offsets/expire-offsets.js';
import { offsetCommit } from './offsets/offset-commit.js';
import { offsetDelete } from './offsets/offset-delete.js';
import { offsetFetch } from './offsets/offset-fetch.js';
import { partitionsDeleted } from './offsets/partitions-deleted.js';

/**
 * The groups of one partition of `__consumer_offsets`. Requests give decisions and change nothing; `replay`,
 * `replayMarker` and `advance` alone change state, in the order in which decisions were made. A request of several
 * groups is cut by the broker: each coordinator gets the groups that are its own.
 */
export class GroupCoordinator {
  readonly #config: GroupConfig;
  readonly #groups: Groups = new Groups();

  constructor(config: GroupConfig) {
    this.#config = config;
  }

  /** Answers with a JoinGroupResponse, mostly once the other members have joined. */
  joinGroup(request: Decoded<JoinGroupRequest>, context: GroupContext): Decision {
    return joinGroup(this.#config, this.#groups, request, context);
  }

  /** Answers with a SyncGroupResponse, to followers once the leader has sent the assignments. */
  syncGroup(request: Decoded<SyncGroupRequest>, context: GroupContext): Decision {
    return syncGroup(this.#config, this.#groups, request, context);
  }

  heartbeat(request: Decoded<HeartbeatRequest>, context: GroupContext): Decision {
    return heartbeat(this.#groups, request, context);
  }

  leaveGroup(request: Decoded<LeaveGroupRequest>, context: GroupContext): Decision {
    return leaveGroup(this.#config, this.#groups, request, context);
  }

  describeGroups(request: Decoded<DescribeGroupsRequest>, context: GroupContext): Decision {
    return describeGroups(this.#groups, request, context);
  }

  listGroups(request: Decoded<ListGroupsRequest>, context: GroupContext): Decision {
    return listGroups(this.#groups, request, context);
  }

  deleteGroups(request: Decoded<DeleteGroupsRequest>, context: GroupContext): Decision {
    return deleteGroups(this.#groups, request, context);
  }

  /** Topics carry their name and, when it is known, their id; both come back in the answer. */
  offsetCommit(request: Decoded<OffsetCommitRequest>, context: GroupContext): Decision {
    return offsetCommit(this.#config, this.#groups, request, context);
  }

  /** As {@link offsetCommit}; without a list of topics all that the group has committed. */
  offsetFetch(request: Decoded<OffsetFetchRequest>, context: GroupContext): Decision {
    return offsetFetch(this.#groups, request, context);
  }

  offsetDelete(request: Decoded<OffsetDeleteRequest>, context: GroupContext): Decision {
    return offsetDelete(this.#groups, request, context);
  }

  /** A deadline of an earlier decision came due. One that has lost its meaning decides nothing. */
  deadline(id: string, now: number): Decision {
    return deadlineCame(this.#config, this.#groups, id, now);
  }

  /** Deletes what has outlived `offsets.retention.minutes` (KIP-211); to be called every `offsets.retention.check.interval.ms`. */
  expireOffsets(now: number): Decision {
    return expireOffsets(this.#config, this.#groups, now);
  }

  /** Deletes the offsets of partitions that are no more. */
  onPartitionsDeleted(partitions: readonly { readonly topic: string; readonly partition: number }[]): Decision {
    return partitionsDeleted(this.#groups, partitions);
  }

  /** The log has been replayed to its end: members have their full session timeout from now. */
  onLoaded(now: number): Decision {
    return groupsLoaded(this.#config, this.#groups, now);
  }

  /** Another broker has the partition now: whoever waits is told NOT_COORDINATOR. */
  onUnloaded(): Decision {
    return groupsUnloaded(this.#groups);
  }

  /** Applies one record of the log. */
  replay(record: CoordinatorRecord, at: LogPosition): void {
    this.#groups.replay(record, at);
  }

  /** Applies the end of a transaction: its offsets become committed or are forgotten. */
  replayMarker(producerId: number, committed: boolean): void {
    this.#groups.offsets.endTransaction(producerId, committed);
  }

  /** Applies one event of a decision. */
  advance(event: GroupEvent, _now: number): void {
    this.#groups.advance(event);
  }
}
