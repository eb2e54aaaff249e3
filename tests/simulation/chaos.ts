/** What goes wrong, by chance: crashes at any file call and at any time, failing and full disks, connections that break, members that die. */
import type { Random } from '@millrace/platform';
import type { RestartPlan } from './broker-host.js';
import { brokerHost } from './broker-host.js';
import { isCalm, pick, type World } from './world.js';

const operations = ['open', 'write', 'sync', 'syncDirectory', 'rename', 'truncate', 'remove', 'read', 'list', 'stat'];
const errorCodes = ['EIO', 'EIO', 'ENOSPC', 'EACCES'];
/** Shorter than a client waits for an answer: what was sent before is not overtaken by what was sent after. */
const longestCutMs = 1_500;

export function planRestart(random: Random, isCalmNow: () => boolean): RestartPlan {
  const crashesAgain = !isCalmNow() && random.below(3) === 0;
  return {
    delayMs: 20 + random.below(1_500),
    crashAtCall: crashesAgain ? 1 + random.below(random.below(2) === 0 ? 60 : 400) : 0,
    powerLost: random.below(2) === 0,
  };
}

/** Does something every now and then, until the calm. */
export function unleash(world: World, members: readonly string[]): void {
  const { simulation, random } = world;
  const next = (): void => {
    if (isCalm(world)) {
      calmDown(world);
      return;
    }
    disturb(world, members);
    simulation.after(100 + random.below(1_600), next);
  };
  simulation.after(300 + random.below(1_000), next);
}

function disturb(world: World, members: readonly string[]): void {
  const { random, broker, simulation } = world;
  const { network } = simulation;
  const client = world.clients[random.below(world.clients.length)]!;
  const powerLost = random.below(2) === 0;
  pick<() => void>(random, [
    [4, () => void network.reset(brokerHost, client)],
    [2, () => cutOff(world, client)],
    [1, () => refuse(world)],
    [3, () => broker.crash(powerLost)],
    [6, () => broker.node.crashed || broker.crashAtFileCall(1 + random.below(random.below(2) === 0 ? 30 : 600), powerLost)],
    [2, () => stopOrderly(world)],
    [4, () => failOnce(world)],
    [3, () => forAWhile(world, { shortWriteRate: 0.3 }, { shortWriteRate: 0 })],
    [2, () => forAWhile(world, { slowness: 2 + random.below(20) }, { slowness: 1 })],
    [1, () => forAWhile(world, { capacityBytes: broker.node.disk.tree.usedBytes + random.below(20_000) }, { capacityBytes: Infinity })],
    [1, () => forAWhile(world, { errorRates: { write: 0.02, sync: 0.02, rename: 0.02 } }, { errorRates: {} })],
    [2, () => simulation.node(members[random.below(members.length)]!).crash({ powerLost: false })],
    [1, () => slowNetwork(world)],
  ])();
}

function cutOff(world: World, client: string): void {
  const { network } = world.simulation;
  pick<() => void>(world.random, [
    [2, () => network.partition(brokerHost, client)],
    [1, () => network.block(brokerHost, client)],
    [1, () => network.block(client, brokerHost)],
  ])();
  world.simulation.after(50 + world.random.below(longestCutMs), () => network.heal());
}

function refuse(world: World): void {
  const { network } = world.simulation;
  network.refuse(brokerHost, true);
  world.simulation.after(50 + world.random.below(800), () => network.refuse(brokerHost, false));
}

function slowNetwork(world: World): void {
  const { faults } = world.simulation.network;
  Object.assign(faults, { delayMs: [1, 40], pieceBytes: 400, resetRate: 0.002 });
  world.simulation.after(world.random.below(2_000), () => Object.assign(faults, { delayMs: [0.05, 1], pieceBytes: 16_384, resetRate: 0 }));
}

function failOnce(world: World): void {
  const { random, broker } = world;
  broker.node.disk.failNext(operations[random.below(operations.length)]!, errorCodes[random.below(errorCodes.length)]!);
}

type DiskFaults = World['broker']['node']['disk']['faults'];

function forAWhile(world: World, faults: Partial<DiskFaults>, healthy: Partial<DiskFaults>): void {
  Object.assign(world.broker.node.disk.faults, faults);
  world.simulation.after(200 + world.random.below(2_000), () => Object.assign(world.broker.node.disk.faults, healthy));
}

function stopOrderly(world: World): void {
  const { broker } = world;
  // An error of the disk may refuse it: then the process is just gone, which is a crash like another.
  broker.stop().catch((error: unknown) => {
    broker.node.logger.warn('an orderly stop failed', { error: String(error) });
    broker.crash(false);
  });
}

function calmDown(world: World): void {
  world.isCalmedDown = true;
  const { network } = world.simulation;
  network.heal();
  network.refuse(brokerHost, false);
  Object.assign(network.faults, { delayMs: [0.05, 1], pieceBytes: 16_384, resetRate: 0 });
  const { node } = world.broker;
  node.crashAtFileCall(Infinity);
  node.disk.forgetFailures();
  Object.assign(node.disk.faults, { shortWriteRate: 0, slowness: 1, capacityBytes: Infinity, errorRates: {} });
}
