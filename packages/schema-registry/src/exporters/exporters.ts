/** Lets exporters work while this instance leads, each as long as it is there and not paused. */
import type { Platform } from '@millrace/platform';
import { exporterStatus } from '../core/exporter.js';
import type { LeaderTask, RegistryNode } from '../registry-node.js';
import { openDestination, type Destination } from './destination.js';
import { ExporterRun } from './exporter-run.js';
import type { ExporterSecrets } from './secrets.js';

export interface ExportersOptions {
  readonly node: RegistryNode;
  readonly platform: Pick<Platform, 'timers' | 'clock' | 'logger'>;
  readonly secrets: ExporterSecrets;
  /** Default is over HTTP. */
  readonly open?: (config: Readonly<Record<string, string>>) => Destination;
}

export class Exporters implements LeaderTask {
  readonly #options: ExportersOptions;
  readonly #runs = new Map<string, ExporterRun>();
  readonly #ending = new Set<Promise<void>>();
  #leads = false;

  constructor(options: ExportersOptions) {
    this.#options = options;
    options.node.store.watch(() => this.#follow());
  }

  start(): void {
    this.#leads = true;
    this.#follow();
  }

  async stop(): Promise<void> {
    this.#leads = false;
    for (const name of [...this.#runs.keys()]) this.#end(name);
    await Promise.all(this.#ending);
  }

  #follow(): void {
    if (!this.#leads) return;
    const { node } = this.#options;
    const { exporters } = node.registry.state;
    for (const [name, run] of this.#runs) if (exporters.get(name) !== run.exporter || exporterStatus(node.registry, name).state === 'PAUSED') this.#end(name);
    for (const name of exporters.keys()) {
      if (exporterStatus(node.registry, name).state === 'PAUSED') continue;
      const run = this.#runs.get(name);
      if (run === undefined) this.#begin(name);
      else run.wake();
    }
  }

  #begin(name: string): void {
    const { node, platform, secrets, open = openDestination } = this.#options;
    const exporter = node.registry.state.exporters.get(name);
    if (exporter === undefined) return;
    this.#runs.set(name, new ExporterRun({ node, platform, name, exporter, open: () => open(secrets.open(exporter.config)) }));
  }

  #end(name: string): void {
    const ending = this.#runs.get(name)?.stop();
    this.#runs.delete(name);
    if (ending === undefined) return;
    this.#ending.add(ending);
    void ending.finally(() => this.#ending.delete(ending));
  }
}
