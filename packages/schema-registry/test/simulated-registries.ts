/**
 * Three instances below HTTP on one topic and one group, in virtual time from a seed: calls take long or get lost,
 * instances crash and are cut off, leaders go on that were replaced, and the topic is compacted. What a client was told
 * is remembered and held against what is there in the end.
 */
import { Simulation, type SimulatedNode } from '@millrace/platform/simulated';
import type { Random } from '@millrace/platform';
import { deleteVersion } from '../src/core/delete-version.js';
import { registerSchema } from '../src/core/register-schema.js';
import { RegistryState } from '../src/core/registry-state.js';
import type { StoredVersion } from '../src/core/stored-version.js';
import type { Election, ElectionListener } from '../src/election/election.js';
import { decodeEntry, type EncodedRecord, type LogEntry } from '../src/records/log-entry.js';
import { RegistryNode } from '../src/registry-node.js';
import { operations } from '../src/store/operation.js';
import { RegistryStore } from '../src/store/registry-store.js';
import { LogTimeoutError, type LogReader, type SchemaLog, type WrittenRecord } from '../src/store/schema-log.js';
import { someRules } from './registry-story.js';

const names = ['a', 'b', 'c'];
const subjects = ['s', 't', 'u'];
const sessionMs = 300;
const beatMs = 60;
const giveUpMs = 2_000;
const storyMs = 6_000;
const calmMs = 4_000;
const pollMs = 40;

export interface Outcome {
  acknowledged: number;
  failed: number;
  crashes: number;
  cuts: number;
  leaders: number;
}

interface Acknowledged {
  readonly subject: string;
  readonly version: number;
  readonly id: number;
  readonly guid: string;
}

/** Runs one seed. @throws Error that says what went wrong */
export async function runSeed(seed: number): Promise<Outcome> {
  const story = new Story(new Simulation(seed));
  await story.tell();
  story.check();
  return story.outcome;
}

class Topic {
  entries: LogEntry[] = [];
  #end = 0;

  get end(): number {
    return this.#end;
  }

  append(records: readonly EncodedRecord[]): WrittenRecord[] {
    return records.map(({ key, value, writer }) => {
      const offset = this.#end++;
      this.entries.push({ offset, timestampMs: offset, key, value, writer });
      return { offset, timestampMs: offset };
    });
  }

  /** Keeps the last of each key among the older entries, as the cleaner does. */
  compact(keepLast: number): void {
    const dirtyFrom = this.#end - keepLast;
    const last = new Map(this.entries.map(({ key, offset }) => [key, offset]));
    this.entries = this.entries.filter(({ key, offset }) => offset >= dirtyFrom || last.get(key) === offset);
  }
}

/** Who leads, as the group has it: the first that showed itself, until it is not heard of for a session. */
class Group {
  leader: string | null = null;
  changes = 0;
  readonly #heardAtMs = new Map<string, number>();

  beat(name: string, nowMs: number): string | null {
    this.#heardAtMs.set(name, nowMs);
    const isGone = this.leader === null || nowMs - (this.#heardAtMs.get(this.leader) ?? -Infinity) > sessionMs;
    if (isGone) {
      this.leader = name;
      this.changes++;
    }
    return this.leader;
  }
}

class Instance {
  readonly node: SimulatedNode;
  readonly name: string;
  isCut = false;
  registry: RegistryNode | null = null;

  constructor(node: SimulatedNode, name: string) {
    this.node = node;
    this.name = name;
  }
}

class Story {
  readonly outcome: Outcome = { acknowledged: 0, failed: 0, crashes: 0, cuts: 0, leaders: 0 };
  readonly #simulation: Simulation;
  readonly #random: Random;
  readonly #topic = new Topic();
  readonly #group = new Group();
  readonly #instances: Instance[];
  readonly #acknowledged: Acknowledged[] = [];
  #isCalm = false;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
    this.#random = simulation.random;
    this.#instances = names.map((name) => new Instance(simulation.node(name), name));
  }

  async tell(): Promise<void> {
    for (const instance of this.#instances) this.#begin(instance);
    for (let client = 0; client < 12; client++) this.#nextRequest(client);
    this.#nextFault();
    this.#nextCompaction();
    await this.#simulation.run({ maxTimeMs: storyMs });
    this.#isCalm = true;
    for (const instance of this.#instances) {
      instance.isCut = false;
      if (instance.node.crashed) this.#restart(instance);
    }
    await this.#simulation.run({ maxTimeMs: calmMs });
    this.outcome.leaders = this.#group.changes;
  }

  /** What was promised is there, on every instance, and for a reader that knows nothing of claims. */
  check(): void {
    const states = this.#instances.map(({ registry }) => registry?.registry.state ?? new RegistryState());
    const [first = new RegistryState()] = states;
    for (const state of states) equal(contents(state), contents(first), 'two instances differ');
    equal(contents(this.#foreignReader()), contents(first), 'a reader that does not know the claims sees other schemas');
    this.#checkAcknowledged(first);
    const context = first.context('.');
    for (let id = 1; id <= (context?.maxId ?? 0); id++) if (context?.withId(id) === undefined) throw new Error(`id ${id} of ${context?.maxId} was given to nothing`);
  }

  #checkAcknowledged(state: RegistryState): void {
    const guidOf = new Map<number, string>();
    const idOf = new Map<string, number>();
    for (const { subject, version, id, guid } of this.#acknowledged) {
      if ((guidOf.get(id) ?? guid) !== guid) throw new Error(`id ${id} was told for two schemas`);
      if ((idOf.get(guid) ?? id) !== id) throw new Error(`a schema was told two ids, ${id} and ${idOf.get(guid)}`);
      guidOf.set(id, guid);
      idOf.set(guid, id);
      if (state.context('.')?.withId(id)?.content.guid !== guid) throw new Error(`id ${id} was acknowledged and is gone, or is another schema`);
      // A version may have given way to a later one of the same schema, after it was deleted.
      const isThere = state.versions(subject).some((stored) => stored.content.guid === guid && stored.id === id && stored.version >= version);
      if (!isThere) throw new Error(`version ${version} of ${subject} was acknowledged and is gone`);
    }
  }

  #foreignReader(): RegistryState {
    const state = new RegistryState();
    for (const entry of this.#topic.entries) {
      const decoded = decodeEntry(entry);
      if ('record' in decoded) state.replay(decoded.record, entry.timestampMs);
    }
    return state;
  }

  #begin(instance: Instance): void {
    const { platform } = instance.node;
    const store = new RegistryStore({ log: new SimulatedLog(this, instance), platform, rules: someRules, parsedSchemas: 50, timeoutMs: 400 });
    const registry = new RegistryNode(store, this.#election(instance), platform.logger);
    instance.registry = null;
    registry.load(30_000).then(() => {
      instance.registry = registry;
      void registry.elect();
    }, () => platform.timers.schedule(100, () => this.#begin(instance)));
  }

  #restart(instance: Instance): void {
    instance.node.restart();
    this.#begin(instance);
  }

  /** Beats by itself; a member that hears nothing goes on to believe for a while what it heard last. */
  #election(instance: Instance): Election {
    const { timers, clock } = instance.node.platform;
    let heard: string | null | undefined;
    let heardAtMs = clock.monotonic();
    const believesMs = sessionMs + this.#random.below(1_500);
    const tell = (listener: ElectionListener, leader: string | null): void => {
      if (leader === heard) return;
      heard = leader;
      if (leader === instance.name) listener.onElected();
      else listener.onFollowing(leader === null ? null : { host: leader, port: 1, scheme: 'http', isEligible: true, isLeader: true });
    };
    const beat = (listener: ElectionListener): void => {
      this.call(instance, () => this.#group.beat(instance.name, this.#simulation.timeMs), (leader) => {
        heardAtMs = clock.monotonic();
        tell(listener, leader);
      });
      if (clock.monotonic() - heardAtMs > believesMs) tell(listener, null);
      timers.schedule(beatMs, () => beat(listener));
    };
    return { start: beat, stop: () => Promise.resolve() };
  }

  get topic(): Topic {
    return this.#topic;
  }

  /** A call from an instance to the cluster: there it happens, unless the way there is cut, and the answer comes back, unless the way back is. */
  call<Answer>(instance: Instance, there: () => Answer, back: (answer: Answer) => void): void {
    const { platform } = instance.node;
    if (instance.isCut || instance.node.crashed) return;
    this.#simulation.after(this.#delayMs(), () => {
      const answer = there();
      const delayMs = this.#delayMs();
      this.#simulation.after(delayMs, () => {
        if (instance.isCut || instance.node.crashed || instance.node.platform !== platform) return;
        platform.timers.schedule(0, () => back(answer));
      });
    });
  }

  /** Mostly quick; now and then a request lies somewhere for seconds, and comes all the same. */
  #delayMs(): number {
    if (!this.#isCalm && this.#random.below(60) === 0) return 200 + this.#random.below(3_000);
    return 1 + this.#random.below(8);
  }

  #nextRequest(client: number): void {
    if (this.#isCalm) return;
    this.#simulation.after(5 + this.#random.below(40), () => {
      this.#request().finally(() => this.#nextRequest(client)).catch(() => {});
    });
  }

  /** To any instance, and from there to the one it holds for the leader. */
  #request(): Promise<void> {
    const asked = this.#instances[this.#random.below(names.length)];
    const leadership = asked?.registry?.leadership;
    const target = leadership?.kind === 'other' ? this.#instances.find(({ name }) => name === leadership.identity.host) : asked;
    if (target?.registry == null || target.node.crashed) return this.#pause();
    const subject = subjects[this.#random.below(subjects.length)] ?? 's';
    return this.#random.below(12) === 0 ? this.#delete(target.registry, subject) : this.#register(target.registry, subject);
  }

  async #register(registry: RegistryNode, subject: string): Promise<void> {
    const number = this.#random.below(400);
    const schema = JSON.stringify({ type: 'record', name: 'R', fields: [{ name: `f${number}`, type: 'int', default: 0 }] });
    const answer = await this.#inTime(registry.write(operations.register, (current) => registerSchema(current, subject, { schema })));
    if (answer === null) return;
    this.outcome.acknowledged++;
    this.#acknowledged.push({ subject, version: answer.version, id: answer.id, guid: answer.content.guid });
  }

  async #delete(registry: RegistryNode, subject: string): Promise<void> {
    await this.#inTime(registry.write(operations.deleteVersion, (current) => deleteVersion(current, subject, -1, false)));
  }

  /** Null when it failed, or the instance is gone. */
  #inTime<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
    return new Promise((resolve) => {
      const give = (value: Answer | null): void => {
        if (value === null) this.outcome.failed++;
        resolve(value);
      };
      let isOver = false;
      const once = (value: Answer | null): void => {
        if (isOver) return;
        isOver = true;
        give(value);
      };
      this.#simulation.after(giveUpMs, () => once(null));
      answer.then(once, () => once(null));
    });
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      this.#simulation.after(20, resolve);
    });
  }

  #nextFault(): void {
    if (this.#isCalm) return;
    this.#simulation.after(150 + this.#random.below(700), () => {
      if (!this.#isCalm) this.#fault();
      this.#nextFault();
    });
  }

  /** Leaders are hit more often than others. */
  #fault(): void {
    const leader = this.#instances.find(({ name }) => name === this.#group.leader);
    const instance = leader !== undefined && this.#random.below(2) === 0 ? leader : this.#instances[this.#random.below(names.length)];
    if (instance === undefined || instance.node.crashed || instance.isCut) return;
    if (this.#random.below(2) === 0) {
      this.outcome.crashes++;
      instance.node.crash();
      this.#simulation.after(100 + this.#random.below(1_500), () => {
        if (instance.node.crashed) this.#restart(instance);
      });
    } else {
      this.outcome.cuts++;
      instance.isCut = true;
      this.#simulation.after(100 + this.#random.below(2_000), () => {
        instance.isCut = false;
      });
    }
  }

  #nextCompaction(): void {
    if (this.#isCalm) return;
    this.#simulation.after(1_000 + this.#random.below(2_000), () => {
      // Far enough behind the end that a leader has repaired what is older: the cleaner leaves the active segment alone too.
      this.#topic.compact(200);
      this.#nextCompaction();
    });
  }
}

class SimulatedLog implements SchemaLog {
  readonly #story: Story;
  readonly #instance: Instance;
  #next = 0;

  constructor(story: Story, instance: Instance) {
    this.#story = story;
    this.#instance = instance;
  }

  read(reader: LogReader): void {
    const { timers } = this.#instance.node.platform;
    const poll = (): void => {
      const from = this.#next;
      this.#story.call(this.#instance, () => ({ entries: this.#story.topic.entries.filter(({ offset }) => offset >= from), end: this.#story.topic.end }), ({ entries, end }) => {
        if (end <= this.#next || from !== this.#next) return;
        this.#next = end;
        reader.onEntries(entries, end);
      });
      timers.schedule(pollMs, poll);
    };
    poll();
  }

  endOffset(): Promise<number> {
    return this.#ask(() => this.#story.topic.end, 1_000);
  }

  append(records: readonly EncodedRecord[], timeoutMs: number): Promise<WrittenRecord[]> {
    return this.#ask(() => this.#story.topic.append(records), timeoutMs);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #ask<Answer>(there: () => Answer, timeoutMs: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const timer = this.#instance.node.platform.timers.schedule(timeoutMs, () => reject(new LogTimeoutError('no answer')));
      this.#story.call(this.#instance, there, (answer) => {
        timer.cancel();
        resolve(answer);
      });
    });
  }
}

function contents(state: RegistryState): string {
  const versions = state.subjects.flatMap((subject) => state.versions(subject));
  return versions.map(({ subject, version, id, content, deleted }: StoredVersion) => `${subject} ${version} ${id} ${content.guid}${deleted ? ' deleted' : ''}`).join('\n');
}

function equal(found: string, expected: string, what: string): void {
  if (found === expected) return;
  const lines = new Set(expected.split('\n'));
  const more = found.split('\n').filter((line) => !lines.delete(line));
  throw new Error(`${what}: ${more.slice(0, 3).join(', ') || 'nothing'} instead of ${[...lines].slice(0, 3).join(', ') || 'nothing'}`);
}
