/** IncrementalAlterConfigs (KIP-339): sets, deletes, appends to and subtracts from single settings. */
import type { Decoded } from '@millrace/protocol';
import { incrementalAlterConfigsRequest, incrementalAlterConfigsResponse, type IncrementalAlterConfigsRequest, type IncrementalAlterConfigsResponse } from '@millrace/protocol/messages/incremental-alter-configs';
import type { BrokerNode } from '../broker-node.js';
import { alterHere } from './alter-here.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

export const incrementalAlterConfigs: AnyHandler = handler({
  request: incrementalAlterConfigsRequest,
  response: incrementalAlterConfigsResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<IncrementalAlterConfigsRequest>, context: RequestContext): Promise<IncrementalAlterConfigsResponse> {
    return alterHere(node, context, request, (rest) => node.controller.decide((controller) => controller.incrementalAlterConfigs(rest)));
  },
});
