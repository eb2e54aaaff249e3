import type { JoinGroupResponse } from '@millrace/protocol/messages/join-group';
import type { OffsetCommitResponse } from '@millrace/protocol/messages/offset-commit';
import type { SyncGroupResponse } from '@millrace/protocol/messages/sync-group';
import type { Decision, GroupContext, GroupCoordinator } from '../../src/index.js';
import { beat, commit, join, leave, protocol, subscriptionTo, sync, text } from '../requests.js';
import type { Invariants } from './invariants.js';
import type { Random } from './random.js';

export const PARTITIONS = 4;

/** How a member reaches its coordinator: the answer comes through {@link ModelMember.hear}. */
export interface Connection {
  send(member: ModelMember, apiVersion: number, decide: (coordinator: GroupCoordinator, context: GroupContext) => Decision): void;
}

type Phase = 'out' | 'joined' | 'stable' | 'gone';

/** A consumer as the coordinator sees one: joins, assigns when it leads, beats, commits, and now and then goes. */
export class ModelMember {
  readonly groupInstanceId: string | null;
  readonly apiVersion: number;
  phase: Phase = 'out';
  memberId = '';
  generationId = -1;
  partitions: number[] = [];
  #subscription = 0;
  #assignments: Record<string, string> = {};
  #hear: ((body: unknown) => void) | null = null;
  readonly #invariants: Invariants;
  readonly #nextOffset: () => number;

  constructor(groupInstanceId: string | null, apiVersion: number, invariants: Invariants, nextOffset: () => number) {
    this.groupInstanceId = groupInstanceId;
    this.apiVersion = apiVersion;
    this.#invariants = invariants;
    this.#nextOffset = nextOffset;
  }

  /** An answer has come. */
  hear(body: unknown): void {
    const hear = this.#hear;
    this.#hear = null;
    hear?.(body);
  }

  /** The connection is lost, and with it the answer. */
  disconnect(): void {
    this.#hear = null;
    if (this.phase === 'joined') this.phase = 'out';
  }

  /** The process is killed; as a static member it may come back, without its id. */
  kill(): void {
    this.#hear = null;
    this.phase = 'gone';
    this.memberId = '';
    this.partitions = [];
  }

  act(connection: Connection, random: Random): void {
    if (this.#hear !== null || this.phase === 'gone') return;
    if (this.phase === 'out') this.#join(connection);
    else if (this.phase === 'joined') this.#sync(connection);
    else if (random.chance(0.3) && this.partitions.length > 0) this.#commit(connection, random.pick(this.partitions));
    else this.#beat(connection);
  }

  /** Subscribes to something else, or leaves. */
  changeSubscription(): void {
    this.#subscription++;
    if (this.phase === 'stable') this.phase = 'out';
  }

  leave(connection: Connection): void {
    const { memberId } = this;
    this.#hear = null;
    connection.send(this, 2, (coordinator, context) => coordinator.leaveGroup(leave({ memberId }), context));
    this.kill();
  }

  #join(connection: Connection): void {
    const protocols = [protocol('range', subscriptionTo(`topic-${this.#subscription}`))];
    const { memberId, groupInstanceId } = this;
    const request = join({ memberId, groupInstanceId, protocols, sessionTimeoutMs: 6_000, rebalanceTimeoutMs: 8_000 });
    this.#hear = (body) => this.#joined(body as JoinGroupResponse);
    connection.send(this, this.apiVersion, (coordinator, context) => coordinator.joinGroup(request, context));
  }

  #joined(response: JoinGroupResponse): void {
    if (this.#failed(response.errorCode, response.memberId)) return;
    const { memberId, leader, generationId = -1, members } = response;
    this.#invariants.joined(response, this.groupInstanceId === null);
    this.memberId = memberId;
    this.generationId = generationId;
    this.phase = 'joined';
    this.#assignments = {};
    if (leader !== memberId || response.skipAssignment === true) return;
    for (let partition = 0; partition < PARTITIONS; partition++) {
      const owner = members[partition % members.length]?.memberId ?? '';
      this.#assignments[owner] = [this.#assignments[owner], partition].filter((part) => part !== undefined).join();
    }
  }

  #sync(connection: Connection): void {
    const { memberId, groupInstanceId, generationId } = this;
    const request = sync({ memberId, groupInstanceId, generationId }, this.#assignments);
    this.#hear = (body) => this.#synced(body as SyncGroupResponse, generationId);
    connection.send(this, 3, (coordinator, context) => coordinator.syncGroup(request, context));
  }

  #synced({ errorCode, assignment }: SyncGroupResponse, generationId: number): void {
    if (this.#failed(errorCode)) return;
    const owned = text(assignment);
    this.partitions = owned === '' ? [] : owned.split(',').map(Number);
    this.phase = 'stable';
    this.#invariants.owns(generationId, this.groupInstanceId ?? this.memberId, this.partitions);
  }

  #beat(connection: Connection): void {
    const { memberId, groupInstanceId, generationId } = this;
    this.#hear = (body) => {
      if (!this.#failed((body as { errorCode: number }).errorCode)) this.#invariants.accepted(generationId, 'a heartbeat');
    };
    connection.send(this, 4, (coordinator, context) => coordinator.heartbeat(beat({ memberId, groupInstanceId, generationId }), context));
  }

  #commit(connection: Connection, partition: number): void {
    const { memberId, groupInstanceId, generationId } = this;
    const offset = this.#nextOffset();
    const request = commit({ orders: { [partition]: offset } }, { memberId, groupInstanceId, generationIdOrMemberEpoch: generationId });
    this.#hear = (body) => {
      if (this.#failed((body as OffsetCommitResponse).topics[0]?.partitions[0]?.errorCode ?? -1)) return;
      this.#invariants.accepted(generationId, 'a commit');
      this.#invariants.committed(partition, offset);
    };
    connection.send(this, 8, (coordinator, context) => coordinator.offsetCommit(request, context));
  }

  /** Does what a client does about an error; false when there is none. */
  #failed(errorCode: number, memberId = ''): boolean {
    if (errorCode === 0) return false;
    this.phase = 'out';
    this.partitions = [];
    if (errorCode === 79) this.memberId = memberId;
    else if (errorCode === 25) this.memberId = '';
    else if (errorCode === 82) this.kill();
    else if (![15, 16, 22, 27].includes(errorCode)) throw new Error(`unexpected error ${errorCode}`);
    return true;
  }
}
