/** DescribeQuorum (KIP-595, KIP-836, KIP-853): the state of the metadata quorum. */
import type { Decoded } from '@millrace/protocol';
import {
  describeQuorumRequest,
  describeQuorumResponse,
  type DescribeQuorumRequest,
  type DescribeQuorumResponse,
} from '@millrace/protocol/messages/describe-quorum';
import type { BrokerNode } from '../broker-node.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

export const describeQuorum: AnyHandler = handler({
  request: describeQuorumRequest,
  response: describeQuorumResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<DescribeQuorumRequest>, context: RequestContext): DescribeQuorumResponse {
    return node.controller.describeQuorum(request, context.apiVersion);
  },
});
