/** DescribeCluster (KIP-700, KIP-919, KIP-1073): brokers or controllers, and who is who. */
import { ErrorCode, type Decoded } from '@millrace/protocol';
import {
  describeClusterRequest,
  describeClusterResponse,
  type DescribeClusterRequest,
  type DescribeClusterResponse,
  type DescribeClusterResponseDescribeClusterBroker,
} from '@millrace/protocol/messages/describe-cluster';
import type { BrokerNode } from '../broker-node.js';
import { allBrokers } from '../endpoints.js';
import { type AnyHandler, handler, type RequestContext } from './handler.js';

const BROKERS = 1;
const CONTROLLERS = 2;
const NO_OPERATIONS_ASKED = -2147483648;
const ALL_CLUSTER_OPERATIONS = 8096;

export const describeCluster: AnyHandler = handler({
  request: describeClusterRequest,
  response: describeClusterResponse,
  after: 'answer',
  handle(node: BrokerNode, request: Decoded<DescribeClusterRequest>, context: RequestContext): DescribeClusterResponse {
    const onController = node.settings.listenerKind(context.listenerName) === 'controller';
    const endpointType = context.apiVersion === 0 ? BROKERS : request.endpointType;
    if (endpointType !== (onController ? CONTROLLERS : BROKERS)) return wrongEndpoint(endpointType, onController);
    const brokers = onController ? controllers(node, context) : brokersAsked(node, request, context);
    return {
      throttleTimeMs: 0,
      errorCode: ErrorCode.NONE,
      errorMessage: null,
      endpointType,
      clusterId: node.clusterId,
      controllerId: onController ? node.controller.leaderId : (brokers[node.platform.random.below(brokers.length)]?.brokerId ?? -1),
      brokers,
      clusterAuthorizedOperations: request.includeClusterAuthorizedOperations ? ALL_CLUSTER_OPERATIONS : NO_OPERATIONS_ASKED,
    };
  },
});

function brokersAsked(
  node: BrokerNode,
  request: Decoded<DescribeClusterRequest>,
  context: RequestContext,
): DescribeClusterResponseDescribeClusterBroker[] {
  const withFenced = context.apiVersion >= 2 && request.includeFencedBrokers;
  return allBrokers(node.image, context.listenerName)
    .filter((broker) => withFenced || !broker.isFenced)
    .map(({ nodeId, host, port, rack, isFenced }) => ({ brokerId: nodeId, host, port, rack, isFenced }));
}

function controllers(node: BrokerNode, context: RequestContext): DescribeClusterResponseDescribeClusterBroker[] {
  return [...node.image.controllers.values()].flatMap((controller) => {
    const listener = controller.listeners.find((candidate) => candidate.name === context.listenerName);
    return listener === undefined ? [] : [{ brokerId: controller.id, host: listener.host, port: listener.port, rack: null }];
  });
}

function wrongEndpoint(asked: number, onController: boolean): DescribeClusterResponse {
  const known = asked === BROKERS || asked === CONTROLLERS;
  return {
    throttleTimeMs: 0,
    errorCode: known ? ErrorCode.MISMATCHED_ENDPOINT_TYPE : ErrorCode.UNSUPPORTED_ENDPOINT_TYPE,
    errorMessage: known
      ? `The request was sent to an endpoint of type ${onController ? 'CONTROLLER' : 'BROKER'}, but we wanted an endpoint of type ${onController ? 'BROKER' : 'CONTROLLER'}`
      : `Unsupported endpoint type ${asked}`,
    clusterId: '',
    brokers: [],
  };
}
