/** CreatePartitions (KIP-195): more partitions for topics that are there. */
import type { Decoded } from '@millrace/protocol';
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
  handle(node: BrokerNode, request: Decoded<CreatePartitionsRequest>): Promise<CreatePartitionsResponse> {
    return node.controller.decide((controller, context) => controller.createPartitions(request, context));
  },
});
