/**
 * One seed: a broker, idempotent producers, a group and an administrator, for some virtual seconds of faults and then in calm,
 * until everything sent is answered and everything in the log was read. What must be true is looked at after each event.
 */
import type { RunningNode } from '@millrace/broker';
import type { Platform } from '@millrace/platform';
import { type Faults, seededRandom, Simulation } from '@millrace/platform/simulated';
import { administerFrom, trimmedTopic, type Administering } from './administering.js';
import { BrokerHost, brokerHost, brokerPort, dataDirectory } from './broker-host.js';
import { planRestart, unleash } from './chaos.js';
import { consumeOn, type Consuming } from './consuming.js';
import { recordsOn } from './disk-image.js';
import { GroupLedger } from './group-ledger.js';
import { PartitionLedger } from './partition-ledger.js';
import { produceFrom, type Producing } from './producing.js';
import { readBack } from './reading-back.js';
import { TopicsLedger } from './topics-ledger.js';
import { warmUp } from './warm-up.js';
import type { World } from './world.js';

export interface Outcome {
  readonly seed: number;
  readonly traceHash: string;
  readonly events: number;
  readonly virtualMs: number;
  readonly acknowledged: number;
  readonly commits: number;
  readonly reads: number;
  readonly starts: number;
  readonly topicsMade: number;
  readonly faults: number;
  readonly faultsByKind: Faults;
}

export interface StoryOptions {
  /** Puts itself between the broker and its machine: how a planted bug lies about files or time. */
  readonly wrap?: (platform: Platform) => Platform;
  /** Called when a life of the broker serves, before anybody else: another place for a planted bug. */
  readonly onStarted?: (running: RunningNode) => void;
  /** Keeps the log lines of the broker for who looks at a failure. */
  readonly onEnd?: (lines: readonly string[]) => void;
}

const topics = new Map([['orders', 3], ['payments', 2], [trimmedTopic, 1]]);
const chaosMs = 18_000;
const longestCalmMs = 180_000;
const mostEvents = 600_000;

export async function runOneBroker(seed: number, options: StoryOptions = {}): Promise<Outcome> {
  await warmUp();
  const simulation = new Simulation(seed);
  const story = new Story(simulation, seed, options);
  try {
    await story.run();
  } catch (error) {
    throw new Error(`${(error as Error).message}\n  ${rerunCommand(seed)}`, { cause: error });
  } finally {
    options.onEnd?.(simulation.node(brokerHost).logger.lines);
  }
  return story.outcome();
}

/** How to see a failure again. */
export function rerunCommand(seed: number): string {
  return `MILLRACE_SEED=${seed} npx vitest run --project tests simulation/one-broker.test.ts`;
}

class Story {
  readonly #simulation: Simulation;
  readonly #seed: number;
  readonly #world: World;
  readonly #isDurable: boolean;
  readonly #producing: Producing = { sent: 0, acknowledged: 0, finished: 0 };
  readonly #consuming: Consuming = { reads: 0, returns: 0, isOver: false };
  readonly #administering: Administering = { topics: new TopicsLedger(), calls: 0, hasBegun: false, isOver: false };
  readonly #members: string[];
  readonly #producers: string[];
  /** High watermarks of this life, by log. */
  #highWatermarks: Map<object, number> = new Map();

  constructor(simulation: Simulation, seed: number, { wrap = (platform) => platform, onStarted = () => {} }: StoryOptions) {
    this.#simulation = simulation;
    this.#seed = seed;
    const random = seededRandom(simulation.random.uint32());
    // Half of the seeds sync before they acknowledge, for all topics; the others only for one.
    this.#isDurable = random.below(2) === 0;
    this.#members = Array.from({ length: 2 + random.below(2) }, (_, index) => `member-${index}`);
    this.#producers = Array.from({ length: 2 + random.below(2) }, (_, index) => `producer-${index}`);
    const isCalm = (): boolean => simulation.timeMs >= chaosMs;
    const broker = new BrokerHost(
      simulation,
      brokerProperties(this.#isDurable, random.below(3)),
      {
        onStarted: (running, powerLost) => {
          onStarted(running);
          this.#started(running, powerLost);
        },
      },
      () => planRestart(random, isCalm),
      wrap,
    );
    this.#world = {
      simulation,
      random,
      broker,
      partitions: this.#ledgers(),
      group: new GroupLedger('group'),
      chaosEndsMs: chaosMs,
      isCalmedDown: false,
      clients: [],
      failure: null,
    };
  }

  async run(): Promise<void> {
    const world = this.#world;
    this.#simulation.afterEvent(() => this.#check());
    world.broker.start();
    this.#tellStories();
    unleash(world, this.#members);
    await this.#simulation.run({ maxTimeMs: chaosMs + longestCalmMs, maxEvents: mostEvents, until: () => this.#isTold() });
    if (!this.#isTold()) throw new Error(`seed ${this.#seed}: after ${(this.#simulation.timeMs / 1000).toFixed(0)} s it is not over: ${this.#missing()}`);
    await this.#simulation.complete(this.#finish(), { maxTimeMs: longestCalmMs, maxEvents: mostEvents });
  }

  outcome(): Outcome {
    const { faults, events, timeMs, traceHash } = this.#simulation;
    return {
      seed: this.#seed,
      traceHash,
      events,
      virtualMs: timeMs,
      acknowledged: this.#producing.acknowledged,
      commits: this.#world.group.commits,
      reads: this.#consuming.reads,
      starts: this.#world.broker.starts,
      topicsMade: this.#administering.topics.created,
      faults: faults.crashes + faults.fileErrors + faults.shortWrites + faults.resets + faults.partitions + faults.refusals,
      faultsByKind: { ...faults },
    };
  }

  #ledgers(): ReadonlyMap<string, PartitionLedger> {
    const ledgers = [...topics].flatMap(([topic, count]) =>
      Array.from({ length: count }, (_, partition) => {
        const name = `${topic}-${partition}`;
        return new PartitionLedger(name, { isDurable: this.#isDurable || topic === 'payments', mayLoseStart: topic === trimmedTopic });
      }),
    );
    return new Map(ledgers.map((ledger) => [ledger.name, ledger]));
  }

  #tellStories(): void {
    const world = this.#world;
    const { random } = world;
    administerFrom(world, 'admin', this.#administering, topics);
    const compressions = ['none', 'none', 'gzip', 'lz4', 'snappy'] as const;
    for (const name of this.#producers) produceFrom(world, name, topics, this.#producing, { compression: compressions[random.below(compressions.length)]!, batchSize: 200 + random.below(4_000) });
    const isStatic = random.below(3) === 0;
    // A static member that comes back between the two rounds of a cooperative rebalance ends it half way (also in Kafka).
    const assignors = isStatic || random.below(2) === 0 ? (['range'] as const) : (['cooperative-sticky'] as const);
    for (const name of this.#members) consumeOn(world, { name, topics: [...topics.keys()], assignors, isStatic, mayBegin: () => this.#administering.hasBegun }, this.#consuming);
  }

  /** Cheap, since it is asked after every event. */
  #check(): void {
    const { broker, partitions, failure } = this.#world;
    if (failure !== null) throw failure;
    const { running } = broker;
    if (running === null) return;
    broker.endIfFailed();
    for (const { topic, index, log } of running.node.partitions.all()) {
      const before = this.#highWatermarks.get(log) ?? 0;
      if (log.highWatermark < before) throw new Error(`${topic}-${index}: the high watermark went back from ${before} to ${log.highWatermark}`);
      if (log.highWatermark > before) this.#highWatermarks.set(log, log.highWatermark);
      partitions.get(`${topic}-${index}`)?.observe(log);
    }
  }

  #started(running: RunningNode, powerLost: boolean): void {
    this.#highWatermarks = new Map();
    try {
      this.#administering.topics.check(running.node.image);
      this.#compareDisk(running, powerLost);
    } catch (error) {
      this.#world.failure ??= error as Error;
    }
    if (powerLost && !this.#isDurable) this.#world.group.forget();
  }

  #compareDisk(running: RunningNode, powerLost: boolean): void {
    const { broker, partitions, simulation } = this.#world;
    for (const [topic, count] of topics) {
      if (!this.#administering.topics.has(topic)) continue;
      for (let index = 0; index < count; index++) {
        const name = `${topic}-${index}`;
        const partition = running.node.partitions.get(topic, index);
        if (partition === undefined) throw new Error(`${name} is not served`);
        const { log } = partition;
        const records = recordsOn(broker.node.disk, `${dataDirectory}/${name}`, log.logStartOffset, log.writtenOffset);
        partitions.get(name)!.verify(records, log, powerLost, simulation.timeMs);
      }
    }
  }

  #isTold(): boolean {
    return this.#missing() === null;
  }

  /** What the story still waits for. */
  #missing(): string | null {
    const { broker, partitions, group, isCalmedDown } = this.#world;
    if (!isCalmedDown) return 'faults go on';
    if (this.#producing.finished < this.#producers.length) return `${this.#producing.finished} of ${this.#producers.length} producers are done`;
    if (!this.#administering.isOver) return 'the administrator is not done';
    if (!broker.isServing) return 'the broker does not serve';
    for (const ledger of partitions.values()) {
      const offset = group.missing(ledger);
      if (offset !== null) return `${ledger.name}: offset ${offset} was given to no member`;
    }
    return null;
  }

  /** In calm: what is read from the beginning, what is on the disk, and what was told are one. */
  async #finish(): Promise<void> {
    const world = this.#world;
    this.#compareDisk(world.broker.running!, false);
    await readBack(world, topics);
    this.#consuming.isOver = true;
    await world.broker.stop();
  }
}

function brokerProperties(isDurable: boolean, variant: number): Record<string, string> {
  return {
    'process.roles': 'broker,controller',
    'node.id': '1',
    listeners: `PLAINTEXT://:${brokerPort},CONTROLLER://:9093`,
    'advertised.listeners': `PLAINTEXT://${brokerHost}:${brokerPort}`,
    'controller.listener.names': 'CONTROLLER',
    'controller.quorum.bootstrap.servers': `${brokerHost}:9093`,
    'log.dirs': dataDirectory,
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '2',
    'group.initial.rebalance.delay.ms': variant === 0 ? '0' : '500',
    'group.min.session.timeout.ms': '1000',
    'auto.create.topics.enable': 'false',
    'log.roll.ms': variant === 1 ? '2000' : '9000',
    'log.flush.offset.checkpoint.interval.ms': variant === 2 ? '700' : '5000',
    'log.segment.delete.delay.ms': '500',
    'metadata.log.max.record.bytes.between.snapshots': variant === 0 ? '2000' : '20000',
    ...(isDurable ? { 'log.flush.interval.messages': '1' } : { 'log.flush.scheduler.interval.ms': '1500', 'log.flush.interval.ms': '3000' }),
  };
}
