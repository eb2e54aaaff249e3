/** A deterministic world: virtual time, seeded chance, faults. */
export type { DiskFaults } from './disk-faults.js';
export type { Faults } from './faults.js';
export type { NetworkFaults } from './network-faults.js';
export { NodeCrashedError } from './node-crashed-error.js';
export { seededRandom } from './seeded-random.js';
export type { SimulatedDisk } from './simulated-disk.js';
export type { SimulatedNetwork } from './simulated-network.js';
export type { SimulatedNode, SimulatedNodeOptions } from './simulated-node.js';
export { Simulation, SimulationError, type RunOptions, type RunResult } from './simulation.js';
