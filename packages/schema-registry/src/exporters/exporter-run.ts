/** One exporter at work: makes the destination have what it lacks, and again after each change, until it is stopped. */
import type { Logger, Platform, Timer } from '@millrace/platform';
import { exporterStatus, noteExporterProgress, type Exporter, type ExporterStatus } from '../core/exporter.js';
import { contextOf } from '../core/qualified-subject.js';
import type { RegistryNode } from '../registry-node.js';
import { operations } from '../store/operation.js';
import { DestinationError, type Destination } from './destination.js';
import { copyKey, ExportPlan, importScope, unwantedCopies, wantedCopies, type CopiedVersion, type ExportStep, type WantedCopy } from './export-steps.js';

export interface ExporterRunOptions {
  readonly node: RegistryNode;
  readonly platform: Pick<Platform, 'timers' | 'clock' | 'logger'>;
  readonly name: string;
  readonly exporter: Exporter;
  /** @throws Error for a config that leads nowhere */
  readonly open: () => Destination;
}

/** Changes that come one after another are copied together. */
const settleMs = 50;
const firstRetryMs = 1_000;
const longestRetryMs = 60_000;
const longestTrace = 2_000;
/** How long other work waits for a comparison. */
const longestTurnMs = 3;

export class ExporterRun {
  readonly #options: ExporterRunOptions;
  readonly #logger: Logger;
  /** What the destination is known to have, of the contexts that were asked for. */
  readonly #copies = new Map<string, CopiedVersion>();
  readonly #listed = new Set<string>();
  /** Scopes that take ids as they come. */
  readonly #imported = new Set<string>();
  #destination: Destination | null = null;
  #timer: Timer | null = null;
  #isAtWork = false;
  #hasChanged = false;
  #isStopped = false;
  #retryMs = firstRetryMs;
  #turn: Promise<void> = Promise.resolve();

  constructor(options: ExporterRunOptions) {
    this.#options = options;
    this.#logger = options.platform.logger;
    this.wake();
  }

  /** Something may be new. */
  wake(): void {
    if (this.#isAtWork) this.#hasChanged = true;
    else if (this.#timer === null) this.#next(settleMs);
  }

  /** Resolves when nothing is under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer?.cancel();
    this.#destination?.close();
    await this.#turn;
  }

  get exporter(): Exporter {
    return this.#options.exporter;
  }

  #next(delayMs: number): void {
    if (this.#isStopped) return;
    this.#timer = this.#options.platform.timers.schedule(delayMs, () => {
      this.#timer = null;
      this.#isAtWork = true;
      this.#hasChanged = false;
      this.#turn = this.#work().finally(() => {
        this.#isAtWork = false;
      });
    }, { keepAlive: false });
  }

  /** Never throws. */
  async #work(): Promise<void> {
    try {
      await this.#copy();
      this.#retryMs = firstRetryMs;
      this.#isAtWork = false;
      if (this.#hasChanged) this.#next(settleMs);
    } catch (error) {
      if (!this.#isStopped) await this.#onFailure(error as Error);
    }
  }

  async #copy(): Promise<void> {
    const { node, name, exporter, platform } = this.#options;
    const destination = (this.#destination ??= this.#options.open());
    const offset = node.store.position;
    const { state } = node.registry;
    const wanted: WantedCopy[] = [];
    await this.#unhurried(wantedCopies(state, exporter), (found) => void wanted.push(...found));
    const unwanted = unwantedCopies(state, exporter);
    const contexts = new Set([...wanted.map(({ copy }) => contextOf(copy.subject)), ...unwanted.map(({ subject }) => contextOf(subject))]);
    for (const context of contexts) {
      if (this.#listed.has(context)) continue;
      for (const [key, copy] of await destination.list(context)) this.#copies.set(key, copy);
      this.#listed.add(context);
    }
    const plan = new ExportPlan(exporter, this.#copies);
    await this.#unhurried(wanted, (copy) => plan.want(copy));
    for (const copy of unwanted) plan.forget(copy);
    const { steps } = plan;
    for (const step of steps) {
      if (this.#isStopped) return;
      await this.#take(destination, step);
    }
    const status = exporterStatus(node.registry, name);
    if (this.#isStopped || (status.state === 'RUNNING' && status.trace === undefined && steps.length === 0)) return;
    await this.#note({ state: 'RUNNING', offset, tsMs: platform.clock.now() });
  }

  /** What changes meanwhile is seen in another round. */
  async #unhurried<Item>(items: Iterable<Item>, work: (item: Item) => void): Promise<void> {
    const { clock, timers } = this.#options.platform;
    let restAt = clock.monotonic() + longestTurnMs;
    for (const item of items) {
      work(item);
      if (clock.monotonic() < restAt || this.#isStopped) continue;
      await new Promise<void>((resolve) => void timers.schedule(0, resolve));
      restAt = clock.monotonic() + longestTurnMs;
    }
  }

  async #take(destination: Destination, step: ExportStep): Promise<void> {
    const { copy } = step;
    switch (step.kind) {
      case 'register': {
        const scope = importScope(copy.subject);
        if (!this.#imported.has(scope)) await destination.importInto(scope);
        this.#imported.add(scope);
        await destination.register(copy.subject, step.body);
        break;
      }
      case 'delete':
        await destination.delete(copy, false);
        break;
      case 'forget':
        await destination.delete(copy, true);
        this.#copies.delete(copyKey(copy));
        return;
    }
    this.#copies.set(copyKey(copy), copy);
  }

  /** Tries again where that may help, and else stops with a word about why. */
  async #onFailure(error: Error): Promise<void> {
    const { node, name } = this.#options;
    const isPassing = error instanceof DestinationError && error.isPassing;
    this.#logger.warn('an exporter failed', { exporter: name, error: error.message, triesAgain: isPassing });
    const trace = error.message.slice(0, longestTrace);
    const status = exporterStatus(node.registry, name);
    if (!isPassing || status.trace !== trace) await this.#note({ ...status, state: isPassing ? status.state : 'PAUSED', trace });
    if (!isPassing) return;
    this.#next(this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, longestRetryMs);
  }

  /** What cannot be logged now is found out again later: copying is idempotent. */
  async #note(status: ExporterStatus): Promise<void> {
    const { node, name } = this.#options;
    try {
      await node.write(operations.exporters, (registry) => noteExporterProgress(registry, name, status));
    } catch (error) {
      this.#logger.debug('the progress of an exporter was not logged', { exporter: name, error: (error as Error).message });
    }
  }
}
