/**
 * Elects the leader through the classic group protocol. The member that leads the group chooses; all hear its choice.
 * Whoever led goes on until it hears otherwise, or hears nothing for a session: a rebalance alone interrupts nobody, and
 * the claims in the log keep two that believe to lead from doing harm.
 */
import { clientSettings, NetworkClient, type ClientOptions } from '@millrace/network-client';
import { NetworkError, type Logger, type Platform, type Timer } from '@millrace/platform';
import { ErrorCode, errorMessage, KafkaError, type Decoded } from '@millrace/protocol';
import type { JoinGroupResponse } from '@millrace/protocol/messages/join-group';
import type { Election, ElectionListener } from './election.js';
import { heartbeat, joinGroup, leaveGroup, syncGroup } from './group-apis.js';
import { chooseLeader, decodeAssignment, decodeIdentity, encodeAssignment, encodeIdentity, protocolName, protocolType, urlOf, type Assignment, type Identity, type Member } from './sr-protocol.js';

export interface GroupElectionOptions {
  readonly client: ClientOptions & { readonly platform: Platform };
  /** `schema.registry.group.id` */
  readonly groupId: string;
  readonly identity: Omit<Identity, 'isLeader'>;
  readonly sessionTimeoutMs: number;
  readonly heartbeatIntervalMs: number;
  readonly rebalanceTimeoutMs: number;
  readonly retryAfterMs: number;
  /** `leader.election.sticky` */
  readonly isSticky: boolean;
}

/** A JoinGroup may be held for the whole rebalance; its answer then takes this much longer at most. */
const joinMarginMs = 5_000;
const noGeneration = -1;
/** A group that does not answer finds out by itself that a member is gone. */
const leaveTimeoutMs = 2_000;
/** A rebalance that was announced is joined as soon as this. */
const joinSoonMs = 20;

export class GroupElection implements Election {
  readonly #options: GroupElectionOptions;
  readonly #client: NetworkClient;
  readonly #logger: Logger;
  #listener: ElectionListener | null = null;
  #memberId = '';
  #generation = noGeneration;
  #leads = false;
  #isStopped = false;
  #timer: Timer | null = null;
  #lastAnswerMs = 0;
  #turn: Promise<void> = Promise.resolve();

  constructor(options: GroupElectionOptions) {
    this.#options = options;
    this.#client = new NetworkClient(clientSettings(options.client, 'millrace-schema-registry'));
    this.#logger = options.client.platform.logger;
  }

  start(listener: ElectionListener): void {
    this.#listener = listener;
    this.#lastAnswerMs = this.#nowMs();
    this.#next(0);
  }

  /** Leaves the group, so that another leads at once. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer?.cancel();
    if (this.#memberId !== '') await this.#leave();
    this.#client.close();
    await this.#turn;
  }

  #next(delayMs: number): void {
    if (this.#isStopped) return;
    this.#timer?.cancel();
    this.#timer = this.#options.client.platform.timers.schedule(delayMs, () => {
      this.#turn = this.#step();
    }, { keepAlive: false });
  }

  /** Joins, or shows that it is alive. Never throws. */
  async #step(): Promise<void> {
    try {
      if (this.#generation === noGeneration) await this.#join();
      else await this.#beat();
      this.#lastAnswerMs = this.#nowMs();
      this.#next(this.#generation === noGeneration ? joinSoonMs : this.#options.heartbeatIntervalMs);
    } catch (error) {
      if (this.#isStopped) return;
      this.#onFailure(error as Error);
      this.#next(this.#options.retryAfterMs);
    }
  }

  #onFailure(error: Error): void {
    const passes = error instanceof NetworkError || (error instanceof KafkaError && error.retriable);
    this.#logger[passes ? 'debug' : 'warn']('the election failed, trying again', { group: this.#options.groupId, error: error.message });
    if (this.#nowMs() - this.#lastAnswerMs < this.#options.sessionTimeoutMs) return;
    // The group has gone on without us.
    this.#generation = noGeneration;
    this.#tell({ hasDuplicates: false, leader: null });
  }

  async #join(): Promise<void> {
    const joined = await this.#joinGroup();
    if (joined === undefined) return;
    const isGroupLeader = joined.leader === joined.memberId;
    const assignments = isGroupLeader ? this.#choose(joined) : [];
    const { groupId, rebalanceTimeoutMs } = this.#options;
    const answer = await this.#client.sendToCoordinator('group', groupId, syncGroup, (version) => ({
      groupId,
      generationId: joined.generationId,
      memberId: joined.memberId,
      ...(version >= 3 ? { groupInstanceId: null } : {}),
      ...(version >= 5 ? { protocolType, protocolName } : {}),
      assignments,
    }), { timeoutMs: rebalanceTimeoutMs + joinMarginMs });
    if (answer.errorCode !== ErrorCode.NONE) return this.#refused('SyncGroup', answer.errorCode);
    this.#generation = joined.generationId;
    this.#tell(decodeAssignment(answer.assignment));
  }

  async #joinGroup(): Promise<Decoded<JoinGroupResponse> | undefined> {
    const { groupId, sessionTimeoutMs, rebalanceTimeoutMs, identity } = this.#options;
    const answer = await this.#client.sendToCoordinator('group', groupId, joinGroup, (version) => ({
      groupId,
      sessionTimeoutMs,
      ...(version >= 1 ? { rebalanceTimeoutMs } : {}),
      memberId: this.#memberId,
      ...(version >= 5 ? { groupInstanceId: null } : {}),
      protocolType,
      protocols: [{ name: protocolName, metadata: encodeIdentity({ ...identity, isLeader: this.#leads }) }],
    }), { timeoutMs: rebalanceTimeoutMs + joinMarginMs });
    if (answer.errorCode === ErrorCode.MEMBER_ID_REQUIRED && this.#memberId !== answer.memberId) {
      this.#memberId = answer.memberId;
      return this.#joinGroup();
    }
    if (answer.errorCode !== ErrorCode.NONE) return this.#refused('JoinGroup', answer.errorCode);
    this.#memberId = answer.memberId;
    return answer;
  }

  #choose(joined: Decoded<JoinGroupResponse>): { memberId: string; assignment: Uint8Array }[] {
    const members = joined.members.flatMap(({ memberId, metadata }): Member[] => {
      try {
        return [{ memberId, identity: decodeIdentity(metadata) }];
      } catch (error) {
        this.#logger.warn('a member of the group says nothing that can be read: it cannot lead', { member: memberId, error: (error as Error).message });
        return [];
      }
    });
    const assignment = encodeAssignment(chooseLeader(members, this.#options.isSticky));
    return joined.members.map(({ memberId }) => ({ memberId, assignment }));
  }

  async #beat(): Promise<void> {
    const { groupId } = this.#options;
    const answer = await this.#client.sendToCoordinator('group', groupId, heartbeat, (version) => ({
      groupId, generationId: this.#generation, memberId: this.#memberId, ...(version >= 3 ? { groupInstanceId: null } : {}),
    }));
    if (answer.errorCode !== ErrorCode.NONE) this.#refused('Heartbeat', answer.errorCode);
  }

  /** Joins again, under another id when this one is gone. @throws KafkaError when that would not help */
  #refused(what: string, errorCode: number): undefined {
    const { groupId } = this.#options;
    this.#logger.debug('the group goes on', { group: groupId, what, error: errorMessage(errorCode) });
    switch (errorCode) {
      case ErrorCode.UNKNOWN_MEMBER_ID:
        this.#memberId = '';
        break;
      case ErrorCode.ILLEGAL_GENERATION:
      case ErrorCode.REBALANCE_IN_PROGRESS:
        break;
      case ErrorCode.NOT_COORDINATOR:
      case ErrorCode.COORDINATOR_NOT_AVAILABLE:
      case ErrorCode.COORDINATOR_LOAD_IN_PROGRESS:
        this.#client.coordinators.forget('group', groupId);
        throw new KafkaError(errorCode, `${what} for group '${groupId}'`);
      default:
        throw new KafkaError(errorCode, `${what} for group '${groupId}': ${errorMessage(errorCode)}`);
    }
    this.#generation = noGeneration;
    return undefined;
  }

  #tell({ hasDuplicates, leader }: Assignment): void {
    if (hasDuplicates) this.#logger.error('two registries have the same address: set host.name and port so that others can tell them apart', { url: urlOf({ ...this.#options.identity, isLeader: false }) });
    const wasLeading = this.#leads;
    this.#leads = leader !== null && leader.memberId === this.#memberId;
    if (this.#leads && !wasLeading) this.#listener?.onElected();
    if (!this.#leads) this.#listener?.onFollowing(leader?.identity ?? null);
  }

  async #leave(): Promise<void> {
    const { groupId } = this.#options;
    const memberId = this.#memberId;
    await this.#client.sendToCoordinator('group', groupId, leaveGroup, (version) => {
      if (version < 3) return { groupId, memberId };
      return { groupId, members: [{ memberId, groupInstanceId: null, ...(version >= 5 ? { reason: 'the registry stops' } : {}) }] };
    }, { timeoutMs: leaveTimeoutMs }).catch((error: Error) => this.#logger.debug('leaving the group failed', { error: error.message }));
  }

  #nowMs(): number {
    return this.#options.client.platform.clock.monotonic();
  }
}
