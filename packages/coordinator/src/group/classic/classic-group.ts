import type { Answer } from '../decision.js';
import { DraftMap, type Keyed } from './draft.js';

export type ClassicGroupState = 'Empty' | 'PreparingRebalance' | 'CompletingRebalance' | 'Stable';

/** A request that is answered later. */
export interface Awaiting {
  readonly token: Answer['token'];
  readonly apiVersion: number;
}

/** One assignor that a member supports, with what the member tells the leader when it is chosen. */
export interface MemberProtocol {
  readonly name: string;
  readonly metadata: Uint8Array;
}

export interface ClassicMember {
  readonly memberId: string;
  /** Of a static member (KIP-345), else null. */
  readonly groupInstanceId: string | null;
  readonly clientId: string;
  readonly clientHost: string;
  rebalanceTimeoutMs: number;
  sessionTimeoutMs: number;
  /** In the member's order of preference. */
  protocols: readonly MemberProtocol[];
  assignment: Uint8Array;
  /** True until its first join is answered: such a member expires even while its join waits. */
  isNew: boolean;
  awaitingJoin: Awaiting | null;
  awaitingSync: Awaiting | null;
}

/**
 * A classic group. Decisions work on a draft of it (see GroupTurn), which `advance` settles.
 * A group that is deleted is gone, so that Kafka's fifth state, Dead, is only a word in answers.
 */
export interface ClassicGroup {
  readonly groupId: string;
  state: ClassicGroupState;
  previousState: ClassicGroupState | null;
  /** One more with each completed join phase. */
  generationId: number;
  /** Null as long as nobody has joined: a simple group, which only has offsets. */
  protocolType: string | null;
  protocolName: string | null;
  leader: string | null;
  /** When the state was entered; -1 when that is not known. */
  stateTimestampMs: number;
  /** In the order of joining. */
  readonly members: Keyed<string, ClassicMember>;
  /** Member id of each group instance id. */
  readonly staticMembers: Keyed<string, string>;
  /** Ids handed out with MEMBER_ID_REQUIRED whose owners have not come back. */
  readonly pendingJoin: Keyed<string, true>;
  /** Members of this generation that have not sent SyncGroup. */
  readonly pendingSync: Keyed<string, true>;
  /** How many members wait for the join phase to end. */
  joinedCount: number;
  /** How many members support each protocol that any does. */
  readonly protocolSupport: Keyed<string, number>;
  /** Somebody joined since the initial delay was last set, so that it may be extended. */
  newMemberAdded: boolean;
  /** The initial rebalance delay under way: how long this round is and how much may follow. */
  initialDelayMs: number;
  initialRemainingMs: number;
  /** Topics that members of protocol type `consumer` subscribe to; null when not known. */
  subscribedTopics: ReadonlySet<string> | null;
}

/** A classic group between two decisions. */
export interface SettledGroup extends ClassicGroup {
  readonly members: Map<string, ClassicMember>;
  readonly staticMembers: Map<string, string>;
  readonly pendingJoin: Map<string, true>;
  readonly pendingSync: Map<string, true>;
  readonly protocolSupport: Map<string, number>;
}

/** A classic group as a decision would have it. */
export interface DraftGroup extends ClassicGroup {
  readonly members: DraftMap<string, ClassicMember>;
  readonly staticMembers: DraftMap<string, string>;
  readonly pendingJoin: DraftMap<string, true>;
  readonly pendingSync: DraftMap<string, true>;
  readonly protocolSupport: DraftMap<string, number>;
}

/** A group that nobody has joined. */
export function emptyGroup(groupId: string, stateTimestampMs: number): SettledGroup {
  return {
    groupId,
    state: 'Empty',
    previousState: null,
    generationId: 0,
    protocolType: null,
    protocolName: null,
    leader: null,
    stateTimestampMs,
    members: new Map(),
    staticMembers: new Map(),
    pendingJoin: new Map(),
    pendingSync: new Map(),
    joinedCount: 0,
    protocolSupport: new Map(),
    newMemberAdded: false,
    initialDelayMs: 0,
    initialRemainingMs: 0,
    subscribedTopics: null,
  };
}

/** A draft whose change leaves the group alone, until it is settled. */
export function draftOf(group: SettledGroup): DraftGroup {
  return {
    ...group,
    members: new DraftMap(group.members, (member) => ({ ...member })),
    staticMembers: new DraftMap(group.staticMembers),
    pendingJoin: new DraftMap(group.pendingJoin),
    pendingSync: new DraftMap(group.pendingSync),
    protocolSupport: new DraftMap(group.protocolSupport),
  };
}

/** What the draft became; the group that it was made of is no more. */
export function settle(draft: DraftGroup): SettledGroup {
  return {
    ...draft,
    members: draft.members.settle(),
    staticMembers: draft.staticMembers.settle(),
    pendingJoin: draft.pendingJoin.settle(),
    pendingSync: draft.pendingSync.settle(),
    protocolSupport: draft.protocolSupport.settle(),
  };
}
