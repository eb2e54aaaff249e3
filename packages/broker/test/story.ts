/**
 * A broker in a simulated world, and a client that sends it one request after the other: given this state, this request at
 * this time is answered exactly so. Time is virtual and starts at 2026-01-01; nothing waits for real.
 */
import { loadBrokerConfig } from '@millrace/config';
import { BrokerConnection, type Api } from '@millrace/network-client';
import type { Connection } from '@millrace/platform';
import { Simulation, type SimulatedNode } from '@millrace/platform/simulated';
import { ensureCodec, RecordBatchBuilder, RecordReader, type Decoded, type RecordBatchOptions } from '@millrace/protocol';
import { apiTable } from '../src/handlers/table.js';
import type { RecordValidator } from '../src/record-validation/record-validator.js';
import { embeddedDefaults, formatIfNew, problemsText } from '../src/start-broker.js';
import { type RunningNode, startNode } from '../src/start-node.js';
import { createTopics, fetch, metadata, produce } from './apis.js';

export type Properties = Readonly<Record<string, string>>;

const PORT = 9092;

// What is loaded at its first use would come at a time of the real world.
await ensureCodec(4);
for (const row of apiTable) await row.load();

export class Story {
  readonly simulation: Simulation;
  readonly host: SimulatedNode;
  readonly #client: SimulatedNode;
  readonly #properties: Properties;
  /** Given to the broker at its next start. */
  recordValidator: RecordValidator | null = null;
  #node: RunningNode | null = null;
  #connection: BrokerConnection | null = null;

  constructor(simulation: Simulation, properties: Properties) {
    this.simulation = simulation;
    this.host = simulation.node('broker');
    this.#client = simulation.node('client');
    this.#properties = properties;
  }

  get node(): RunningNode {
    if (this.#node === null) throw new Error('the broker is not running');
    return this.#node;
  }

  /** What the broker's clock says. */
  get nowMs(): number {
    return this.host.platform.clock.now();
  }

  async start(overrides: Properties = {}): Promise<void> {
    const { platform } = this.host;
    const defaults = { ...embeddedDefaults({ directory: '/data', host: 'broker', port: PORT }), 'offsets.topic.num.partitions': '2' };
    const { config, errors } = loadBrokerConfig({ properties: { ...defaults, ...this.#properties, ...overrides }, overrides: [] });
    if (errors.length > 0) throw new Error(problemsText(errors));
    formatIfNew(platform, config);
    this.#node = await startNode(platform, config, { preloadHandlers: true, ...(this.recordValidator !== null && { recordValidator: this.recordValidator }) });
  }

  async stop(): Promise<void> {
    await this.node.stop();
    this.#leave();
  }

  /** Ends in order and starts again on the same disk. */
  async restart(overrides: Properties = {}): Promise<void> {
    await this.stop();
    await this.start(overrides);
  }

  /** The process is killed; the disk keeps what was written, synced or not. */
  async killAndStart(overrides: Properties = {}): Promise<void> {
    this.host.crash({ powerLost: false });
    this.#leave();
    this.host.restart();
    await this.start(overrides);
  }

  #leave(): void {
    this.#node = null;
    this.#connection?.close();
    this.#connection = null;
  }

  /** A connection without a client. */
  rawConnection(): Promise<Connection> {
    return this.#client.platform.network.connect({ host: 'broker', port: PORT });
  }

  /** A connection of its own. */
  async connect(clientId: string = 'client'): Promise<BrokerConnection> {
    const { platform } = this.#client;
    const address = { host: 'broker', port: PORT };
    const socket = await this.rawConnection();
    const limits = { requestTimeoutMs: 600_000, connectTimeoutMs: 10_000, maxInFlightRequests: 100, maxResponseBytes: 2 ** 30 };
    return new BrokerConnection(address, { platform, clientId, ...limits }, socket);
  }

  /** Sends a request in exactly this version; by default in the newest. */
  async ask<Req, Res>(api: Api<Req, Res>, message: Req, version: number = api.request.maxVersion): Promise<Decoded<Res>> {
    if (this.#connection === null || !this.#connection.isOpen) this.#connection = await this.connect();
    return this.#connection.sendVersion(api, message, version);
  }

  /** Lets virtual time pass. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#client.platform.timers.schedule(ms, resolve);
    });
  }

  async createTopic(name: string, configs: Properties = {}, numPartitions: number = 1): Promise<string> {
    const settings = Object.entries(configs).map(([key, value]) => ({ name: key, value }));
    const topics = [{ name, numPartitions, replicationFactor: 1, assignments: [], configs: settings }];
    const { topics: [created] } = await this.ask(createTopics, { topics, timeoutMs: 1000 });
    if (created!.errorCode !== 0) throw new Error(`creating ${name}: error ${created!.errorCode} ${created!.errorMessage ?? ''}`);
    return created!.topicId;
  }

  async topicId(name: string): Promise<string> {
    const { topics } = await this.ask(metadata, { topics: [{ name }], allowAutoTopicCreation: false });
    return topics[0]!.topicId;
  }

  /** Produces bytes to one partition; the answer for it. */
  async produceTo(topic: string, partition: number, records: Uint8Array | null, options: { acks?: number; version?: number } = {}) {
    const { acks = -1, version = 12 } = options;
    const message = { transactionalId: null, acks, timeoutMs: 1000, topicData: [{ name: topic, partitionData: [{ index: partition, records }] }] };
    const { responses } = await this.ask(produce, message, version);
    return responses[0]!.partitionResponses[0]!;
  }

  /** Fetches one partition, without waiting; the answer for it. */
  async fetchFrom(topic: string, partition: number, fetchOffset: number, options: { maxBytes?: number; isolationLevel?: number } = {}) {
    const { maxBytes = 2 ** 20, isolationLevel = 0 } = options;
    const topics = [{ topic, partitions: [{ partition, fetchOffset, partitionMaxBytes: maxBytes }] }];
    const { responses } = await this.ask(fetch, { maxWaitMs: 0, minBytes: 0, maxBytes: 2 ** 26, isolationLevel, topics }, 12);
    return responses[0]!.partitions[0]!;
  }
}

/** Starts a broker, tells the story, and stops it. */
export async function tell(properties: Properties, run: (story: Story) => Promise<void>): Promise<void> {
  const simulation = new Simulation(1);
  const story = new Story(simulation, properties);
  await simulation.complete(story.start());
  await simulation.complete(run(story));
  if (!story.host.crashed) await simulation.complete(story.stop());
}

const text = new TextEncoder();

export interface RecordToWrite {
  key?: string | null;
  value?: string | null;
  timestamp?: number;
}

/** One batch of these records; a string is a value. */
export function batch(records: readonly (string | RecordToWrite)[], options: RecordBatchOptions = {}): Uint8Array {
  const builder = new RecordBatchBuilder(options);
  for (const record of records) {
    const { key = null, value = null, timestamp = 1_767_225_600_000 } = typeof record === 'string' ? { value: record } : record;
    builder.append(timestamp, key === null ? null : text.encode(key), value === null ? null : text.encode(value));
  }
  return builder.build();
}

/** `offset:value` of each whole record in these bytes. */
export function valuesIn(records: Uint8Array | null): string[] {
  if (records === null || records.length === 0) return [];
  const found: string[] = [];
  const reader = new RecordReader(records);
  while (reader.nextBatch()) {
    for (let record = reader.nextRecord(); record !== undefined; record = reader.nextRecord()) {
      found.push(`${record.offset}:${record.value === null ? 'null' : new TextDecoder().decode(record.value)}`);
    }
  }
  return found;
}

/** Bytes behind each other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
