/** The servers that do nothing, as the benchmark sees them. */
import { fileURLToPath } from 'node:url';
import { ChildModule } from '../load/child-process.js';
import type { BarePorts, BareQuestion } from './bare-servers-process.js';

export class BareServers {
  readonly ports: BarePorts;
  readonly #child: ChildModule;

  private constructor(child: ChildModule, ports: BarePorts) {
    this.#child = child;
    this.ports = ports;
  }

  /** They answer with these bodies, as a registry did. */
  static async start(bodies: Extract<BareQuestion, object>['bodies']): Promise<BareServers> {
    const child = new ChildModule(fileURLToPath(new URL('./bare-servers-process.ts', import.meta.url)));
    const ports = (await child.ask({ bodies } satisfies BareQuestion)) as BarePorts;
    return new BareServers(child, ports);
  }

  /** Of the process, in microseconds. */
  async cpuMicroseconds(): Promise<number> {
    return (await this.#child.ask('cpu' satisfies BareQuestion)) as number;
  }

  stop(): Promise<void> {
    return this.#child.stop();
  }
}
