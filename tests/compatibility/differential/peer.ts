/**
 * One of the two brokers that are compared: raw requests go to it in the version that is asked, and every answer is written down,
 * decoded, in the order of the calls.
 */
import { NetworkError, nodePlatform } from '@millrace/platform';
import { apis, type Decoded } from '@millrace/protocol';
import type { ListOffsetsResponse } from '@millrace/protocol/messages/list-offsets';
import type { MetadataResponse } from '@millrace/protocol/messages/metadata';
import { api, BrokerConnection, requestFrame, type Api, type ConnectionSettings } from '@millrace/network-client';

const platform = nodePlatform({ log: { level: 'error' } });
const settings: ConnectionSettings = {
  platform,
  clientId: 'differential',
  requestTimeoutMs: 5_000,
  connectTimeoutMs: 5_000,
  maxInFlightRequests: 8,
  maxResponseBytes: 64 << 20,
};
const settleLimitMs = 20_000;
const metadataVersion = 12;
const listOffsetsVersion = 7;

/** A request or an answer as data. What is wrong in it the codec says. */
export type Message = Record<string, unknown>;

/** A call and what came of it. */
export interface Answered {
  readonly api: string;
  readonly version: number;
  /** What the call asks, in a few words. */
  readonly about: string;
  answer: unknown;
}

export interface Session {
  /** Calls, and writes the answer down. A closed connection is an answer too. */
  call(apiName: string, version: number, about: string, message: Message): Promise<Message>;
  close(): void;
}

/** What is written down in place of an answer when the broker closes the connection, and when it says nothing. */
const closed: Message = { connection: 'closed' };
const silent: Message = { connection: 'silent' };

export class Peer {
  readonly host: string;
  readonly port: number;
  transcript: Answered[] = [];
  readonly #codecs = new Map<string, Api<unknown, unknown>>();
  readonly #open = new Set<BrokerConnection>();
  #first: Session | null = null;

  /** Of its data. */
  readonly directory: string;

  constructor(bootstrap: string, directory: string) {
    this.directory = directory;
    const [host, port] = bootstrap.split(':');
    this.host = host!;
    this.port = Number(port);
  }

  /** On a connection of its own, which is opened anew when the broker has closed it. */
  call(apiName: string, version: number, about: string, message: Message): Promise<Message> {
    this.#first ??= this.session();
    return this.#first.call(apiName, version, about, message);
  }

  /** One more connection, for requests that wait for each other. */
  session(): Session {
    let connection: BrokerConnection | null = null;
    return {
      call: async (apiName, version, about, message) => {
        const place = this.transcript.length;
        const call = { api: apiName, version, about };
        this.transcript.push({ ...call, answer: null });
        if (connection === null || !connection.isOpen) connection = await this.#connect();
        const answer = await this.#ask(connection, apiName, version, message);
        this.transcript[place] = { ...call, answer };
        return answer;
      },
      close: () => connection?.close(),
    };
  }

  /** Asks again until the answer is as wanted, and writes nothing down: for what a broker publishes a moment later. */
  async until(apiName: string, version: number, message: Message, wanted: (answer: Message) => boolean): Promise<Message> {
    const deadlineMs = performance.now() + settleLimitMs;
    const connection = await this.#connect();
    try {
      for (;;) {
        const answer = await this.#ask(connection, apiName, version, message);
        if (wanted(answer)) return answer;
        if (performance.now() > deadlineMs) throw new Error(`${apiName} v${version} of port ${this.port} does not become as wanted: ${JSON.stringify(answer)}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    } finally {
      connection.close();
    }
  }

  /** Makes a topic, waits until it has leaders, and gives its id. */
  async createTopic(name: string, numPartitions = 1, configs: Record<string, string> = {}): Promise<string> {
    const entries = Object.entries(configs).map(([key, value]) => ({ name: key, value }));
    const topic = { name, numPartitions, replicationFactor: 1, assignments: [], configs: entries };
    await this.call('CreateTopics', 7, `the topic ${name}`, { topics: [topic] });
    return this.topicId(name);
  }

  /** The id of a topic, once it has leaders and logs. */
  async topicId(name: string): Promise<string> {
    const request = { topics: [{ name }], allowAutoTopicCreation: false };
    const ready = ({ topics }: Decoded<MetadataResponse>): boolean => topics[0]?.errorCode === 0 && topics[0].partitions.every((one) => one.leaderId >= 0 && one.errorCode === 0);
    const answer = await this.until('Metadata', metadataVersion, request, (one) => ready(one as unknown as Decoded<MetadataResponse>));
    const [topic] = (answer as unknown as Decoded<MetadataResponse>).topics;
    const partitions = topic!.partitions.map(({ partitionIndex }) => ({ partitionIndex, timestamp: -1 }));
    const logs = (one: Message): boolean => (one as unknown as Decoded<ListOffsetsResponse>).topics[0]!.partitions.every(({ errorCode }) => errorCode === 0);
    await this.until('ListOffsets', listOffsetsVersion, { replicaId: -1, topics: [{ name, partitions }] }, logs);
    return topic!.topicId;
  }

  /** The bytes of a whole frame, sent as they are; what comes back, or that the connection was closed. */
  async raw(about: string, apiKey: number, version: number, body: Uint8Array): Promise<void> {
    const { connect } = platform.network;
    const socket = await connect.call(platform.network, { host: this.host, port: this.port, timeoutMs: 5_000 });
    const bytes = await new Promise<number | null>((resolve) => {
      socket.start({ onBytes: (view) => resolve(view.length), onDrain: () => {}, onClose: () => resolve(null) });
      const header = new Uint8Array(14);
      const view = new DataView(header.buffer);
      view.setInt32(0, 10 + body.length);
      view.setInt16(4, apiKey);
      view.setInt16(6, version);
      view.setInt32(8, 77);
      view.setInt16(12, -1);
      socket.writeAll([header, body]);
    });
    socket.destroy();
    this.transcript.push({ api: `API ${apiKey}`, version, about, answer: bytes === null ? closed : { connection: 'answered' } });
  }

  close(): void {
    for (const connection of this.#open) connection.close();
  }

  async #connect(): Promise<BrokerConnection> {
    const socket = await platform.network.connect({ host: this.host, port: this.port, timeoutMs: settings.connectTimeoutMs });
    const connection = new BrokerConnection({ host: this.host, port: this.port }, settings, socket);
    this.#open.add(connection);
    connection.onClose(() => this.#open.delete(connection));
    return connection;
  }

  async #ask(connection: BrokerConnection, apiName: string, version: number, message: Message): Promise<Message> {
    const codecs = await this.#api(apiName);
    // What cannot be encoded is a mistake of the test, not an answer.
    requestFrame(codecs.request, message, version, 1, settings.clientId);
    try {
      return (await connection.sendVersion(codecs, message, version)) as Message;
    } catch (error) {
      if (error instanceof NetworkError && error.code === 'ECONNRESET') return closed;
      if (error instanceof NetworkError && error.code === 'ETIMEDOUT') return silent;
      throw error;
    }
  }

  async #api(name: string): Promise<Api<unknown, unknown>> {
    let codecs = this.#codecs.get(name);
    if (codecs === undefined) {
      const info = apis.find((one) => one.name === name);
      if (info === undefined) throw new Error(`there is no API ${name}`);
      const { request, response } = await info.load();
      this.#codecs.set(name, (codecs = api(request, response)));
    }
    return codecs;
  }
}
