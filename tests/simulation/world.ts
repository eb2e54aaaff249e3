/** What all parts of a story share: the simulation, the broker, what is known of its partitions and groups, and who fails. */
import type { Platform, Random } from '@millrace/platform';
import type { Simulation, SimulatedNode } from '@millrace/platform/simulated';
import type { BrokerHost } from './broker-host.js';
import { brokerHost, brokerPort } from './broker-host.js';
import type { GroupLedger } from './group-ledger.js';
import type { PartitionLedger } from './partition-ledger.js';

export const bootstrapServers = `${brokerHost}:${brokerPort}`;

export interface World {
  readonly simulation: Simulation;
  readonly random: Random;
  readonly broker: BrokerHost;
  /** By `topic-partition`. */
  readonly partitions: ReadonlyMap<string, PartitionLedger>;
  readonly group: GroupLedger;
  /** Faults go on until then, in virtual time; afterwards all is well. */
  readonly chaosEndsMs: number;
  /** The faults that were still to come are called off. */
  isCalmedDown: boolean;
  readonly clients: string[];
  /** What a part of the story found: the run ends with the first one. */
  failure: Error | null;
}

export const isCalm = (world: World): boolean => world.simulation.timeMs >= world.chaosEndsMs;

/** A machine of a client, known to those who disturb the network. */
export function clientNode(world: World, name: string): SimulatedNode {
  if (!world.clients.includes(name)) world.clients.push(name);
  return world.simulation.node(name);
}

export function pause(platform: Platform, ms: number): Promise<void> {
  return new Promise((resolve) => platform.timers.schedule(ms, resolve));
}

/** Runs a part of the story on its own; what it throws ends the run. A dead machine's part just ends. */
export function go(world: World, node: SimulatedNode, part: () => Promise<void>): void {
  const { platform } = node;
  part().catch((error: unknown) => {
    if (node.crashed || node.platform !== platform) return;
    world.failure ??= error instanceof Error ? error : new Error(String(error));
  });
}

/** Of several things one, by weight. */
export function pick<T>(random: Random, choices: readonly (readonly [number, T])[]): T {
  let at = random.below(choices.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, choice] of choices) {
    if (at < weight) return choice;
    at -= weight;
  }
  throw new Error('nothing to choose from');
}
