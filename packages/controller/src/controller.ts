/**
 * The controller: one method per request, each of which only decides. State changes in `replay`, `advance`, `commit`
 * and `resign`. It keeps every working image that is not committed yet, and goes back to the committed one on resign.
 */
import { MetadataDelta, MetadataImage, type MetadataRecord } from '@millrace/metadata';
import type { AllocateProducerIdsRequest, AllocateProducerIdsResponse } from '@millrace/protocol/messages/allocate-producer-ids';
import type { AlterConfigsRequest, AlterConfigsResponse } from '@millrace/protocol/messages/alter-configs';
import type { AlterPartitionRequest, AlterPartitionResponse } from '@millrace/protocol/messages/alter-partition';
import type { BrokerHeartbeatRequest, BrokerHeartbeatResponse } from '@millrace/protocol/messages/broker-heartbeat';
import type { BrokerRegistrationRequest, BrokerRegistrationResponse } from '@millrace/protocol/messages/broker-registration';
import type { ControllerRegistrationRequest, ControllerRegistrationResponse } from '@millrace/protocol/messages/controller-registration';
import type { CreatePartitionsRequest, CreatePartitionsResponse } from '@millrace/protocol/messages/create-partitions';
import type { CreateTopicsRequest, CreateTopicsResponse } from '@millrace/protocol/messages/create-topics';
import type { DeleteTopicsRequest, DeleteTopicsResponse } from '@millrace/protocol/messages/delete-topics';
import type { IncrementalAlterConfigsRequest, IncrementalAlterConfigsResponse } from '@millrace/protocol/messages/incremental-alter-configs';
import type { UnregisterBrokerRequest, UnregisterBrokerResponse } from '@millrace/protocol/messages/unregister-broker';
import type { UpdateFeaturesRequest, UpdateFeaturesResponse } from '@millrace/protocol/messages/update-features';
import { activate } from './activate.js';
import { allocateProducerIds } from './allocate-producer-ids.js';
import { alterConfigs } from './alter-configs.js';
import { alterPartition } from './alter-partition.js';
import { brokerHeartbeat } from './broker-heartbeat.js';
import { BrokerSessions } from './broker-sessions.js';
import type { ControllerEvent } from './controller-event.js';
import type { ControllerOptions } from './controller-options.js';
import type { ControllerState } from './controller-state.js';
import { createPartitions } from './create-partitions.js';
import { createTopics } from './create-topics.js';
import type { Decision, DecisionContext } from './decision.js';
import { deleteTopics } from './delete-topics.js';
import { fenceStaleBroker, sessionDeadline } from './fence-stale-broker.js';
import { incrementalAlterConfigs } from './incremental-alter-configs.js';
import { registerBroker } from './register-broker.js';
import { registerController } from './register-controller.js';
import { unregisterBroker } from './unregister-broker.js';
import { updateFeatures } from './update-features.js';

/** The state after a batch. */
interface Point {
  readonly image: MetadataImage;
  /** The image before an open metadata transaction, to which its abort goes back. */
  readonly beforeTransaction: MetadataImage | null;
}

export class Controller implements ControllerState {
  readonly options: ControllerOptions;
  readonly sessions: BrokerSessions;
  #committed: Point = { image: MetadataImage.empty, beforeTransaction: null };
  #working: Point = this.#committed;
  /** The points after each replayed batch that is not committed, oldest first. */
  #uncommitted: Point[] = [];

  constructor(options: ControllerOptions) {
    this.options = options;
    this.sessions = new BrokerSessions(options.sessionTimeoutMs);
  }

  /** Everything replayed, committed or not: what decisions are made from. */
  get image(): MetadataImage {
    return this.#working.image;
  }

  /** Everything below the high watermark, as it was at the end of a batch. */
  get committed(): MetadataImage {
    return this.#committed.image;
  }

  get inTransaction(): boolean {
    return this.#working.beforeTransaction !== null;
  }

  /** Starts over from a snapshot: its content is committed. */
  load(image: MetadataImage): void {
    this.#committed = { image, beforeTransaction: null };
    this.#working = this.#committed;
    this.#uncommitted = [];
  }

  /** Takes the records of one batch, decided here or read from the log. @throws MetadataError when they do not fit. */
  replay(records: readonly MetadataRecord[], baseOffset: number, epoch: number): void {
    const { image } = this.#working;
    let { beforeTransaction } = this.#working;
    let delta = new MetadataDelta(image);
    for (let index = 0; index < records.length; index++) {
      const record = records[index];
      if (record === undefined) continue;
      if (record.type === 'BeginTransactionRecord') {
        beforeTransaction = delta.apply();
        delta = new MetadataDelta(beforeTransaction);
      } else if (record.type === 'AbortTransactionRecord') {
        delta = new MetadataDelta(beforeTransaction ?? image);
        beforeTransaction = null;
      } else if (record.type === 'EndTransactionRecord') {
        beforeTransaction = null;
      }
      delta.replay(record, baseOffset + index, epoch);
    }
    this.#working = { image: delta.apply(), beforeTransaction };
    this.#uncommitted.push(this.#working);
  }

  /** The batch that was replayed last did not come into the log. */
  takeBack(): void {
    this.#uncommitted.pop();
    this.#working = this.#uncommitted.at(-1) ?? this.#committed;
  }

  /** All below the high watermark is committed. */
  commit(highWatermark: number): void {
    let count = 0;
    while ((this.#uncommitted[count]?.image.offset ?? Infinity) < highWatermark) count++;
    const last = this.#uncommitted[count - 1];
    if (last === undefined) return;
    this.#committed = last;
    this.#uncommitted.splice(0, count);
  }

  /** Leadership ended: what was not committed may never be. */
  resign(): void {
    this.#working = this.#committed;
    this.#uncommitted = [];
    this.sessions.clear();
  }

  /** Applies the events of a decision, after its records were replayed. */
  advance(event: ControllerEvent, now: number): void {
    switch (event.type) {
      case 'brokerContact':
        this.sessions.contact(event.brokerId, now, event.metadataOffset);
        return;
      case 'shutdownBegan':
        this.sessions.beginShutdown(event.brokerId, event.offset);
        return;
      case 'sessionEnded':
        this.sessions.end(event.brokerId);
        return;
      case 'activated':
        this.sessions.clear();
        for (const { id, fenced } of this.image.brokers.values()) {
          if (fenced) continue;
          // The broker of this very process: whatever ran under its id before is gone, and need not be waited for.
          if (id === this.options.nodeId) this.sessions.expect(id, now);
          else this.sessions.contact(id, now, -1);
        }
        return;
    }
  }

  /** When `fenceStaleBroker` is to be asked next; Infinity for never. */
  nextDeadline(): number {
    return sessionDeadline(this);
  }

  /** First decision after becoming leader. `bootstrap`: the records of the bootstrap snapshot, used when the log is empty. */
  activate(bootstrap: readonly MetadataRecord[]): Decision<null> {
    return activate(this, bootstrap, this.inTransaction);
  }

  /** Fences the broker that was silent longest, if its session is over. The response is its id, or null. */
  fenceStaleBroker(context: DecisionContext): Decision<number | null> {
    return fenceStaleBroker(this, context);
  }

  registerBroker(request: BrokerRegistrationRequest, context: DecisionContext): Decision<BrokerRegistrationResponse> {
    return registerBroker(this, request, context);
  }

  unregisterBroker(request: UnregisterBrokerRequest): Decision<UnregisterBrokerResponse> {
    return unregisterBroker(this, request);
  }

  registerController(request: ControllerRegistrationRequest): Decision<ControllerRegistrationResponse> {
    return registerController(this, request);
  }

  brokerHeartbeat(request: BrokerHeartbeatRequest, context: DecisionContext): Decision<BrokerHeartbeatResponse> {
    return brokerHeartbeat(this, request, context);
  }

  alterPartition(request: AlterPartitionRequest): Decision<AlterPartitionResponse> {
    return alterPartition(this, request);
  }

  createTopics(request: CreateTopicsRequest, context: DecisionContext): Decision<CreateTopicsResponse> {
    return createTopics(this, request, context);
  }

  deleteTopics(request: DeleteTopicsRequest): Decision<DeleteTopicsResponse> {
    return deleteTopics(this, request);
  }

  createPartitions(request: CreatePartitionsRequest, context: DecisionContext): Decision<CreatePartitionsResponse> {
    return createPartitions(this, request, context);
  }

  incrementalAlterConfigs(request: IncrementalAlterConfigsRequest): Decision<IncrementalAlterConfigsResponse> {
    return incrementalAlterConfigs(this, request);
  }

  alterConfigs(request: AlterConfigsRequest): Decision<AlterConfigsResponse> {
    return alterConfigs(this, request);
  }

  /** `version` of the request decides how an old `allowDowngrade` is read. */
  updateFeatures(request: UpdateFeaturesRequest, version: number): Decision<UpdateFeaturesResponse> {
    return updateFeatures(this, request, version);
  }

  allocateProducerIds(request: AllocateProducerIdsRequest): Decision<AllocateProducerIdsResponse> {
    return allocateProducerIds(this, request);
  }
}
