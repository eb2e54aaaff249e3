/**
 * The machine that the broker runs on, and who keeps it running: starts it anew after a crash, ends it when its disk
 * has failed, and tells the observer of each life.
 */
import { formatIfNew, type RunningNode, startNode } from '@millrace/broker';
import { type BrokerConfig, loadBrokerConfig } from '@millrace/config';
import type { Platform } from '@millrace/platform';
import type { SimulatedNode, Simulation } from '@millrace/platform/simulated';

export const brokerHost = 'broker';
export const brokerPort = 9092;
export const dataDirectory = '/disk/data';

/** What chaos makes file calls fail with, and a crash those that come too late. */
const codesOfFaults = ['EIO', 'ENOSPC', 'EACCES', 'ECRASHED'];

export interface BrokerObserver {
  /** The broker serves; `powerLost`: it was cut off from power since the life before. Must not throw. */
  onStarted(running: RunningNode, powerLost: boolean): void;
}

/** How long the machine is away after a crash. */
export interface RestartPlan {
  delayMs: number;
  /** Crashes again in this file call of its start; 0 for no. */
  crashAtCall: number;
  powerLost: boolean;
}

export class BrokerHost {
  readonly node: SimulatedNode;
  running: RunningNode | null = null;
  starts = 0;
  /** Starts that were refused, by an injected error. */
  failedStarts = 0;
  readonly #simulation: Simulation;
  readonly #config: BrokerConfig;
  readonly #observer: BrokerObserver;
  readonly #planRestart: () => RestartPlan;
  readonly #wrap: (platform: Platform) => Platform;
  /** Since the last time that it served. */
  #powerLost = false;
  #plannedCrashLosesPower = false;
  #isEnding = false;

  constructor(
    simulation: Simulation,
    properties: Readonly<Record<string, string>>,
    observer: BrokerObserver,
    planRestart: () => RestartPlan,
    wrap: (platform: Platform) => Platform,
  ) {
    this.#simulation = simulation;
    const loaded = loadBrokerConfig({ properties });
    if (loaded.errors.length > 0) throw new Error(JSON.stringify(loaded.errors));
    this.#config = loaded.config;
    this.#observer = observer;
    this.#planRestart = planRestart;
    this.#wrap = wrap;
    this.node = simulation.node(brokerHost);
    this.node.onCrash = () => this.#restartLater();
  }

  get isServing(): boolean {
    return this.running !== null && !this.node.crashed && !this.#isEnding;
  }

  start(): void {
    this.starts++;
    this.#isEnding = false;
    const life = this.starts;
    this.#start().catch((error: unknown) => {
      // A crash restarts it anyway; who could not start ends, and is started again.
      if (this.node.crashed || life !== this.starts) return;
      this.failedStarts++;
      this.node.logger.error('the broker could not start', { error: String(error) });
      this.crash(false);
    });
  }

  crash(powerLost: boolean): void {
    if (this.node.crashed) return;
    this.#plannedCrashLosesPower = powerLost;
    this.node.crash({ powerLost });
  }

  crashAtFileCall(nth: number, powerLost: boolean): void {
    this.#plannedCrashLosesPower = powerLost;
    this.node.crashAtFileCall(nth, { powerLost });
  }

  /** An orderly stop; the process ends when it is done, or when it takes too long. */
  async stop(): Promise<void> {
    if (!this.isServing) return;
    this.#isEnding = true;
    await this.running!.stop();
    this.crash(false);
  }

  /** A broker whose disk has failed is of no use: it is ended, as whoever keeps it running would. */
  endIfFailed(): void {
    if (!this.isServing) return;
    const { logs, controller } = this.running!.node;
    for (const { error } of logs.directories) {
      const { code } = (error?.cause ?? {}) as { code?: string };
      if (error !== null && !codesOfFaults.includes(code ?? '')) throw new Error(`the disk did nothing wrong, and the log directory is offline: ${error.message}`);
    }
    const hasFailed = controller.leaderId < 0 || logs.directories.some((directory) => directory.error !== null);
    if (!hasFailed) return;
    this.#isEnding = true;
    const life = this.starts;
    this.#simulation.after(100, () => {
      if (life === this.starts) this.crash(false);
    });
  }

  async #start(): Promise<void> {
    const platform = this.#wrap(this.node.platform);
    formatIfNew(platform, this.#config);
    const running = await startNode(platform, this.#config, { preloadHandlers: true });
    // A file call of another part may have crashed the machine in the very step in which the start was done.
    if (this.node.crashed) return;
    this.running = running;
    this.#observer.onStarted(running, this.#powerLost);
    this.#powerLost = false;
  }

  #restartLater(): void {
    this.running = null;
    this.#powerLost ||= this.#plannedCrashLosesPower;
    this.#simulation.after(this.#planRestart().delayMs, () => {
      const { crashAtCall, powerLost } = this.#planRestart();
      this.node.restart();
      if (crashAtCall > 0) this.crashAtFileCall(crashAtCall, powerLost);
      this.start();
    });
  }
}
