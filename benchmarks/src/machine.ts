/** What the numbers were measured on. */
import { availableParallelism, cpus, platform, release, totalmem } from 'node:os';

export interface Machine {
  cores: number;
  processor: string;
  memoryBytes: number;
  system: string;
  node: string;
}

export function describeMachine(): Machine {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryBytes: totalmem(),
    system: `${platform()} ${release()}`,
    node: process.version,
  };
}

export function machineLine({ cores, processor, memoryBytes, system, node }: Machine): string {
  return `${cores} cores, ${processor}, ${Math.round(memoryBytes / 1024 ** 3)} GiB, ${system}, Node ${node}`;
}
