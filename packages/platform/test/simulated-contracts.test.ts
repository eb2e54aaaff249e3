/** The contracts, against the simulated world, each over several seeds. */
import { beforeEach } from 'vitest';
import { Simulation } from '../src/simulated/index.js';
import { filesContract } from './files-contract.js';
import { networkContract } from './network-contract.js';
import { timersContract } from './timers-contract.js';

for (const seed of [1, 2, 3]) {
  let simulation: Simulation;
  beforeEach(() => {
    simulation = new Simulation(seed);
  });
  const perform = (story: () => Promise<void>): Promise<void> => simulation.complete(story());

  filesContract(
    `simulated, seed ${seed}`,
    () => {
      const { files } = simulation.node('node-1').platform;
      files.makeDirectory('/data');
      return { files, root: '/data' };
    },
    perform,
  );
  networkContract(
    `simulated, seed ${seed}`,
    () => ({
      server: simulation.node('node-1').platform.network,
      client: simulation.node('node-2').platform.network,
      host: 'node-1',
    }),
    perform,
  );
  timersContract(`simulated, seed ${seed}`, () => simulation.node('node-1').platform, perform);
}
