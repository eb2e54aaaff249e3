/** IncrementalAlterConfigs (KIP-339): sets, deletes, appends to and subtracts from single settings. */
import type { Decoded } from '@millrace/protocol';
import { incrementalAlterConfigsRequest, incrementalAlterConfigsResponse, type IncrementalAlterConfigsRequest, type IncrementalAlterConfigsResponse } from '@millrace/protocol/messages/incremental-alter-configs';
import type { BrokerNode } from '../broker-node.js';
import { type AnyHandler, handler } from './handler.js';

export const incrementalAlterConfigs: AnyHandler = handler({
  request: incrementalAlterConfigsRequest,
  response: incrementalAlterConfigsResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<IncrementalAlterConfigsRequest>): Promise<IncrementalAlterConfigsResponse> {
    return node.controller.decide((controller) => controller.incrementalAlterConfigs(request));
  },
});
