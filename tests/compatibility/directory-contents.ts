/**
 * What a data directory holds, as clients see it: records of every codec, deleted ones, several segments, settings, committed offsets,
 * and a producer that is known by its sequence. `add` puts more into it, `expectAsLeft` looks whether all is as it was.
 */
import { createHash } from 'node:crypto';
import { Admin } from '@millrace/admin';
import { Producer } from '@millrace/producer';
import { RecordBatchBuilder } from '@millrace/protocol';
import { expect } from 'vitest';
import { Peer, type Message } from './differential/peer.js';
import { succeed } from './foreign-process.js';
import { CODECS, standardRecords } from './standard-records.js';

/** All that is read back, by what was asked. */
export type Mark = Record<string, unknown>;

interface RunningProducer {
  producerId: number;
  producerEpoch: number;
  sequence: number;
  lastOffset: number;
}

const produceVersion = 9;
const group = 'readers';
const endLength = 200;
const topics = ['codecs', 'deleted', 'rolled', 'idempotent'];
/** No time to come, which brokers refuse, and none that retention takes. */
const base = Date.now() - 3_600_000;

const byText = (one: readonly unknown[], other: readonly unknown[]): number => (String(one) < String(other) ? -1 : 1);

export class Contents {
  readonly #bootstrap: string;
  #producer: RunningProducer | null = null;
  #peer: Peer;

  constructor(bootstrap: string) {
    this.#bootstrap = bootstrap;
    this.#peer = new Peer(bootstrap, '');
  }

  /** The first time makes the topics too. */
  async add(turn: number): Promise<Mark> {
    const admin = new Admin({ bootstrapServers: this.#bootstrap });
    try {
      if (turn === 0) await this.#create(admin);
      await this.#produce(turn);
      await admin.deleteRecords([{ topic: 'deleted', partition: 0, beforeOffset: 12 + turn * 3 }]);
      await admin.createTopics([{ topic: `gone-${turn}`, partitions: 1, replicationFactor: 1 }]);
      await admin.deleteTopics([`gone-${turn}`]);
      await admin.createPartitions([{ topic: 'grows', totalCount: turn + 2 }]);
      await admin.alterConfigs([{ type: 'topic', name: 'grows', changes: [{ name: 'retention.ms', value: String(1_000_000 + turn) }] }]);
      await admin.alterConsumerGroupOffsets(group, [{ topic: 'codecs', partition: 0, offset: 7 + turn, metadata: `turn ${turn}` }, { topic: 'deleted', partition: 0, offset: 15 }]);
      await this.#continueSequence();
      return await this.#look(admin);
    } finally {
      await admin.close();
    }
  }

  async expectAsLeft(left: Mark): Promise<void> {
    const admin = new Admin({ bootstrapServers: this.#bootstrap });
    try {
      for (const topic of [...topics, 'grows']) await this.#peer.topicId(topic);
      expect(await this.#look(admin)).toEqual(left);
      await this.#expectDuplicate();
    } finally {
      await admin.close();
    }
  }

  close(): void {
    this.#peer.close();
  }

  async #create(admin: Admin): Promise<void> {
    const made = await admin.createTopics([
      { topic: 'codecs', partitions: 2, replicationFactor: 1 },
      { topic: 'deleted', partitions: 1, replicationFactor: 1 },
      { topic: 'rolled', partitions: 1, replicationFactor: 1, configs: { 'segment.bytes': '1048576', 'index.interval.bytes': '1000' } },
      { topic: 'idempotent', partitions: 1, replicationFactor: 1 },
      { topic: 'grows', partitions: 1, replicationFactor: 1, configs: { 'cleanup.policy': 'compact,delete' } },
    ]);
    expect(made.map(({ error }) => error)).toEqual([null, null, null, null, null]);
  }

  async #produce(turn: number): Promise<void> {
    // The large one once only.
    const standard = standardRecords().filter(({ value }) => turn === 0 || (value?.length ?? 0) < 1_000);
    for (const compression of CODECS) {
      const producer = new Producer({ bootstrapServers: this.#bootstrap, compression });
      const records = standard.map(({ key, value, headers }) => ({ partition: 0, key, value, headers, timestamp: base }));
      await producer.sendBatch('codecs', records);
      await producer.close();
    }
    const producer = new Producer({ bootstrapServers: this.#bootstrap, batchSize: 4_000 });
    await producer.sendBatch('deleted', Array.from({ length: 20 }, (_, index) => ({ value: String(index), timestamp: base + index })));
    for (let index = 0; index < 1_500; index++) void producer.send({ topic: 'rolled', key: String(index), value: 'x'.repeat(1_000), timestamp: base + index * 100 });
    await producer.flush();
    await producer.close();
  }

  /** Goes on with the sequence of one producer, whoever kept its state. */
  async #continueSequence(): Promise<void> {
    this.#producer ??= await this.#newProducer();
    for (let count = 0; count < 7; count++) {
      this.#producer.sequence += 2;
      const { errorCode, baseOffset } = await this.#sendAgain();
      expect({ errorCode, baseOffset }).toEqual({ errorCode: 0, baseOffset: this.#producer.lastOffset + 2 });
      this.#producer.lastOffset = baseOffset;
    }
  }

  async #newProducer(): Promise<RunningProducer> {
    const answer = await this.#peer.until('InitProducerId', 5, { transactionalId: null, transactionTimeoutMs: 1000 }, ({ errorCode }) => errorCode === 0);
    const { producerId, producerEpoch } = answer as { producerId: number; producerEpoch: number };
    return { producerId, producerEpoch, sequence: -2, lastOffset: -2 };
  }

  /** What the producer sent last is known as sent. */
  async #expectDuplicate(): Promise<void> {
    const { errorCode, baseOffset } = await this.#sendAgain();
    expect({ errorCode, baseOffset }).toEqual({ errorCode: 0, baseOffset: this.#producer!.lastOffset });
  }

  async #sendAgain(): Promise<{ errorCode: number; baseOffset: number }> {
    const { producerId, producerEpoch, sequence } = this.#producer!;
    const builder = new RecordBatchBuilder({ producerId, producerEpoch, baseSequence: sequence });
    for (const value of ['a', 'b']) builder.append(base, null, Buffer.from(`${value}${sequence}`));
    const topicData = [{ name: 'idempotent', partitionData: [{ index: 0, records: builder.build().slice() }] }];
    const answer = await this.#peer.call('Produce', produceVersion, '', { acks: -1, timeoutMs: 10_000, topicData });
    const { responses } = answer as Message & { responses: { partitionResponses: { errorCode: number; baseOffset: number }[] }[] };
    return responses[0]!.partitionResponses[0]!;
  }

  async #look(admin: Admin): Promise<Mark> {
    const described = await admin.describeTopics([...topics, 'grows', 'gone-0']);
    const settings = await admin.describeConfigs(['rolled', 'grows'].map((name) => ({ type: 'topic' as const, name, names: ['retention.ms', 'segment.bytes', 'cleanup.policy'] })));
    const places = topics.map((topic) => ({ topic, partition: 0 }));
    const mark: Mark = {
      topics: described.map(({ topic, topicId, partitions, error }) => [topic, topicId, partitions.length, error?.name]).toSorted(byText),
      settings: settings.map(({ name, configs }) => [name, configs.map((config) => [config.name, config.value]).toSorted(byText)]),
      earliest: (await admin.listOffsets(places.map((place) => ({ ...place, at: 'earliest' as const })))).map(({ offset }) => offset),
      latest: (await admin.listOffsets(places.map((place) => ({ ...place, at: 'latest' as const })))).map(({ offset }) => offset),
      byTime: (await admin.listOffsets([{ topic: 'rolled', partition: 0, at: { timestamp: base + 100_050 } }])).map(({ offset }) => offset),
      committed: (await admin.listConsumerGroupOffsets(group)).map(({ topic, partition, offset, metadata }) => [topic, partition, offset, metadata]).toSorted(byText),
      groups: (await admin.listConsumerGroups()).map(({ groupId, state }) => [groupId, state]),
      producers: (await admin.describeProducers([{ topic: 'idempotent', partition: 0 }]))[0]?.activeProducers.map(({ producerId, producerEpoch, lastSequence }) => [producerId, producerEpoch, lastSequence]),
    };
    for (const topic of topics) mark[`records of ${topic}`] = await this.#records(topic);
    return mark;
  }

  /** Everything that kcat reads of a topic, in order: the ends, and a hash of all. */
  async #records(topic: string): Promise<unknown> {
    const output = await succeed('kcat', ['-b', this.#bootstrap, '-C', '-q', '-J', '-e', '-X', 'check.crcs=true', '-t', topic, '-p', '0']);
    const lines = output.trimEnd().split('\n');
    const end = (line: string | undefined): string => (line ?? '').slice(0, endLength);
    return [lines.length, end(lines[0]), end(lines.at(-1)), createHash('sha256').update(output).digest('hex')];
  }
}
