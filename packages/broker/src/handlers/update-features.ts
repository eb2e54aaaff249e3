/** UpdateFeatures (KIP-584): moves finalized feature levels. */
import type { Decoded } from '@millrace/protocol';
import { updateFeaturesRequest, updateFeaturesResponse, type UpdateFeaturesRequest, type UpdateFeaturesResponse } from '@millrace/protocol/messages/update-features';
import type { BrokerNode } from '../broker-node.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

export const updateFeatures: AnyHandler = handler({
  request: updateFeaturesRequest,
  response: updateFeaturesResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<UpdateFeaturesRequest>, context: RequestContext): Promise<UpdateFeaturesResponse> {
    return node.controller.decide((controller) => controller.updateFeatures(request, context.apiVersion));
  },
});
