/** AlterConfigs: replaces all dynamic settings of a resource. Deprecated, and what old clients have. */
import type { Decoded } from '@millrace/protocol';
import { alterConfigsRequest, alterConfigsResponse, type AlterConfigsRequest, type AlterConfigsResponse } from '@millrace/protocol/messages/alter-configs';
import type { BrokerNode } from '../broker-node.js';
import { alterHere } from './alter-here.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

export const alterConfigs: AnyHandler = handler({
  request: alterConfigsRequest,
  response: alterConfigsResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<AlterConfigsRequest>, context: RequestContext): Promise<AlterConfigsResponse> {
    return alterHere(node, context, request, (rest) => node.controller.decide((controller) => controller.alterConfigs(rest)));
  },
});
