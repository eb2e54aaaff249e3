import type { Answer } from '../decision.js';

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
 * A classic group between two decisions. Decisions work on a copy (see GroupTurn); what the machine holds never changes.
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
  members: Map<string, ClassicMember>;
  /** Member id of each group instance id. */
  staticMembers: Map<string, string>;
  /** Ids handed out with MEMBER_ID_REQUIRED whose owners have not come back. */
  pendingJoin: Set<string>;
  /** Members of this generation that have not sent SyncGroup. */
  pendingSync: Set<string>;
  /** Somebody joined since the initial delay was last set, so that it may be extended. */
  newMemberAdded: boolean;
  /** The initial rebalance delay under way: how long this round is and how much may follow. */
  initialDelayMs: number;
  initialRemainingMs: number;
  /** Topics that members of protocol type `consumer` subscribe to; null when not known. */
  subscribedTopics: ReadonlySet<string> | null;
}

/** A group that nobody has joined. */
export function emptyGroup(groupId: string, stateTimestampMs: number): ClassicGroup {
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
    pendingJoin: new Set(),
    pendingSync: new Set(),
    newMemberAdded: false,
    initialDelayMs: 0,
    initialRemainingMs: 0,
    subscribedTopics: null,
  };
}

/** A copy whose change leaves the original alone. */
export function copyOf(group: ClassicGroup): ClassicGroup {
  const members = new Map<string, ClassicMember>();
  for (const [memberId, member] of group.members) members.set(memberId, { ...member });
  return {
    ...group,
    members,
    staticMembers: new Map(group.staticMembers),
    pendingJoin: new Set(group.pendingJoin),
    pendingSync: new Set(group.pendingSync),
  };
}
