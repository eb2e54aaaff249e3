/** A producer and a fake broker with idempotent logs in a simulated world. */
import { Simulation } from '@millrace/platform/simulated';
import { api } from '@millrace/network-client';
import { ErrorCode } from '@millrace/protocol';
import { initProducerIdRequest, initProducerIdResponse } from '@millrace/protocol/messages/init-producer-id';
import { FakeBroker } from '@millrace/network-client/fake-broker';
import { Producer, type ProducerOptions } from '../src/index.js';
import { produce } from '../src/produce-request.js';
import { FakePartitionLog } from './fake-partition-log.js';

export const topicId = 'BBBBBBBBBBBBBBBBBBBBBB';
/** What the broker does to a batch: an error code refuses it, 'lost answer' takes it and closes the connection. */
export type Fate = number | 'lost answer' | 'lost request';

export class ProducerWorld {
  readonly simulation: Simulation;
  readonly broker: FakeBroker;
  readonly logs: FakePartitionLog[];
  /** Decides about each batch; undefined lets it pass. */
  fate: (bytes: Uint8Array, partition: number, topicId: string) => Fate | undefined = () => undefined;
  /** Waits with the answer, after the batches are in the log. */
  beforeAnswer: () => Promise<void> = () => Promise.resolve();
  requests = 0;
  identities = 0;

  constructor(seed: number, partitions = 1) {
    this.simulation = new Simulation(seed);
    this.broker = new FakeBroker(this.simulation.node('broker').platform, 'broker');
    this.logs = Array.from({ length: partitions }, () => new FakePartitionLog());
    this.broker.topics.set('t', { topicId, leaderEpochs: this.logs.map(() => 0) });
    this.broker.handle(api(initProducerIdRequest, initProducerIdResponse), () => ({ throttleTimeMs: 0, errorCode: 0, producerId: 40 + this.identities++, producerEpoch: 0 }));
    this.broker.handle(produce, async (request, version) => {
      this.requests++;
      let closes = false;
      const responses = request.topicData.map(({ name, topicId: id, partitionData }) => ({
        ...(version >= 13 ? { topicId: id } : { name }),
        partitionResponses: partitionData.map(({ index, records }) => {
          const fate = this.fate(records!, index, id);
          closes ||= typeof fate === 'string';
          if (typeof fate === 'number') return { index, errorCode: fate, baseOffset: -1 };
          return fate === 'lost request' ? { index, errorCode: ErrorCode.NONE, baseOffset: -1 } : { index, ...this.logs[index]!.append(records!) };
        }),
      }));
      await this.beforeAnswer();
      if (request.acks === 0) return 'no answer';
      return closes ? 'close' : { responses };
    });
  }

  producer(options: Partial<ProducerOptions> = {}): Producer {
    return new Producer({ bootstrapServers: 'broker:9092', platform: this.simulation.node('client').platform, ...options });
  }

  /** Runs the story with the broker listening. */
  async tell<T>(story: () => Promise<T>): Promise<T> {
    return this.simulation.complete(this.broker.listen().then(story));
  }
}
