/** A Produce request from batches, at most one of each partition. */
import { api, zeroTopicId, type Api, type ClusterView } from '@millrace/network-client';
import { produceRequest, produceResponse, type ProduceRequest, type ProduceRequestTopicProduceData, type ProduceResponse } from '@millrace/protocol/messages/produce';
import type { PartitionQueue } from './partition-queue.js';
import type { ProducerBatch } from './producer-batch.js';

export const produce: Api<ProduceRequest, ProduceResponse> = api(produceRequest, produceResponse, { keepsBytes: false });

/** At most so many bytes a request and each of its topics take beside the records. */
export const requestOverheadBytes = 300;

/** A batch on its way, as it is encoded now. */
export interface Shipment {
  readonly queue: PartitionQueue;
  readonly batch: ProducerBatch;
  readonly bytes: Uint8Array;
}

/** From version 13 on topics go by id only (KIP-516). */
const lastVersionByName = 12;

export interface PreparedProduce {
  request: (version: number) => ProduceRequest;
  maxVersion: number;
  /** Topic names by id, to read the answer. */
  topicNames: ReadonlyMap<string, string>;
}

export function produceRequestOf(shipments: readonly Shipment[], acks: number, timeoutMs: number, view: ClusterView): PreparedProduce {
  const topics = new Map<string, ProduceRequestTopicProduceData>();
  const topicNames = new Map<string, string>();
  let allHaveIds = true;
  for (const { queue, bytes } of shipments) {
    let topic = topics.get(queue.topic);
    if (topic === undefined) {
      const topicId = view.topics.get(queue.topic)?.topicId ?? zeroTopicId;
      allHaveIds &&= topicId !== zeroTopicId;
      topic = { name: queue.topic, topicId, partitionData: [] };
      topics.set(queue.topic, topic);
      topicNames.set(topicId, queue.topic);
    }
    topic.partitionData.push({ index: queue.partition, records: bytes });
  }
  const request: ProduceRequest = { transactionalId: null, acks, timeoutMs, topicData: [...topics.values()] };
  return { request: () => request, maxVersion: allHaveIds ? produceRequest.maxVersion : lastVersionByName, topicNames };
}
