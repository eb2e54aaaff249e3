import type { OffsetFetchResponse } from '@millrace/protocol/messages/offset-fetch';
import { type Decision, type GroupConfig, type GroupContext, GroupCoordinator } from '../../src/index.js';
import { fetchOf, GROUP } from '../requests.js';
import { Invariants } from './invariants.js';
import { ModelMember, PARTITIONS } from './model-member.js';
import { Random } from './random.js';
import { ReplicatedDriver } from './replicated-driver.js';

export interface Plan {
  readonly make?: (config: GroupConfig) => GroupCoordinator;
  /** A driver that does not wait for the high watermark. */
  readonly answersAtOnce?: boolean;
}

const STEPS = 400;
const QUIET_ROUNDS = 200;
const JOIN_VERSIONS = [3, 5, 9];

/** A group of three to six members under chance; the same seed is the same run. */
export class Simulation {
  readonly invariants: Invariants = new Invariants();
  failOvers = 0;
  readonly #random: Random;
  readonly #driver: ReplicatedDriver;
  readonly #members: ModelMember[] = [];
  readonly #asked = new Map<unknown, ModelMember>();
  #offset = 0;

  constructor(seed: number, { make = (config) => new GroupCoordinator(config), answersAtOnce = false }: Plan = {}) {
    this.#random = new Random(seed);
    const release = (token: unknown, body: unknown): void => this.#asked.get(token)?.hear(body);
    this.#driver = new ReplicatedDriver(make, release, { initialRebalanceDelayMs: 1_000 }, answersAtOnce);
    const count = 3 + this.#random.below(4);
    for (let i = 0; i < count; i++) this.#members.push(this.#newMember(this.#random.chance(0.4) ? `instance-${i}` : null));
  }

  /** @throws Error when something that must be true is not */
  run(): void {
    for (let step = 0; step < STEPS; step++) this.#step();
    this.#calmDown();
    this.#checkEveryoneHasItsShare();
    this.#checkOffsets();
    this.#checkLogHasTheGroup();
  }

  #newMember(groupInstanceId: string | null): ModelMember {
    const versions = groupInstanceId === null ? JOIN_VERSIONS : JOIN_VERSIONS.filter((version) => version >= 5);
    return new ModelMember(groupInstanceId, this.#random.pick(versions), this.invariants, () => ++this.#offset);
  }

  #step(): void {
    const random = this.#random;
    const member = random.pick(this.#members);
    const chance = random.next();
    if (chance < 0.015) this.#failOver();
    else if (chance < 0.025) member.kill();
    else if (chance < 0.035 && member.phase !== 'gone' && member.memberId !== '') member.leave(this);
    else if (chance < 0.05) member.changeSubscription();
    else if (chance < 0.09 && member.phase === 'gone')
      this.#members[this.#members.indexOf(member)] = this.#newMember(member.groupInstanceId);
    else if (chance < 0.3) this.#driver.pass(random.below(1_500));
    else if (chance < 0.45) this.#driver.commit();
    else member.act(this, random);
  }

  #failOver(): void {
    this.failOvers++;
    this.#asked.clear();
    for (const member of this.#members) member.disconnect();
    this.invariants.movedOn();
    this.#driver.failOver();
    this.#driver.commit();
    this.#checkOffsets();
  }

  /** No more faults: who lives gets all the turns it needs. */
  #calmDown(): void {
    for (let round = 0; round < QUIET_ROUNDS; round++) {
      for (const member of this.#members) member.act(this, this.#random);
      this.#driver.commit();
      this.#driver.pass(500);
      this.#driver.commit();
    }
  }

  #checkEveryoneHasItsShare(): void {
    const living = this.#members.filter(({ phase }) => phase !== 'gone');
    if (living.length === 0) return;
    const late = living.find(({ phase }) => phase !== 'stable');
    if (late !== undefined) throw new Error(`member ${late.memberId} is ${late.phase} after a long calm`);
    const generations = new Set(living.map(({ generationId }) => generationId));
    if (generations.size > 1) throw new Error(`members of a stable group are in generations ${[...generations].join()}`);
    const owned = living.flatMap(({ partitions }) => partitions).toSorted((a, b) => a - b);
    if (owned.join() !== Array.from({ length: PARTITIONS }, (_, partition) => partition).join())
      throw new Error(`the partitions ${owned.join()} are owned`);
  }

  #checkOffsets(): void {
    const partitions = Array.from({ length: PARTITIONS }, (_, partition) => partition);
    const decision = this.#driver.coordinator.offsetFetch(fetchOf({ orders: partitions }), this.#context());
    const body = decision.responses[0]?.body as OffsetFetchResponse;
    for (const { partitionIndex = -1, committedOffset = -1 } of body.groups?.[0]?.topics?.[0]?.partitions ?? []) {
      this.invariants.found(partitionIndex, committedOffset);
    }
  }

  /** A stable group is described from its log as it is described live. */
  #checkLogHasTheGroup(): void {
    const live = this.#description();
    if (!live.includes('Stable')) return;
    this.#driver.failOver();
    if (this.#description() !== live) throw new Error(`the log has another group than ${live}`);
  }

  #description(): string {
    const request = { groups: [GROUP], includeAuthorizedOperations: false, unknownTags: undefined };
    return JSON.stringify(this.#driver.coordinator.describeGroups(request, this.#context()).responses[0]?.body);
  }

  #context(): GroupContext {
    return { clientId: '', clientHost: '', apiVersion: 9, now: this.#driver.now, random: () => '', token: null };
  }

  send(member: ModelMember, apiVersion: number, decide: (coordinator: GroupCoordinator, context: GroupContext) => Decision): void {
    this.#driver.ask(
      (coordinator, context) => {
        this.#asked.set(context.token, member);
        return decide(coordinator, context);
      },
      { apiVersion },
    );
  }
}
