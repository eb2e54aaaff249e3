/**
 * Membership in a classic group (KIP-345 for static members): join, sync, heartbeats, leave. It speaks with the
 * coordinator and says what was assigned; what that means for partitions is decided by the consumer, inside `poll`.
 */
import { forgetIfMoved, type Committer, type NetworkClient, type TopicPartition } from '@millrace/network-client';
import { NetworkError, type Timer } from '@millrace/platform';
import { ErrorCode, errorMessage, KafkaError, type Decoded } from '@millrace/protocol';
import type { JoinGroupResponse } from '@millrace/protocol/messages/join-group';
import type { ChangeSignal } from '../change-signal.js';
import type { ConsumerSettings } from '../consumer-options.js';
import { decodeAssignment, decodeMember, encodeAssignment, encodeSubscription, protocolType, type Subscription } from './consumer-protocol.js';
import { heartbeat, joinGroup, leaveGroup, syncGroup } from './group-apis.js';

const noGeneration = -1;
/** The coordinator may hold a JoinGroup for the whole rebalance; its answer then takes this much longer at most. */
const joinMarginMs = 5_000;
/** A broker reads nothing more from a connection while it holds a JoinGroup; who leaves meanwhile takes another. */
export const leavingChannel = 'leaving';

/** What a join came to. */
export interface Assignment {
  readonly partitions: readonly TopicPartition[];
  readonly generation: number;
}

/** How many partitions the topics of the group have now, for the leader. */
export type PartitionCounts = (topics: readonly string[]) => Promise<ReadonlyMap<string, number>>;

export class Membership {
  readonly #client: NetworkClient;
  readonly #settings: ConsumerSettings;
  readonly #groupId: string;
  readonly #changed: ChangeSignal;
  readonly #partitionCounts: PartitionCounts;
  #memberId = '';
  #generation = noGeneration;
  #protocolName = '';
  #needsJoin = true;
  #reason = 'first join';
  #joining = false;
  #lost = false;
  #fatal: Error | null = null;
  /** How often the group was left: a join that is answered after that is of no use. */
  #departures = 0;
  #timer: Timer | null = null;
  #isBeating = false;
  #lastPollMs = 0;
  #lastAnswerMs = 0;
  /** Topics that the leader shared out, so that it notices when they grow. */
  #sharedTopics: ReadonlyMap<string, number> = new Map();

  constructor(client: NetworkClient, settings: ConsumerSettings, groupId: string, changed: ChangeSignal, partitionCounts: PartitionCounts) {
    this.#client = client;
    this.#settings = settings;
    this.#groupId = groupId;
    this.#changed = changed;
    this.#partitionCounts = partitionCounts;
  }

  get needsJoin(): boolean {
    return this.#needsJoin;
  }

  /** A JoinGroup or SyncGroup is not answered yet. */
  get isJoining(): boolean {
    return this.#joining;
  }

  get memberId(): string {
    return this.#memberId;
  }

  get generation(): number {
    return this.#generation;
  }

  get committer(): Committer {
    return { memberId: this.#memberId, generation: this.#generation, groupInstanceId: this.#settings.groupInstanceId };
  }

  /** The topics shared out by this member, if it leads, with their partition counts then. */
  get sharedTopics(): ReadonlyMap<string, number> {
    return this.#sharedTopics;
  }

  /** True once after the group went on without this member: its partitions may be another's already. */
  takeLost(): boolean {
    const lost = this.#lost;
    this.#lost = false;
    return lost;
  }

  /** The member is alive. @throws what ended the membership for good. */
  polled(): void {
    if (this.#fatal !== null) throw this.#fatal;
    this.#lastPollMs = this.#client.platform.clock.monotonic();
  }

  /** The next `poll` joins again. */
  requestJoin(reason: string): void {
    this.#needsJoin = true;
    this.#reason = reason;
    this.#changed.raise();
  }

  /** Looks at an error of a commit or heartbeat: the membership may be over. */
  onError(errorCode: number): void {
    forgetIfMoved(this.#client, this.#groupId, errorCode);
    switch (errorCode) {
      case ErrorCode.REBALANCE_IN_PROGRESS:
        return this.requestJoin('the group is rebalancing');
      case ErrorCode.UNKNOWN_MEMBER_ID:
        return this.#lose('the group no longer knows this member', true);
      case ErrorCode.ILLEGAL_GENERATION:
        return this.#lose('the group went on without this member', false);
      case ErrorCode.FENCED_INSTANCE_ID:
        this.#fatal = new KafkaError(errorCode, `group '${this.#groupId}': another consumer has the groupInstanceId '${this.#settings.groupInstanceId}' now`);
        return this.#lose('fenced', true);
      default:
    }
  }

  /** Joins and syncs once; undefined when it has to be tried again. @throws KafkaError for good. */
  async join(subscription: Subscription): Promise<Assignment | undefined> {
    this.#joining = true;
    this.#stopBeating();
    const departures = this.#departures;
    try {
      const joined = await this.#join(subscription, departures);
      if (joined === undefined) return undefined;
      const assignment = await this.#sync(joined);
      if (assignment === undefined || departures !== this.#departures) return undefined;
      this.#needsJoin = false;
      this.#lastAnswerMs = this.#client.platform.clock.monotonic();
      return assignment;
    } catch (error) {
      if (!(error instanceof NetworkError) && !(error instanceof KafkaError && error.retriable)) throw error;
      this.#client.platform.logger.debug('joining failed, trying again', { group: this.#groupId, error: error.message });
      return undefined;
    } finally {
      this.#joining = false;
      if (this.#generation !== noGeneration) this.#beatLater();
    }
  }

  /** Leaves the group, unless this is a static member. Never throws: the session ends by itself. */
  async leave(reason: string): Promise<void> {
    this.#stopBeating();
    const memberId = this.#memberId;
    this.#departures++;
    this.#generation = noGeneration;
    this.#memberId = '';
    this.#needsJoin = true;
    await this.#sendLeave(memberId, reason);
  }

  stop(): void {
    this.#stopBeating();
  }

  async #sendLeave(memberId: string, reason: string): Promise<void> {
    const { groupInstanceId } = this.#settings;
    if (memberId === '' || groupInstanceId !== null) return;
    const channel = this.#joining ? { channel: leavingChannel } : {};
    await this.#client.sendToCoordinator('group', this.#groupId, leaveGroup, (version) => {
      if (version < 3) return { groupId: this.#groupId, memberId };
      return { groupId: this.#groupId, members: [{ memberId, groupInstanceId, ...(version >= 5 ? { reason } : {}) }] };
    }, channel).catch((error: Error) => this.#client.platform.logger.debug('leaving the group failed', { error: error.message }));
  }

  async #join(subscription: Subscription, departures: number): Promise<Decoded<JoinGroupResponse> | undefined> {
    const { sessionTimeoutMs, maxPollIntervalMs, groupInstanceId, assignors } = this.#settings;
    const answer = await this.#client.sendToCoordinator('group', this.#groupId, joinGroup, (version) => ({
      groupId: this.#groupId,
      sessionTimeoutMs,
      rebalanceTimeoutMs: maxPollIntervalMs,
      memberId: this.#memberId,
      ...(version >= 5 ? { groupInstanceId } : {}),
      protocolType,
      protocols: assignors.map((assignor) => ({ name: assignor.name, metadata: encodeSubscription(assignor, subscription) })),
      reason: this.#reason,
    }), { timeoutMs: maxPollIntervalMs + joinMarginMs });
    if (departures !== this.#departures) {
      // Left while the id was not known yet: the group must not wait for a member that is none.
      if (answer.memberId !== '') await this.#sendLeave(answer.memberId, 'left while joining');
      return undefined;
    }
    switch (answer.errorCode) {
      case ErrorCode.NONE:
        this.#memberId = answer.memberId;
        this.#generation = answer.generationId;
        this.#protocolName = answer.protocolName ?? '';
        return answer;
      case ErrorCode.MEMBER_ID_REQUIRED: // KIP-394: joins once more under the id it was given
        this.#memberId = answer.memberId;
        return this.#join(subscription, departures);
      default:
        return this.#refused('JoinGroup', answer.errorCode);
    }
  }

  async #sync(joined: Decoded<JoinGroupResponse>): Promise<Assignment | undefined> {
    const isLeader = joined.leader === joined.memberId;
    const assignments = isLeader ? await this.#shareOut(joined) : [];
    if (!isLeader) this.#sharedTopics = new Map();
    const answer = await this.#client.sendToCoordinator('group', this.#groupId, syncGroup, (version) => ({
      groupId: this.#groupId,
      generationId: joined.generationId,
      memberId: joined.memberId,
      ...(version >= 3 ? { groupInstanceId: this.#settings.groupInstanceId } : {}),
      protocolType,
      protocolName: this.#protocolName,
      assignments,
    }), { timeoutMs: this.#settings.maxPollIntervalMs + joinMarginMs });
    if (answer.errorCode !== ErrorCode.NONE) return this.#refused('SyncGroup', answer.errorCode);
    return { partitions: decodeAssignment(answer.assignment), generation: joined.generationId };
  }

  async #shareOut(joined: Decoded<JoinGroupResponse>): Promise<{ memberId: string; assignment: Uint8Array }[]> {
    const assignor = this.#settings.assignors.find((candidate) => candidate.name === this.#protocolName);
    if (assignor === undefined) throw new KafkaError(ErrorCode.INCONSISTENT_GROUP_PROTOCOL, `group '${this.#groupId}' agreed on '${this.#protocolName}', which this consumer does not have`);
    const members = joined.members.map((member) => decodeMember(member.memberId, member.groupInstanceId, member.metadata, assignor));
    const counts = await this.#partitionCounts([...new Set(members.flatMap((member) => member.topics))]);
    this.#sharedTopics = counts;
    // KIP-814: a static leader that came back leaves the assignment as it is, and still watches the topics.
    if (joined.skipAssignment) return [];
    return [...assignor.assign(members, counts)].map(([memberId, partitions]) => ({ memberId, assignment: encodeAssignment(partitions) }));
  }

  /** Undefined: to be tried again. @throws KafkaError when that would not help. */
  #refused(what: string, errorCode: number): undefined {
    this.onError(errorCode);
    const passes = [
      ErrorCode.COORDINATOR_LOAD_IN_PROGRESS, ErrorCode.COORDINATOR_NOT_AVAILABLE, ErrorCode.NOT_COORDINATOR,
      ErrorCode.UNKNOWN_MEMBER_ID, ErrorCode.ILLEGAL_GENERATION, ErrorCode.REBALANCE_IN_PROGRESS,
    ] as const;
    if ((passes as readonly number[]).includes(errorCode)) return undefined;
    throw new KafkaError(errorCode, `${what} for group '${this.#groupId}': ${errorMessage(errorCode)}`);
  }

  #lose(reason: string, forgetsId: boolean): void {
    if (this.#generation !== noGeneration) this.#lost = true;
    this.#generation = noGeneration;
    if (forgetsId) this.#memberId = '';
    this.#stopBeating();
    this.requestJoin(reason);
  }

  #beatLater(): void {
    this.#timer?.cancel();
    this.#timer = this.#client.platform.timers.schedule(this.#settings.heartbeatIntervalMs, () => void this.#beat(), { keepAlive: false });
  }

  #stopBeating(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }

  async #beat(): Promise<void> {
    if (this.#isBeating || this.#joining || this.#generation === noGeneration) return;
    const nowMs = this.#client.platform.clock.monotonic();
    if (nowMs - this.#lastPollMs > this.#settings.maxPollIntervalMs) {
      this.#client.platform.logger.warn('no poll within maxPollIntervalMs: this consumer leaves its group', { group: this.#groupId, maxPollIntervalMs: this.#settings.maxPollIntervalMs });
      this.#lost = true;
      await this.leave('no poll within max.poll.interval.ms');
      return;
    }
    this.#isBeating = true;
    const generation = this.#generation;
    try {
      const answer = await this.#client.sendToCoordinator('group', this.#groupId, heartbeat, (version) => ({
        groupId: this.#groupId,
        generationId: generation,
        memberId: this.#memberId,
        ...(version >= 3 ? { groupInstanceId: this.#settings.groupInstanceId } : {}),
      }));
      if (generation !== this.#generation) return;
      if (answer.errorCode === ErrorCode.NONE || answer.errorCode === ErrorCode.REBALANCE_IN_PROGRESS) this.#lastAnswerMs = this.#client.platform.clock.monotonic();
      if (answer.errorCode !== ErrorCode.NONE) this.onError(answer.errorCode);
    } catch (error) {
      this.#client.platform.logger.debug('a heartbeat failed', { group: this.#groupId, error: (error as Error).message });
      // Without answers for a whole session the group has gone on; the coordinator may have moved too.
      if (this.#client.platform.clock.monotonic() - this.#lastAnswerMs > this.#settings.sessionTimeoutMs) this.requestJoin('no answer from the coordinator for a whole session');
    } finally {
      this.#isBeating = false;
      if (this.#generation !== noGeneration && !this.#joining && !this.#client.isClosed) this.#beatLater();
    }
  }
}
