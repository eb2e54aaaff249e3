/**
 * Keeps the view of the cluster fresh: asks any broker that answers, beginning with the bootstrap list, for the topics that
 * somebody watches. Several callers share one refresh. When every known broker fails, the bootstrap list serves again (KIP-899).
 */
import { NetworkError } from '@millrace/platform';
import { ErrorCode, KafkaError, type Decoded } from '@millrace/protocol';
import { describeClusterRequest, describeClusterResponse, type DescribeClusterRequest, type DescribeClusterResponse } from '@millrace/protocol/messages/describe-cluster';
import { metadataRequest, metadataResponse, type MetadataRequest, type MetadataResponse } from '@millrace/protocol/messages/metadata';
import { addressText, type BrokerNode } from './address.js';
import { api, type Api } from './api.js';
import type { ClientSettings } from './client-options.js';
import { ClusterView, zeroTopicId } from './cluster-view.js';
import type { BrokerConnection } from './broker-connection.js';
import type { ConnectionPool } from './connection-pool.js';

export const metadataApi: Api<MetadataRequest, MetadataResponse> = api(metadataRequest, metadataResponse, { keepsBytes: false });

const describeClusterApi: Api<DescribeClusterRequest, DescribeClusterResponse> = api(describeClusterRequest, describeClusterResponse, { keepsBytes: false });
const controllers = 2;

export interface MetadataQuestion {
  /** Null asks for all topics. */
  topics: readonly string[] | null;
  allowAutoTopicCreation: boolean;
}

export class ClusterMetadata {
  readonly #settings: ClientSettings;
  readonly #pool: ConnectionPool;
  readonly #watched = new Set<string>();
  readonly #listeners: ((view: ClusterView) => void)[] = [];
  #watchesAll = false;
  #allowAutoTopicCreation = true;
  #view: ClusterView = ClusterView.empty;
  #updatedAtMs = -Infinity;
  #refreshing: Promise<ClusterView> | null = null;
  #again: Promise<ClusterView> | null = null;

  constructor(settings: ClientSettings, pool: ConnectionPool) {
    this.#settings = settings;
    this.#pool = pool;
  }

  /** The latest view, as old as it may be. */
  get view(): ClusterView {
    return this.#view;
  }

  get isStale(): boolean {
    return this.#settings.platform.clock.monotonic() - this.#updatedAtMs >= this.#settings.metadataMaxAgeMs;
  }

  set allowAutoTopicCreation(allow: boolean) {
    this.#allowAutoTopicCreation = allow;
  }

  /** Called with each new view. */
  onUpdate(listener: (view: ClusterView) => void): void {
    this.#listeners.push(listener);
  }

  /** Adds a topic to those asked for; true when it is new. */
  watch(topic: string): boolean {
    if (this.#watched.has(topic)) return false;
    this.#watched.add(topic);
    return true;
  }

  /** Replaces the topics asked for; null asks for all. */
  watchOnly(topics: Iterable<string> | null): void {
    this.#watchesAll = topics === null;
    this.#watched.clear();
    for (const topic of topics ?? []) this.#watched.add(topic);
  }

  /** Takes a leader that a Produce or Fetch answer told of (KIP-951). */
  learnLeader(topic: string, partition: number, leaderId: number, leaderEpoch: number, nodes: readonly BrokerNode[]): void {
    this.#publish(this.#view.withLeader(topic, partition, leaderId, leaderEpoch, nodes));
  }

  /** The view, refreshed if it is older than `metadataMaxAgeMs`. */
  async current(): Promise<ClusterView> {
    return this.isStale ? this.refresh() : this.#view;
  }

  /** A view asked for after this call. @throws what the last broker asked failed with. */
  refresh(): Promise<ClusterView> {
    if (this.#refreshing === null) return this.#start();
    // One under way may have been asked before its caller's reason arose: share the one behind it.
    this.#again ??= this.#refreshing.then(() => this.#start(), () => this.#start());
    return this.#again;
  }

  /** Asks once without keeping the answer as the view. */
  async ask(question: MetadataQuestion): Promise<Decoded<MetadataResponse>> {
    const request: MetadataRequest = {
      topics: question.topics === null ? null : question.topics.map((name) => ({ name, topicId: zeroTopicId })),
      allowAutoTopicCreation: question.allowAutoTopicCreation,
      includeTopicAuthorizedOperations: false,
      includeClusterAuthorizedOperations: false,
    };
    let failure: Error | null = null;
    for (const node of this.#candidates()) {
      try {
        const connection = await this.#pool.connection(node);
        const answer = this.#settings.asksControllers ? await controllersOf(connection) : await connection.send(metadataApi, request);
        if (answer.errorCode !== ErrorCode.NONE) throw new KafkaError(answer.errorCode, `Metadata to ${connection.where}`);
        return answer;
      } catch (error) {
        if (!(error instanceof NetworkError || error instanceof KafkaError)) throw error;
        failure = error;
      }
    }
    if (failure instanceof KafkaError && isForGood(failure.code)) throw failure;
    const asked = this.#candidates().map(addressText).join(', ');
    throw new NetworkError(failure instanceof NetworkError ? failure.code : 'EHOSTUNREACH', `no broker answered (${asked}): ${failure?.message ?? 'none known'}`, failure);
  }

  #start(): Promise<ClusterView> {
    this.#again = null;
    this.#refreshing = this.#refresh().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #refresh(): Promise<ClusterView> {
    const topics = this.#watchesAll ? null : [...this.#watched];
    const answer = await this.ask({ topics, allowAutoTopicCreation: this.#allowAutoTopicCreation && topics !== null });
    this.#updatedAtMs = this.#settings.platform.clock.monotonic();
    this.#publish(this.#view.updatedBy(answer, (topic) => topics !== null && this.#watched.has(topic) && !topics.includes(topic)));
    return this.#view;
  }

  #publish(view: ClusterView): void {
    if (view === this.#view) return;
    this.#view = view;
    for (const listener of this.#listeners) listener(view);
  }

  /** Known brokers from a random one on, then the bootstrap list. */
  #candidates(): BrokerNode[] {
    const known = [...this.#view.brokers.values()];
    const bootstrap = this.#settings.bootstrap.map((address, index) => ({ ...address, nodeId: -1 - index, rack: null }));
    const from = known.length === 0 ? 0 : this.#settings.platform.random.below(known.length);
    return [...known.slice(from), ...known.slice(0, from), ...bootstrap];
  }
}

/** A node of another kind than was thought will not become one by waiting. */
function isForGood(code: number): boolean {
  return code === ErrorCode.UNSUPPORTED_VERSION || code === ErrorCode.MISMATCHED_ENDPOINT_TYPE || code === ErrorCode.UNSUPPORTED_ENDPOINT_TYPE;
}

/** Controllers tell nothing of topics: the quorum, in the form of Metadata. */
async function controllersOf(connection: BrokerConnection): Promise<Decoded<MetadataResponse>> {
  const answer = await connection.send(describeClusterApi, (version) => {
    if (version === 0) throw new KafkaError(ErrorCode.UNSUPPORTED_VERSION, `${connection.where} serves DescribeCluster version 0, which does not know controllers`);
    return { includeClusterAuthorizedOperations: false, endpointType: controllers };
  });
  const { errorCode, errorMessage, clusterId, controllerId, brokers, throttleTimeMs, clusterAuthorizedOperations } = answer;
  if (errorCode !== ErrorCode.NONE) throw new KafkaError(errorCode, `DescribeCluster to ${connection.where}: ${errorMessage ?? 'these are no controllers'}`);
  return { throttleTimeMs, errorCode, clusterId, controllerId, clusterAuthorizedOperations, unknownTags: undefined, topics: [], brokers: brokers.map(({ brokerId: nodeId, host, port, rack }) => ({ nodeId, host, port, rack, unknownTags: undefined })) };
}
