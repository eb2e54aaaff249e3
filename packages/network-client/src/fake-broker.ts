/** A broker of canned answers on any network: enough of one to try a client's paths, errors included. */
import type { Connection, Platform } from '@millrace/platform';
import { decodeRequestHeader, encodeResponseFrame, Reader, type Decoded } from '@millrace/protocol';
import { metadataApi } from './cluster-metadata.js';
import { apiVersions } from './open-connection.js';
import { FrameReader, type Api } from './index.js';

/** What a handler may do instead of answering. */
export type Instead = 'close' | 'no answer';
export type Handler<Request, Response> = (request: Decoded<Request>, version: number) => Response | Instead | Promise<Response | Instead>;

export interface FakeTopic {
  topicId: string;
  /** Leader epochs by partition. */
  leaderEpochs: number[];
  /** Leaders by partition; otherwise this broker leads all. */
  leaderIds?: number[];
}

export class FakeBroker {
  readonly platform: Platform;
  readonly host: string;
  readonly port = 9092;
  readonly nodeId: number;
  /** Other brokers that it names to clients, before itself. */
  readonly neighbours: FakeBroker[] = [];
  readonly topics: Map<string, FakeTopic> = new Map();
  /** Requests seen, by API name. */
  readonly seen: Map<string, number> = new Map();
  readonly #handlers = new Map<number, { api: Api<unknown, unknown>; handler: Handler<unknown, unknown> }>();
  /** Versions to claim other than all. */
  readonly maxVersions: Map<number, number> = new Map();

  constructor(platform: Platform, host: string, nodeId: number = 1) {
    this.platform = platform;
    this.host = host;
    this.nodeId = nodeId;
    this.handle(apiVersions, () => this.#versions());
    this.handle(metadataApi, (request) => this.#metadata(request.topics?.map((topic) => topic.name ?? '') ?? null));
  }

  handle<Request, Response>(api: Api<Request, Response>, handler: Handler<Request, Response>): void {
    this.#handlers.set(api.key, { api: api as Api<unknown, unknown>, handler: handler as Handler<unknown, unknown> });
  }

  async listen(): Promise<void> {
    await this.platform.network.listen({ host: this.host, port: this.port }, (connection) => this.#accept(connection));
  }

  #accept(connection: Connection): void {
    let last: Promise<void> = Promise.resolve();
    const frames = new FrameReader(1 << 27, (frame) => {
      const own = frame.slice();
      // One request at a time and answers in order, as Kafka does it.
      last = last.then(() => this.#answer(connection, own));
    });
    connection.start({ onBytes: (view) => frames.push(view), onDrain: () => {}, onClose: () => {} });
  }

  async #answer(connection: Connection, frame: Uint8Array): Promise<void> {
    const reader = new Reader(frame);
    const header = decodeRequestHeader(reader);
    const known = this.#handlers.get(header.requestApiKey);
    if (known === undefined) return connection.destroy();
    const { api, handler } = known;
    this.seen.set(api.name, (this.seen.get(api.name) ?? 0) + 1);
    const version = header.requestApiVersion;
    const limit = this.maxVersions.get(api.key) ?? api.request.maxVersion;
    if (version > limit) {
      // Only ApiVersions is answered then, in version 0.
      if (api !== (apiVersions as Api<unknown, unknown>)) return connection.destroy();
      connection.writeAll(encodeResponseFrame(header.correlationId, apiVersions.response, { ...this.#versions(), errorCode: 35 }, 0) as Uint8Array[]);
      return;
    }
    const answer = await handler(api.request.decode(reader, version), version);
    if (answer === 'close') return connection.destroy();
    if (answer === 'no answer') return;
    connection.writeAll(encodeResponseFrame(header.correlationId, api.response, answer, version) as Uint8Array[]);
  }

  #versions(): { errorCode: number; apiKeys: { apiKey: number; minVersion: number; maxVersion: number }[] } {
    const apiKeys = [...this.#handlers.values()].map(({ api }) => ({
      apiKey: api.key, minVersion: api.request.minVersion, maxVersion: this.maxVersions.get(api.key) ?? api.request.maxVersion,
    }));
    return { errorCode: 0, apiKeys };
  }

  #metadata(names: readonly string[] | null) {
    return {
      brokers: [...this.neighbours, this].map(({ nodeId, host, port }) => ({ nodeId, host, port })),
      clusterId: 'fake',
      controllerId: this.nodeId,
      topics: (names ?? [...this.topics.keys()]).map((name) => {
        const topic = this.topics.get(name);
        const partitions = (topic?.leaderEpochs ?? []).map((leaderEpoch, partitionIndex) => {
          const leaderId = topic?.leaderIds?.[partitionIndex] ?? this.nodeId;
          return { errorCode: 0, partitionIndex, leaderId, leaderEpoch, replicaNodes: [leaderId], isrNodes: [leaderId], offlineReplicas: [] };
        });
        return { errorCode: topic === undefined ? 3 : 0, name, topicId: topic?.topicId ?? 'AAAAAAAAAAAAAAAAAAAAAA', isInternal: false, partitions };
      }),
      errorCode: 0,
    };
  }
}
