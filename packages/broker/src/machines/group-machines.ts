/** The group coordinators of this node, one per partition of `__consumer_offsets` that it leads. */
import type { Decision, GroupContext, GroupCoordinator } from '@millrace/coordinator';
import type { Platform, Timer } from '@millrace/platform';
import { ErrorCode, partitionForGroup } from '@millrace/protocol';
import type { Partition } from '../replication/partition.js';
import { GroupMachine, type GroupMachineOptions } from './group-machine.js';

export interface GroupMachinesOptions extends GroupMachineOptions {
  /** offsets.retention.check.interval.ms */
  expiryIntervalMs: number;
  /** offsets.topic.num.partitions, while the topic does not exist. */
  partitionsWhenNew: number;
}

export type Decide = (core: GroupCoordinator, context: Pick<GroupContext, 'now' | 'random' | 'token'>) => Decision;

export class GroupMachines {
  readonly #platform: Platform;
  readonly #options: GroupMachinesOptions;
  readonly #machines = new Map<number, GroupMachine>();
  #partitionCount: number;
  #expiry: Timer | null = null;

  constructor(platform: Platform, options: GroupMachinesOptions) {
    this.#platform = platform;
    this.#options = options;
    this.#partitionCount = options.partitionsWhenNew;
    this.#scheduleExpiry();
  }

  /** Which partition of `__consumer_offsets` keeps the group. */
  partitionFor(groupId: string): number {
    return partitionForGroup(groupId, this.#partitionCount);
  }

  setPartitionCount(count: number): void {
    this.#partitionCount = count;
  }

  /** Begins to coordinate the groups of a partition; resolves when its log is replayed. */
  async open(partition: Partition): Promise<void> {
    const machine = new GroupMachine(this.#platform, partition, this.#options);
    this.#machines.set(partition.index, machine);
    try {
      await machine.load();
    } catch (error) {
      this.#platform.logger.error(`${partition.name} cannot be loaded: its groups are not served`, { error: String(error) });
      machine.close();
      this.#machines.delete(partition.index);
    }
  }

  closePartition(index: number): void {
    this.#machines.get(index)?.close();
    this.#machines.delete(index);
  }

  /** Asks the coordinator of the group; `failure` makes the body when it cannot answer. */
  ask<Res>(groupId: string, decide: Decide, failure: (errorCode: number) => Res): Promise<Res> {
    const machine = this.#machines.get(this.partitionFor(groupId));
    if (machine === undefined) return Promise.resolve(failure(ErrorCode.NOT_COORDINATOR));
    return askMachine(machine, decide, failure);
  }

  /** Asks every coordinator of this node. */
  askAll<Res>(decide: Decide, failure: (errorCode: number) => Res): Promise<Res[]> {
    return Promise.all([...this.#machines.values()].map((machine) => askMachine(machine, decide, failure)));
  }

  onPartitionsDeleted(partitions: readonly { topic: string; partition: number }[]): void {
    for (const machine of this.#machines.values()) machine.decide((core) => core.onPartitionsDeleted(partitions));
  }

  close(): void {
    this.#expiry?.cancel();
    for (const index of [...this.#machines.keys()]) this.closePartition(index);
  }

  #scheduleExpiry(): void {
    const run = () => {
      for (const machine of this.#machines.values()) machine.decide((core, now) => core.expireOffsets(now));
      this.#scheduleExpiry();
    };
    this.#expiry = this.#platform.timers.schedule(this.#options.expiryIntervalMs, run, { keepAlive: false });
  }
}

function askMachine<Res>(machine: GroupMachine, decide: Decide, failure: (errorCode: number) => Res): Promise<Res> {
  return new Promise((resolve) => {
    // The body is what the coordinator makes for the API of the request, so it is of the type that the handler answers with.
    machine.ask({ answer: (body) => resolve(body as Res), fail: (errorCode) => resolve(failure(errorCode)) }, decide);
  });
}
