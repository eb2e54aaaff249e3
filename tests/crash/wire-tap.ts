/**
 * Stands between the clients and the broker and listens: what was sent in Produce requests, and what was acknowledged.
 * It is what the clients are told is the broker, so that its port outlives the broker's. It decides nothing: what it
 * has not got from the broker when the broker's end of a connection is closed, no client will ever get.
 */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { decodeRequestHeader, decodeResponseHeader, ErrorCode, Reader, RecordReader } from '@millrace/protocol';
import { produceRequest, produceResponse } from '@millrace/protocol/messages/produce';
import type { PartitionLedger } from './partition-ledger.js';

const PRODUCE = 0;

/** Where the tap writes down what it hears. */
export interface TapLedgers {
  /** Null: not a partition that is checked. */
  partition(topic: string, partition: number): PartitionLedger | null;
  topicName(topicId: string): string | null;
}

interface SentBatch {
  readonly ledger: PartitionLedger;
  readonly index: number;
  readonly topic: string;
  readonly values: readonly string[];
}

/** A Produce request on its way. */
interface Asked {
  readonly version: number;
  readonly batches: readonly SentBatch[];
}

export class WireTap {
  readonly port: number;
  /** Records acknowledged since the beginning. */
  acknowledgedRecords = 0;
  readonly #server: Server;
  readonly #ledgers: TapLedgers;
  readonly #upstream = new Set<Socket>();
  #brokerPort: number | null = null;
  #waiters: { count: number; resolve: () => void }[] = [];
  #failure: Error | null = null;

  private constructor(server: Server, ledgers: TapLedgers) {
    this.#server = server;
    this.#ledgers = ledgers;
    this.port = (server.address() as AddressInfo).port;
    server.on('connection', (client) => this.#tap(client));
  }

  static open(ledgers: TapLedgers): Promise<WireTap> {
    return new Promise((resolve, reject) => {
      const server = createServer();
      server.once('error', reject);
      server.listen(0, '127.0.0.1', () => resolve(new WireTap(server, ledgers)));
    });
  }

  /** Null: connections are refused until there is a broker again. */
  set brokerPort(port: number | null) {
    this.#brokerPort = port;
  }

  /** Resolves when so many records were acknowledged since the beginning. */
  whenAcknowledged(count: number): Promise<void> {
    if (this.acknowledgedRecords >= count) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push({ count, resolve }));
  }

  /** After the broker's end: resolves when everything that it has sent is written down. @throws what was wrong with it */
  async settled(): Promise<void> {
    const closed = [...this.#upstream].map((socket) => new Promise<void>((resolve) => socket.once('close', () => resolve())));
    await Promise.all(closed);
    if (this.#failure !== null) throw this.#failure;
  }

  async close(): Promise<void> {
    this.#brokerPort = null;
    for (const socket of this.#upstream) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #tap(client: Socket): void {
    client.on('error', () => {});
    if (this.#brokerPort === null) {
      client.destroy();
      return;
    }
    const broker = connect(this.#brokerPort, '127.0.0.1');
    broker.on('error', () => {});
    this.#upstream.add(broker);
    const asked = new Map<number, Asked>();
    const requests = new FrameCutter((frame) => this.#guarded(broker, () => this.#onRequest(frame, asked)));
    const responses = new FrameCutter((frame) => this.#guarded(broker, () => this.#onResponse(frame, asked)));
    client.on('data', (bytes) => {
      requests.feed(bytes);
      broker.write(bytes);
    });
    broker.on('data', (bytes) => {
      responses.feed(bytes);
      client.write(bytes);
    });
    client.on('close', () => broker.destroy());
    broker.on('close', () => {
      this.#upstream.delete(broker);
      client.end();
    });
  }

  #guarded(broker: Socket, run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#failure ??= error as Error;
      broker.destroy();
    }
  }

  #onRequest(frame: Uint8Array, asked: Map<number, Asked>): void {
    const reader = new Reader(frame);
    const header = decodeRequestHeader(reader);
    if (header.requestApiKey !== PRODUCE) return;
    const version = header.requestApiVersion;
    const batches: SentBatch[] = [];
    for (const topic of produceRequest.decode(reader, version).topicData) {
      const name = version >= 13 ? this.#ledgers.topicName(topic.topicId) : topic.name;
      for (const { index, records } of topic.partitionData) {
        const ledger = name === null ? null : this.#ledgers.partition(name, index);
        if (name === null || ledger === null || records === null) continue;
        const values = valuesOf(records as Uint8Array);
        ledger.sent(values);
        batches.push({ ledger, index, topic: version >= 13 ? topic.topicId : name, values });
      }
    }
    asked.set(header.correlationId, { version, batches });
  }

  #onResponse(frame: Uint8Array, asked: Map<number, Asked>): void {
    const correlationId = new DataView(frame.buffer, frame.byteOffset).getInt32(0);
    const request = asked.get(correlationId);
    if (request === undefined) return;
    asked.delete(correlationId);
    const reader = new Reader(frame);
    decodeResponseHeader(reader, produceResponse, request.version);
    for (const topic of produceResponse.decode(reader, request.version).responses) {
      for (const { index, errorCode, baseOffset } of topic.partitionResponses) {
        const name = request.version >= 13 ? topic.topicId : topic.name;
        const batch = request.batches.find((sent) => sent.topic === name && sent.index === index);
        if (batch === undefined || errorCode !== ErrorCode.NONE) continue;
        batch.ledger.acknowledged(baseOffset, batch.values);
        this.acknowledgedRecords += batch.values.length;
      }
    }
    this.#wake();
  }

  #wake(): void {
    const ready = this.#waiters.filter(({ count }) => count <= this.acknowledgedRecords);
    if (ready.length === 0) return;
    this.#waiters = this.#waiters.filter(({ count }) => count > this.acknowledgedRecords);
    for (const { resolve } of ready) resolve();
  }
}

function valuesOf(records: Uint8Array): string[] {
  const values: string[] = [];
  const reader = new RecordReader(records);
  const text = new TextDecoder();
  while (reader.nextBatch()) {
    for (let record = reader.nextRecord(); record !== undefined; record = reader.nextRecord()) values.push(text.decode(record.value ?? new Uint8Array(0)));
  }
  return values;
}

/** Cuts a stream into frames, each with memory of its own. */
class FrameCutter {
  readonly #onFrame: (frame: Uint8Array) => void;
  #pending: Buffer = Buffer.alloc(0);

  constructor(onFrame: (frame: Uint8Array) => void) {
    this.#onFrame = onFrame;
  }

  feed(bytes: Buffer): void {
    this.#pending = this.#pending.length === 0 ? bytes : Buffer.concat([this.#pending, bytes]);
    while (this.#pending.length >= 4) {
      const end = 4 + this.#pending.readInt32BE(0);
      if (this.#pending.length < end) return;
      this.#onFrame(new Uint8Array(this.#pending.subarray(4, end)));
      this.#pending = this.#pending.subarray(end);
    }
  }
}
