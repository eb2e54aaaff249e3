/**
 * Sends the batches that are due to the leaders of their partitions and settles them by what is answered. Runs when woken:
 * by a new batch, an answer, fresh metadata, or its one timer; several wake-ups in a turn are one run.
 */
import { Backoff, isRetriableFailure, type BrokerNode, type NetworkClient } from '@millrace/network-client';
import type { Timer } from '@millrace/platform';
import { ErrorCode, errorMessage, KafkaError, type Decoded } from '@millrace/protocol';
import type { ProduceResponse } from '@millrace/protocol/messages/produce';
import type { PartitionQueue } from './partition-queue.js';
import { doubtsLeader, verdictOn } from './produce-answer.js';
import { produce, produceRequestOf, requestOverheadBytes, type Shipment } from './produce-request.js';
import type { ProducerBatch } from './producer-batch.js';
import type { ProducerIdentity } from './producer-identity.js';
import type { ProducerSettings } from './producer-options.js';
import type { RecordAccumulator } from './record-accumulator.js';

type PartitionAnswer = Decoded<ProduceResponse>['responses'][number]['partitionResponses'][number];

export class Sender {
  readonly #client: NetworkClient;
  readonly #settings: ProducerSettings;
  readonly #accumulator: RecordAccumulator;
  readonly #identity: ProducerIdentity | null;
  readonly #backoff: Backoff;
  /** Called when memory was freed. */
  readonly #onRoom: () => void;
  readonly #requestsInFlight = new Map<number, number>();
  #isPlanned = false;
  #timer: Timer | null = null;
  #timerDueMs = Infinity;
  #isFlushing = false;
  #isRefreshing = false;
  #isIdentifying = false;

  constructor(client: NetworkClient, settings: ProducerSettings, accumulator: RecordAccumulator, identity: ProducerIdentity | null, onRoom: () => void) {
    this.#client = client;
    this.#settings = settings;
    this.#accumulator = accumulator;
    this.#identity = identity;
    this.#onRoom = onRoom;
    this.#backoff = new Backoff(client.platform.random, settings.retryBackoffMs, settings.retryBackoffMaxMs);
  }

  /** While set, batches do not linger. */
  set isFlushing(flushing: boolean) {
    this.#isFlushing = flushing;
    if (flushing) this.wake();
  }

  /** Looks for batches to send at the end of this turn. */
  wake(): void {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    this.#client.platform.timers.soon(() => {
      this.#isPlanned = false;
      this.#run();
    });
  }

  /** Looks again after so long, unless it does so earlier anyway. */
  wakeIn(delayMs: number): void {
    const { clock, timers } = this.#client.platform;
    const dueMs = clock.monotonic() + delayMs;
    if (this.#timer !== null && this.#timerDueMs <= dueMs) return;
    this.#timer?.cancel();
    this.#timerDueMs = dueMs;
    this.#timer = timers.schedule(delayMs, () => {
      this.#timer = null;
      this.wake();
    });
  }

  /** Fails everything that has no outcome yet. */
  stop(failure: Error): void {
    this.#timer?.cancel();
    this.#timer = null;
    this.#failWaiting(failure);
    for (const queue of this.#accumulator.active) for (const batch of [...queue.inFlight]) this.#fail(queue, batch, failure);
  }

  /** What is in flight may still be acknowledged. */
  #failWaiting(failure: Error): void {
    for (const queue of this.#accumulator.active) for (const batch of queue.waiting.splice(0)) this.#fail(queue, batch, failure);
  }

  #run(): void {
    if (this.#client.isClosed || this.#accumulator.active.size === 0) return;
    const nowMs = this.#client.platform.clock.monotonic();
    if (this.#client.metadata.isStale) this.#refreshSoon();
    if (this.#identity !== null && !this.#identity.isKnown) {
      this.#expireAll(nowMs);
      void this.#identify(this.#identity);
      return;
    }
    const byLeader = new Map<number, PartitionQueue[]>();
    for (const queue of this.#accumulator.active) {
      this.#expire(queue, nowMs);
      if (queue.isIdle) this.#accumulator.active.delete(queue);
      else this.#consider(queue, nowMs, byLeader);
    }
    for (const [nodeId, queues] of byLeader) this.#sendTo(nodeId, queues, nowMs);
  }

  /** Adds the queue to its leader's if its next batch is due, or sees to it that it is looked at when it is. */
  #consider(queue: PartitionQueue, nowMs: number, byLeader: Map<number, PartitionQueue[]>): void {
    const head = queue.waiting[0];
    if (head === undefined) return;
    this.wakeIn(this.#deadlineMs(head) - nowMs);
    if (queue.notBeforeMs > nowMs) return this.wakeIn(queue.notBeforeMs - nowMs);
    const dueInMs = this.#dueInMs(queue, nowMs);
    if (dueInMs > 0) return this.wakeIn(dueInMs);
    if (queue.next() === undefined) return;
    const leader = this.#client.metadata.view.leader(queue.topic, queue.partition);
    if (leader === undefined) return this.#refreshSoon();
    const queues = byLeader.get(leader.nodeId);
    if (queues === undefined) byLeader.set(leader.nodeId, [queue]);
    else queues.push(queue);
  }

  #dueInMs(queue: PartitionQueue, nowMs: number): number {
    const head = queue.waiting[0]!;
    const isReady = head.attempts > 0 || head.isClosed || queue.waiting.length > 1 || this.#isFlushing || head.sizeInBytes >= this.#settings.batchSize;
    return isReady ? 0 : head.createdMs + this.#settings.lingerMs - nowMs;
  }

  #sendTo(nodeId: number, queues: PartitionQueue[], nowMs: number): void {
    const node = this.#client.metadata.view.brokers.get(nodeId);
    if (node === undefined) return;
    while ((this.#requestsInFlight.get(nodeId) ?? 0) < this.#settings.maxInFlightRequests) {
      const shipments = this.#collect(queues, nowMs);
      if (shipments.length === 0) return;
      void this.#ship(node, shipments);
    }
  }

  /** At most one batch of each partition, together not larger than a request may be. */
  #collect(queues: PartitionQueue[], nowMs: number): Shipment[] {
    const shipments: Shipment[] = [];
    let bytes = requestOverheadBytes;
    for (const queue of queues) {
      const batch = queue.next();
      if (batch === undefined || this.#dueInMs(queue, nowMs) > 0) continue;
      const size = batch.encodedBytes + requestOverheadBytes;
      if (shipments.length > 0 && bytes + size > this.#settings.maxRequestSize) continue;
      bytes += size;
      queue.take();
      // Partitions that were served go behind those that were not.
      this.#accumulator.active.delete(queue);
      this.#accumulator.active.add(queue);
      shipments.push({ queue, batch, bytes: batch.encode() });
    }
    return shipments;
  }

  async #ship(node: BrokerNode, shipments: Shipment[]): Promise<void> {
    const { acks, requestTimeoutMs } = this.#settings;
    this.#requestsInFlight.set(node.nodeId, (this.#requestsInFlight.get(node.nodeId) ?? 0) + 1);
    for (const { batch } of shipments) batch.attempts++;
    try {
      const opened = this.#client.pool.openedConnection(node);
      // No await when connected: requests of one run leave in the order they were made.
      const connection = opened ?? (await this.#client.connection(node));
      const { request, maxVersion, topicNames } = produceRequestOf(shipments, acks, requestTimeoutMs, this.#client.metadata.view);
      if (acks === 0) {
        await connection.sendOneWay(produce, request, { maxVersion });
        for (const { queue, batch } of shipments) this.#succeed(queue, batch, -1, -1);
        return;
      }
      this.#settle(shipments, await connection.send(produce, request, { maxVersion }), topicNames);
    } catch (error) {
      this.#settleFailure(shipments, error as Error);
    } finally {
      this.#requestsInFlight.set(node.nodeId, this.#requestsInFlight.get(node.nodeId)! - 1);
      this.wake();
    }
  }

  #settle(shipments: Shipment[], response: Decoded<ProduceResponse>, topicNames: ReadonlyMap<string, string>): void {
    const answers = new Map<string, PartitionAnswer>();
    for (const topic of response.responses) {
      const name = topic.name === '' ? topicNames.get(topic.topicId) : topic.name;
      for (const partition of topic.partitionResponses) answers.set(`${partition.index} ${name}`, partition);
    }
    const nodes = response.nodeEndpoints;
    for (const { queue, batch } of shipments) {
      const answer = answers.get(`${queue.partition} ${queue.topic}`);
      if (answer === undefined) {
        this.#retry(queue, batch, new KafkaError(ErrorCode.UNKNOWN_SERVER_ERROR, `Produce to ${queue.topic}-${queue.partition}: no answer for this partition`));
        continue;
      }
      const { leaderId, leaderEpoch } = answer.currentLeader;
      if (leaderId >= 0) this.#client.metadata.learnLeader(queue.topic, queue.partition, leaderId, leaderEpoch, nodes);
      this.#settleOne(queue, batch, answer);
    }
  }

  #settleOne(queue: PartitionQueue, batch: ProducerBatch, answer: PartitionAnswer): void {
    const { errorCode } = answer;
    const verdict = verdictOn(errorCode, this.#identity !== null, queue.isFirstUnanswered(batch), batch.recordCount);
    if (verdict === 'done') return this.#succeed(queue, batch, errorCode === ErrorCode.NONE ? answer.baseOffset : -1, answer.logAppendTimeMs);
    if (verdict === 'cut') return this.#cut(queue, batch);
    const failure = produceFailure(queue, errorCode, answer.errorMessage);
    if (doubtsLeader(errorCode)) this.#refreshSoon();
    if (verdict === 'renew') queue.beginAnew();
    if (verdict === 'fail') {
      const records = new Map(answer.recordErrors.map((record) => [record.batchIndex, produceFailure(queue, errorCode, record.batchIndexErrorMessage)]));
      this.#fail(queue, batch, failure, records);
    } else this.#retry(queue, batch, failure);
  }

  /** The request failed as a whole; whether the broker took it is not known. */
  #settleFailure(shipments: Shipment[], failure: Error): void {
    if (!this.#client.isClosed) this.#refreshSoon();
    for (const { queue, batch } of shipments) {
      if (!queue.inFlight.includes(batch)) continue; // failed by `stop`
      if (isRetriableFailure(failure) && !this.#client.isClosed) this.#retry(queue, batch, failure);
      else this.#fail(queue, batch, failure);
    }
  }

  #succeed(queue: PartitionQueue, batch: ProducerBatch, baseOffset: number, logAppendTimeMs: number): void {
    queue.acknowledge(batch);
    batch.succeed(baseOffset, logAppendTimeMs);
    this.#freed(queue, batch, batch.attempts === 1 && this.#settings.acks !== 0);
  }

  #retry(queue: PartitionQueue, batch: ProducerBatch, failure: Error): void {
    const nowMs = this.#client.platform.clock.monotonic();
    if (batch.attempts > this.#settings.retries) return this.#fail(queue, batch, failure);
    if (nowMs >= this.#deadlineMs(batch)) {
      return this.#fail(queue, batch, this.#tooLate(queue, failure));
    }
    batch.lastFailure = failure;
    queue.putBack(batch);
    queue.notBeforeMs = nowMs + this.#backoff.afterFailures(batch.attempts);
  }

  #cut(queue: PartitionQueue, batch: ProducerBatch): void {
    const parts = batch.halves();
    queue.replace(batch, parts.map((part) => part.batch));
    for (const part of parts) this.#accumulator.reserve(part.batch);
    this.#accumulator.release(batch, false);
    batch.cutInto(parts);
  }

  #fail(queue: PartitionQueue, batch: ProducerBatch, failure: Error, records: ReadonlyMap<number, Error> | null = null): void {
    queue.giveUp(batch);
    batch.fail(failure, records);
    this.#freed(queue, batch, false);
  }

  #freed(queue: PartitionQueue, batch: ProducerBatch, isBufferFree: boolean): void {
    this.#accumulator.release(batch, isBufferFree);
    if (queue.isIdle) this.#accumulator.active.delete(queue);
    this.#onRoom();
  }

  #expire(queue: PartitionQueue, nowMs: number): void {
    for (let head = queue.waiting[0]; head !== undefined && nowMs >= this.#deadlineMs(head); head = queue.waiting[0]) {
      queue.waiting.shift();
      this.#fail(queue, head, this.#tooLate(queue, head.lastFailure));
    }
  }

  #expireAll(nowMs: number): void {
    for (const queue of this.#accumulator.active) {
      this.#expire(queue, nowMs);
      const head = queue.waiting[0];
      if (head !== undefined) this.wakeIn(this.#deadlineMs(head) - nowMs);
    }
  }

  // One sum for who waits and for who looks: in two of them the last bits differ, and a wait of nothing follows the other.
  #deadlineMs(batch: ProducerBatch): number {
    return batch.createdMs + this.#settings.deliveryTimeoutMs;
  }

  #tooLate(queue: PartitionQueue, last: Error | null): Error {
    const reason = last === null ? 'it could not be sent' : `at last: ${last.message}`;
    return new KafkaError(ErrorCode.REQUEST_TIMED_OUT, `Produce to ${queue.topic}-${queue.partition}: not within ${this.#settings.deliveryTimeoutMs} ms, ${reason}`);
  }

  #refreshSoon(): void {
    if (this.#isRefreshing) return;
    this.#isRefreshing = true;
    this.#client.metadata.refresh().catch((error: Error) => {
      this.#client.platform.logger.debug('metadata could not be refreshed', { error: error.message });
    }).finally(() => {
      this.#client.platform.timers.schedule(this.#settings.retryBackoffMs, () => {
        this.#isRefreshing = false;
        this.wake();
      }, { keepAlive: false });
    });
  }

  async #identify(identity: ProducerIdentity): Promise<void> {
    if (this.#isIdentifying) return;
    this.#isIdentifying = true;
    try {
      await identity.obtain(this.#settings.deliveryTimeoutMs);
    } catch (error) {
      // What waits cannot be sent without an id; records that come later try again. What may pass ends by their own deadlines.
      if (!isRetriableFailure(error)) this.#failWaiting(error as Error);
    } finally {
      this.#isIdentifying = false;
      this.wake();
    }
  }
}

function produceFailure(queue: PartitionQueue, errorCode: number, detail: string | null): KafkaError {
  return new KafkaError(errorCode, `Produce to ${queue.topic}-${queue.partition}: ${detail ?? errorMessage(errorCode)}`);
}
