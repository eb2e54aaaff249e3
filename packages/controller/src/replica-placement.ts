/**
 * Spreads the replicas of new partitions over the brokers: round robin over racks, and within a rack over its brokers,
 * active ones first. The first replica of a partition, which will lead it, is on an active broker.
 */
import type { BrokerRegistration, MetadataImage } from '@millrace/metadata';
import type { ControllerRandom } from './decision.js';

export interface PlacementRequest {
  readonly partitions: number;
  readonly replicationFactor: number;
}

export type Placement = { readonly assignments: readonly (readonly number[])[] } | { readonly problem: string };

/** Fenced brokers take replicas only where active ones do not suffice; brokers that cordoned all directories take none. */
export function placeReplicas(image: MetadataImage, { partitions, replicationFactor }: PlacementRequest, random: ControllerRandom): Placement {
  const usable = [...image.brokers.values()].filter(takesReplicas);
  const active = usable.filter((broker) => !broker.fenced && !broker.inControlledShutdown);
  if (active.length === 0) return { problem: 'All brokers are currently fenced or in controlled shutdown.' };
  if (replicationFactor > usable.length) {
    return { problem: `The target replication factor of ${replicationFactor} cannot be reached because only ${usable.length} broker(s) are registered or some brokers have all their log directories cordoned.` };
  }
  const racks = new Map(usable.map((broker) => [broker.id, broker.rack]));
  const first = interleaveRacks(active, random);
  const fenced = interleaveRacks(usable.filter((broker) => !active.includes(broker)), random);
  const assignments: number[][] = [];
  for (let partition = 0; partition < partitions; partition++) {
    assignments.push(pick(candidates(first, fenced, partition), replicationFactor, racks));
  }
  return { assignments };
}

function takesReplicas(broker: BrokerRegistration): boolean {
  const cordoned = broker.cordonedDirectories ?? [];
  return broker.directories.length === 0 || broker.directories.some((directory) => !cordoned.includes(directory));
}

/** Brokers in an order where neighbours are of different racks as far as that goes; where it starts is by chance. */
function interleaveRacks(brokers: readonly BrokerRegistration[], random: ControllerRandom): number[] {
  const racks = new Map<string | null, number[]>();
  for (const broker of brokers) {
    const rack = racks.get(broker.rack);
    if (rack === undefined) racks.set(broker.rack, [broker.id]);
    else rack.push(broker.id);
  }
  const lists = rotate([...racks.values()].map((ids) => rotate(ids.sort((a, b) => a - b), random)), random);
  const order: number[] = [];
  for (let round = 0; order.length < brokers.length; round++) {
    for (const ids of lists) {
      const id = ids[round];
      if (id !== undefined) order.push(id);
    }
  }
  return order;
}

function rotate<T>(list: T[], random: ControllerRandom): T[] {
  if (list.length < 2) return list;
  const start = random.below(list.length);
  return [...list.slice(start), ...list.slice(0, start)];
}

// The leader first, then the others from its neighbour on, fenced ones last. Each full turn shifts the followers by one,
// so that not always the same two brokers share partitions.
function candidates(active: readonly number[], fenced: readonly number[], partition: number): number[] {
  const turn = Math.floor(partition / active.length);
  const others = active.length - 1;
  const order = [active[partition % active.length] ?? -1];
  for (let i = 0; i < others; i++) order.push(active[(partition + 1 + ((turn + i) % others)) % active.length] ?? -1);
  for (let i = 0; i < fenced.length; i++) order.push(fenced[(partition + i) % fenced.length] ?? -1);
  return order;
}

// A rack takes a second replica only when every rack has one.
function pick(order: readonly number[], count: number, racks: ReadonlyMap<number, string | null>): number[] {
  const replicas = order.slice(0, 1);
  const used = new Set(replicas.map((id) => racks.get(id)));
  for (const onlyNewRacks of [true, false]) {
    for (const id of order) {
      if (replicas.length === count || replicas.includes(id) || (onlyNewRacks && used.has(racks.get(id)))) continue;
      replicas.push(id);
      used.add(racks.get(id));
    }
  }
  return replicas;
}
