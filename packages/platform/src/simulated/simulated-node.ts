/** A machine of the simulation: its disk survives, its process has lives. */
import { runTask } from '../compute.js';
import { memoryLogger, type MemoryLogger } from '../memory/memory-logger.js';
import { metricsRegistry } from '../metrics-registry.js';
import type { Platform } from '../platform.js';
import type { Random } from '../random.js';
import type { EventQueue, Life } from './event-queue.js';
import type { Faults } from './faults.js';
import { FileCalls } from './file-calls.js';
import { seededRandom } from './seeded-random.js';
import { SimulatedDisk } from './simulated-disk.js';
import { SimulatedFiles } from './simulated-files.js';
import type { SimulatedNetwork } from './simulated-network.js';
import { SimulatedTimers } from './simulated-timers.js';
import type { Trace } from './trace.js';

/** What all nodes of a simulation share. */
export interface World {
  readonly queue: EventQueue;
  readonly network: SimulatedNetwork;
  readonly random: Random;
  readonly trace: Trace;
  readonly faults: Faults;
}

export interface SimulatedNodeOptions {
  /** How far this node's clock is off. */
  clockOffsetMs?: number;
}

/** Virtual time begins here: 2026-01-01T00:00:00Z. */
const epochMs = 1_767_225_600_000;
const longestTaskMs = 20;

export class SimulatedNode {
  /** Also its host name in the network. */
  readonly name: string;
  readonly disk: SimulatedDisk;
  readonly logger: MemoryLogger;
  clockOffsetMs: number;
  /** Called, outside the node, after it crashed; a test may plan the restart there. */
  onCrash: (() => void) | null = null;
  readonly #world: World;
  #life: Life;
  #calls!: FileCalls;
  #platform: Platform;
  #lastCall = Infinity;
  #lastCallLosesPower = true;

  constructor(name: string, world: World, options: SimulatedNodeOptions = {}) {
    this.name = name;
    this.#world = world;
    this.clockOffsetMs = options.clockOffsetMs ?? 0;
    this.#life = { name, number: 0, alive: false, busyUntilMs: 0 };
    const clock = { now: () => this.#nowMs(), monotonic: () => world.queue.localMs(this.#life) };
    this.disk = new SimulatedDisk(world.random, world.faults, clock.now);
    this.logger = memoryLogger(clock);
    this.#platform = this.#begin();
  }

  /** Of the present life. */
  get platform(): Platform {
    return this.#platform;
  }

  get crashed(): boolean {
    return !this.#life.alive;
  }

  /**
   * The process ends at once, with all its timers and connections. With the power (the default) the disk loses
   * some of what was not synced; without, only the process was killed.
   */
  crash(options: { powerLost?: boolean } = {}): void {
    if (!this.#life.alive) return;
    const powerLost = options.powerLost ?? true;
    this.#world.faults.crashes++;
    this.#world.trace.text(`crash ${this.name}`);
    this.#lastCall = Infinity;
    this.#calls.finishSome();
    this.#life.alive = false;
    if (powerLost) this.disk.losePower();
    else this.disk.forgetOpenFiles();
    this.#world.network.stopHost(this.name, powerLost);
    const heard = this.onCrash;
    if (heard !== null) this.#world.queue.at(this.#world.queue.nowMs, null, 'crashed', heard);
  }

  /** The node crashes in its nth file call from now (1 is the next), which may or may not have happened. */
  crashAtFileCall(nth: number, options: { powerLost?: boolean } = {}): void {
    this.#lastCall = this.disk.calls + nth;
    this.#lastCallLosesPower = options.powerLost ?? true;
  }

  /** A new life on the surviving disk. */
  restart(): Platform {
    if (this.#life.alive) throw new Error(`${this.name} is running`);
    this.#platform = this.#begin();
    return this.#platform;
  }

  #nowMs(): number {
    return epochMs + Math.floor(this.#world.queue.localMs(this.#life)) + this.clockOffsetMs;
  }

  #begin(): Platform {
    const { queue, network, trace, random } = this.#world;
    const life: Life = { name: this.name, number: this.#life.number + 1, alive: true, busyUntilMs: queue.nowMs };
    this.#life = life;
    const own = seededRandom(random.uint32());
    const clock = { now: () => this.#nowMs(), monotonic: () => queue.localMs(life) };
    const timers = new SimulatedTimers(life, queue, random);
    this.#calls = new FileCalls({
      life,
      queue,
      random,
      trace,
      disk: this.disk,
      isLast: (call) => call === this.#lastCall,
      die: () => this.crash({ powerLost: this.#lastCallLosesPower }),
    });
    network.startHost(this.name, life);
    return {
      clock,
      timers,
      random: own,
      files: new SimulatedFiles(this.#calls),
      network: network.networkOf(this.name, life),
      compute: {
        run: <I, O>(task: string, input: I): Promise<O> =>
          new Promise<O>((resolve, reject) => {
            timers.schedule(random.float() * longestTaskMs, () => {
              try {
                resolve(runTask(task, input) as O);
              } catch (error) {
                reject(error as Error);
              }
            });
          }),
      },
      logger: this.logger,
      metrics: metricsRegistry(clock),
    };
  }
}
