/** CreatePartitions (KIP-195): more partitions for topics that are there. */
import { ErrorCode, type Decoded } from '@millrace/protocol';
import {
  createPartitionsRequest,
  createPartitionsResponse,
  type CreatePartitionsRequest,
  type CreatePartitionsResponse,
} from '@millrace/protocol/messages/create-partitions';
import type { BrokerNode } from '../broker-node.js';
import { type AnyHandler, handler } from './handler.js';

export const createPartitions: AnyHandler = handler({
  request: createPartitionsRequest,
  response: createPartitionsResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<CreatePartitionsRequest>): CreatePartitionsResponse | Promise<CreatePartitionsResponse> {
    // No time is left for it: nothing is done, as in Kafka.
    if (request.timeoutMs <= 0) return { throttleTimeMs: 0, results: request.topics.map(({ name }) => ({ name, errorCode: ErrorCode.REQUEST_TIMED_OUT })) };
    return node.controller.decide((controller, context) => controller.createPartitions(request, context));
  },
});
