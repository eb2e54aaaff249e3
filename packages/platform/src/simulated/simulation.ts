/**
 * A world from a seed: nodes, a network between them, virtual time. One event happens at a time; between two,
 * all promises run dry. The same seed and the same story give the same `traceHash`.
 */
import type { Random } from '../random.js';
import { EventQueue, type SimulatedEvent } from './event-queue.js';
import { noFaults, type Faults } from './faults.js';
import { isOfCrashedNode } from './node-crashed-error.js';
import { watchRejections, type Rejections } from './rejections.js';
import { seededRandom } from './seeded-random.js';
import { SimulatedNetwork } from './simulated-network.js';
import { SimulatedNode, type SimulatedNodeOptions } from './simulated-node.js';
import { Trace } from './trace.js';

export interface RunOptions {
  /** Ends the run when true; asked before each event. */
  until?: () => boolean;
  /** Default: 10 million. */
  maxEvents?: number;
  /** Virtual milliseconds from now. Default: no limit. */
  maxTimeMs?: number;
}

export interface RunResult {
  /** Why it ended; idle: nothing is left that could happen. */
  reason: 'until' | 'idle' | 'events' | 'time';
  events: number;
  timeMs: number;
}

export class SimulationError extends Error {
  override readonly name = 'SimulationError';
  readonly seed: number;

  constructor(seed: number, where: string, cause: unknown) {
    super(`seed ${seed}, ${where}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.seed = seed;
  }
}

export class Simulation {
  readonly seed: number;
  readonly network: SimulatedNetwork;
  readonly faults: Faults = noFaults();
  /** For the story's own choices; not shared with the world's, so that one more choice does not move all others. */
  readonly random: Random;
  readonly #world: Random;
  readonly #queue = new EventQueue();
  readonly #trace = new Trace();
  readonly #nodes: Map<string, SimulatedNode> = new Map();
  readonly #checks: (() => void)[] = [];
  #events = 0;
  #running = false;

  constructor(seed: number) {
    this.seed = seed;
    this.#world = seededRandom(seed);
    this.random = seededRandom(this.#world.uint32());
    this.network = new SimulatedNetwork(this.#queue, this.#world, this.#trace, this.faults);
  }

  /** The node of this name, made and started at first use. */
  node(name: string, options: SimulatedNodeOptions = {}): SimulatedNode {
    let node = this.#nodes.get(name);
    if (node === undefined) {
      const world = { queue: this.#queue, network: this.network, random: this.#world, trace: this.#trace, faults: this.faults };
      node = new SimulatedNode(name, world, options);
      this.#nodes.set(name, node);
    }
    return node;
  }

  /** Virtual milliseconds since the beginning. */
  get timeMs(): number {
    return this.#queue.nowMs;
  }

  get events(): number {
    return this.#events;
  }

  get traceHash(): string {
    return this.#trace.hash;
  }

  /** Something that happens to the world, outside all nodes. */
  after(delayMs: number, run: () => void): void {
    this.#queue.at(this.#queue.nowMs + delayMs, null, 'world', run);
  }

  /** Called after every event; what it throws ends the run, with the seed. */
  afterEvent(check: () => void): void {
    this.#checks.push(check);
  }

  /** Lets events happen. Rejects with a `SimulationError` when a node, a check or an unhandled promise fails. */
  async run(options: RunOptions = {}): Promise<RunResult> {
    if (this.#running) throw new Error('the simulation runs already');
    this.#running = true;
    const rejections = watchRejections();
    try {
      await promisesRunDry();
      return await this.#pump(options, rejections);
    } finally {
      rejections.stop();
      this.#running = false;
    }
  }

  /** Runs until the story is told; its value or its error. A story that waits for what never happens is an error. */
  async complete<T>(story: Promise<T>, options: Omit<RunOptions, 'until'> = {}): Promise<T> {
    let told = false;
    const tell = (): void => {
      told = true;
    };
    story.then(tell, tell);
    const { reason } = await this.run({ ...options, until: () => told });
    if (told) return story;
    throw new SimulationError(this.seed, this.#where(), new Error(`the story is not over, but the run ended: ${reason}`));
  }

  async #pump(options: RunOptions, rejections: Rejections): Promise<RunResult> {
    const startedMs = this.#queue.nowMs;
    const endMs = startedMs + (options.maxTimeMs ?? Infinity);
    const maxEvents = options.maxEvents ?? 10_000_000;
    let events = 0;
    const result = (reason: RunResult['reason']): RunResult => ({ reason, events, timeMs: this.#queue.nowMs - startedMs });
    for (;;) {
      if (rejections.found !== null) throw new SimulationError(this.seed, `${this.#where()}, unhandled`, rejections.found.reason);
      if (options.until?.() === true) return result('until');
      if (events >= maxEvents) return result('events');
      const event = this.#queue.next(endMs);
      if (event === undefined) {
        if (this.#queue.size === 0) return result('idle');
        this.#queue.nowMs = endMs;
        return result('time');
      }
      events++;
      this.#happen(event);
      await promisesRunDry();
      this.#check();
    }
  }

  #happen(event: SimulatedEvent): void {
    this.#events++;
    this.#trace.number(event.dueMs);
    this.#trace.text(event.label);
    if (event.life !== null) this.#trace.text(event.life.name);
    try {
      event.run();
    } catch (error) {
      const isDead = event.life !== null && !event.life.alive;
      if (!isDead && !isOfCrashedNode(error)) throw new SimulationError(this.seed, `${this.#where()}, ${event.label}`, error);
    }
  }

  #check(): void {
    try {
      for (const check of this.#checks) check();
    } catch (error) {
      throw new SimulationError(this.seed, `${this.#where()}, check`, error);
    }
  }

  #where(): string {
    return `event ${this.#events} at ${this.#queue.nowMs.toFixed(3)} ms`;
  }
}

/** A turn of the real loop: before it comes, every promise that can settle has, and every unhandled one was reported. */
function promisesRunDry(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
