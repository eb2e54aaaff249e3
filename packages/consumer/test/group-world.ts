/** A consumer group of one member, with a fake broker that gives it what the test says. */
import { api, type TopicPartition } from '@millrace/network-client';
import { FakeBroker } from '@millrace/network-client/fake-broker';
import { Simulation } from '@millrace/platform/simulated';
import { RecordBatchBuilder } from '@millrace/protocol';
import { findCoordinatorRequest, findCoordinatorResponse } from '@millrace/protocol/messages/find-coordinator';
import { listOffsetsRequest, listOffsetsResponse } from '@millrace/protocol/messages/list-offsets';
import { offsetCommitRequest, offsetCommitResponse } from '@millrace/protocol/messages/offset-commit';
import { offsetFetchRequest, offsetFetchResponse } from '@millrace/protocol/messages/offset-fetch';
import { fetchApi } from '../src/fetch-request.js';
import { encodeAssignment } from '../src/group/consumer-protocol.js';
import { heartbeat, joinGroup, leaveGroup, syncGroup } from '../src/group/group-apis.js';
import { Consumer, type ConsumerOptions } from '../src/index.js';

export const topicId = 'BBBBBBBBBBBBBBBBBBBBBB';

export class GroupWorld {
  readonly simulation: Simulation;
  readonly broker: FakeBroker;
  /** What the member is given at the next rebalance. */
  assignment: TopicPartition[];
  generation = 0;
  /** The next heartbeat says that the group rebalances. */
  isRebalancing = false;
  readonly members: Set<string> = new Set();
  /** Offsets committed for each partition, oldest first, with the generation. */
  readonly commits: { partition: number; offset: number; generation: number }[] = [];
  /** An error for this commit. */
  fate: () => number = () => 0;
  /** Records in each partition. */
  end = 100;
  /** Errors of ListOffsets by partition. */
  readonly listErrors: Map<number, number> = new Map();
  /** Partitions whose records are damaged. */
  readonly damaged: Set<number> = new Set();
  beforeListAnswer: () => void = () => {};
  beforeJoinAnswer: () => Promise<void> = () => Promise.resolve();

  constructor(seed: number, partitions: number) {
    this.simulation = new Simulation(seed);
    this.assignment = Array.from({ length: partitions }, (_, partition) => ({ topic: 't', partition }));
    const broker = new FakeBroker(this.simulation.node('broker').platform, 'broker');
    this.broker = broker;
    broker.topics.set('t', { topicId, leaderEpochs: this.assignment.map(() => 0) });
    broker.handle(api(findCoordinatorRequest, findCoordinatorResponse), ({ coordinatorKeys }) => ({
      throttleTimeMs: 0,
      coordinators: coordinatorKeys.map((key) => ({ key, nodeId: 1, host: 'broker', port: broker.port, errorCode: 0, errorMessage: null })),
    }));
    broker.handle(joinGroup, async () => {
      await this.beforeJoinAnswer();
      this.isRebalancing = false;
      this.members.add('me');
      return { throttleTimeMs: 0, errorCode: 0, generationId: ++this.generation, protocolType: 'consumer', protocolName: 'cooperative-sticky', leader: 'other', skipAssignment: false, memberId: 'me', members: [] };
    });
    broker.handle(syncGroup, () => ({ throttleTimeMs: 0, errorCode: this.members.has('me') ? 0 : 25, protocolType: 'consumer', protocolName: 'cooperative-sticky', assignment: encodeAssignment(this.assignment) }));
    broker.handle(heartbeat, () => ({ throttleTimeMs: 0, errorCode: this.isRebalancing ? 27 : 0 }));
    broker.handle(leaveGroup, ({ members }) => {
      for (const { memberId } of members) this.members.delete(memberId);
      return { throttleTimeMs: 0, errorCode: 0, members: [] };
    });
    broker.handle(api(offsetFetchRequest, offsetFetchResponse), ({ groups }) => ({
      throttleTimeMs: 0,
      groups: groups.map(({ groupId, topics }) => ({
        groupId, errorCode: 0,
        topics: (topics ?? []).map(({ name, partitionIndexes }) => ({
          name, partitions: partitionIndexes.map((partitionIndex) => ({ partitionIndex, committedOffset: -1, committedLeaderEpoch: -1, metadata: '', errorCode: 0 })),
        })),
      })),
    }));
    broker.handle(api(offsetCommitRequest, offsetCommitResponse), ({ topics, generationIdOrMemberEpoch: generation }) => {
      const errorCode = this.fate();
      return {
        throttleTimeMs: 0,
        topics: topics.map(({ name, partitions }) => ({
          name,
          partitions: partitions.map(({ partitionIndex, committedOffset: offset }) => {
            if (errorCode === 0) this.commits.push({ partition: partitionIndex, offset, generation });
            return { partitionIndex, errorCode };
          }),
        })),
      };
    });
    broker.handle(api(listOffsetsRequest, listOffsetsResponse), ({ topics }) => {
      this.beforeListAnswer();
      return {
        throttleTimeMs: 0,
        topics: topics.map(({ name, partitions }) => ({
          name,
          partitions: partitions.map(({ partitionIndex, timestamp }) => ({
            partitionIndex, errorCode: this.listErrors.get(partitionIndex) ?? 0, timestamp: -1, offset: timestamp === -1 ? this.end : 0, leaderEpoch: 0,
          })),
        })),
      };
    });
    broker.handle(fetchApi, async (request) => {
      const partitions = request.topics.flatMap((topic) => topic.partitions).map(({ partition, fetchOffset }) => ({
        partitionIndex: partition, errorCode: 0, highWatermark: this.end, lastStableOffset: this.end, logStartOffset: 0, abortedTransactions: null, records: this.#read(partition, fetchOffset),
      }));
      if (partitions.every(({ records }) => records.length === 0)) await new Promise<void>((resolve) => this.simulation.after(request.maxWaitMs, resolve));
      return { throttleTimeMs: 0, errorCode: 0, sessionId: 0, responses: [{ topicId, partitions }] };
    });
  }

  consumer(options: Partial<ConsumerOptions> = {}): Consumer {
    return new Consumer({
      bootstrapServers: 'broker:9092', platform: this.simulation.node('client').platform, groupId: 'g', autoOffsetReset: 'earliest', partitionAssignors: ['cooperative-sticky'], ...options,
    });
  }

  tell<T>(story: () => Promise<T>): Promise<T> {
    return this.simulation.complete(this.broker.listen().then(story));
  }

  wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => this.simulation.after(delayMs, resolve));
  }

  #read(partition: number, offset: number): Uint8Array {
    if (offset >= this.end) return new Uint8Array(0);
    const builder = new RecordBatchBuilder({ baseOffset: offset });
    for (let next = offset; next < Math.min(offset + 10, this.end); next++) builder.append(1, null, new TextEncoder().encode(String(next)));
    const bytes = builder.build().slice();
    if (this.damaged.has(partition)) bytes[bytes.length - 1]! ^= 1;
    return bytes;
  }
}
