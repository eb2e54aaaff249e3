import type { CoordinatorRecord } from '../../records.js';
import { sessionDeadline } from '../deadline-id.js';
import type { Answer, Decision } from '../decision.js';
import type { GroupConfig } from '../group-config.js';
import { type Awaiting, type ClassicGroupState, type ClassicMember, type DraftGroup, draftOf, type SettledGroup } from './classic-group.js';
import { type JoinAnswer, joinGroupResponse } from './join-group-response.js';
import { type SyncAnswer, syncGroupResponse } from './sync-group-response.js';

/** One decision about one classic group: works on a draft and gathers what comes of it, so that the group itself does not change. */
export class GroupTurn {
  readonly config: GroupConfig;
  readonly group: DraftGroup;
  readonly now: number;
  readonly #records: CoordinatorRecord[] = [];
  readonly #responses: Answer[] = [];
  readonly #deadlines = new Map<string, number | null>();

  constructor(config: GroupConfig, group: SettledGroup, now: number) {
    this.config = config;
    this.group = draftOf(group);
    this.now = now;
  }

  get hasRecords(): boolean {
    return this.#records.length > 0;
  }

  write(...records: readonly CoordinatorRecord[]): void {
    this.#records.push(...records);
  }

  answer(token: unknown, body: unknown): void {
    this.#responses.push({ token, body });
  }

  answerJoin(awaiting: Awaiting, answer: JoinAnswer): void {
    this.answer(awaiting.token, joinGroupResponse(awaiting.apiVersion, answer));
  }

  /** Answers the member's join, if one waits. */
  completeJoin(member: ClassicMember, answer: JoinAnswer): void {
    if (member.awaitingJoin === null) return;
    this.answerJoin(member.awaitingJoin, answer);
    member.awaitingJoin = null;
    this.group.joinedCount--;
  }

  /** Answers the member's sync, if one waits; says whether one did. */
  completeSync(member: ClassicMember, answer: SyncAnswer): boolean {
    if (member.awaitingSync === null) return false;
    this.answer(member.awaitingSync.token, syncGroupResponse(answer));
    member.awaitingSync = null;
    return true;
  }

  setDeadline(id: string, delayMs: number): void {
    this.#deadlines.set(id, this.now + delayMs);
  }

  cancelDeadline(id: string): void {
    this.#deadlines.set(id, null);
  }

  /** The member was heard of, or is owed time. */
  renewSession(memberId: string, timeoutMs: number): void {
    this.setDeadline(sessionDeadline(this.group.groupId, memberId), timeoutMs);
  }

  endSession(memberId: string): void {
    this.cancelDeadline(sessionDeadline(this.group.groupId, memberId));
  }

  transitionTo(state: ClassicGroupState): void {
    this.group.previousState = this.group.state;
    this.group.state = state;
    this.group.stateTimestampMs = this.now;
  }

  end(): Decision {
    return {
      records: this.#records,
      events: [{ type: 'classic-group-changed', group: this.group }],
      responses: this.#responses,
      deadlines: [...this.#deadlines].map(([id, atMs]) => ({ id, atMs })),
    };
  }
}
