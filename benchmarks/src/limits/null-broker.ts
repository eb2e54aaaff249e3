/** The null broker's process as the benchmarks see it. */
import { fileURLToPath } from 'node:url';
import { ChildModule } from '../load/child-process.js';

export interface NullBrokerPorts {
  framePort: number;
  sinkPort: number;
}

export class NullBroker {
  readonly ports: NullBrokerPorts;
  readonly #child: ChildModule;

  private constructor(child: ChildModule, ports: NullBrokerPorts) {
    this.#child = child;
    this.ports = ports;
  }

  static async start(): Promise<NullBroker> {
    const child = new ChildModule(fileURLToPath(new URL('./null-broker-process.ts', import.meta.url)));
    return new NullBroker(child, (await child.ask()) as NullBrokerPorts);
  }

  stop(): Promise<void> {
    return this.#child.stop();
  }
}
